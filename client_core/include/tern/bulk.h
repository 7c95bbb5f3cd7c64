// One change to many records: written in batches, told how far it is, and taken back exactly.
//
// All of it on the Client's thread; a BulkHooks::stop may be set from another.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <tern/records.h>

namespace tern {

namespace bulk_limits {
inline constexpr std::size_t kBatch = 100;    ///< records that are written in one transaction
inline constexpr std::size_t kReasons = 100;  ///< refusals that a report tells
}  // namespace bulk_limits

struct BulkHooks {
    std::function<void(std::uint64_t done, std::uint64_t of)> on_progress;
    /// Once true, the work ends after the batch that it is at; what was written stays, and can be undone.
    const std::atomic<bool>* stop = nullptr;
};

struct BulkRefusal {
    RecordId id;
    Failure why;
};

/// What a change found and wrote, cell by cell: opaque, of this device and this process.
struct BulkSteps;

struct BulkReport {
    std::uint64_t changed = 0;
    std::uint64_t unchanged = 0;       ///< held the value already
    std::uint64_t refused = 0;         ///< not here any more, in a space where one may not write, or not of that kind
    std::vector<BulkRefusal> reasons;  ///< of the first bulk_limits::kReasons
    bool stopped = false;
    std::shared_ptr<const BulkSteps> steps;  ///< for undo_bulk()
};

/// As Records::set() of each; a record that refuses keeps no other from being written.
Result<BulkReport> set_all(Client& client, std::span<const RecordId> ids, const std::vector<Assignment>& fields,
                           const BulkHooks& hooks = {});
/// As Records::remove() of each.
Result<BulkReport> remove_all(Client& client, std::span<const RecordId> ids, const BulkHooks& hooks = {});

struct BulkUndone {
    std::uint64_t restored = 0;  ///< records
    std::uint64_t left = 0;      ///< somebody has changed them since, or one may not write there any more
};
/// Puts every cell back to the value that it had, unless it is another one than what the change wrote.
Result<BulkUndone> undo_bulk(Client& client, const BulkSteps& steps);

}  // namespace tern

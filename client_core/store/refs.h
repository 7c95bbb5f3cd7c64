// Devices and spaces by small numbers, so that a stamp in a table costs 10 bytes, not 24. The numbers mean nothing
// outside this file: what is compared or hashed is always the id.
#pragma once

#include <unordered_map>

#include "client_core/store/rollbacks.h"
#include "protocol/base/database.h"
#include "protocol/stamp.h"

namespace tern::store {

template <class AnId>
class RefTable {
public:
    RefTable(Database& db, const std::string& table);

    /// The number, made if need be. Inside a transaction that may write.
    std::int64_t number(const AnId& id);
    std::optional<std::int64_t> find(const AnId& id);
    const AnId& id(std::int64_t number);
    void forget();

private:
    Database& db_;
    std::string select_number_, select_id_, insert_;
    std::unordered_map<AnId, std::int64_t> numbers_;
    std::unordered_map<std::int64_t, AnId> ids_;
};

/// Both tables. Numbers are never deleted, so what other processes do cannot make these caches wrong; a rollback on
/// this connection can, and empties them.
class Refs {
public:
    Refs(Database& db, Rollbacks& rollbacks);
    Refs(const Refs&) = delete;
    Refs& operator=(const Refs&) = delete;

    RefTable<DeviceId> devices;
    RefTable<SpaceId> spaces;

    Stamp stamp(std::int64_t hlc, std::int64_t device) {
        return {Hlc{static_cast<std::uint64_t>(hlc)}, devices.id(device)};
    }
};

}  // namespace tern::store

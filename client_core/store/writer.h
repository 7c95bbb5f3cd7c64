// Local writes: checked, cut into deltas' worth, stamped, merged like all others, and put into the outbox.
#pragma once

#include <set>

#include "client_core/store/merger.h"
#include "client_core/store/own_clock.h"

namespace tern::store {

class Writer {
public:
    /// Inside a transaction, which the caller rolls back on failure.
    Writer(Core& core, Merger& merger, const Author& author)
        : core_(core), merger_(merger), author_(author), clock_(core, author) {}

    Status write(std::span<const Write> writes);

private:
    /// One change as it will be made.
    struct Planned {
        Cell cell;
        Value value;                   ///< of a cell
        std::vector<BirthCell> birth;  ///< of a birth
        bool settles = false;
        std::vector<Stamp> bases;
        Stamp replaced;
        std::size_t bytes = 0;
    };
    using Plan = std::vector<Planned>;

    Result<std::vector<std::pair<SpaceId, Plan>>> plan(std::span<const Write> writes);
    std::size_t encoded_size(const Value& value);
    Status put_into(Plan& plan, const Write& write);
    static void fold_into_births(Plan& plan);
    void split_births(Plan& plan);
    Status write_space(const SpaceId& space, Plan& plan);
    Status add(Planned& planned);
    Status look_up(Planned& planned);
    void flush(bool bump);

    Core& core_;
    Merger& merger_;
    Author author_;
    OwnClock clock_;
    // The delta that is being filled:
    std::int64_t space_ = 0;
    std::vector<Planned> delta_;
    std::size_t delta_bytes_ = 0;
    std::set<RecordId> born_;
    Bytes scratch_;  ///< of encoded_size()
};

}  // namespace tern::store

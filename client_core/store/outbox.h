// Local work that no server has acknowledged: the table `txn`, and in `record` and `change` the rows that name one.
#pragma once

#include "client_core/store/merger.h"

namespace tern::store {

class Outbox {
public:
    Outbox(Core& core, Merger& merger) : core_(core), merger_(merger) {}

    std::vector<UnsentDelta> unsent(const SpaceId& space, std::size_t limit, std::size_t bytes);
    void mark_sealed(std::int64_t txn, std::uint64_t dev_seq, const Hash& env_id, ByteView bytes);
    void unseal(std::int64_t txn);
    std::vector<InFlight> in_flight(const SpaceId& space);
    std::optional<std::int64_t> txn_of(const SpaceId& space, const Hash& env_id);
    void mark_acknowledged(std::int64_t txn);
    void mark_refused(std::int64_t txn, Fault reason);
    std::vector<SpaceId> spaces_with_unsent();
    std::int64_t unsent_changes();
    std::int64_t refused_changes();
    std::vector<RefusedWork> refused();

private:
    /// What the transaction wrote, births rebuilt, by cell.
    std::vector<Change> changes_of(std::int64_t txn);
    Change birth_change(const RecordRow& record, const Stamp& birth, const std::vector<Stamp>& bases);

    Core& core_;
    Merger& merger_;
};

}  // namespace tern::store

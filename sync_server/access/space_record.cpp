#include "sync_server/access/space_record.h"

#include "sync_server/limits.h"

namespace tern::server {

Result<RecordParts> parts_of(const LogRecord& record, std::uint32_t epoch_in_force) {
    switch (record.type) {
        case RecordType::space_genesis: {
            TERN_TRY(body, read_body<SpaceGenesis>(record.body));
            return RecordParts{std::move(body.block), {}};
        }
        case RecordType::members: {
            TERN_TRY(body, read_members(record.body, epoch_in_force));
            return RecordParts{std::move(body.block), std::move(body.cuts)};
        }
        case RecordType::epoch_rotate: {
            TERN_TRY(body, read_body<EpochRotate>(record.body));
            return RecordParts{std::move(body.block), std::move(body.cuts)};
        }
        case RecordType::space_fork_merge: {
            TERN_TRY(body, read_body<SpaceForkMerge>(record.body));
            return RecordParts{std::move(body.block), std::move(body.cuts)};
        }
        default:
            return RecordParts{};
    }
}

Status boxes_fit(const std::optional<EpochBlock>& block, const std::vector<ByteView>& sealed) {
    const auto misfit = [] {
        return Status{fail(Fault::malformed, "the sealed keys do not fit the record's epoch block",
                           "send one box for each member with a key, in the block's order")};
    };
    std::size_t next = 0;
    for (const auto& seat : block ? block->seats : std::vector<EpochSeat>{}) {
        if (seat.ubk_generation == 0) continue;
        if (next == sealed.size() || sealed[next].size() != limits::kSealedKeyBytes) return misfit();
        if (suite::h16("fs1/seal", sealed[next]) != seat.seal_hash) return misfit();
        ++next;
    }
    return next == sealed.size() ? ok() : misfit();
}

}  // namespace tern::server

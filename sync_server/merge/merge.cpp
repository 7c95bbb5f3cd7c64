#include "sync_server/merge/merge.h"

#include "protocol/delta_judge.h"
#include "protocol/limits.h"

namespace tern::server {
namespace {

constexpr std::uint64_t kAnyHlc = ~std::uint64_t{0};

Failure too_far_ahead() {
    return fail(Fault::clock_ahead, "a stamp is more than five minutes ahead of the server's clock",
                "correct the clock by the server's time and send again");
}

TagRank rank(const TagHolder& holder) { return {holder.purge, holder.stamp}; }

/// A bump corrects what stands in the future already, and carries the future nowhere else.
Status check_bump(ServerStore& store, SpaceRef space, const DeltaHeader& header) {
    if ((header.flags & kBumpFlag) == 0) return too_far_ahead();
    for (const auto& tag : header.tags) {
        TERN_TRY(holders, store.winners(space, tag));
        if (holders.empty() || holders.front().stamp.hlc.value < header.hlc.value - 1) return too_far_ahead();
    }
    return ok();
}

Status check_marks(ServerStore& store, SpaceRef space, const DeltaHeader& header, Millis now) {
    for (std::size_t i = 0; i < header.tags.size(); ++i) {
        const auto& stamp = header.marks[i].stamp;
        if (stamp.hlc.ms() <= now + limits::kClockAheadMs || stamp == header.stamp()) continue;
        TERN_TRY(held, store.holds(space, header.tags[i], stamp));
        if (!held) return too_far_ahead();
    }
    return ok();
}

bool accepts(const Mark& mark, const std::vector<TagHolder>& holders) {
    if (mark.stamp.hlc.value == kAnyHlc) return true;
    return holders.empty() ? mark.stamp.is_zero() : holders.front().stamp == mark.stamp;
}

}  // namespace

Status check_stamps(ServerStore& store, SpaceRef space, const DeltaFrame& frame, Millis now) {
    if (!judge_clock(frame, now)) TERN_CHECK(check_bump(store, space, frame.header));
    return frame.header.kind == DeltaKind::carry ? check_marks(store, space, frame.header, now) : ok();
}

Result<std::optional<Lost>> check_conditions(ServerStore& store, SpaceRef space, const DeltaFrame& frame) {
    const DeltaHeader& header = frame.header;
    if (header.kind != DeltaKind::conditional) return std::optional<Lost>{};
    for (std::size_t i = 0; i < header.tags.size(); ++i) {
        TERN_TRY(holders, store.winners(space, header.tags[i]));
        if (accepts(header.marks[i], holders)) continue;
        Lost lost;
        if (!holders.empty()) {
            TERN_TRY(bytes, store.delta_bytes(space, holders.front().cursor));
            TERN_TRY(newest, read_delta(bytes));
            lost.newest_env = newest.env_id;
        }
        return std::optional{lost};
    }
    return std::optional<Lost>{};
}

Result<std::uint64_t> merge_delta(ServerStore& store, OrgRef org, SpaceRef space, const DeltaFrame& frame) {
    const DeltaHeader& header = frame.header;
    const bool purge = header.kind == DeltaKind::purge;
    std::uint32_t live = header.kind == DeltaKind::checkpoint ? 1 : 0;
    for (std::size_t i = 0; i < header.tags.size(); ++i) {
        TERN_TRY(holders, store.winners(space, header.tags[i]));
        const TagRank own{purge, header.stamp_of(i)};
        if (!holders.empty() && own < rank(holders.front())) continue;
        ++live;
        if (holders.empty() || own == rank(holders.front())) continue;
        for (const auto& holder : holders) TERN_CHECK(store.lose(space, holder.cursor));
    }
    TERN_TRY(cursor, store.add_delta(org, space, frame, live));
    for (std::size_t i = 0; i < header.tags.size(); ++i)
        TERN_CHECK(store.add_tag(space, header.tags[i], {header.stamp_of(i), purge, cursor}));
    return cursor;
}

}  // namespace tern::server

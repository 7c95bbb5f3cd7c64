#include "sync_server/access/access.h"

#include "sync_server/access/space_record.h"
#include "sync_server/limits.h"

namespace tern::server {
namespace {

/// How much of a log is read in one go while it is verified.
constexpr std::size_t kLoadBytes = 4 * 1024 * 1024;

Failure damaged(const Failure& why) {
    return fail(Fault::storage, "a log in the server's database is damaged: " + why.what,
                "ask the server's admin to run tern-server check");
}

}  // namespace

bool SpaceState::must_rotate(const OrgLog& org) const {
    if (rotate_.org_length != org.length() || rotate_.space_length != log.length())
        rotate_ = {org.length(), log.length(), log.must_rotate(org, org.head().seq)};
    return rotate_.must;
}

SpaceState* OrgState::space(const SpaceId& id) {
    const auto found = spaces.find(id);
    return found == spaces.end() ? nullptr : &found->second;
}

SpaceRole OrgState::role(const UserId& user, const SpaceId& space) const {
    const auto found = spaces.find(space);
    return found == spaces.end() ? SpaceRole::none : found->second.log.role(user);
}

bool OrgState::device_active(const DeviceId& device, Millis now) const {
    const auto* known = log.device(device);
    if (known == nullptr || !log.device_active(device, log.head().seq)) return false;
    return known->not_after == 0 || now <= known->not_after;
}

bool OrgState::is_admin(const UserId& user) const {
    const auto role = log.role(user, log.head().seq);
    return role && *role >= OrgRole::admin && !log.suspended(user, log.head().seq);
}

Result<OrgState*> Access::org(const OrgId& id) {
    const auto found = orgs_.find(id);
    if (found != orgs_.end()) return found->second.get();
    TERN_TRY(row, store_.org(id));
    if (!row) return static_cast<OrgState*>(nullptr);
    TERN_TRY(state, load(*row));
    return orgs_.emplace(id, std::move(state)).first->second.get();
}

Result<std::unique_ptr<OrgState>> Access::load(const OrgRow& row) {
    std::unique_ptr<OrgState> org;
    for (std::uint32_t next = 0;;) {
        TERN_TRY(records, store_.records(row.ref, next, kLoadBytes));
        if (records.empty()) break;
        for (const auto& record : records) {
            if (next++ == 0) {
                auto log = OrgLog::begin(record);
                if (!log) return damaged(log.error());
                org = std::make_unique<OrgState>(row.ref, *std::move(log));
            } else if (auto status = org->log.append(record); !status) {
                return damaged(status.error());
            }
        }
    }
    if (org == nullptr) return damaged(fail(Fault::storage, "an org without a genesis"));
    TERN_TRY(spaces, store_.spaces(row.ref));
    for (const auto& space : spaces) TERN_CHECK(load_space(*org, space));
    return org;
}

Status Access::load_space(OrgState& org, const SpaceRow& row) {
    SpaceState* space = nullptr;
    for (std::uint32_t next = 0;;) {
        TERN_TRY(records, store_.records(row.ref, next, kLoadBytes));
        if (records.empty()) break;
        for (const auto& record : records) {
            if (next++ == 0) {
                auto log = SpaceLog::begin(record, org.log);
                if (!log) return damaged(log.error());
                space = &org.spaces.emplace(row.id, SpaceState{row.ref, *std::move(log)}).first->second;
            } else if (auto status = space->log.append(record, org.log); !status) {
                return damaged(status.error());
            }
        }
    }
    return space != nullptr ? ok() : Status{damaged(fail(Fault::storage, "a space without a genesis"))};
}

Result<OrgState*> Access::found(ByteView genesis, std::uint64_t quota) {
    TERN_TRY(log, OrgLog::begin(genesis));
    const OrgId id = log.id();
    TERN_TRY(row, store_.add_org(id, quota));
    TERN_CHECK(store_.add_record(row.ref, 0, genesis));
    return orgs_.emplace(id, std::make_unique<OrgState>(row.ref, std::move(log))).first->second.get();
}

Status Access::append_org(OrgState& org, ByteView record) {
    const auto seq = org.log.length();
    TERN_CHECK(org.log.append(record));
    return store_.add_record(org.ref, seq, record);
}

Result<SpaceState*> Access::begin_space(OrgState& org, const SpaceRecord& genesis) {
    TERN_TRY(record, read_log_record(genesis.bytes));
    TERN_TRY(log, SpaceLog::begin(genesis.bytes, org.log));
    TERN_TRY(parts, parts_of(record, 0));
    if (!genesis.sealed.empty() || !genesis.may_lack_boxes) TERN_CHECK(boxes_fit(parts.block, genesis.sealed));
    const SpaceId id = log.id();
    TERN_TRY(ref, store_.add_space(org.ref, id));
    TERN_CHECK(store_.add_record(ref, 0, genesis.bytes));
    TERN_CHECK(store_keys(ref, &*parts.block, genesis.sealed));
    return &org.spaces.emplace(id, SpaceState{ref, std::move(log)}).first->second;
}

Status Access::append_space(OrgState& org, SpaceState& space, const SpaceRecord& record, CutBehind& behind) {
    TERN_TRY(read, read_log_record(record.bytes));
    const auto seq = space.log.length();
    if (read.seq != seq || read.prev != space.log.head().hash)
        return fail(Fault::log_conflict, "the space's log has moved on", "fetch its newest records and try again");
    TERN_TRY(parts, parts_of(read, space.log.epoch().block.epoch));
    if (!record.sealed.empty() || !record.may_lack_boxes) TERN_CHECK(boxes_fit(parts.block, record.sealed));
    TERN_CHECK(check_cuts(space.ref, parts.cuts, behind));
    TERN_CHECK(space.log.append(record.bytes, org.log));
    TERN_CHECK(store_.add_record(space.ref, seq, record.bytes));
    return store_keys(space.ref, parts.block ? &*parts.block : nullptr, record.sealed);
}

Status Access::check_cuts(SpaceRef space, const std::vector<Cut>& cuts, CutBehind& behind) {
    for (const auto& cut : cuts) {
        TERN_TRY(position, store_.position(space, cut.device));
        if (position.seq <= cut.last_seq) continue;
        behind = {cut.device, position};
        return fail(Fault::cut_behind, "the cut is below work that was already accepted",
                    "fetch that device's newest changes and cut above them");
    }
    return ok();
}

Status Access::store_keys(SpaceRef space, const EpochBlock* block, const std::vector<ByteView>& sealed) {
    if (block == nullptr || sealed.empty()) return ok();
    std::size_t next = 0;
    for (const auto& seat : block->seats)
        if (seat.ubk_generation != 0) TERN_CHECK(store_.put_key(space, block->epoch, seat.user, sealed[next++]));
    return ok();
}

}  // namespace tern::server

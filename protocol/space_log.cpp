#include "protocol/space_log.h"

#include <algorithm>

#include "protocol/limits.h"

namespace tern {
namespace {

using MemberList = std::vector<std::pair<UserId, SpaceRole>>;

Failure invalid(const char* rule) {
    return fail(Fault::log_invalid, std::string("a record of a space's log breaks a rule: ") + rule,
                "this log is not followed any further; tell the space's managers");
}

std::size_t holders(const MemberList& members) {
    return static_cast<std::size_t>(
        std::count_if(members.begin(), members.end(), [](const auto& m) { return m.second >= SpaceRole::manager; }));
}

bool has_admin(const MemberList& members) {
    return std::any_of(members.begin(), members.end(), [](const auto& m) { return m.second == SpaceRole::admin; });
}

/// Whether a seat says of its user what the org log says at that position.
bool seat_fits(const EpochSeat& seat, const OrgLog& org, std::uint32_t org_seq) {
    if (org.key_in_doubt(seat.user, org_seq))
        return seat.ubk_generation == 0 && seat.seal_hash == std::array<std::uint8_t, 16>{};
    const auto key = org.key(seat.user, org_seq);
    return key && seat.ubk_generation == key->generation;
}

}  // namespace

Result<SpaceLog> SpaceLog::begin(ByteView genesis, const OrgLog& org) {
    TERN_TRY(record, read_log_record(genesis));
    if (record.type != RecordType::space_genesis || record.seq != 0 || !record.log.is_zero() || record.prev != Hash{})
        return invalid("a log begins with its genesis");
    SpaceLog log;
    log.id_ = space_id_of(genesis);
    log.creator_ = record.user;
    TERN_CHECK(log.check_author(record, org));
    TERN_TRY(body, read_body<SpaceGenesis>(record.body));
    const auto creator = std::find(body.members.begin(), body.members.end(), std::pair{record.user, SpaceRole::admin});
    if (creator == body.members.end()) return invalid("a space's creator is its admin");
    if (body.kind == SpaceKind::org && org.role(record.user, record.org.seq) != OrgRole::owner)
        return invalid("only an owner makes the org's space");
    if (body.members.size() > limits::kSpaceMembers)
        return fail(Fault::too_big, "a space has more members than any may have");
    for (const auto& [user, role] : body.members) {
        if (!org.role(user, record.org.seq) || org.suspended(user, record.org.seq))
            return invalid("a member is not in the org");
        log.members_[user].roles = {{0, role}};
    }
    if (body.block.epoch != 1 || body.block.tag_gen != 1) return invalid("the first epoch and tag generation are 1");
    if (*body.block.prev != std::array<std::uint8_t, 136>{}) return invalid("the first epoch has none before it");
    TERN_CHECK(log.check_full_block(body.block, body.members, org, record.org.seq));
    log.nonce_ = SpaceId{body.nonce};
    log.kind_ = body.kind;
    log.min_holders_ = body.min_holders;
    log.policies_ = {{0, SpacePolicy{body.min_holders, {}}}};
    log.org_seq_ = record.org.seq;
    log.begin_epoch(body.block, record);
    log.hashes_ = {record.hash};
    return log;
}

Status SpaceLog::append(ByteView bytes, const OrgLog& org) {
    TERN_TRY(record, read_log_record(bytes));
    TERN_CHECK(check_frame(record, org));
    TERN_CHECK(check_author(record, org));
    TERN_CHECK(apply(record, org));
    org_seq_ = record.org.seq;
    hashes_.push_back(record.hash);
    return ok();
}

std::optional<Hash> SpaceLog::hash_at(std::uint32_t seq) const {
    return seq < hashes_.size() ? std::optional{hashes_[seq]} : std::nullopt;
}

SpaceRole SpaceLog::role(const UserId& user, std::uint32_t at) const {
    const auto found = members_.find(user);
    SpaceRole role = SpaceRole::none;
    if (found == members_.end()) return role;
    for (const auto& since : found->second.roles)
        if (since.seq <= at) role = since.value;
    return role;
}

std::vector<std::pair<UserId, SpaceRole>> SpaceLog::members() const {
    MemberList out;
    for (const auto& [user, member] : members_)
        if (member.roles.back().value != SpaceRole::none) out.emplace_back(user, member.roles.back().value);
    return out;
}

const SpaceEpoch& SpaceLog::epoch_at(std::uint32_t seq) const {
    const auto after =
        std::find_if(epochs_.begin(), epochs_.end(), [&](const SpaceEpoch& e) { return e.since_seq > seq; });
    return *std::prev(after);
}

std::optional<Cut> SpaceLog::cut(const DeviceId& device) const {
    const auto found = cuts_.find(device);
    return found == cuts_.end() ? std::nullopt : std::optional{found->second};
}

SpaceRole SpaceLog::least_role(std::uint16_t entity, std::uint16_t column, std::uint32_t at) const {
    const SpacePolicy* policy = nullptr;
    for (const auto& since : policies_)
        if (since.seq <= at) policy = &since.value;
    for (const auto& rule : policy->rules)
        if (rule.entity == entity && rule.column == column) return rule.least;
    return SpaceRole::writer;
}

bool SpaceLog::must_rotate(const OrgLog& org, std::uint32_t org_seq) const {
    const auto& now = epoch();
    for (const auto& [user, role] : members()) {
        const auto seat = std::find_if(now.block.seats.begin(), now.block.seats.end(),
                                       [&, id = user](const EpochSeat& s) { return s.user == id; });
        const auto key = org.key(user, org_seq);
        if (seat != now.block.seats.end() && seat->ubk_generation != 0 && key && key->generation > seat->ubk_generation)
            return true;
        // Generation 0 is healed by the next rotation after user_key_rotate, so that the member gets the key at all.
        if (seat != now.block.seats.end() && seat->ubk_generation == 0 && !org.key_in_doubt(user, org_seq)) return true;
        for (const auto& [id, device] : org.devices())
            if (device.user == user && device.revoked_seq > now.org_seq && device.revoked_seq <= org_seq) return true;
    }
    return false;
}

std::vector<DeviceId> SpaceLog::devices_to_cut(const OrgLog& org, std::uint32_t org_seq,
                                               const std::vector<UserId>& losing_write) const {
    std::vector<DeviceId> out;
    const auto is_member = [&](const UserId& user) { return role(user) != SpaceRole::none; };
    for (const auto& [id, device] : org.devices()) {
        if (device.added_seq > org_seq || cuts_.contains(id)) continue;
        const bool loses = std::find(losing_write.begin(), losing_write.end(), device.user) != losing_write.end();
        const bool revoked = device.revoked_seq != 0 && device.revoked_seq <= org_seq &&
                             device.revoked_seq > epoch().org_seq && is_member(device.user);
        if (loses || revoked) out.push_back(id);
    }
    return out;
}

Status SpaceLog::check_frame(const LogRecord& record, const OrgLog& org) const {
    if (record.kind != LogKind::space || record.log.bytes != id_.bytes) return invalid("it belongs to another log");
    if (record.type == RecordType::space_genesis) return invalid("a second genesis");
    if (record.seq != length() || record.prev != hashes_.back())
        return fail(Fault::log_conflict, "the space's log has moved on", "fetch its newest records and try again");
    if (record.org.seq < org_seq_) return invalid("its org position goes back");
    if (record.org.seq >= org.length())
        return fail(Fault::sequence, "the org log here is behind a space's log", "fetch the org log first");
    return ok();
}

Status SpaceLog::check_author(const LogRecord& record, const OrgLog& org) const {
    if (record.org.seq >= org.length())
        return fail(Fault::sequence, "the org log here is behind a space's log", "fetch the org log first");
    if (!org.contains(record.org)) return invalid("its org position is on another branch of the org log");
    const auto* device = org.device(record.device);
    if (device == nullptr || device->user != record.user || !org.device_active(record.device, record.org.seq))
        return invalid("its author's device is not active");
    if (device->not_after != 0 && record.time_ms > device->not_after) return invalid("its author's device has expired");
    if (cuts_.contains(record.device)) return invalid("its author's device was cut off");
    if (!record.signed_by(device->dsk)) return invalid("its signature does not fit");
    return ok();
}

Status SpaceLog::check_full_block(const EpochBlock& block, const MemberList& members, const OrgLog& org,
                                  std::uint32_t org_seq) const {
    const bool same_users = block.seats.size() == members.size() &&
                            std::equal(members.begin(), members.end(), block.seats.begin(),
                                       [](const auto& m, const EpochSeat& s) { return m.first == s.user; });
    if (!same_users) return invalid("an epoch's list is exactly the member set");
    for (const auto& seat : block.seats)
        if (!seat_fits(seat, org, org_seq)) return invalid("an epoch is sealed to each member's newest key");
    return ok();
}

Status SpaceLog::check_partial_block(const EpochBlock& block, const std::vector<UserId>& added, const OrgLog& org,
                                     std::uint32_t org_seq) const {
    const auto& now = epoch().block;
    if (block.epoch != now.epoch || block.tag_gen != now.tag_gen || block.key_commit != now.key_commit)
        return invalid("a partial block repeats the epoch in force");
    const bool same = block.seats.size() == added.size() &&
                      std::equal(added.begin(), added.end(), block.seats.begin(),
                                 [](const UserId& user, const EpochSeat& s) { return user == s.user; });
    if (!same) return invalid("a partial block lists who was added");
    for (const auto& seat : block.seats)
        if (!seat_fits(seat, org, org_seq)) return invalid("an epoch is sealed to each member's newest key");
    return ok();
}

Status SpaceLog::check_cuts(const std::vector<Cut>& cuts, const std::vector<DeviceId>& wanted) const {
    const bool same =
        cuts.size() == wanted.size() && std::equal(wanted.begin(), wanted.end(), cuts.begin(),
                                                   [](const DeviceId& d, const Cut& c) { return d == c.device; });
    return same ? ok() : Status{invalid("the cuts list exactly the devices that lose write")};
}

Status SpaceLog::apply(const LogRecord& record, const OrgLog& org) {
    const auto own = role(record.user);
    const bool brings_block = record.type == RecordType::epoch_rotate || record.type == RecordType::space_fork_merge ||
                              record.type == RecordType::members;
    if (!brings_block && must_rotate(org, record.org.seq))
        return invalid("a member's keys have changed: the next record must rotate");
    switch (record.type) {
        case RecordType::members:
            return apply_members(record, org);
        case RecordType::epoch_rotate:
            return own >= SpaceRole::writer ? apply_rotate(record, org) : Status{invalid("only writers rotate")};
        case RecordType::space_policy:
            return own >= SpaceRole::admin ? apply_policy(record) : Status{invalid("only admins set policy")};
        case RecordType::void_deltas:
            return own >= SpaceRole::manager ? apply_void(record, org) : Status{invalid("only managers void")};
        case RecordType::erase: {
            if (own < SpaceRole::manager) return invalid("only managers erase");
            TERN_TRY(body, read_body<Erase>(record.body));
            return body.tags.size() <= limits::kLogBodyBytes / 16 ? ok() : Status{invalid("too many tags")};
        }
        case RecordType::archive: {
            if (own < SpaceRole::admin) return invalid("only admins archive");
            TERN_TRY(body, read_archive(record.body));
            if (body == archived_) return invalid("it changes nothing");
            archived_ = body;
            return ok();
        }
        case RecordType::space_fork_merge:
            return own >= SpaceRole::admin ? apply_fork_merge(record, org) : Status{invalid("only admins merge forks")};
        default:
            return invalid("its type has no place in a space's log");
    }
}

Status SpaceLog::check_member_change(const LogRecord& record, const MemberChange& change, const OrgLog& org) const {
    const auto own = role(record.user);
    const auto before = role(change.user);
    const bool leaves = change.op == MemberOp::remove && change.user == record.user;
    if (own == SpaceRole::none || (own < SpaceRole::manager && !leaves)) return invalid("only managers change members");
    if (own == SpaceRole::manager && !leaves && (change.role > SpaceRole::writer || before > SpaceRole::writer))
        return invalid("a manager grants and revokes up to writer");
    if (change.user == record.user && change.role > own) return invalid("nobody raises himself");
    if (change.op == MemberOp::add) {
        if (before != SpaceRole::none) return invalid("the user is a member already");
        if (!org.role(change.user, record.org.seq) || org.suspended(change.user, record.org.seq))
            return invalid("a member is not in the org");
    } else if (before == SpaceRole::none) {
        return invalid("there is no such member");
    }
    if (change.op == MemberOp::role && change.role == before) return invalid("it changes nothing");
    return ok();
}

Status SpaceLog::apply_members(const LogRecord& record, const OrgLog& org) {
    TERN_TRY(body, read_members(record.body, epoch().block.epoch));
    auto after_map = members();
    std::map<UserId, SpaceRole> after{after_map.begin(), after_map.end()};
    std::vector<UserId> added;
    std::vector<UserId> losing_write;
    for (const auto& change : body.changes) {
        TERN_CHECK(check_member_change(record, change, org));
        const auto before = role(change.user);
        if (change.op == MemberOp::remove)
            after.erase(change.user);
        else
            after[change.user] = change.role;
        if (change.op == MemberOp::add) added.push_back(change.user);
        if (before >= SpaceRole::writer && change.role < SpaceRole::writer) losing_write.push_back(change.user);
    }
    const bool takes_away = std::any_of(body.changes.begin(), body.changes.end(), [&](const auto& c) {
        return c.op == MemberOp::remove || c.role < role(c.user);
    });
    if ((takes_away || must_rotate(org, record.org.seq)) && !body.block.full())
        return invalid("who takes rights away rotates in the same record");
    const MemberList now{after.begin(), after.end()};
    if (now.size() > limits::kSpaceMembers) return fail(Fault::too_big, "a space has more members than any may have");
    if (!has_admin(now)) return invalid("an admin stays");
    if (holders(now) < min_holders_ && holders(now) < holders(after_map))
        return invalid("a space keeps its least number of holders");
    if (body.block.full()) {
        if (body.block.epoch != epoch().block.epoch + 1 || body.block.tag_gen != epoch().block.tag_gen)
            return invalid("a new epoch is one above the one before");
        TERN_CHECK(check_full_block(body.block, now, org, record.org.seq));
        TERN_CHECK(check_cuts(body.cuts, devices_to_cut(org, record.org.seq, losing_write)));
    } else {
        TERN_CHECK(check_partial_block(body.block, added, org, record.org.seq));
    }
    for (const auto& change : body.changes) members_[change.user].roles.push_back({record.seq, change.role});
    if (body.block.full()) {
        begin_epoch(body.block, record);
        add_cuts(body.cuts);
    } else {
        auto& seats = epochs_.back().block.seats;
        seats.insert(seats.end(), body.block.seats.begin(), body.block.seats.end());
    }
    return ok();
}

Status SpaceLog::apply_rotate(const LogRecord& record, const OrgLog& org) {
    TERN_TRY(body, read_body<EpochRotate>(record.body));
    if (body.block.epoch != epoch().block.epoch + 1 || body.block.tag_gen != epoch().block.tag_gen)
        return invalid("a new epoch is one above the one before");
    TERN_CHECK(check_full_block(body.block, members(), org, record.org.seq));
    TERN_CHECK(check_cuts(body.cuts, devices_to_cut(org, record.org.seq, {})));
    begin_epoch(body.block, record);
    add_cuts(body.cuts);
    return ok();
}

Status SpaceLog::apply_policy(const LogRecord& record) {
    TERN_TRY(body, read_body<SpacePolicy>(record.body));
    min_holders_ = body.min_holders;
    policies_.push_back({record.seq, std::move(body)});
    return ok();
}

Status SpaceLog::apply_void(const LogRecord& record, const OrgLog& org) {
    TERN_TRY(body, read_body<VoidDeltas>(record.body));
    if (!body.device.is_zero() && org.device(body.device) == nullptr) return invalid("it voids work of nobody");
    voids_.push_back({record.seq, body});
    return ok();
}

Status SpaceLog::apply_fork_merge(const LogRecord& record, const OrgLog& org) {
    TERN_TRY(body, read_body<SpaceForkMerge>(record.body));
    const auto& merge = body.merge;
    if (merge.fork_seq == 0 || merge.fork_seq > record.seq - 1 || merge.losing_branch.empty())
        return invalid("the branches do not part there");
    Hash prev = hashes_[merge.fork_seq - 1];
    std::uint32_t seq = merge.fork_seq;
    std::uint32_t lost_epoch = epoch_at(merge.fork_seq - 1).block.epoch;
    auto after = members();
    std::map<UserId, SpaceRole> now{after.begin(), after.end()};
    std::vector<UserId> losing_write;
    for (const auto& bytes : merge.losing_branch) {
        TERN_TRY(lost, read_log_record(bytes));
        const auto* signer = org.device(lost.device);
        if (lost.log.bytes != id_.bytes || lost.seq != seq || lost.prev != prev || signer == nullptr ||
            signer->user != lost.user || !lost.signed_by(signer->dsk))
            return invalid("the losing branch is no signed chain");
        if (seq == merge.fork_seq && lost.hash == hashes_[seq]) return invalid("the branches do not part there");
        if (lost.type == RecordType::members) {
            TERN_TRY(members_body, read_members(lost.body, lost_epoch));
            if (members_body.block.full()) lost_epoch = members_body.block.epoch;
            for (const auto& change : members_body.changes) {
                const auto found = now.find(change.user);
                if (found == now.end() || change.op == MemberOp::add || change.role >= found->second) continue;
                if (found->second >= SpaceRole::writer && change.role < SpaceRole::writer)
                    losing_write.push_back(change.user);
                if (change.role == SpaceRole::none)
                    now.erase(found);
                else
                    found->second = change.role;
            }
        } else if (lost.type == RecordType::epoch_rotate) {
            TERN_TRY(rotate, read_body<EpochRotate>(lost.body));
            lost_epoch = rotate.block.epoch;
        }
        prev = lost.hash;
        ++seq;
    }
    const MemberList members_now{now.begin(), now.end()};
    if (!has_admin(members_now)) return invalid("an admin stays");
    if (body.block.epoch != std::max(epoch().block.epoch, lost_epoch) + 1 ||
        body.block.tag_gen != epoch().block.tag_gen)
        return invalid("a merged epoch is above both branches");
    TERN_CHECK(check_full_block(body.block, members_now, org, record.org.seq));
    TERN_CHECK(check_cuts(body.cuts, devices_to_cut(org, record.org.seq, losing_write)));
    for (const auto& [user, old_role] : after) {
        const auto found = now.find(user);
        const auto new_role = found == now.end() ? SpaceRole::none : found->second;
        if (new_role != old_role) members_[user].roles.push_back({record.seq, new_role});
    }
    begin_epoch(body.block, record);
    add_cuts(body.cuts);
    return ok();
}

void SpaceLog::begin_epoch(const EpochBlock& block, const LogRecord& record) {
    epochs_.push_back({record.seq, record.org.seq, block});
}

void SpaceLog::add_cuts(const std::vector<Cut>& cuts) {
    for (const auto& cut : cuts) cuts_[cut.device] = cut;
}

}  // namespace tern

// Reading and growing the logs.
#include <algorithm>

#include "sync_server/access/space_record.h"
#include "sync_server/limits.h"
#include "sync_server/session/desk.h"

namespace tern::server {
namespace {

Failure no_such_log() { return fail(Fault::not_found, "there is no such log, or this user has no part in it"); }

/// How much of a space's log a user may read: all of it, or up to the record by which the user went.
std::uint32_t readable_length(const SpaceLog& log, const UserId& user) {
    for (std::uint32_t seq = log.length(); seq > 0; --seq)
        if (log.role(user, seq - 1) != SpaceRole::none) return std::min(seq + 1, log.length());
    return 0;
}

void write_records(std::vector<Bytes> records, std::uint32_t from, std::uint32_t length, proto::LogRecords& out) {
    const auto end = std::min<std::size_t>(records.size(), length > from ? length - from : 0);
    for (std::size_t i = 0; i < end; ++i) out.add_records(string_of(records[i]));
    out.set_more(from + end < length);
}

bool may_add(const Desk& desk, const OrgState& org, const LogRecord& record) {
    const Session& session = desk.session;
    if (session.phase == Phase::device) return true;  // records prove themselves, whoever brings them
    if (record.type != RecordType::device_add) return false;
    if (session.phase == Phase::founder) return record.user == session.user;
    const auto* invite = org.log.invite(session.invite_key);
    return invite != nullptr && invite->used_by == record.user;
}

Status put_org(Desk& desk, OrgState& org, const LogRecord& record, proto::ServerMessage& answer) {
    if (!may_add(desk, org, record)) return not_for_guests();
    if (org.log.hash_at(record.seq) == record.hash) return ok();  // handed in again
    if (record.type == RecordType::device_add &&
        org.log.active_devices(record.user, org.log.head().seq).size() >= limits::kDevicesPerUser)
        return fail(Fault::quota, "this user has all the devices that one may have",
                    "revoke one that is not used any more");
    auto status = desk.access.append_org(org, record.bytes);
    if (!status) {
        if (status.error().fault == Fault::log_conflict)
            write_head(log_of(org.log.id()), org.log.head(), *answer.mutable_refusal()->mutable_head());
        return status;
    }
    ++desk.metrics.log_records;
    desk.effects.moved.push_back({log_of(org.log.id()), org.log.head(), true, {}});
    const auto type = record.type;
    desk.effects.rights_changed |=
        type == RecordType::device_revoke || type == RecordType::user_suspend || type == RecordType::org_fork_merge;
    if (type != RecordType::user_add) return ok();
    TERN_TRY(added, read_body<UserAdd>(record.body));
    return desk.store.drop_join(org.ref, added.invite_key);
}

/// Made on this very device just now: its author has every sealed box at hand.
bool is_fresh(const Desk& desk, const LogRecord& record) {
    return record.device == desk.session.device && record.time_ms + limits::kFreshRecordMs > desk.now;
}

std::vector<UserId> users_of(const SpaceLog& log) {
    std::vector<UserId> out;
    for (const auto& [user, role] : log.members()) out.push_back(user);
    return out;
}

Status put_genesis(Desk& desk, OrgState& org, const SpaceRecord& record) {
    if (org.space(space_id_of(record.bytes)) != nullptr) return ok();  // handed in again
    if (org.spaces.size() >= limits::kSpacesPerOrg)
        return fail(Fault::quota, "the org has all the spaces that it may have", "use one of them");
    TERN_TRY(space, desk.access.begin_space(org, record));
    desk.effects.moved.push_back({log_of(space->log.id()), space->log.head(), false, users_of(space->log)});
    ++desk.metrics.log_records;
    return ok();
}

Status put_space(Desk& desk, OrgState& org, SpaceState& space, const LogRecord& record, const SpaceRecord& parts,
                 proto::ServerMessage& answer) {
    if (space.log.hash_at(record.seq) == record.hash) return ok();  // handed in again
    auto concerned = users_of(space.log);
    CutBehind behind;
    auto status = desk.access.append_space(org, space, parts, behind);
    if (!status) {
        auto& refusal = *answer.mutable_refusal();
        if (status.error().fault == Fault::log_conflict)
            write_head(log_of(space.log.id()), space.log.head(), *refusal.mutable_head());
        if (status.error().fault == Fault::cut_behind) {
            refusal.set_device(string_of(behind.device));
            refusal.set_last_seq(behind.position.seq);
            refusal.set_last_env(string_of(behind.position.env));
        }
        return status;
    }
    const auto now = users_of(space.log);
    concerned.insert(concerned.end(), now.begin(), now.end());
    desk.effects.moved.push_back({log_of(space.log.id()), space.log.head(), false, std::move(concerned)});
    desk.effects.grown.insert(space.log.id());  // streams of who lost access end
    ++desk.metrics.log_records;
    return ok();
}

}  // namespace

Status answer_log_get(Desk& desk, OrgState& org, const proto::LogGet& get, proto::ServerMessage& answer) {
    const auto id = fixed<16>(get.log_id());
    if (!id) return fail(Fault::malformed, "a log's id has 16 bytes");
    auto& out = *answer.mutable_log_records();
    out.set_log_id(get.log_id());
    const auto from = get.from_seq();
    if (*id == org.log.id().bytes) {
        TERN_TRY(records, desk.store.records(org.ref, from, limits::kLogChunkBytes));
        write_records(std::move(records), from, org.log.length(), out);
        return ok();
    }
    const auto* space = desk.session.phase == Phase::device ? org.space(SpaceId{*id}) : nullptr;
    const auto length = space == nullptr ? 0 : readable_length(space->log, desk.session.user);
    if (length == 0) return no_such_log();
    TERN_TRY(records, desk.store.records(space->ref, from, limits::kLogChunkBytes));
    write_records(std::move(records), from, length, out);
    return ok();
}

Status answer_log_put(Desk& desk, OrgState& org, const proto::LogPut& put, proto::ServerMessage& answer) {
    const auto id = fixed<16>(put.log_id());
    if (!id) return fail(Fault::malformed, "a log's id has 16 bytes");
    TERN_TRY(record, read_log_record(view(put.record())));
    SpaceRecord parts{view(put.record()), {}, !is_fresh(desk, record)};
    for (const auto& box : put.sealed()) parts.sealed.push_back(view(box));

    Status status = ok();
    if (*id == org.log.id().bytes) {
        status = parts.sealed.empty() ? put_org(desk, org, record, answer)
                                      : Status{fail(Fault::malformed, "the org log carries no sealed keys")};
    } else if (desk.session.phase != Phase::device) {
        status = not_for_guests();
    } else if (SpaceId{*id}.is_zero()) {
        status = put_genesis(desk, org, parts);
    } else {
        auto* space = org.space(SpaceId{*id});
        if (space == nullptr || space->log.role(desk.session.user) == SpaceRole::none) return no_such_log();
        status = put_space(desk, org, *space, record, parts, answer);
    }
    if (status) answer.mutable_done();
    return status;
}

Status answer_key_get(Desk& desk, OrgState& org, const proto::KeyGet& get, proto::ServerMessage& answer) {
    const auto id = fixed<16>(get.space());
    const auto* space = id && desk.session.phase == Phase::device ? org.space(SpaceId{*id}) : nullptr;
    if (space == nullptr || space->log.role(desk.session.user) == SpaceRole::none) return no_such_log();
    TERN_TRY(sealed, desk.store.key(space->ref, get.epoch(), desk.session.user));
    if (!sealed)
        return fail(Fault::not_found, "there is no key of that epoch for this user",
                    "somebody of the space has to rotate its keys");
    answer.mutable_key()->set_sealed(string_of(*sealed));
    return ok();
}

}  // namespace tern::server

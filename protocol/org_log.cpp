#include "protocol/org_log.h"

#include <algorithm>

namespace tern {
namespace {

Failure invalid(const char* rule) {
    return fail(Fault::log_invalid, std::string("a record of the org log breaks a rule: ") + rule,
                "this log is not followed any further; tell your admin");
}

template <class T>
const T* value_at(const std::vector<Since<T>>& history, std::uint32_t at) {
    const T* found = nullptr;
    for (const auto& [seq, value] : history)
        if (seq <= at) found = &value;
    return found;
}

bool by_identity(const LogRecord& record) { return record.device.is_zero(); }

OrgUser user_from(const Identity& identity, std::uint32_t seq, OrgRole role) {
    OrgUser user;
    user.id = identity.user;
    user.uik = identity.uik;
    user.urk = identity.urk;
    user.added_seq = seq;
    user.roles = {{seq, role}};
    user.keys = {{seq, UserKey{1, identity.ubk}}};
    return user;
}

Status check_policy(const OrgPolicy& policy) {
    if (policy.history_days < 30) return invalid("the history time has a floor of 30 days");
    if (policy.kdf_ops < 3 || policy.kdf_ops > 16 || policy.kdf_mem_kib < 64 * 1024 || policy.kdf_mem_kib > 1024 * 1024)
        return invalid("the password's cost is outside its bounds");
    return ok();
}

}  // namespace

Result<OrgLog> OrgLog::begin(ByteView genesis) {
    TERN_TRY(record, read_log_record(genesis));
    if (record.type != RecordType::org_genesis || record.seq != 0 || !record.log.is_zero() || record.prev != Hash{} ||
        record.org != LogHead{} || !by_identity(record))
        return invalid("a log begins with its genesis");
    TERN_TRY(body, read_body<OrgGenesis>(record.body));
    if (body.owner.user != user_id_of(body.owner.uik) || record.user != body.owner.user)
        return invalid("a user's id is the hash of the identity key");
    if (!record.signed_by(body.owner.uik)) return invalid("the genesis is signed by the owner's identity key");
    TERN_CHECK(check_policy(body.policy));
    OrgLog log;
    log.id_ = org_id_of(genesis);
    log.hashes_ = {record.hash};
    log.users_[body.owner.user] = user_from(body.owner, 0, OrgRole::owner);
    log.policies_ = {{0, body.policy}};
    return log;
}

Status OrgLog::append(ByteView bytes) {
    TERN_TRY(record, read_log_record(bytes));
    TERN_CHECK(check_frame(record));
    TERN_CHECK(check_author(record));
    TERN_CHECK(apply(record));
    hashes_.push_back(record.hash);
    return ok();
}

std::optional<Hash> OrgLog::hash_at(std::uint32_t seq) const {
    return seq < hashes_.size() ? std::optional{hashes_[seq]} : std::nullopt;
}

const OrgUser* OrgLog::user(const UserId& id) const {
    const auto found = users_.find(id);
    return found == users_.end() ? nullptr : &found->second;
}

const OrgDevice* OrgLog::device(const DeviceId& id) const {
    const auto found = devices_.find(id);
    return found == devices_.end() ? nullptr : &found->second;
}

const OrgInvite* OrgLog::invite(const suite::SignPublic& key) const {
    const auto found = invites_.find(key);
    return found == invites_.end() ? nullptr : &found->second;
}

std::optional<OrgRole> OrgLog::role(const UserId& id, std::uint32_t at) const {
    const auto* found = user(id);
    const auto* role = found == nullptr ? nullptr : value_at(found->roles, at);
    return role == nullptr ? std::nullopt : std::optional{*role};
}

bool OrgLog::suspended(const UserId& id, std::uint32_t at) const {
    const auto* found = user(id);
    const auto* suspended = found == nullptr ? nullptr : value_at(found->suspensions, at);
    return suspended != nullptr && *suspended;
}

std::optional<UserKey> OrgLog::key(const UserId& id, std::uint32_t at) const {
    const auto* found = user(id);
    const auto* key = found == nullptr ? nullptr : value_at(found->keys, at);
    return key == nullptr ? std::nullopt : std::optional{*key};
}

bool OrgLog::device_active(const DeviceId& id, std::uint32_t at) const {
    const auto* found = device(id);
    if (found == nullptr || found->added_seq > at) return false;
    if (found->revoked_seq != 0 && found->revoked_seq <= at) return false;
    return !suspended(found->user, at);
}

std::vector<const OrgDevice*> OrgLog::active_devices(const UserId& id, std::uint32_t at) const {
    std::vector<const OrgDevice*> out;
    for (const auto& [device_id, device] : devices_)
        if (device.user == id && device.added_seq <= at && (device.revoked_seq == 0 || device.revoked_seq > at))
            out.push_back(&device);
    return out;
}

bool OrgLog::key_in_doubt(const UserId& id, std::uint32_t at) const {
    const auto* found = user(id);
    if (found == nullptr) return false;
    std::uint32_t newest_key = 0;
    for (const auto& [seq, key] : found->keys)
        if (seq <= at) newest_key = seq;
    return std::any_of(devices_.begin(), devices_.end(), [&](const auto& item) {
        const auto& device = item.second;
        return device.user == id && device.revoked_seq > newest_key && device.revoked_seq <= at;
    });
}

Status OrgLog::check_frame(const LogRecord& record) const {
    if (record.kind != LogKind::org || record.log.bytes != id_.bytes) return invalid("it belongs to another log");
    if (record.type == RecordType::org_genesis) return invalid("a second genesis");
    if (record.seq != length() || record.prev != hashes_.back())
        return fail(Fault::log_conflict, "the org log has moved on", "fetch its newest records and try again");
    if (record.org.seq != record.seq - 1 || record.org.hash != record.prev)
        return invalid("its org position is not the record before it");
    return ok();
}

Status OrgLog::check_author(const LogRecord& record) const {
    const std::uint32_t at = record.seq - 1;
    const auto* author = user(record.user);
    if (author == nullptr) return invalid("its author is not in the org");
    if (suspended(record.user, at)) return invalid("its author is suspended");
    if (by_identity(record)) {
        const bool allowed = record.type == RecordType::device_add || record.type == RecordType::device_revoke ||
                             record.type == RecordType::user_key_rotate;
        if (!allowed) return invalid("an identity key may not sign a record of this type");
        return record.signed_by(author->uik) ? ok() : Status{invalid("its signature does not fit")};
    }
    const auto* signer = device(record.device);
    if (signer == nullptr || signer->user != record.user || !device_active(record.device, at))
        return invalid("its author's device is not active");
    if (signer->not_after != 0 && record.time_ms > signer->not_after) return invalid("its author's device has expired");
    return record.signed_by(signer->dsk) ? ok() : Status{invalid("its signature does not fit")};
}

Status OrgLog::apply(const LogRecord& record) {
    switch (record.type) {
        case RecordType::invite:
            return apply_invite(record);
        case RecordType::user_add:
            return apply_user_add(record);
        case RecordType::device_add:
            return apply_device_add(record);
        case RecordType::device_revoke:
            return apply_device_revoke(record);
        case RecordType::user_key_rotate:
            return apply_user_key_rotate(record);
        case RecordType::org_role:
            return apply_role(record);
        case RecordType::user_suspend:
            return apply_suspend(record);
        case RecordType::org_policy:
            return apply_policy(record);
        case RecordType::org_fork_merge:
            return apply_fork_merge(record);
        default:
            return invalid("its type has no place in the org log");
    }
}

Status OrgLog::apply_invite(const LogRecord& record) {
    TERN_TRY(body, read_body<Invite>(record.body));
    const auto own = *role(record.user, record.seq - 1);
    if (own < OrgRole::admin || body.role > own) return invalid("only admins invite, and up to their own role");
    if (invites_.contains(body.key)) return invalid("an invitation's key is used twice");
    if (body.expiry_ms <= record.time_ms) return invalid("an invitation that has expired already");
    invites_[body.key] = OrgInvite{body, record.user, record.seq, std::nullopt};
    return ok();
}

Status OrgLog::apply_user_add(const LogRecord& record) {
    TERN_TRY(body, read_body<UserAdd>(record.body));
    if (*role(record.user, record.seq - 1) < OrgRole::admin) return invalid("only admins admit");
    const auto invite = invites_.find(body.invite_key);
    if (invite == invites_.end() || invite->second.used_by)
        return invalid("there is no such invitation, or it was used");
    if (record.time_ms > invite->second.invite.expiry_ms) return invalid("the invitation has expired");
    const auto& identity = body.identity;
    if (body.org != id_ || identity.user != user_id_of(identity.uik))
        return invalid("a user's id is the hash of the identity key");
    if (users_.contains(identity.user)) return invalid("the user is in the org already");
    if (!body.succeeds.is_zero() && !users_.contains(body.succeeds)) return invalid("it succeeds nobody of this org");
    const Bytes x = identity.bytes_for(id_);
    if (!suite::verify(identity.uik, "fs1/useradd", x, body.user_signature))
        return invalid("the new user's own signature does not fit");
    if (!suite::verify(body.invite_key, "fs1/invsig", x, body.invite_signature))
        return invalid("the invitation's signature does not fit");
    auto user = user_from(identity, record.seq, invite->second.invite.role);
    user.level = body.level;
    user.invite_key = body.invite_key;
    user.succeeds = body.succeeds;
    users_[identity.user] = std::move(user);
    invite->second.used_by = identity.user;
    return ok();
}

Status OrgLog::apply_device_add(const LogRecord& record) {
    TERN_TRY(body, read_body<DeviceAdd>(record.body));
    if (!by_identity(record)) return invalid("only an identity key adds a device");
    if (body.device != device_id_of(body.dsk, body.dbk)) return invalid("a device's id is the hash of its keys");
    if (devices_.contains(body.device)) return invalid("the device is in the org already");
    if (!suite::verify(body.dsk, "fs1/devpop", device_proof_message(record.user, body), body.proof))
        return invalid("the device has not shown that it holds its key");
    OrgDevice device;
    device.id = body.device;
    device.user = record.user;
    device.dsk = body.dsk;
    device.dbk = body.dbk;
    device.platform = body.platform;
    device.not_after = body.not_after;
    device.added_seq = record.seq;
    devices_[body.device] = device;
    return ok();
}

Status OrgLog::apply_device_revoke(const LogRecord& record) {
    TERN_TRY(body, read_body<DeviceRevoke>(record.body));
    const auto found = devices_.find(body.device);
    if (found == devices_.end() || found->second.revoked_seq != 0) return invalid("there is no such active device");
    const auto own = *role(record.user, record.seq - 1);
    const bool own_device = found->second.user == record.user;
    const bool by_admin =
        own >= OrgRole::admin && !by_identity(record) && *role(found->second.user, record.seq - 1) <= own;
    if (!own_device && !by_admin) return invalid("only the user or an admin revokes a device");
    found->second.revoked_seq = record.seq;
    found->second.revoke_reason = body.reason;
    return ok();
}

Status OrgLog::apply_user_key_rotate(const LogRecord& record) {
    TERN_TRY(body, read_body<UserKeyRotate>(record.body));
    auto& user = users_.at(record.user);
    if (body.generation != user.keys.back().value.generation + 1)
        return invalid("a user key's generation rises by one");
    const auto active = active_devices(record.user, record.seq - 1);
    const bool exact = active.size() == body.devices.size() &&
                       std::equal(active.begin(), active.end(), body.devices.begin(),
                                  [](const OrgDevice* a, const auto& b) { return a->id == b.first; });
    if (!exact) return invalid("a new user key is sealed to exactly the active devices");
    user.keys.push_back({record.seq, UserKey{body.generation, body.ubk}});
    return ok();
}

Status OrgLog::apply_role(const LogRecord& record) {
    TERN_TRY(body, read_body<OrgRoleChange>(record.body));
    const auto own = *role(record.user, record.seq - 1);
    const auto theirs = role(body.user, record.seq - 1);
    if (!theirs) return invalid("there is no such user");
    if (own < OrgRole::admin || body.role > own || *theirs > own) return invalid("roles are given up to the own");
    if (own == OrgRole::admin && (body.role == OrgRole::owner || *theirs == OrgRole::owner))
        return invalid("only owners touch owners");
    if (body.user == record.user && body.role > own) return invalid("nobody raises himself");
    if (*theirs == OrgRole::owner && body.role != OrgRole::owner && owners() == 1)
        return invalid("the last owner stays");
    users_.at(body.user).roles.push_back({record.seq, body.role});
    return ok();
}

Status OrgLog::apply_suspend(const LogRecord& record) {
    TERN_TRY(body, read_body<UserSuspend>(record.body));
    const auto own = *role(record.user, record.seq - 1);
    const auto theirs = role(body.user, record.seq - 1);
    if (!theirs || own < OrgRole::admin || *theirs > own || body.user == record.user)
        return invalid("admins suspend others, nobody above themselves");
    if (suspended(body.user, record.seq - 1) == body.suspended) return invalid("it changes nothing");
    users_.at(body.user).suspensions.push_back({record.seq, body.suspended});
    return ok();
}

Status OrgLog::apply_policy(const LogRecord& record) {
    TERN_TRY(body, read_body<OrgPolicy>(record.body));
    if (*role(record.user, record.seq - 1) < OrgRole::admin) return invalid("only admins set policy");
    if (body.min_proto < policy().min_proto) return invalid("the least protocol version never falls");
    TERN_CHECK(check_policy(body));
    policies_.push_back({record.seq, body});
    return ok();
}

Status OrgLog::apply_fork_merge(const LogRecord& record) {
    TERN_TRY(body, read_body<ForkMerge>(record.body));
    if (*role(record.user, record.seq - 1) < OrgRole::owner) return invalid("only owners merge forks");
    if (body.fork_seq == 0 || body.fork_seq > record.seq - 1 || body.losing_branch.empty())
        return invalid("the branches do not part there");
    // The losing branch proves itself under all rules, on the state at the fork: devices that were added in it may have
    // signed in it, and what no rule allowed there takes nobody's rights away here.
    OrgLog branch = rewound(body.fork_seq);
    std::vector<LogRecord> records;
    for (const auto& bytes : body.losing_branch) {
        TERN_TRY(lost, read_log_record(bytes));
        if (!branch.append(bytes)) return invalid("the losing branch is no valid chain");
        records.push_back(std::move(lost));
    }
    if (hashes_[body.fork_seq] == records.front().hash) return invalid("the branches do not part there");
    for (const auto& lost : records) adopt(lost, record.seq);
    return ok();
}

OrgLog OrgLog::rewound(std::uint32_t length) const {
    OrgLog out = *this;
    const auto later = [&](const auto& since) { return since.seq >= length; };
    out.hashes_.resize(length);
    std::erase_if(out.policies_, later);
    std::erase_if(out.users_, [&](const auto& item) { return item.second.added_seq >= length; });
    std::erase_if(out.devices_, [&](const auto& item) { return item.second.added_seq >= length; });
    std::erase_if(out.invites_, [&](const auto& item) { return item.second.seq >= length; });
    for (auto& [id, user] : out.users_) {
        std::erase_if(user.roles, later);
        std::erase_if(user.suspensions, later);
        std::erase_if(user.keys, later);
    }
    for (auto& [id, device] : out.devices_)
        if (device.revoked_seq >= length) device.revoked_seq = device.revoke_reason = 0;
    for (auto& [key, invite] : out.invites_)
        if (invite.used_by && !out.users_.contains(*invite.used_by)) invite.used_by.reset();
    return out;
}

void OrgLog::adopt(const LogRecord& lost, std::uint32_t seq) {
    if (lost.type == RecordType::device_revoke) {
        const auto body = read_body<DeviceRevoke>(lost.body);
        const auto found = body ? devices_.find(body->device) : devices_.end();
        if (found == devices_.end() || found->second.revoked_seq != 0) return;
        found->second.revoked_seq = seq;
        found->second.revoke_reason = body->reason;
    } else if (lost.type == RecordType::user_suspend) {
        const auto body = read_body<UserSuspend>(lost.body);
        if (!body || !body->suspended || !users_.contains(body->user) || suspended(body->user, seq)) return;
        users_.at(body->user).suspensions.push_back({seq, true});
    } else if (lost.type == RecordType::org_role) {
        const auto body = read_body<OrgRoleChange>(lost.body);
        if (!body || !users_.contains(body->user)) return;
        const auto now = *role(body->user, seq);
        if (body->role >= now || (now == OrgRole::owner && owners() == 1)) return;
        users_.at(body->user).roles.push_back({seq, body->role});
    }
}

std::size_t OrgLog::owners() const {
    return static_cast<std::size_t>(std::count_if(users_.begin(), users_.end(), [](const auto& item) {
        return item.second.roles.back().value == OrgRole::owner;
    }));
}

}  // namespace tern

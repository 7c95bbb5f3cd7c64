#include "tests/support/log_script.h"

#include <algorithm>
#include <sstream>

namespace tern::test {
namespace {

LogRecordDraft next_draft(const LogId& log, std::uint32_t seq, const Hash& prev, const MadeOrg& made) {
    LogRecordDraft draft;
    draft.log = log;
    draft.seq = seq;
    draft.prev = prev;
    draft.org = made.org().head();
    draft.time_ms = made.now;
    return draft;
}

template <class Log>
std::string verdict(const Log& before, Log& after, const Status& status) {
    if (status) return {};
    const std::string changed = picture(before) == picture(after) ? "" : " AND THE LOG HAS CHANGED";
    return status.error().text() + changed;
}

}  // namespace

std::string picture(const OrgLog& log) {
    std::ostringstream out;
    out << log.length() << ' ' << hex(log.head().hash) << ' ' << hex(body_of(log.policy())) << '\n';
    for (const auto& [id, user] : log.users()) {
        out << id_text(id) << " level " << int(user.level);
        for (const auto& [seq, role] : user.roles) out << " role " << seq << ' ' << name(role);
        for (const auto& [seq, yes] : user.suspensions) out << " suspended " << seq << ' ' << yes;
        for (const auto& [seq, key] : user.keys) out << " key " << seq << ' ' << key.generation << hex(key.ubk);
        const auto* invite = log.invite(user.invite_key);
        out << " came " << (invite != nullptr && invite->used_by == id) << '\n';
    }
    for (const auto& [id, device] : log.devices())
        out << id_text(id) << " of " << id_text(device.user) << ' ' << device.added_seq << ' ' << device.revoked_seq
            << ' ' << int(device.revoke_reason) << '\n';
    return out.str();
}

std::string picture(const SpaceLog& log) {
    std::ostringstream out;
    out << log.length() << ' ' << hex(log.head().hash) << ' ' << log.org_seq() << ' ' << log.archived() << ' '
        << int(log.min_holders()) << ' ' << log.voids().size() << '\n';
    for (std::uint32_t seq = 0; seq < log.length(); ++seq) {
        out << seq << ' ' << name(log.least_role(1, 16, seq));
        for (const auto& [user, role] : log.members())
            out << ' ' << id_text(user) << name(log.role(user, seq)) << name(role);
    }
    for (const auto& epoch : log.epochs()) {
        out << "\nepoch " << epoch.block.epoch << ' ' << epoch.since_seq << ' ' << epoch.org_seq;
        for (const auto& seat : epoch.block.seats)
            out << ' ' << id_text(seat.user) << seat.ubk_generation << hex(seat.seal_hash);
    }
    return out.str();
}

LogRecordDraft LogScript::org_draft(RecordType type, Bytes body, const Phone& by) const {
    auto draft = next_draft(log_of(made.id()), made.org().length(), made.org().head().hash, made);
    draft.type = type;
    draft.user = by.user;
    draft.device = by.id;
    draft.body = std::move(body);
    return draft;
}

LogRecordDraft LogScript::identity_draft(RecordType type, Bytes body, const Person& by) const {
    auto draft = next_draft(log_of(made.id()), made.org().length(), made.org().head().hash, made);
    draft.type = type;
    draft.user = by.id();
    draft.body = std::move(body);
    return draft;
}

LogRecordDraft LogScript::space_draft(const SpaceId& id, RecordType type, Bytes body, const Phone& by) const {
    auto draft = next_draft(log_of(id), made.space(id).length(), made.space(id).head().hash, made);
    draft.kind = LogKind::space;
    draft.type = type;
    draft.user = by.user;
    draft.device = by.id;
    draft.body = std::move(body);
    return draft;
}

std::string LogScript::put_org(const Bytes& record) {
    OrgLog after = made.org();
    const auto status = after.append(record);
    ++judged;
    if (status)
        made.keep_org(record);
    else
        ++refused;
    return verdict(made.org(), after, status);
}

std::string LogScript::put_space(const SpaceId& id, const Bytes& record) {
    SpaceLog after = made.space(id);
    const auto status = after.append(record, made.org());
    ++judged;
    if (status)
        made.keep_space(id, record, {});
    else
        ++refused;
    return verdict(made.space(id), after, status);
}

UserKeyRotate LogScript::key_rotation(const Person& person) const {
    const auto at = made.org().head().seq;
    UserKeyRotate out;
    out.generation = made.org().key(person.id(), at)->generation + 1;
    out.ubk = suite::random_array<32>();
    for (const auto* device : made.org().active_devices(person.id(), at))
        out.devices.emplace_back(device->id, suite::random_array<80>());
    return out;
}

DeviceAdd LogScript::device(const Phone& phone, const Person& person) const {
    DeviceAdd add;
    add.device = phone.id;
    add.dsk = phone.dsk.pub;
    add.dbk = phone.dbk;
    add.proof = suite::sign(phone.dsk.secret, "fs1/devpop", device_proof_message(person.id(), add));
    return add;
}

Members LogScript::change(const SpaceId& id, const UserId& user, MemberOp op, SpaceRole role) const {
    const auto& space = made.space(id);
    if (op == MemberOp::remove || role < space.role(user) || space.must_rotate(made.org(), made.org().head().seq))
        return full_change(id, user, op, role);
    std::vector<Bytes> sealed;
    Members out;
    out.changes = {{user, op, role}};
    out.block = space.epoch().block;
    out.block.prev.reset();
    out.block.seats.clear();
    if (op == MemberOp::add) out.block.seats.push_back(made.seat(user, sealed));
    return out;
}

Members LogScript::full_change(const SpaceId& id, const UserId& user, MemberOp op, SpaceRole role) const {
    const auto& space = made.space(id);
    const auto now = space.members();
    std::map<UserId, SpaceRole> after{now.begin(), now.end()};
    if (op == MemberOp::remove)
        after.erase(user);
    else
        after[user] = role;
    const bool loses = space.role(user) >= SpaceRole::writer && role < SpaceRole::writer;
    std::vector<Bytes> sealed;
    Members out;
    out.changes = {{user, op, role}};
    out.block = made.full_block(space.epoch().block.epoch + 1, after, sealed);
    out.cuts = made.cuts(id, loses ? std::vector{user} : std::vector<UserId>{}, {});
    return out;
}

EpochRotate LogScript::rotation(const SpaceId& id) const {
    const auto now = made.space(id).members();
    std::vector<Bytes> sealed;
    EpochRotate out;
    out.block = made.full_block(made.space(id).epoch().block.epoch + 1, {now.begin(), now.end()}, sealed);
    out.cuts = made.cuts(id, {}, {});
    return out;
}

}  // namespace tern::test

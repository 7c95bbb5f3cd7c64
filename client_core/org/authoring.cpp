#include "client_core/org/authoring.h"

#include <algorithm>

namespace tern::org {

Bytes Author::org_record(RecordType type, Bytes body) const {
    const auto head = directory_.org().head();
    LogRecordDraft draft;
    draft.kind = LogKind::org;
    draft.type = type;
    draft.log = log_of(directory_.org().id());
    draft.seq = head.seq + 1;
    draft.prev = head.hash;
    draft.org = head;
    draft.time_ms = now_ms_;
    draft.user = account_.user;
    draft.device = account_.device.id();
    draft.body = std::move(body);
    return sign_log_record(draft, account_.device.dsk.secret);
}

Bytes Author::space_record(const SpaceLog* space, RecordType type, Bytes body) const {
    LogRecordDraft draft;
    draft.kind = LogKind::space;
    draft.type = type;
    if (space != nullptr) {
        draft.log = log_of(space->id());
        draft.seq = space->length();
        draft.prev = space->head().hash;
    }
    draft.org = directory_.org().head();
    draft.time_ms = now_ms_;
    draft.user = account_.user;
    draft.device = account_.device.id();
    draft.body = std::move(body);
    return sign_log_record(draft, account_.device.dsk.secret);
}

Bytes Author::invite(const suite::SignPublic& key, OrgRole role, Millis expiry_ms) const {
    return org_record(RecordType::invite, body_of(Invite{key, role, expiry_ms}));
}

Bytes Author::user_add(const UserAdd& body) const { return org_record(RecordType::user_add, body_of(body)); }

EpochSeat Author::seat(const SpaceId& scope, const UserId& user, const crypto::SpaceKeys& keys,
                       std::vector<Bytes>& sealed) const {
    const auto& org = directory_.org();
    if (org.key_in_doubt(user, org.head().seq)) return {user, 0, {}};
    const auto key = *org.key(user, org.head().seq);
    sealed.push_back(keys.seal_for(scope, user, key.generation, key.ubk));
    return {user, key.generation, crypto::seal_hash(sealed.back())};
}

SignedRecord Author::space(SpaceKind kind, std::uint8_t min_holders,
                           const std::vector<std::pair<UserId, SpaceRole>>& others,
                           const crypto::SpaceKeys& keys) const {
    SignedRecord out;
    SpaceGenesis body;
    body.nonce = suite::random_array<16>();
    body.kind = kind;
    body.min_holders = min_holders;
    body.members = others;
    body.members.emplace_back(account_.user, SpaceRole::admin);
    std::sort(body.members.begin(), body.members.end());
    const SpaceId scope{body.nonce};
    body.block.epoch = keys.epoch;
    body.block.tag_gen = keys.tag_gen;
    body.block.key_commit = keys.commitment(scope);
    body.block.prev = std::array<std::uint8_t, 136>{};
    for (const auto& [user, role] : body.members) body.block.seats.push_back(seat(scope, user, keys, out.sealed));
    out.bytes = space_record(nullptr, RecordType::space_genesis, body_of(body));
    return out;
}

SignedRecord Author::add_members(const SpaceLog& space, const crypto::SpaceKeys& keys,
                                 const std::vector<MemberChange>& changes) const {
    SignedRecord out;
    out.log = log_of(space.id());
    Members body;
    body.changes = changes;
    std::sort(body.changes.begin(), body.changes.end(), [](const auto& a, const auto& b) { return a.user < b.user; });
    const auto& in_force = space.epoch().block;
    body.block.epoch = in_force.epoch;
    body.block.tag_gen = in_force.tag_gen;
    body.block.key_commit = in_force.key_commit;
    const auto scope = space.key_scope(in_force.epoch);
    for (const auto& change : body.changes)
        if (change.op == MemberOp::add) body.block.seats.push_back(seat(scope, change.user, keys, out.sealed));
    out.bytes = space_record(&space, RecordType::members, body_of(body));
    return out;
}

Bytes org_genesis(const crypto::UserIdentity& identity, const crypto::UserBox& box, Millis now_ms) {
    LogRecordDraft draft;
    draft.type = RecordType::org_genesis;
    draft.time_ms = now_ms;
    draft.user = identity.id();
    draft.body = body_of(OrgGenesis{crypto::public_identity(identity, box), {}, suite::random_array<16>()});
    return sign_log_record(draft, identity.uik.secret);
}

Bytes device_record(const OrgLog& org, const crypto::UserIdentity& identity, const crypto::DeviceKeys& device,
                    Platform platform, Millis now_ms) {
    const auto head = org.head();
    LogRecordDraft draft;
    draft.type = RecordType::device_add;
    draft.log = log_of(org.id());
    draft.seq = head.seq + 1;
    draft.prev = head.hash;
    draft.org = head;
    draft.time_ms = now_ms;
    draft.user = identity.id();
    draft.body = body_of(crypto::device_add(identity.id(), device, platform));
    return sign_log_record(draft, identity.uik.secret);
}

}  // namespace tern::org

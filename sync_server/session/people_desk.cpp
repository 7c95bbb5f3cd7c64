// People on their way in: requests to join, and the login registrations and bundles that open a second device.
#include "sync_server/limits.h"
#include "sync_server/session/desk.h"

namespace tern::server {
namespace {

/// The user that may put slots on this connection; nothing where there is none yet.
std::optional<UserId> slot_owner(const Desk& desk, const OrgState& org) {
    if (desk.session.phase != Phase::guest) return desk.session.user;
    const auto* invite = org.log.invite(desk.session.invite_key);
    return invite == nullptr ? std::nullopt : invite->used_by;
}

/// user 16, login_id 16, u8 slot, u32 version, srv_salt 16, u8 ops, u32 mem KiB, login_pk 32, H("fs1/slot", bundle) 32
Result<SlotRow> read_registration(const proto::SlotPut& put) {
    SlotRow row;
    ByteReader in{view(put.registration())};
    row.user = UserId{in.array<16>()};
    row.login = in.array<16>();
    row.slot = in.u8();
    row.version = in.u32();
    in.raw(16 + 1 + 4 + 32);
    const auto bundle_hash = in.array<32>();
    if (!in.done()) return fail(Fault::malformed, "a login registration has a wrong length");
    if (row.slot < 1 || row.slot > limits::kSlotKinds)
        return fail(Fault::unsupported, "an unknown kind of login", "update the server");
    if (put.bundle().empty() || put.bundle().size() > limits::kBundleBytes)
        return fail(Fault::too_big, "a bundle has a wrong length");
    if (suite::h("fs1/slot", view(put.bundle())) != bundle_hash)
        return fail(Fault::forged, "the bundle is not the one that was registered");
    row.registration = copy(view(put.registration()));
    row.signature = copy(view(put.signature()));
    row.bundle = copy(view(put.bundle()));
    return row;
}

}  // namespace

Status answer_join(Desk& desk, OrgState& org, const proto::JoinRequest& join, proto::ServerMessage& answer) {
    if (desk.session.phase != Phase::guest)
        return fail(Fault::forbidden, "only who holds an invitation may ask to join");
    const auto* invite = org.log.invite(desk.session.invite_key);
    if (invite->used_by)
        return fail(Fault::already_exists, "the invitation was used",
                    "fetch the org log; if it was not you, ask for a new one");
    ByteReader in{view(join.identity())};
    const OrgId asked{in.array<16>()};
    const UserId user{in.array<16>()};
    const auto uik = in.array<32>();
    in.raw(32 + 32 + 80);
    if (!in.done() || asked != org.log.id() || user != user_id_of(uik))
        return fail(Fault::malformed, "the request to join is not for this org");
    if (!equal(view(join.invite_key()), desk.session.invite_key) ||
        !suite::verify(uik, "fs1/useradd", view(join.identity()), view(join.user_signature())) ||
        !suite::verify(desk.session.invite_key, "fs1/invsig", view(join.identity()), view(join.invite_signature())))
        return fail(Fault::forged, "a signature of the request to join does not fit");
    TERN_TRY(waiting, desk.store.joins(org.ref));
    if (waiting.size() >= limits::kJoins)
        return fail(Fault::quota, "too many people wait to be admitted", "ask an admin of the org to look");
    TERN_CHECK(desk.store.put_join(org.ref, {desk.session.invite_key, copy(view(join.SerializeAsString()))}));
    desk.effects.joins.push_back(join);
    answer.mutable_done();
    return ok();
}

Status answer_slot_put(Desk& desk, OrgState& org, const proto::SlotPut& put, proto::ServerMessage& answer) {
    TERN_TRY(row, read_registration(put));
    const auto* user = org.log.user(row.user);
    if (user == nullptr || slot_owner(desk, org) != row.user)
        return fail(Fault::forbidden, "a login can only be registered for oneself");
    if (!suite::verify(user->uik, "fs1/loginreg", row.registration, row.signature))
        return fail(Fault::forged, "the registration's signature does not fit");
    TERN_TRY(before, desk.store.slot(org.ref, row.user, row.slot));
    if (before && before->registration != row.registration && before->version >= row.version)
        return fail(Fault::already_exists, "a newer login of this kind is registered", "fetch it first");
    TERN_TRY(owner, desk.store.login_owner(org.ref, row.login));
    if (owner && *owner != row.user)
        return fail(Fault::already_exists, "somebody else of the org has this login", "choose another one");
    TERN_CHECK(desk.store.put_slot(org.ref, row));
    answer.mutable_done();
    return ok();
}

}  // namespace tern::server

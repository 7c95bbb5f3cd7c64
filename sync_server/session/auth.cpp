// Who is there? The four ways to answer a challenge (protocol/README.md, "The conversation").
#include <algorithm>

#include "protocol/delta_judge.h"
#include "sync_server/limits.h"
#include "sync_server/session/desk.h"

namespace tern::server {
namespace {

constexpr std::uint32_t kProto = 1;

/// One answer for every reason: a stranger learns nothing of which orgs, devices or invitations there are.
Failure not_known() {
    return fail(Fault::unauthenticated,
                "this server does not know this device or invitation, or its proof does not fit",
                "check the server's address; a removed device needs a new login");
}

Failure malformed() { return fail(Fault::malformed, "a field of the proof has a wrong length"); }

/// What the other side signed, from what it says and what we asked.
Result<AuthMessage> signed_message(const Session& session, const proto::Auth& auth) {
    const auto org = fixed<16>(auth.org_id());
    const auto login = fixed<16>(auth.login_id());
    const auto device = fixed<16>(auth.device_id());
    if (!org || !login || !device || auth.action() > 0xff) return malformed();
    AuthMessage message;
    message.server_name = auth.server_name();
    message.org = OrgId{*org};
    message.login = *login;
    message.device = DeviceId{*device};
    message.nonce = session.nonce;
    message.server_ms = static_cast<std::uint64_t>(session.challenged_ms);
    message.action = static_cast<std::uint8_t>(auth.action());
    message.payload = copy(view(auth.payload()));
    return message;
}

Status check_common(const Desk& desk, const proto::Auth& auth) {
    if (auth.proto() != kProto)
        return fail(Fault::unsupported, "this server does not speak that version", "update Tern");
    // A relay that was dialled under another name cannot pass the answer on.
    const auto& names = desk.options.names;
    if (std::find(names.begin(), names.end(), auth.server_name()) == names.end())
        return fail(Fault::unauthenticated, "this server does not go by the name that was dialled",
                    "use the server's own name, or ask its admin to add this one with --name");
    if (desk.now - desk.session.challenged_ms > limits::kNonceMs)
        return fail(Fault::unauthenticated, "the answer to the challenge came too late", "connect again");
    return ok();
}

Status check_proto(const OrgState& org, const proto::Auth& auth) {
    if (auth.proto() >= org.log.policy().min_proto) return ok();
    return fail(Fault::unsupported, "the org's policy asks for a newer version", "update Tern");
}

Status take_device(Desk& desk, const proto::Auth& auth, OrgState& org, const AuthMessage& message) {
    const auto* device = org.log.device(message.device);
    if (device == nullptr || !suite::verify(device->dsk, "fs1/devlogin", message.bytes(), view(auth.signature())))
        return not_known();
    if (!org.device_active(message.device, desk.now)) return not_known();
    desk.session.device = message.device;
    desk.session.user = device->user;
    desk.session.phase = Phase::device;
    return ok();
}

Status take_guest(Desk& desk, const proto::Auth& auth, OrgState& org, AuthMessage message) {
    const auto key = fixed<32>(auth.invite_key());
    if (!key) return malformed();
    message.login = suite::h16("fs1/invid", *key);
    const auto* invite = org.log.invite(*key);
    if (invite == nullptr || !suite::verify(*key, "fs1/knock", message.bytes(), view(auth.signature())))
        return not_known();
    if (!invite->used_by && desk.now > invite->invite.expiry_ms)
        return fail(Fault::unauthenticated, "the invitation has expired", "ask for a new one");
    desk.session.invite_key = *key;
    desk.session.phase = Phase::guest;
    return ok();
}

Status spend_code(Desk& desk, const proto::Auth& auth) {
    if (desk.options.open_orgs) return ok();
    const auto refused = fail(Fault::forbidden, "a new org needs a code that was not used yet",
                              "ask the server's admin: tern-server org allow");
    const auto code = from_crockford32(auth.org_code());
    if (!code || code->empty()) return refused;
    TERN_TRY(spent, desk.store.spend_code(suite::h("fs1/orgcode", *code)));
    return spent ? ok() : Status{refused};
}

/// Idempotent until the org has a device: the answer may have been lost.
Result<OrgState*> take_founder(Desk& desk, const proto::Auth& auth) {
    const auto genesis = view(auth.genesis());
    TERN_TRY(log, OrgLog::begin(genesis));
    TERN_TRY(org, desk.access.org(log.id()));
    if (org != nullptr && !org->log.devices().empty())
        return fail(Fault::already_exists, "this org is on the server already", "log in with a device");
    if (org == nullptr) {
        TERN_CHECK(spend_code(desk, auth));
        TERN_TRY(founded, desk.access.found(genesis, limits::kOrgQuotaBytes));
        org = founded;
    }
    desk.session.user = log.users().begin()->first;
    desk.session.phase = Phase::founder;
    return org;
}

Result<OrgState*> take_known(Desk& desk, const proto::Auth& auth) {
    TERN_TRY(message, signed_message(desk.session, auth));
    TERN_TRY(org, desk.access.org(message.org));
    if (org == nullptr) return not_known();
    TERN_CHECK(check_proto(*org, auth));
    TERN_CHECK(auth.kind() == proto::Auth::DEVICE ? take_device(desk, auth, *org, message)
                                                  : take_guest(desk, auth, *org, message));
    return org;
}

Result<OrgState*> take(Desk& desk, const proto::Auth& auth) {
    switch (auth.kind()) {
        case proto::Auth::DEVICE:
        case proto::Auth::GUEST:
            return take_known(desk, auth);
        case proto::Auth::FOUNDER:
            return take_founder(desk, auth);
        default:
            return fail(Fault::unsupported, "this server does not know that way to log in",
                        "update the server, or log in with a device");
    }
}

}  // namespace

Status answer_auth(Desk& desk, const proto::Auth& auth, proto::ServerMessage& answer) {
    TERN_CHECK(check_common(desk, auth));
    TERN_TRY(org, take(desk, auth));
    desk.session.org = org->log.id();
    return write_welcome(desk, *org, *answer.mutable_welcome());
}

}  // namespace tern::server

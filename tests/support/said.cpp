#include "tests/support/said.h"

#include "protocol/delta_judge.h"

namespace tern::test {
namespace {

AuthMessage signed_part(const MadeOrg& org, const proto::Challenge& challenge, const std::string& server_name) {
    AuthMessage message;
    message.server_name = server_name;
    message.org = org.id();
    message.nonce = array_of<32>(view(challenge.nonce()));
    message.server_ms = challenge.server_ms();
    return message;
}

proto::ClientMessage auth_of(const AuthMessage& who, proto::Auth::Kind kind) {
    proto::ClientMessage message;
    auto& auth = *message.mutable_auth();
    auth.set_proto(1);
    auth.set_kind(kind);
    auth.set_server_name(who.server_name);
    auth.set_org_id(bytes_of(who.org));
    return message;
}

}  // namespace

std::string bytes_of(ByteView bytes) { return std::string(text(bytes)); }

proto::ClientMessage founding(const Bytes& genesis, const std::string& server_name, const std::string& code) {
    proto::ClientMessage message;
    auto& auth = *message.mutable_auth();
    auth.set_proto(1);
    auth.set_kind(proto::Auth::FOUNDER);
    auth.set_server_name(server_name);
    auth.set_genesis(bytes_of(genesis));
    auth.set_org_code(code);
    return message;
}

proto::ClientMessage logging_in(const MadeOrg& org, const Phone& phone, const proto::Challenge& challenge,
                                const std::string& server_name) {
    auto who = signed_part(org, challenge, server_name);
    who.device = phone.id;
    auto message = auth_of(who, proto::Auth::DEVICE);
    message.mutable_auth()->set_device_id(bytes_of(phone.id));
    message.mutable_auth()->set_signature(bytes_of(suite::sign(phone.dsk.secret, "fs1/devlogin", who.bytes())));
    return message;
}

proto::ClientMessage knocking(const MadeOrg& org, const MadeOrg::Invitation& invitation,
                              const proto::Challenge& challenge, const std::string& server_name) {
    auto who = signed_part(org, challenge, server_name);
    who.login = suite::h16("fs1/invid", invitation.key.pub);
    auto message = auth_of(who, proto::Auth::GUEST);
    message.mutable_auth()->set_invite_key(bytes_of(invitation.key.pub));
    message.mutable_auth()->set_signature(bytes_of(suite::sign(invitation.key.secret, "fs1/knock", who.bytes())));
    return message;
}

proto::ClientMessage putting(const MadeRecord& record) {
    proto::ClientMessage message;
    auto& put = *message.mutable_log_put();
    put.set_log_id(bytes_of(record.log));
    put.set_record(bytes_of(record.bytes));
    for (const auto& box : record.sealed) put.add_sealed(bytes_of(box));
    return message;
}

proto::ClientMessage putting(const std::vector<Bytes>& deltas, bool atomic) {
    proto::ClientMessage message;
    auto& put = *message.mutable_delta_put();
    for (const auto& delta : deltas) put.add_deltas(bytes_of(delta));
    put.set_atomic(atomic);
    return message;
}

}  // namespace tern::test

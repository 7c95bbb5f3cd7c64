#include "client_core/sync/wire.h"

#include <google/protobuf/io/coded_stream.h>

#include "client_core/sync/limits.h"
#include "protocol/limits.h"
#include "protocol/message_parts.h"

namespace tern::sync {

Result<proto::ServerMessage> read_server_message(ByteView bytes) {
    if (bytes.size() > tern::limits::kMessageBytes)
        return fail(Fault::too_big, "the server sent a message that is too large");
    TERN_CHECK(check_parts(bytes, 2, limits::kMessageFields));
    google::protobuf::io::CodedInputStream in(bytes.data(), static_cast<int>(bytes.size()));
    in.SetRecursionLimit(tern::limits::kMessageDepth);
    proto::ServerMessage out;
    if (!out.ParseFromCodedStream(&in) || !in.ConsumedEntireMessage())
        return fail(Fault::malformed, "the server sent a message that cannot be read");
    return out;
}

Failure failure_from(const proto::Refusal& refusal) {
    return {fault_named(refusal.fault()), refusal.what(), refusal.remedy()};
}

Failure unexpected() {
    return fail(Fault::malformed, "the server said something that has no place here",
                "check the server's address and version");
}

proto::ClientMessage auth_message(proto::Auth::Kind kind, const proto::Challenge& challenge, AuthMessage& who) {
    who.nonce = array_of<32>(view(challenge.nonce()));
    who.server_ms = challenge.server_ms();
    who.action = 1;
    proto::ClientMessage out;
    auto& auth = *out.mutable_auth();
    auth.set_proto(kProto);
    auth.set_kind(kind);
    auth.set_server_name(who.server_name);
    auth.set_org_id(as_string(who.org));
    auth.set_device_id(as_string(who.device));
    auth.set_login_id(as_string(who.login));
    auth.set_action(who.action);
    return out;
}

void Wire::tell(const proto::ClientMessage& message) {
    Bytes bytes(message.ByteSizeLong());
    message.SerializeToArray(bytes.data(), static_cast<int>(bytes.size()));
    out_.push_back(std::move(bytes));
}

}  // namespace tern::sync

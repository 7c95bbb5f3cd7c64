#include "sync_server/session/decode.h"

#include <google/protobuf/io/coded_stream.h>

#include "protocol/message_parts.h"
#include "sync_server/limits.h"

namespace tern::server {
namespace {

using google::protobuf::io::CodedInputStream;

Failure malformed() { return fail(Fault::malformed, "a message is not well formed", "update Tern"); }

}  // namespace

Result<proto::ClientMessage> read_message(ByteView bytes) {
    if (bytes.size() > limits::kMessageBytes)
        return fail(Fault::too_big, "a message is larger than any may be", "send less at once");
    TERN_CHECK(check_parts(bytes, 2, limits::kMessageFields));
    CodedInputStream in(bytes.data(), static_cast<int>(bytes.size()));
    in.SetRecursionLimit(limits::kMessageDepth);
    proto::ClientMessage message;
    if (!message.ParseFromCodedStream(&in) || !in.ConsumedEntireMessage()) return malformed();
    return message;
}

Bytes write_message(const proto::ServerMessage& message) {
    Bytes out(message.ByteSizeLong());
    message.SerializeWithCachedSizesToArray(out.data());
    return out;
}

}  // namespace tern::server

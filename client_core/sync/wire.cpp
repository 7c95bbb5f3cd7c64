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

void Wire::tell(const proto::ClientMessage& message) {
    Bytes bytes(message.ByteSizeLong());
    message.SerializeToArray(bytes.data(), static_cast<int>(bytes.size()));
    out_.push_back(std::move(bytes));
}

}  // namespace tern::sync

#include "sync_server/session/decode.h"

#include <google/protobuf/io/coded_stream.h>

#include "sync_server/limits.h"

namespace tern::server {
namespace {

using google::protobuf::io::CodedInputStream;

constexpr std::uint32_t kWireVarint = 0;
constexpr std::uint32_t kWireFixed64 = 1;
constexpr std::uint32_t kWireBytes = 2;
constexpr std::uint32_t kWireFixed32 = 5;

Failure malformed() { return fail(Fault::malformed, "a message is not well formed", "update Tern"); }

/// Counts the fields of one level without making anything of them: a megabyte of empty fields would otherwise become
/// tens of megabytes of strings. Groups are not used here and refused.
class FieldCounter {
public:
    Status count(ByteView bytes, int levels) {
        CodedInputStream in(bytes.data(), static_cast<int>(bytes.size()));
        while (const auto tag = in.ReadTag()) {
            if (++fields_ > limits::kMessageFields)
                return fail(Fault::too_big, "a message has more parts than any may have", "send fewer at once");
            TERN_CHECK(skip(in, bytes, tag & 7, levels));
        }
        return in.ConsumedEntireMessage() ? ok() : Status{malformed()};
    }

private:
    Status skip(CodedInputStream& in, ByteView bytes, std::uint32_t type, int levels) {
        std::uint64_t number = 0;
        std::uint32_t size = 0;
        switch (type) {
            case kWireVarint:
                return in.ReadVarint64(&number) ? ok() : Status{malformed()};
            case kWireFixed64:
                return in.ReadLittleEndian64(&number) ? ok() : Status{malformed()};
            case kWireFixed32:
                return in.ReadLittleEndian32(&size) ? ok() : Status{malformed()};
            case kWireBytes:
                break;
            default:
                return malformed();
        }
        if (!in.ReadVarint32(&size) || size > bytes.size()) return malformed();
        const auto from = static_cast<std::size_t>(in.CurrentPosition());
        if (!in.Skip(static_cast<int>(size))) return malformed();
        return levels > 1 ? count(bytes.subspan(from, size), levels - 1) : ok();
    }

    std::size_t fields_ = 0;
};

}  // namespace

Result<proto::ClientMessage> read_message(ByteView bytes) {
    if (bytes.size() > limits::kMessageBytes)
        return fail(Fault::too_big, "a message is larger than any may be", "send less at once");
    TERN_CHECK(FieldCounter{}.count(bytes, 2));
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

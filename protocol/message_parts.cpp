#include "protocol/message_parts.h"

namespace tern {
namespace {

enum WireType : std::uint64_t { kVarint = 0, kFixed64 = 1, kBytes = 2, kFixed32 = 5 };

Failure malformed() { return fail(Fault::malformed, "a message is not well formed", "update Tern"); }

class Walker {
public:
    explicit Walker(std::size_t most) : most_(most) {}

    Status walk(ByteView bytes, int levels) {
        ByteReader in{bytes};
        while (in.left() > 0) {
            if (++parts_ > most_)
                return fail(Fault::too_big, "a message has more parts than any may have", "send fewer at once");
            const auto tag = varint(in);
            if (!tag || *tag >> 3 == 0 || *tag >> 32 != 0) return malformed();
            TERN_CHECK(skip(in, *tag & 7, levels));
        }
        return ok();
    }

private:
    static std::optional<std::uint64_t> varint(ByteReader& in) {
        std::uint64_t v = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            const auto b = in.u8();
            if (shift < 64) v |= static_cast<std::uint64_t>(b & 0x7f) << shift;
            if ((b & 0x80) == 0) return in.ok() ? std::optional{v} : std::nullopt;
        }
        return std::nullopt;
    }

    Status skip(ByteReader& in, std::uint64_t type, int levels) {
        switch (type) {
            case kVarint:
                return varint(in) ? ok() : Status{malformed()};
            case kFixed64:
                in.raw(8);
                break;
            case kFixed32:
                in.raw(4);
                break;
            case kBytes: {
                const auto size = varint(in);
                if (!size || *size > in.left()) return malformed();
                const auto content = in.raw(static_cast<std::size_t>(*size));
                return levels > 1 ? walk(content, levels - 1) : ok();
            }
            default:
                return malformed();
        }
        return in.ok() ? ok() : Status{malformed()};
    }

    std::size_t most_;
    std::size_t parts_ = 0;
};

}  // namespace

Status check_parts(ByteView message, int levels, std::size_t most) { return Walker{most}.walk(message, levels); }

}  // namespace tern

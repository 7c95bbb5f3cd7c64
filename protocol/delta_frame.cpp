#include "protocol/delta_frame.h"

#include "protocol/limits.h"

namespace tern {
namespace {

constexpr std::size_t kHeaderBytes = 104;
constexpr std::size_t kSignatureBytes = 64;
constexpr std::string_view kMagic = "FSD1";

std::size_t mark_bytes(DeltaKind kind) {
    if (kind == DeltaKind::carry) return 32;
    if (kind == DeltaKind::conditional) return 24;
    return 0;
}

Failure malformed(std::string what) { return fail(Fault::malformed, "a delta's frame is not well formed: " + what); }

Status read_fixed(ByteReader& in, DeltaHeader& header, std::size_t& n_tags, std::size_t& body_bytes) {
    if (!equal(in.raw(4), view(kMagic))) return malformed("it does not begin as one");
    if (in.u8() != 1) return fail(Fault::unsupported, "a delta of an unknown version", "update Tern");
    const auto kind = in.u8();
    if (kind < 1 || kind > 5) return fail(Fault::unsupported, "a delta of an unknown kind", "update Tern");
    header.kind = static_cast<DeltaKind>(kind);
    header.flags = in.u16();
    if ((header.flags & ~kBumpFlag) != 0)
        return fail(Fault::unsupported, "a delta with an unknown flag", "update Tern");
    header.space = SpaceId{in.array<16>()};
    header.epoch = in.u32();
    header.tag_gen = in.u16();
    n_tags = in.u16();
    header.device = DeviceId{in.array<16>()};
    header.dev_seq = in.u64();
    header.prev_env = in.array<16>();
    header.hlc = Hlc{in.u64()};
    header.log_seq = in.u32();
    header.log_head16 = in.array<16>();
    body_bytes = in.u32();
    if (!in.ok()) return malformed("it is cut short");
    if (n_tags > limits::kDeltaTags) return fail(Fault::too_big, "a delta with more than 256 tags");
    if (body_bytes > limits::kDeltaBodyBytes) return fail(Fault::too_big, "a delta's body is over 64 KiB");
    if (header.hlc.value >> 63 != 0 || header.hlc.value == 0) return malformed("its stamp is out of range");
    if (header.dev_seq == 0 || header.dev_seq >> 63 != 0) return malformed("its number is out of range");
    if (header.kind != DeltaKind::checkpoint && n_tags == 0) return malformed("it has no tags");
    return ok();
}

bool mark_in_range(DeltaKind kind, const Mark& mark) {
    const bool any = kind == DeltaKind::conditional && mark.stamp.hlc.value == ~std::uint64_t{0};
    return any || mark.stamp.hlc.value >> 63 == 0;
}

}  // namespace

Result<DeltaFrame> read_delta(ByteView bytes) {
    if (bytes.size() > limits::kDeltaBytes) return fail(Fault::too_big, "a delta is larger than any may be");
    DeltaFrame frame;
    DeltaHeader& header = frame.header;
    ByteReader in{bytes};
    std::size_t n_tags = 0;
    std::size_t body_bytes = 0;
    TERN_CHECK(read_fixed(in, header, n_tags, body_bytes));
    if (in.left() != n_tags * (16 + mark_bytes(header.kind)) + body_bytes + kSignatureBytes)
        return malformed("its length does not fit");

    header.tags.reserve(n_tags);
    for (std::size_t i = 0; i < n_tags; ++i) {
        header.tags.push_back(Tag{in.array<16>()});
        if (i > 0 && !(header.tags[i - 1] < header.tags[i])) return malformed("its tags are out of order");
    }
    if (mark_bytes(header.kind) != 0) {
        header.marks.reserve(n_tags);
        for (std::size_t i = 0; i < n_tags; ++i) {
            Mark mark;
            mark.stamp.hlc = Hlc{in.u64()};
            mark.stamp.device = DeviceId{in.array<16>()};
            if (header.kind == DeltaKind::carry) mark.dev_seq = in.u64();
            if (!mark_in_range(header.kind, mark)) return malformed("a mark's stamp is out of range");
            header.marks.push_back(mark);
        }
    }
    const std::size_t header_bytes = in.position();
    frame.bytes = bytes;
    frame.authenticated = bytes.first(header_bytes);
    frame.body = in.raw(body_bytes);
    frame.signature = in.raw(kSignatureBytes);
    frame.env_id = suite::h("fs1/envid", bytes.first(header_bytes + body_bytes));
    return frame;
}

bool signature_fits(const DeltaFrame& frame, const suite::SignPublic& device_key) {
    return suite::verify(device_key, "fs1/env", frame.env_id, frame.signature);
}

Bytes delta_header_bytes(const DeltaHeader& header, std::size_t body_bytes) {
    ByteWriter out;
    out.raw(view(kMagic)).u8(1).u8(static_cast<std::uint8_t>(header.kind)).u16(header.flags);
    out.raw(header.space).u32(header.epoch).u16(header.tag_gen).u16(static_cast<std::uint16_t>(header.tags.size()));
    out.raw(header.device).u64(header.dev_seq).raw(header.prev_env);
    out.u64(header.hlc.value).u32(header.log_seq).raw(header.log_head16).u32(static_cast<std::uint32_t>(body_bytes));
    for (const auto& tag : header.tags) out.raw(tag);
    for (const auto& mark : header.marks) {
        out.u64(mark.stamp.hlc.value).raw(mark.stamp.device);
        if (header.kind == DeltaKind::carry) out.u64(mark.dev_seq);
    }
    return out.take();
}

Bytes sign_delta(ByteView header_bytes, ByteView body, ByteView device_secret) {
    Bytes out = copy(header_bytes);
    out.insert(out.end(), body.begin(), body.end());
    const Hash env_id = suite::h("fs1/envid", out);
    const Signature signature = suite::sign(device_secret, "fs1/env", env_id);
    out.insert(out.end(), signature.begin(), signature.end());
    return out;
}

std::array<std::uint8_t, 16> env_id16(const Hash& env_id) { return array_of<16>(ByteView{env_id}.first(16)); }

}  // namespace tern

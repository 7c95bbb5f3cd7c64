#include "protocol/log_record.h"

#include "protocol/limits.h"

namespace tern {
namespace {

constexpr std::string_view kMagic = "FSL1";
constexpr std::size_t kHeaderBytes = 140;
constexpr std::size_t kSignatureBytes = 64;

Failure malformed(const char* what) {
    return fail(Fault::malformed, std::string("a log record is not well formed: ") + what);
}

bool type_fits(LogKind kind, std::uint16_t type) { return kind == LogKind::org ? type <= 9 : type >= 16 && type <= 23; }

}  // namespace

Result<LogRecord> read_log_record(ByteView bytes) {
    if (bytes.size() > kHeaderBytes + limits::kLogBodyBytes + kSignatureBytes)
        return fail(Fault::too_big, "a log record is larger than any may be");
    LogRecord out;
    ByteReader in{bytes};
    if (!equal(in.raw(4), view(kMagic))) return malformed("it does not begin as one");
    if (in.u8() != 1) return fail(Fault::unsupported, "a log record of an unknown version", "update Tern");
    const auto kind = in.u8();
    const auto type = in.u16();
    if (kind > 1 || !type_fits(static_cast<LogKind>(kind), type))
        return fail(Fault::unsupported, "a log record of an unknown type", "update Tern");
    out.kind = static_cast<LogKind>(kind);
    out.type = static_cast<RecordType>(type);
    out.log = LogId{in.array<16>()};
    out.seq = in.u32();
    out.prev = in.array<32>();
    out.org.seq = in.u32();
    out.org.hash = in.array<32>();
    const auto time_ms = in.u64();
    out.user = UserId{in.array<16>()};
    out.device = DeviceId{in.array<16>()};
    const auto body = in.lp();
    in.raw(kSignatureBytes);
    if (!in.done()) return malformed("its length does not fit");
    if (time_ms >> 48 != 0) return malformed("its time is out of range");
    if (out.seq >= limits::kLogRecords) return fail(Fault::too_big, "a log has more records than any may have");
    out.time_ms = static_cast<Millis>(time_ms);
    out.body = copy(body);
    out.bytes = copy(bytes);
    out.hash = suite::h("fs1/lrhash", bytes);
    return out;
}

Bytes sign_log_record(const LogRecordDraft& draft, ByteView secret) {
    ByteWriter out;
    out.raw(view(kMagic)).u8(1).u8(static_cast<std::uint8_t>(draft.kind)).u16(static_cast<std::uint16_t>(draft.type));
    out.raw(draft.log).u32(draft.seq).raw(draft.prev).u32(draft.org.seq).raw(draft.org.hash);
    out.u64(static_cast<std::uint64_t>(draft.time_ms)).raw(draft.user).raw(draft.device).lp(draft.body);
    const Signature signature = suite::sign(secret, "fs1/lrsig", out.bytes());
    out.raw(signature);
    return out.take();
}

OrgId org_id_of(ByteView genesis) { return OrgId{suite::h16("fs1/orgid", genesis)}; }
SpaceId space_id_of(ByteView genesis) { return SpaceId{suite::h16("fs1/spaceid", genesis)}; }

}  // namespace tern

// One record of the org log or of a space's log: frame "FSL1" (crypto design, section 6). Form only; what a record may
// do is judged by org_log and space_log.
//
//   0   4 'FSL1' | 4 1 version=1 | 5 1 log kind | 6 2 type | 8 16 log_id | 24 4 seq | 28 32 prev
//   60  4 org_seq | 64 32 org_head | 96 8 time_ms | 104 16 user_id | 120 16 device_id | 136 4 body_len | 140 body | 64
//   signature
#pragma once

#include <cstdint>

#include "protocol/base/bytes.h"
#include "protocol/base/result.h"
#include "protocol/base/suite.h"
#include "protocol/ids.h"

namespace tern {

using LogId = Id<struct LogTag>;
inline LogId log_of(const OrgId& org) { return LogId{org.bytes}; }
inline LogId log_of(const SpaceId& space) { return LogId{space.bytes}; }

enum class LogKind : std::uint8_t { org = 0, space = 1 };

enum class RecordType : std::uint16_t {
    org_genesis = 0,
    invite = 1,
    user_add = 2,
    device_add = 3,
    device_revoke = 4,
    user_key_rotate = 5,
    org_role = 6,
    user_suspend = 7,
    org_policy = 8,
    org_fork_merge = 9,
    space_genesis = 16,
    members = 17,
    epoch_rotate = 18,
    space_policy = 19,
    void_deltas = 20,
    erase = 21,
    archive = 22,
    space_fork_merge = 23,
};

/// Header and signature: no record is shorter.
inline constexpr std::size_t kLeastRecordBytes = 140 + 64;

/// A position in a log: pins everything before it.
struct LogHead {
    std::uint32_t seq = 0;
    Hash hash{};
    bool operator==(const LogHead&) const = default;
};

/// What an author fills in; the rest of the frame is a matter of form.
struct LogRecordDraft {
    LogKind kind = LogKind::org;
    RecordType type = RecordType::org_genesis;
    LogId log;
    std::uint32_t seq = 0;
    Hash prev{};
    LogHead org;  ///< the org log's position that the author has verified
    Millis time_ms = 0;
    UserId user;
    DeviceId device;  ///< zeros: signed by the user's identity key
    Bytes body;
};

/// A record that was read: it owns its bytes.
struct LogRecord : LogRecordDraft {
    Bytes bytes;
    Hash hash{};  ///< H("fs1/lrhash", bytes): the next record's prev

    ByteView signed_part() const { return ByteView{bytes}.first(bytes.size() - 64); }
    ByteView signature() const { return ByteView{bytes}.last(64); }
    bool signed_by(const suite::SignPublic& key) const {
        return suite::verify(key, "fs1/lrsig", signed_part(), signature());
    }
};

Result<LogRecord> read_log_record(ByteView bytes);
/// `secret`: libsodium's 64-byte Ed25519 secret key of the device or identity.
Bytes sign_log_record(const LogRecordDraft& draft, ByteView secret);

OrgId org_id_of(ByteView genesis);
SpaceId space_id_of(ByteView genesis);

}  // namespace tern

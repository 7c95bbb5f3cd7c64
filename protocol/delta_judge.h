// The rules of acceptance that both sides share (crypto design, section 9): author, role, numbers under cuts, epoch.
// Rules that need a key, or the clock, are the device's or the server's own.
#pragma once

#include "protocol/delta_frame.h"
#include "protocol/space_log.h"

namespace tern {

/// Where the author's rights are looked up. A server judges new deltas at its current heads, never where the author
/// says.
enum class JudgeAt { header_position, current_heads };

/// `role`, `epoch_stale`, `forged`, `forbidden` (revoked or cut), `not_found` (author or position unknown: the log here
/// may lag behind). The signature is checked last, and once.
Status judge_delta(const DeltaFrame& frame, const OrgLog& org, const SpaceLog& space, JudgeAt at);

/// Rule 7, for a delta's header: `clock_ahead` where its stamp is more than limits::kClockAheadMs past `now_ms`.
/// Bump deltas and marks are the caller's to look up.
Status judge_clock(const DeltaFrame& frame, Millis now_ms);

/// The message that an Auth signs: F of the crypto design, section 4.
struct AuthMessage {
    std::string server_name;
    OrgId org;
    std::array<std::uint8_t, 16> login{};
    DeviceId device;
    std::array<std::uint8_t, 32> nonce{};
    std::uint64_t server_ms = 0;
    std::uint8_t action = 0;
    Bytes payload;
    Bytes bytes() const;
};

}  // namespace tern

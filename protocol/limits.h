// Every limit that both sides must agree on, with its reason. A limit of one side only stands in that side's limits.h.
#pragma once

#include <cstddef>
#include <cstdint>

#include "protocol/base/clock.h"

namespace tern::limits {

/// One value of a cell, encoded. Leaves room for a birth's other fields in a delta.
inline constexpr std::size_t kValueBytes = 48 * 1024;
/// Sealed body of a delta: small enough to resend on a bad line, large enough that a hundred births share a signature.
inline constexpr std::size_t kDeltaBodyBytes = 64 * 1024;
/// Tags of a delta, hence changes in it: bounds what one delta can cost the server's index.
inline constexpr std::size_t kDeltaTags = 256;
/// Header, tags, widest marks, body, signature.
inline constexpr std::size_t kDeltaBytes = 104 + kDeltaTags * (16 + 32) + kDeltaBodyBytes + 64;
/// Stamps that one change may name as its bases: a conflict of more hands is settled in steps.
inline constexpr std::size_t kBases = 64;
/// Nesting of a value: deeper than any form, shallow enough for any stack.
inline constexpr int kValueDepth = 16;
/// One message on the wire: the server holds at most a few of them a connection.
inline constexpr std::size_t kMessageBytes = 1024 * 1024;
/// Nesting of protobuf messages; its own default is 100.
inline constexpr int kMessageDepth = 16;
/// Body of a log record: a full epoch block of 4,000 members fits.
inline constexpr std::size_t kLogBodyBytes = 256 * 1024;
/// Members of one space: 38 bytes each in an epoch block, within kLogBodyBytes.
inline constexpr std::size_t kSpaceMembers = 4000;
/// Records of one log: some hundred changes of people a day, for a century.
inline constexpr std::uint32_t kLogRecords = 4'000'000;
/// How far a stamp may be ahead of the server's clock. As in other engines with hybrid clocks.
inline constexpr Millis kClockAheadMs = 5 * 60 * 1000;
/// A correction of the own clock above this needs colleagues' stamps as witnesses.
inline constexpr Millis kClockTrustMs = 24 * 60 * 60 * 1000;
/// Password lengths in bytes after NFC.
inline constexpr std::size_t kPasswordBytes = 1024;

}  // namespace tern::limits

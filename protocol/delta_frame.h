// The delta's frame: all that a blind server can see of a change, and all that its author signs.
//
//   0   4 'FSD1' | 4 1 version=1 | 5 1 kind | 6 2 flags
//   8  16 space | 24 4 epoch | 28 2 tag_gen | 30 2 n_tags
//   32 16 device | 48 8 dev_seq | 56 16 prev_env
//   72  8 hlc | 80 4 log_seq | 84 16 log_head16 | 100 4 ct_len
//   104 tags n x 16 | marks n x (0, 32 or 24) | body ct_len | signature 64
#pragma once

#include <cstdint>
#include <vector>

#include "protocol/base/bytes.h"
#include "protocol/base/result.h"
#include "protocol/base/suite.h"
#include "protocol/ids.h"
#include "protocol/stamp.h"

namespace tern {

enum class DeltaKind : std::uint8_t { delta = 1, carry = 2, purge = 3, conditional = 4, checkpoint = 5 };

/// The author knew that he wrote over a stamp of the far future (crypto design, section 11).
inline constexpr std::uint16_t kBumpFlag = 1;

/// Of a carried change: its own stamp and number. Of a conditional one: the stamp that must still be the tag's newest
/// (dev_seq is 0 and not sent; zeros expect none, all ones accept any).
struct Mark {
    Stamp stamp;
    std::uint64_t dev_seq = 0;
    bool operator==(const Mark&) const = default;
};

struct DeltaHeader {
    DeltaKind kind = DeltaKind::delta;
    std::uint16_t flags = 0;
    SpaceId space;
    std::uint32_t epoch = 0;
    std::uint16_t tag_gen = 0;
    DeviceId device;
    std::uint64_t dev_seq = 0;                ///< from 1, rising per device and space, gaps allowed
    std::array<std::uint8_t, 16> prev_env{};  ///< env_id16 of the author's delta before; zeros: none yet
    Hlc hlc;
    std::uint32_t log_seq = 0;  ///< head of the space's log that the author knew
    std::array<std::uint8_t, 16> log_head16{};
    std::vector<Tag> tags;    ///< ascending, no doubles, at most limits::kDeltaTags
    std::vector<Mark> marks;  ///< kinds 2 and 4: one a tag, in the tags' order

    Stamp stamp() const { return {hlc, device}; }
    /// The stamp under which tag i is written: the mark's for a carry, the delta's own otherwise.
    Stamp stamp_of(std::size_t i) const { return kind == DeltaKind::carry ? marks[i].stamp : stamp(); }
};

/// A frame that was read: views into the bytes that were given to read_delta.
struct DeltaFrame {
    DeltaHeader header;
    ByteView authenticated;  ///< header, tags and marks: the body's associated data
    ByteView body;           ///< sealed
    ByteView signature;
    ByteView bytes;  ///< all of it
    Hash env_id{};
};

/// Form only: `malformed`, `unsupported` (version, kind, flag) or `too_big`.
Result<DeltaFrame> read_delta(ByteView bytes);
bool signature_fits(const DeltaFrame& frame, const suite::SignPublic& device_key);

/// Header, tags and marks as bytes, for a body of `body_bytes`.
Bytes delta_header_bytes(const DeltaHeader& header, std::size_t body_bytes);
/// Joins and signs what delta_header_bytes() made and the body sealed under it. `device_secret`: 64 bytes.
Bytes sign_delta(ByteView header_bytes, ByteView body, ByteView device_secret);

std::array<std::uint8_t, 16> env_id16(const Hash& env_id);

}  // namespace tern

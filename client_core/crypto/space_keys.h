// A space's keys of one epoch: how they are committed to, handed to members, and chained to the epoch before (crypto
// design, section 8).
#pragma once

#include "client_core/crypto/primitives.h"
#include "protocol/change.h"
#include "protocol/ids.h"
#include "protocol/log_bodies.h"

namespace tern::crypto {

/// `scope` below is SpaceLog::key_scope(epoch).
struct SpaceKeys {
    std::uint32_t epoch = 0;
    std::uint16_t tag_gen = 0;
    Key space_key;
    Key hist_key;
    Key tag_key;

    static SpaceKeys first();
    /// The keys of the epoch after: a new space key and history key, the same tag key.
    SpaceKeys next() const;

    Hash commitment(const SpaceId& scope) const;
    Key delta_key() const { return derive(space_key, epoch, "fs1edata"); }
    Tag tag(const Cell& cell) const;

    /// For one member: opens only with that member's user key, and says for whom and what it is.
    Bytes seal_for(const SpaceId& scope, const UserId& user, std::uint32_t ubk_generation,
                   const suite::BoxPublic& ubk) const;
    /// Checks every field against what is expected and the log's commitment; `forged` otherwise.
    static Result<SpaceKeys> open_for(ByteView sealed, const BoxKeys& ubk, const SpaceId& scope, const UserId& user,
                                      std::uint32_t ubk_generation, const EpochBlock& block);

    /// The keys of the epoch before, wrapped under this epoch's history key.
    std::array<std::uint8_t, 136> wrap_previous(const SpaceId& scope, const SpaceKeys& previous) const;
    /// `previous_block` is of epoch - 1: what is unwrapped must fit its commitment.
    Result<SpaceKeys> unwrap_previous(const SpaceId& scope, const EpochBlock& block, const SpaceId& previous_scope,
                                      const EpochBlock& previous_block) const;
};

std::array<std::uint8_t, 16> seal_hash(ByteView sealed);

}  // namespace tern::crypto

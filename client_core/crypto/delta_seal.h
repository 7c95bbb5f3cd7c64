// From changes to a sealed, signed delta, and back: what travels, and the last of the rules by which a device accepts
// it.
#pragma once

#include <span>
#include <vector>

#include "client_core/crypto/space_keys.h"
#include "protocol/change.h"
#include "protocol/delta_frame.h"

namespace tern::crypto {

/// Fills in tags (and, of a carry, marks: from each change's own stamp and `dev_seqs`, in the order of `changes`),
/// seals and signs. `header` says everything else. At most limits::kDeltaTags changes of different cells.
Result<Bytes> seal_delta(DeltaHeader header, std::span<const Change> changes, std::span<const std::uint64_t> dev_seqs,
                         const SpaceKeys& keys, const SignKeys& device);

/// Rules 8 to 11 of acceptance: it opens, the padding and every value are canonical, births and deletions are laid out
/// as they must be, and every tag is that of the cell inside. Each change comes back with its own stamp.
Result<std::vector<Change>> open_delta(const DeltaFrame& frame, const SpaceKeys& keys);

}  // namespace tern::crypto

// The limits of the device's side of sync, each with its reason.
#pragma once

#include <cstddef>
#include <cstdint>

#include "protocol/base/clock.h"

namespace tern::sync::limits {

/// Bytes of deltas that the server may send ahead of what was applied: a few slices, so that neither side waits.
inline constexpr std::size_t kCreditBytes = 2 * 1024 * 1024;
/// Merged in one transaction, in birth cells: some 20 ms of write lock on a slow phone, under the 50 allowed. A person
/// who saves meanwhile waits for it.
inline constexpr std::size_t kSliceCells = 4'000;
/// A change of a cell that is there already is looked up, compared and noted, and dirties pages all over the file,
/// which the commit writes: it costs as much as so many cells of a birth. Twenty of them hold the lock for 5 ms on a
/// laptop, so that a save meanwhile stays under 10; more would be merged faster by a quarter.
inline constexpr std::size_t kCellsPerChange = 200;
/// Deltas merged in one transaction.
inline constexpr std::size_t kSliceDeltas = 64;
/// Deltas of one space on their way at once: hides a slow line's round trip, costs little to seal again after a
/// refusal.
inline constexpr std::size_t kWindowDeltas = 32;
/// Bytes of them: half of a message.
inline constexpr std::size_t kWindowBytes = 512 * 1024;
/// Log records asked for or sent in one message.
inline constexpr std::size_t kLogBatchBytes = 256 * 1024;
/// Fields in one message of the server: a welcome with 5,000 spaces, 500 requests to join and the lineage.
inline constexpr std::size_t kMessageFields = 6'000;
/// A clock is corrected when it is off by more than this: less is the network's own delay.
inline constexpr Millis kClockSlackMs = 2'000;
/// The witness time is written down when it has grown by this much: it is compared with a day.
inline constexpr Millis kWitnessStepMs = 60 * 60 * 1000;
/// First and last pause before a broken connection is tried again, doubled in between, with jitter.
inline constexpr Millis kBackoffFirstMs = 500;
inline constexpr Millis kBackoffLastMs = 45'000;  ///< all are back a minute after their server is
/// Lineage markers kept with their cursors.
inline constexpr std::size_t kLineage = 64;

}  // namespace tern::sync::limits

// The merge rule of one cell, as arithmetic on stamps: no tables, no order of arrival.
#pragma once

#include <optional>
#include <vector>

#include "protocol/change.h"

namespace tern::store {

/// One write of the cell: a change of its own, or what a birth of its record says of it.
struct Candidate {
    Stamp stamp;
    bool of_birth = false;
    bool named = true;  ///< false: a birth that says nothing of this cell, hence null
    Bytes value;        ///< encoded
    std::vector<Stamp> bases;
};

struct Verdict {
    std::size_t winner = 0;
    std::vector<bool> conflict;  ///< for each candidate
};

/// The greatest stamp wins; under one stamp a change of the cell's own stands above its record's birth.
/// A loser is a conflict if its value differs from the winner's, nobody names it as a base, and somebody on another
/// device wrote above it without knowing it. `candidates` must not be empty. `is_alive`: only the flag is compared.
Verdict judge(const std::vector<Candidate>& candidates, bool is_alive);

/// What a deletion is judged against: every change of the record but those of `alive`.
struct Edit {
    Stamp stamp;
    std::vector<Stamp> bases;
};
/// The greatest edit by another device than the deleter's that the deletion did not know and nobody has built upon.
std::optional<Stamp> lost_to_deletion(const Stamp& seen, const DeviceId& deleter, const std::vector<Edit>& edits);

/// A malformed value counts as alive: nothing vanishes for it.
Alive read_alive(ByteView value);

}  // namespace tern::store

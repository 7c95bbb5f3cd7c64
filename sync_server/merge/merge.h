// The blind merge: which stored delta wins which tag, without knowing what a tag means (crypto design, section 10).
//
//  (1) Of a tag the greatest stamp wins, by time, then by the device's bytes; a purge's stamp stands above all others.
//  (2) A delta is live while it holds the winning stamp of at least one of its tags; several deltas that hold the same
//      stamp (a carry and its original) are live together. Its row counts these tags.
//  (3) A checkpoint has no tags and stays live.
#pragma once

#include "sync_server/store/store.h"

namespace tern::server {

/// A conditional delta whose mark is no longer its tag's newest.
struct Lost {
    Hash newest_env{};  ///< of the delta that holds the tag now; zeros where none does
};

/// `clock_ahead` where a stamp is too far in the future: except a bump over a value that is there already, and a mark
/// of a carry that the server holds.
Status check_stamps(ServerStore& store, SpaceRef space, const DeltaFrame& frame, Millis now);

/// Nothing where every mark of a conditional delta still is its tag's newest (or the delta is of another kind).
Result<std::optional<Lost>> check_conditions(ServerStore& store, SpaceRef space, const DeltaFrame& frame);

/// Stores the delta under the next cursor and moves the live counts. The delta was judged before.
Result<std::uint64_t> merge_delta(ServerStore& store, OrgRef org, SpaceRef space, const DeltaFrame& frame);

/// The rank of a stamp among those of its tag.
struct TagRank {
    bool purge = false;
    Stamp stamp;
    auto operator<=>(const TagRank&) const = default;
};

}  // namespace tern::server

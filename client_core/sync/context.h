// What the parts of one session share. Lives as long as the session.
#pragma once

#include <map>

#include "client_core/org/authoring.h"
#include "client_core/org/directory.h"
#include "client_core/org/invites.h"
#include "client_core/store/store.h"
#include "client_core/sync/state.h"
#include "client_core/sync/wire.h"

namespace tern::sync {

/// The time, as handed in with every call.
struct Now {
    Millis wall = 0;
    Millis steady = 0;
};

/// Counted over the session, in changes.
struct Counts {
    std::uint64_t pushed = 0;
    std::uint64_t pulled = 0;
    std::uint64_t refused = 0;
};

struct Context {
    store::Store& store;
    org::Account& account;
    org::Directory& directory;
    org::Invites& invites;
    State& state;
    Wire& wire;
    Counts counts;
    std::map<SpaceId, std::uint64_t> newest_cursor;  ///< on the server, as far as it was told
    Millis witness = 0;           ///< the greatest time that a colleague's device has signed into a delta
    std::vector<Failure> alarms;  ///< for a person to see; none of them stops the rest

    Millis adjusted(const Now& now) const { return now.wall + store.clock_offset(); }
    store::Author author(const Now& now) const { return {account.device.id(), now.wall}; }
};

}  // namespace tern::sync

// One connection, as the server sees it: what was proven on it, what it follows, and what it may still be sent.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "protocol/base/clock.h"
#include "protocol/ids.h"
#include "protocol/log_record.h"
#include "sync_server/session/connection_id.h"
#include "sync_server/store/store.h"

namespace tern::server {

enum class Phase : std::uint8_t {
    challenged,  ///< nothing is known of the other side
    founder,     ///< has founded `org`; may add its first device
    guest,       ///< holds the key of an invitation to `org`
    device,      ///< a device of `user`
    closing,     ///< told to go; nothing more is heard or said
};

/// Deltas of one space and kind, in cursor order. Ordered by urgency: what is new, then what is live, then history.
struct Stream {
    SpaceId space;
    Which which = Which::all;
    std::uint64_t cursor = 0;  ///< everything up to here was sent
    std::uint64_t until = 0;   ///< inclusive; 0: for ever
    std::uint64_t request = 0;
    bool told = false;  ///< CaughtUp was said for `cursor`
};

struct Session {
    ConnectionId id = 0;
    Phase phase = Phase::challenged;
    std::array<std::uint8_t, 32> nonce{};
    Millis challenged_ms = 0;

    OrgId org;
    UserId user;
    DeviceId device;
    suite::SignPublic invite_key{};

    std::vector<Stream> streams;
    std::int64_t credit = 0;  ///< below zero: in debt by the end of the last delta
    /// The first cursor that this connection's own push was given, by space: the device has these deltas.
    std::map<SpaceId, std::uint64_t> own_from;

    std::size_t queued = 0;     ///< bytes given out and not yet on the wire
    std::deque<Bytes> waiting;  ///< received and not yet worked off
    bool ready_to_stream = false;

    bool known() const { return phase == Phase::device || phase == Phase::guest || phase == Phase::founder; }
};

}  // namespace tern::server

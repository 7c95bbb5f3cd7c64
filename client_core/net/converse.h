// The device's only sockets: carries one sans-IO conversation over one WebSocket, and pauses between tries.
#pragma once

#include <atomic>
#include <functional>

#include "client_core/net/endpoint.h"
#include "client_core/sync/session.h"

namespace tern::net {

/// What the wire drives. All calls come on the thread that called converse().
struct Conversation {
    std::function<sync::Turn(ByteView, const sync::Now&)> on_message;
    std::function<sync::Turn(const sync::Now&)> on_work;  ///< while a turn says that work is left
    std::function<sync::Turn(const sync::Now&)> on_tick;  ///< every kTickMs; may be empty
    std::function<bool()> finished;                       ///< asked after every turn: true closes in good order
};

/// How soon another process's writes are noticed, at the latest: one look at the database's version, some microseconds.
inline constexpr Millis kTickMs = 5;
/// Resolving, connecting, TLS and WebSocket handshake together.
inline constexpr Millis kConnectMs = 15'000;
/// Silence after which the other side is taken for gone; half of it is the ping's rhythm.
inline constexpr Millis kIdleMs = 60'000;

/// Connects, converses, closes. Blocks until finished, refused, broken or stopped. `network` for everything below the
/// conversation; the conversation's own failure otherwise; `canceled` once `stop` is set.
Status converse(const Endpoint& endpoint, const Trust& trust, const Clock& clock, const std::atomic<bool>& stop,
                Conversation conversation);

/// The pause before try number `tries` (from 1): any up to a longest one that doubles each time, so that a crowd which
/// broke off at one moment does not come back at one.
Millis backoff(unsigned tries);

}  // namespace tern::net

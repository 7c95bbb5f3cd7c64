// The two sides of a connection: what it can be told, and whom it tells. All on the IO thread. Light, since what
// includes it also includes Beast.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "protocol/base/bytes.h"
#include "sync_server/net/gate.h"
#include "sync_server/net/pages.h"
#include "sync_server/session/connection_id.h"

namespace tern::server {

class Peer {
public:
    virtual ~Peer() = default;
    virtual void send(Bytes message) = 0;
    /// After what is queued.
    virtual void close(std::uint16_t code, std::string reason) = 0;
    virtual void consumed(std::size_t bytes) = 0;
    virtual void admitted() = 0;
    virtual void stop_reading() = 0;
};

class Switchboard {
public:
    virtual ~Switchboard() = default;
    /// Connections may outlive the switchboard by a moment, and tell the gate when they have gone.
    virtual std::shared_ptr<Gate> gate() const = 0;
    virtual ConnectionId join(std::shared_ptr<Peer> peer) = 0;
    virtual void received(ConnectionId id, Bytes message) = 0;
    virtual void sent(ConnectionId id, std::size_t bytes) = 0;
    virtual void gone(ConnectionId id) = 0;
    virtual Page page(std::string_view method, std::string_view target) const = 0;
};

}  // namespace tern::server

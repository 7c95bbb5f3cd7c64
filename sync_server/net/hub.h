// Where connections and the core meet: numbers connections, passes on what they receive, hands out what the core gives.
// All on the IO thread, but for deliver(), which the core's thread calls.
#pragma once

#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

#include "sync_server/net/core_thread.h"
#include "sync_server/net/gate.h"
#include "sync_server/net/pages.h"

namespace tern::server {

/// One connection, as the hub sees it. IO thread only.
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

class Hub {
public:
    Hub(boost::asio::io_context& io, Core& core, std::function<void(const std::string&)> log);

    void start() { core_thread_.start(); }
    /// The core has nothing to do any more, everything it said is on its way to the peers; then `done`.
    void stop(std::function<void()> done);
    bool failed() const { return failed_; }

    bool admit(const std::string& address);
    /// Connections may outlive the hub by a moment, and tell it when they have gone.
    std::shared_ptr<Gate> gate() const { return gate_; }

    ConnectionId join(std::shared_ptr<Peer> peer);
    void received(ConnectionId id, Bytes message) { core_thread_.post(Received{id, std::move(message)}); }
    void sent(ConnectionId id, std::size_t bytes) { core_thread_.post(Sent{id, bytes}); }
    void gone(ConnectionId id);
    Page page(std::string_view method, std::string_view target) const;

private:
    void deliver(std::vector<Output> output);
    void hand_out(Output& output);
    void core_broke();

    boost::asio::io_context& io_;
    const std::function<void(const std::string&)> log_;
    std::shared_ptr<Gate> gate_ = std::make_shared<Gate>();
    ConnectionId next_ = 1;
    std::unordered_map<ConnectionId, std::shared_ptr<Peer>> peers_;  ///< shared with the peer's own pending operations
    std::function<void()> when_empty_;
    bool stopping_ = false;
    bool failed_ = false;
    CoreThread core_thread_;  ///< last: its thread ends before the rest goes
};

}  // namespace tern::server

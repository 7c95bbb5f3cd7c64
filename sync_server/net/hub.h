// Where connections and the core meet: numbers connections, passes on what they receive, hands out what the core gives.
// All on the IO thread, but for deliver(), which the core's thread calls.
#pragma once

#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

#include "sync_server/net/core_thread.h"
#include "sync_server/net/peer.h"

namespace tern::server {

class Hub final : public Switchboard {
public:
    Hub(boost::asio::io_context& io, Core& core, std::function<void(const std::string&)> log);

    void start() { core_thread_.start(); }
    /// The core has nothing to do any more, everything it said is on its way to the peers; then `done`.
    void stop(std::function<void()> done);
    bool failed() const { return failed_; }

    bool admit(const std::string& address);
    std::shared_ptr<Gate> gate() const override { return gate_; }
    ConnectionId join(std::shared_ptr<Peer> peer) override;
    void received(ConnectionId id, Bytes message) override { core_thread_.post(Received{id, std::move(message)}); }
    void sent(ConnectionId id, std::size_t bytes) override { core_thread_.post(Sent{id, bytes}); }
    void gone(ConnectionId id) override;
    Page page(std::string_view method, std::string_view target) const override;

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

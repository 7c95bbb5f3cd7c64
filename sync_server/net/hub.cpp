#include "sync_server/net/hub.h"

#include <boost/asio/post.hpp>

namespace tern::server {
namespace {

constexpr std::uint16_t kGoingAway = 1001;

}  // namespace

Hub::Hub(boost::asio::io_context& io, Core& core, std::function<void(const std::string&)> log)
    : io_(io),
      log_(std::move(log)),
      core_thread_(
          core, [this](std::vector<Output> output) { deliver(std::move(output)); }, [this] { core_broke(); }) {}

bool Hub::admit(const std::string& address) { return !stopping_ && gate_->admit(address, system_clock().steady_ms()); }

ConnectionId Hub::join(std::shared_ptr<Peer> peer) {
    const auto id = next_++;
    peers_.emplace(id, std::move(peer));
    core_thread_.post(Opened{id});
    return id;
}

void Hub::gone(ConnectionId id) {
    if (peers_.erase(id) == 0) return;
    core_thread_.post(Gone{id});
    if (stopping_ && peers_.empty() && when_empty_) std::exchange(when_empty_, {})();
}

Page Hub::page(std::string_view method, std::string_view target) const {
    return page_for(method, target, core_thread_.metrics(), !stopping_);
}

void Hub::deliver(std::vector<Output> output) {
    boost::asio::post(io_, [this, batch = std::move(output)]() mutable {
        for (auto& one : batch) hand_out(one);
    });
}

void Hub::hand_out(Output& output) {
    const auto found = peers_.find(std::visit([](const auto& o) { return o.connection; }, output));
    if (found == peers_.end()) return;
    const auto peer = found->second;  // it may leave while it is spoken to
    if (auto* send = std::get_if<Send>(&output))
        peer->send(std::move(send->message));
    else if (auto* close = std::get_if<Close>(&output))
        peer->close(close->code, std::move(close->reason));
    else if (auto* consumed = std::get_if<Consumed>(&output))
        peer->consumed(consumed->bytes);
    else
        peer->admitted();
}

void Hub::core_broke() {
    log_("event=storage_broken");
    boost::asio::post(io_, [this] {
        failed_ = true;
        io_.stop();
    });
}

void Hub::stop(std::function<void()> done) {
    if (stopping_) return;
    stopping_ = true;
    for (const auto& [id, peer] : peers_) peer->stop_reading();
    core_thread_.finish();  // its last words are posted to this thread, before what follows
    boost::asio::post(io_, [this, done = std::move(done)]() mutable {
        when_empty_ = std::move(done);
        const auto all = peers_;
        for (const auto& [id, peer] : all) peer->close(kGoingAway, "the server is stopping");
        if (peers_.empty() && when_empty_) std::exchange(when_empty_, {})();
    });
}

}  // namespace tern::server

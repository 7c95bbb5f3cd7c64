#include "sync_server/net/core_thread.h"

#include <chrono>

namespace tern::server {
namespace {

constexpr auto kTick = std::chrono::milliseconds(100);

}  // namespace

CoreThread::CoreThread(Core& core, std::function<void(std::vector<Output>)> deliver, std::function<void()> broken)
    : core_(core), deliver_(std::move(deliver)), broken_(std::move(broken)) {}

CoreThread::~CoreThread() { finish(); }

void CoreThread::start() {
    thread_ = std::thread([this] { run(); });
}

void CoreThread::post(Event event) {
    bool first = false;
    {
        std::lock_guard hold{mutex_};
        first = queue_.empty();
        queue_.push_back(std::move(event));
    }
    if (first) wake_.notify_one();
}

void CoreThread::finish() {
    {
        std::lock_guard hold{mutex_};
        finishing_ = true;
    }
    wake_.notify_one();
    if (thread_.joinable()) thread_.join();
}

Metrics CoreThread::metrics() const {
    std::lock_guard hold{mutex_};
    return metrics_;
}

std::vector<Event> CoreThread::next_batch(bool& last) {
    std::unique_lock hold{mutex_};
    if (!core_.busy()) wake_.wait_for(hold, kTick, [&] { return !queue_.empty() || finishing_; });
    last = finishing_;
    return std::exchange(queue_, {});
}

void CoreThread::apply(Event& event) {
    const Millis now = system_clock().wall_ms();
    if (auto* received = std::get_if<Received>(&event))
        core_.receive(received->connection, std::move(received->message), now);
    else if (auto* sent = std::get_if<Sent>(&event))
        core_.sent(sent->connection, sent->bytes, now);
    else if (auto* opened = std::get_if<Opened>(&event))
        core_.open(opened->connection, now);
    else if (auto* gone = std::get_if<Gone>(&event))
        core_.closed(gone->connection);
}

void CoreThread::run() {
    Millis ticked = 0;
    for (bool last = false; !last;) {
        auto batch = next_batch(last);
        for (auto& event : batch) apply(event);
        const Millis steady = system_clock().steady_ms();
        if (steady - ticked >= kTick.count()) {
            core_.tick(system_clock().wall_ms());
            ticked = steady;
        }
        if (core_.commit(system_clock().wall_ms()) == CommitOutcome::broken) return broken_();
        {
            std::lock_guard hold{mutex_};
            metrics_ = core_.metrics();
        }
        if (auto output = core_.take_output(); !output.empty()) deliver_(std::move(output));
    }
}

}  // namespace tern::server

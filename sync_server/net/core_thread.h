// The one thread that owns the core and the store. What has come in while it was busy is one batch, and one commit:
// group commit, with no time window.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <variant>
#include <vector>

#include "sync_server/session/core.h"

namespace tern::server {

struct Opened {
    ConnectionId connection = 0;
};
struct Received {
    ConnectionId connection = 0;
    Bytes message;
};
struct Sent {
    ConnectionId connection = 0;
    std::size_t bytes = 0;
};
struct Gone {
    ConnectionId connection = 0;
};
using Event = std::variant<Opened, Received, Sent, Gone>;

class CoreThread {
public:
    /// `deliver` and `broken` are called on the core's own thread; after `broken` nothing more is delivered.
    CoreThread(Core& core, std::function<void(std::vector<Output>)> deliver, std::function<void()> broken);
    ~CoreThread();

    void start();
    /// Any thread.
    void post(Event event);
    /// Works off and commits what was posted, then ends the thread. Any other thread, once or more often.
    void finish();
    /// Of the last batch. Any thread.
    Metrics metrics() const;

private:
    void run();
    void apply(Event& event);
    std::vector<Event> next_batch(bool& last);

    Core& core_;
    const std::function<void(std::vector<Output>)> deliver_;
    const std::function<void()> broken_;

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<Event> queue_;  ///< guarded by mutex_
    bool finishing_ = false;    ///< guarded by mutex_
    Metrics metrics_;           ///< guarded by mutex_

    std::thread thread_;
};

}  // namespace tern::server

// Sync on a thread of its own, with a client of its own: it waits for the network, and nobody waits for it.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

#include <tern/client.h>

namespace tern::app {

class SyncThread {
public:
    struct Events {
        std::function<void(const SyncResult&)> on_settled;  ///< all is exchanged with the server
        std::function<void(const Failure&)> on_broken;      ///< no connection; it is tried again by itself
        std::function<void(const Failure&)> on_refused;     ///< a person must look; it does not go on
        std::function<void()> on_ended;                     ///< the last, whatever the reason
    };
    /// Stays connected until it goes. Events come on its thread.
    SyncThread(std::unique_ptr<Client> client, Events events);
    /// Asks it to break the connection off: what the server has not taken is sent next time. Does not wait.
    void stop() { stop_ = true; }
    /// Stops, and waits for the end.
    ~SyncThread();
    SyncThread(const SyncThread&) = delete;
    SyncThread& operator=(const SyncThread&) = delete;

private:
    std::unique_ptr<Client> client_;
    Events events_;
    std::atomic<bool> stop_{false};
    std::thread thread_;  ///< the last: it uses the others
};

}  // namespace tern::app

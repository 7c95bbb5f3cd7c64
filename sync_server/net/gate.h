// Who may connect at all, before a byte is exchanged or a handshake paid for: so many in all, so many from one address,
// and not too fast. IO thread only.
#pragma once

#include <string>
#include <unordered_map>

#include "sync_server/limits.h"
#include "sync_server/session/token_bucket.h"

namespace tern::server {

class Gate {
public:
    /// One more from this address? If so it counts until left() is called.
    bool admit(const std::string& address, Millis steady_ms) {
        if (open_ >= limits::kConnections) return false;
        if (addresses_.size() >= limits::kAddressesRemembered) forget();
        auto& known = addresses_.try_emplace(address, steady_ms).first->second;
        if (known.open >= limits::kConnectionsPerAddress || !known.handshakes.take(1, steady_ms)) return false;
        ++known.open;
        ++open_;
        return true;
    }
    void left(const std::string& address) {
        const auto known = addresses_.find(address);
        if (known == addresses_.end() || known->second.open == 0) return;
        --known->second.open;
        --open_;
    }
    std::size_t open() const { return open_; }

private:
    struct Address {
        explicit Address(Millis now) : handshakes(limits::kHandshakesPerSecond, limits::kHandshakeBurst, now) {}
        std::size_t open = 0;
        TokenBucket handshakes;
    };
    void forget() {
        std::erase_if(addresses_, [](const auto& item) { return item.second.open == 0; });
    }

    std::size_t open_ = 0;
    std::unordered_map<std::string, Address> addresses_;
};

}  // namespace tern::server

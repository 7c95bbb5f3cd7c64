// So much a second in the long run, so much at once. Time comes from outside and may jump: back counts as none.
#pragma once

#include <algorithm>

#include "protocol/base/clock.h"

namespace tern::server {

class TokenBucket {
public:
    TokenBucket(double per_second, double burst, Millis now)
        : per_second_(per_second), burst_(burst), tokens_(burst), at_(now) {}

    /// Takes what is asked for as long as anything is there, into debt if need be: a large message passes, and is paid
    /// for later.
    bool take(double amount, Millis now) {
        refill(now);
        if (tokens_ <= 0) return false;
        tokens_ -= amount;
        return true;
    }
    bool has(Millis now) {
        refill(now);
        return tokens_ > 0;
    }
    bool full(Millis now) {
        refill(now);
        return tokens_ >= burst_;
    }

private:
    void refill(Millis now) {
        const auto passed = static_cast<double>(std::max<Millis>(0, now - at_)) / 1000;
        tokens_ = std::min(burst_, tokens_ + passed * per_second_);
        at_ = now;
    }

    double per_second_;
    double burst_;
    double tokens_;
    Millis at_;
};

}  // namespace tern::server

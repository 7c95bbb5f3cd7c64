// One seed decides everything: the schedule, and, through libsodium's own hook, every key, id and nonce.
#pragma once

#include <cstdint>

namespace tern::simulation {

/// xoshiro256** (Blackman, Vigna 2018, public domain reference), seeded by splitmix64.
class Dice {
public:
    explicit Dice(std::uint64_t seed);
    std::uint64_t next();
    /// 0..n-1
    std::uint64_t below(std::uint64_t n) { return next() % n; }
    bool once_in(std::uint64_t n) { return below(n) == 0; }

private:
    std::uint64_t state_[4];
};

/// From here on libsodium's random bytes come from this seed. Call before anything else of a run.
void seed_libsodium(std::uint64_t seed);

}  // namespace tern::simulation

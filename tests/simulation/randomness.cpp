#include "tests/simulation/randomness.h"

#include <sodium.h>

#include <cstdlib>
#include <cstring>

namespace tern::simulation {
namespace {

std::uint64_t rotl(std::uint64_t x, int k) { return x << k | x >> (64 - k); }

Dice& shared_dice() {
    static Dice dice{0};
    return dice;
}

const char* implementation_name() { return "tern-sim"; }
std::uint32_t random32() { return static_cast<std::uint32_t>(shared_dice().next() >> 32); }
void fill(void* out, std::size_t size) {
    auto* at = static_cast<std::uint8_t*>(out);
    while (size > 0) {
        const std::uint64_t word = shared_dice().next();
        const std::size_t n = size < 8 ? size : 8;
        std::memcpy(at, &word, n);
        at += n;
        size -= n;
    }
}

}  // namespace

Dice::Dice(std::uint64_t seed) {
    for (auto& word : state_) {
        seed += 0x9e3779b97f4a7c15U;
        std::uint64_t z = seed;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9U;
        z = (z ^ z >> 27) * 0x94d049bb133111ebU;
        word = z ^ z >> 31;
    }
}

std::uint64_t Dice::next() {
    const std::uint64_t out = rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t t = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= t;
    state_[3] = rotl(state_[3], 45);
    return out;
}

void seed_libsodium(std::uint64_t seed) {
    static randombytes_implementation implementation{implementation_name, random32, nullptr, nullptr, fill, nullptr};
    shared_dice() = Dice{seed};
    randombytes_set_implementation(&implementation);
    if (sodium_init() < 0) std::abort();  // nothing can be simulated without it
}

}  // namespace tern::simulation

// What a fuzz target asserts, and the fixed keys under which its corpus was sealed.
#pragma once

#include <cstdio>
#include <cstdlib>

#include "client_core/crypto/space_keys.h"

namespace tern::fuzz {

/// A property that does not hold ends the process, so that any driver keeps the input.
inline void must(bool holds, const char* property) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", property);
    std::abort();
}

inline Bytes fixed(std::uint8_t byte, std::size_t n) { return Bytes(n, byte); }
inline const SpaceId kSpace{array_of<16>(Bytes(16, 0x51))};
inline const UserId kUser{array_of<16>(Bytes(16, 0x52))};

/// Secrets are kept in guarded pages, which are too dear to make for every input.
inline const crypto::SpaceKeys& keys() {
    static const crypto::SpaceKeys made = [] {
        suite::start();
        return crypto::SpaceKeys{2, 1, crypto::Key{fixed(1, 32)}, crypto::Key{fixed(2, 32)}, crypto::Key{fixed(3, 32)}};
    }();
    return made;
}
inline const crypto::SpaceKeys& previous_keys() {
    static const crypto::SpaceKeys made = [] {
        const auto& now = keys();
        return crypto::SpaceKeys{1, 1, crypto::Key{fixed(4, 32)}, crypto::Key{fixed(5, 32)}, now.tag_key};
    }();
    return made;
}
inline const crypto::BoxKeys& user_box() {
    static const crypto::BoxKeys made = (keys(), crypto::BoxKeys::from_seed(crypto::Seed{fixed(6, 32)}));
    return made;
}
inline const crypto::SignKeys& device() {
    static const crypto::SignKeys made = (keys(), crypto::SignKeys::from_seed(crypto::Seed{fixed(7, 32)}));
    return made;
}

}  // namespace tern::fuzz

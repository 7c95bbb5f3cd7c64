#include "client_core/crypto/secret.h"

#include <sodium.h>

#include <new>

namespace tern::crypto {

std::uint8_t* allocate_guarded(std::size_t bytes) {
    static const bool ready = sodium_init() >= 0;  // its canaries must be drawn first
    if (!ready) throw std::bad_alloc{};
    auto* memory = static_cast<std::uint8_t*>(sodium_malloc(bytes));
    if (memory == nullptr) throw std::bad_alloc{};
    return memory;
}

void free_guarded(std::uint8_t* memory) { sodium_free(memory); }

bool equal_secret(ByteView a, ByteView b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

Key random_key() {
    Key key;
    randombytes_buf(key.data(), 32);
    return key;
}

WipeAtEnd::~WipeAtEnd() { sodium_memzero(bytes_.data(), bytes_.size()); }

}  // namespace tern::crypto

// Bytes that must not leak: in guarded, locked memory, wiped when they go, never printed, compared in constant time.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <span>

#include "protocol/base/bytes.h"

namespace tern::crypto {

/// Allocates with guard pages, locked out of swap; nullptr never: running out of memory ends the process.
std::uint8_t* allocate_guarded(std::size_t bytes);
void free_guarded(std::uint8_t* memory);
bool equal_secret(ByteView a, ByteView b);

template <std::size_t N>
class Secret {
public:
    Secret() : bytes_(allocate_guarded(N)) { std::memset(bytes_.get(), 0, N); }
    explicit Secret(ByteView bytes) : Secret() {
        // A reader that has run over gives an empty view, which may point nowhere.
        if (!bytes.empty()) std::memcpy(bytes_.get(), bytes.data(), bytes.size() < N ? bytes.size() : N);
    }
    Secret(const Secret& other) : Secret(other.view()) {}
    Secret& operator=(const Secret& other) {
        if (this != &other) std::memcpy(bytes_.get(), other.bytes_.get(), N);
        return *this;
    }
    Secret(Secret&&) noexcept = default;
    Secret& operator=(Secret&&) noexcept = default;

    ByteView view() const { return {bytes_.get(), N}; }
    operator ByteView() const { return view(); }
    std::span<std::uint8_t> span() { return {bytes_.get(), N}; }
    std::uint8_t* data() { return bytes_.get(); }
    const std::uint8_t* data() const { return bytes_.get(); }
    bool operator==(const Secret& other) const { return equal_secret(view(), other.view()); }

private:
    struct Free {
        void operator()(std::uint8_t* memory) const { free_guarded(memory); }
    };
    std::unique_ptr<std::uint8_t, Free> bytes_;
};

using Key = Secret<32>;
using Seed = Secret<32>;

Key random_key();

/// Wipes an ordinary buffer through which a secret had to pass.
class WipeAtEnd {
public:
    explicit WipeAtEnd(Bytes& bytes) : bytes_(bytes) {}
    ~WipeAtEnd();
    WipeAtEnd(const WipeAtEnd&) = delete;
    WipeAtEnd& operator=(const WipeAtEnd&) = delete;

private:
    Bytes& bytes_;
};

}  // namespace tern::crypto

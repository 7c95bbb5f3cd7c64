// The hash, signature and label conventions of suite "fs1" (docs: protocol/README.md, "Notation"). What needs a secret
// key other than a signing key is the device's business and lives in client_core/crypto.
#pragma once

#include <string_view>

#include "protocol/base/bytes.h"

namespace tern::suite {

/// BLAKE2b-256(lp(label) || message).
Hash h(std::string_view label, ByteView message);
/// Its first 16 bytes.
std::array<std::uint8_t, 16> h16(std::string_view label, ByteView message);
/// BLAKE2b-256 keyed by `key`, over the same bytes.
Hash hk(ByteView key, std::string_view label, ByteView message);
/// BLAKE2b with a 16-byte output, over the bytes as they are; `key` may be empty.
std::array<std::uint8_t, 16> blake16(ByteView key, ByteView message);

using SignPublic = std::array<std::uint8_t, 32>;
using BoxPublic = std::array<std::uint8_t, 32>;

/// Ed25519 over lp(label) || message.
bool verify(const SignPublic& key, std::string_view label, ByteView message, ByteView signature);
/// `secret` is libsodium's 64-byte Ed25519 secret key.
Signature sign(ByteView secret, std::string_view label, ByteView message);

void random(std::span<std::uint8_t> out);
template <std::size_t N>
std::array<std::uint8_t, N> random_array() {
    std::array<std::uint8_t, N> out{};
    random(out);
    return out;
}

/// Readies libsodium; false if it cannot be. Every program calls it first. Safe to call again.
bool start();

}  // namespace tern::suite

#include "protocol/base/suite.h"

#include <sodium.h>

#include <stdexcept>

namespace tern::suite {
namespace {

/// lp(label) || message, on the stack for the short messages that nearly all are.
Bytes labelled(std::string_view label, ByteView message) {
    ByteWriter out;
    out.lp(view(label)).raw(message);
    return out.take();
}

void blake(std::span<std::uint8_t> out, ByteView key, std::string_view label, ByteView message) {
    const std::uint8_t length[4] = {0, 0, 0, static_cast<std::uint8_t>(label.size())};
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.empty() ? nullptr : key.data(), key.size(), out.size());
    crypto_generichash_update(&state, length, sizeof length);
    crypto_generichash_update(&state, view(label).data(), label.size());
    crypto_generichash_update(&state, message.data(), message.size());
    crypto_generichash_final(&state, out.data(), out.size());
}

}  // namespace

Hash h(std::string_view label, ByteView message) {
    Hash out;
    blake(out, {}, label, message);
    return out;
}

std::array<std::uint8_t, 16> h16(std::string_view label, ByteView message) {
    return array_of<16>(ByteView{h(label, message)}.first(16));
}

Hash hk(ByteView key, std::string_view label, ByteView message) {
    Hash out;
    blake(out, key, label, message);
    return out;
}

std::array<std::uint8_t, 16> blake16(ByteView key, ByteView message) {
    std::array<std::uint8_t, 16> out{};
    crypto_generichash(out.data(), out.size(), message.data(), message.size(), key.empty() ? nullptr : key.data(),
                       key.size());
    return out;
}

bool verify(const SignPublic& key, std::string_view label, ByteView message, ByteView signature) {
    if (signature.size() != crypto_sign_BYTES) return false;
    const Bytes signed_bytes = labelled(label, message);
    return crypto_sign_verify_detached(signature.data(), signed_bytes.data(), signed_bytes.size(), key.data()) == 0;
}

Signature sign(ByteView secret, std::string_view label, ByteView message) {
    if (secret.size() != crypto_sign_SECRETKEYBYTES) throw std::logic_error("a signing key has 64 bytes");
    const Bytes signed_bytes = labelled(label, message);
    Signature out;
    crypto_sign_detached(out.data(), nullptr, signed_bytes.data(), signed_bytes.size(), secret.data());
    return out;
}

void random(std::span<std::uint8_t> out) {
    if (!out.empty()) randombytes_buf(out.data(), out.size());  // an empty span may point nowhere
}

bool start() { return sodium_init() >= 0; }

}  // namespace tern::suite

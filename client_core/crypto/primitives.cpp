#include "client_core/crypto/primitives.h"

#include <sodium.h>

#include <bit>

namespace tern::crypto {
namespace {

constexpr std::string_view kCae1Label = "fs1/cae1";

Failure does_not_open() { return fail(Fault::forged, "sealed bytes do not open with this key"); }

/// T of CAE1: the message's own key and its commitment.
Secret<64> cae1_keys(ByteView key, ByteView nonce, ByteView associated) {
    Hash associated_hash;
    crypto_generichash(associated_hash.data(), associated_hash.size(), associated.data(), associated.size(), nullptr,
                       0);
    ByteWriter in;
    in.lp(view(kCae1Label)).raw(nonce).raw(associated_hash);
    Secret<64> out;
    crypto_generichash(out.data(), 64, in.bytes().data(), in.size(), key.data(), key.size());
    return out;
}

}  // namespace

Key derive(const Key& from, std::uint64_t id, std::string_view context) {
    Key out;
    crypto_kdf_derive_from_key(out.data(), 32, id, context.data(), from.data());
    return out;
}

SignKeys SignKeys::from_seed(const Seed& seed) {
    SignKeys keys;
    crypto_sign_seed_keypair(keys.public_key.data(), keys.secret.data(), seed.data());
    return keys;
}

BoxKeys BoxKeys::from_seed(const Seed& seed) {
    BoxKeys keys;
    crypto_box_seed_keypair(keys.public_key.data(), keys.secret.data(), seed.data());
    return keys;
}

Bytes seal(const suite::BoxPublic& to, ByteView message) {
    Bytes out(message.size() + crypto_box_SEALBYTES);
    crypto_box_seal(out.data(), message.data(), message.size(), to.data());
    return out;
}

Result<Bytes> open_seal(const BoxKeys& keys, ByteView sealed) {
    if (sealed.size() < crypto_box_SEALBYTES) return does_not_open();
    Bytes out(sealed.size() - crypto_box_SEALBYTES);
    if (crypto_box_seal_open(out.data(), sealed.data(), sealed.size(), keys.public_key.data(), keys.secret.data()) != 0)
        return does_not_open();
    return out;
}

Bytes cae1_seal(ByteView key, ByteView associated, ByteView plain) {
    return cae1_seal_with_nonce(key, associated, plain, suite::random_array<24>());
}

Bytes cae1_seal_with_nonce(ByteView key, ByteView associated, ByteView plain, ByteView nonce) {
    const auto keys = cae1_keys(key, nonce, associated);
    Bytes out(kCae1Overhead + plain.size());
    std::memcpy(out.data(), nonce.data(), 24);
    std::memcpy(out.data() + 24, keys.data() + 32, 32);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out.data() + 56, nullptr, plain.data(), plain.size(), associated.data(),
                                               associated.size(), nullptr, nonce.data(), keys.data());
    return out;
}

Result<Bytes> cae1_open(ByteView key, ByteView associated, ByteView sealed) {
    if (sealed.size() < kCae1Overhead) return does_not_open();
    const auto nonce = sealed.first(24);
    const auto keys = cae1_keys(key, nonce, associated);
    if (!equal_secret(sealed.subspan(24, 32), keys.view().subspan(32))) return does_not_open();
    Bytes out(sealed.size() - kCae1Overhead);
    const auto cipher = sealed.subspan(56);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(out.data(), nullptr, nullptr, cipher.data(), cipher.size(),
                                                   associated.data(), associated.size(), nonce.data(),
                                                   keys.data()) != 0)
        return does_not_open();
    return out;
}

std::size_t padded_size(std::size_t plain) {
    const std::size_t length = plain + 1;
    if (length <= 256) return (length + 63) / 64 * 64;
    const int exponent = std::bit_width(length) - 1;
    const int keep = std::bit_width(static_cast<unsigned>(exponent));  // floor(log2 E) + 1
    const std::size_t step = std::size_t{1} << (exponent - keep);
    return (length + step - 1) / step * step;
}

Bytes pad(ByteView plain) {
    Bytes out = copy(plain);
    out.resize(padded_size(plain.size()), 0);
    out[plain.size()] = 0x80;
    return out;
}

Result<Bytes> unpad(ByteView padded) {
    std::size_t end = padded.size();
    while (end > 0 && padded[end - 1] == 0) --end;
    if (end == 0 || padded[end - 1] != 0x80 || padded_size(end - 1) != padded.size())
        return fail(Fault::malformed, "a delta's padding is not as it must be");
    return copy(padded.first(end - 1));
}

}  // namespace tern::crypto

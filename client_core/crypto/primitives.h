// libsodium behind names that say what they are for: key derivation, key pairs, sealed boxes, the committing AEAD
// "CAE1", padding. Suite fs1 (crypto design, sections 2 and 3).
#pragma once

#include <string_view>

#include "client_core/crypto/secret.h"
#include "protocol/base/result.h"
#include "protocol/base/suite.h"

namespace tern::crypto {

/// crypto_kdf; `context` is exactly 8 characters and one of the suite's table.
Key derive(const Key& from, std::uint64_t id, std::string_view context);

struct SignKeys {
    suite::SignPublic public_key{};
    Secret<64> secret;
    static SignKeys from_seed(const Seed& seed);
    Signature sign(std::string_view label, ByteView message) const { return suite::sign(secret, label, message); }
};

struct BoxKeys {
    suite::BoxPublic public_key{};
    Secret<32> secret;
    static BoxKeys from_seed(const Seed& seed);
};

/// SEAL: anonymous, 48 bytes longer. Only ever used inside something signed or keyed.
Bytes seal(const suite::BoxPublic& to, ByteView message);
/// `forged` where it does not open.
Result<Bytes> open_seal(const BoxKeys& keys, ByteView sealed);

inline constexpr std::size_t kCae1Overhead = 72;
/// nonce(24) || commitment(32) || ciphertext || tag(16), committing to key, nonce and associated data.
Bytes cae1_seal(ByteView key, ByteView associated, ByteView plain);
/// The same with a given nonce: for known answers only.
Bytes cae1_seal_with_nonce(ByteView key, ByteView associated, ByteView plain, ByteView nonce24);
/// One error for everything: `forged`.
Result<Bytes> cae1_open(ByteView key, ByteView associated, ByteView sealed);

/// ISO 7816-4 up to 64-byte steps, above 256 bytes up to Padmé's (https://lbarman.ch/blog/padme).
std::size_t padded_size(std::size_t plain);
Bytes pad(ByteView plain);
Result<Bytes> unpad(ByteView padded);

}  // namespace tern::crypto

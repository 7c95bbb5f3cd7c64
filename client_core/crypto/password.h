// From a password to keys, on the device only (crypto design, section 4).
#pragma once

#include <string_view>

#include "client_core/crypto/primitives.h"
#include "protocol/ids.h"

namespace tern::crypto {

/// Argon2id's cost. Floors and ceilings are compiled in: what a server says outside them is refused.
struct PasswordCost {
    std::uint8_t ops = 3;
    std::uint32_t mem_kib = 64 * 1024;
};
Status check_cost(const PasswordCost& cost);

using AccountSecret = Secret<16>;

/// NFC, UTF-8, 1 to 1,024 bytes; `bad_argument` otherwise.
Result<std::string> normal_password(std::string_view password);
/// NFKC and lower case: the form in which a login (an e-mail address) is hashed.
Result<std::string> normal_login(std::string_view login);
LoginId login_id(const OrgId& org, std::string_view normal_login);
std::array<std::uint8_t, 16> password_salt(const OrgId& org, std::string_view normal_login, ByteView server_salt);

/// Argon2id, then the account secret mixed in: the root of the login key and of the bundle's wrap key. 170 ms at the
/// default cost.
Result<Key> password_root(std::string_view normal_password, ByteView salt, const PasswordCost& cost,
                          const AccountSecret& account_secret);
/// Argon2id alone: for the passphrase that protects a device's database where there is no keychain.
Result<Key> stretch(std::string_view normal_password, ByteView salt, const PasswordCost& cost);

inline SignKeys login_keys(const Key& root) { return SignKeys::from_seed(derive(root, 1, "fs1login")); }
inline Key bundle_wrap(const Key& root) { return derive(root, 1, "fs1pwrap"); }

}  // namespace tern::crypto

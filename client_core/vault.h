// The data folder's key: a random master key, wrapped by the account's password, by a device key file, or by both.
#pragma once

#include <string>

#include <tern/client.h>
#include "client_core/crypto/secret.h"

namespace tern {

/// The raw key of the folder's database, derived from the master key.
Result<crypto::Key> open_vault(const std::string& folder, const Unlock& unlock);
/// Makes the folder (0700) if need be, and the vault (0600). `already_exists` where there is one. A device key file
/// that is missing is made, with random bytes.
Result<crypto::Key> create_vault(const std::string& folder, const Unlock& unlock);

}  // namespace tern

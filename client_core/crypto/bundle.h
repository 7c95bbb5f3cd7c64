// The account bundle, which the server keeps sealed, and the recovery kit, which the user keeps (crypto design, section
// 5).
#pragma once

#include <string>

#include "client_core/crypto/identity.h"
#include "client_core/crypto/password.h"
#include "protocol/log_record.h"

namespace tern::crypto {

/// 256 bytes in the clear: what a new device needs to become one of the user's.
struct Bundle {
    Seed uik_seed;
    AccountSecret account_secret;
    OrgId org;
    Hash org_genesis{};
    LogHead org_head;
    PasswordCost cost;
};

enum class BundleSlot : std::uint8_t { password = 1, kit = 2 };

Bytes seal_bundle(const Bundle& bundle, const Key& wrap, const UserId& user, BundleSlot slot, std::uint32_t version);
Result<Bundle> open_bundle(ByteView sealed, const Key& wrap, const UserId& user, BundleSlot slot,
                           std::uint32_t version);

/// What a login registers, and its bytes as signed by the UIK (wire.proto, SlotPut).
struct Registration {
    UserId user;
    LoginId login;
    BundleSlot slot = BundleSlot::password;
    std::uint32_t version = 1;
    std::array<std::uint8_t, 16> server_salt{};
    PasswordCost cost;
    suite::SignPublic login_key{};
    Hash bundle_hash{};
    Bytes bytes() const;
};
Hash slot_hash(ByteView sealed_bundle);

/// 32 random bytes that open the account without the password; as text with all that a lone device needs to know.
struct Kit {
    Key key;
    std::string server;
    std::string login;
    OrgId org;
    Hash org_genesis{};
    UserId user;
    AccountSecret account_secret;
    suite::SignPublic uik{};

    SignKeys login_keys() const { return SignKeys::from_seed(derive(key, 1, "fs1kitlg")); }
    Key wrap() const { return derive(key, 1, "fs1kitwr"); }
    /// 52 Crockford characters and 2 check characters, in groups of six.
    std::string code() const;
    /// The kit file: lines "name: value".
    std::string text() const;
};
Result<Key> kit_key_from_code(std::string_view code);
Result<Kit> read_kit(std::string_view text);

}  // namespace tern::crypto

// Who this device is: its keys, its user's box key, the org and the server it belongs to. Kept inside the encrypted
// store.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "client_core/crypto/bundle.h"
#include "client_core/crypto/identity.h"
#include "client_core/store/store.h"

namespace tern::org {

/// What a new account needs to be told.
struct Credentials {
    std::string server;  ///< as dialled, e.g. wss://tern.example:8443
    std::string login;   ///< normalised
    std::string normal_password;
};

/// A login, its sealed bundles and what they register: posted to the server, and kept to be posted again.
struct Slot {
    Bytes registration;
    Signature signature{};
    Bytes bundle;
};

struct Account {
    std::string server;
    std::string login;
    OrgId org;
    UserId user;
    crypto::DeviceKeys device;
    crypto::UserBox box;  ///< the newest generation
    std::vector<Slot> slots;
    std::optional<crypto::SignKeys> guest;      ///< the invitation's key, until an admin's device has let this user in
    std::optional<crypto::Seed> identity_seed;  ///< kept only as long as `guest`: it must still sign this device in
    LogHead promised_head;                      ///< of the invitation: the server's log must contain it
    std::string server_pin;                     ///< PEM of a pinned CA; empty: the system's

    bool waiting() const { return guest.has_value(); }
    Bytes bytes() const;
    static Result<Account> read(ByteView bytes);

    Status save(store::Store& store) const;
    /// `not_found` where the folder has no account yet.
    static Result<Account> load(store::Store& store);
};

/// A user and a first device, made from nothing, with the bundles for password and kit.
struct NewAccount {
    Account account;
    crypto::UserIdentity identity;
    crypto::Kit kit;
};

/// Everything but the org's id is made here. `org` is known to a joiner; a founder learns it from the genesis and
/// finishes with seal_slots().
NewAccount make_account(const Credentials& credentials);
/// Seals bundle and kit for an org whose genesis is known. Runs Argon2id: 170 ms.
Status seal_slots(NewAccount& made, const Credentials& credentials, const Hash& genesis_hash, const LogHead& org_head);
/// The same with the password's root given: for the simulator, which skips Argon2id.
void seal_slots_with_root(NewAccount& made, const crypto::Key& root, std::array<std::uint8_t, 16> server_salt,
                          const Hash& genesis_hash, const LogHead& org_head);

}  // namespace tern::org

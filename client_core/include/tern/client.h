// One org's data on this device: the encrypted store, its keys, its sync, the CRM's rules. The one door into
// client_core.
//
// Owned by main(). Not thread-safe: use a Client on one thread; sync() blocks, so give it a Client of its own on a
// worker thread, on the same folder. Several Clients, in one process or in many, may be open on one folder at the same
// time.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client_core/store/store.h"
#include "protocol/log_bodies.h"

namespace tern {

namespace crypto {
template <std::size_t N>
class Secret;
}
namespace org {
struct Account;
class Directory;
}  // namespace org
namespace schema {
class Schema;
}

/// How the data folder's key is come by. At least one of the two when a folder is made; either opens it later.
struct Unlock {
    std::optional<std::string> password;         ///< of the account; Argon2id, 170 ms
    std::optional<std::string> device_key_file;  ///< 32 bytes, mode 0600: stands in for the platform's keychain
};

struct SpaceInfo {
    SpaceId id;
    std::string name;
    SpaceKind kind = SpaceKind::book;
    SpaceRole role = SpaceRole::none;
    std::int64_t records = 0;
};

struct MemberInfo {
    UserId user;
    std::string name;  ///< from the directory; empty where it is not known
    std::string login;
    SpaceRole role = SpaceRole::none;
};

struct DeviceInfo {
    DeviceId id;
    UserId user;
    std::string person;  ///< the user's name; empty where it is not known
    std::string name;    ///< from the directory; mostly empty
    Platform platform = Platform::other;
    Millis since = 0;  ///< when it was let in
    bool mine = false;
    bool this_one = false;
};

struct StatusInfo {
    OrgId org;
    std::string org_name;
    UserId user;
    std::string login;
    DeviceId device;
    std::string server;
    bool waiting = false;             ///< for an admin's device to let this one in
    std::int64_t pending = 0;         ///< changes not sent yet
    std::int64_t refused = 0;         ///< changes in the tray
    std::optional<Millis> last_sync;  ///< when everything was last settled with the server
    std::vector<SpaceInfo> spaces;
};

struct SyncResult {
    std::uint64_t pushed = 0;
    std::uint64_t pulled = 0;
    std::uint64_t pending = 0;
    std::uint64_t refused = 0;
    bool waiting = false;
    std::vector<Failure> alarms;  ///< for a person to see; the sync went on
};

struct SyncOptions {
    bool watch = false;  ///< stay, reconnect by itself, until `stop`
    const std::atomic<bool>* stop = nullptr;
    std::function<void(const SyncResult&)> on_settled;  ///< watch: each time that everything is settled
    std::function<void(const Failure&)> on_broken;      ///< watch: the connection broke; it is tried again
};

struct InviteRequest {
    std::string login;
    std::string name;  ///< empty: the login
    OrgRole role = OrgRole::member;
    std::vector<std::pair<SpaceId, SpaceRole>> spaces;
    Millis valid_ms = Millis{7} * 24 * 60 * 60 * 1000;
};

class Client {
public:
    struct Options {
        std::string folder;
        Unlock unlock;
        const Clock* clock = nullptr;  ///< none: the machine's
    };

    /// An existing folder. `wrong_key`, `not_found`, `newer_version`, `storage`.
    static Result<std::unique_ptr<Client>> open(const Options& options);
    /// A further one on the same folder, for another thread, without the password. `storage`.
    Result<std::unique_ptr<Client>> another() const;

    struct NewOrg {
        std::string server;
        std::string name;
        std::string login;
        std::string person;     ///< the founder's own name; empty: the login
        std::string org_code;   ///< where the server asks for one
        std::string pinned_ca;  ///< PEM
    };
    /// Makes an org on the server and a device here. `kit` receives the recovery kit's text, to be shown once.
    static Result<std::unique_ptr<Client>> create_org(const Options& options, const NewOrg& org, std::string& kit);

    struct Invitation {
        std::string link;
        std::string login;
        std::string pinned_ca;
    };
    /// Makes a user and a device here and asks to be let in; an admin's device does so at its next sync, and this one
    /// finishes at its own.
    static Result<std::unique_ptr<Client>> join(const Options& options, const Invitation& invitation, std::string& kit);
    ~Client();

    // --- people and spaces -------------------------------------------------------------------------------------------
    /// The link to hand over. Posted, and the spaces granted, at this device's next sync. `forbidden` where one may
    /// not.
    Result<std::string> invite(const InviteRequest& request);
    Result<SpaceId> create_space(std::string_view name, SpaceKind kind);
    /// Done at the next sync; drops nobody's rights.
    Status grant(const SpaceId& space, const UserId& user, SpaceRole role);
    /// `counted`: with how many records each holds, which takes a pass over all of them.
    Result<std::vector<SpaceInfo>> spaces(bool counted = true);
    Result<std::vector<MemberInfo>> members(const SpaceId& space);
    /// The org's active devices: this one, one's own others, then by person.
    Result<std::vector<DeviceInfo>> devices();
    /// By id, or by name: exactly one must fit.
    Result<SpaceId> find_space(std::string_view name_or_id);
    /// By id, login or name.
    Result<UserId> find_user(std::string_view who);
    /// `counted`: as of spaces().
    Result<StatusInfo> status(bool counted = true);
    /// Whose device that is; nothing where the org's log does not know it.
    std::optional<UserId> user_of(const DeviceId& device) const;

    // --- sync
    // ----------------------------------------------------------------------------------------------------------
    /// One process at a time holds a folder's sync lock: `busy` otherwise.
    Result<SyncResult> sync(const SyncOptions& options = {});

    // --- for the rooms of the CRM and the command
    // --------------------------------------------------------------------------
    store::Store& store();
    const schema::Schema& schema() const;
    /// Who writes, now: for store().write().
    store::Author author() const;
    Millis adjusted_now();
    const UserId& user() const;
    OrgId org() const;
    /// The directory's space; nothing before this device is let in.
    std::optional<SpaceId> org_space() const;
    /// Where a record without a given space goes: the parent's space if one may write there, else one's own book, else
    /// one's private space, which is made if there is none.
    Result<SpaceId> home_for(const std::optional<SpaceId>& parent);
    bool may_write(const SpaceId& space);
    bool waiting() const;

    struct Rooms;

private:
    explicit Client(std::unique_ptr<Rooms> rooms);
    static Result<std::unique_ptr<Client>> open_folder(const std::string& folder, const Clock& clock,
                                                       crypto::Secret<32> key);
    std::unique_ptr<Rooms> rooms_;
};

}  // namespace tern

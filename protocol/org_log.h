// The org log and its verifier: who is who. The same code on device and server; what it accepts is the law for both.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "protocol/log_bodies.h"
#include "protocol/log_record.h"

namespace tern {

/// A value that changed over the log's positions.
template <class T>
struct Since {
    std::uint32_t seq;
    T value;
};

struct UserKey {
    std::uint32_t generation = 0;
    suite::BoxPublic ubk{};
};

struct OrgUser {
    UserId id;
    suite::SignPublic uik{};
    suite::BoxPublic urk{};
    std::uint32_t added_seq = 0;
    std::uint8_t level = 1;          ///< how the invitation was handed over: 1 link, 2 in person, 3 compared
    suite::SignPublic invite_key{};  ///< by which the user came; zeros for the founder
    UserId succeeds;
    std::vector<Since<OrgRole>> roles;
    std::vector<Since<bool>> suspensions;
    std::vector<Since<UserKey>> keys;
};

struct OrgDevice {
    DeviceId id;
    UserId user;
    suite::SignPublic dsk{};
    suite::BoxPublic dbk{};
    Platform platform = Platform::other;
    Millis not_after = 0;
    std::uint32_t added_seq = 0;
    std::uint32_t revoked_seq = 0;  ///< 0: not revoked
    std::uint8_t revoke_reason = 0;
};

struct OrgInvite {
    Invite invite;
    UserId inviter;
    std::uint32_t seq = 0;
    std::optional<UserId> used_by;
};

/// A verified org log. Holds no bytes of records but their hashes. Not thread-safe.
class OrgLog {
public:
    /// The log's first record. `org_id_of(genesis)` is the org; pinning it pins all of this.
    static Result<OrgLog> begin(ByteView genesis);
    /// The next record. On a failure nothing has changed. `log_invalid` names the rule in words; `log_conflict` where
    /// the record does not continue the head.
    Status append(ByteView record);

    const OrgId& id() const { return id_; }
    LogHead head() const { return {static_cast<std::uint32_t>(hashes_.size()) - 1, hashes_.back()}; }
    std::uint32_t length() const { return static_cast<std::uint32_t>(hashes_.size()); }
    /// Nothing where the log is not that long.
    std::optional<Hash> hash_at(std::uint32_t seq) const;
    bool contains(const LogHead& position) const { return hash_at(position.seq) == position.hash; }

    const OrgUser* user(const UserId& id) const;
    const OrgDevice* device(const DeviceId& id) const;
    const OrgInvite* invite(const suite::SignPublic& key) const;
    const std::map<UserId, OrgUser>& users() const { return users_; }
    const std::map<DeviceId, OrgDevice>& devices() const { return devices_; }
    const OrgPolicy& policy() const { return policies_.back().value; }

    /// All as of log position `at`; nothing for who was not there yet.
    std::optional<OrgRole> role(const UserId& user, std::uint32_t at) const;
    bool suspended(const UserId& user, std::uint32_t at) const;
    std::optional<UserKey> key(const UserId& user, std::uint32_t at) const;
    /// Added, not revoked, its user not suspended.
    bool device_active(const DeviceId& device, std::uint32_t at) const;
    std::vector<const OrgDevice*> active_devices(const UserId& user, std::uint32_t at) const;
    /// A device of the user was revoked and no newer user key has come since: no key may be sealed to the user.
    bool key_in_doubt(const UserId& user, std::uint32_t at) const;

private:
    OrgLog() = default;
    Status check_frame(const LogRecord& record) const;
    Status check_author(const LogRecord& record) const;
    Status apply(const LogRecord& record);
    Status apply_invite(const LogRecord& record);
    Status apply_user_add(const LogRecord& record);
    Status apply_device_add(const LogRecord& record);
    Status apply_device_revoke(const LogRecord& record);
    Status apply_user_key_rotate(const LogRecord& record);
    Status apply_role(const LogRecord& record);
    Status apply_suspend(const LogRecord& record);
    Status apply_policy(const LogRecord& record);
    Status apply_fork_merge(const LogRecord& record);
    /// The log as it was when it had `length` records: what a losing branch is judged on.
    OrgLog rewound(std::uint32_t length) const;
    /// Of a losing branch: what still holds.
    void adopt(const LogRecord& record, std::uint32_t seq);
    std::size_t owners() const;

    OrgId id_;
    std::vector<Hash> hashes_;
    std::map<UserId, OrgUser> users_;
    std::map<DeviceId, OrgDevice> devices_;
    std::map<suite::SignPublic, OrgInvite> invites_;
    std::vector<Since<OrgPolicy>> policies_;
};

}  // namespace tern

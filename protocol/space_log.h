// A space's log and its verifier: who may do what there, and the keys' commitments. Judged against the org log.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "protocol/org_log.h"

namespace tern {

struct SpaceMember {
    std::vector<Since<SpaceRole>> roles;  ///< none: removed
};

struct SpaceEpoch {
    std::uint32_t since_seq = 0;  ///< log position of the record that brought it
    std::uint32_t org_seq = 0;    ///< the org position that its author had verified
    EpochBlock block;             ///< as brought; `seats` grows with those who are added later
};

struct SpaceVoid {
    std::uint32_t seq = 0;
    VoidDeltas what;
};

/// A verified space log. Not thread-safe.
class SpaceLog {
public:
    static Result<SpaceLog> begin(ByteView genesis, const OrgLog& org);
    /// The next record. On a failure nothing has changed. `sequence`: the org log here is not that far yet, fetch it
    /// first.
    Status append(ByteView record, const OrgLog& org);

    const SpaceId& id() const { return id_; }
    SpaceKind kind() const { return kind_; }
    /// What an epoch's keys are bound to: the space's id, but for epoch 1 the genesis' nonce, since the id is a hash
    /// over that very commitment.
    SpaceId key_scope(std::uint32_t epoch) const { return epoch == 1 ? nonce_ : id_; }
    const UserId& creator() const { return creator_; }
    LogHead head() const { return {static_cast<std::uint32_t>(hashes_.size()) - 1, hashes_.back()}; }
    std::uint32_t length() const { return static_cast<std::uint32_t>(hashes_.size()); }
    std::optional<Hash> hash_at(std::uint32_t seq) const;
    /// The org position that the newest record named: the next may not name an older one.
    std::uint32_t org_seq() const { return org_seq_; }

    SpaceRole role(const UserId& user, std::uint32_t at) const;
    SpaceRole role(const UserId& user) const { return role(user, head().seq); }
    /// Current members, ascending.
    std::vector<std::pair<UserId, SpaceRole>> members() const;
    const SpaceEpoch& epoch() const { return epochs_.back(); }
    /// The epoch in force at a log position.
    const SpaceEpoch& epoch_at(std::uint32_t seq) const;
    const std::vector<SpaceEpoch>& epochs() const { return epochs_; }
    std::optional<Cut> cut(const DeviceId& device) const;
    /// The least role that may write that field at a log position.
    SpaceRole least_role(std::uint16_t entity, std::uint16_t column, std::uint32_t at) const;
    const std::vector<SpaceVoid>& voids() const { return voids_; }
    bool archived() const { return archived_; }
    std::uint8_t min_holders() const { return min_holders_; }

    /// Rotate-before-write: at org position `org_seq` a member has a newer user key, or a device of a member was
    /// revoked, since the epoch in force. The next record must carry a full block, and nobody may write data before.
    bool must_rotate(const OrgLog& org, std::uint32_t org_seq) const;
    /// The devices that a full block's cuts must list: of those who lose write, and revoked ones since the last full
    /// block.
    std::vector<DeviceId> devices_to_cut(const OrgLog& org, std::uint32_t org_seq,
                                         const std::vector<UserId>& losing_write) const;

private:
    SpaceLog() = default;
    Status check_frame(const LogRecord& record, const OrgLog& org) const;
    Status check_author(const LogRecord& record, const OrgLog& org) const;
    Status check_full_block(const EpochBlock& block, const std::vector<std::pair<UserId, SpaceRole>>& members,
                            const OrgLog& org, std::uint32_t org_seq) const;
    Status check_partial_block(const EpochBlock& block, const std::vector<UserId>& added, const OrgLog& org,
                               std::uint32_t org_seq) const;
    Status check_cuts(const std::vector<Cut>& cuts, const std::vector<DeviceId>& wanted) const;
    Status apply(const LogRecord& record, const OrgLog& org);
    Status apply_members(const LogRecord& record, const OrgLog& org);
    Status check_member_change(const LogRecord& record, const MemberChange& change, const OrgLog& org) const;
    Status apply_rotate(const LogRecord& record, const OrgLog& org);
    Status apply_policy(const LogRecord& record);
    Status apply_void(const LogRecord& record, const OrgLog& org);
    Status apply_fork_merge(const LogRecord& record, const OrgLog& org);
    void begin_epoch(const EpochBlock& block, const LogRecord& record);
    void add_cuts(const std::vector<Cut>& cuts);

    SpaceId id_;
    SpaceId nonce_;
    SpaceKind kind_ = SpaceKind::book;
    UserId creator_;
    std::vector<Hash> hashes_;
    std::uint32_t org_seq_ = 0;
    std::map<UserId, SpaceMember> members_;
    std::vector<SpaceEpoch> epochs_;
    std::map<DeviceId, Cut> cuts_;
    std::vector<Since<SpacePolicy>> policies_;
    std::vector<SpaceVoid> voids_;
    bool archived_ = false;
    std::uint8_t min_holders_ = 1;
};

}  // namespace tern

// The bodies of log records, as data: read from bytes, written to bytes, nothing judged but their form. The layouts are
// in protocol/README.md, "Logs".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "protocol/base/bytes.h"
#include "protocol/base/result.h"
#include "protocol/base/suite.h"
#include "protocol/ids.h"

namespace tern {

enum class OrgRole : std::uint8_t { member = 1, admin = 2, owner = 3 };
/// none: not a member.
enum class SpaceRole : std::uint8_t { none = 0, reader = 1, writer = 2, manager = 3, admin = 4 };
enum class SpaceKind : std::uint8_t { book = 1, team = 2, pool = 3, org = 4, personal = 5 };
enum class Platform : std::uint8_t { other = 0, linux_desktop = 1, windows = 2, macos = 3, android = 4, ios = 5 };

std::string_view name(OrgRole role);
std::string_view name(SpaceRole role);
std::string_view name(SpaceKind kind);  ///< "private" for personal
std::optional<OrgRole> org_role_named(std::string_view name);
std::optional<SpaceRole> space_role_named(std::string_view name);
std::optional<SpaceKind> space_kind_named(std::string_view name);

/// SEAL of a 32-byte seed.
using SealedSeed = std::array<std::uint8_t, 80>;

/// A user's public keys, as the org log pins them.
struct Identity {
    UserId user;
    suite::SignPublic uik{};
    suite::BoxPublic urk{};
    suite::BoxPublic ubk{};
    SealedSeed seed{};

    bool operator==(const Identity&) const = default;
    Bytes bytes() const;
    /// X of user_add: the org's id, then bytes(). What the invitee signs.
    Bytes bytes_for(const OrgId& org) const;
};
UserId user_id_of(const suite::SignPublic& uik);
DeviceId device_id_of(const suite::SignPublic& dsk, const suite::BoxPublic& dbk);

struct OrgPolicy {
    std::uint16_t min_proto = 1;
    std::uint16_t history_days = 90;
    std::uint16_t trash_days = 0;
    std::uint16_t offline_days = 14;
    std::uint8_t kdf_ops = 3;
    std::uint32_t kdf_mem_kib = 64 * 1024;
    bool allow_pw_only = false;
    bool operator==(const OrgPolicy&) const = default;
};

struct OrgGenesis {
    Identity owner;
    OrgPolicy policy;
    std::array<std::uint8_t, 16> nonce{};
};
struct Invite {
    suite::SignPublic key{};
    OrgRole role = OrgRole::member;
    Millis expiry_ms = 0;
};
struct UserAdd {
    OrgId org;
    Identity identity;
    Signature user_signature{};
    suite::SignPublic invite_key{};
    Signature invite_signature{};
    std::uint8_t level = 1;
    UserId succeeds;
};
struct DeviceAdd {
    DeviceId device;
    suite::SignPublic dsk{};
    suite::BoxPublic dbk{};
    Platform platform = Platform::other;
    Millis not_after = 0;
    Signature proof{};
};
/// What a device signs with its own key to show that it has it.
Bytes device_proof_message(const UserId& user, const DeviceAdd& device);

struct DeviceRevoke {
    DeviceId device;
    std::uint8_t reason = 1;
};
struct UserKeyRotate {
    std::uint32_t generation = 0;
    suite::BoxPublic ubk{};
    std::array<std::uint8_t, 104> previous{};
    SealedSeed seed_for_urk{};
    std::vector<std::pair<DeviceId, SealedSeed>> devices;
};
struct OrgRoleChange {
    UserId user;
    OrgRole role = OrgRole::member;
};
struct UserSuspend {
    UserId user;
    bool suspended = true;
};
struct ForkMerge {
    std::uint32_t fork_seq = 0;
    std::vector<Bytes> losing_branch;
};

/// One recipient of an epoch's keys.
struct EpochSeat {
    UserId user;
    std::uint32_t ubk_generation = 0;  ///< 0: no seal, the member's keys are in doubt
    std::array<std::uint8_t, 16> seal_hash{};
    bool operator==(const EpochSeat&) const = default;
};
struct EpochBlock {
    std::uint32_t epoch = 0;
    std::uint16_t tag_gen = 0;
    Hash key_commit{};
    std::optional<std::array<std::uint8_t, 136>> prev;  ///< only in a full block
    std::vector<EpochSeat> seats;
    bool full() const { return prev.has_value(); }
};
struct Cut {
    DeviceId device;
    std::uint64_t last_seq = 0;
    std::array<std::uint8_t, 16> env_id16{};
    std::uint32_t log_seq = 0;
};
struct SpaceGenesis {
    std::array<std::uint8_t, 16> nonce{};
    SpaceKind kind = SpaceKind::book;
    std::uint8_t min_holders = 1;
    std::vector<std::pair<UserId, SpaceRole>> members;
    EpochBlock block;
};
enum class MemberOp : std::uint8_t { add = 1, remove = 2, role = 3 };
struct MemberChange {
    UserId user;
    MemberOp op = MemberOp::add;
    SpaceRole role = SpaceRole::none;
};
struct Members {
    std::vector<MemberChange> changes;
    EpochBlock block;
    std::vector<Cut> cuts;
};
struct EpochRotate {
    EpochBlock block;
    std::vector<Cut> cuts;
};
struct WriteRule {
    std::uint16_t entity = 0;
    std::uint16_t column = 0;
    SpaceRole least = SpaceRole::writer;
    bool operator==(const WriteRule&) const = default;
};
struct SpacePolicy {
    std::uint8_t min_holders = 1;
    std::vector<WriteRule> rules;
};
struct VoidDeltas {
    DeviceId device;
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    Hash env_id{};  ///< used where from and to are 0
    std::uint8_t reason = 0;
};
struct Erase {
    std::vector<Tag> tags;
};
struct SpaceForkMerge {
    ForkMerge merge;
    EpochBlock block;
    std::vector<Cut> cuts;
};

Bytes body_of(const OrgGenesis&);
Bytes body_of(const Invite&);
Bytes body_of(const UserAdd&);
Bytes body_of(const DeviceAdd&);
Bytes body_of(const DeviceRevoke&);
Bytes body_of(const UserKeyRotate&);
Bytes body_of(const OrgRoleChange&);
Bytes body_of(const UserSuspend&);
Bytes body_of(const OrgPolicy&);
Bytes body_of(const ForkMerge&);
Bytes body_of(const SpaceGenesis&);
Bytes body_of(const Members&);
Bytes body_of(const EpochRotate&);
Bytes body_of(const SpacePolicy&);
Bytes body_of(const VoidDeltas&);
Bytes body_of(const Erase&);
Bytes body_of_archive(bool archived);
Bytes body_of(const SpaceForkMerge&);

/// Reads a body of that type. `malformed` for anything that body_of() could not have made. Where an epoch block may be
/// full or partial, `epoch_in_force` tells which: a partial one repeats it.
template <class T>
Result<T> read_body(ByteView body);
Result<Members> read_members(ByteView body, std::uint32_t epoch_in_force);
Result<bool> read_archive(ByteView body);

}  // namespace tern

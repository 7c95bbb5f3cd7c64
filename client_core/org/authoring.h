// The log records that this device writes: drafts filled in from what it has verified, signed, with the sealed boxes
// that travel beside them. Pure: nothing is stored or sent here.
#pragma once

#include "client_core/org/directory.h"

namespace tern::org {

struct SignedRecord {
    LogId log;  ///< zeros for a space's genesis
    Bytes bytes;
    std::vector<Bytes> sealed;  ///< in the block's order, without seats of generation 0
};

/// Signs as this device, continuing the heads in `directory`.
class Author {
public:
    Author(const Account& account, const Directory& directory, Millis now_ms)
        : account_(account), directory_(directory), now_ms_(now_ms) {}

    Bytes invite(const suite::SignPublic& key, OrgRole role, Millis expiry_ms) const;
    Bytes user_add(const UserAdd& body) const;
    /// A new space; `keys` become its first epoch's. The creator is its admin; `others` must be in the org.
    SignedRecord space(SpaceKind kind, std::uint8_t min_holders,
                       const std::vector<std::pair<UserId, SpaceRole>>& others, const crypto::SpaceKeys& keys) const;
    /// Adds members or raises them; nobody loses anything by it.
    SignedRecord add_members(const SpaceLog& space, const crypto::SpaceKeys& keys,
                             const std::vector<MemberChange>& changes) const;

private:
    Bytes org_record(RecordType type, Bytes body) const;
    Bytes space_record(const SpaceLog* space, RecordType type, Bytes body) const;
    EpochSeat seat(const SpaceId& space, const UserId& user, const crypto::SpaceKeys& keys,
                   std::vector<Bytes>& sealed) const;

    const Account& account_;
    const Directory& directory_;
    Millis now_ms_;
};

/// The org's genesis, signed by its founder.
Bytes org_genesis(const crypto::UserIdentity& identity, const crypto::UserBox& box, Millis now_ms);
/// device_add, signed by the user's identity, continuing `org`.
Bytes device_record(const OrgLog& org, const crypto::UserIdentity& identity, const crypto::DeviceKeys& device,
                    Platform platform, Millis now_ms);

}  // namespace tern::org

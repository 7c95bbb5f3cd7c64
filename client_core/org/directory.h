// The logs that this device follows, verified, and the keys that they gave it: the device's picture of who is who.
//
//  (1) A record is stored only after the verifier took it; a log is never shortened.
//  (2) Keys are stored only if they fit the commitment in the log.
#pragma once

#include <map>
#include <optional>

#include "client_core/crypto/space_keys.h"
#include "client_core/org/account.h"
#include "protocol/org_log.h"
#include "protocol/space_log.h"

namespace tern::org {

class Directory {
public:
    explicit Directory(store::Store& store) : store_(store) {}

    /// Reads and verifies everything again. Nothing is loaded where there is no org log yet.
    Status load();
    /// Takes in what other processes on this folder have appended. Cheap when there is nothing.
    Status refresh();

    /// The org's genesis, pinned by `expected`.
    Status begin(ByteView genesis, const OrgId& expected);
    bool has_org() const { return org_.has_value(); }
    const OrgLog& org() const { return *org_; }
    const SpaceLog* space(const SpaceId& id) const;
    const std::map<SpaceId, SpaceLog>& spaces() const { return spaces_; }

    /// Verifies, stores, takes in. In the caller's transaction if there is one. Nothing changes on a failure.
    Status append_org(ByteView record);
    /// Also begins a log, with its genesis.
    Status append_space(const SpaceId& id, ByteView record);
    /// Records of a log as stored, from `seq` on, at most `bytes` in all but at least one if there is one.
    std::vector<Bytes> records(const LogId& log, std::uint32_t from, std::size_t bytes);

    /// The keys of an epoch, if this device has them.
    const crypto::SpaceKeys* keys(const SpaceId& space, std::uint32_t epoch) const;
    /// Stores the keys and all earlier ones that the log's chain yields.
    Status add_keys(const SpaceId& space, const crypto::SpaceKeys& keys);

    /// The org's own space, where people, devices and spaces have their names.
    std::optional<SpaceId> org_space() const;
    SpaceRole role(const SpaceId& space, const UserId& user) const;
    /// The greatest time that a colleague has signed into a log: a witness against a lying clock.
    Millis newest_signed_time(const UserId& except) const;

private:
    Status store_record(const LogId& log, std::uint32_t seq, ByteView record);
    Status take_org(ByteView record);
    Status take_space(const SpaceId& id, ByteView record);
    void note_time(ByteView record);

    store::Store& store_;
    std::optional<OrgLog> org_;
    std::map<SpaceId, SpaceLog> spaces_;
    std::map<std::pair<SpaceId, std::uint32_t>, crypto::SpaceKeys> keys_;
    std::map<UserId, Millis> signed_times_;
};

}  // namespace tern::org

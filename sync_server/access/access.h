// Who may do what, now: every org's verified logs, held in memory and derived from the same verifier that devices use.
// A record that is taken here is stored in the same breath. Not thread-safe.
#pragma once

#include <map>
#include <memory>
#include <unordered_map>

#include "protocol/org_log.h"
#include "protocol/space_log.h"
#include "sync_server/store/store.h"

namespace tern::server {

struct SpaceState {
    SpaceRef ref;
    SpaceLog log;

    /// SpaceLog::must_rotate at the org's head, looked up once for each pair of heads.
    bool must_rotate(const OrgLog& org) const;

private:
    struct Answer {
        std::uint32_t org_length = 0;
        std::uint32_t space_length = 0;
        bool must = false;
    };
    mutable Answer rotate_;

public:
    SpaceState(SpaceRef r, SpaceLog l) : ref(r), log(std::move(l)) {}
};

struct OrgState {
    OrgRef ref;
    OrgLog log;
    std::map<SpaceId, SpaceState> spaces;

    OrgState(OrgRef r, OrgLog l) : ref(r), log(std::move(l)) {}
    SpaceState* space(const SpaceId& id);
    SpaceRole role(const UserId& user, const SpaceId& space) const;
    /// Active at the head, and not past its last day.
    bool device_active(const DeviceId& device, Millis now) const;
    bool is_admin(const UserId& user) const;
};

/// A space's record as it was handed in, with the sealed boxes that belong to it.
struct SpaceRecord {
    ByteView bytes;
    std::vector<ByteView> sealed;
    /// Handed in to a server that has lost it, by somebody who has only his own box, if any: the record proves itself,
    /// and the next rotation brings everybody a key again.
    bool may_lack_boxes = false;
};

/// A cut that lies below what was accepted already.
struct CutBehind {
    DeviceId device;
    Position position;
};

class Access {
public:
    explicit Access(ServerStore& store) : store_(store) {}

    /// nullptr: there is no such org. Reads and verifies its logs when it is first asked for.
    Result<OrgState*> org(const OrgId& id);
    Result<OrgState*> found(ByteView genesis, std::uint64_t quota);
    Status append_org(OrgState& org, ByteView record);
    /// A genesis makes the space. `cut_behind` fills `behind`.
    Result<SpaceState*> begin_space(OrgState& org, const SpaceRecord& genesis);
    Status append_space(OrgState& org, SpaceState& space, const SpaceRecord& record, CutBehind& behind);

    /// After a rollback: what is in memory may be more than what is stored.
    void forget() { orgs_.clear(); }

private:
    Result<std::unique_ptr<OrgState>> load(const OrgRow& row);
    Status load_space(OrgState& org, const SpaceRow& row);
    Status check_cuts(SpaceRef space, const std::vector<Cut>& cuts, CutBehind& behind);
    Status store_keys(SpaceRef space, const EpochBlock* block, const std::vector<ByteView>& sealed);

    ServerStore& store_;
    std::unordered_map<OrgId, std::unique_ptr<OrgState>> orgs_;
};

}  // namespace tern::server

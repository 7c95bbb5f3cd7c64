// What this device has promised and its next sync must do: invitations to post, people to let in, spaces to grant.
#pragma once

#include <string>
#include <vector>

#include "client_core/org/directory.h"

namespace tern::org {

struct Grant {
    SpaceId space;
    UserId user;
    SpaceRole role = SpaceRole::reader;
};

enum class InviteState : std::uint8_t { to_post = 0, posted = 1, admitted = 2, named = 3 };

struct PendingInvite {
    suite::SignPublic key{};
    OrgRole role = OrgRole::member;
    Millis expiry_ms = 0;
    std::string login;
    std::string name;
    std::vector<std::pair<SpaceId, SpaceRole>> spaces;
    InviteState state = InviteState::to_post;
    UserId user;  ///< once admitted
};

/// A link to paste or scan: server, org, head, inviter, and after '#' what no server sees: the token, and for whom.
struct InviteLink {
    std::string server;
    OrgId org;
    LogHead head;
    UserId inviter;
    std::array<std::uint8_t, 16> token{};
    LoginId login;  ///< whom it is for; after the '#', too

    std::string text() const;
    static Result<InviteLink> read(std::string_view text);
    /// The invitation's key pair: the log holds its public half.
    crypto::SignKeys keys() const;
};

class Invites {
public:
    explicit Invites(store::Store& store) : store_(store) {}

    void add(const PendingInvite& invite);
    std::vector<PendingInvite> in_state(InviteState state);
    std::optional<PendingInvite> find(const suite::SignPublic& key);
    void set_state(const suite::SignPublic& key, InviteState state, const UserId& user);

    void add_grant(const Grant& grant);
    std::vector<Grant> grants();
    void drop_grant(const Grant& grant);

    /// The sealed boxes of records written here, until the server has them.
    void keep_seals(const LogId& log, std::uint32_t seq, const std::vector<Bytes>& sealed);
    std::vector<Bytes> seals(const LogId& log, std::uint32_t seq);

private:
    PendingInvite read(const Rows& rows) const;
    store::Store& store_;
};

}  // namespace tern::org

#include "client_core/sync/steward.h"

#include <algorithm>

namespace tern::sync {
namespace {

Identity identity_from(ByteView x) {
    ByteReader in{x};
    in.raw(16);
    Identity out;
    out.user = UserId{in.array<16>()};
    out.uik = in.array<32>();
    out.urk = in.array<32>();
    out.ubk = in.array<32>();
    out.seed = in.array<80>();
    return out;
}

/// What a new member of the org is in the org's own space: admins run the directory, all others read.
SpaceRole org_space_role(OrgRole role) { return role == OrgRole::member ? SpaceRole::reader : SpaceRole::manager; }

}  // namespace

void Steward::join_requested(const proto::JoinRequest& request) {
    UserAdd body;
    body.org = context_.account.org;
    body.identity = identity_from(view(request.identity()));
    body.invite_key = array_of<32>(view(request.invite_key()));
    body.user_signature = array_of<64>(view(request.user_signature()));
    body.invite_signature = array_of<64>(view(request.invite_signature()));
    joins_[body.invite_key] = body;
    settled_ = false;
}

Status Steward::advance(const Now& now) {
    if (logs_.posting() || !logs_.settled()) return ok();
    return caught([&]() -> Status {
        settle_posted();
        const org::Author author{context_.account, context_.directory, context_.adjusted(now)};
        settled_ = !post_invite(author) && !admit(author) && !grant(author);
        return ok();
    });
}

void Steward::settle_posted() {
    const auto& org = context_.directory.org();
    for (const auto& invite : context_.invites.in_state(org::InviteState::to_post))
        if (org.invite(invite.key) != nullptr) context_.invites.set_state(invite.key, org::InviteState::posted, {});
    for (const auto& invite : context_.invites.in_state(org::InviteState::posted)) {
        const auto* posted = org.invite(invite.key);
        if (posted == nullptr || !posted->used_by) continue;
        Transaction transaction{context_.store.database()};
        promise_spaces(invite, *posted->used_by);
        context_.invites.set_state(invite.key, org::InviteState::admitted, *posted->used_by);
        transaction.commit();
    }
    for (const auto& grant : context_.invites.grants())
        if (context_.directory.role(grant.space, grant.user) >= grant.role) context_.invites.drop_grant(grant);
}

void Steward::promise_spaces(const org::PendingInvite& invite, const UserId& user) {
    for (const auto& [space, role] : invite.spaces) context_.invites.add_grant({space, user, role});
    if (const auto directory = context_.directory.org_space()) {
        const auto own = context_.directory.role(*directory, context_.account.user);
        const auto most = own == SpaceRole::admin ? SpaceRole::admin : SpaceRole::writer;
        if (own >= SpaceRole::manager)
            context_.invites.add_grant({*directory, user, std::min(org_space_role(invite.role), most)});
    }
}

bool Steward::post_invite(const org::Author& author) {
    const auto waiting = context_.invites.in_state(org::InviteState::to_post);
    if (waiting.empty()) return false;
    const auto& invite = waiting.front();
    const LogId log = log_of(context_.account.org);
    logs_.post(log, {}, author.invite(invite.key, invite.role, invite.expiry_ms), {});
    return true;
}

bool Steward::admit(const org::Author& author) {
    const auto& org = context_.directory.org();
    const auto own = org.role(context_.account.user, org.head().seq);
    if (!own || *own < OrgRole::admin) return false;
    while (!joins_.empty()) {
        const UserAdd body = joins_.begin()->second;
        joins_.erase(joins_.begin());
        const auto* invite = org.invite(body.invite_key);
        const Bytes x = body.identity.bytes_for(org.id());
        const bool valid = invite != nullptr && !invite->used_by && org.user(body.identity.user) == nullptr &&
                           body.identity.user == user_id_of(body.identity.uik) &&
                           suite::verify(body.identity.uik, "fs1/useradd", x, body.user_signature) &&
                           suite::verify(body.invite_key, "fs1/invsig", x, body.invite_signature);
        if (!valid) continue;
        logs_.post(log_of(org.id()), {}, author.user_add(body), {});
        return true;
    }
    return false;
}

bool Steward::grant(const org::Author& author) {
    std::map<SpaceId, std::vector<MemberChange>> by_space;
    const auto& org = context_.directory.org();
    for (const auto& grant : context_.invites.grants()) {
        const auto own = context_.directory.role(grant.space, context_.account.user);
        const bool may = own == SpaceRole::admin || (own == SpaceRole::manager && grant.role <= SpaceRole::writer);
        const auto* user = org.user(grant.user);
        if (!may || user == nullptr || org.suspended(grant.user, org.head().seq)) continue;
        const auto before = context_.directory.role(grant.space, grant.user);
        by_space[grant.space].push_back(
            {grant.user, before == SpaceRole::none ? MemberOp::add : MemberOp::role, grant.role});
    }
    for (auto& [id, changes] : by_space) {
        const auto* space = context_.directory.space(id);
        const auto* keys = space == nullptr ? nullptr : context_.directory.keys(id, space->epoch().block.epoch);
        if (keys == nullptr || space->must_rotate(org, org.head().seq)) continue;
        const auto record = author.add_members(*space, *keys, changes);
        logs_.post(record.log, id, record.bytes, record.sealed);
        return true;
    }
    return false;
}

}  // namespace tern::sync

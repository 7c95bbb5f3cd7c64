// Following: deltas of a space in cursor order, against credit. Catching up and live notice are one thing.
#pragma once

#include <functional>

#include "sync_server/session/desk.h"

namespace tern::server {

Status answer_follow(Desk& desk, OrgState& org, const proto::Follow& follow, std::uint64_t request);
Status answer_unfollow(Desk& desk, const proto::Unfollow& unfollow, proto::ServerMessage& answer);
Status answer_credit(Desk& desk, const proto::Credit& credit);

/// Whether the connection may be given more of its streams now.
bool may_stream(const Session& session);

/// Gives what may be given: up to one full queue, new deltas before live ones before history. Ends the streams of
/// spaces where the user has no part any more. Returns the bytes of deltas given.
Result<std::size_t> pump(ServerStore& store, OrgState& org, Session& session, Metrics& metrics,
                         const std::function<void(const proto::ServerMessage&)>& send);

}  // namespace tern::server

// What an admin's or manager's device does by itself: posts invitations, lets in whom a valid invitation proves, grants
// what was promised. One record at a time, each continuing the heads that are in force.
#pragma once

#include <map>

#include "client_core/sync/context.h"
#include "client_core/sync/log_exchange.h"

namespace tern::sync {

class Steward {
public:
    Steward(Context& context, LogExchange& logs) : context_(context), logs_(logs) {}

    void join_requested(const proto::JoinRequest& request);
    /// Writes the next record that is due, if the logs stand still.
    Status advance(const Now& now);
    bool settled() const { return settled_; }

private:
    bool post_invite(const org::Author& author);
    bool admit(const org::Author& author);
    bool grant(const org::Author& author);
    /// After the log has it: what follows from an invitation or an admission.
    void settle_posted();
    void promise_spaces(const org::PendingInvite& invite, const UserId& user);

    Context& context_;
    LogExchange& logs_;
    std::map<suite::SignPublic, UserAdd> joins_;
    bool settled_ = false;
};

}  // namespace tern::sync

// What leaves the core, and when: after the fsync, or changed where there was none.
#include "sync_server/limits.h"
#include "sync_server/session/core.h"
#include "sync_server/session/stream.h"

namespace tern::server {

CommitOutcome Core::commit(Millis now) {
    auto outcome = CommitOutcome::done;
    const bool wrote = store_.writing() || store_.health() != StoreHealth::good;
    switch (wrote ? store_.commit() : StoreHealth::good) {
        case StoreHealth::good:
            metrics_.commits += wrote ? 1 : 0;
            break;
        case StoreHealth::full:
            give_up(now);
            outcome = CommitOutcome::refused;
            break;
        case StoreHealth::broken:
            ++metrics_.commits_failed;
            held_.clear();
            return CommitOutcome::broken;
    }
    release();
    pump_all(now);
    release();
    return store_.health() == StoreHealth::broken ? CommitOutcome::broken : outcome;
}

std::vector<Output> Core::take_output() { return std::exchange(output_, {}); }

void Core::release() {
    for (auto& held : held_) output_.push_back(std::move(held.output));
    held_.clear();
    orgs_written_.clear();
}

/// Nothing of this transaction was written. Who wanted to write is told so; who read of an org whose log had grown in
/// it may have been shown what does not exist, and starts anew; nobody hears of what did not happen.
void Core::give_up(Millis now) {
    ++metrics_.commits_failed;
    log("commit_failed", 0, name(Fault::storage));
    store_.rollback();
    access_.forget();
    std::vector<ConnectionId> misled;
    for (auto& held : std::exchange(held_, {})) {
        auto* message = std::get_if<Send>(&held.output);
        if (message == nullptr) {
            held_.push_back(std::move(held));
            continue;
        }
        const auto found = sessions_.find(message->connection);
        if (found == sessions_.end()) continue;
        const bool stale = held.kind == Kind::read_answer && orgs_written_.contains(held.org);
        if (stale) misled.push_back(message->connection);
        if (held.kind == Kind::read_answer && !stale) {
            held_.push_back(std::move(held));
            continue;
        }
        found->second.queued -= std::min(found->second.queued, message->message.size());
        if (held.kind != Kind::write_answer) continue;
        proto::ServerMessage answer;
        refuse(found->second, held.request,
               fail(Fault::storage, "the server's disk is full",
                    "nothing was lost here; try again later, or tell the server's admin"),
               answer, Kind::write_answer, now);
        if (found->second.phase == Phase::founder) misled.push_back(message->connection);
    }
    constexpr std::uint16_t kTryAgainLater = 1013;
    for (const auto id : misled)
        if (auto* session = find(id)) close(*session, kTryAgainLater, "the server's disk is full");
}

/// Each connection in turn, until the turn's share is used up: a new phone's first sync does not delay anybody's edit.
void Core::pump_all(Millis now) {
    std::size_t given = 0;
    for (auto left = to_stream_.size(); left > 0 && given < limits::kStreamBytesPerTurn; --left) {
        auto* session = find(to_stream_.front());
        to_stream_.pop_front();
        if (session == nullptr) continue;
        session->ready_to_stream = false;
        if (!may_stream(*session)) continue;
        auto org = access_.org(session->org);
        if (!org || *org == nullptr) continue;
        if (!(*org)->device_active(session->device, now)) {
            close(*session, 1008, "this device is not active any more");
            continue;
        }
        auto bytes = pump(store_, **org, *session, metrics_,
                          [&](const proto::ServerMessage& message) { send(*session, message, Kind::read_answer); });
        if (bytes) given += *bytes;
    }
}

}  // namespace tern::server

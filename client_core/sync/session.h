// One conversation with the server, from its first challenge to its end: bytes and the time in, bytes and wishes out.
// No socket, thread or clock of its own; an outer loop reconnects by making a new one. Not thread-safe.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client_core/sync/context.h"
#include "client_core/sync/log_exchange.h"
#include "client_core/sync/puller.h"
#include "client_core/sync/pusher.h"
#include "client_core/sync/steward.h"

namespace tern::sync {

/// What the caller is to do next.
struct Turn {
    std::vector<Bytes> send;
    bool work_left = false;        ///< call work() again soon, between screens' own writes
    std::optional<Failure> ended;  ///< close; try again later, or not, as the fault says
};

/// For a screen: where things stand.
struct Progress {
    bool connected = false;          ///< authenticated and welcomed
    bool settled = false;            ///< nothing to push, nothing to pull, as far as the server has told
    std::uint64_t deltas_ahead = 0;  ///< known to be on the server and not here yet
    std::int64_t unsent = 0;         ///< changes
    Counts counts;
};

class Session {
public:
    Session(store::Store& store, org::Account& account, org::Directory& directory, std::string server_name);

    Turn on_message(ByteView bytes, const Now& now);
    /// One slice of merging.
    Turn work(const Now& now);
    /// Something was written here, by this or another process.
    Turn local_change(const Now& now);

    Progress progress();
    /// Cheap: nothing to push, nothing to pull, as far as the server has told.
    bool settled() const;
    const std::vector<Failure>& alarms() const { return context_.alarms; }

private:
    enum class Phase { challenge, welcome, running };
    Status take(const proto::ServerMessage& message, const Now& now);
    Status challenged(const proto::Challenge& challenge);
    Status welcomed(const proto::Welcome& welcome, const Now& now);
    Status first_look_at_time(Millis server_ms, const Now& now);
    /// What waits is stamped again even if the offset is right: it may bear stamps of a clock that was wrong.
    Status learn_time(Millis server_ms, const Now& now);
    /// The wall clock has moved against the steady one: what the server told counts, not what the clock says now.
    Status notice_clock_jump(const Now& now);
    void learn_lineage(const proto::Welcome& welcome);
    Status advance(const Now& now);
    Turn turn(Status status);

    std::string server_name_;
    org::Invites invites_;
    State state_;
    Wire wire_;
    Context context_;
    LogExchange logs_;
    Puller puller_;
    Pusher pusher_;
    Steward steward_;
    Phase phase_ = Phase::challenge;
    struct ServerTime {
        Millis server_ms = 0;
        Millis steady_ms = 0;  ///< when it was told
        Millis witness = 0;    ///< that did not confirm it
    };
    std::optional<ServerTime> unconfirmed_;
    Millis server_at_welcome_ = 0;
    Now welcomed_at_;
    Millis jump_ = 0;  ///< of the wall clock since the welcome, as far as it was taken into account
};

}  // namespace tern::sync

// The whole server without sockets, threads or clock: bytes and the time go in, bytes and wishes come out.
//
// The owner gives every connection a number and tells what happens to it: open, receive, sent, closed; and calls
// commit() when nothing more is at hand. What came in since the last commit() is one transaction: answers and notices
// leave only when it is durable. take_output() is called after each commit().
//
// Not thread-safe: one thread at a time.
#pragma once

#include <deque>
#include <memory>
#include <set>
#include <unordered_map>
#include <variant>

#include "sync_server/session/desk.h"
#include "sync_server/session/token_bucket.h"

namespace tern::server {

/// Write these bytes as one binary message. Tell sent() when they are on the wire.
struct Send {
    ConnectionId connection = 0;
    Bytes message;
};
/// Write what is queued, say goodbye with this WebSocket code and reason, close, and tell closed().
struct Close {
    ConnectionId connection = 0;
    std::uint16_t code = 1008;
    std::string reason;
};
/// So many received bytes, one message, were worked off: there is room for others.
struct Consumed {
    ConnectionId connection = 0;
    std::size_t bytes = 0;
};
/// The other side has proven itself: time and size limits for strangers end.
struct Admitted {
    ConnectionId connection = 0;
};
using Output = std::variant<Send, Close, Consumed, Admitted>;

enum class CommitOutcome : std::uint8_t {
    done,
    refused,  ///< the disk is full: what was to be written was refused, the rest was answered
    broken,   ///< the disk cannot be trusted: stop the process, restart reads what is durable
};

class Core {
public:
    /// `store` outlives the core.
    Core(ServerStore& store, CoreOptions options);
    ~Core();

    /// Adds the marker of this start. Before anything else.
    Status start(Millis now);

    void open(ConnectionId connection, Millis now);
    void receive(ConnectionId connection, Bytes message, Millis now);
    void sent(ConnectionId connection, std::size_t bytes, Millis now);
    void closed(ConnectionId connection);
    /// Every 100 ms or so: what waits for the rate limit goes on, the lineage grows.
    void tick(Millis now);
    CommitOutcome commit(Millis now);
    std::vector<Output> take_output();

    /// Streams could go on at once: call commit() again soon.
    bool busy() const { return !to_stream_.empty(); }
    const Metrics& metrics() const { return metrics_; }
    /// Bytes given out to a connection and not yet sent(); 0 for an unknown one.
    std::size_t queued(ConnectionId connection) const;

private:
    /// How an answer must change if the transaction behind it fails.
    enum class Kind : std::uint8_t { read_answer, write_answer, notice };
    struct Held {
        Output output;
        Kind kind = Kind::notice;
        std::uint64_t request = 0;
        OrgId org;
    };
    struct DeviceBuckets {
        TokenBucket messages;
        TokenBucket bytes;
    };

    Session* find(ConnectionId connection);
    void advance(Session& session, Millis now);
    std::vector<Session*> connected(const OrgId& org);
    bool within_rate(const Session& session, std::size_t bytes, Millis now);
    void process(Session& session, ByteView bytes, Millis now);
    void take_auth(Session& session, const proto::ClientMessage& message, Millis now);
    void work_off(Session& session, const proto::ClientMessage& message, Millis now);
    Status dispatch(Desk& desk, OrgState& org, const proto::ClientMessage& message, proto::ServerMessage& answer);
    void apply(const Session& author, const Effects& effects, Millis now);
    void wake_followers(const SpaceId& space);
    void tell_moved(const Session& author, const LogNotice& notice);
    void end_inactive(const OrgId& org, Millis now);
    void enter_org(Session& session);
    void leave(Session& session);
    void refuse(Session& session, std::uint64_t request, const Failure& failure, proto::ServerMessage& answer,
                Kind kind, Millis now);
    void send(Session& session, const proto::ServerMessage& message, Kind kind);
    void close(Session& session, std::uint16_t code, std::string reason);
    void want_stream(Session& session);
    void pump_all(Millis now);
    void release();
    void give_up(Millis now);
    void log(std::string_view event, ConnectionId connection, std::string_view fault = {}) const;

    ServerStore& store_;
    CoreOptions options_;
    Access access_;
    Metrics metrics_;
    std::unordered_map<ConnectionId, Session> sessions_;
    std::unordered_map<OrgId, std::set<ConnectionId>> by_org_;
    std::unordered_map<DeviceId, ConnectionId> by_device_;
    /// May name connections that have gone or unfollowed: they are dropped when the space grows.
    std::unordered_map<SpaceId, std::set<ConnectionId>> followers_;
    std::unordered_map<DeviceId, DeviceBuckets> buckets_;  ///< by device, or what stands for one
    std::set<ConnectionId> over_rate_;
    std::deque<ConnectionId> to_stream_;
    std::vector<Held> held_;
    std::vector<Output> output_;
    std::set<OrgId> orgs_written_;  ///< of which something was written in this transaction
    Millis lineage_ms_ = 0;
};

}  // namespace tern::server

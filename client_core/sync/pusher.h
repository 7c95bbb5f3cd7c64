// Sends what was written here: seals under the epoch in force, keeps the bytes until they are answered, and finds each
// refused change a place. A number once sealed is burnt; the same bytes are sent again until answered.
#pragma once

#include <set>

#include "client_core/sync/context.h"
#include "client_core/sync/log_exchange.h"

namespace tern::sync {

class Pusher {
public:
    Pusher(Context& context, LogExchange& logs) : context_(context), logs_(logs) {}

    /// What the server says of this device's own last deltas. Notices a clone.
    void welcome(const proto::Welcome& welcome);
    /// Seals and sends as much as the windows allow. One short transaction.
    Status advance();
    /// True if the answer was to a request of this part.
    Result<bool> on_answer(const proto::ServerMessage& message);

    bool settled() const { return waiting_.empty() && nothing_to_send_; }
    bool is_clone() const { return clone_; }
    void local_change() { nothing_to_send_ = false; }
    void log_moved(const SpaceId& space) { blocked_.erase(space); }
    void clock_mended() { blocked_.clear(); }
    /// The server's time, where it refused a stamp for being ahead of it.
    std::optional<Millis> take_server_time() { return std::exchange(server_time_, std::nullopt); }

private:
    struct Sent {
        std::int64_t txn = 0;
        DeltaHeader header;
        Hash env_id{};
        Bytes content;  ///< for the equivocation check; empty where it was sealed before this session
    };
    using Batch = std::vector<Sent>;
    bool may_send(const SpaceId& space) const;
    void resend(const SpaceId& space, std::vector<Bytes>& out, Batch& batch);
    Status seal_more(const SpaceId& space, std::vector<Bytes>& out, Batch& batch);
    void send(std::vector<Bytes> deltas, Batch batch);
    std::size_t unanswered(const SpaceId& space) const;
    void acknowledged(const Sent& sent, std::uint64_t cursor);
    void refused(const Sent& sent, const proto::Refusal& refusal);
    void unseal(const Sent& sent);

    Context& context_;
    LogExchange& logs_;
    std::map<std::uint64_t, Batch> waiting_;
    std::map<SpaceId, std::array<std::uint8_t, 16>> last_sent_;  ///< on this connection
    std::set<SpaceId> resent_;
    std::set<SpaceId> draining_;  ///< a refusal came: what is under way there cannot count either; wait for its answers
    std::set<SpaceId> blocked_;   ///< until the next connection, or the log moves, or the clock is mended
    std::optional<Millis> server_time_;
    bool clone_ = false;
    bool nothing_to_send_ = false;
};

}  // namespace tern::sync

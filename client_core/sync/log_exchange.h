// Logs first: fetches what the server has more, hands in what it has less, and the keys that the logs promise. No delta
// is sent or taken before both sides hold equal heads.
#pragma once

#include <map>
#include <set>

#include "client_core/sync/context.h"

namespace tern::sync {

class LogExchange {
public:
    explicit LogExchange(Context& context) : context_(context) {}

    void server_head(const LogId& log, const LogHead& head);
    /// Spaces that the server knows; those here that it lacks are handed in.
    void welcome(const proto::Welcome& welcome);

    /// Asks for, or hands in, whatever is missing and not asked for yet. False on a fork: the failure is the session's
    /// end.
    Status advance();
    bool settled() const { return requests_.empty() && heads_equal(); }
    bool settled(const SpaceId& space) const;

    /// True if the answer was to a request of this part.
    Result<bool> on_answer(const proto::ServerMessage& message);

    /// Posts a record that this device has written; once accepted it is appended here too. One a log at a time.
    void post(const LogId& log, const SpaceId& space, const Bytes& record, const std::vector<Bytes>& sealed);
    bool posting() const { return posting_; }

private:
    struct Asked {
        enum class What { records, hand_in, post, key } what;
        LogId log;
        SpaceId space;
        Bytes record;
        std::uint32_t epoch = 0;
    };
    bool heads_equal() const;
    bool is_org(const LogId& log) const;
    std::optional<LogHead> own_head(const LogId& log) const;
    Status advance_log(const LogId& log, const LogHead& theirs);
    void hand_in(const LogId& log, std::uint32_t from);
    void ask_keys();
    Status take_records(const Asked& asked, const proto::LogRecords& records);
    Status take_key(const Asked& asked, const proto::Key& key);
    Status append(const LogId& log, ByteView record);
    void ask(Asked asked, proto::ClientMessage message);

    Context& context_;
    std::map<LogId, LogHead> server_;  ///< a log that the server has not: absent
    std::map<std::uint64_t, Asked> requests_;
    std::set<LogId> busy_;
    std::set<std::pair<SpaceId, std::uint32_t>> keyless_;  ///< asked, and there was no seal for us
    bool posting_ = false;
};

}  // namespace tern::sync

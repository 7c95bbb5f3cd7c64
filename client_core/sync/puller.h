// Takes deltas in: follows the spaces in the order in which a person needs them, checks, opens and merges in slices.
#pragma once

#include <deque>
#include <set>

#include "client_core/sync/context.h"
#include "client_core/sync/log_exchange.h"

namespace tern::sync {

class Puller {
public:
    Puller(Context& context, LogExchange& logs) : context_(context), logs_(logs) {}

    /// After the welcome.
    void begin();
    /// What was held back is judged again: a log, the clock or this program may have changed.
    void retry_held_back();
    /// Follows every space whose log and keys are here. What everybody needs first (the org's space, one's own) goes
    /// first.
    void advance();
    void on_deltas(const proto::Deltas& deltas);
    void on_caught_up(const proto::CaughtUp& caught_up);

    /// Merges one slice: checks outside, then one short transaction. Nothing to do: nothing done.
    Status work(const Now& now);
    bool work_left() const { return !queue_.empty() && !waiting_for_logs_; }
    /// Everything that the server had when it was last heard is here.
    bool settled() const;
    std::uint64_t queued() const { return queue_.size(); }
    void logs_moved() { waiting_for_logs_ = false; }

private:
    struct Item {
        SpaceId space;
        std::uint64_t cursor = 0;
        Bytes bytes;
        bool ends_stage = false;    ///< no delta: the stage's end
        std::int64_t held_row = 0;  ///< held back before; that row goes in the transaction that merges it
    };
    struct Checked {
        const Item* item;
        std::optional<DeltaFrame> frame;
        std::vector<Change> changes;
        Bytes content;
        std::optional<Fault> refused;
        bool keep_bytes = false;
        bool known = false;
    };
    std::vector<SpaceId> by_need() const;
    void follow(const SpaceId& space);
    Checked check(const Item& item, const Now& now);
    std::optional<Failure> judge(const DeltaFrame& frame, const Now& now, bool& wait, bool& keep);
    void merge(const Checked& checked);
    void end_stage(const SpaceId& space, std::uint64_t cursor);
    void give_credit(std::size_t bytes);

    Context& context_;
    LogExchange& logs_;
    std::deque<Item> queue_;
    std::set<SpaceId> following_;
    std::set<SpaceId> refollow_;
    std::map<SpaceId, std::uint64_t> caught_up_;
    std::size_t credit_given_ = 0;
    std::size_t credit_owed_ = 0;
    bool waiting_for_logs_ = false;
    Millis saved_witness_ = 0;
};

}  // namespace tern::sync

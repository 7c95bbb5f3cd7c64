#include "client_core/sync/puller.h"

#include <algorithm>

#include "client_core/crypto/delta_seal.h"
#include "client_core/sync/limits.h"
#include "protocol/base/write_turn.h"
#include "protocol/delta_judge.h"
#include "protocol/limits.h"

namespace tern::sync {
namespace {

/// Smaller is sooner.
int need(const SpaceLog& log) {
    switch (log.kind()) {
        case SpaceKind::org:
            return 0;
        case SpaceKind::personal:
            return 1;
        case SpaceKind::book:
            return 2;
        case SpaceKind::team:
            return 3;
        case SpaceKind::pool:
            return 4;
    }
    return 5;
}

/// What they cost to merge, in cells of a birth.
std::size_t cells_of(const std::vector<Change>& changes) {
    std::size_t n = 0;
    for (const auto& change : changes)
        n += change.cell.column == column::kBirth ? 1 + change.value.size() / 16 : limits::kCellsPerChange;
    return n;
}

}  // namespace

void Puller::begin() {
    saved_witness_ = context_.witness;
    retry_held_back();
    give_credit(limits::kCreditBytes);
}

void Puller::retry_held_back() {
    std::erase_if(queue_, [](const Item& item) { return item.held_row != 0; });
    for (auto& held : context_.state.quarantined())
        queue_.push_back({held.space, 0, std::move(held.bytes), false, held.row});
}

void Puller::give_credit(std::size_t bytes) {
    credit_owed_ += bytes;
    // Renewed in quarters, so that a stream of small deltas does not cost a message each.
    if (credit_given_ != 0 && credit_owed_ < limits::kCreditBytes / 4) return;
    proto::ClientMessage message;
    message.mutable_credit()->set_bytes(credit_owed_);
    context_.wire.tell(message);
    credit_given_ += credit_owed_;
    credit_owed_ = 0;
}

std::vector<SpaceId> Puller::by_need() const {
    std::vector<SpaceId> out;
    for (const auto& [id, log] : context_.directory.spaces()) out.push_back(id);
    std::stable_sort(out.begin(), out.end(), [&](const SpaceId& a, const SpaceId& b) {
        return need(*context_.directory.space(a)) < need(*context_.directory.space(b));
    });
    return out;
}

void Puller::advance() {
    for (const auto& id : by_need()) {
        const auto* log = context_.directory.space(id);
        const bool ready = log->role(context_.account.user) != SpaceRole::none && logs_.settled(id) &&
                           context_.directory.keys(id, log->epoch().block.epoch) != nullptr;
        if (ready && !following_.contains(id)) follow(id);
    }
}

void Puller::follow(const SpaceId& id) {
    auto cursor = context_.state.space(id);
    const auto newest = context_.newest_cursor[id];
    if (cursor.stage == Stage::live && cursor.until == 0) {
        if (newest == 0) cursor.stage = Stage::all;
        cursor.until = newest;
        context_.state.save(id, cursor);
    }
    proto::ClientMessage message;
    auto& follow = *message.mutable_follow();
    follow.set_space(as_string(id));
    follow.set_after(cursor.cursor);
    follow.set_which(cursor.stage == Stage::live   ? proto::Follow::LIVE
                     : cursor.stage == Stage::dead ? proto::Follow::DEAD
                                                   : proto::Follow::ALL);
    follow.set_until(cursor.stage == Stage::all ? 0 : cursor.until);
    context_.wire.ask(std::move(message));
    following_.insert(id);
}

void Puller::on_deltas(const proto::Deltas& deltas) {
    const auto space = SpaceId::of(view(deltas.space()));
    for (const auto& delta : deltas.deltas()) {
        queue_.push_back({space, delta.cursor(), copy(view(delta.bytes())), false, 0});
        auto& newest = context_.newest_cursor[space];
        newest = std::max(newest, delta.cursor());
    }
}

void Puller::on_caught_up(const proto::CaughtUp& message) {
    queue_.push_back({SpaceId::of(view(message.space())), message.cursor(), {}, true, 0});
}

bool Puller::settled() const {
    if (!queue_.empty()) return false;
    for (const auto& id : following_) {
        const auto found = caught_up_.find(id);
        const auto newest = context_.newest_cursor.find(id);
        if (found == caught_up_.end() || (newest != context_.newest_cursor.end() && found->second < newest->second))
            return false;
    }
    for (const auto& [id, log] : context_.directory.spaces())
        if (log.role(context_.account.user) != SpaceRole::none && !following_.contains(id) &&
            context_.directory.keys(id, log.epoch().block.epoch) != nullptr)
            return false;
    return true;
}

std::optional<Failure> Puller::judge(const DeltaFrame& frame, const Now& now, bool& wait, bool& keep) {
    const auto* log = context_.directory.space(frame.header.space);
    if (log == nullptr) return fail(Fault::not_found, "a delta of an unknown space");
    const auto verdict = judge_delta(frame, context_.directory.org(), *log, JudgeAt::header_position);
    if (!verdict) {
        const auto fault = verdict.error().fault;
        // Its author knew a longer log than is here: fetched already, or soon.
        wait = fault == Fault::not_found && !logs_.settled(frame.header.space);
        // Revoked, and the space has not said yet how far its work counts: the cut decides.
        keep = fault == Fault::forbidden || fault == Fault::not_found;
        return verdict.error();
    }
    if (context_.directory.keys(frame.header.space, frame.header.epoch) == nullptr) {
        keep = true;
        return fail(Fault::not_found, "the keys of that epoch are not here");
    }
    const auto* author = context_.directory.org().device(frame.header.device);
    if (author->user != context_.account.user) context_.witness = std::max(context_.witness, frame.header.hlc.ms());
    const Millis horizon = context_.adjusted(now) + tern::limits::kClockTrustMs;
    for (std::size_t i = 0; i < frame.header.tags.size(); ++i) {
        if (frame.header.stamp_of(i).hlc.ms() <= horizon || (frame.header.flags & kBumpFlag) != 0) continue;
        keep = true;
        return fail(Fault::clock_ahead, "a stamp is far in the future");
    }
    return std::nullopt;
}

Puller::Checked Puller::check(const Item& item, const Now& now) {
    Checked out{&item, std::nullopt, {}, {}, std::nullopt, false, false};
    auto frame = read_delta(item.bytes);
    if (!frame) {
        out.refused = frame.error().fault;
        return out;
    }
    out.frame = std::move(*frame);
    if (context_.state.seen(*out.frame)) {
        out.known = true;
        return out;
    }
    bool wait = false;
    if (const auto failure = judge(*out.frame, now, wait, out.keep_bytes)) {
        out.refused = failure->fault;
        waiting_for_logs_ = wait;
        return out;
    }
    auto changes =
        crypto::open_delta(*out.frame, *context_.directory.keys(out.frame->header.space, out.frame->header.epoch));
    if (!changes) {
        out.refused = changes.error().fault;
        out.keep_bytes = changes.error().fault == Fault::unsupported;
        return out;
    }
    out.changes = std::move(*changes);
    out.content = content_of(out.changes);
    return out;
}

Status Puller::work(const Now& now) {
    if (!work_left()) return ok();
    std::vector<Checked> slice;
    std::size_t cells = 0;
    for (const auto& item : queue_) {
        if (slice.size() >= limits::kSliceDeltas || cells >= limits::kSliceCells) break;
        if (item.ends_stage) {
            slice.push_back({&item, std::nullopt, {}, {}, std::nullopt, false, false});
            continue;
        }
        auto checked = check(item, now);
        if (waiting_for_logs_) break;
        cells += cells_of(checked.changes);
        slice.push_back(std::move(checked));
    }
    return caught([&]() -> Status {
        {
            Transaction transaction{context_.store.database()};
            const auto turn = WriteTurn::of(context_.store.database());
            std::size_t merged = 0;
            // A person who saves does not wait for the rest of the slice.
            while (merged < slice.size() && (merged == 0 || turn == nullptr || turn->waiting() == 0))
                merge(slice[merged++]);
            slice.erase(slice.begin() + static_cast<std::ptrdiff_t>(merged), slice.end());
            if (context_.witness > saved_witness_ + limits::kWitnessStepMs)
                context_.state.set_witness(saved_witness_ = context_.witness);
            transaction.commit();
        }
        std::size_t bytes = 0;
        std::vector<std::pair<SpaceId, std::uint64_t>> ended;
        for (const auto& checked : slice) {
            bytes += checked.item->bytes.size();
            if (checked.item->ends_stage) ended.emplace_back(checked.item->space, checked.item->cursor);
        }
        queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(slice.size()));
        for (const auto& [space, cursor] : ended) end_stage(space, cursor);
        if (bytes > 0) give_credit(bytes);
        return ok();
    });
}

void Puller::merge(const Checked& checked) {
    const Item& item = *checked.item;
    auto cursor = context_.state.space(item.space);
    if (item.cursor > cursor.cursor) {
        cursor.cursor = item.cursor;
        context_.state.save(item.space, cursor);
    }
    if (item.held_row != 0) context_.state.release(item.held_row);
    if (item.ends_stage || checked.known) return;
    if (checked.refused) {
        context_.state.refuse(item.space, checked.frame ? checked.frame->env_id : Hash{}, *checked.refused,
                              checked.keep_bytes ? ByteView{item.bytes} : ByteView{});
        ++context_.counts.refused;
        return;
    }
    if (context_.state.equivocates(*checked.frame, checked.content)) {
        context_.state.refuse(item.space, checked.frame->env_id, Fault::equivocation, {});
        context_.alarms.push_back(fail(Fault::equivocation,
                                       "a device has sent two different contents under one number or stamp",
                                       "tell the space's managers"));
        return;
    }
    if (checked.frame->header.device == context_.account.device.id())
        if (const auto txn = context_.store.txn_of(item.space, checked.frame->env_id))
            context_.store.mark_acknowledged(*txn);
    context_.store.apply(item.space, checked.changes);
    context_.state.mark_seen(*checked.frame, checked.content);
    context_.counts.pulled += checked.changes.size();
}

void Puller::end_stage(const SpaceId& space, std::uint64_t reached) {
    auto cursor = context_.state.space(space);
    if (cursor.stage == Stage::all) {
        caught_up_[space] = std::max(caught_up_[space], reached);
        return;
    }
    if (reached < cursor.until) return;
    cursor.stage = cursor.stage == Stage::live ? Stage::dead : Stage::all;
    cursor.cursor = cursor.stage == Stage::dead ? 0 : cursor.until;
    context_.state.save(space, cursor);
    following_.erase(space);
    follow(space);
}

}  // namespace tern::sync

#include "client_core/sync/pusher.h"

#include <algorithm>

#include "client_core/crypto/delta_seal.h"
#include "client_core/sync/limits.h"
#include "protocol/limits.h"

namespace tern::sync {

void Pusher::welcome(const proto::Welcome& welcome) {
    for (const auto& status : welcome.spaces()) {
        if (status.own_last_env().empty()) continue;
        const auto space = SpaceId::of(view(status.head().log_id()));
        const auto env =
            array_of<16>(view(status.own_last_env()).first(std::min<std::size_t>(16, status.own_last_env().size())));
        const auto in_flight = context_.store.in_flight(space);
        const bool sent_here = std::any_of(in_flight.begin(), in_flight.end(),
                                           [&](const auto& f) { return f.dev_seq == status.own_last_seq(); });
        const bool seen_here = context_.state.env_of(space, context_.account.device.id(), status.own_last_seq()) == env;
        if (!sent_here && !seen_here && context_.state.space(space).acked_env != env) clone_ = true;
    }
    if (clone_)
        context_.alarms.push_back(
            fail(Fault::sequence, "this data folder is a copy of one that went on elsewhere: nothing is sent from here",
                 "work goes on locally; log in as a new device to send it"));
}

bool Pusher::may_send(const SpaceId& space) const {
    const auto* log = context_.directory.space(space);
    if (log == nullptr || blocked_.contains(space) || !logs_.settled(space)) return false;
    return context_.directory.keys(space, log->epoch().block.epoch) != nullptr;
}

std::size_t Pusher::unanswered(const SpaceId& space) const {
    std::size_t n = 0;
    for (const auto& [request, batch] : waiting_)
        n += static_cast<std::size_t>(
            std::count_if(batch.begin(), batch.end(), [&](const Sent& s) { return s.header.space == space; }));
    return n;
}

Status Pusher::advance() {
    nothing_to_send_ = true;
    if (clone_) return ok();
    return caught([&]() -> Status {
        std::set<SpaceId> spaces;
        for (const auto& id : context_.store.spaces_with_unsent()) spaces.insert(id);
        for (const auto& [id, log] : context_.directory.spaces())
            if (!resent_.contains(id) && !context_.store.in_flight(id).empty()) spaces.insert(id);
        for (const auto& space : spaces) {
            if (!may_send(space) || unanswered(space) >= limits::kWindowDeltas / 2) continue;
            if (draining_.contains(space)) {
                if (unanswered(space) > 0) continue;
                draining_.erase(space);
                last_sent_.erase(space);
            }
            std::vector<Bytes> deltas;
            Batch batch;
            if (resent_.insert(space).second) resend(space, deltas, batch);
            // A slice that went to the tray whole leaves nothing to send, but perhaps more behind it.
            while (deltas.empty() && !context_.store.unsent(space, 1, 1).empty())
                TERN_CHECK(seal_more(space, deltas, batch));
            if (deltas.empty()) continue;
            nothing_to_send_ = false;
            send(std::move(deltas), std::move(batch));
        }
        return ok();
    });
}

void Pusher::resend(const SpaceId& space, std::vector<Bytes>& out, Batch& batch) {
    for (auto& held : context_.store.in_flight(space)) {
        const auto frame = read_delta(held.bytes);
        if (!frame) continue;
        batch.push_back({held.txn, frame->header, frame->env_id, {}});
        last_sent_[space] = env_id16(frame->env_id);
        out.push_back(std::move(held.bytes));
    }
}

Status Pusher::seal_more(const SpaceId& space, std::vector<Bytes>& out, Batch& batch) {
    const auto* log = context_.directory.space(space);
    Transaction transaction{context_.store.database()};
    auto unsent = context_.store.unsent(space, limits::kWindowDeltas, limits::kWindowBytes);
    const bool may_write = log->role(context_.account.user) >= SpaceRole::writer;
    auto cursor = context_.state.space(space);
    auto prev = last_sent_.contains(space) ? last_sent_[space] : cursor.acked_env;
    const auto& keys = *context_.directory.keys(space, log->epoch().block.epoch);
    for (const auto& delta : unsent) {
        if (!may_write) {
            context_.store.mark_refused(delta.txn, Fault::role);
            context_.counts.refused += delta.changes.size();
            continue;
        }
        DeltaHeader header;
        header.flags = delta.bump ? kBumpFlag : 0;
        header.space = space;
        header.device = context_.account.device.id();
        header.dev_seq = ++cursor.last_seq;
        header.prev_env = prev;
        header.hlc = delta.hlc;
        header.log_seq = log->head().seq;
        header.log_head16 = env_id16(log->head().hash);
        auto sealed = crypto::seal_delta(header, delta.changes, {}, keys, context_.account.device.dsk);
        if (!sealed) {
            context_.store.mark_refused(delta.txn, sealed.error().fault);
            context_.counts.refused += delta.changes.size();
            continue;
        }
        const auto frame = read_delta(*sealed);
        if (!frame) return frame.error();
        prev = env_id16(frame->env_id);
        context_.store.mark_sealed(delta.txn, header.dev_seq, frame->env_id, *sealed);
        batch.push_back({delta.txn, frame->header, frame->env_id, content_of(delta.changes)});
        out.push_back(std::move(*sealed));
    }
    context_.state.save(space, cursor);
    transaction.commit();
    if (!out.empty()) last_sent_[space] = prev;
    return ok();
}

void Pusher::send(std::vector<Bytes> deltas, Batch batch) {
    std::size_t at = 0;
    while (at < deltas.size()) {
        proto::ClientMessage message;
        auto& put = *message.mutable_delta_put();
        Batch part;
        std::size_t bytes = 0;
        for (; at < deltas.size() && (part.empty() || bytes + deltas[at].size() <= limits::kWindowBytes); ++at) {
            bytes += deltas[at].size();
            put.add_deltas(as_string(deltas[at]));
            part.push_back(batch[at]);
        }
        waiting_[context_.wire.ask(std::move(message))] = std::move(part);
    }
}

Result<bool> Pusher::on_answer(const proto::ServerMessage& message) {
    const auto found = waiting_.find(message.request());
    if (found == waiting_.end()) return false;
    const Batch batch = std::move(found->second);
    waiting_.erase(found);
    return caught([&]() -> Result<bool> {
        Transaction transaction{context_.store.database()};
        for (const auto& sent : batch) {
            if (message.has_refusal()) {
                refused(sent, message.refusal());
                continue;
            }
            const auto& results = message.delta_put_reply().results();
            const auto result = std::find_if(results.begin(), results.end(),
                                             [&](const auto& r) { return equal(view(r.env_id()), sent.env_id); });
            if (result == results.end())
                return fail(Fault::malformed, "the server did not answer for a delta that it was sent");
            if (result->cursor() != 0)
                acknowledged(sent, result->cursor());
            else
                refused(sent, result->refusal());
        }
        transaction.commit();
        nothing_to_send_ = false;
        return true;
    });
}

void Pusher::acknowledged(const Sent& sent, std::uint64_t cursor) {
    const SpaceId& space = sent.header.space;
    DeltaFrame frame;
    frame.header = sent.header;
    frame.env_id = sent.env_id;
    context_.state.mark_seen(frame, sent.content);
    context_.store.mark_acknowledged(sent.txn);
    context_.counts.pushed += sent.header.tags.size();
    auto state = context_.state.space(space);
    state.acked_env = env_id16(sent.env_id);
    context_.state.save(space, state);
    auto& newest = context_.newest_cursor[space];
    newest = std::max(newest, cursor);
}

void Pusher::refused(const Sent& sent, const proto::Refusal& refusal) {
    const SpaceId& space = sent.header.space;
    const auto fault = fault_named(refusal.fault());
    draining_.insert(space);
    switch (fault) {
        case Fault::epoch_stale:
        case Fault::not_found:  // the server's log is ahead of the one this was sealed under
            unseal(sent);
            blocked_.insert(space);
            return;
        case Fault::clock_ahead:
            unseal(sent);
            blocked_.insert(space);
            server_time_ = static_cast<Millis>(refusal.server_ms());
            return;
        case Fault::sequence: {
            // It continued one that was refused, or one of an earlier connection: seal it again behind the server's
            // last.
            unseal(sent);
            auto state = context_.state.space(space);
            state.last_seq = std::max(state.last_seq, refusal.last_seq());
            if (refusal.last_env().size() >= 16) state.acked_env = array_of<16>(view(refusal.last_env()).first(16));
            context_.state.save(space, state);
            return;
        }
        case Fault::quota:
        case Fault::rate:
        case Fault::storage:
        case Fault::busy:
        case Fault::internal:
            blocked_.insert(space);  // kept as it is, sent again on the next connection
            resent_.erase(space);
            context_.alarms.push_back(failure_from(refusal));
            return;
        default:
            context_.store.mark_refused(sent.txn, fault);
            context_.counts.refused += sent.header.tags.size();
            return;
    }
}

/// Only if those are still the bytes that stand for it: an answer may come late.
void Pusher::unseal(const Sent& sent) {
    if (context_.store.txn_of(sent.header.space, sent.env_id) == sent.txn) context_.store.unseal(sent.txn);
}

}  // namespace tern::sync

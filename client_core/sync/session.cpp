#include "client_core/sync/session.h"

#include <cstdlib>

#include "client_core/sync/limits.h"
#include "protocol/limits.h"

namespace tern::sync {
Session::Session(store::Store& store, org::Account& account, org::Directory& directory, std::string server_name)
    : server_name_(std::move(server_name)),
      invites_(store),
      state_(store),
      context_{store, account, directory, invites_, state_, wire_, {}, {}, 0, {}},
      logs_(context_),
      puller_(context_, logs_),
      pusher_(context_, logs_),
      steward_(context_, logs_) {}

Turn Session::turn(Status status) {
    Turn out;
    out.send = wire_.take();
    out.work_left = puller_.work_left();
    if (!status) out.ended = status.error();
    return out;
}

Turn Session::on_message(ByteView bytes, const Now& now) {
    return turn(caught([&]() -> Status {
        TERN_TRY(message, read_server_message(bytes));
        TERN_CHECK(notice_clock_jump(now));
        TERN_CHECK(take(message, now));
        return advance(now);
    }));
}

Turn Session::work(const Now& now) {
    return turn(caught([&]() -> Status {
        TERN_CHECK(notice_clock_jump(now));
        TERN_CHECK(puller_.work(now));
        if (unconfirmed_ && context_.witness > unconfirmed_->witness)
            TERN_CHECK(learn_time(unconfirmed_->server_ms + now.steady - unconfirmed_->steady_ms, now));
        return advance(now);
    }));
}

Turn Session::local_change(const Now& now) {
    return turn(caught([&]() -> Status {
        TERN_CHECK(context_.directory.refresh());
        TERN_CHECK(notice_clock_jump(now));
        pusher_.local_change();
        return advance(now);
    }));
}

Status Session::take(const proto::ServerMessage& message, const Now& now) {
    switch (phase_) {
        case Phase::challenge:
            if (message.has_refusal()) return failure_from(message.refusal());
            return message.has_challenge() ? challenged(message.challenge()) : Status{unexpected()};
        case Phase::welcome:
            if (message.has_refusal()) return failure_from(message.refusal());
            return message.has_welcome() ? welcomed(message.welcome(), now) : Status{unexpected()};
        case Phase::running:
            break;
    }
    if (message.has_deltas()) {
        puller_.on_deltas(message.deltas());
        return ok();
    }
    if (message.has_caught_up()) {
        puller_.on_caught_up(message.caught_up());
        return ok();
    }
    if (message.has_log_moved()) {
        const auto& head = message.log_moved().head();
        const auto log = LogId::of(view(head.log_id()));
        logs_.server_head(log, {head.seq(), array_of<32>(view(head.hash()))});
        pusher_.log_moved(SpaceId{log.bytes});
        return ok();
    }
    if (message.has_join()) {
        steward_.join_requested(message.join());
        return ok();
    }
    TERN_TRY(of_logs, logs_.on_answer(message));
    if (of_logs) {
        puller_.logs_moved();
        return ok();
    }
    TERN_TRY(of_pusher, pusher_.on_answer(message));
    if (of_pusher) {
        if (const auto server_ms = pusher_.take_server_time()) {
            TERN_CHECK(learn_time(*server_ms, now));
        }
        return ok();
    }
    // The rest answers nothing that was asked for a value: a follow's refusal, or the server's own goodbye.
    return message.has_refusal() ? Status{failure_from(message.refusal())} : ok();
}

Status Session::challenged(const proto::Challenge& challenge) {
    if (challenge.min_proto() > kProto)
        return fail(Fault::newer_version, "the server speaks a newer protocol", "update Tern");
    if (challenge.max_proto() < kProto)
        return fail(Fault::unsupported, "the server speaks an older protocol", "ask the server's admin to update it");
    AuthMessage message;
    message.server_name = server_name_;
    message.org = context_.account.org;
    message.device = context_.account.device.id();
    auto out = auth_message(proto::Auth::DEVICE, challenge, message);
    out.mutable_auth()->set_signature(as_string(context_.account.device.dsk.sign("fs1/devlogin", message.bytes())));
    wire_.ask(std::move(out));
    phase_ = Phase::welcome;
    return ok();
}

Status Session::welcomed(const proto::Welcome& welcome, const Now& now) {
    phase_ = Phase::running;
    server_at_welcome_ = static_cast<Millis>(welcome.server_ms());
    welcomed_at_ = now;
    TERN_CHECK(context_.directory.refresh());
    context_.witness = context_.state.witness();
    learn_lineage(welcome);
    for (const auto& space : welcome.spaces())
        context_.newest_cursor[SpaceId::of(view(space.head().log_id()))] = space.newest_cursor();
    logs_.welcome(welcome);
    pusher_.welcome(welcome);
    for (const auto& join : welcome.joins()) steward_.join_requested(join);
    TERN_CHECK(first_look_at_time(static_cast<Millis>(welcome.server_ms()), now));
    puller_.begin();
    return ok();
}

/// An offset that the network's own delay may explain is left as it is: restamping for it would be for nothing.
Status Session::first_look_at_time(Millis server_ms, const Now& now) {
    const Millis drift = server_ms - now.wall - context_.store.clock_offset();
    return std::abs(drift) <= limits::kClockSlackMs ? ok() : learn_time(server_ms, now);
}

/// The server's time is taken if it agrees, within a day, with the own clock or with what colleagues have signed; what
/// was held back for a wrong clock's sake is then judged by the right one.
Status Session::learn_time(Millis server_ms, const Now& now) {
    const Millis offset = server_ms - now.wall;
    const Millis witness = std::max(context_.witness, context_.directory.newest_signed_time(context_.account.user));
    const bool own_agrees = std::abs(offset) <= tern::limits::kClockTrustMs;
    const bool others_agree = witness != 0 && std::abs(server_ms - witness) <= tern::limits::kClockTrustMs;
    if (!own_agrees && !others_agree) {
        if (!unconfirmed_)
            context_.alarms.push_back(
                fail(Fault::clock_ahead,
                     "this device's clock and the server's differ by more than a day, and nobody confirms either",
                     "set this device's clock, or ask your admin to check the server's"));
        unconfirmed_ = ServerTime{server_ms, now.steady, context_.witness};
        return ok();
    }
    unconfirmed_.reset();
    TERN_CHECK(context_.store.set_clock_offset(offset, context_.author(now)));
    pusher_.clock_mended();
    puller_.retry_held_back();
    return ok();
}

Status Session::notice_clock_jump(const Now& now) {
    if (phase_ != Phase::running) return ok();
    const Millis elapsed = now.steady - welcomed_at_.steady;
    const Millis jump = now.wall - welcomed_at_.wall - elapsed;
    if (std::abs(jump - jump_) <= limits::kClockSlackMs) return ok();
    jump_ = jump;
    return learn_time(server_at_welcome_ + elapsed, now);
}

/// A marker that the server does not know any more means that it went back in time: read everything again.
void Session::learn_lineage(const proto::Welcome& welcome) {
    std::vector<Bytes> theirs;
    for (const auto& marker : welcome.lineage()) theirs.push_back(copy(view(marker)));
    const auto ours = context_.state.lineage();
    const bool common = std::any_of(ours.begin(), ours.end(), [&](const Bytes& m) {
        return std::find(theirs.begin(), theirs.end(), m) != theirs.end();
    });
    const bool complete = theirs.size() < limits::kLineage;  // otherwise the common ones may just be long ago
    if (!ours.empty() && !common && complete) {
        context_.state.reset_cursors();
        context_.alarms.push_back(fail(Fault::rollback, "the server was restored from an older state",
                                       "nothing is lost here; everything is read again"));
    }
    if (theirs != ours) context_.state.set_lineage(theirs);
}

Status Session::advance(const Now& now) {
    if (phase_ != Phase::running) return ok();
    TERN_CHECK(logs_.advance());
    TERN_CHECK(steward_.advance(now));
    puller_.advance();
    return pusher_.advance();
}

Progress Session::progress() {
    Progress out;
    out.connected = phase_ == Phase::running;
    out.counts = context_.counts;
    out.unsent = context_.store.unsent_changes();
    if (!out.connected) return out;
    for (const auto& [space, newest] : context_.newest_cursor) {
        const auto cursor = context_.state.space(space);
        out.deltas_ahead += newest > cursor.cursor ? newest - cursor.cursor : 0;
    }
    out.settled = settled();
    return out;
}

bool Session::settled() const {
    return phase_ == Phase::running && logs_.settled() && steward_.settled() && puller_.settled() && pusher_.settled();
}

}  // namespace tern::sync

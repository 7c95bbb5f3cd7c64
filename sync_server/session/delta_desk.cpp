// Taking deltas in: each is judged at the current heads, merged, and given its cursor.
#include "protocol/delta_judge.h"
#include "sync_server/limits.h"
#include "sync_server/merge/merge.h"
#include "sync_server/session/desk.h"

namespace tern::server {
namespace {

using One = proto::DeltaPutReply::One;

/// What a push changes outside the store: adopted when nothing of it was undone.
struct Accepted {
    SpaceId space;
    std::uint64_t cursor = 0;
    std::size_t bytes = 0;
};

class Push {
public:
    Push(Desk& desk, OrgState& org) : desk_(desk), org_(org) {}

    Status put(ByteView bytes, One& one) {
        TERN_TRY(frame, read_delta(bytes));
        one.set_env_id(string_of(frame.env_id));
        auto* space = org_.space(frame.header.space);
        if (space == nullptr || space->log.role(desk_.session.user) == SpaceRole::none)
            return fail(Fault::forbidden, "there is no such space, or this user has no part in it", "fetch the logs");
        if (frame.header.device != desk_.session.device)
            return fail(Fault::forbidden, "a device hands in its own changes only");
        TERN_TRY(known, check_number(frame, *space, one));
        if (known) {
            one.set_cursor(*known);
            ++desk_.metrics.deltas_known;
            return ok();
        }
        TERN_CHECK(judge(frame, *space, one));
        TERN_TRY(cursor, merge_delta(desk_.store, org_.ref, space->ref, frame));
        one.set_cursor(cursor);
        accepted_.push_back({frame.header.space, cursor, bytes.size()});
        return ok();
    }

    void adopt() {
        for (const auto& one : accepted_) {
            desk_.session.own_from.try_emplace(one.space, one.cursor);
            desk_.effects.grown.insert(one.space);
            ++desk_.metrics.deltas_accepted;
            desk_.metrics.delta_bytes += one.bytes;
        }
        accepted_.clear();
    }
    void drop() { accepted_.clear(); }

private:
    /// The cursor of a delta that was taken before; nothing for the next one; a refusal for any other number.
    Result<std::optional<std::uint64_t>> check_number(const DeltaFrame& frame, const SpaceState& space, One& one) {
        const DeltaHeader& header = frame.header;
        TERN_TRY(last, desk_.store.position(space.ref, header.device));
        if (header.dev_seq <= last.seq) {
            TERN_TRY(known, desk_.store.find_delta(space.ref, header.device, header.dev_seq));
            if (known && known->env_id == frame.env_id) return std::optional{known->cursor};
            if (known)
                return fail(Fault::equivocation, "this device has used one number for two changes",
                            "log in again as a new device: this one was copied");
        } else if (header.prev_env == last.env) {
            return std::optional<std::uint64_t>{};
        }
        one.mutable_refusal()->set_last_seq(last.seq);
        if (last.seq != 0) one.mutable_refusal()->set_last_env(string_of(last.env));
        return fail(Fault::sequence, "the change does not continue this device's last one here",
                    "ask for the last number, and send again from there");
    }

    Status judge(const DeltaFrame& frame, const SpaceState& space, One& one) {
        if (space.log.archived())
            return fail(Fault::forbidden, "the space is archived", "ask one of its admins to open it again");
        if (space.must_rotate(org_.log))
            return fail(Fault::epoch_stale, "a member's keys have changed since the space's epoch",
                        "rotate the space's keys and seal again");
        TERN_CHECK(judge_delta(frame, org_.log, space.log, JudgeAt::current_heads));
        TERN_CHECK(check_stamps(desk_.store, space.ref, frame, desk_.now));
        TERN_TRY(row, desk_.store.org(org_.log.id()));
        if (!row || row->bytes + frame.bytes.size() > row->quota)
            return fail(Fault::quota, "the org's storage on this server is used up", "ask the server's admin for more");
        TERN_TRY(lost, check_conditions(desk_.store, space.ref, frame));
        if (!lost) return ok();
        one.mutable_refusal()->set_last_env(string_of(lost->newest_env));
        return fail(Fault::lost, "somebody else was first", "fetch the newest state");
    }

    Desk& desk_;
    OrgState& org_;
    std::vector<Accepted> accepted_;
};

void refuse(const Desk& desk, One& one, const Failure& failure) {
    one.set_cursor(0);
    auto& refusal = *one.mutable_refusal();
    refusal.set_fault(std::string(name(failure.fault)));
    refusal.set_what(failure.what);
    refusal.set_remedy(failure.remedy);
    refusal.set_server_ms(static_cast<std::uint64_t>(desk.now));
    ++desk.metrics.deltas_refused;
}

Status put_each(Desk& desk, Push& push, const proto::DeltaPut& put, proto::DeltaPutReply& reply) {
    for (const auto& bytes : put.deltas()) {
        auto& one = *reply.add_results();
        if (auto status = push.put(view(bytes), one); !status) refuse(desk, one, status.error());
    }
    push.adopt();
    return ok();
}

Status put_atomic(Desk& desk, Push& push, const proto::DeltaPut& put, proto::DeltaPutReply& reply) {
    TERN_CHECK(desk.store.mark());
    bool refused = false;
    for (const auto& bytes : put.deltas()) {
        auto& one = *reply.add_results();
        auto status = refused ? Status{fail(Fault::canceled, "another part of this push was refused")}
                              : push.put(view(bytes), one);
        if (!status) refuse(desk, one, status.error());
        refused |= !status;
    }
    if (!refused) {
        push.adopt();
        return desk.store.keep();
    }
    push.drop();
    for (auto& one : *reply.mutable_results())
        if (!one.has_refusal()) refuse(desk, one, fail(Fault::canceled, "another part of this push was refused"));
    return desk.store.undo();
}

}  // namespace

Status answer_delta_put(Desk& desk, OrgState& org, const proto::DeltaPut& put, proto::ServerMessage& answer) {
    if (desk.session.phase != Phase::device) return not_for_guests();
    if (put.deltas_size() > limits::kDeltasPerPut)
        return fail(Fault::too_big, "too many changes in one message", "send fewer at once");
    Push push{desk, org};
    auto& reply = *answer.mutable_delta_put_reply();
    return put.atomic() ? put_atomic(desk, push, put, reply) : put_each(desk, push, put, reply);
}

}  // namespace tern::server

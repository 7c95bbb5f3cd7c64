#include "sync_server/session/stream.h"

#include <algorithm>

#include "sync_server/limits.h"

namespace tern::server {
namespace {

Result<Which> which_of(const proto::Follow& follow) {
    switch (follow.which()) {
        case proto::Follow::ALL:
            return Which::all;
        case proto::Follow::LIVE:
            return Which::live;
        case proto::Follow::DEAD:
            return Which::dead;
        default:
            return fail(Fault::unsupported, "this server does not know that kind of deltas", "update the server");
    }
}

bool can_write_to(const Session& session) {
    return session.phase == Phase::device && session.queued < limits::kOutboxPauseBytes;
}

/// The next message's worth of one stream; false: it has nothing more to say now.
class Turn {
public:
    Turn(ServerStore& store, SpaceRef space, Session& session, Metrics& metrics)
        : store_(store), space_(space), session_(session), metrics_(metrics) {}

    Result<bool> step(Stream& stream, const std::function<void(const proto::ServerMessage&)>& send) {
        TERN_TRY(newest, store_.newest(space_));
        const auto end = stream.until == 0 ? newest : std::min(stream.until, newest);
        if (stream.cursor >= end) return tell_end(stream, send);
        if (session_.credit <= 0) return false;
        const auto bytes = std::min(limits::kChunkBytes, static_cast<std::size_t>(session_.credit));
        TERN_TRY(page, store_.deltas(space_, stream.cursor, end, stream.which, bytes));
        stream.cursor = page.scanned_to;
        stream.told = false;
        proto::ServerMessage message;
        message.set_request(stream.request);
        for (const auto& delta : page.deltas) add(stream, delta, *message.mutable_deltas());
        if (message.deltas().deltas_size() > 0) send(message);
        return true;
    }

    std::size_t given() const { return given_; }

private:
    void add(const Stream& stream, const DeltaRow& delta, proto::Deltas& out) {
        const auto own = session_.own_from.find(stream.space);
        if (delta.device == session_.device && own != session_.own_from.end() && delta.cursor >= own->second) return;
        out.set_space(string_of(stream.space));
        auto& stored = *out.add_deltas();
        stored.set_cursor(delta.cursor);
        stored.set_bytes(string_of(delta.bytes));
        session_.credit -= static_cast<std::int64_t>(delta.bytes.size());
        given_ += delta.bytes.size();
        ++metrics_.deltas_streamed;
        metrics_.bytes_streamed += delta.bytes.size();
    }

    bool tell_end(Stream& stream, const std::function<void(const proto::ServerMessage&)>& send) {
        if (stream.told) return false;
        stream.told = true;
        proto::ServerMessage message;
        message.set_request(stream.request);
        message.mutable_caught_up()->set_space(string_of(stream.space));
        message.mutable_caught_up()->set_cursor(stream.cursor);
        send(message);
        return false;
    }

    ServerStore& store_;
    SpaceRef space_;
    Session& session_;
    Metrics& metrics_;
    std::size_t given_ = 0;
};

bool has_ended(const Stream& stream) { return stream.told && stream.until != 0 && stream.cursor >= stream.until; }

}  // namespace

Status answer_follow(Desk& desk, OrgState& org, const proto::Follow& follow, std::uint64_t request) {
    Session& session = desk.session;
    if (session.phase != Phase::device) return not_for_guests();
    const auto id = fixed<16>(follow.space());
    const auto* space = id ? org.space(SpaceId{*id}) : nullptr;
    if (space == nullptr || space->log.role(session.user) < SpaceRole::reader)
        return fail(Fault::forbidden, "there is no such space, or this user has no part in it", "fetch the logs");
    TERN_TRY(which, which_of(follow));
    const Stream stream{SpaceId{*id}, which, follow.after(), follow.until(), request, false};
    const auto same = std::find_if(session.streams.begin(), session.streams.end(),
                                   [&](const Stream& s) { return s.space == stream.space && s.which == which; });
    if (same != session.streams.end())
        *same = stream;
    else if (session.streams.size() < limits::kStreams)
        session.streams.push_back(stream);
    else
        return fail(Fault::too_big, "too many spaces are followed on one connection", "unfollow some first");
    std::stable_sort(session.streams.begin(), session.streams.end(),
                     [](const Stream& a, const Stream& b) { return a.which < b.which; });
    return ok();
}

Status answer_unfollow(Desk& desk, const proto::Unfollow& unfollow, proto::ServerMessage& answer) {
    std::erase_if(desk.session.streams, [&](const Stream& s) { return equal(s.space, view(unfollow.space())); });
    answer.mutable_done();
    return ok();
}

Status answer_credit(Desk& desk, const proto::Credit& credit) {
    const auto more = static_cast<std::int64_t>(std::min<std::uint64_t>(credit.bytes(), limits::kCreditBytes));
    desk.session.credit = std::min(desk.session.credit + more, limits::kCreditBytes);
    return ok();
}

bool may_stream(const Session& session) { return can_write_to(session) && !session.streams.empty(); }

Result<std::size_t> pump(ServerStore& store, OrgState& org, Session& session, Metrics& metrics,
                         const std::function<void(const proto::ServerMessage&)>& send) {
    std::size_t given = 0;
    for (auto& stream : session.streams) {
        auto* space = org.space(stream.space);
        if (space == nullptr || space->log.role(session.user) < SpaceRole::reader) continue;  // erased below
        Turn turn{store, space->ref, session, metrics};
        for (bool more = true; more && can_write_to(session);) {
            TERN_TRY(went_on, turn.step(stream, send));
            more = went_on;
        }
        given += turn.given();
        if (!can_write_to(session)) break;
    }
    std::erase_if(session.streams, [&](const Stream& stream) {
        return has_ended(stream) || org.role(session.user, stream.space) < SpaceRole::reader;
    });
    return given;
}

}  // namespace tern::server

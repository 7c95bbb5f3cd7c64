// Connections, requests and answers. What is behind commit() is in commit.cpp.
#include "sync_server/session/core.h"

#include "sync_server/limits.h"
#include "sync_server/session/stream.h"

namespace tern::server {
namespace {

constexpr std::uint16_t kPolicyViolation = 1008;
constexpr std::uint16_t kMessageTooBig = 1009;

bool writes(const proto::ClientMessage& message) {
    switch (message.what_case()) {
        case proto::ClientMessage::kLogPut:
        case proto::ClientMessage::kDeltaPut:
        case proto::ClientMessage::kJoin:
        case proto::ClientMessage::kSlotPut:
            return true;
        default:
            return false;
    }
}

/// Whose rate a message counts for. Guests and founders have no device yet: their key or user stands for one.
DeviceId bucket_of(const Session& session) {
    if (session.phase == Phase::device) return session.device;
    return session.phase == Phase::founder ? DeviceId{session.user.bytes}
                                           : DeviceId::of(ByteView{session.invite_key}.first(16));
}

}  // namespace

Core::Core(ServerStore& store, CoreOptions options) : store_(store), options_(std::move(options)), access_(store) {}
Core::~Core() = default;

Status Core::start(Millis now) {
    lineage_ms_ = now;
    TERN_CHECK(store_.add_lineage(suite::random_array<16>(), now));
    if (store_.commit() != StoreHealth::good)
        return fail(Fault::storage, "the database cannot be written to", "check the disk");
    return ok();
}

Session* Core::find(ConnectionId connection) {
    const auto found = sessions_.find(connection);
    return found == sessions_.end() || found->second.phase == Phase::closing ? nullptr : &found->second;
}

std::size_t Core::queued(ConnectionId connection) const {
    const auto found = sessions_.find(connection);
    return found == sessions_.end() ? 0 : found->second.queued;
}

void Core::open(ConnectionId connection, Millis now) {
    auto& session = sessions_[connection];
    session.id = connection;
    session.nonce = suite::random_array<32>();
    session.challenged_ms = now;
    ++metrics_.connections_opened;
    metrics_.connections = sessions_.size();
    proto::ServerMessage message;
    auto& challenge = *message.mutable_challenge();
    challenge.set_min_proto(1);
    challenge.set_max_proto(1);
    challenge.set_nonce(string_of(session.nonce));
    challenge.set_server_ms(static_cast<std::uint64_t>(now));
    send(session, message, Kind::read_answer);
}

void Core::receive(ConnectionId connection, Bytes message, Millis now) {
    auto* session = find(connection);
    if (session == nullptr) return;
    if (session->phase == Phase::challenged && message.size() > limits::kStrangerMessageBytes)
        return close(*session, kMessageTooBig, "too large a message from a stranger");
    session->waiting.push_back(std::move(message));
    advance(*session, now);
}

void Core::sent(ConnectionId connection, std::size_t bytes, Millis now) {
    auto* session = find(connection);
    if (session == nullptr) return;
    session->queued -= std::min(bytes, session->queued);
    advance(*session, now);
    want_stream(*session);
}

void Core::closed(ConnectionId connection) {
    const auto found = sessions_.find(connection);
    if (found == sessions_.end()) return;
    leave(found->second);
    sessions_.erase(found);
    metrics_.connections = sessions_.size();
}

void Core::tick(Millis now) {
    for (const auto id : std::exchange(over_rate_, {}))
        if (auto* session = find(id)) advance(*session, now);
    for (auto it = buckets_.begin(); buckets_.size() > limits::kDevicesRemembered && it != buckets_.end();)
        it = it->second.messages.full(now) && it->second.bytes.full(now) ? buckets_.erase(it) : std::next(it);
    if (now - lineage_ms_ < limits::kLineageMs && now >= lineage_ms_) return;
    lineage_ms_ = now;
    (void)store_.add_lineage(suite::random_array<16>(), now);  // a failure shows at the commit
}

void Core::advance(Session& session, Millis now) {
    while (!session.waiting.empty() && session.phase != Phase::closing && session.queued < limits::kOutboxPauseBytes) {
        if (!within_rate(session, session.waiting.front().size(), now)) {
            over_rate_.insert(session.id);
            return;
        }
        const Bytes message = std::move(session.waiting.front());
        session.waiting.pop_front();
        held_.push_back({Consumed{session.id, message.size()}});
        process(session, message, now);
    }
}

bool Core::within_rate(const Session& session, std::size_t bytes, Millis now) {
    if (!session.known()) return true;
    auto& bucket = buckets_
                       .try_emplace(bucket_of(session),
                                    DeviceBuckets{TokenBucket{limits::kMessagesPerSecond, limits::kMessageBurst, now},
                                                  TokenBucket{limits::kBytesPerSecond, limits::kByteBurst, now}})
                       .first->second;
    return bucket.bytes.has(now) && bucket.messages.take(1, now) && bucket.bytes.take(static_cast<double>(bytes), now);
}

void Core::process(Session& session, ByteView bytes, Millis now) {
    ++metrics_.messages;
    proto::ServerMessage answer;
    auto message = read_message(bytes);
    if (!message) {
        refuse(session, 0, message.error(), answer, Kind::read_answer, now);
        return close(session, kPolicyViolation, message.error().what);
    }
    if (session.known()) return work_off(session, *message, now);
    if (message->has_auth()) return take_auth(session, *message, now);
    refuse(session, message->request(), fail(Fault::unauthenticated, "the challenge comes first", "answer it"), answer,
           Kind::read_answer, now);
    close(session, kPolicyViolation, "not authenticated");
}

void Core::take_auth(Session& session, const proto::ClientMessage& message, Millis now) {
    const bool founds = message.auth().kind() == proto::Auth::FOUNDER;
    const Kind kind = founds ? Kind::write_answer : Kind::read_answer;
    Effects effects;
    Desk desk{store_, access_, options_, metrics_, session, effects, now};
    proto::ServerMessage answer;
    answer.set_request(message.request());
    if (auto status = answer_auth(desk, message.auth(), answer); !status) {
        ++metrics_.auth_refused;
        session.phase = Phase::challenged;
        refuse(session, message.request(), status.error(), answer, kind, now);
        return close(session, kPolicyViolation, "not authenticated");
    }
    ++metrics_.auth_taken;
    if (founds) orgs_written_.insert(session.org);
    enter_org(session);
    held_.push_back({Admitted{session.id}});
    send(session, answer, kind);
}

void Core::work_off(Session& session, const proto::ClientMessage& message, Millis now) {
    const Kind kind = writes(message) ? Kind::write_answer : Kind::read_answer;
    proto::ServerMessage answer;
    answer.set_request(message.request());
    auto org = access_.org(session.org);
    if (!org || *org == nullptr) {
        refuse(session, message.request(), org ? fail(Fault::not_found, "the org is not here any more") : org.error(),
               answer, kind, now);
        return close(session, kPolicyViolation, "the org cannot be read");
    }
    if (session.phase == Phase::device && !(*org)->device_active(session.device, now))
        return close(session, kPolicyViolation, "this device is not active any more");
    Effects effects;
    Desk desk{store_, access_, options_, metrics_, session, effects, now};
    if (auto status = dispatch(desk, **org, message, answer); !status)
        refuse(session, message.request(), status.error(), answer, kind, now);
    else if (answer.what_case() != proto::ServerMessage::WHAT_NOT_SET)
        send(session, answer, kind);
    apply(session, effects, now);
    if (message.has_follow() && message.follow().space().size() == 16)
        followers_[SpaceId::of(view(message.follow().space()))].insert(session.id);
    want_stream(session);
}

Status Core::dispatch(Desk& desk, OrgState& org, const proto::ClientMessage& message, proto::ServerMessage& answer) {
    switch (message.what_case()) {
        case proto::ClientMessage::kLogGet:
            return answer_log_get(desk, org, message.log_get(), answer);
        case proto::ClientMessage::kLogPut:
            return answer_log_put(desk, org, message.log_put(), answer);
        case proto::ClientMessage::kKeyGet:
            return answer_key_get(desk, org, message.key_get(), answer);
        case proto::ClientMessage::kDeltaPut:
            return answer_delta_put(desk, org, message.delta_put(), answer);
        case proto::ClientMessage::kFollow:
            return answer_follow(desk, org, message.follow(), message.request());
        case proto::ClientMessage::kUnfollow:
            return answer_unfollow(desk, message.unfollow(), answer);
        case proto::ClientMessage::kCredit:
            return answer_credit(desk, message.credit());
        case proto::ClientMessage::kJoin:
            return answer_join(desk, org, message.join(), answer);
        case proto::ClientMessage::kSlotPut:
            return answer_slot_put(desk, org, message.slot_put(), answer);
        case proto::ClientMessage::kAuth:
            return fail(Fault::already_exists, "this connection is authenticated already",
                        "connect again to log in anew");
        case proto::ClientMessage::WHAT_NOT_SET:
            break;
    }
    return fail(Fault::unsupported, "this server does not know that request", "update the server");
}

void Core::apply(const Session& author, const Effects& effects, Millis now) {
    const OrgId org = author.org;
    if (!effects.moved.empty() || !effects.grown.empty()) orgs_written_.insert(org);
    for (const auto& notice : effects.moved) tell_moved(author, notice);
    for (const auto& join : effects.joins) {
        auto state = access_.org(org);
        proto::ServerMessage message;
        *message.mutable_join() = join;
        for (auto* other : connected(org))
            if (other->phase == Phase::device && state && (*state)->is_admin(other->user))
                send(*other, message, Kind::notice);
    }
    for (const auto& space : effects.grown) wake_followers(space);
    if (effects.rights_changed) end_inactive(org, now);
}

std::vector<Session*> Core::connected(const OrgId& org) {
    std::vector<Session*> out;
    const auto here = by_org_.find(org);
    if (here == by_org_.end()) return out;
    for (const auto id : here->second)
        if (auto* session = find(id)) out.push_back(session);
    return out;
}

void Core::wake_followers(const SpaceId& space) {
    const auto found = followers_.find(space);
    if (found == followers_.end()) return;
    std::erase_if(found->second, [&](ConnectionId id) {
        auto* session = find(id);
        const bool follows = session != nullptr && std::any_of(session->streams.begin(), session->streams.end(),
                                                               [&](const Stream& s) { return s.space == space; });
        if (follows) want_stream(*session);
        return !follows;
    });
    if (found->second.empty()) followers_.erase(found);
}

void Core::tell_moved(const Session& author, const LogNotice& notice) {
    proto::ServerMessage message;
    write_head(notice.log, notice.head, *message.mutable_log_moved()->mutable_head());
    for (auto* other : connected(author.org)) {
        if (other->id == author.id) continue;
        const bool concerned = other->phase == Phase::device &&
                               std::find(notice.users.begin(), notice.users.end(), other->user) != notice.users.end();
        if (notice.everybody || concerned) send(*other, message, Kind::notice);
    }
}

void Core::end_inactive(const OrgId& org, Millis now) {
    auto state = access_.org(org);
    if (!state || *state == nullptr) return;
    for (auto* other : connected(org))
        if (other->phase == Phase::device && !(*state)->device_active(other->device, now))
            close(*other, kPolicyViolation, "this device is not active any more");
}

void Core::enter_org(Session& session) {
    by_org_[session.org].insert(session.id);
    if (session.phase != Phase::device) return;
    // A phone that lost its network comes back before the old connection is missed.
    const auto [before, fresh] = by_device_.try_emplace(bucket_of(session), session.id);
    if (!fresh) {
        const auto old_id = std::exchange(before->second, session.id);
        if (auto* old = find(old_id)) close(*old, kPolicyViolation, "replaced by a newer connection of this device");
    }
    metrics_.devices = by_device_.size();
}

void Core::leave(Session& session) {
    if (const auto org = by_org_.find(session.org); org != by_org_.end()) {
        org->second.erase(session.id);
        if (org->second.empty()) by_org_.erase(org);
    }
    const auto device = by_device_.find(session.device);
    if (device != by_device_.end() && device->second == session.id) by_device_.erase(device);
    metrics_.devices = by_device_.size();
    over_rate_.erase(session.id);
}

void Core::refuse(Session& session, std::uint64_t request, const Failure& failure, proto::ServerMessage& answer,
                  Kind kind, Millis now) {
    answer.set_request(request);
    auto& refusal = *answer.mutable_refusal();
    refusal.set_fault(std::string(name(failure.fault)));
    refusal.set_what(failure.what);
    refusal.set_remedy(failure.remedy);
    refusal.set_server_ms(static_cast<std::uint64_t>(now));
    ++metrics_.refusals;
    log("refused", session.id, name(failure.fault));
    send(session, answer, kind);
}

void Core::send(Session& session, const proto::ServerMessage& message, Kind kind) {
    if (session.phase == Phase::closing) return;
    auto bytes = write_message(message);
    // Answers and streams wait at kOutboxPauseBytes; only notices can heap up.
    if (kind == Kind::notice && session.queued + bytes.size() > limits::kOutboxBytes) {
        ++metrics_.slow_closed;
        return close(session, kPolicyViolation, "reads too slowly");
    }
    session.queued += bytes.size();
    held_.push_back({Send{session.id, std::move(bytes)}, kind, message.request(), session.org});
}

void Core::close(Session& session, std::uint16_t code, std::string reason) {
    if (session.phase == Phase::closing) return;
    log("closing", session.id);
    leave(session);
    session.phase = Phase::closing;
    session.streams.clear();
    session.waiting.clear();
    held_.push_back({Close{session.id, code, std::move(reason)}});
}

void Core::want_stream(Session& session) {
    if (session.ready_to_stream || session.streams.empty()) return;
    session.ready_to_stream = true;
    to_stream_.push_back(session.id);
}

void Core::log(std::string_view event, ConnectionId connection, std::string_view fault) const {
    std::string line = "event=" + std::string(event) + " connection=" + std::to_string(connection);
    if (!fault.empty()) line += " fault=" + std::string(fault);
    options_.log(line);
}

}  // namespace tern::server

#include "client_core/sync/log_exchange.h"

#include <algorithm>

#include "client_core/sync/limits.h"

namespace tern::sync {
namespace {

LogHead head_from(const proto::Head& head) { return {head.seq(), array_of<32>(view(head.hash()))}; }

Failure forked() {
    return fail(Fault::fork, "the server shows another history of this org than the one seen here",
                "nothing was sent; compare the head code on the org page with a colleague and tell your admin");
}

}  // namespace

void LogExchange::server_head(const LogId& log, const LogHead& head) {
    server_[log] = head;
    const SpaceId space{log.bytes};
    keyless_.erase(keyless_.lower_bound({space, 0}), keyless_.upper_bound({space, ~0U}));
}

void LogExchange::welcome(const proto::Welcome& welcome) {
    server_.clear();
    server_[LogId::of(view(welcome.org().log_id()))] = head_from(welcome.org());
    for (const auto& space : welcome.spaces())
        server_[LogId::of(view(space.head().log_id()))] = head_from(space.head());
}

bool LogExchange::is_org(const LogId& log) const { return log.bytes == context_.account.org.bytes; }

std::optional<LogHead> LogExchange::own_head(const LogId& log) const {
    if (is_org(log))
        return context_.directory.has_org() ? std::optional{context_.directory.org().head()} : std::nullopt;
    const auto* space = context_.directory.space(SpaceId{log.bytes});
    return space == nullptr ? std::nullopt : std::optional{space->head()};
}

bool LogExchange::heads_equal() const {
    for (const auto& [log, head] : server_)
        if (own_head(log) != head) return false;
    for (const auto& [id, log] : context_.directory.spaces())
        if (!server_.contains(log_of(id)) && log.role(context_.account.user) != SpaceRole::none) return false;
    return true;
}

bool LogExchange::settled(const SpaceId& space) const {
    const auto theirs = server_.find(log_of(space));
    const auto org = server_.find(log_of(context_.account.org));
    return theirs != server_.end() && own_head(log_of(space)) == theirs->second && org != server_.end() &&
           own_head(org->first) == org->second;
}

void LogExchange::ask(Asked asked, proto::ClientMessage message) {
    busy_.insert(asked.log);
    requests_[context_.wire.ask(std::move(message))] = std::move(asked);
}

Status LogExchange::advance() {
    const LogId org = log_of(context_.account.org);
    TERN_CHECK(advance_log(org, server_[org]));
    if (own_head(org) != server_[org]) return ok();  // spaces are judged against the org log: it comes first
    for (const auto& [log, head] : std::map{server_})
        if (!is_org(log)) TERN_CHECK(advance_log(log, head));
    for (const auto& [id, log] : context_.directory.spaces())
        if (!server_.contains(log_of(id)) && !busy_.contains(log_of(id)) &&
            log.role(context_.account.user) != SpaceRole::none)
            hand_in(log_of(id), 0);
    ask_keys();
    return ok();
}

Status LogExchange::advance_log(const LogId& log, const LogHead& theirs) {
    if (busy_.contains(log)) return ok();
    const auto own = own_head(log);
    if (own == theirs) return ok();
    if (!own || own->seq < theirs.seq) {
        proto::ClientMessage message;
        message.mutable_log_get()->set_log_id(as_string(log));
        message.mutable_log_get()->set_from_seq(own ? own->seq + 1 : 0);
        ask({Asked::What::records, log, SpaceId{log.bytes}, {}, 0}, std::move(message));
        return ok();
    }
    // The server has less, or other, than was seen here: what it lacks proves itself.
    const auto at_theirs = is_org(log) ? context_.directory.org().hash_at(theirs.seq)
                                       : context_.directory.space(SpaceId{log.bytes})->hash_at(theirs.seq);
    if (at_theirs != theirs.hash) return forked();
    hand_in(log, theirs.seq + 1);
    return ok();
}

void LogExchange::hand_in(const LogId& log, std::uint32_t from) {
    const auto records = context_.directory.records(log, from, 1);
    if (records.empty()) return;
    proto::ClientMessage message;
    auto& put = *message.mutable_log_put();
    put.set_log_id(as_string(from == 0 ? LogId{} : log));
    put.set_record(as_string(records.front()));
    for (const auto& sealed : context_.invites.seals(log, from)) put.add_sealed(as_string(sealed));
    ask({Asked::What::hand_in, log, SpaceId{log.bytes}, records.front(), 0}, std::move(message));
}

void LogExchange::post(const LogId& log, const SpaceId& space, const Bytes& record, const std::vector<Bytes>& sealed) {
    proto::ClientMessage message;
    auto& put = *message.mutable_log_put();
    put.set_log_id(as_string(log));
    put.set_record(as_string(record));
    for (const auto& box : sealed) put.add_sealed(as_string(box));
    posting_ = true;
    ask({Asked::What::post, log, space, record, 0}, std::move(message));
}

void LogExchange::ask_keys() {
    for (const auto& [id, log] : context_.directory.spaces()) {
        const auto& block = log.epoch().block;
        const bool have = context_.directory.keys(id, block.epoch) != nullptr;
        const bool member = log.role(context_.account.user) != SpaceRole::none;
        if (have || !member || !settled(id) || keyless_.contains({id, block.epoch})) continue;
        proto::ClientMessage message;
        message.mutable_key_get()->set_space(as_string(id));
        message.mutable_key_get()->set_epoch(block.epoch);
        keyless_.insert({id, block.epoch});
        ask({Asked::What::key, LogId{}, id, {}, block.epoch}, std::move(message));
    }
}

Result<bool> LogExchange::on_answer(const proto::ServerMessage& message) {
    const auto found = requests_.find(message.request());
    if (found == requests_.end()) return false;
    const Asked asked = std::move(found->second);
    requests_.erase(found);
    busy_.erase(asked.log);
    if (asked.what == Asked::What::post) posting_ = false;
    if (message.has_refusal()) {
        const auto failure = failure_from(message.refusal());
        if (failure.fault == Fault::log_conflict && message.refusal().has_head()) {
            server_head(asked.log, head_from(message.refusal().head()));
            return true;
        }
        if (asked.what == Asked::What::key) return true;  // the next rotation brings it
        return failure;
    }
    switch (asked.what) {
        case Asked::What::records:
            TERN_CHECK(take_records(asked, message.log_records()));
            break;
        case Asked::What::key:
            TERN_CHECK(take_key(asked, message.key()));
            break;
        case Asked::What::post:
            TERN_CHECK(append(asked.log, asked.record));
            [[fallthrough]];
        case Asked::What::hand_in: {
            TERN_TRY(record, read_log_record(asked.record));
            const LogHead posted{record.seq, record.hash};
            // LogMoved may have come first, with an even newer head.
            auto& head = server_[asked.log];
            if (record.seq == 0 || head.seq <= posted.seq) head = posted;
            break;
        }
    }
    return true;
}

Status LogExchange::append(const LogId& log, ByteView record) {
    return is_org(log) ? context_.directory.append_org(record)
                       : context_.directory.append_space(SpaceId{log.bytes}, record);
}

Status LogExchange::take_records(const Asked& asked, const proto::LogRecords& records) {
    if (records.records().empty())
        return fail(Fault::rollback, "the server does not have the log records that it promised", "try again later");
    return caught([&]() -> Status {
        Transaction transaction{context_.store.database()};
        for (const auto& record : records.records()) TERN_CHECK(append(asked.log, view(record)));
        transaction.commit();
        return ok();
    });
}

Status LogExchange::take_key(const Asked& asked, const proto::Key& key) {
    const auto* log = context_.directory.space(asked.space);
    const auto& block = log->epoch().block;
    if (block.epoch != asked.epoch) return ok();
    const auto seat = std::find_if(block.seats.begin(), block.seats.end(),
                                   [&](const EpochSeat& s) { return s.user == context_.account.user; });
    if (seat == block.seats.end() || seat->seal_hash != crypto::seal_hash(view(key.sealed())))
        return fail(Fault::forged, "the server hands out a key that the space's log does not name",
                    "tell the space's managers");
    TERN_TRY(keys,
             crypto::SpaceKeys::open_for(view(key.sealed()), context_.account.box.keys, log->key_scope(block.epoch),
                                         context_.account.user, context_.account.box.generation, block));
    return caught([&]() -> Status {
        Transaction transaction{context_.store.database()};
        TERN_CHECK(context_.directory.add_keys(asked.space, keys));
        transaction.commit();
        return ok();
    });
}

}  // namespace tern::sync

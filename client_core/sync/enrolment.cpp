#include "client_core/sync/enrolment.h"

#include <cstdlib>

#include "client_core/sync/limits.h"

namespace tern::sync {
namespace {

/// What the network's own delay may explain is no error of the clock.
Millis offset_from(Millis server_ms, const Now& now) {
    const Millis offset = server_ms - now.wall;
    return std::abs(offset) <= limits::kClockSlackMs ? 0 : offset;
}

proto::ClientMessage slot_message(const org::Slot& slot) {
    proto::ClientMessage message;
    auto& put = *message.mutable_slot_put();
    put.set_registration(as_string(slot.registration));
    put.set_signature(as_string(slot.signature));
    put.set_bundle(as_string(slot.bundle));
    return message;
}

proto::ClientMessage record_message(const LogId& log, const Bytes& record) {
    proto::ClientMessage message;
    message.mutable_log_put()->set_log_id(as_string(log));
    message.mutable_log_put()->set_record(as_string(record));
    return message;
}

template <class Machine>
Turn run(Machine&& machine, Wire& wire) {
    Turn out;
    const Status status = caught(machine);
    out.send = wire.take();
    if (!status) out.ended = status.error();
    return out;
}

Result<proto::ServerMessage> read_unless_refused(ByteView bytes) {
    TERN_TRY(message, read_server_message(bytes));
    if (message.has_refusal()) return failure_from(message.refusal());
    return std::move(message);
}

}  // namespace

Founding::Founding(store::Store& store, org::NewAccount& made, std::string server_name, std::string org_code,
                   Platform platform, SealSlots seal_slots)
    : store_(store),
      made_(made),
      server_name_(std::move(server_name)),
      org_code_(std::move(org_code)),
      platform_(platform),
      seal_slots_(std::move(seal_slots)) {}

Turn Founding::on_message(ByteView bytes, const Now& now) {
    return run(
        [&]() -> Status {
            TERN_TRY(message, read_unless_refused(bytes));
            return take(message, now);
        },
        wire_);
}

Status Founding::take(const proto::ServerMessage& message, const Now& now) {
    switch (step_) {
        case Step::challenge:
            return message.has_challenge() ? found(message.challenge(), now) : Status{unexpected()};
        case Step::welcome: {
            if (!message.has_welcome()) return unexpected();
            TERN_TRY(log, OrgLog::begin(genesis_));
            device_record_ = org::device_record(log, made_.identity, made_.account.device, platform_, server_ms_);
            TERN_CHECK(seal_slots_(made_, log.head().hash, log.head()));
            wire_.ask(record_message(log_of(made_.account.org), device_record_));
            step_ = Step::device;
            return ok();
        }
        case Step::device:
            if (!message.has_done()) return ok();  // the server's own notices
            step_ = Step::slots;
            put_slot();
            return ok();
        case Step::slots:
            if (!message.has_done()) return ok();
            if (++slots_put_ < made_.account.slots.size()) {
                put_slot();
                return ok();
            }
            step_ = Step::done;
            return keep(now);
        case Step::done:
            return ok();
    }
    return unexpected();
}

Status Founding::found(const proto::Challenge& challenge, const Now& now) {
    server_ms_ = static_cast<Millis>(challenge.server_ms());
    clock_offset_ = offset_from(server_ms_, now);
    genesis_ = org::org_genesis(made_.identity, made_.account.box, server_ms_);
    made_.account.org = org_id_of(genesis_);
    proto::ClientMessage message;
    auto& auth = *message.mutable_auth();
    auth.set_proto(kProto);
    auth.set_kind(proto::Auth::FOUNDER);
    auth.set_server_name(server_name_);
    auth.set_org_id(as_string(made_.account.org));
    auth.set_org_code(org_code_);
    auth.set_genesis(as_string(genesis_));
    wire_.ask(std::move(message));
    step_ = Step::welcome;
    return ok();
}

void Founding::put_slot() { wire_.ask(slot_message(made_.account.slots[slots_put_])); }

/// The server has everything: from here on this folder is a device of the org. Its own space is handed in at first
/// sync.
Status Founding::keep(const Now& now) {
    TERN_CHECK(store_.set_clock_offset(clock_offset_, {made_.account.device.id(), now.wall}));
    org::Directory directory{store_};
    Transaction transaction{store_.database()};
    TERN_CHECK(directory.begin(genesis_, made_.account.org));
    TERN_CHECK(directory.append_org(device_record_));
    const auto keys = crypto::SpaceKeys::first();
    const org::Author author{made_.account, directory, server_ms_};
    const auto space = author.space(SpaceKind::org, 1, {}, keys);
    const auto id = space_id_of(space.bytes);
    TERN_CHECK(directory.append_space(id, space.bytes));
    TERN_CHECK(directory.add_keys(id, keys));
    org::Invites{store_}.keep_seals(log_of(id), 0, space.sealed);
    TERN_CHECK(made_.account.save(store_));
    transaction.commit();
    return ok();
}

Joining::Joining(store::Store& store, org::Account& account, org::Directory& directory,
                 const crypto::UserIdentity& identity, LogHead promised_head, std::string server_name,
                 Platform platform)
    : store_(store),
      account_(account),
      directory_(directory),
      identity_(identity),
      promised_head_(promised_head),
      server_name_(std::move(server_name)),
      platform_(platform) {}

Turn Joining::on_message(ByteView bytes, const Now& now) {
    return run(
        [&]() -> Status {
            TERN_TRY(message, read_server_message(bytes));
            if (!message.has_refusal()) return take(message, now);
            const auto failure = failure_from(message.refusal());
            if (step_ == Step::welcome && failure.fault == Fault::unauthenticated)
                return fail(failure.fault, failure.what,
                            "ask who invited you to run `tern sync`, and try again; or ask for a new invitation");
            // Others join at the same moment: their records go first, and this device's is signed again above them.
            if (step_ != Step::device || failure.fault != Fault::log_conflict || !message.refusal().has_head())
                return failure;
            server_head_ = {message.refusal().head().seq(), array_of<32>(view(message.refusal().head().hash()))};
            return next();
        },
        wire_);
}

Status Joining::take(const proto::ServerMessage& message, const Now& now) {
    switch (step_) {
        case Step::challenge:
            return message.has_challenge() ? knock(message.challenge()) : Status{unexpected()};
        case Step::welcome:
            if (!message.has_welcome()) return unexpected();
            server_head_ = {message.welcome().org().seq(), array_of<32>(view(message.welcome().org().hash()))};
            server_ms_ = static_cast<Millis>(message.welcome().server_ms());
            clock_offset_ = offset_from(server_ms_, now);
            return next();
        case Step::log:
            if (!message.has_log_records()) return ok();
            TERN_CHECK(take_log(message.log_records()));
            return next();
        case Step::join:
            if (message.has_done()) step_ = Step::waiting;
            return ok();
        case Step::device:
            if (!message.has_done()) return ok();
            TERN_CHECK(directory_.append_org(device_record_));
            step_ = Step::slots;
            put_slot();
            return ok();
        case Step::slots:
            if (!message.has_done()) return ok();
            if (++slots_put_ < account_.slots.size()) {
                put_slot();
                return ok();
            }
            account_.guest.reset();
            account_.identity_seed.reset();
            step_ = Step::admitted;
            TERN_CHECK(store_.set_clock_offset(clock_offset_, {account_.device.id(), now.wall}));
            return account_.save(store_);
        case Step::waiting:
        case Step::admitted:
            return ok();
    }
    return unexpected();
}

Status Joining::knock(const proto::Challenge& challenge) {
    const auto& key = *account_.guest;
    AuthMessage message;
    message.server_name = server_name_;
    message.org = account_.org;
    message.login = suite::h16("fs1/invid", key.public_key);
    auto out = auth_message(proto::Auth::GUEST, challenge, message);
    auto& auth = *out.mutable_auth();
    auth.set_invite_key(as_string(key.public_key));
    auth.set_signature(as_string(key.sign("fs1/knock", message.bytes())));
    wire_.ask(std::move(out));
    step_ = Step::welcome;
    return ok();
}

void Joining::ask_log() {
    proto::ClientMessage message;
    message.mutable_log_get()->set_log_id(as_string(log_of(account_.org)));
    message.mutable_log_get()->set_from_seq(directory_.has_org() ? directory_.org().length() : 0);
    wire_.ask(std::move(message));
    step_ = Step::log;
}

Status Joining::take_log(const proto::LogRecords& records) {
    if (records.records().empty())
        return fail(Fault::rollback, "the server does not have the log records that it promised", "try again later");
    Transaction transaction{store_.database()};
    for (const auto& record : records.records()) {
        if (directory_.has_org())
            TERN_CHECK(directory_.append_org(view(record)));
        else
            TERN_CHECK(directory_.begin(view(record), account_.org));
    }
    transaction.commit();
    return ok();
}

Status Joining::next() {
    if (!directory_.has_org() || directory_.org().head().seq < server_head_.seq) {
        ask_log();
        return ok();
    }
    const auto& org = directory_.org();
    if (!org.contains(server_head_) || (promised_head_.hash != Hash{} && !org.contains(promised_head_)))
        return fail(Fault::fork, "the server shows another history of this org than the invitation does",
                    "do not join; tell who invited you");
    const auto* user = org.user(account_.user);
    if (user == nullptr) {
        const Identity identity = crypto::public_identity(identity_, account_.box);
        const Bytes x = identity.bytes_for(account_.org);
        proto::ClientMessage message;
        auto& join = *message.mutable_join();
        join.set_invite_key(as_string(account_.guest->public_key));
        join.set_identity(as_string(x));
        join.set_user_signature(as_string(identity_.uik.sign("fs1/useradd", x)));
        join.set_invite_signature(as_string(account_.guest->sign("fs1/invsig", x)));
        wire_.ask(std::move(message));
        step_ = Step::join;
        return ok();
    }
    if (org.device(account_.device.id()) != nullptr) {  // added in an earlier try
        step_ = Step::slots;
        put_slot();
        return ok();
    }
    device_record_ = org::device_record(org, identity_, account_.device, platform_, server_ms_);
    wire_.ask(record_message(log_of(account_.org), device_record_));
    step_ = Step::device;
    return ok();
}

void Joining::put_slot() { wire_.ask(slot_message(account_.slots[slots_put_])); }

}  // namespace tern::sync

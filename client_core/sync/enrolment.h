// Becoming a device of an org: the founder's first conversation, and a guest's, who comes with an invitation. Sans-IO,
// like the session that follows.
#pragma once

#include <functional>
#include <optional>

#include "client_core/org/authoring.h"
#include "client_core/org/invites.h"
#include "client_core/sync/session.h"

namespace tern::sync {

/// Makes an org. The genesis is written once the server has told its time, and kept here only after the server has it.
class Founding {
public:
    /// Turns the made account into slots, once the org's id is known: Argon2id, or the simulator's short cut.
    using SealSlots = std::function<Status(org::NewAccount&, const Hash& genesis_hash, const LogHead& head)>;

    Founding(store::Store& store, org::NewAccount& made, std::string server_name, std::string org_code,
             Platform platform, SealSlots seal_slots);
    Turn on_message(ByteView bytes, const Now& now);
    bool done() const { return step_ == Step::done; }

private:
    enum class Step { challenge, welcome, device, slots, done };
    Status take(const proto::ServerMessage& message, const Now& now);
    Status found(const proto::Challenge& challenge, const Now& now);
    Status keep(const Now& now);
    void put_slot();

    store::Store& store_;
    org::NewAccount& made_;
    std::string server_name_;
    std::string org_code_;
    Platform platform_;
    SealSlots seal_slots_;
    Wire wire_;
    Bytes genesis_;
    Bytes device_record_;
    Millis server_ms_ = 0;
    Millis clock_offset_ = 0;  ///< learnt when the server told its time
    std::size_t slots_put_ = 0;
    Step step_ = Step::challenge;
};

/// Joins by an invitation: asks to be let in, and, once an admin's device has done so, adds this device. May be left
/// and begun again at any point; what was made is in the store.
class Joining {
public:
    Joining(store::Store& store, org::Account& account, org::Directory& directory, const crypto::UserIdentity& identity,
            LogHead promised_head, std::string server_name, Platform platform);
    Turn on_message(ByteView bytes, const Now& now);

    bool done() const { return step_ == Step::waiting || step_ == Step::admitted; }
    bool admitted() const { return step_ == Step::admitted; }

private:
    enum class Step { challenge, welcome, log, join, device, slots, waiting, admitted };
    Status take(const proto::ServerMessage& message, const Now& now);
    Status knock(const proto::Challenge& challenge);
    Status take_log(const proto::LogRecords& records);
    Status next();
    void ask_log();
    void put_slot();

    store::Store& store_;
    org::Account& account_;
    org::Directory& directory_;
    const crypto::UserIdentity& identity_;
    LogHead promised_head_;
    std::string server_name_;
    Platform platform_;
    Wire wire_;
    LogHead server_head_;
    Bytes device_record_;
    Millis server_ms_ = 0;
    Millis clock_offset_ = 0;  ///< learnt when the server told its time
    std::size_t slots_put_ = 0;
    Step step_ = Step::challenge;
};

}  // namespace tern::sync

// What a request is worked off with, and what it leaves behind. One room for each kind of request (auth, logs, deltas,
// people); each takes a Desk and fills the answer. A refusal's details (head, last number) are put into
// `answer.mutable_refusal()` before the failure is returned; the core adds the rest.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "sync_server/access/access.h"
#include "sync_server/session/decode.h"
#include "sync_server/session/metrics.h"
#include "sync_server/session/session.h"

namespace tern::server {

struct CoreOptions {
    /// The names under which devices may dial this server.
    std::vector<std::string> names;
    /// Anybody may found an org without a code.
    bool open_orgs = false;
    /// One line for each event worth a line: numbers and names of faults, nothing of customers.
    std::function<void(const std::string&)> log = [](const std::string&) {};
};

/// A log has grown: who is to be told.
struct LogNotice {
    LogId log;
    LogHead head;
    bool everybody = false;  ///< of the org
    std::vector<UserId> users;
};

/// What others must hear of once this is durable.
struct Effects {
    std::vector<LogNotice> moved;
    std::set<SpaceId> grown;  ///< spaces with new deltas, or other members
    std::vector<proto::JoinRequest> joins;
    bool rights_changed = false;  ///< somebody's device may not be active any more
};

struct Desk {
    ServerStore& store;
    Access& access;
    const CoreOptions& options;
    Metrics& metrics;
    Session& session;
    Effects& effects;
    Millis now = 0;
};

// auth.cpp
/// Fills the session and the Welcome.
Status answer_auth(Desk& desk, const proto::Auth& auth, proto::ServerMessage& answer);

// log_desk.cpp
Status answer_log_get(Desk& desk, OrgState& org, const proto::LogGet& get, proto::ServerMessage& answer);
Status answer_log_put(Desk& desk, OrgState& org, const proto::LogPut& put, proto::ServerMessage& answer);
Status answer_key_get(Desk& desk, OrgState& org, const proto::KeyGet& get, proto::ServerMessage& answer);

// delta_desk.cpp
Status answer_delta_put(Desk& desk, OrgState& org, const proto::DeltaPut& put, proto::ServerMessage& answer);

// people_desk.cpp
Status answer_join(Desk& desk, OrgState& org, const proto::JoinRequest& join, proto::ServerMessage& answer);
Status answer_slot_put(Desk& desk, OrgState& org, const proto::SlotPut& put, proto::ServerMessage& answer);

// welcome.cpp
Status write_welcome(Desk& desk, OrgState& org, proto::Welcome& welcome);

void write_head(const LogId& log, const LogHead& head, proto::Head& out);
inline std::string string_of(ByteView bytes) { return std::string(text(bytes)); }
inline Failure not_for_guests() {
    return fail(Fault::forbidden, "only a device of the org may ask this", "log in with a device");
}

}  // namespace tern::server

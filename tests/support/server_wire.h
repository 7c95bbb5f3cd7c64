// The server's core on a wire of memory: a test opens lines to it, says things, and looks at what comes back.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sync_server/session/core.h"
#include "sync_server/store/sqlite_store.h"
#include "tests/support/made_org.h"
#include "tests/support/said.h"

namespace tern::test {

class ServerWire;

/// One connection.
class Line {
public:
    /// Everything that has arrived and was not taken, oldest first.
    std::vector<proto::ServerMessage> take();
    /// Sends, lets the server commit, and returns the answer; fails the test where there is none.
    proto::ServerMessage ask(proto::ClientMessage message);
    /// Sends and leaves the commit to somebody else.
    std::uint64_t say(proto::ClientMessage message);
    void say_bytes(Bytes bytes);

    bool closed() const { return closed_; }
    const std::string& reason() const { return reason_; }
    proto::Challenge challenge() const { return challenge_; }

    // What a device says, in words.
    proto::ServerMessage log_in(const MadeOrg& org, const Phone& phone, const std::string& server_name = "tern.test");
    proto::ServerMessage knock(const MadeOrg& org, const MadeOrg::Invitation& invitation);
    proto::ServerMessage found(const Bytes& genesis, const std::string& code = {});
    proto::ServerMessage put(const MadeRecord& record);
    proto::ServerMessage put(const Bytes& delta) { return put(std::vector<Bytes>{delta}); }
    proto::ServerMessage put(const std::vector<Bytes>& deltas, bool atomic = false);
    void follow(const SpaceId& space, std::uint64_t after = 0, proto::Follow::Which which = proto::Follow::ALL,
                std::uint64_t until = 0);
    void credit(std::uint64_t bytes);

    /// Reads nothing while true: what the server gives out stays queued there.
    bool stuck = false;
    std::size_t undelivered = 0;

private:
    friend class ServerWire;
    ServerWire* wire_ = nullptr;
    server::ConnectionId id_ = 0;
    std::uint64_t next_request_ = 1;
    proto::Challenge challenge_;
    std::vector<proto::ServerMessage> inbox_;
    bool closed_ = false;
    std::string reason_;
};

class ServerWire {
public:
    explicit ServerWire(std::string path = ":memory:", server::CoreOptions options = open_options(),
                        std::string vfs = {});
    static server::CoreOptions open_options();

    std::shared_ptr<Line> dial();
    /// Commits until nothing more comes out.
    server::CommitOutcome turn();
    /// Founds the org and hands in everything that it has made so far.
    std::shared_ptr<Line> host(const MadeOrg& org);
    /// A logged-in line of that phone.
    std::shared_ptr<Line> connect(const MadeOrg& org, const Phone& phone);
    /// Ends the process, as it were: the same database under a new core.
    void restart();
    /// Ends it for good; nothing else may be called.
    void shut_down();

    server::Core& core() { return *core_; }
    server::SqliteStore& store() { return *store_; }
    Millis now = 1'800'000'000'000;

private:
    friend class Line;
    void deliver(server::Output output);

    std::string path_;
    std::string vfs_;
    server::CoreOptions options_;
    std::unique_ptr<server::SqliteStore> store_;
    std::unique_ptr<server::Core> core_;
    std::vector<std::shared_ptr<Line>> lines_;
    server::ConnectionId next_ = 1;
};

/// The fault's name of a refusal, "" for another message.
std::string fault_of(const proto::ServerMessage& message);
/// Of the first result of a DeltaPutReply.
std::string put_fault(const proto::ServerMessage& message, int index = 0);
std::uint64_t put_cursor(const proto::ServerMessage& message, int index = 0);

}  // namespace tern::test

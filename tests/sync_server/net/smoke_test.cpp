// The real program on a real port: over TLS, from founding an org to a clean stop; and what strangers throw at it.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <list>

#include "sync_server/net/gate.h"
#include "sync_server/net/pages.h"
#include "tests/support/made_org.h"
#include "tests/support/raw_client.h"
#include "tests/support/said.h"
#include "tests/support/server_process.h"

namespace tern::test {
namespace {

struct Folder {
    std::string path =
        (std::filesystem::temp_directory_path() / ("tern-net-" + hex(suite::random_array<8>()))).string();
    Folder() { std::filesystem::create_directory(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    std::string data() const { return path + "/data"; }
};

proto::ServerMessage read(RawClient& client) {
    proto::ServerMessage message;
    const auto bytes = client.read_message();
    if (bytes) message.ParseFromArray(bytes->data(), static_cast<int>(bytes->size()));
    return message;
}
proto::ServerMessage ask(RawClient& client, const proto::ClientMessage& message) {
    client.send_message(view(message.SerializeAsString()));
    return read(client);
}

TEST(Smoke, OverTlsFromFoundingToACleanStop) {
    Folder folder;
    ASSERT_TRUE(make_certificate(folder.path));
    MadeOrg org{system_clock().wall_ms()};
    SpaceId space;
    org.make_space(space, org.founder_phone);
    const std::vector<std::string> tls{"--tls-cert", folder.path + "/cert.pem", "--tls-key", folder.path + "/key.pem"};
    const auto code = run_server("org allow --data " + folder.data());
    ASSERT_EQ(code.status, 0);
    {
        ServerProcess server{folder.data(), tls};
        ASSERT_NE(server.port(), 0) << server.first_line();
        EXPECT_EQ(server.first_line(), "listening on 127.0.0.1:" + std::to_string(server.port()));
        EXPECT_EQ(run_server("serve --listen 127.0.0.1:0 --insecure --data " + folder.data()).status, 1)
            << "one server a folder";
        RawClient founder{server.port(), true};
        ASSERT_EQ(founder.upgrade(), "HTTP/1.1 101 Switching Protocols");
        ASSERT_TRUE(read(founder).has_challenge());
        ASSERT_TRUE(ask(founder, founding(org.genesis(), "localhost", code.output.substr(0, code.output.find('\n'))))
                        .has_welcome());
        ASSERT_TRUE(ask(founder, putting(org.records()[1])).has_done());

        RawClient device{server.port(), true};
        device.upgrade();
        ASSERT_TRUE(
            ask(device, logging_in(org, org.founder_phone, read(device).challenge(), "localhost")).has_welcome());
        ASSERT_TRUE(ask(device, putting(org.records()[2])).has_done());
        const auto put =
            putting({make_delta(org, org.founder_phone, {space, {make_tag(1)}, Hlc::at(system_clock().wall_ms())})});
        EXPECT_EQ(ask(device, put).delta_put_reply().results(0).cursor(), 1u);
        server.signal(SIGTERM);
        EXPECT_FALSE(device.read_message());
        EXPECT_EQ(device.close_code(), 1001) << "going away";
        EXPECT_EQ(server.stop(SIGTERM), 0);
    }
    EXPECT_EQ(run_server("check --data " + folder.data()).status, 0);
    EXPECT_NE(run_server("stats --json --data " + folder.data()).output.find("\"deltas\":1"), std::string::npos);
    struct stat info {};
    ASSERT_EQ(::stat(folder.data().c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0700u);
    ASSERT_EQ(::stat((folder.data() + "/server.db").c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0600u);
}

TEST(Smoke, PagesAreServedAndEverythingElseIsRefused) {
    Folder folder;
    ServerProcess server{folder.data(), {"--insecure"}};
    ASSERT_NE(server.port(), 0);
    const auto get = [&](const std::string& request) {
        RawClient client{server.port(), false};
        client.write(request);
        return client.read_all();
    };
    EXPECT_NE(get("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").find("200 OK"), std::string::npos);
    EXPECT_NE(get("GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n").find("ready"), std::string::npos);
    EXPECT_NE(get("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n").find("tern_connections "), std::string::npos);
    EXPECT_NE(get("GET /sync HTTP/1.1\r\nHost: x\r\n\r\n").find("426"), std::string::npos);
    EXPECT_NE(get("GET /etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n").find("404"), std::string::npos);
    EXPECT_NE(get("POST /sync HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n").find("405"), std::string::npos);
    EXPECT_NE(get("GET / HTTP/1.1\r\nX: " + std::string(9000, 'x') + "\r\n\r\n").find("431"), std::string::npos);
    EXPECT_NE(get("\x16\x03\x01 this is no HTTP\r\n\r\n").find("400"), std::string::npos);
    EXPECT_EQ(server.stop(SIGINT), 0);
}

TEST(Smoke, GarbageEndsItsOwnConnectionOnly) {
    Folder folder;
    ServerProcess server{folder.data(), {"--insecure"}};
    ASSERT_NE(server.port(), 0);
    for (int i = 0; i < 200; ++i) {
        RawClient client{server.port(), false};
        if (i % 2 == 0) client.upgrade();
        const auto garbage = random_bytes(1 + static_cast<std::size_t>(i) * 37);
        client.write(text(garbage));
    }
    RawClient loud{server.port(), false};
    loud.upgrade();
    read(loud);
    loud.send_message(Bytes(70'000));
    EXPECT_FALSE(loud.read_message());
    EXPECT_EQ(loud.close_code(), 1009);
    RawClient guest{server.port(), false};
    guest.upgrade();
    EXPECT_TRUE(read(guest).has_challenge());
    proto::ClientMessage no_text;
    no_text.mutable_auth()->set_server_name("localhost");
    auto bytes = no_text.SerializeAsString();
    bytes.back() = '\xff';
    guest.send_message(view(bytes));
    EXPECT_EQ(read(guest).refusal().fault(), "malformed");
    EXPECT_EQ(server.stop(SIGTERM), 0);
    std::ifstream log{folder.data() + ".log"};
    for (std::string line; std::getline(log, line);)
        EXPECT_EQ(line.substr(0, 5), "time=") << "a stranger wrote this into the log: " << line;
}

/// Shells allow 1,024 open files unless told otherwise; a server is for more phones than that.
TEST(Smoke, OpenFilesAreNotLimitedToWhatAShellAllows) {
    Folder folder;
    rlimit usual{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &usual), 0);
    rlimit few = usual;
    few.rlim_cur = 64;
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &few), 0);
    ServerProcess server{folder.data(), {"--insecure"}};
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &usual), 0);
    ASSERT_NE(server.port(), 0);
    std::list<RawClient> guests;
    for (int i = 0; i < 100; ++i) {
        auto& guest = guests.emplace_back(server.port(), false);
        guest.upgrade();
        ASSERT_TRUE(read(guest).has_challenge()) << "guest " << i;
    }
    EXPECT_EQ(server.stop(SIGTERM), 0);
}

TEST(Smoke, WithoutTlsOnlyOnLoopback) {
    Folder folder;
    EXPECT_EQ(run_server("serve --insecure --listen 0.0.0.0:0 --data " + folder.data()).status, 2);
    EXPECT_EQ(run_server("serve --listen 127.0.0.1:0 --data " + folder.data()).status, 2);
    EXPECT_EQ(run_server("serve --insecure --listen 127.0.0.1:99999 --data " + folder.data()).status, 2);
    EXPECT_EQ(run_server("serve").status, 2);
    EXPECT_EQ(run_server("backup --to x --data y").status, 2);
    EXPECT_EQ(run_server("check --data " + folder.path + "/nothing").status, 1);
}

TEST(Smoke, NothingOrRubbishIsNoServersData) {
    Folder folder;
    std::ofstream{folder.path + "/server.db"};
    EXPECT_EQ(run_server("check --data " + folder.path).status, 1);
    EXPECT_EQ(std::filesystem::file_size(folder.path + "/server.db"), 0u) << "and it was left alone";
    std::ofstream{folder.path + "/server.db"} << std::string(8192, 'x');
    for (const char* command : {"check --data ", "stats --data ", "serve --insecure --listen 127.0.0.1:0 --data "})
        EXPECT_EQ(run_server(command + folder.path).status, 1) << command;
}

TEST(Gate, CountsAddressesAndTheirHaste) {
    server::Gate gate;
    int admitted = 0;
    for (int i = 0; i < 1000; ++i)
        if (gate.admit("a", 0)) {
            ++admitted;
            gate.left("a");
        }
    EXPECT_EQ(admitted, static_cast<int>(server::limits::kHandshakeBurst));
    EXPECT_TRUE(gate.admit("b", 0)) << "others are not held up";
    EXPECT_TRUE(gate.admit("a", 1000)) << "nor this one for ever";
    EXPECT_EQ(gate.open(), 2u);
}

}  // namespace
}  // namespace tern::test

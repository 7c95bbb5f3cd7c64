// The real program on a real port: over TLS, from founding an org to a clean stop; and what strangers throw at it.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>

#include <filesystem>

#include "protocol/delta_judge.h"
#include "protocol/wire.pb.h"
#include "sync_server/net/gate.h"
#include "sync_server/net/pages.h"
#include "tests/support/made_org.h"
#include "tests/support/raw_client.h"
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

std::string str(ByteView bytes) { return std::string(text(bytes)); }

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

proto::ClientMessage founding(const MadeOrg& org, const std::string& code = {}) {
    proto::ClientMessage message;
    message.mutable_auth()->set_proto(1);
    message.mutable_auth()->set_kind(proto::Auth::FOUNDER);
    message.mutable_auth()->set_server_name("localhost");
    message.mutable_auth()->set_genesis(str(org.genesis()));
    message.mutable_auth()->set_org_code(code);
    return message;
}
proto::ClientMessage log_in(const MadeOrg& org, const proto::Challenge& challenge) {
    AuthMessage signed_part;
    signed_part.server_name = "localhost";
    signed_part.org = org.id();
    signed_part.device = org.founder_phone.id;
    signed_part.nonce = array_of<32>(view(challenge.nonce()));
    signed_part.server_ms = challenge.server_ms();
    proto::ClientMessage message;
    auto& auth = *message.mutable_auth();
    auth.set_proto(1);
    auth.set_kind(proto::Auth::DEVICE);
    auth.set_server_name("localhost");
    auth.set_org_id(str(org.id()));
    auth.set_device_id(str(org.founder_phone.id));
    auth.set_signature(str(suite::sign(org.founder_phone.dsk.secret, "fs1/devlogin", signed_part.bytes())));
    return message;
}
proto::ClientMessage putting(const MadeRecord& record) {
    proto::ClientMessage message;
    message.mutable_log_put()->set_log_id(str(record.log));
    message.mutable_log_put()->set_record(str(record.bytes));
    for (const auto& box : record.sealed) message.mutable_log_put()->add_sealed(str(box));
    return message;
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
        ASSERT_TRUE(ask(founder, founding(org, code.output.substr(0, code.output.find('\n')))).has_welcome());
        ASSERT_TRUE(ask(founder, putting(org.records()[1])).has_done());

        RawClient device{server.port(), true};
        device.upgrade();
        ASSERT_TRUE(ask(device, log_in(org, read(device).challenge())).has_welcome());
        ASSERT_TRUE(ask(device, putting(org.records()[2])).has_done());
        proto::ClientMessage put;
        put.mutable_delta_put()->add_deltas(
            str(make_delta(org, org.founder_phone, {space, {make_tag(1)}, Hlc::at(system_clock().wall_ms())})));
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
    EXPECT_EQ(server.stop(SIGTERM), 0);
}

TEST(Smoke, WithoutTlsOnlyOnLoopback) {
    Folder folder;
    EXPECT_EQ(run_server("serve --insecure --listen 0.0.0.0:0 --data " + folder.data()).status, 2);
    EXPECT_EQ(run_server("serve --listen 127.0.0.1:0 --data " + folder.data()).status, 2);
    EXPECT_EQ(run_server("serve").status, 2);
    EXPECT_EQ(run_server("backup --to x --data y").status, 2);
    EXPECT_EQ(run_server("check --data " + folder.path + "/nothing").status, 1);
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

// Restarts, full disks and failing ones: what was acknowledged stays, what was not is refused in words.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "sync_server/admin/check.h"
#include "tests/support/failing_vfs.h"
#include "tests/support/server_wire.h"

namespace tern::test {
namespace {

struct Folder {
    std::string path =
        (std::filesystem::temp_directory_path() / ("tern-server-" + hex(suite::random_array<8>()))).string();
    Folder() { std::filesystem::create_directory(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    std::string database() const { return path + "/server.db"; }
};

struct Place {
    Folder folder;
    MadeOrg org;
    MadeOrg::Member anna = org.add_member();
    SpaceId space;
    ServerWire wire;
    std::shared_ptr<Line> boss;

    explicit Place(std::string vfs = {}) : wire(folder.database(), ServerWire::open_options(), std::move(vfs)) {
        org.make_space(space, org.founder_phone, {{anna.person.id(), SpaceRole::writer}});
        boss = wire.host(org);
    }
    Bytes delta(std::uint64_t tag, Millis ms = 0) {
        return make_delta(org, org.founder_phone, {space, {make_tag(tag)}, Hlc::at(wire.now + ms)});
    }
    std::vector<std::uint64_t> all(Line& line) {
        line.credit(4 << 20);
        line.follow(space);
        wire.turn();
        std::vector<std::uint64_t> out;
        for (const auto& message : line.take())
            for (const auto& one : message.deltas().deltas()) out.push_back(one.cursor());
        return out;
    }
};

TEST(Storage, ARestartFindsEverythingThatWasAcknowledged) {
    Place place;
    for (std::uint64_t i = 0; i < 20; ++i)
        ASSERT_EQ(put_cursor(place.boss->put(place.delta(i % 7, static_cast<Millis>(i)))), i + 1);
    place.wire.restart();
    auto boss = place.wire.dial();
    const auto welcome = boss->log_in(place.org, place.org.founder_phone).welcome();
    EXPECT_EQ(welcome.lineage_size(), 2);
    EXPECT_EQ(welcome.org().hash(), bytes_of(place.org.org().head().hash));
    ASSERT_EQ(welcome.spaces_size(), 1);
    EXPECT_EQ(welcome.spaces(0).newest_cursor(), 20u);
    EXPECT_EQ(welcome.spaces(0).own_last_seq(), 20u);
    auto anna = place.wire.connect(place.org, place.anna.phone);
    EXPECT_EQ(place.all(*anna).size(), 20u);
    EXPECT_EQ(put_cursor(boss->put(place.delta(99))), 21u);
    EXPECT_TRUE(server::check(place.wire.store())->problems.empty());
}

TEST(Storage, WhatWasNotCommittedIsGoneAndMayBeSentAgain) {
    Place place;
    const auto delta = place.delta(1);
    proto::ClientMessage put;
    put.mutable_delta_put()->add_deltas(bytes_of(delta));
    place.boss->say(put);
    place.wire.restart();
    auto boss = place.wire.connect(place.org, place.org.founder_phone);
    EXPECT_EQ(put_cursor(boss->put(delta)), 1u);
}

TEST(Storage, AFullDiskRefusesWritesAndGoesOnReading) {
    Place place{failing_vfs()};
    ASSERT_EQ(put_cursor(place.boss->put(place.delta(1))), 1u);
    auto anna = place.wire.connect(place.org, place.anna.phone);
    set_disk(DiskState::full);
    const auto refused = place.delta(2);
    const auto answer = place.boss->put(refused);
    EXPECT_EQ(fault_of(answer), "storage");
    EXPECT_NE(answer.refusal().what().find("full"), std::string::npos);
    EXPECT_EQ(place.all(*anna), (std::vector<std::uint64_t>{1}));
    const auto record = place.org.rotate(place.space, place.org.founder_phone);
    EXPECT_EQ(fault_of(place.boss->put(record)), "storage");
    EXPECT_TRUE(anna->take().empty()) << "nobody hears of what did not happen";
    set_disk(DiskState::good);
    EXPECT_EQ(put_cursor(place.boss->put(refused)), 2u) << "it is not in force, so the old epoch is";
    EXPECT_TRUE(place.boss->put(record).has_done());
    EXPECT_TRUE(server::check(place.wire.store())->problems.empty());
}

TEST(Storage, AFailedFsyncEndsTheServer) {
    Place place{failing_vfs()};
    proto::ClientMessage put;
    put.mutable_delta_put()->add_deltas(bytes_of(place.delta(1)));
    place.boss->say(put);
    set_disk(DiskState::fsync_fails);
    EXPECT_EQ(place.wire.turn(), server::CommitOutcome::broken);
    set_disk(DiskState::good);
    EXPECT_TRUE(place.boss->take().empty()) << "nothing was acknowledged";
}

TEST(Check, FindsAFlippedByteInADelta) {
    Place place;
    const auto delta = place.delta(1);
    ASSERT_EQ(put_cursor(place.boss->put(delta)), 1u);
    ASSERT_TRUE(server::check(place.wire.store())->problems.empty());
    place.wire.shut_down();
    {
        std::ifstream in(place.folder.database(), std::ios::binary);
        std::string file((std::istreambuf_iterator<char>(in)), {});
        const auto at = file.find(bytes_of(delta));
        ASSERT_NE(at, std::string::npos);
        file[at + 130] ^= 1;
        std::ofstream(place.folder.database(), std::ios::binary) << file;
    }
    auto store = server::SqliteStore::open(place.folder.database());
    ASSERT_TRUE(store);
    const auto report = server::check(**store);
    ASSERT_TRUE(report);
    EXPECT_FALSE(report->problems.empty());
}

TEST(Check, FindsALiveCountThatIsWrong) {
    Place place;
    ASSERT_EQ(put_cursor(place.boss->put(place.delta(1))), 1u);
    place.wire.shut_down();
    auto db = Database::open(place.folder.database(), {});
    db->run("UPDATE delta SET live = 0");
    auto store = server::SqliteStore::open(place.folder.database());
    EXPECT_EQ(server::check(**store)->problems.size(), 1u);
}

}  // namespace
}  // namespace tern::test

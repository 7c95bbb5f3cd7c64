// Following: catching up, live notice, credit, and readers who do not read.
#include <gtest/gtest.h>

#include "sync_server/limits.h"
#include "tests/support/server_wire.h"

namespace tern::test {
namespace {

struct Feed {
    MadeOrg org;
    MadeOrg::Member anna = org.add_member();
    SpaceId space;
    ServerWire wire;
    std::shared_ptr<Line> writer;
    std::shared_ptr<Line> reader;

    Feed() {
        org.make_space(space, org.founder_phone, {{anna.person.id(), SpaceRole::reader}});
        writer = wire.host(org);
        reader = wire.connect(org, anna.phone);
    }
    void write(std::uint64_t tag, std::size_t body = 80) {
        wire.now += 1;
        ASSERT_NE(
            put_cursor(writer->put(make_delta(
                org, org.founder_phone, {space, {make_tag(tag)}, Hlc::at(wire.now), DeltaKind::delta, {}, 0, body}))),
            0u);
    }
};

std::vector<std::uint64_t> cursors(const std::vector<proto::ServerMessage>& heard) {
    std::vector<std::uint64_t> out;
    for (const auto& message : heard)
        for (const auto& delta : message.deltas().deltas()) out.push_back(delta.cursor());
    return out;
}
std::uint64_t caught_up(const std::vector<proto::ServerMessage>& heard) {
    return !heard.empty() && heard.back().has_caught_up() ? heard.back().caught_up().cursor() : 0;
}
using Cursors = std::vector<std::uint64_t>;

TEST(Follow, CatchesUpAndThenHearsEachNewDelta) {
    Feed feed;
    feed.write(1);
    feed.write(2);
    feed.reader->credit(1 << 20);
    feed.reader->follow(feed.space);
    feed.wire.turn();
    auto heard = feed.reader->take();
    EXPECT_EQ(cursors(heard), (Cursors{1, 2}));
    EXPECT_EQ(caught_up(heard), 2u);
    feed.write(3);
    heard = feed.reader->take();
    EXPECT_EQ(cursors(heard), (Cursors{3}));
    EXPECT_EQ(caught_up(heard), 3u);
}

TEST(Follow, ResumesAtAnyCursor) {
    Feed feed;
    for (int i = 0; i < 10; ++i) feed.write(static_cast<std::uint64_t>(i));
    feed.reader->credit(1 << 20);
    for (std::uint64_t after = 0; after <= 10; ++after) {
        feed.reader->follow(feed.space, after, proto::Follow::ALL, 10);
        feed.wire.turn();
        const auto heard = feed.reader->take();
        EXPECT_EQ(cursors(heard).size(), 10 - after);
        EXPECT_EQ(caught_up(heard), std::max<std::uint64_t>(after, 10));
    }
}

TEST(Follow, GivesNoMoreThanTheCredit) {
    Feed feed;
    for (int i = 0; i < 10; ++i) feed.write(static_cast<std::uint64_t>(i), 1000);
    feed.reader->follow(feed.space);
    feed.wire.turn();
    EXPECT_TRUE(feed.reader->take().empty()) << "nothing without credit";
    feed.reader->credit(1);
    feed.wire.turn();
    EXPECT_EQ(cursors(feed.reader->take()), (Cursors{1})) << "the last delta may go into debt";
    feed.reader->credit(100);
    feed.wire.turn();
    EXPECT_TRUE(feed.reader->take().empty()) << "debt is paid first";
    feed.reader->credit(4000);
    feed.wire.turn();
    const auto given = cursors(feed.reader->take()).size();
    EXPECT_GE(given, 2u);
    EXPECT_LE(given, 4u);
}

TEST(Follow, ANewPhoneTakesTheLiveFirstAndHistoryAfterwards) {
    Feed feed;
    for (int i = 0; i < 6; ++i) feed.write(static_cast<std::uint64_t>(i % 2));
    feed.reader->credit(1 << 20);
    feed.reader->follow(feed.space, 0, proto::Follow::LIVE, 6);
    feed.wire.turn();
    EXPECT_EQ(cursors(feed.reader->take()), (Cursors{5, 6}));
    feed.reader->follow(feed.space, 6);
    feed.reader->follow(feed.space, 0, proto::Follow::DEAD, 6);
    feed.wire.turn();
    EXPECT_EQ(cursors(feed.reader->take()), (Cursors{1, 2, 3, 4}));
    feed.write(9);
    EXPECT_EQ(cursors(feed.reader->take()), (Cursors{7}));
}

TEST(Follow, ADeviceIsNotSentWhatItHasJustSent) {
    Feed feed;
    feed.write(1);
    feed.writer->credit(1 << 20);
    feed.writer->follow(feed.space);
    feed.wire.turn();
    auto heard = feed.writer->take();
    EXPECT_TRUE(cursors(heard).empty());
    EXPECT_EQ(caught_up(heard), 1u);
    // A new connection may have lost what the old one sent.
    feed.writer = feed.wire.connect(feed.org, feed.org.founder_phone);
    feed.writer->credit(1 << 20);
    feed.writer->follow(feed.space);
    feed.wire.turn();
    EXPECT_EQ(cursors(feed.writer->take()), (Cursors{1}));
}

TEST(Follow, UnfollowingEndsIt) {
    Feed feed;
    feed.reader->credit(1 << 20);
    feed.reader->follow(feed.space);
    proto::ClientMessage stop;
    stop.mutable_unfollow()->set_space(bytes_of(feed.space));
    EXPECT_TRUE(feed.reader->ask(stop).has_done());
    feed.reader->take();
    feed.write(1);
    EXPECT_TRUE(feed.reader->take().empty());
}

TEST(Follow, AReaderWhoDoesNotReadCostsNoMoreThanTheLimit) {
    Feed feed;
    feed.reader->credit(4 << 20);
    feed.reader->follow(feed.space);
    feed.wire.turn();
    feed.reader->take();
    feed.reader->stuck = true;
    for (int i = 0; i < 60; ++i) feed.write(static_cast<std::uint64_t>(i), 60'000);
    EXPECT_LE(feed.reader->undelivered, server::limits::kOutboxBytes);
    EXPECT_FALSE(feed.reader->closed());
    // It comes back, and resumes at its cursor.
    feed.reader = feed.wire.connect(feed.org, feed.anna.phone);
    feed.reader->credit(4 << 20);
    feed.reader->follow(feed.space, 3);
    feed.wire.turn();
    EXPECT_EQ(cursors(feed.reader->take()).size(), 57u);
}

TEST(Follow, RequestsWaitWhileTheirAnswersAreNotRead) {
    Feed feed;
    feed.reader->stuck = true;
    proto::ClientMessage get;
    get.mutable_log_get()->set_log_id(bytes_of(feed.org.id()));
    for (int i = 0; i < 20'000; ++i) feed.reader->say(get);
    feed.wire.turn();
    EXPECT_LE(feed.reader->undelivered, server::limits::kOutboxBytes);
}

TEST(Follow, TwoSpacesShareOneCreditAndNobodyStarves) {
    Feed feed;
    SpaceId second;
    ASSERT_TRUE(
        feed.writer
            ->put(feed.org.make_space(second, feed.org.founder_phone, {{feed.anna.person.id(), SpaceRole::reader}}))
            .has_done());
    for (int i = 0; i < 20; ++i) feed.write(static_cast<std::uint64_t>(i), 1000);
    ASSERT_NE(put_cursor(feed.writer->put(
                  make_delta(feed.org, feed.org.founder_phone, {second, {make_tag(1)}, Hlc::at(feed.wire.now)}))),
              0u);
    feed.reader->take();
    feed.reader->follow(feed.space);
    feed.reader->follow(second);
    std::size_t got = 0;
    for (int i = 0; i < 100 && got < 21; ++i) {
        feed.reader->credit(1500);
        feed.wire.turn();
        got += cursors(feed.reader->take()).size();
    }
    EXPECT_EQ(got, 21u);
}

}  // namespace
}  // namespace tern::test

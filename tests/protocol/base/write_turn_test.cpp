// Who writes next, of those who wait within a process.
#include "protocol/base/write_turn.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <vector>

#include "protocol/base/database.h"

namespace tern {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

void wait_for(WriteTurn& turn, std::size_t number) {
    while (turn.waiting() < number) std::this_thread::yield();
}

TEST(WriteTurn, LetsInWhoCameFirst) {
    WriteTurn turn;
    std::vector<char> order;
    const auto write = [&](char name) {
        return std::thread{[&, name] {
            EXPECT_TRUE(turn.take(1min));
            order.push_back(name);
            turn.give_back();
        }};
    };
    ASSERT_TRUE(turn.take(0ms));
    auto person = write('p');
    wait_for(turn, 1);
    auto other = write('o');
    wait_for(turn, 2);
    turn.give_back();
    // Who merges much asks again at once, and comes last.
    EXPECT_TRUE(turn.take(1min));
    order.push_back('m');
    turn.give_back();
    person.join();
    other.join();
    EXPECT_THAT(order, ElementsAre('p', 'o', 'm'));
}

TEST(WriteTurn, DoesNotWaitForever) {
    WriteTurn turn;
    ASSERT_TRUE(turn.take(0ms));
    EXPECT_FALSE(turn.take(1min)) << "by the same thread, at once";
    std::thread{[&] { EXPECT_FALSE(turn.take(1ms)); }}.join();
    EXPECT_EQ(turn.waiting(), 0U);
    turn.give_back();
    EXPECT_TRUE(turn.take(0ms));
}

TEST(WriteTurn, IsOneOfAFile) {
    EXPECT_EQ(WriteTurn::of(""), nullptr);
    const auto turn = WriteTurn::of("/a");
    EXPECT_EQ(WriteTurn::of("/a"), turn);
    EXPECT_NE(WriteTurn::of("/b"), turn);
}

TEST(WriteTurn, IsTakenByATransactionUntilItEnds) {
    const auto folder = std::filesystem::path{testing::TempDir()} / ("write_turn_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const auto path = (folder / "one.db").string();
    auto first = Database::open(path, {});
    auto second = Database::open(path, {});
    ASSERT_TRUE(first && second);
    first->script("CREATE TABLE told(what TEXT)");
    std::thread waits;
    {
        Transaction merging{*first};
        first->run("INSERT INTO told VALUES ('merged')");
        waits = std::thread{[&] {
            Transaction saving{*second};
            second->run("INSERT INTO told VALUES ('saved')");
            saving.commit();
        }};
        wait_for(*WriteTurn::of(*first), 1);
        merging.commit();
    }
    waits.join();
    { Transaction left{*first}; }  // rolled back, and given back
    Transaction again{*second};
    EXPECT_EQ(second->find_integer("SELECT count(*) FROM told"), 2);
    std::filesystem::remove_all(folder);
}

TEST(WriteTurn, GoesBackBeforeTheLogIsTakenOver) {
    const auto folder = std::filesystem::path{testing::TempDir()} / ("write_turn_log_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const auto path = (folder / "one.db").string();
    auto db = Database::open(path, {});
    ASSERT_TRUE(db);
    db->script("CREATE TABLE told(what BLOB)");
    for (int i = 0; i < 20; ++i) {
        Transaction merging{*db};
        db->run("INSERT INTO told VALUES (zeroblob(1000000))");
        merging.commit();
    }
    EXPECT_GT(std::filesystem::file_size(path), 10'000'000U) << "the log was taken over into the file";
    EXPECT_LT(std::filesystem::file_size(path + "-wal"), 10'000'000U) << "and begins anew";
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace tern

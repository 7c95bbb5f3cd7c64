// The index follows merging: whatever recomputes winners, it tells what the records tell.
#include <gtest/gtest.h>

#include "client_core/store/searching.h"
#include "tests/client_core/store/support.h"

namespace tern::store::test {
namespace {

bool finds(Phone& phone, const std::string& text) { return !phone.store->search({text, {}, 5}).empty(); }

TEST(SearchIndex, FollowsWhatSyncBrings) {
    Phone a{1}, b{2};
    ASSERT_TRUE(a.create(record(1), "Anderson"));
    meet(a, b);
    EXPECT_TRUE(finds(b, "anderson"));
    ASSERT_TRUE(b.set(record(1), "family_name", text_value("Borgman")));
    meet(a, b);
    EXPECT_TRUE(finds(a, "borgman"));
    EXPECT_FALSE(finds(a, "anderson"));
    ASSERT_TRUE(a.remove(record(1)));
    meet(a, b);
    EXPECT_FALSE(finds(b, "borgman"));
    EXPECT_TRUE(a.store->check() && b.store->check());
}

TEST(SearchIndex, ShowsTheWinnerOfAConflictOnBothSides) {
    Phone a{1}, b{2};
    ASSERT_TRUE(a.create(record(1), "Start"));
    meet(a, b);
    ASSERT_TRUE(a.set(record(1), "family_name", text_value("Lossow")));
    b.author.wall_ms += 1000;
    ASSERT_TRUE(b.set(record(1), "family_name", text_value("Winkler")));
    meet(a, b);
    for (Phone* phone : {&a, &b}) {
        EXPECT_TRUE(finds(*phone, "winkler"));
        EXPECT_FALSE(finds(*phone, "lossow"));
        EXPECT_TRUE(phone->store->check());
    }
}

TEST(SearchIndex, TakesARecordOnlyOnceItsBirthIsHere) {
    Phone a{1}, b{2};
    ASSERT_TRUE(a.create(record(1), "Early"));
    const auto birth = a.send();
    ASSERT_TRUE(a.set(record(1), "family_name", text_value("Later")));
    b.apply(a.send());
    EXPECT_FALSE(finds(b, "later"));
    EXPECT_TRUE(b.store->check());
    b.apply(birth);
    EXPECT_TRUE(finds(b, "later"));
    EXPECT_FALSE(finds(b, "early"));
    EXPECT_TRUE(b.store->check());
}

TEST(SearchIndex, ForgetsRefusedWork) {
    Phone a{1};
    ASSERT_TRUE(a.create(record(1), "Allowed"));
    (void)a.send();
    ASSERT_TRUE(a.set(record(1), "family_name", text_value("Forbidden")));
    ASSERT_TRUE(a.create(record(2), "Unwanted"));
    {
        Transaction tx{a.store->database()};
        for (const auto& delta : a.store->unsent(space(), 10, 1'000'000))
            a.store->mark_refused(delta.txn, Fault::forbidden);
        tx.commit();
    }
    EXPECT_TRUE(finds(a, "allowed"));
    EXPECT_FALSE(finds(a, "forbidden"));
    EXPECT_FALSE(finds(a, "unwanted"));
    EXPECT_TRUE(a.store->check());
}

TEST(SearchIndex, FollowsAMendedClock) {
    Phone a{1, kNow + 1'000'000'000}, b{2};
    ASSERT_TRUE(b.create(record(1), "Shared"));
    meet(a, b);
    ASSERT_TRUE(a.set(record(1), "family_name", text_value("Future")));
    ASSERT_TRUE(b.set(record(1), "family_name", text_value("Present")));
    a.apply(b.send());
    EXPECT_TRUE(finds(a, "future"));
    ASSERT_TRUE(a.store->set_clock_offset(-2'000'000'000, a.author));
    EXPECT_TRUE(finds(a, a.text(record(1), "family_name")));
    EXPECT_TRUE(a.store->check());
}

TEST(SearchIndex, IsRolledBackWithItsTransaction) {
    Phone a{1}, b{2};
    ASSERT_TRUE(a.create(record(1), "Kept"));
    b.apply(a.send());
    ASSERT_TRUE(a.set(record(1), "family_name", text_value("Undone")));
    const auto changes = a.send();
    {
        Transaction tx{b.store->database()};
        b.store->apply(space(), changes);
    }
    EXPECT_TRUE(finds(b, "kept"));
    EXPECT_FALSE(finds(b, "undone"));
    ASSERT_TRUE(b.create(record(2), "Next"));
    EXPECT_TRUE(b.store->check());
}

}  // namespace
}  // namespace tern::store::test

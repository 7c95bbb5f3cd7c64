#include <gtest/gtest.h>

#include "tests/client_core/store/support.h"

namespace tern::store::test {
namespace {

TEST(Merge, TwoRepsEditDifferentFieldsOffline) {
    Phone left{1}, right{2};
    ASSERT_TRUE(left.create(record(1), "Lovelace"));
    meet(left, right);
    ASSERT_TRUE(left.set(record(1), "mobile", text_value("1")));
    ASSERT_TRUE(right.set(record(1), "title", text_value("Countess")));
    meet(left, right);
    EXPECT_EQ(left.store->state_hash(), right.store->state_hash());
    EXPECT_EQ(left.text(record(1), "title"), "Countess");
    EXPECT_EQ(right.text(record(1), "mobile"), "1");
    EXPECT_TRUE(left.store->conflicts().empty());
}

TEST(Merge, TheSameFieldOfflineIsAConflictUntilSomebodySettlesIt) {
    Phone left{1}, right{2, kNow + 1};
    ASSERT_TRUE(left.create(record(1), "a"));
    meet(left, right);
    ASSERT_TRUE(left.set(record(1), "family_name", text_value("left")));
    ASSERT_TRUE(right.set(record(1), "family_name", text_value("right")));
    meet(left, right);
    for (Phone* phone : {&left, &right}) {
        EXPECT_EQ(phone->text(record(1), "family_name"), "right");
        const auto conflicts = phone->store->conflicts();
        ASSERT_EQ(conflicts.size(), 1U);
        EXPECT_EQ(conflicts[0].loser, text_value("left"));
        EXPECT_EQ(conflicts[0].winner, text_value("right"));
    }
    ASSERT_TRUE(left.set(record(1), "family_name", text_value("left"), true));
    meet(left, right);
    EXPECT_TRUE(left.store->conflicts().empty());
    EXPECT_TRUE(right.store->conflicts().empty());
    EXPECT_EQ(right.text(record(1), "family_name"), "left");
}

TEST(Merge, AnEditThatSawTheOtherIsNoConflict) {
    Phone left{1}, right{2};
    ASSERT_TRUE(left.create(record(1), "a"));
    meet(left, right);
    ASSERT_TRUE(right.set(record(1), "family_name", text_value("b")));
    meet(left, right);
    EXPECT_TRUE(left.store->conflicts().empty());
    EXPECT_EQ(left.text(record(1), "family_name"), "b");
}

TEST(Merge, BothKeepThePhoneThatEachAdded) {
    Phone left{1}, right{2};
    ASSERT_TRUE(left.create(record(1), "a"));
    meet(left, right);
    const auto phone = [](const char* number) { return Value::Map{{1, Decimal{1, 0}}, {2, text_value(number)}}; };
    ASSERT_TRUE(left.write({{space(), cell(record(1), "phones", Bytes(16, 1)), phone("1")}}));
    ASSERT_TRUE(right.write({{space(), cell(record(1), "phones", Bytes(16, 2)), phone("2")}}));
    meet(left, right);
    EXPECT_EQ(left.store->state_hash(), right.store->state_hash());
    EXPECT_EQ(left.store->database().find_integer("SELECT count(*) FROM contact_phones"), 2);
    ASSERT_TRUE(left.write({{space(), cell(record(1), "phones", Bytes(16, 2)), Value{}}}));
    meet(left, right);
    EXPECT_EQ(right.store->database().find_integer("SELECT count(*) FROM contact_phones"), 1);
    EXPECT_EQ(left.store->state_hash(), right.store->state_hash());
}

TEST(Merge, ADeletionAndAnEditThatDidNotKnowOfEachOther) {
    Phone left{1}, right{2};
    ASSERT_TRUE(left.create(record(1), "a"));
    meet(left, right);
    ASSERT_TRUE(left.remove(record(1)));
    ASSERT_TRUE(right.set(record(1), "title", text_value("x")));
    meet(left, right);
    for (Phone* phone : {&left, &right}) {
        EXPECT_FALSE(phone->head(record(1))->alive) << "edits never revive";
        ASSERT_EQ(phone->store->conflicts().size(), 1U);
        EXPECT_EQ(phone->store->conflicts()[0].cell.column, column::kAlive);
        EXPECT_TRUE(phone->store->conflicts()[0].loser.is_null());
        EXPECT_EQ(phone->store->record_counts()[space()], 0);
        EXPECT_EQ(phone->store->trash().size(), 1U);
    }
    ASSERT_TRUE(left.remove(record(1)));
    meet(left, right);
    EXPECT_TRUE(right.store->conflicts().empty()) << "deleted again, knowing of the edit";
    ASSERT_TRUE(right.write({{space(), alive_of(record(1)), alive_value({})}}));
    meet(left, right);
    EXPECT_TRUE(left.head(record(1))->alive);
    EXPECT_TRUE(left.store->trash().empty());
    EXPECT_EQ(left.text(record(1), "title"), "x");
    EXPECT_EQ(left.store->state_hash(), right.store->state_hash());
}

TEST(Merge, HistoryTellsEverythingNewestFirst) {
    Phone phone{1};
    ASSERT_TRUE(phone.create(record(1), "a"));
    ASSERT_TRUE(phone.set(record(1), "family_name", text_value("b")));
    ASSERT_TRUE(phone.set(record(1), "title", text_value("t")));
    const auto history = phone.store->history(*phone.head(record(1)));
    ASSERT_EQ(history.size(), 3U);
    EXPECT_EQ(history[0].value, text_value("t"));
    EXPECT_TRUE(history[0].live && history[1].live);
    EXPECT_EQ(history[2].value, text_value("a"));
    EXPECT_FALSE(history[2].live);
    EXPECT_TRUE(history[2].bases.empty());
    EXPECT_EQ(history[1].bases, std::vector{history[2].stamp});
}

TEST(Merge, ChangesWaitForTheirBirth) {
    Phone phone{1};
    const Change edit{cell(record(1), "title"), encode(text_value("x")), {}, stamp(20, 2)};
    const Change birth{
        birth_of(record(1)), encode(birth_value({{field("title"), {}, text_value("old")}})), {}, stamp(10, 2)};
    const Hash empty = phone.store->state_hash(space());
    phone.apply({edit});
    EXPECT_FALSE(phone.head(record(1)));
    EXPECT_EQ(phone.store->record_counts()[space()], 0);
    EXPECT_EQ(phone.store->state_hash(space()), empty);
    phone.apply({birth});
    EXPECT_EQ(phone.text(record(1), "title"), "x");
    EXPECT_EQ(phone.store->history(*phone.head(record(1))).size(), 2U);
}

TEST(Merge, ALaterBirthReplacesAllOfTheEarlier) {
    Phone phone{1};
    phone.apply(
        {{birth_of(record(1)),
          encode(birth_value({{field("title"), {}, text_value("old")}, {field("department"), {}, text_value("d")}})),
          {},
          stamp(10, 2)},
         {cell(record(1), "title"), encode(text_value("edited")), {stamp(10, 2)}, stamp(15, 2)},
         {birth_of(record(1)), encode(birth_value({{field("title"), {}, text_value("new")}})), {}, stamp(20, 3)}});
    EXPECT_EQ(phone.text(record(1), "title"), "new");
    EXPECT_EQ(phone.text(record(1), "department"), "<nothing>");
    EXPECT_EQ(phone.store->conflicts().size(), 2U) << "the edit, and the department that is gone";
    EXPECT_TRUE(phone.store->check());
}

TEST(Merge, OneRecordInTwoSpacesIsTwo) {
    Phone phone{1};
    ASSERT_TRUE(phone.create(record(1), "a"));
    ASSERT_TRUE(
        phone.write({{space(2), birth_of(record(1)), birth_value({{field("family_name"), {}, text_value("b")}})}}));
    EXPECT_EQ(phone.store->find(record(1)).size(), 2U);
    EXPECT_EQ(phone.store->spaces_with_unsent().size(), 2U);
    EXPECT_NE(phone.store->state_hash(space(1)), phone.store->state_hash(space(2)));
}

}  // namespace
}  // namespace tern::store::test

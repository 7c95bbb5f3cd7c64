#include <gtest/gtest.h>

#include "tests/client_core/store/support.h"

namespace tern::store::test {
namespace {

std::int64_t indexes_of(Store& store, const std::string& entity) {
    return store.database()
        .find_integer("SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
                      entity)
        .value_or(-1);
}

std::int64_t count(Store& store, const std::string& table) {
    return store.database().find_integer("SELECT count(*) FROM " + table).value_or(-1);
}

TEST(Tables, IndexesComeWithTheFirstRecord) {
    const auto store = open_memory();
    EXPECT_EQ(indexes_of(*store, "contact"), 0);
    const std::vector<Write> birth{
        {space(), birth_of(record(1)), birth_value({{field("family_name"), {}, text_value("a")}})}};
    ASSERT_TRUE(store->write(birth, {device(1), kNow}));
    const auto made = indexes_of(*store, "contact");
    EXPECT_GT(made, 4) << "owner, team, number, account, family name and more";
    EXPECT_EQ(indexes_of(*store, "account"), 0);
    const std::vector<Write> another{{space(), birth_of(record(2)), birth_value({})}};
    ASSERT_TRUE(store->write(another, {device(1), kNow}));
    EXPECT_EQ(indexes_of(*store, "contact"), made);
}

TEST(Tables, IndexesThatARollbackTookComeWithTheNextRecord) {
    const auto store = open_memory();
    const std::vector<Change> birth{{birth_of(record(1)), encode(birth_value({})), {}, stamp(10, 1)}};
    {
        Transaction never_committed{store->database()};
        store->apply(space(), birth);
        EXPECT_GT(indexes_of(*store, "contact"), 0);
    }
    EXPECT_EQ(indexes_of(*store, "contact"), 0);
    Transaction tx{store->database()};
    store->apply(space(), birth);
    tx.commit();
    EXPECT_GT(indexes_of(*store, "contact"), 0);
}

TEST(Tables, CommonElementsShareATableAndNotARecord) {
    const auto store = open_memory();
    const EntityNumber account = schema::crm().entity("account")->number;
    const Bytes tag(16, 9);
    const auto tagged = birth_value({{field("tags"), tag, Value{true}}});
    ASSERT_TRUE(store->write(
        std::vector<Write>{{space(), birth_of(record(1)), tagged}, {space(), birth_of(record(1), account), tagged}},
        {device(1), kNow}));
    EXPECT_EQ(count(*store, "common_tags"), 2);
    const Cell of_contact = cell(record(1), "tags", tag);
    ASSERT_TRUE(store->write(std::vector<Write>{{space(), of_contact, Value{}}}, {device(1), kNow + 1}));
    EXPECT_EQ(count(*store, "common_tags JOIN contact USING(rid)"), 0);
    EXPECT_EQ(count(*store, "common_tags JOIN account USING(rid)"), 1);
    EXPECT_TRUE(store->check());
    store->database().script("INSERT INTO common_tags VALUES (4711, x'01')");
    EXPECT_FALSE(store->check()) << "an element of no record";
}

TEST(Tables, AnEmptyDatabaseStaysSmall) {
    const auto store = open_memory();
    const auto pages = store->database().find_integer("PRAGMA page_count").value_or(0);
    const auto page = store->database().find_integer("PRAGMA page_size").value_or(0);
    EXPECT_LT(pages * page, 2'000'000);
}

}  // namespace
}  // namespace tern::store::test

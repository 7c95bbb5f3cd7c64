#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "tests/client_core/store/support.h"

namespace tern::store::test {
namespace {

const Bytes kKey(32, 0x42);

std::unique_ptr<Store> open_file(const TempFolder& folder) {
    auto store = Store::open({.path = folder.path + "/store.db", .key = ByteView{kKey}}, schema::crm());
    if (!store) ADD_FAILURE() << store.error().text();
    return std::move(*store);
}

Status create(Store& store, std::uint8_t n, const std::string& name) {
    return store.write(
        std::vector<Write>{{space(), birth_of(record(n)), birth_value({{field("family_name"), {}, text_value(name)}})}},
        {device(1), kNow});
}

TEST(File, KeepsEverythingOverARestart) {
    const TempFolder folder;
    Hash hash;
    {
        const auto store = open_file(folder);
        ASSERT_TRUE(create(*store, 1, "Lovelace"));
        store->set_setting("cursor", view("12"));
        hash = store->state_hash();
    }
    const auto store = open_file(folder);
    EXPECT_EQ(store->state_hash(), hash);
    EXPECT_EQ(store->setting("cursor"), copy(view("12")));
    EXPECT_EQ(store->setting("other"), std::nullopt);
    EXPECT_TRUE(store->take_notices().empty());
    EXPECT_EQ(store->unsent_changes(), 1);
}

TEST(File, AWrongKeyIsToldAsSuch) {
    const TempFolder folder;
    { ASSERT_TRUE(create(*open_file(folder), 1, "Lovelace")); }
    const Bytes wrong(32, 0x43);
    const auto store = Store::open({.path = folder.path + "/store.db", .key = ByteView{wrong}}, schema::crm());
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().fault, Fault::wrong_key);
}

TEST(File, HoldsNoPlaintext) {
    const TempFolder folder;
    const auto store = open_file(folder);
    ASSERT_TRUE(create(*store, 1, "Lovelace-of-Ockham"));
    for (const char* end : {"", "-wal"}) {
        std::ifstream in(folder.path + "/store.db" + end, std::ios::binary);
        const std::string all{std::istreambuf_iterator<char>(in), {}};
        EXPECT_FALSE(all.empty());
        EXPECT_EQ(all.find("Lovelace"), std::string::npos);
        EXPECT_EQ(all.find("family_name"), std::string::npos);
    }
}

TEST(File, AFileOfANewerVersionIsLeftAlone) {
    const TempFolder folder;
    { open_file(folder)->database().script("PRAGMA user_version = 1000"); }
    const auto store = Store::open({.path = folder.path + "/store.db", .key = ByteView{kKey}}, schema::crm());
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().fault, Fault::newer_version);
}

TEST(File, TwoProcessesWriteAndHearOfEachOther) {
    const TempFolder folder;
    const auto one = open_file(folder), two = open_file(folder);
    ASSERT_TRUE(create(*one, 1, "a"));
    ASSERT_TRUE(create(*two, 2, "b"));
    ASSERT_TRUE(create(*one, 3, "c"));
    for (Store* store : {one.get(), two.get()}) {
        const auto notices = store->take_notices();
        ASSERT_EQ(notices.size(), 1U);
        EXPECT_EQ(notices[0].records, (std::vector{record(1), record(2), record(3)}));
        EXPECT_EQ(store->record_counts()[space()], 3);
    }
    EXPECT_EQ(one->state_hash(), two->state_hash());
    const auto deltas = one->unsent(space(), 10, 1'000'000);
    ASSERT_EQ(deltas.size(), 3U);
    EXPECT_LT(deltas[0].hlc, deltas[1].hlc) << "one clock for both";
    EXPECT_LT(deltas[1].hlc, deltas[2].hlc);
}

TEST(File, NumbersOfDevicesSurviveARollback) {
    const TempFolder folder;
    const auto one = open_file(folder), two = open_file(folder);
    const auto birth = [](std::uint8_t n) {
        return Change{birth_of(record(n)), encode(birth_value({})), {}, stamp(10, n)};
    };
    {
        Transaction never_committed{one->database()};
        one->apply(space(7), std::vector{birth(7)});
    }
    {
        Transaction tx{two->database()};
        two->apply(space(8), std::vector{birth(8)});
        tx.commit();
    }
    Transaction tx{one->database()};
    one->apply(space(7), std::vector{birth(7)});
    tx.commit();
    EXPECT_EQ(one->find(record(7)).at(0).birth, stamp(10, 7));
    EXPECT_EQ(two->find(record(7)).at(0).space, space(7));
    EXPECT_EQ(two->find(record(8)).at(0).birth, stamp(10, 8));
}

TEST(File, WhoMissedTooMuchLooksAtEverything) {
    const TempFolder folder;
    const auto one = open_file(folder), two = open_file(folder);
    for (int i = 0; i < 700; ++i) ASSERT_TRUE(create(*one, static_cast<std::uint8_t>(i), "x"));
    const auto notices = two->take_notices();
    EXPECT_EQ(notices.size(), schema::crm().entities().size());
    for (const Notice& notice : notices) EXPECT_TRUE(notice.records.empty());
    EXPECT_LT(two->database().find_integer("SELECT count(*) FROM notice"), 600);
}

TEST(File, CheckFindsWhatIsBroken) {
    const TempFolder folder;
    const auto store = open_file(folder);
    ASSERT_TRUE(create(*store, 1, "a"));
    ASSERT_TRUE(store->check());
    store->database().script("DELETE FROM contact");
    const auto broken = store->check();
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().fault, Fault::storage);
}

}  // namespace
}  // namespace tern::store::test

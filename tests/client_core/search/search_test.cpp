// Search through the public face: what is found, in which order, and that it follows every kind of change.
#include <gmock/gmock.h>
#include <tern/records.h>
#include <tern/search.h>

#include "tests/support/offline_org.h"

namespace tern {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Searching : public testing::Test {
protected:
    std::string make(const char* entity, const std::vector<Assignment>& fields) {
        const auto id = records.create(entity, fields);
        EXPECT_TRUE(id) << id.error().text();
        return id ? uuid_text(*id) : "";
    }
    std::vector<SearchHit> hits(std::string text, std::string entity = {}, std::size_t limit = 20) {
        const auto found = search_records(client, {std::move(text), std::move(entity), limit});
        EXPECT_TRUE(found) << found.error().text();
        return found ? *found : std::vector<SearchHit>{};
    }
    std::vector<std::string> titles(const std::string& text, const std::string& entity = {}) {
        std::vector<std::string> out;
        for (const auto& hit : hits(text, entity)) out.push_back(hit.title);
        return out;
    }
    bool finds(const std::string& text, const std::string& id) {
        for (const auto& hit : hits(text))
            if (uuid_text(hit.id) == id) return true;
        return false;
    }

    test::OfflineOrg org;
    Client& client = org.client();
    Records records{client};
};

TEST_F(Searching, FindsAPersonByWhatPeopleType) {
    const auto zhang = make("contact", {{"given_name", "伟"}, {"family_name", "张"}, {"mobile", "+86 138-0013-8000"}});
    for (const char* text : {"张伟", "张", "伟", "zhangwei", "zhang wei", "zhangw", "z", "zw", "ZW", "13800138000",
                             "+86 138 0013 8000", "008613800138000", "8613800138000", "138", "8000", "38000"})
        EXPECT_TRUE(finds(text, zhang)) << text;
    for (const char* text : {"伟张", "zhangmin", "zm", "13900138000", "0013", "张 li"})
        EXPECT_FALSE(finds(text, zhang)) << text;
    const auto muller =
        make("contact", {{"given_name", "Zoé"}, {"family_name", "Müller"}, {"mails", "zoe@maven.example"}});
    for (const char* text :
         {"müller", "MULLER", "mueller", "mulelr", "muler", "zoe", "zoé mül", "zoe@maven.example", "maven.ex"})
        EXPECT_TRUE(finds(text, muller)) << text;
    const auto firm = make(
        "account", {{"name", "北京华为技术有限公司"}, {"account_no", "A-10023"}, {"website", "www.huawei.example"}});
    for (const char* text :
         {"华为", "华为技术", "beijinghuawei", "huaweijishu", "bjhw", "A-10023", "a10023", "10023", "huawei.example"})
        EXPECT_TRUE(finds(text, firm)) << text;
    EXPECT_FALSE(finds("华技", firm));
}

TEST_F(Searching, ShowsWhereItWasFound) {
    make("contact", {{"given_name", "伟"}, {"family_name", "张"}, {"mobile", "+86 138-0013-8000"}});
    const auto by_name = hits("wei");
    ASSERT_EQ(by_name.size(), 1U);
    EXPECT_EQ(by_name[0].title, "张伟");
    EXPECT_EQ(by_name[0].field, "given_name");
    EXPECT_EQ(by_name[0].entity, "contact");
    EXPECT_THAT(by_name[0].marks, ElementsAre(SearchMark{3, 6}));
    const auto by_phone = hits("8000");
    ASSERT_EQ(by_phone.size(), 1U);
    EXPECT_EQ(by_phone[0].field, "mobile");
    EXPECT_EQ(by_phone[0].text, "+86 138-0013-8000");
    EXPECT_EQ(by_phone[0].match, SearchMatch::inside);
    make("account",
         {{"name", "Long"}, {"description", std::string(5000, 'x') + " 漂亮 needle 漂亮 " + std::string(900, 'y')}});
    const auto cut = hits("needle");
    ASSERT_EQ(cut.size(), 1U);
    EXPECT_LE(cut[0].text.size(), search_limits::kExcerpt);
    ASSERT_EQ(cut[0].marks.size(), 1U);
    EXPECT_EQ(cut[0].text.substr(cut[0].marks[0].begin, 6), "needle");
}

TEST_F(Searching, PutsTheBestFirst) {
    make("account", {{"name", "Lindqvist"}});
    make("account", {{"name", "Beta"}, {"description", "knows Lin well"}});
    make("contact", {{"family_name", "Lin"}});
    make("account", {{"name", "Lindner"}});
    EXPECT_THAT(titles("lin"), ElementsAre("Lin", "Beta", "Lindner", "Lindqvist"))
        << "whole words, the title first; then beginnings, the newest first";
    EXPECT_THAT(titles("lin", "contact"), ElementsAre("Lin"));
    const auto old = hits("lindqvist")[0].id;
    ASSERT_TRUE(records.set(old, {{"industry", "software"}}));
    EXPECT_THAT(titles("lindqv"), ElementsAre("Lindqvist"));
    const auto changed = titles("lind");
    ASSERT_GE(changed.size(), 2U);
    EXPECT_EQ(changed[0], "Lindqvist") << "what was changed last";
    EXPECT_EQ(changed[1], "Lindner");
    EXPECT_EQ(hits("lin", "", 2).size(), 2U);
}

TEST_F(Searching, TakesMistakesOnlyWhereLittleIsFound) {
    for (int i = 0; i < 6; ++i) make("account", {{"name", "Werner " + std::to_string(i)}});
    make("account", {{"name", "Verner"}});
    for (const auto& hit : hits("werner")) EXPECT_NE(hit.match, SearchMatch::typo);
    const auto slipped = hits("wernr");
    ASSERT_EQ(slipped.size(), 6U);
    EXPECT_EQ(slipped[0].match, SearchMatch::typo);
    EXPECT_EQ(titles("verenr").front(), "Verner");
    EXPECT_THAT(titles("wrx"), IsEmpty()) << "short words must be right";
}

TEST_F(Searching, FollowsEveryChange) {
    const auto id = make("account", {{"name", "Firstname"}, {"phones", "+49 30 1234567"}});
    ASSERT_TRUE(finds("1234567", id));
    ASSERT_TRUE(records.set(*record_id_from(id), {{"name", "Secondname"}, {"phones", "+49 30 7654321"}}));
    EXPECT_TRUE(finds("secondname", id));
    EXPECT_TRUE(finds("7654321", id));
    EXPECT_FALSE(finds("firstname", id));
    EXPECT_FALSE(finds("1234567", id));
    ASSERT_TRUE(records.remove(*record_id_from(id)));
    EXPECT_THAT(hits("secondname"), IsEmpty()) << "what is in the trash is not found";
    ASSERT_TRUE(records.set(*record_id_from(make("account", {{"name", "Third"}})), {{"name", "Fourth"}}));
    ASSERT_TRUE(records.undelete(*record_id_from(id)));
    EXPECT_TRUE(finds("secondname", id));
    EXPECT_TRUE(client.store().check());
}

TEST_F(Searching, RefusesWhatMakesNoSense) {
    EXPECT_EQ(search_records(client, {"x", "castle", 5}).error().fault, Fault::bad_argument);
    EXPECT_EQ(search_records(client, {"x", "", 0}).error().fault, Fault::bad_argument);
    EXPECT_EQ(search_records(client, {"x", "", search_limits::kHits + 1}).error().fault, Fault::bad_argument);
    for (const char* text :
         {"", "  ", "\"", "*", "AND", "a OR b", "t:x*", "(", "^a", "-a", "\xff\xff", "'; DROP TABLE search; --"})
        EXPECT_TRUE(search_records(client, {text, "", 5})) << text;
    EXPECT_TRUE(search_records(client, {std::string(100'000, 'a'), "", 5}));
}

TEST_F(Searching, IsNoticedByTheCheckWhereItIsWrong) {
    const auto id = make("account", {{"name", "Sound"}});
    ASSERT_TRUE(client.store().check());
    auto& db = client.store().database();
    db.run("DELETE FROM search WHERE rowid = (SELECT max(rid) FROM record)");
    EXPECT_EQ(client.store().check().error().fault, Fault::storage);
    db.run("INSERT INTO search(rowid, tokens) VALUES ((SELECT max(rid) FROM record), 'tsomething')");
    EXPECT_EQ(client.store().check().error().fault, Fault::storage);
}

TEST_F(Searching, IsBuiltForAStoreThatHadNone) {
    const auto id = make("account", {{"name", "Ancient"}});
    auto& db = client.store().database();
    db.script(
        "DROP TABLE search; DROP TABLE match_key; DROP TABLE record_key; DROP TABLE import_step; DROP INDEX "
        "record_living; "
        "DROP INDEX record_hidden; DROP INDEX record_changed; DELETE FROM sqlite_stat1 WHERE tbl = 'record'; PRAGMA "
        "user_version = 1; "
        "DELETE FROM setting WHERE name = 'search'");
    const auto again = org.open();
    ASSERT_NE(again, nullptr);
    const auto found = search_records(*again, {"ancient", "", 5});
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 1U);
    EXPECT_EQ(uuid_text((*found)[0].id), id);
    EXPECT_TRUE(again->store().check());
}

}  // namespace
}  // namespace tern

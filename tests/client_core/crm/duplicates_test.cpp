// What is told to be a duplicate, while typing and afterwards, on one device and on two.
#include <gmock/gmock.h>
#include <tern/duplicates.h>

#include "tests/client_core/crm/two_phones.h"

namespace tern {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Duplicates : public testing::Test {
protected:
    RecordId make(const char* entity, const std::vector<Assignment>& fields) {
        const auto id = Records{client}.create(entity, fields);
        EXPECT_TRUE(id) << id.error().text();
        return id ? *id : RecordId{};
    }
    std::vector<DuplicateCandidate> like(const char* entity, const std::vector<Assignment>& fields,
                                         const char* region = "") {
        DuplicateQuery query{entity, fields, region, duplicate_limits::kCandidates};
        const auto found = find_duplicates(client, query);
        EXPECT_TRUE(found) << found.error().text();
        return found ? *found : std::vector<DuplicateCandidate>{};
    }
    std::vector<RecordId> ids(const std::vector<DuplicateCandidate>& found) {
        std::vector<RecordId> out;
        for (const auto& one : found) out.push_back(one.id);
        return out;
    }

    test::OfflineOrg org;
    Client& client = org.client();
};

TEST_F(Duplicates, AreFoundWhileTyping) {
    const auto muster = make("account", {{"name", "Muster GmbH"},
                                         {"website", "https://www.muster.example/shop"},
                                         {"tax_no", "DE 123 456 789"},
                                         {"phones", "+49 30 901820"}});
    EXPECT_THAT(ids(like("account", {{"name", "MUSTER AG"}})), ElementsAre(muster));
    EXPECT_THAT(ids(like("account", {{"tax_no", "de123456789"}})), ElementsAre(muster));
    EXPECT_THAT(ids(like("account", {{"phones", "030 90 18 20"}}, "DE")), ElementsAre(muster));
    EXPECT_THAT(ids(like("account", {{"phones", "030 90 18 20"}, {"billing_addr_country", "DE"}})),
                ElementsAre(muster));
    EXPECT_THAT(like("account", {{"phones", "+43 30 901820"}}), IsEmpty());
    EXPECT_THAT(ids(like("lead", {{"mails", "info@muster.example"}})), ElementsAre(muster))
        << "a lead of a known company";
    EXPECT_THAT(ids(like("lead", {{"company_name", "muster"}})), ElementsAre(muster));
    EXPECT_THAT(like("account", {{"name", "Muster"}, {"industry", "no such"}}), testing::SizeIs(1))
        << "other fields do not matter";
    const auto reasons = like("account", {{"name", "Muster"}, {"tax_no", "DE123456789"}})[0].reasons;
    ASSERT_EQ(reasons.size(), 2U);
    EXPECT_EQ(reasons[0].key, "exact");
    EXPECT_EQ(reasons[0].field, "tax_no");
    EXPECT_TRUE(reasons[0].strong);
    EXPECT_EQ(reasons[1].value, "Muster GmbH");
    EXPECT_THAT(like("account", {}), IsEmpty());
    EXPECT_EQ(find_duplicates(client, {"account", {{"nmae", "x"}}, "", 5}).error().fault, Fault::bad_argument);
}

TEST_F(Duplicates, ComeWithTheStrongestFirst) {
    const auto by_name = make("contact", {{"given_name", "Anna"}, {"family_name", "Lee"}});
    const auto by_mail =
        make("contact", {{"given_name", "A."}, {"family_name", "Lee-Smith"}, {"mails", "anna@maven.example"}});
    EXPECT_THAT(ids(like("contact", {{"given_name", "anna"}, {"family_name", "lee"}, {"mails", "ANNA@maven.example"}})),
                ElementsAre(by_mail, by_name));
    EXPECT_THAT(like("contact", {{"mails", "other@maven.example"}}), IsEmpty()) << "colleagues are no duplicates";
}

TEST_F(Duplicates, FollowChanges) {
    const auto id = make("account", {{"name", "Before Ltd"}});
    ASSERT_TRUE(Records{client}.set(id, {{"name", "After Ltd"}}));
    EXPECT_THAT(like("account", {{"name", "before"}}), IsEmpty());
    EXPECT_THAT(ids(like("account", {{"name", "after"}})), ElementsAre(id));
    ASSERT_TRUE(Records{client}.remove(id));
    EXPECT_THAT(like("account", {{"name", "after"}}), IsEmpty());
    EXPECT_TRUE(client.store().check());
    client.store().database().run("INSERT INTO record_key(rid, hashes) SELECT max(rid), x'00' FROM record");
    EXPECT_FALSE(client.store().check());
}

TEST_F(Duplicates, ArePairedByWhatIsEvidence) {
    const auto a = make("account", {{"name", "Muster GmbH"}});
    const auto b = make("account", {{"name", "muster"}});
    make("account", {{"name", "Muster Nord GmbH"}});
    for (int i = 0; i < 5; ++i) make("contact", {{"given_name", "伟"}, {"family_name", "张"}});
    const auto pairs = duplicate_pairs(client);
    ASSERT_TRUE(pairs);
    ASSERT_EQ(pairs->size(), 1U) << "a frequent name of people is no evidence";
    EXPECT_EQ((*pairs)[0].first, a);
    EXPECT_EQ((*pairs)[0].second, b);
    EXPECT_FALSE((*pairs)[0].strong);
    for (int i = 0; i < 25; ++i)
        make("lead", {{"family_name", "Person" + std::to_string(i)},
                      {"company_name", "C" + std::to_string(i)},
                      {"mobile", "+49 30 1111111"}});
    EXPECT_EQ(duplicate_pairs(client, "lead")->size(), 0U) << "a switchboard";
    ASSERT_TRUE(keep_separate(client, a, b));
    EXPECT_THAT(*duplicate_pairs(client), IsEmpty());
    EXPECT_EQ(keep_separate(client, a, a).error().fault, Fault::bad_argument);
    EXPECT_EQ(keep_separate(client, a, make("contact", {{"family_name", "X"}})).error().fault, Fault::bad_argument);
}

TEST(DuplicatesOnTwoPhones, AreSuggestedOnBothAndKeptSeparateOnBoth) {
    test::TwoPhones phones{[](Client& client) { ASSERT_TRUE(client.create_space("Team", SpaceKind::team)); }};
    const auto space = *phones.a().find_space("Team");
    ASSERT_TRUE(
        Records{phones.a()}.create("account", {{"name", "北京华为有限公司"}, {"phones", "010 6552 9988"}}, space));
    ASSERT_TRUE(
        Records{phones.b()}.create("account", {{"name", "北京华为集团"}, {"phones", "+86 10 6552 9988"}}, space));
    EXPECT_THAT(*duplicate_pairs(phones.a()), IsEmpty());
    phones.meet();
    const auto on_a = duplicate_pairs(phones.a()), on_b = duplicate_pairs(phones.b());
    ASSERT_TRUE(on_a && on_b);
    ASSERT_EQ(on_a->size(), 1U);
    EXPECT_TRUE((*on_a)[0].strong);
    EXPECT_EQ(json(*on_a).dump(), json(*on_b).dump());
    ASSERT_TRUE(keep_separate(phones.b(), (*on_b)[0].first, (*on_b)[0].second));
    phones.meet();
    EXPECT_THAT(*duplicate_pairs(phones.a()), IsEmpty());
    EXPECT_THAT(*duplicate_pairs(phones.b()), IsEmpty());
    EXPECT_EQ(phones.a().store().state_hash(), phones.b().store().state_hash());
}

}  // namespace
}  // namespace tern

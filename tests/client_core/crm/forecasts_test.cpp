// What is expected of a period: own figures handed in at once, a team's tree with what its lead makes of them.
#include <gmock/gmock.h>
#include <tern/forecasts.h>

#include <chrono>

#include "client_core/crm/moment.h"
#include "tests/client_core/crm/records_fixture.h"

namespace tern {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kBen = "0190a5a0-0000-7000-8000-0000000000b1";
constexpr const char* kCy = "0190a5a0-0000-7000-8000-0000000000c1";
constexpr Period kQuarter{Period::Kind::quarter, 0, 0};

class ForecastsTest : public test::RecordsFixture {
protected:
    void SetUp() override {
        create("pipeline", {{"name", "Sales"}});
        for (const auto& [name, kind, category] : {std::tuple{"Talk", "open", "pipeline"},
                                                   {"Offer", "open", "best_case"},
                                                   {"Verbal", "open", "commit"},
                                                   {"Signed", "won", "closed"},
                                                   {"Gone", "lost", "omitted"}})
            create("stage",
                   {{"name", name}, {"pipeline_id", "Sales"}, {"kind", kind}, {"forecast_category", category}});
    }
    void deal(const std::string& stage, const std::string& amount, const std::string& owner = {}, int days_ahead = 0) {
        const auto today = *Queries{client, *viewer_of(client)}.today();
        std::vector<Assignment> fields{{"name", stage + " " + amount},
                                       {"stage_id", stage},
                                       {"amount", amount},
                                       {"expected_close", crm::date_text(today + days_ahead)}};
        if (!owner.empty()) fields.emplace_back("owner_id", owner);
        create("opportunity", fields);
    }
    RecordId team(const std::string& name, const std::string& lead, const std::vector<std::string>& people,
                  const std::string& parent = {}) {
        Json members = Json::array();
        for (const auto& one : people) members.add(Json::object().add("user", Json::text(one)));
        std::vector<Assignment> fields{{"name", name}, {"people", people.empty() ? std::string{} : members.dump()}};
        if (!lead.empty()) fields.emplace_back("lead_id", lead);
        if (!parent.empty()) fields.emplace_back("parent_id", parent);
        return create("team", fields);
    }
    Forecast forecast(const Period& period = kQuarter) {
        auto out = forecast_of(client, *viewer_of(client), period);
        EXPECT_TRUE(out) << out.error().text();
        return out ? std::move(*out) : Forecast{};
    }
    std::string submit(const std::vector<ForecastWord>& words) {
        const auto status = submit_forecast(client, *viewer_of(client), kQuarter, words, "as agreed");
        return status ? "" : status.error().text();
    }
    std::string change(const char* user, const ForecastWord& word, const std::string& note = "too bold") {
        const auto status = override_forecast(client, *viewer_of(client), kQuarter, *record_id_from(user), word, note);
        return status ? "" : status.error().text();
    }
    static std::vector<std::string> told(const std::vector<ForecastFigure>& figures) {
        std::vector<std::string> out;
        for (const auto& one : figures)
            out.push_back(one.category + " " + one.computed.full() + "/" + one.submitted.full() + "/" +
                          one.overridden.full());
        return out;
    }
    static std::vector<std::string> told(const std::vector<ForecastSum>& sums) {
        std::vector<std::string> out;
        for (const auto& one : sums)
            out.push_back(one.category + " " + one.computed.full() + "/" + one.submitted.full() + "/" +
                          one.counts.full());
        return out;
    }
    static std::vector<std::string> members(const TeamForecast& team) {
        std::vector<std::string> out;
        for (const auto& person : team.people) out.push_back(uuid_text(person.user));
        return out;
    }

    const std::string me = uuid_text(RecordId{client.user().bytes});
};

TEST_F(ForecastsTest, CountsWhatShouldCloseAndWhatWasWonByCategoryAndCurrency) {
    deal("Verbal", "100 EUR");
    deal("Verbal", "20.50 EUR");
    deal("Verbal", "7 USD");
    deal("Talk", "5 EUR");
    deal("Signed", "50 EUR");
    deal("Gone", "900 EUR");
    deal("Talk", "1000 EUR", {}, 400);
    EXPECT_THAT(told(forecast().mine.figures),
                ElementsAre("closed 50.00 EUR//", "commit 120.50 EUR//", "commit 7.00 USD//", "pipeline 5.00 EUR//"));
    EXPECT_EQ(forecast().period, "quarter");
    EXPECT_FALSE(forecast_of(client, *viewer_of(client), {Period::Kind::week, 0, 0})) << "no such period in the schema";
}

TEST_F(ForecastsTest, AreSubmittedAtOnceAndSaidAnew) {
    deal("Verbal", "100 EUR");
    EXPECT_EQ(submit({{"commit", "EUR", "90"}, {"best_case", "EUR", "30"}, {"pipeline", "EUR", ""}}), "");
    EXPECT_THAT(told(forecast().mine.figures),
                ElementsAre("commit 100.00 EUR/90.00 EUR/", "best_case 0.00 EUR/30.00 EUR/"));
    EXPECT_EQ(forecast().mine.figures[0].note, "as agreed");
    EXPECT_GT(forecast().mine.figures[0].submitted_at, 0);
    EXPECT_EQ(submit({{"commit", "EUR", "95"}, {"best_case", "EUR", ""}}), "");
    EXPECT_THAT(told(forecast().mine.figures), ElementsAre("commit 100.00 EUR/95.00 EUR/"));
    EXPECT_EQ(names("forecast_entry", {"category = commit"}).size(), 1U) << "no second one";
    // All or nothing.
    EXPECT_THAT(submit({{"commit", "EUR", "1"}, {"pipeline", "EUR", "much"}}), HasSubstr("no amount in EUR"));
    EXPECT_THAT(told(forecast().mine.figures), ElementsAre("commit 100.00 EUR/95.00 EUR/"));
    EXPECT_THAT(told(forecast({Period::Kind::quarter, 1, 0}).mine.figures), IsEmpty()) << "each quarter for itself";
}

TEST_F(ForecastsTest, AddUpByTeamsEachPersonOnce) {
    const auto north = team("North", me, {kBen});
    team("Coast", kCy, {kBen, kCy}, uuid_text(north));
    deal("Verbal", "10 EUR", kBen);
    deal("Verbal", "3 EUR", kCy);
    deal("Verbal", "4 CNY", kCy);
    deal("Verbal", "1 EUR");
    const auto seen = forecast();
    ASSERT_EQ(seen.teams.size(), 1U);
    EXPECT_THAT(members(seen.teams[0]), ElementsAre(me, kBen)) << "who leads it first";
    ASSERT_EQ(seen.teams[0].teams.size(), 1U);
    EXPECT_THAT(told(seen.teams[0].teams[0].sums),
                ElementsAre("commit 4.00 CNY//4.00 CNY", "commit 13.00 EUR//13.00 EUR"));
    EXPECT_THAT(told(seen.teams[0].sums), ElementsAre("commit 4.00 CNY//4.00 CNY", "commit 14.00 EUR//14.00 EUR"));
}

TEST_F(ForecastsTest, AreChangedByWhoLeadsAndGoIntoTheSums) {
    team("North", me, {kBen});
    deal("Verbal", "10 EUR", kBen);
    create("forecast_entry", {{"user_id", kBen},
                              {"period", "quarter"},
                              {"period_start", forecast().period_start},
                              {"category", "commit"},
                              {"submitted_amount", "12 EUR"}});
    EXPECT_EQ(change(kBen, {"commit", "EUR", "8"}), "");
    const auto seen = forecast();
    const auto& ben = seen.teams[0].people[1];
    EXPECT_TRUE(ben.may_override);
    EXPECT_THAT(told(ben.figures), ElementsAre("commit 10.00 EUR/12.00 EUR/8.00 EUR"));
    EXPECT_EQ(ben.figures[0].note, "too bold");
    EXPECT_THAT(told(seen.teams[0].sums), ElementsAre("commit 10.00 EUR/12.00 EUR/8.00 EUR"));
    EXPECT_EQ(change(kBen, {"commit", "EUR", ""}), "");
    EXPECT_THAT(told(forecast().teams[0].sums), ElementsAre("commit 10.00 EUR/12.00 EUR/12.00 EUR"));
}

TEST_F(ForecastsTest, AreNotChangedByAnybodyElse) {
    team("North", me, {kBen});
    team("South", kCy, {});
    deal("Verbal", "10 EUR", kCy);
    EXPECT_THAT(change(kCy, {"commit", "EUR", "8"}), HasSubstr("who leads the person"));
    EXPECT_THAT(change(me.c_str(), {"commit", "EUR", "8"}), HasSubstr("who leads the person"))
        << "one's own is submitted";
    EXPECT_EQ(forecast().teams.size(), 1U) << "another one's team is not shown";
}

TEST_F(ForecastsTest, TellOfTwoDevicesTheLastWord) {
    const auto begun = [&](const char* amount, const char* at) {
        create("forecast_entry", {{"user_id", me},
                                  {"period", "quarter"},
                                  {"period_start", forecast().period_start},
                                  {"category", "commit"},
                                  {"submitted_amount", amount},
                                  {"submitted_at", at}});
    };
    begun("9 EUR", "2026-10-02T10:00:00Z");
    begun("7 EUR", "2026-10-01T10:00:00Z");
    EXPECT_THAT(told(forecast().mine.figures), ElementsAre("commit 0.00 EUR/9.00 EUR/"));
    EXPECT_EQ(submit({{"commit", "EUR", ""}}), "");
    EXPECT_THAT(told(forecast().mine.figures), IsEmpty()) << "taken back on both";
}

TEST_F(ForecastsTest, EndWhereTeamsLieInEachOther) {
    const auto one = team("One", me, {kBen});
    const auto two = team("Two", me, {kCy}, uuid_text(one));
    ASSERT_TRUE(records.set(one, {{"parent_id", uuid_text(two)}}));
    deal("Verbal", "10 EUR", kBen);
    EXPECT_EQ(forecast().teams.size(), 1U);
}

}  // namespace
}  // namespace tern

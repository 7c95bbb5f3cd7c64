// What a period will bring: said by each, changed by who leads, on a phone and at a desk; and how a team stands on
// Today.
#include <tern/forecasts.h>

#include "tests/ui/app_fixture.h"

namespace tern::test {
namespace {

/// A colleague whose name this device does not know yet.
constexpr const char* kBen = "01a2033c-1d3f-7731-a2e8-c6370eaca6ab";

class ForecastStory : public App {
protected:
    static Forecast forecast(Phone& phone) {
        auto out = ask(phone, [](Client& client) {
            return forecast_of(client, *viewer_of(client), Period{Period::Kind::quarter, 0, 0});
        });
        EXPECT_TRUE(out) << out.error().text();
        return out ? std::move(*out) : Forecast{};
    }
    static void fill(Phone& phone) {
        ASSERT_TRUE(phone.make("pipeline", {{"name", "Sales"}}));
        for (const auto& [name, kind, category] :
             {std::tuple{"Verbal", "open", "commit"}, {"Talk", "open", "pipeline"}, {"Won", "won", "closed"}})
            ASSERT_TRUE(phone.make(
                "stage", {{"name", name}, {"pipeline_id", "Sales"}, {"kind", kind}, {"forecast_category", category}}));
        const auto today = QDate::currentDate().toString(Qt::ISODate).toStdString();
        for (const auto& [stage, amount, owner] : {std::tuple{"Verbal", "100 EUR", ""},
                                                   {"Talk", "30 EUR", ""},
                                                   {"Won", "70 EUR", ""},
                                                   {"Verbal", "250 EUR", kBen},
                                                   {"Verbal", "40 CNY", kBen}}) {
            std::vector<Assignment> fields{
                {"name", amount}, {"stage_id", stage}, {"amount", amount}, {"expected_close", today}};
            if (*owner != 0) fields.emplace_back("owner_id", owner);
            ASSERT_TRUE(phone.make("opportunity", fields));
        }
    }
    static void lead(Phone& phone) {
        ASSERT_TRUE(phone.make(
            "team",
            {{"name", "North"}, {"lead_id", "Ann"}, {"people", std::string{R"([{"user":")"} + kBen + R"("}])"}}));
    }
    static QString told(Driver& person, const QString& line, const char* what) {
        const auto* item = person.find(line);
        return item == nullptr ? QStringLiteral("missing")
                               : item->property("told").toMap()[what].toString().replace(QChar{0xa0}, QLatin1Char(' '));
    }
};

TEST_F(ForecastStory, IsSubmittedAtOnceOnAPhone) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_NO_FATAL_FAILURE(fill(phone));
    ASSERT_TRUE(person.tap("nav_more"));
    ASSERT_TRUE(person.tap("goInsights"));
    ASSERT_TRUE(person.tap("goForecast"));
    ASSERT_TRUE(person.wait([&] { return person.text("mine_commit_EUR") == "100"; }))
        << person.text("mine_commit_EUR").toStdString();
    EXPECT_EQ(person.text("mine_closed_EUR"), "70");
    ASSERT_TRUE(person.type("mine_commit_EUR", "90"));
    ASSERT_TRUE(person.type("forecastNote", "one may slip"));
    ASSERT_TRUE(person.tap("submitForecast"));
    ASSERT_TRUE(person.waits_for("forecastSince")) << person.text("toast").toStdString();
    const auto said = forecast(phone).mine;
    ASSERT_EQ(said.figures.size(), 3U);
    EXPECT_EQ(said.figures[1].submitted.full(), "90.00 EUR");
    EXPECT_EQ(said.figures[1].note, "one may slip");
    EXPECT_EQ(said.figures[2].submitted.full(), "30.00 EUR") << "as the deals have it";
    EXPECT_TRUE(said.figures[0].submitted.empty()) << "what is won is nobody's opinion";
}

TEST_F(ForecastStory, OfATeamIsATreeThatItsLeadChanges) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_NO_FATAL_FAILURE(fill(phone));
    ASSERT_NO_FATAL_FAILURE(lead(phone));
    phone.view().resize(1440, 900);
    ASSERT_TRUE(person.tap("nav_insights"));
    ASSERT_TRUE(person.tap("goForecast"));
    // North in two currencies, Ann, Ben in both.
    ASSERT_TRUE(person.waits_for("forecastLine_4"));
    EXPECT_EQ(told(person, "forecastLine_0", "name"), "North");
    EXPECT_EQ(told(person, "forecastLine_0", "counts"), "CNY 40");
    EXPECT_EQ(told(person, "forecastLine_1", "counts"), "EUR 350");
    ASSERT_EQ(told(person, "forecastLine_4", "computed"), "EUR 250");
    ASSERT_TRUE(person.tap("forecastLine_4"));
    ASSERT_TRUE(person.type("overrideAmount", "200"));
    ASSERT_TRUE(person.type("overrideNote", "the bank hesitates"));
    ASSERT_TRUE(person.tap("overrideTake"));
    ASSERT_TRUE(person.wait([&] { return told(person, "forecastLine_4", "counts") == "EUR 200"; }))
        << person.text("toast").toStdString();
    EXPECT_EQ(told(person, "forecastLine_4", "note"), "the bank hesitates");
    EXPECT_EQ(told(person, "forecastLine_1", "counts"), "EUR 300");
    EXPECT_EQ(forecast(phone).teams.at(0).people.at(1).figures.at(1).overridden.full(), "200.00 EUR");
    // A team folds.
    ASSERT_TRUE(person.tap("forecastLine_0"));
    EXPECT_TRUE(person.wait([&] { return !person.sees("forecastLine_2"); }));
}

TEST_F(ForecastStory, AndTheTeamsFiguresStandOnTheDesksTodayOfWhoLeads) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    phone.view().resize(1440, 900);
    ASSERT_TRUE(person.waits_for("visitsToday"));
    QTest::qWait(600);
    EXPECT_FALSE(person.sees("openNumber0")) << "who leads nobody sees a day of their own";
    ASSERT_NO_FATAL_FAILURE(fill(phone));
    ASSERT_NO_FATAL_FAILURE(lead(phone));
    ASSERT_TRUE(person.waits_for("openNumber0"));
    ASSERT_TRUE(
        person.wait([&] { return person.sees("wonNumber0") && person.find("wonNumber0")->property("value") != ""; }));
    ASSERT_TRUE(person.waits_for("rateNumber0"));
    ASSERT_TRUE(person.waits_for("lateNumber0"));
    ASSERT_TRUE(person.waits_for("teamForecastChart"));
    ASSERT_TRUE(person.tap("wonNumber0"));
    ASSERT_TRUE(
        person.wait([&] { return person.sees("records") && person.find("records")->property("count").toInt() == 1; }));
}

}  // namespace
}  // namespace tern::test

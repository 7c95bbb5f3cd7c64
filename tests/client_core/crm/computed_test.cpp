// Fields that are worked out: each formula runs, and gives what a person would work out by hand.
#include <gmock/gmock.h>
#include <tern/query.h>
#include <tern/records.h>

#include <chrono>

#include "client_core/schema/schema.h"
#include "tests/client_core/crm/records_fixture.h"

namespace tern {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class ComputedTest : public test::RecordsFixture {
protected:
    /// As a person reads it.
    std::string field(const RecordId& id, const std::string& name) {
        const auto found = value(id, name);
        return found ? found->plain() : "absent";
    }
    /// A line of a document, straight into the store: people write lines in a form.
    void add_line(const RecordId& document, const std::string& entity_name, Decimal qty, std::int64_t price,
                  Decimal discount_pct = {0, 0}, Decimal tax_pct = {0, 0}, const std::string& currency = "EUR") {
        const auto& entity = *client.schema().entity(entity_name);
        const auto& lines = *entity.field("lines");
        const auto number = [&](std::string_view name) { return lines.member(name)->number; };
        Value line{Value::Map{{1, Value{Decimal::normal(++line_, 0)}},
                              {number("qty"), Value{qty}},
                              {number("unit_price"), Value{Value::Map{{1, Value{price}}, {2, Value{currency}}}}},
                              {number("discount_pct"), Value{discount_pct}},
                              {number("tax_pct"), Value{tax_pct}}}};
        Bytes element(16, static_cast<std::uint8_t>(line_));
        const store::Write write[] = {{client.store().find(document).at(0).space,
                                       {entity.number, document, lines.number, element},
                                       std::move(line),
                                       false}};
        const auto written = client.store().write(write, client.author());
        ASSERT_TRUE(written) << written.error().text();
    }
    static std::string day(int from_today) {
        using namespace std::chrono;
        const year_month_day date{floor<days>(system_clock::now()) + days{from_today}};
        char out[16];
        std::snprintf(out, sizeof out, "%04d-%02u-%02u", int{date.year()}, unsigned{date.month()},
                      unsigned{date.day()});
        return out;
    }

    std::int64_t line_ = 0;
};

TEST_F(ComputedTest, EveryFormulaRunsOnAnEmptyRecord) {
    const auto home = client.home_for({});
    ASSERT_TRUE(home);
    for (const auto& entity : client.schema().entities()) {
        const auto id = new_record_id(client.adjusted_now());
        const store::Write write[] = {{*home, {entity.number, id, column::kBirth, {}}, birth_value({}), false}};
        ASSERT_TRUE(client.store().write(write, client.author()));
        const auto record = records.get(id);
        ASSERT_TRUE(record) << entity.name << ": " << record.error().text();
        auto viewer = viewer_of(client);
        ASSERT_TRUE(viewer);
        Queries queries{client, *viewer};
        const auto runs = [&](const std::string& path, bool sorted) {
            Query query;
            query.entity = entity.name;
            query.filter = Filter::compare(path, Comparison::not_empty);
            if (sorted) query.sort = {{path, true}};
            const auto found = queries.ids(query);
            EXPECT_TRUE(found) << entity.name << "." << path << ": " << found.error().text();
        };
        for (const auto& computed : entity.computed) runs(computed.name, true);
        for (const auto& list : entity.fields)
            for (const auto& computed : list.computed) runs(list.name + "." + computed.name, false);
    }
}

TEST_F(ComputedTest, DocumentsAreSummedLineByLineHalfToEven) {
    const auto quote = create("quote", {{"name", "Q"}, {"shipping", "10 EUR"}, {"adjustment", "-0.01 EUR"}});
    EXPECT_EQ(field(quote, "grand_total"), "absent");
    add_line(quote, "quote", {5, 1}, 5);                      // 0.5 x 0.05 = 0.025 -> 0.02
    add_line(quote, "quote", {15, 1}, 5);                     // 1.5 x 0.05 = 0.075 -> 0.08
    add_line(quote, "quote", {3, 0}, 999, {10, 0}, {19, 0});  // 29.97 - 2.997 = 26.973 -> 26.97; tax 5.1243 -> 5.12
    EXPECT_EQ(field(quote, "subtotal"), "30.07");
    EXPECT_EQ(field(quote, "discount_total"), "3.00");
    EXPECT_EQ(field(quote, "tax_total"), "5.12");
    EXPECT_EQ(field(quote, "grand_total"), "42.18");
    EXPECT_EQ(field(quote, "grand_total_currency"), "EUR");
    const auto record = records.get(quote);
    ASSERT_TRUE(record);
    const auto& lines = record->find("lines")->members();
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[2].second.find("amount")->plain(), "26.97");
    EXPECT_EQ(lines[2].second.find("tax_amount")->plain(), "5.12");
    EXPECT_THAT(names("quote", {"lines.amount > 26 EUR"}), ElementsAre("Q"));
    EXPECT_THAT(names("quote", {"grand_total = 42.18 EUR"}), ElementsAre("Q"));
    add_line(quote, "quote", {1, 0}, 100, {0, 0}, {0, 0}, "USD");
    EXPECT_EQ(field(quote, "grand_total"), "absent") << "amounts of two currencies have no sum";
}

TEST_F(ComputedTest, SumsThatAreTooLargeAreNone) {
    const auto quote = create("quote", {{"name", "Q"}});
    for (int i = 0; i < 3; ++i) add_line(quote, "quote", {1, 0}, 9'000'000'000'000'000'000);
    EXPECT_EQ(field(quote, "grand_total"), "absent");
    add_line(quote, "quote", {9'000'000'000, 0}, 9'000'000'000'000'000'000);
    EXPECT_EQ(field(quote, "subtotal"), "absent");
}

TEST_F(ComputedTest, PricesMayHoldTheirTax) {
    create("price_book", {{"name", "Retail"}, {"currency", "EUR"}, {"tax_inclusive", "true"}});
    const auto quote = create("quote", {{"name", "Q"}, {"price_book_id", "Retail"}});
    add_line(quote, "quote", {1, 0}, 11900, {0, 0}, {19, 0});
    EXPECT_EQ(field(quote, "tax_total"), "19.00");
    EXPECT_EQ(field(quote, "grand_total"), "119.00");
}

TEST_F(ComputedTest, DealsTellTheirStandingFromTheirStage) {
    create("pipeline", {{"name", "Sales"}, {"rotten_days", "30"}});
    create("stage",
           {{"name", "Talk"}, {"pipeline_id", "Sales"}, {"order", "1"}, {"probability", "40"}, {"kind", "open"}});
    create("stage",
           {{"name", "Won"}, {"pipeline_id", "Sales"}, {"order", "2"}, {"probability", "100"}, {"kind", "won"}});
    create("stage",
           {{"name", "Lost"}, {"pipeline_id", "Sales"}, {"order", "3"}, {"probability", "0"}, {"kind", "lost"}});
    create("account", {{"name", "Acme"}});
    const auto open =
        create("opportunity", {{"name", "A"}, {"account_id", "Acme"}, {"amount", "99.99 EUR"}, {"stage_id", "Talk"}});
    create("opportunity",
           {{"name", "B"}, {"account_id", "Acme"}, {"amount", "10 EUR"}, {"stage_id", "Won"}, {"closed_at", day(-10)}});
    create(
        "opportunity",
        {{"name", "C"}, {"account_id", "Acme"}, {"amount", "20 EUR"}, {"stage_id", "Won"}, {"closed_at", day(-110)}});
    create("opportunity", {{"name", "D"}, {"account_id", "Acme"}, {"amount", "5 USD"}, {"stage_id", "Lost"}});
    EXPECT_EQ(field(open, "status"), "open");
    EXPECT_EQ(field(open, "weighted_amount"), "40.00") << "39.996";
    EXPECT_EQ(field(open, "rotten"), "false");
    ASSERT_TRUE(records.set(open, {{"stage_entered_at", day(-40)}}));
    EXPECT_EQ(field(open, "rotten"), "true");
    EXPECT_EQ(field(open, "days_in_stage"), "40");
    EXPECT_THAT(names("opportunity", {"status = won"}, "name"), ElementsAre("B", "C"));
    EXPECT_THAT(names("opportunity", {"weighted_amount > 15 EUR"}, "-weighted_amount"), ElementsAre("A", "C"));
    EXPECT_THAT(names("account", {"won_amount = 30 EUR", "deal_count = 4", "won_count = 2"}), ElementsAre("Acme"));
    EXPECT_THAT(names("account", {"rfm_r = 5", "rfm_f = 2", "rfm_m = 1"}), ElementsAre("Acme"));
    EXPECT_THAT(names("account", {"churn_risk = 5"}), ElementsAre("Acme")) << "10 of twice 100 days";
    EXPECT_THAT(names("opportunity", {"account_id.health = good"}, "name"), ElementsAre("A", "B", "C", "D"));
}

TEST_F(ComputedTest, PlansAreWhatHasBeenPaidOfThem) {
    create("account", {{"name", "Acme"}});
    const auto plan = create(
        "payment_plan", {{"name", "Deposit"}, {"account_id", "Acme"}, {"amount", "100 EUR"}, {"due_date", day(10)}});
    EXPECT_EQ(field(plan, "status"), "planned");
    ASSERT_TRUE(records.set(plan, {{"due_date", day(2)}, {"remind_days", "3"}}));
    EXPECT_EQ(field(plan, "status"), "due");
    ASSERT_TRUE(records.set(plan, {{"due_date", day(-1)}}));
    EXPECT_EQ(field(plan, "status"), "overdue");
    EXPECT_THAT(names("account", {"receivable = 100 EUR", "overdue_amount = 100 EUR", "health = watch"}),
                ElementsAre("Acme"));
    const auto payment = create("payment", {{"account_id", "Acme"}, {"amount", "70 EUR"}, {"status", "confirmed"}});
    const auto& entity = *client.schema().entity("payment");
    const auto& allocations = *entity.field("allocations");
    const Value target = Value::Map{{1, Value{std::int64_t{client.schema().entity("payment_plan")->number}}},
                                    {2, Value{AnyId{plan.bytes}}}};
    const store::Write write[] = {
        {client.store().find(payment).at(0).space,
         {entity.number, payment, allocations.number, Bytes(16, 1)},
         Value{Value::Map{{1, Value{Decimal{1, 0}}},
                          {2, target},
                          {3, Value{Value::Map{{1, Value{std::int64_t{6000}}}, {2, Value{std::string("EUR")}}}}}}},
         false}};
    ASSERT_TRUE(client.store().write(write, client.author()));
    EXPECT_EQ(field(payment, "unallocated"), "10.00");
    EXPECT_EQ(field(plan, "paid_amount"), "60.00");
    EXPECT_THAT(names("account", {"receivable = 40 EUR"}), ElementsAre("Acme"));
    ASSERT_TRUE(records.set(plan, {{"amount", "60 EUR"}}));
    EXPECT_EQ(field(plan, "status"), "paid");
    ASSERT_TRUE(records.set(payment, {{"status", "refunded"}}));
    EXPECT_EQ(field(plan, "status"), "overdue");
    ASSERT_TRUE(records.set(plan, {{"waived", "true"}}));
    EXPECT_EQ(field(plan, "status"), "waived");
}

TEST_F(ComputedTest, PeopleAreNamedAsTheirScriptHasIt) {
    EXPECT_EQ(field(create("contact", {{"family_name", "张"}, {"given_name", "伟"}}), "display_name"), "张伟");
    EXPECT_EQ(field(create("contact", {{"family_name", "Lee"}, {"given_name", "Ann"}, {"middle_name", "B."}}),
                    "display_name"),
              "Ann B. Lee");
}

TEST_F(ComputedTest, RecordsTellWhoMadeThem) {
    const auto acme = create("account", {{"name", "Acme"}});
    const auto me = uuid_text(RecordId{client.user().bytes});
    EXPECT_EQ(field(acme, "created_by"), me);
    EXPECT_EQ(field(acme, "updated_by"), me);
    EXPECT_EQ(field(acme, "created_at").substr(0, 10), day(0));
    EXPECT_THAT(names("account", {"created_at = today", "created_by = me"}), ElementsAre("Acme"));
}

TEST_F(ComputedTest, ActivitiesRollUpToTheAccount) {
    create("account", {{"name", "Acme"}});
    create("contact", {{"family_name", "Lee"}, {"account_id", "Acme"}});
    const auto call = create(
        "activity",
        {{"subject", "Call"}, {"kind", "call"}, {"parent", "contact:Lee"}, {"status", "done"}, {"starts_at", day(-3)}});
    create("task", {{"subject", "Send offer"}, {"parent", "account:Acme"}, {"due_at", day(-1)}});
    EXPECT_THAT(names("account", {"last_activity_at >= " + day(-4), "next_activity_at < today"}), ElementsAre("Acme"));
    const auto record = records.get(call);
    ASSERT_TRUE(record);
    EXPECT_THAT(names("account", {}), ElementsAre("Acme"));
    EXPECT_EQ(records.title(*record_id_from(field(call, "account_id"))), "Acme");
    EXPECT_EQ(field(create("task", {{"subject", "Late"}, {"due_at", day(-1)}}), "overdue"), "true");
    EXPECT_EQ(field(create("task", {{"subject", "Done"}, {"due_at", day(-1)}, {"state", "done"}}), "overdue"), "false");
}

TEST_F(ComputedTest, LinesTellWhatWasDelivered) {
    create("product", {{"sku", "B1"}, {"name", "Bolt"}});
    const auto order = create(
        "order",
        {{"order_no", "1"},
         {"lines", R"([{"order":1,"product_id":"Bolt","name":"Bolt","qty":5},{"order":2,"name":"Fitting","qty":1}])"}});
    const auto deliver = [&](const char* state, const char* qty) {
        create("delivery", {{"order_id", "1"},
                            {"state", state},
                            {"lines", std::string(R"([{"order":1,"product_id":"Bolt","qty":)") + qty +
                                          R"(},{"order":2,"line":"Fitting","qty":1}])"}});
    };
    deliver("delivered", "2.5");
    deliver("delivered", "1");
    deliver("shipped", "1");
    EXPECT_THAT(field(order, "lines"),
                AllOf(HasSubstr("qty 5, delivered_qty 3.5,"), HasSubstr("name Fitting, qty 1, delivered_qty 2")));
    EXPECT_THAT(names("order", {"lines.delivered_qty > 3"}), testing::SizeIs(1));
}

TEST_F(ComputedTest, RulesScoreALead) {
    const auto rule = [&](const char* name, const char* criteria, const char* points) {
        return create(
            "score_rule",
            {{"name", name}, {"entity", "lead"}, {"criteria", '"' + std::string(criteria) + '"'}, {"points", points}});
    };
    const auto lee = create("lead", {{"family_name", "Lee"}, {"source", "referral"}, {"company_name", "O'Neil; Sons"}});
    const auto ray = create("lead", {{"family_name", "Ray"}, {"source", "web"}});
    EXPECT_EQ(field(lee, "score"), "absent") << "without rules nothing has a score";
    rule("Came by a friend", "source = referral", "60");
    rule("A company", R"(company_name = \"O'Neil; Sons\")", "70");
    rule("Nobody called", "activity empty", "-15");
    const auto mistaken = rule("Mistaken", "castle = red", "100");
    rule("Scores do not feed on scores", "score > 0", "100");
    rule("Equal for everybody", "owner = me", "100");
    create("score_rule",
           {{"name", "Of deals"}, {"entity", "opportunity"}, {"criteria", R"("name not empty")"}, {"points", "100"}});
    EXPECT_EQ(field(lee, "score"), "100");
    EXPECT_EQ(field(ray, "score"), "0");
    EXPECT_EQ(field(lee, "score_reasons"),
              R"([{"rule":"Came by a friend","points":60},{"rule":"A company","points":70},)"
              R"({"rule":"Nobody called","points":-15}])");
    create("activity", {{"subject", "Call"}, {"kind", "call"}, {"parent", "lead:Ray"}});
    EXPECT_EQ(field(ray, "score_reasons"), "[]");
    const auto leads = [&](std::vector<std::string> where) {
        std::vector<std::string> out;
        EXPECT_TRUE(records.list({"lead", std::move(where), "-score", {}},
                                 [&](const Json& lead) { out.push_back(lead.find("family_name")->plain()); }));
        return out;
    };
    EXPECT_THAT(leads({}), ElementsAre("Lee", "Ray"));
    EXPECT_THAT(leads({"score < 50"}), ElementsAre("Ray"));
    ASSERT_TRUE(records.set(mistaken, {{"criteria", "\"source in (web, referral)\""}}));
    EXPECT_EQ(field(ray, "score"), "100");
    ASSERT_TRUE(records.set(mistaken, {{"active", "no"}}));
    EXPECT_EQ(field(ray, "score"), "0");
}

TEST_F(ComputedTest, TargetsCountWhatTheirPeopleDid) {
    create("account", {{"name", "Acme"}});
    create("visit", {{"account_id", "Acme"}, {"state", "done"}, {"starts_at", "2026-02-10T09:00Z"}});
    create("visit", {{"account_id", "Acme"}, {"state", "done"}, {"starts_at", "2026-04-01T00:00Z"}});
    create("visit", {{"account_id", "Acme"}, {"state", "planned"}, {"starts_at", "2026-02-11T09:00Z"}});
    const auto target = create("sales_target", {{"scope", "user:ann@acme.example"},
                                                {"metric", "visits"},
                                                {"period", "quarter"},
                                                {"period_start", "2026-01-01"},
                                                {"value_qty", "4"}});
    EXPECT_EQ(field(target, "period_end"), "2026-04-01");
    EXPECT_EQ(field(target, "actual_qty"), "1");
    EXPECT_EQ(field(target, "attainment"), "25");
}

TEST_F(ComputedTest, CheckInsTellHowFarAwayTheyWere) {
    const auto acme =
        create("account", {{"name", "Acme"}, {"billing_addr_lat", "52.5200"}, {"billing_addr_lng", "13.4050"}});
    (void)acme;
    const auto visit = create("visit", {{"account_id", "Acme"},
                                        {"checkin_geo_lat", "52.5209"},
                                        {"checkin_geo_lng", "13.4050"},
                                        {"checkin_at", "2026-02-10T09:00Z"},
                                        {"checkout_at", "2026-02-10T09:45Z"}});
    EXPECT_EQ(field(visit, "checkin_distance_m"), "100");
    EXPECT_EQ(field(visit, "duration"), "2700");
}

}  // namespace
}  // namespace tern

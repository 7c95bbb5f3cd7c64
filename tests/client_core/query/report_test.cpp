#include <gmock/gmock.h>
#include <tern/kept_report.h>
#include <tern/query.h>
#include <tern/records.h>
#include <tern/sheet.h>

#include <fstream>
#include <iterator>

#include "tests/client_core/query/judge.h"

namespace tern::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class ReportTest : public testing::Test {
protected:
    ReportTest() {
        create("account", {{"name", "Acme"}, {"industry", "software"}, {"phones", "1;2"}});
        create("account", {{"name", "上海"}, {"industry", "banking"}});
        deal("a", "0.10 EUR", "Acme", "2024-03-31T15:59:59Z", "12.5");
        deal("b", "0.20 EUR", "Acme", "2024-03-31T16:00Z", "0.1");
        deal("c", "1000 JPY", "上海", "2024-01-01", "0.2");
        deal("d", "", "", "", "");
    }
    void create(const std::string& entity, const std::vector<Assignment>& fields) {
        const auto id = records.create(entity, fields);
        EXPECT_TRUE(id) << id.error().text();
    }
    void deal(const std::string& name, const std::string& amount, const std::string& account, const std::string& closed,
              const std::string& probability) {
        create("opportunity", {{"name", name},
                               {"amount", amount},
                               {"account_id", account},
                               {"closed_at", closed},
                               {"probability", probability}});
    }
    std::string report(const std::string& entity, const std::string& by, const std::string& measures,
                       const std::string& where = {}, const std::string& sort = {}, std::size_t limit = 0) {
        Query query;
        query.entity = entity;
        query.filter = *read_filter(where);
        query.group_by = *read_group_by(by);
        query.measures = *read_measures(measures);
        query.sort = *read_sort(sort);
        if (limit > 0) query.page_size = limit;
        return answer(query);
    }
    std::string answer(const Query& query) {
        const auto out = Queries{org.client(), {kNow, "Asia/Shanghai", "zh", org.client().user(), {}}}.report(query);
        return out ? out->dump() : out.error().text();
    }
    std::vector<std::string> sorted(const std::string& entity, const std::string& sort, const std::string& locale) {
        std::vector<std::string> out;
        const Query query{entity, {}, *read_sort(sort), {}, {}, {}, {}};
        const auto rest = Queries{org.client(), {kNow, "UTC", locale, org.client().user(), {}}}.list(
            query, [&](const Json& record) { out.push_back(record.find("name")->plain()); });
        EXPECT_TRUE(rest) << rest.error().text();
        return out;
    }

    OfflineOrg org;
    Records records{org.client()};
};

TEST_F(ReportTest, AddsExactlyAndNeverAcrossCurrencies) {
    EXPECT_EQ(
        report("opportunity", "", "count,sum:amount,average:probability,max:closed_at"),
        R"([{"count":4,"sum:amount":{"EUR":0.30,"JPY":1000},"average:probability":4.266667,"max:closed_at":"2024-03-31T16:00:00Z"}])");
    EXPECT_EQ(
        report("opportunity", "account.industry", "count,sum:amount,average:amount,sum:probability"),
        R"([{"account.industry":"banking","count":1,"sum:amount":{"JPY":1000},"average:amount":{"JPY":1000},"sum:probability":0.2},)"
        R"({"account.industry":"software","count":2,"sum:amount":{"EUR":0.30},"average:amount":{"EUR":0.15},"sum:probability":12.6},)"
        R"({"account.industry":null,"count":1,"sum:amount":{},"average:amount":{},"sum:probability":null}])");
    EXPECT_EQ(report("opportunity", "", "", "name = nobody"), R"([{"count":0}])");
    EXPECT_EQ(report("opportunity", "", "count,sum:amount", "name = nobody"), R"([{"count":0,"sum:amount":{}}])");
    EXPECT_EQ(report("opportunity", "stage_id", "count", "name = nobody"), "[]");
}

TEST_F(ReportTest, PutsTimesIntoTheBucketsOfTheViewersZone) {
    EXPECT_EQ(
        report("opportunity", "closed_at:month", "count"),
        R"([{"closed_at:month":"2024-01","count":1},{"closed_at:month":"2024-03","count":1},{"closed_at:month":"2024-04","count":1},{"closed_at:month":null,"count":1}])");
    EXPECT_EQ(report("opportunity", "closed_at:quarter", "count", "closed_at not empty"),
              R"([{"closed_at:quarter":"2024-Q1","count":2},{"closed_at:quarter":"2024-Q2","count":1}])");
    EXPECT_EQ(report("opportunity", "closed_at:week", "count", "name = c"),
              R"([{"closed_at:week":"2024-W01","count":1}])");
    EXPECT_EQ(report("account", "phones", "count"),
              R"([{"phones":"1","count":1},{"phones":"2","count":1},{"phones":null,"count":1}])");
}

TEST_F(ReportTest, SaysWhatCannotBeAddedUp) {
    EXPECT_THAT(report("opportunity", "", "sum:name"), HasSubstr("name is no number"));
    EXPECT_THAT(report("opportunity", "", "sum:closed_at"), HasSubstr("closed_at is no number"));
    EXPECT_THAT(report("opportunity", "amount", "count"), HasSubstr("no groups by amount"));
    EXPECT_THAT(report("opportunity", "name:month", "count"), HasSubstr("name is no date"));
    EXPECT_THAT(report("opportunity", "name,name", "count"), HasSubstr("twice"));
    EXPECT_THAT(report("opportunity", "", "sum:account.phones.phone"), HasSubstr("several values"));
    EXPECT_THAT(report("opportunity", "account.parent.parent.parent.name", "count"),
                HasSubstr("more than 3 references"));
    EXPECT_THAT(report("castle", "", "count"), HasSubstr("no entity"));
}

TEST_F(ReportTest, SumsTheElementsOfItsRecords) {
    create("order",
           {{"order_no", "1"},
            {"lines", R"([{"order":1,"name":"Bolt","unit":"box","qty":2,"unit_price":1.50,"unit_price_currency":"EUR"},
                                   {"order":2,"name":"Nut","unit":"box","qty":2,"unit_price":1.50,"unit_price_currency":"EUR"},
                                   {"order":3,"name":"Bolt","unit":"bag","qty":1,"unit_price":4,"unit_price_currency":"EUR"}])"}});
    create("order",
           {{"order_no", "2"},
            {"lines",
             R"([{"order":1,"name":"Bolt","unit":"box","qty":0.5,"unit_price":2,"unit_price_currency":"USD"}])"}});
    create("order", {{"order_no", "3"}});
    EXPECT_EQ(report("order", "lines.name", "count,sum:lines.qty,sum:lines.amount"),
              R"([{"lines.name":"Bolt","count":3,"sum:lines.qty":3.5,"sum:lines.amount":{"EUR":7.00,"USD":1.00}},)"
              R"({"lines.name":"Nut","count":1,"sum:lines.qty":2,"sum:lines.amount":{"EUR":3.00}},)"
              R"({"lines.name":null,"count":0,"sum:lines.qty":null,"sum:lines.amount":{}}])");
    // Two lines alike are two; without their sum the order is one.
    EXPECT_EQ(report("order", "order_no", "sum:lines.qty", "lines.name = Nut"),
              R"([{"order_no":"1","sum:lines.qty":5}])");
    EXPECT_EQ(report("order", "lines.unit", "count", "order_no = 1"),
              R"([{"lines.unit":"bag","count":1},{"lines.unit":"box","count":1}])");
    // Two keys are of one line.
    EXPECT_EQ(report("order", "lines.name,lines.unit", "sum:lines.qty", "order_no = 1"),
              R"([{"lines.name":"Bolt","lines.unit":"bag","sum:lines.qty":1},)"
              R"({"lines.name":"Bolt","lines.unit":"box","sum:lines.qty":2},)"
              R"({"lines.name":"Nut","lines.unit":"box","sum:lines.qty":2}])");
    EXPECT_THAT(report("order", "", "sum:lines.qty,sum:grand_total"), HasSubstr("do not go into one report"));
}

TEST_F(ReportTest, ComesInTheOrderThatIsAskedFor) {
    EXPECT_EQ(report("opportunity", "account.industry", "count", "", "-count,account.industry"),
              R"([{"account.industry":"software","count":2},{"account.industry":"banking","count":1},)"
              R"({"account.industry":null,"count":1}])");
    EXPECT_EQ(report("opportunity", "closed_at:month", "count", "", "-closed_at:month", 2),
              R"([{"closed_at:month":"2024-04","count":1},{"closed_at:month":"2024-03","count":1}])");
    // By the currency that most have; what has none of it comes last.
    EXPECT_EQ(report("opportunity", "name", "sum:amount", "", "-sum:amount"),
              R"([{"name":"b","sum:amount":{"EUR":0.20}},{"name":"a","sum:amount":{"EUR":0.10}},)"
              R"({"name":"c","sum:amount":{"JPY":1000}},{"name":"d","sum:amount":{}}])");
    EXPECT_EQ(report("opportunity", "account.industry,name", "count,max:probability", "amount not empty",
                     "-account.industry,-max:probability"),
              R"([{"account.industry":"software","name":"a","count":1,"max:probability":12.5},)"
              R"({"account.industry":"software","name":"b","count":1,"max:probability":0.1},)"
              R"({"account.industry":"banking","name":"c","count":1,"max:probability":0.2}])");
    EXPECT_THAT(report("opportunity", "name", "count", "", "amount"), HasSubstr("the report has no \"amount\""));
}

TEST_F(ReportTest, IsKeptAndReadAgain) {
    KeptReport kept{"Won by industry", {}};
    kept.query = {"opportunity",
                  *read_filter("name in (a, c)"),
                  *read_sort("-sum:amount"),
                  *read_group_by("account.industry,closed_at:quarter"),
                  *read_measures("count,sum:amount"),
                  {},
                  {}};
    const auto id = save_report(org.client(), kept);
    ASSERT_TRUE(id) << id.error().text();
    for (const std::string& name : {kept.name, uuid_text(*id)}) {
        const auto read = read_report(org.client(), name);
        ASSERT_TRUE(read) << read.error().text();
        EXPECT_EQ(read->name, kept.name);
        EXPECT_EQ(answer(read->query), answer(kept.query));
        EXPECT_THAT(answer(read->query), HasSubstr(R"("closed_at:quarter":"2024-Q1","count":1)"));
    }
    kept.query.measures = *read_measures("average:probability");
    kept.query.sort.clear();
    const auto again = save_report(org.client(), kept);
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(*again, *id) << "one name, one report";
    EXPECT_THAT(answer(read_report(org.client(), kept.name)->query), HasSubstr("average:probability"));
    EXPECT_EQ(read_report(org.client(), "nobody's").error().fault, Fault::not_found);
    kept.query.measures = *read_measures("sum:castle");
    EXPECT_EQ(save_report(org.client(), kept).error().fault, Fault::bad_argument);
}

TEST_F(ReportTest, RefusesAForeignToken) {
    Queries queries{org.client(), {kNow, "UTC", "", org.client().user(), {}}};
    Query query{"opportunity", {}, *read_sort("name"), {}, {}, 1, {}};
    const auto first = queries.ids(query);
    ASSERT_TRUE(first);
    query.sort = *read_sort("-name");
    for (const auto& token : {first->after, std::string("00"), std::string("xyz"), std::string(first->after + "00")}) {
        query.after = token;
        EXPECT_THAT(queries.ids(query).error().text(), HasSubstr("no token of this order")) << token;
    }
    EXPECT_EQ(Queries(org.client(), {kNow, "Mars/Olympus", "", {}, {}}).ids(query).error().fault, Fault::bad_argument);
}

TEST_F(ReportTest, SortsAsPeopleDo) {
    for (const char* name : {"北京", "张伟", "acme 10", "ACME 2", "Émile", "ｂｅｔａ"})
        create("account", {{"name", name}});
    EXPECT_THAT(sorted("account", "name", "zh"),
                ElementsAre("北京", "上海", "张伟", "Acme", "ACME 2", "acme 10", "ｂｅｔａ", "Émile"));
    EXPECT_THAT(sorted("account", "-industry", "en")[0], "Acme");
    EXPECT_THAT(sorted("opportunity", "-account_id.name", "en"), ElementsAre("c", "a", "b", "d"));
    // By number, whatever the currency; what has none comes last.
    EXPECT_THAT(sorted("opportunity", "-amount", "en"), ElementsAre("c", "b", "a", "d"));
    EXPECT_THAT(sorted("opportunity", "amount", "en"), ElementsAre("a", "b", "c", "d"));
}

/// Whatever a group counts, its filter finds: no more, no less.
TEST_F(ReportTest, KnowsTheFilterOfEachGroup) {
    const Viewer viewer{kNow, "Asia/Shanghai", "zh", org.client().user(), {}};
    Queries queries{org.client(), viewer};
    for (const char* by :
         {"account_id", "account.industry", "closed_at:day", "closed_at:week", "closed_at:month", "closed_at:quarter",
          "closed_at:year", "amount_currency", "probability", "status, closed_at:month, amount_currency"}) {
        Query query;
        query.entity = "opportunity";
        query.filter = *read_filter("not name = nobody");
        query.group_by = *read_group_by(by);
        const auto groups = queries.report(query);
        ASSERT_TRUE(groups) << groups.error().text();
        std::size_t all = 0;
        for (const auto& [no_name, group] : groups->members()) {
            const auto filter = filter_of_group(query, group);
            ASSERT_TRUE(filter) << filter.error().text();
            const auto again = read_filter(filter_text(*filter));
            ASSERT_TRUE(again) << filter_text(*filter);
            Query behind;
            behind.entity = "opportunity";
            behind.filter = *again;
            const auto found = queries.ids(behind);
            ASSERT_TRUE(found) << found.error().text();
            EXPECT_EQ(std::to_string(found->ids.size()), group.find("count")->plain()) << filter_text(*filter);
            all += found->ids.size();
        }
        EXPECT_EQ(all, 4U) << by;
    }
    Query query;
    query.entity = "opportunity";
    query.group_by = *read_group_by("closed_at:month");
    EXPECT_EQ(filter_of_group(query, Json::object()).error().fault, Fault::bad_argument);
}

TEST_F(ReportTest, KeepsHowItIsDrawn) {
    KeptReport kept{"Drawn", {}, "line"};
    kept.query.entity = "opportunity";
    ASSERT_TRUE(save_report(org.client(), kept));
    EXPECT_EQ(read_report(org.client(), "Drawn")->chart, "line");
    kept.chart.clear();
    ASSERT_TRUE(save_report(org.client(), kept));
    EXPECT_EQ(read_report(org.client(), "Drawn")->chart, "line") << "who says nothing of it leaves it";
}

TEST(SheetTest, IsAFileThatRunsNoFormula) {
    const auto file = testing::TempDir() + "/table.csv";
    ASSERT_TRUE(write_sheet({"Won", {"=who", "How many"}, {{{"=1+1", false}, {"-3", true}}}}, "csv", file));
    std::ifstream in{file};
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    EXPECT_EQ(text, "\xef\xbb\xbf'=who,How many\r\n'=1+1,-3\r\n");
    EXPECT_TRUE(
        write_sheet({"A/B: [x] and a name that is far too long for a sheet", {"a"}, {}}, "xlsx", file + ".xlsx"));
    EXPECT_EQ(write_sheet({"a", {"a"}, {}}, "ical", file).error().fault, Fault::bad_argument);
    EXPECT_EQ(write_sheet({"a", {"a"}, {}}, "csv", "/nowhere/at/all.csv").error().fault, Fault::storage);
}

}  // namespace
}  // namespace tern::test

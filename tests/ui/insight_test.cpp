// What managers see: numbers, the records behind them, reports, and the palette.
#include <tern/kept_report.h>
#include <tern/targets.h>

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include "mobile_app/adapters/figures.h"
#include "tests/ui/app_fixture.h"

namespace tern::test {
namespace {

/// A colleague whose name this device does not know yet.
constexpr const char* kBen = "01a2033c-1d3f-7731-a2e8-c6370eaca6ab";

/// A small pipeline: Ann's and Ben's deals, in two currencies, some won, some lost.
class Insight : public App {
protected:
    static std::string report(Phone& phone, const std::string& where, const std::string& by, const std::string& what) {
        const auto found = ask(phone, [=](Client& client) -> Result<Json> {
            Query query{"opportunity", *read_filter(where), {}, *read_group_by(by), *read_measures(what), {}, {}};
            return Queries{client, *viewer_of(client)}.report(query);
        });
        return found ? found->dump() : found.error().text();
    }
    static void fill(Phone& phone) {
        ASSERT_TRUE(phone.make("pipeline", {{"name", "Sales"}}));
        const std::vector<std::array<const char*, 4>> stages{{"Contact", "1", "open", "pipeline"},
                                                             {"Offer", "2", "open", "commit"},
                                                             {"Won", "3", "won", "closed"},
                                                             {"Lost", "4", "lost", "omitted"}};
        for (const auto& [name, order, kind, category] : stages)
            ASSERT_TRUE(phone.make("stage", {{"name", name},
                                             {"pipeline_id", "Sales"},
                                             {"order", order},
                                             {"kind", kind},
                                             {"forecast_category", category}}));
        const auto today = QDate::currentDate().toString(Qt::ISODate).toStdString();
        const auto deal = [&](const char* name, const char* stage, const char* amount, const char* owner,
                              const char* reason = "") {
            std::vector<Assignment> fields{
                {"name", name}, {"stage_id", stage}, {"amount", amount}, {"expected_close", today}};
            if (*owner != 0) fields.push_back({"owner_id", owner});
            if (*reason != 0) fields.push_back({"lost_reason", reason});
            return phone.make("opportunity", fields);
        };
        ASSERT_TRUE(deal("a", "Contact", "100.50 EUR", ""));
        ASSERT_TRUE(deal("b", "Contact", "200.25 EUR", kBen));
        ASSERT_TRUE(deal("c", "Contact", "5000 CNY", kBen));
        ASSERT_TRUE(deal("d", "Offer", "400 EUR", kBen));
        ASSERT_TRUE(deal("e", "Won", "1000 EUR", ""));
        ASSERT_TRUE(deal("f", "Won", "70 CNY", kBen));
        ASSERT_TRUE(deal("g", "Lost", "9 EUR", kBen, "price"));
        ASSERT_TRUE(deal("h", "Offer", "", ""));
    }
    /// How many the list shows that came up.
    static int listed(Phone& phone) {
        auto& person = phone.driver;
        if (!person.waits_for("records")) return -1;
        person.wait([&] { return person.find("records")->property("count").toInt() > 0; });
        return person.find("records")->property("count").toInt();
    }
    static QString marked(Driver& person, const QString& name) {
        if (!person.waits_for(name)) return QStringLiteral("missing");
        return person.find(name)->property("value").toString().replace(QChar{0xa0}, QLatin1Char(' '));
    }
    static QStringList files(const QString& ending) {
        return QDir{QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)}.entryList({"*." + ending});
    }
};

TEST_F(Insight, CountsAsTheCoreDoesAndLeadsToTheRecords) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_NO_FATAL_FAILURE(fill(phone));
    EXPECT_EQ(report(phone, "status = open", "", "count,sum:amount"),
              R"([{"count":5,"sum:amount":{"CNY":5000.00,"EUR":700.75}}])");
    EXPECT_EQ(report(phone, "status = open", "owner_id,forecast", "count").find("omitted"), std::string::npos);
    phone.view().resize(1440, 900);
    ASSERT_TRUE(person.tap("nav_insights"));
    // Two currencies have no sum: each stands for itself.
    EXPECT_EQ(marked(person, "openNumber0"), QString::fromUtf8("CNY 5,000"));
    EXPECT_EQ(marked(person, "openNumber1"), QString::fromUtf8("EUR 700.75"));
    EXPECT_EQ(marked(person, "wonNumber1"), QString::fromUtf8("EUR 1,000"));
    EXPECT_EQ(marked(person, "rateNumber0"), "67%");
    ASSERT_TRUE(person.waits_for("pipelineMark0"));
    // By keys: to the currency, to the mark, into its list and back.
    QMetaObject::invokeMethod(person.find("pipelineCurrency"), "chosen", Q_ARG(QVariant, 1));
    ASSERT_TRUE(person.wait([&] { return marked(person, "pipelineMark0") == QString::fromUtf8("EUR 300.75"); }))
        << marked(person, "pipelineMark0").toStdString();
    person.find("pipelineMark0")->forceActiveFocus();
    person.key(Qt::Key_Down);
    EXPECT_TRUE(person.find("pipelineMark1")->hasActiveFocus());
    person.key(Qt::Key_Up);
    person.key(Qt::Key_Return);
    EXPECT_EQ(listed(phone), 2) << "the deals in EUR at the first stage, no others";
    person.key(Qt::Key_Escape);
    ASSERT_TRUE(person.waits_for("forecastMark0"));
    // Chinese, dark: nothing is lost.
    phone.backend().setLanguage("zh");
    EXPECT_TRUE(person.waits_for("pipelineMark0"));
}

TEST_F(Insight, NarrowsToOnesOwnOnAPhone) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_NO_FATAL_FAILURE(fill(phone));
    ASSERT_TRUE(person.tap("nav_more"));
    ASSERT_TRUE(person.tap("goInsights"));
    EXPECT_EQ(marked(person, "openNumber1"), QString::fromUtf8("EUR 700.75"));
    QMetaObject::invokeMethod(person.find("insightScope"), "chosen", Q_ARG(QVariant, "mine"));
    ASSERT_TRUE(person.wait([&] { return marked(person, "openNumber0") == QString::fromUtf8("EUR 100.50"); }))
        << marked(person, "openNumber0").toStdString();
    ASSERT_TRUE(person.tap("openNumber0"));
    EXPECT_EQ(listed(phone), 1);
}

TEST_F(Insight, EveryMarksFilterHoldsForWhatItCounts) {
    Phone phone{folder.path() + "/data"};
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_NO_FATAL_FAILURE(fill(phone));
    for (const char* by :
         {"stage_id", "owner_id, forecast", "closed_at:month", "closed_at:quarter, status", "lost_reason"}) {
        app::Figures figures;
        figures.setProperty("entity", "opportunity");
        figures.setProperty("groupBy", by);
        figures.setProperty("measure", "sum:amount");
        ASSERT_TRUE(phone.driver.wait([&] { return figures.ready(); }));
        ASSERT_EQ(figures.problem(), "") << by;
        int marks = 0, all = 0;
        const auto last = figures.charts().last().toMap();  // how many there are
        for (const auto& series : last["series"].toList())
            for (const auto& one : series.toMap()["points"].toList()) {
                const auto point = one.toMap();
                if (point["filter"].toString().isEmpty()) continue;
                const auto filter = point["filter"].toString().toStdString();
                const auto ids = ask(phone, [filter](Client& client) -> Result<Answer> {
                    TERN_TRY(read, read_filter(filter));
                    return Queries{client, *viewer_of(client)}.ids({"opportunity", read, {}, {}, {}, {}, {}});
                });
                ASSERT_TRUE(ids) << ids.error().text();
                EXPECT_EQ(static_cast<int>(ids->ids.size()), point["value"].toInt()) << filter;
                ++marks;
                all += point["value"].toInt();
            }
        EXPECT_GT(marks, 1) << by;
        EXPECT_EQ(all, 8) << by;
    }
}

TEST_F(Insight, ShowsHowFarATargetIsReached) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_NO_FATAL_FAILURE(fill(phone));
    const auto first = QDate{QDate::currentDate().year(), 1, 1}.toString(Qt::ISODate).toStdString();
    ASSERT_TRUE(phone.make("sales_target", {{"scope", "user:Ann"},
                                            {"metric", "amount_won"},
                                            {"period", "year"},
                                            {"period_start", first},
                                            {"value", "4000 EUR"}}));
    const auto targets = ask(phone, [](Client& client) {
        return targets_of(client, *viewer_of(client), Period{Period::Kind::month, 0, 0});
    });
    ASSERT_TRUE(targets) << targets.error().text();
    ASSERT_EQ(targets->size(), 1U);
    EXPECT_EQ((*targets)[0].attainment, 25);
    ASSERT_TRUE(person.tap("nav_more"));
    ASSERT_TRUE(person.tap("goInsights"));
    ASSERT_TRUE(person.tap("target0"));
    EXPECT_EQ(listed(phone), 1) << "the deal that counts for it";
}

TEST_F(Insight, KeepsAReportAndSavesIt) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_NO_FATAL_FAILURE(fill(phone));
    phone.view().resize(1440, 900);
    person.key(Qt::Key_K, Qt::ControlModifier);
    ASSERT_TRUE(person.waits_for("searchBox"));
    for (const char c : std::string{"report"}) QTest::keyClick(&phone.view(), c);
    ASSERT_TRUE(person.waits_for("do_go reports"));
    person.key(Qt::Key_Return);
    ASSERT_TRUE(person.tap("newReport"));
    ASSERT_TRUE(person.type("reportName", "Open by stage"));
    ASSERT_TRUE(person.type("reportFilter", "status = nowhere"));
    ASSERT_TRUE(person.tap("keepReport"));
    ASSERT_TRUE(person.wait([&] { return !person.text("reportProblem").isEmpty(); }))
        << "what cannot be asked is not kept";
    ASSERT_TRUE(person.type("reportFilter", "status = open"));
    ASSERT_TRUE(person.tap("reportKey"));
    ASSERT_TRUE(person.tap("choice_stage_id"));
    ASSERT_TRUE(person.tap("reportMeasure"));
    ASSERT_TRUE(person.tap("choice_sum:amount"));
    ASSERT_TRUE(person.tap("keepReport"));
    ASSERT_TRUE(person.wait([&] { return !person.sees("keepReport"); })) << person.text("reportProblem").toStdString();
    const auto kept = ask(phone, [](Client& client) { return read_report(client, "Open by stage"); });
    ASSERT_TRUE(kept) << kept.error().text();
    EXPECT_EQ(group_by_text(kept->query.group_by), "stage_id");

    for (const QString format : {"csv", "xlsx", "pdf"}) {
        const auto before = files(format);
        ASSERT_TRUE(person.tap("numbersSave"));
        ASSERT_TRUE(person.tap("choice_" + format));
        ASSERT_TRUE(person.wait([&] { return files(format).size() > before.size(); })) << format.toStdString();
    }
    QStringList written = files("csv");
    QFile file{QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + "/" + written.last()};
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString text = file.readAll();
    EXPECT_EQ(text.count("\r\n"), 3) << "a header and two stages: " << text.toStdString();
    EXPECT_TRUE(text.contains("Contact,3,5000.00,300.75")) << text.toStdString();
    EXPECT_TRUE(text.contains("Offer,2,,400.00")) << text.toStdString();
    ASSERT_TRUE(person.tap("numbersRow1"));
    EXPECT_EQ(listed(phone), 2);
}

TEST_F(Insight, ThePaletteOpensPagesAndRecordsAndGivesTheKeysBack) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_NO_FATAL_FAILURE(add_customer(phone, "Tyrell"));
    phone.view().resize(1440, 900);
    ASSERT_TRUE(person.tap("nav_account"));
    ASSERT_TRUE(person.waits_for("listSearch"));
    ASSERT_TRUE(person.tap("listSearch"));
    const auto* before = phone.view().activeFocusItem();
    person.key(Qt::Key_K, Qt::ControlModifier);
    ASSERT_TRUE(person.waits_for("searchBox"));
    EXPECT_NE(phone.view().activeFocusItem(), before);
    person.key(Qt::Key_Escape);
    ASSERT_TRUE(person.wait([&] { return !person.sees("paletteList"); }));
    EXPECT_EQ(phone.view().activeFocusItem(), before) << "where the keys were";
    const auto finds = [&](const char* words, const QString& line) {
        person.key(Qt::Key_K, Qt::ControlModifier);
        if (!person.waits_for("searchBox")) return false;
        QTest::qWait(50);
        for (const QChar c : QString::fromUtf8(words))
            QTest::sendKeyEvent(QTest::Click, &phone.view(), Qt::Key_unknown, QString{c}, Qt::NoModifier, -1);
        return person.waits_for(line);
    };
    ASSERT_TRUE(finds("tyr", "hit_0"));
    person.key(Qt::Key_Return);
    ASSERT_TRUE(person.wait([&] { return person.text("recordTitle") == "Tyrell"; }));
    ASSERT_TRUE(finds("导入", "do_go import"));
    person.key(Qt::Key_Return);
    ASSERT_TRUE(person.wait([&] { return !person.sees("paletteList") && person.sees("back"); }));
    ASSERT_TRUE(finds("中文", "do_language zh"));
    person.key(Qt::Key_Return);
    ASSERT_TRUE(person.wait([&] { return person.text("nav_today") == QStringLiteral("今日"); }));
    person.key(Qt::Key_F1);
    EXPECT_TRUE(person.waits_for("keysList"));
}

}  // namespace
}  // namespace tern::test

// A rep's whole day, as the project promises it, by touch at a phone's size: unlocked in the morning, without a network
// until the evening, against a real server and the manager's own device. Photos, voice, signatures, scans of cards,
// push and claims from a pool come with what they need.
#include <tern/approvals.h>
#include <tern/import.h>
#include <tern/moment.h>
#include <tern/visits.h>

#include <fstream>

#include <QFile>
#include <QStandardPaths>

#include "mobile_app/adapters/position.h"
#include "tests/ui/app_fixture.h"

namespace tern::test {
namespace {

using app::Position;

constexpr double kMetresPerDegree = 111'195;  // of latitude
constexpr const char* kGoods[] = {"Apple",  "Bread", "Coffee", "Dates", "Eggs",   "Flour",
                                  "Ginger", "Honey", "Juice",  "Kale",  "Lemons", "Milk"};
constexpr std::size_t kNeighbours = 3'000;  ///< contacts of others, among whom the walk-in is found

QString code(int n) { return QString::number(4'006'381'000'000 + n); }
double latitude(double metres) { return 52.0 + metres / kMetresPerDegree; }
std::string today_at(int hour) {
    return moment_text(QDateTime{QDate::currentDate(), QTime{hour, 0}}.toMSecsSinceEpoch());
}
std::string day(int from_today) { return QDate::currentDate().addDays(from_today).toString(Qt::ISODate).toStdString(); }

/// Ann, at her desk: her device without a screen.
class Manager {
public:
    Manager(const std::string& folder, const QString& server) {
        std::string kit;
        auto made = Client::create_org({folder, {"correct horse battery", {}}},
                                       {server.toStdString(), "Maven", "ann@maven.example", "Ann", {}, {}}, kit);
        EXPECT_TRUE(made) << made.error().text();
        client_ = std::move(*made);
        team_ = must(client_->create_space("Team North", SpaceKind::team));
    }
    Client& client() { return *client_; }
    const SpaceId& team() const { return team_; }
    void sync() { must(client_->sync()); }
    std::string invite_ben() {
        InviteRequest request;
        request.login = "ben@maven.example";
        request.name = "Ben";
        request.spaces = {{team_, SpaceRole::writer}};
        auto link = must(client_->invite(request));
        sync();
        return link;
    }
    std::string make(const std::string& entity, std::vector<Assignment> fields) {
        const auto id = Records{*client_}.create(entity, fields, team_);
        EXPECT_TRUE(id) << entity << ": " << id.error().text();
        return id ? uuid_text(*id) : std::string{};
    }
    /// Of the first that fits.
    std::string of(const std::string& entity, const std::string& where, const std::string& field) {
        std::string out = "(none)";
        const auto status = Records{*client_}.list({entity, {where}, "", 1}, [&](const Json& record) {
            const Json* value = record.find(field);
            out = value == nullptr ? "" : value->plain();
        });
        return status ? out : status.error().text();
    }
    std::size_t count(const std::string& entity, const std::string& where) {
        std::size_t out = 0;
        const auto status = Records{*client_}.list({entity, {where}, "", {}}, [&](const Json&) { ++out; });
        return status ? out : 999;
    }

private:
    std::unique_ptr<Client> client_;
    SpaceId team_;
};

class RepsDay : public App {
protected:
    RepsDay() : ann(folder.path().toStdString() + "/ann", server.url()) {
        qputenv("XDG_DOCUMENTS_DIR", documents.path().toUtf8());
    }
    ~RepsDay() override { Position::feed(Position::Unavailable); }

    // --- what the company knows ------------------------------------------------------------------------------------
    void hire_ben() {
        const auto link = QString::fromStdString(ann.invite_ben());
        Phone phone{folder.path() + "/ben"};
        auto& person = phone.driver;
        ASSERT_TRUE(person.waits_for("how"));
        QMetaObject::invokeMethod(person.find("how"), "chosen", Q_ARG(QVariant, true));
        ASSERT_TRUE(person.type("link", link));
        ASSERT_TRUE(person.type("email", "ben@maven.example"));
        ASSERT_TRUE(person.type("password", "staple battery"));
        ASSERT_TRUE(person.tap("go"));
        ASSERT_TRUE(person.waits_for("kit")) << person.text("toast").toStdString();
        const auto kit = person.text("kit").trimmed();
        ASSERT_TRUE(person.type("kitWord", last_group(kit)));
        ASSERT_TRUE(person.tap("go"));
        for (int i = 0; i < 20 && !person.sees("nav_today"); ++i) {
            ann.sync();
            person.wait([&] { return person.sees("nav_today"); }, 1'000);
        }
        ASSERT_TRUE(person.sees("nav_today")) << "let in";
        ben = uuid_text(RecordId{must(ann.client().find_user("ben@maven.example")).bytes});
        ASSERT_NO_FATAL_FAILURE(fill());
        ann.sync();
        ASSERT_TRUE(
            person.wait([&] { return count(phone, "contact", "") > kNeighbours && count(phone, "visit", "") == 4; }));
    }
    void fill() {
        ann.make("pipeline", {{"name", "Sales"}});
        for (const auto& [name, order, kind] : {std::tuple{"Contact", "1", "open"},
                                                {"Offer", "2", "open"},
                                                {"Signed", "3", "won"},
                                                {"Gone", "4", "lost"}})
            ann.make("stage", {{"name", name}, {"pipeline_id", "Sales"}, {"order", order}, {"kind", kind}});
        for (const char* deal : {"Fridges", "Shelves"})
            ann.make("opportunity",
                     {{"name", deal}, {"stage_id", "Contact"}, {"amount", "5000 EUR"}, {"owner_id", ben}});
        ann.make("price_book", {{"name", "List"}, {"currency", "EUR"}, {"default", "true"}, {"tax_pct", "19"}});
        for (int i = 1; i <= 12; ++i) {
            ann.make("product", {{"name", kGoods[i - 1]},
                                 {"sku", "SKU-" + std::to_string(100 + i)},
                                 {"barcode", code(i).toStdString()},
                                 {"tax_class", "standard"}});
            ann.make("price_entry", {{"price_book_id", "List"},
                                     {"product_id", kGoods[i - 1]},
                                     {"unit_price", std::to_string(i) + ".95 EUR"}});
        }
        ann.make("price_entry",
                 {{"price_book_id", "List"}, {"product_id", "Apple"}, {"unit_price", "1.75 EUR"}, {"min_qty", "6"}});
        ann.make("approval_process",
                 {{"name", "Discounts"}, {"entity", "quote"}, {"trigger", "discount_over"}, {"criteria", "15"}});
        ann.make(
            "visit_type",
            {{"name", "Audit"},
             {"actions", R"([{"order":1,"kind":"stock_count","required":true},{"order":2,"kind":"competitor"}])"}});
        const char* const shops[] = {"Acme", "Bolt", "Cyber"};
        for (int i = 0; i < 3; ++i) {
            ann.make("account", {{"name", shops[i]},
                                 {"currency", "EUR"},
                                 {"owner_id", ben},
                                 {"billing_addr_street", "Main Street 1"},
                                 {"billing_addr_lat", std::to_string(latitude(i * 15'000))},
                                 {"billing_addr_lng", "13"}});
            ann.make("visit", {{"account_id", shops[i]},
                               {"owner_id", ben},
                               {"starts_at", today_at(9 + 2 * i)},
                               {"visit_type_id", i == 0 ? "Audit" : ""}});
        }
        ann.make("visit", {{"account_id", "Acme"},
                           {"owner_id", ben},
                           {"state", "done"},
                           {"summary", "Wanted blue boxes"},
                           {"starts_at", day(-20) + "T09:00:00Z"}});
        ann.make("account_credit", {{"account_id", "Acme"}, {"credit_limit", "100 EUR"}});
        ann.make("order",
                 {{"account_id", "Acme"}, {"order_no", "O-77"}, {"order_date", day(-9)}, {"status", "confirmed"}});
        ann.make("case", {{"account_id", "Acme"}, {"subject", "Leaking box"}});
        ann.make("payment_plan",
                 {{"account_id", "Acme"}, {"name", "Rest"}, {"amount", "80 EUR"}, {"due_date", day(-5)}});
        for (const char* late : {"Send samples", "Call the bank"})
            ann.make("task", {{"subject", late}, {"owner_id", ben}, {"due_at", day(-2) + "T09:00:00Z"}});
        ann.make("sales_target", {{"scope", "user:" + ben},
                                  {"metric", "visits"},
                                  {"value_qty", "10"},
                                  {"period", "month"},
                                  {"period_start", day(-25)}});  // holds the last visit, whatever day it is
        ann.make("contact", {{"given_name", "Eve"}, {"family_name", "Stone"}, {"mobile", "+49 151 5550001"}});
        ann.make("contact", {{"given_name", "Finn"}, {"family_name", "Wood"}, {"mobile", "+49 151 5550002"}});
        ASSERT_NO_FATAL_FAILURE(fill_neighbours());
    }
    void fill_neighbours() {
        const std::string file = folder.path().toStdString() + "/neighbours.csv";
        {
            std::ofstream out{file};
            out << "given_name,family_name,mobile\n";
            for (std::size_t i = 0; i < kNeighbours; ++i)
                out << "N" << i << ",Neighbour,"
                    << "+49 151 " << 7'000'000 + i << "\n";
        }
        ImportRequest request;
        request.file = file;
        request.entity = "contact";
        request.space = "Team North";
        const auto report = import_file(ann.client(), request);
        ASSERT_TRUE(report) << report.error().text();
        ASSERT_EQ(report->created, kNeighbours);
    }

    // --- what the phone holds --------------------------------------------------------------------------------------
    static std::size_t count(Phone& phone, const std::string& entity, const std::string& where) {
        return ask(phone, [=](Client& client) {
            std::size_t out = 0;
            std::vector<std::string> all;
            if (!where.empty()) all.push_back(where);
            return Records{client}.list({entity, all, "", {}}, [&](const Json&) { ++out; }) ? out : std::size_t{999};
        });
    }
    static QString told(Phone& phone, const QString& line) {
        const auto* item = phone.driver.find(line);
        return item == nullptr ? QString{} : item->property("told").toString();
    }
    static void open_record(Phone& phone, const QString& words, const QString& title) {
        auto& person = phone.driver;
        ASSERT_TRUE(person.tap("nav_more"));
        ASSERT_TRUE(person.tap("goSearch"));
        ASSERT_TRUE(person.type("searchBox", words));
        ASSERT_TRUE(
            person.wait([&] { return person.sees("hit_0") && person.find("hit_0")->property("title") == title; }));
        ASSERT_TRUE(person.tap("hit_0"));
        ASSERT_TRUE(person.wait([&] { return person.text("recordTitle") == title; }));
    }
    static void stand(double metres) { Position::feed(Position::Found, Fix{{latitude(metres), 13.0}, 12, false}); }
    static bool settled(Phone& phone) {
        return phone.driver.wait([&] { return phone.backend().pending() == 0; }, 10'000);
    }

    // --- its parts -------------------------------------------------------------------------------------------------
    void morning(Phone& phone);
    void plan(Phone& phone);
    void arrive(Phone& phone);
    void take_order(Phone& phone);
    void leave(Phone& phone);
    void walk_in(Phone& phone);
    void quote(Phone& phone);
    void calls(Phone& phone);
    void deals(Phone& phone);
    void edits(Phone& phone);
    void second_stop(Phone& phone);
    void network(Phone& phone);
    void evening(Phone& phone);
    void report(Phone& phone);

    QTemporaryDir documents;
    Manager ann;
    std::string ben;
};

/// 1: unlock; Today shows what there is and how old it is.
void RepsDay::morning(Phone& phone) {
    auto& person = phone.driver;
    ASSERT_TRUE(person.type("password", "staple battery"));
    ASSERT_TRUE(person.tap("go"));
    ASSERT_TRUE(person.waits_for("visitsToday"));
    EXPECT_TRUE(person.wait([&] { return person.find("visitsToday")->property("value") == "3"; }));
    EXPECT_TRUE(person.wait([&] { return person.find("overdueTasks")->property("value") == "2"; })) << "overdue";
    EXPECT_TRUE(person.wait([&] { return person.text("target_0") == "10%"; })) << person.text("target_0").toStdString();
    EXPECT_TRUE(person.wait([&] { return person.text("subtitle").contains("as of"); }))
        << person.text("subtitle").toStdString();
    ASSERT_TRUE(settled(phone));
}

/// 2: another order, an agreed time; the manager sees it.
void RepsDay::plan(Phone& phone) {
    auto& person = phone.driver;
    const auto title = [&](int n) {
        const auto* stop = person.find(QStringLiteral("stop_%1").arg(n));
        return stop == nullptr ? QString{} : stop->property("stop").toMap()["title"].toString();
    };
    ASSERT_TRUE(person.tap("startDay"));
    ASSERT_TRUE(person.wait([&] { return title(2) == "Cyber"; }));
    ASSERT_TRUE(person.drag("stop_2", "stop_1", 700));
    ASSERT_TRUE(person.wait([&] { return title(1) == "Cyber"; }));
    ASSERT_TRUE(person.tap("time_1"));
    ASSERT_TRUE(person.tap("later"));
    ASSERT_TRUE(person.tap("keepTime"));
    ASSERT_TRUE(person.tap("submitPlan"));
    ASSERT_TRUE(person.wait([&] { return person.text("planState") == "Submitted"; }));
    ASSERT_TRUE(settled(phone));
    ann.sync();
    EXPECT_EQ(ann.of("visit_plan", "rep_id = " + ben, "state"), "submitted");
}

/// 3 to 5: what one should know before the door; arriving; what must be done there.
void RepsDay::arrive(Phone& phone) {
    auto& person = phone.driver;
    phone.backend().setOnline(false);
    stand(40);
    ASSERT_TRUE(person.tap("stop_0"));
    ASSERT_TRUE(person.wait([&] { return person.text("recordTitle") == "Acme"; }));
    EXPECT_TRUE(person.wait([&] { return told(phone, "lastOrder") == "O-77"; }))
        << told(phone, "lastOrder").toStdString();
    EXPECT_TRUE(person.wait([&] { return told(phone, "overduePayment") == "Rest"; }))
        << told(phone, "overduePayment").toStdString();
    EXPECT_TRUE(person.wait([&] { return told(phone, "openCase").contains("Leaking box"); }))
        << told(phone, "openCase").toStdString();
    EXPECT_TRUE(person.wait([&] { return told(phone, "lastVisit") == "Wanted blue boxes"; }))
        << told(phone, "lastVisit").toStdString();
    ASSERT_TRUE(person.wait([&] { return person.text("nearness") == "40 m away"; }));
    ASSERT_TRUE(person.tap("checkIn"));
    ASSERT_TRUE(person.waits_for("stayClock"));
    EXPECT_EQ(person.text("proof"), "Verified");
    EXPECT_FALSE(person.find("checkOut")->isEnabled()) << "the stock is to be counted";
    ASSERT_TRUE(person.tap("action_0"));
    ASSERT_TRUE(person.wait([&] { return !person.sees("leftToDo"); }));
}

/// 6: twelve lines by scanner and by search, a break, the credit limit.
void RepsDay::take_order(Phone& phone) {
    auto& person = phone.driver;
    ASSERT_TRUE(person.tap("newOrder"));
    ASSERT_TRUE(person.waits_for("productBox"));
    ASSERT_TRUE(person.wait([&] { return person.find("customer")->property("shown") == "Acme"; }));
    const auto has_lines = [&](int n) {
        return person.wait([&] { return !person.text("lineAmount_" + QString::number(n - 1)).isEmpty(); });
    };
    for (int i = 1; i <= 12; ++i) {
        if (i <= 8) {
            ASSERT_TRUE(person.type("productBox", code(i)));
            person.key(Qt::Key_Return);
        } else {
            ASSERT_TRUE(person.type("productBox", QString{kGoods[i - 1]}.left(4).toLower()));
            ASSERT_TRUE(person.wait([&] { return person.text("found_0") == kGoods[i - 1]; }));
            ASSERT_TRUE(person.tap("found_0"));
        }
        ASSERT_TRUE(has_lines(i)) << i;
    }
    ASSERT_TRUE(person.type("qty_0", "6"));
    ASSERT_TRUE(person.wait([&] { return person.text("lineAmount_0").contains("10.50"); }))
        << person.text("lineAmount_0").toStdString();
    // 6 x 1.75 + 2.95 + … + 12.95 = 97.95
    ASSERT_TRUE(person.wait([&] { return person.text("net").contains("97.95"); })) << person.text("net").toStdString();
    EXPECT_TRUE(person.waits_for("warning_credit"));
    const auto total = person.text("total");
    ASSERT_TRUE(person.wait([&] { return person.find("confirm")->isEnabled(); }));
    ASSERT_TRUE(person.tap("confirm"));
    ASSERT_TRUE(person.waits_for("documentTotal"));
    EXPECT_EQ(person.text("documentTotal"), total);
    ASSERT_TRUE(person.tap("back"));
}

/// 7 and 8: a note, the next follow-up, out; the next stop.
void RepsDay::leave(Phone& phone) {
    auto& person = phone.driver;
    ASSERT_TRUE(person.waits_for("visitNote"));
    ASSERT_TRUE(person.type("visitNote", "Takes the whole range"));
    ASSERT_TRUE(person.tap("follow_7"));
    ASSERT_TRUE(person.wait([&] { return person.text("followAt").startsWith("Follow-up on "); }));
    ASSERT_TRUE(person.tap("outcome_interested"));
    ASSERT_TRUE(person.tap("checkOut"));
    ASSERT_TRUE(person.waits_for("nextStop")) << person.text("problem").toStdString();
    ASSERT_TRUE(person.tap("goNext"));
    ASSERT_TRUE(person.wait([&] { return person.text("recordTitle") == "Cyber"; }));
    EXPECT_EQ(count(phone, "task", "subject = \"Follow up: Acme\""), 1U);
}

/// 9: somebody walks in who is known already.
void RepsDay::walk_in(Phone& phone) {
    auto& person = phone.driver;
    ASSERT_TRUE(person.tap("nav_add"));
    ASSERT_TRUE(person.tap("new_lead"));
    ASSERT_TRUE(person.type("field_family_name", "Walker"));
    ASSERT_TRUE(person.tap("allFields"));
    ASSERT_TRUE(person.type("field_mobile", "0049 151 7001234"));
    ASSERT_TRUE(person.waits_for("alike_0"));
    EXPECT_TRUE(person.find("alike_0")->property("text").toString().contains("N1234"))
        << person.find("alike_0")->property("text").toString().toStdString();
    ASSERT_TRUE(person.type("field_mobile", "+49 160 1112223"));
    ASSERT_TRUE(person.wait([&] { return !person.sees("alike_0"); })) << "a number of their own";
    ASSERT_TRUE(person.tap("save"));
    ASSERT_TRUE(person.wait([&] { return person.text("recordTitle").contains("Walker"); }))
        << person.text("problem").toStdString();
}

/// 10: more off than one may give.
void RepsDay::quote(Phone& phone) {
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(open_record(phone, "Bolt", "Bolt"));
    ASSERT_TRUE(person.tap("add_quote"));
    ASSERT_TRUE(person.waits_for("productBox"));
    ASSERT_TRUE(person.type("productBox", code(3)));
    person.key(Qt::Key_Return);
    ASSERT_TRUE(person.type("discount_0", "18"));
    ASSERT_TRUE(person.waits_for("warning_approval"));
    ASSERT_TRUE(person.wait([&] { return person.find("confirm")->isEnabled(); }));
    ASSERT_TRUE(person.tap("confirm"));
    ASSERT_TRUE(person.waits_for("approvalState"));
    EXPECT_FALSE(person.sees("approve")) << "not by who asks";
}

/// 11: two calls, written down.
void RepsDay::calls(Phone& phone) {
    auto& person = phone.driver;
    for (const char* who : {"Eve Stone", "Finn Wood"}) {
        ASSERT_NO_FATAL_FAILURE(open_record(phone, who, who));
        ASSERT_TRUE(person.tap("call"));
        ASSERT_TRUE(person.waits_for("field_subject"));
        EXPECT_EQ(phone.text_in("field_subject"), QStringLiteral("Call: ") + who);
        ASSERT_TRUE(person.tap("save"));
        ASSERT_TRUE(person.wait([&] { return person.text("recordTitle").startsWith("Call: "); }))
            << person.text("problem").toStdString();
    }
    EXPECT_EQ(count(phone, "activity", "kind = call and status = done"), 2U);
}

/// 11: a deal moved with a thumb, another one lost.
void RepsDay::deals(Phone& phone) {
    auto& person = phone.driver;
    ASSERT_TRUE(person.tap("nav_opportunity"));
    ASSERT_TRUE(person.waits_for("card_0_1"));
    ASSERT_TRUE(person.drag("card_0_0", "stage_1", 700));
    ASSERT_TRUE(person.wait([&] { return count(phone, "opportunity", "stage_id = Offer") == 1; }));
    ASSERT_TRUE(person.wait([&] { return !person.sees("card_0_1"); }));
    const auto stays = person.find("card_0_0")->property("title").toString();
    ASSERT_TRUE(person.tap("card_0_0"));
    ASSERT_TRUE(person.wait([&] { return person.text("recordTitle") == stays; }));
    ASSERT_TRUE(person.tap("dealLost"));
    ASSERT_TRUE(person.tap("choice_price"));
    ASSERT_TRUE(person.wait([&] { return !person.sees("dealLost"); }));
    EXPECT_EQ(count(phone, "opportunity", "status = lost and lost_reason = price"), 1U);
}

/// 12: a number that the back office changes, too, and a field that it leaves alone.
void RepsDay::edits(Phone& phone) {
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(open_record(phone, "5550001", "Eve Stone"));
    ASSERT_TRUE(person.tap("edit"));
    ASSERT_TRUE(person.tap("allFields"));
    ASSERT_TRUE(person.type("field_mobile", "+49 151 1111111"));
    ASSERT_TRUE(person.type("field_title", "Head of Fruit"));
    ASSERT_TRUE(person.tap("save"));
    ASSERT_TRUE(person.wait([&] { return person.text("value_title") == "Head of Fruit"; }));
    const auto id = *record_id_from(ann.of("contact", "family_name = Stone", "id"));
    ASSERT_TRUE(Records{ann.client()}.set(id, {{"mobile", "+49 151 2222222"}, {"department", "Fruit and more"}}));
    ann.sync();
}

/// The other two: one visited far from where it should be, one called off.
void RepsDay::second_stop(Phone& phone) {
    auto& person = phone.driver;
    ASSERT_TRUE(person.tap("nav_today"));
    ASSERT_TRUE(person.tap("startDay"));
    ASSERT_TRUE(person.tap("stop_1"));
    ASSERT_TRUE(person.tap("checkIn"));
    ASSERT_TRUE(person.waits_for("stayClock"));
    EXPECT_EQ(person.text("proof"), "Outside the radius");
    ASSERT_TRUE(person.tap("outcome_follow_up"));
    ASSERT_TRUE(person.tap("checkOut"));
    ASSERT_TRUE(person.tap("goNext"));
    ASSERT_TRUE(person.tap("skipVisit"));
    ASSERT_TRUE(person.tap("choice_closed"));
    ASSERT_TRUE(person.wait([&] { return count(phone, "visit", "state = skipped") == 1; }));
}

/// 13: everything goes up; one question is left, with both values; the rest has merged.
void RepsDay::network(Phone& phone) {
    auto& person = phone.driver;
    EXPECT_GT(phone.backend().pending(), 0);
    phone.backend().setOnline(true);
    ASSERT_TRUE(settled(phone)) << phone.backend().trouble().toStdString();
    ASSERT_TRUE(person.wait([&] { return phone.backend().conflicts() == 1; })) << phone.backend().conflicts();
    ASSERT_TRUE(person.tap("nav_more"));
    ASSERT_TRUE(person.tap("goSync"));
    ASSERT_TRUE(person.waits_for("restore_0"));
    ASSERT_TRUE(person.sees("keep_0"));
    ASSERT_TRUE(person.tap("restore_0"));
    ASSERT_TRUE(person.wait([&] { return phone.backend().conflicts() == 0; }));
    ASSERT_TRUE(settled(phone));
    EXPECT_EQ(count(phone, "contact", R"(department = "Fruit and more" and title = "Head of Fruit")"), 1U);
    ann.sync();
    EXPECT_EQ(ann.of("contact", "family_name = Stone", "title"), "Head of Fruit");
    EXPECT_EQ(ann.count("order", "account_id = Acme"), 2U);
}

/// 14: the manager approves what was handed in; the rep has it as a PDF.
void RepsDay::evening(Phone& phone) {
    auto& person = phone.driver;
    const auto quote = *record_id_from(ann.of("quote", "account_id = Bolt", "id"));
    const auto waiting = pending_approval(ann.client(), quote);
    ASSERT_TRUE(waiting && waiting->has_value());
    EXPECT_FALSE((*waiting)->changed);
    ASSERT_TRUE(decide(ann.client(), (*waiting)->request, true, "for once"));
    ann.sync();
    const auto number = QString::fromStdString(ann.of("quote", "account_id = Bolt", "quote_no"));
    ASSERT_TRUE(person.tap("nav_more"));
    ASSERT_TRUE(person.tap("goSearch"));
    ASSERT_TRUE(person.type("searchBox", number));
    ASSERT_TRUE(person.waits_for("hit_0"));
    ASSERT_TRUE(person.wait([&] { return person.find("hit_0")->property("title").toString().contains(number); }));
    ASSERT_TRUE(person.tap("hit_0"));
    ASSERT_TRUE(person.wait([&] { return person.text("documentState") == "Approved"; }))
        << person.text("documentState").toStdString();
    ASSERT_TRUE(person.tap("pdf"));
    ASSERT_TRUE(person.wait([&] { return person.text("toast").contains(".pdf"); }))
        << person.text("toast").toStdString();
}

/// 15: the day's report has written itself; the manager reads it and answers.
void RepsDay::report(Phone& phone) {
    auto& person = phone.driver;
    ASSERT_TRUE(person.tap("nav_today"));
    ASSERT_TRUE(person.tap("startDay"));
    ASSERT_TRUE(person.wait([&] { return person.text("reportVisits") == "2 / 3"; }))
        << person.text("reportVisits").toStdString();
    EXPECT_EQ(person.text("reportOrders"), "1");
    EXPECT_TRUE(person.wait([&] { return person.text("reportNote_0") == "Takes the whole range"; }));
    ASSERT_TRUE(person.tap("closeDay"));
    ASSERT_TRUE(person.wait([&] { return person.text("planState") == "Closed"; }));
    ASSERT_TRUE(settled(phone));
    ann.sync();
    const auto plan = ann.of("visit_plan", "rep_id = " + ben + " and state = closed", "id");
    ASSERT_NE(plan, "(none)");
    ann.make("comment", {{"parent", "visit_plan:" + plan}, {"body", "Well done"}});
    ann.sync();
    EXPECT_TRUE(person.wait([&] { return count(phone, "comment", "body contains \"Well done\"") == 1; }));
}

TEST_F(RepsDay, FromTheMorningToTheReport) {
    ASSERT_NO_FATAL_FAILURE(hire_ben());
    Phone phone{folder.path() + "/ben"};
    ASSERT_NO_FATAL_FAILURE(morning(phone));
    ASSERT_NO_FATAL_FAILURE(plan(phone));
    ASSERT_NO_FATAL_FAILURE(arrive(phone));
    ASSERT_NO_FATAL_FAILURE(take_order(phone));
    ASSERT_NO_FATAL_FAILURE(leave(phone));
    ASSERT_NO_FATAL_FAILURE(walk_in(phone));
    ASSERT_NO_FATAL_FAILURE(quote(phone));
    ASSERT_NO_FATAL_FAILURE(calls(phone));
    ASSERT_NO_FATAL_FAILURE(deals(phone));
    ASSERT_NO_FATAL_FAILURE(edits(phone));
    ASSERT_NO_FATAL_FAILURE(second_stop(phone));
    ASSERT_NO_FATAL_FAILURE(network(phone));
    ASSERT_NO_FATAL_FAILURE(evening(phone));
    ASSERT_NO_FATAL_FAILURE(report(phone));
    ASSERT_TRUE(settled(phone));
    ann.sync();
    const auto team = ann.team();
    const auto on_phone = ask(phone, [team](Client& client) { return client.store().state_hash(team); });
    EXPECT_EQ(hex(on_phone), hex(ann.client().store().state_hash(team)));
}

}  // namespace
}  // namespace tern::test

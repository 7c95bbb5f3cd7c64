// A rep's day: the plan, arriving, what must be done there, leaving, and what follows.
#include <tern/moment.h>
#include <tern/visits.h>

#include "mobile_app/adapters/position.h"
#include "tests/ui/app_fixture.h"

namespace tern::test {
namespace {

using app::Position;

constexpr double kMetresPerDegree = 111'195;  // of latitude

GeoPoint north(double metres) { return {52.0 + metres / kMetresPerDegree, 13.0}; }

class VisitStory : public App {
protected:
    ~VisitStory() override { Position::feed(Position::Unavailable); }

    static void customer(Phone& phone, const std::string& name, double metres) {
        ASSERT_TRUE(phone.make("account", {{"name", name},
                                           {"billing_addr_street", "Main Street 1"},
                                           {"billing_addr_lat", std::to_string(north(metres).latitude)},
                                           {"billing_addr_lng", "13"}}));
    }
    static std::string today_at(int hour, int minute = 0) {
        return moment_text(QDateTime{QDate::currentDate(), QTime{hour, minute}}.toMSecsSinceEpoch());
    }
    static void visit(Phone& phone, const std::string& account, int hour, std::vector<Assignment> more = {}) {
        more.insert(more.end(),
                    {{"account_id", account}, {"starts_at", today_at(hour)}, {"ends_at", today_at(hour, 30)}});
        ASSERT_TRUE(phone.make("visit", more));
    }
    /// Three customers 15 km apart, half an hour at the speed that the plan reckons with.
    static void three_stops(Phone& phone) {
        const char* const names[] = {"Acme", "Bolt", "Cyber"};
        for (int i = 0; i < 3; ++i) {
            ASSERT_NO_FATAL_FAILURE(customer(phone, names[i], i * 15'000));
            ASSERT_NO_FATAL_FAILURE(visit(phone, names[i], 9 + 2 * i));
        }
    }
    static QString stop(Phone& phone, int n, const char* what) {
        const auto* item = phone.driver.find(QStringLiteral("stop_%1").arg(n));
        return item == nullptr ? QString{} : item->property("stop").toMap().value(QLatin1String(what)).toString();
    }
    static bool stands(Phone& phone, const QStringList& titles) {
        return phone.driver.wait([&] {
            for (int i = 0; i < titles.size(); ++i)
                if (stop(phone, i, "title") != titles[i]) return false;
            return true;
        });
    }
    static void open_plan(Phone& phone) {
        ASSERT_TRUE(phone.driver.tap("startDay"));
        ASSERT_TRUE(phone.driver.waits_for("stop_0"));
    }
    static void seen_at(double metres, double accuracy = 12) {
        Position::feed(Position::Found, Fix{north(metres), accuracy, false});
    }
    /// Of the visit there, as it is kept.
    static std::string kept(Phone& phone, const std::string& account, const std::string& field) {
        return ask(phone, [=](Client& client) {
            std::string out;
            const auto status =
                Records{client}.list({"visit", {"account_id = " + account}, "", 1}, [&](const Json& visit) {
                    if (const Json* value = visit.find(field)) out = value->plain();
                });
            return status ? out : status.error().text();
        });
    }
};

TEST_F(VisitStory, PutsTheDayInOrderByThumbAndByKeys) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_NO_FATAL_FAILURE(three_stops(phone));
    ASSERT_NO_FATAL_FAILURE(open_plan(phone));
    ASSERT_TRUE(stands(phone, {"Acme", "Bolt", "Cyber"}));
    EXPECT_TRUE(person.text("planTotal").contains("30")) << person.text("planTotal").toStdString();
    EXPECT_FALSE(person.sees("planState")) << "looking makes no plan";
    // A swipe over a stop moves nothing.
    ASSERT_TRUE(person.drag("stop_2", "stop_0", 20));
    EXPECT_TRUE(stands(phone, {"Acme", "Bolt", "Cyber"}));
    ASSERT_TRUE(person.drag("stop_2", "stop_0", 700));
    ASSERT_TRUE(stands(phone, {"Cyber", "Acme", "Bolt"}));
    EXPECT_EQ(stop(phone, 0, "time"), "09:00");
    EXPECT_EQ(stop(phone, 1, "time"), "10:30") << "half an hour there, an hour on the road";
    EXPECT_EQ(stop(phone, 2, "time"), "11:30");
    person.find("stop_0")->forceActiveFocus();
    person.key(Qt::Key_Down, Qt::ControlModifier);
    ASSERT_TRUE(stands(phone, {"Acme", "Cyber", "Bolt"}));
    // The moved one is still in the hand of the keys.
    EXPECT_TRUE(person.wait([&] { return person.find("stop_1")->hasActiveFocus(); }));
    person.key(Qt::Key_Down, Qt::ControlModifier);
    ASSERT_TRUE(stands(phone, {"Acme", "Bolt", "Cyber"}));

    ASSERT_TRUE(person.tap("time_1"));
    ASSERT_TRUE(person.tap("later"));
    ASSERT_TRUE(person.tap("keepTime"));
    ASSERT_TRUE(person.wait([&] { return stop(phone, 1, "time") == "10:15"; })) << stop(phone, 1, "time").toStdString();
    EXPECT_EQ(stop(phone, 1, "fixed"), "true");
    EXPECT_EQ(stop(phone, 2, "time"), "11:15");

    ASSERT_TRUE(person.tap("submitPlan"));
    ASSERT_TRUE(person.wait([&] { return person.text("planState") == "Submitted"; }))
        << person.text("planState").toStdString();
    EXPECT_FALSE(person.sees("submitPlan"));
}

TEST_F(VisitStory, LeadsThroughAVisitWithoutANetwork) {
    seen_at(40);
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    phone.backend().setOnline(false);
    ASSERT_TRUE(
        phone.make("visit_type",
                   {{"name", "Audit"},
                    {"actions", R"([{"order":1,"kind":"stock_count","required":true},{"order":2,"kind":"note"}])"}}));
    ASSERT_NO_FATAL_FAILURE(customer(phone, "Acme", 0));
    ASSERT_NO_FATAL_FAILURE(visit(phone, "Acme", 9, {{"visit_type_id", "Audit"}}));
    ASSERT_NO_FATAL_FAILURE(customer(phone, "Bolt", 15'000));
    ASSERT_NO_FATAL_FAILURE(visit(phone, "Bolt", 11));
    ASSERT_NO_FATAL_FAILURE(open_plan(phone));
    ASSERT_TRUE(person.tap("stop_0"));
    ASSERT_TRUE(person.wait([&] { return person.text("nearness") == "40 m away"; }))
        << person.text("nearness").toStdString();
    ASSERT_TRUE(person.tap("checkIn"));
    ASSERT_TRUE(person.waits_for("stayClock")) << person.text("problem").toStdString();
    EXPECT_EQ(person.text("proof"), "Verified");
    EXPECT_FALSE(person.sees("visitBanner")) << "not on its own page";

    // What is required stands in the way, in words, and goes with a tap.
    EXPECT_EQ(person.text("leftToDo"), "Still to do: Stock count");
    EXPECT_FALSE(person.find("checkOut")->isEnabled());
    ASSERT_TRUE(person.tap("action_0"));
    ASSERT_TRUE(person.wait([&] { return !person.sees("leftToDo"); }));

    ASSERT_TRUE(person.type("visitNote", "Wants a new shelf"));

    // The banner leads back from anywhere, to what was being written.
    ASSERT_TRUE(person.tap("back"));
    ASSERT_TRUE(person.waits_for("visitBanner"));
    EXPECT_TRUE(person.text("visitBanner").startsWith("At Acme since ")) << person.text("visitBanner").toStdString();
    ASSERT_TRUE(person.tap("back"));
    ASSERT_TRUE(person.tap("nav_more"));
    ASSERT_TRUE(person.tap("visitBanner"));
    ASSERT_TRUE(person.waits_for("checkOut"));

    ASSERT_TRUE(person.tap("follow_7"));
    ASSERT_TRUE(person.wait([&] { return person.text("followAt").startsWith("Follow-up on "); }));
    std::string due;
    EXPECT_EQ(ask(phone,
                  [&](Client& client) {
                      std::size_t n = 0;
                      const auto status = Records{client}.list({"task", {"subject = \"Follow up: Acme\""}, "", {}},
                                                               [&](const Json& task) {
                                                                   ++n;
                                                                   due = task.find("due_at")->plain();
                                                               });
                      return status ? n : 99;
                  }),
              1U);
    EXPECT_EQ(QDateTime::fromString(QString::fromStdString(due), Qt::ISODate).toLocalTime().date(),
              QDate::currentDate().addDays(7));

    ASSERT_TRUE(person.tap("outcome_interested"));
    ASSERT_TRUE(person.tap("checkOut"));
    ASSERT_TRUE(person.waits_for("nextStop")) << person.text("problem").toStdString();
    EXPECT_EQ(kept(phone, "Acme", "summary"), "Wants a new shelf");
    EXPECT_EQ(kept(phone, "Acme", "outcome"), "interested");
    EXPECT_EQ(kept(phone, "Acme", "checkout_proof"), "verified");
    ASSERT_TRUE(person.tap("goNext"));
    ASSERT_TRUE(person.wait([&] { return person.text("recordTitle") == "Bolt"; }));
    EXPECT_FALSE(person.sees("visitBanner"));
}

TEST_F(VisitStory, ChecksInWithoutAPositionAndFarAway) {
    Position::feed(Position::Unavailable);
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_NO_FATAL_FAILURE(three_stops(phone));
    ASSERT_NO_FATAL_FAILURE(open_plan(phone));
    ASSERT_TRUE(person.tap("stop_0"));
    ASSERT_TRUE(person.waits_for("checkIn"));
    EXPECT_EQ(person.text("nearness"), "This device has no position");
    ASSERT_TRUE(person.tap("checkIn"));
    ASSERT_TRUE(person.waits_for("stayClock"));
    EXPECT_EQ(person.text("proof"), "Not verified");
    EXPECT_EQ(kept(phone, "Acme", "checkin_proof"), "unverified");

    // One visit at a time; it says where one still is.
    ASSERT_TRUE(person.tap("back"));
    ASSERT_TRUE(person.tap("stop_1"));
    ASSERT_TRUE(person.wait([&] { return person.text("recordTitle") == "Bolt"; }));
    ASSERT_TRUE(person.tap("checkIn"));
    ASSERT_TRUE(person.wait([&] { return person.text("problem").contains("still checked in at Acme"); }));
    ASSERT_TRUE(person.tap("visitBanner"));
    ASSERT_TRUE(person.tap("checkOut"));
    ASSERT_TRUE(person.tap("goNext"));
    seen_at(15'000 + 2'000);
    ASSERT_TRUE(person.wait([&] { return person.text("nearness") == "2.0 km away"; }))
        << person.text("nearness").toStdString();
    ASSERT_TRUE(person.tap("checkIn"));
    ASSERT_TRUE(person.wait([&] { return person.text("proof") == "Outside the radius"; }));
    EXPECT_EQ(kept(phone, "Bolt", "checkin_proof"), "outside");
}

TEST_F(VisitStory, FindsTodaysVisitFromTheCustomer) {
    Position::feed(Position::Searching);
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_NO_FATAL_FAILURE(add_customer(phone, "Walk-in"));
    ASSERT_TRUE(person.tap("checkInHere"));
    ASSERT_TRUE(person.waits_for("checkIn"));
    EXPECT_EQ(person.text("nearness"), QStringLiteral("Looking for your position…"));
    ASSERT_TRUE(person.tap("checkInByHand"));
    ASSERT_TRUE(person.type("reason", "Phone was empty"));
    ASSERT_TRUE(person.tap("giveReason"));
    ASSERT_TRUE(person.wait([&] { return person.text("proof") == "Entered by hand"; }));
    ASSERT_TRUE(person.tap("visitFields"));
    ASSERT_TRUE(person.waits_for("value_checkin_reason"));
    EXPECT_EQ(person.text("value_checkin_reason"), "Phone was empty");
    ASSERT_TRUE(person.tap("back"));
    ASSERT_TRUE(person.tap("back"));
    ASSERT_TRUE(person.tap("checkInHere"));
    ASSERT_TRUE(person.waits_for("stayClock")) << "the same visit, not another";
}

}  // namespace
}  // namespace tern::test

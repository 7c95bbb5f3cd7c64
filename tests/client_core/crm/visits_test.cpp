#include <gmock/gmock.h>
#include <tern/visits.h>

#include <tern/moment.h>

#include "tests/client_core/crm/records_fixture.h"

namespace tern {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr Millis kMinute = 60'000;
constexpr Millis kHour = 60 * kMinute;
constexpr double kMetresPerDegree = 111'195;  // of latitude

/// North of a place.
GeoPoint north(double metres) { return {52.0 + metres / kMetresPerDegree, 13.0}; }

class VisitsTest : public test::RecordsFixture {
protected:
    RecordId customer(const std::string& name, double metres) {
        return create(
            "account",
            {{"name", name}, {"billing_addr_lat", std::to_string(north(metres).latitude)}, {"billing_addr_lng", "13"}});
    }
    /// Today at an hour, UTC.
    Millis at(int hour, int minute = 0) { return *visits.today() * 24 * kHour + hour * kHour + minute * kMinute; }
    RecordId visit(const RecordId& account, int hour, std::vector<Assignment> more = {}) {
        more.emplace_back("account_id", uuid_text(account));
        more.emplace_back("starts_at", moment_text(at(hour)));
        more.emplace_back("ends_at", moment_text(at(hour) + 30 * kMinute));
        return create("visit", more);
    }
    DayPlan plan() {
        const auto day = visits.plan_of(*visits.today());
        EXPECT_TRUE(day) << day.error().text();
        return day ? *day : DayPlan{};
    }
    std::vector<std::string> order() {
        std::vector<std::string> out;
        for (const auto& stop : plan().stops) out.push_back(stop.title);
        return out;
    }
    std::vector<std::string> times() {
        std::vector<std::string> out;
        for (const auto& stop : plan().stops) out.push_back(stop.eta ? moment_text(*stop.eta).substr(11, 5) : "-");
        return out;
    }
    std::size_t count(const std::string& entity) {
        std::size_t n = 0;
        EXPECT_TRUE(records.list({entity, {}, {}, {}}, [&](const Json&) { ++n; }));
        return n;
    }
    static std::string said(const Status& status) { return status ? "taken" : status.error().text(); }
    static Presence seen_at(const GeoPoint& place, double accuracy = 10) {
        return {Fix{place, accuracy, false}, {}, false, {}};
    }

    Visits visits{client, "UTC"};
    RecordId acme = customer("Acme", 0);
};

TEST_F(VisitsTest, ProvesByTheRadius) {
    const auto proof = [&](const Presence& presence) {
        const auto id = visit(acme, 10);
        EXPECT_EQ(said(visits.check_in(id, presence)), "taken");
        const auto out = field(id, "checkin_proof");
        EXPECT_EQ(said(visits.check_out(id, {})), "taken");
        return out;
    };
    EXPECT_EQ(proof(seen_at(north(40))), "\"verified\"");
    EXPECT_EQ(proof(seen_at(north(299))), "\"verified\"");
    EXPECT_EQ(proof(seen_at(north(2000))), "\"outside\"");
    EXPECT_EQ(proof(seen_at(north(40), 900)), "\"unverified\"") << "worse than the radius";
    EXPECT_EQ(proof({}), "\"unverified\"");
    EXPECT_EQ(proof({{}, "Phone was empty", true, at(0)}), "\"manual\"");
    auto made_up = seen_at(north(40));
    made_up.fix->mock = true;
    EXPECT_EQ(proof(made_up), "\"unverified\"");
}

TEST_F(VisitsTest, RecordsTheArrival) {
    const auto id = visit(acme, 10);
    const auto near = visits.nearness(id, Fix{north(40), 12, false});
    ASSERT_TRUE(near);
    EXPECT_EQ(near->proof, Proof::verified);
    EXPECT_EQ(near->metres, 40);
    EXPECT_EQ(near->radius, 300);
    ASSERT_EQ(said(visits.check_in(id, seen_at(north(40), 12))), "taken");
    EXPECT_EQ(field(id, "state"), "\"checked_in\"");
    EXPECT_EQ(field(id, "checkin_geo_acc_m"), "12");
    EXPECT_EQ(field(id, "checkin_distance_m"), "40");
    EXPECT_EQ(field(id, "device_clock_skew_s"), "absent");
    EXPECT_EQ(field(id, "mock_location"), "absent");
    EXPECT_NE(field(id, "checkin_at"), "absent");
    EXPECT_THAT(said(visits.check_in(id, {})), HasSubstr("checked in there already"));
}

TEST_F(VisitsTest, TellsHowFarTheClockIsOff) {
    ASSERT_TRUE(client.store().set_clock_offset(-90'000, client.author()));
    const auto id = visit(acme, 10);
    ASSERT_EQ(said(visits.check_in(id, {})), "taken");
    EXPECT_EQ(field(id, "device_clock_skew_s"), "90");
}

TEST_F(VisitsTest, AsksForAReasonByHand) {
    const auto id = visit(acme, 10);
    EXPECT_THAT(said(visits.check_in(id, {{}, "", true, {}})), HasSubstr("needs a reason"));
    EXPECT_THAT(said(visits.check_in(id, {{}, "x", true, at(0) + 48 * kHour})), HasSubstr("in the past"));
    EXPECT_EQ(field(id, "state"), "absent") << "nothing is half written";
}

TEST_F(VisitsTest, HasOneOpenVisitAtATime) {
    const auto first = visit(acme, 9), second = visit(customer("Bolt", 1000), 10);
    EXPECT_FALSE(*visits.open_visit());
    ASSERT_EQ(said(visits.check_in(first, {})), "taken");
    ASSERT_TRUE(*visits.open_visit());
    EXPECT_EQ((*visits.open_visit())->title, "Acme");
    EXPECT_THAT(said(visits.check_in(second, {})), HasSubstr("still checked in at Acme; check out there first"));
    ASSERT_EQ(said(visits.check_out(first, {})), "taken");
    EXPECT_EQ(said(visits.check_in(second, {})), "taken");
    EXPECT_THAT(said(visits.check_in(first, {})), HasSubstr("is over"));
}

TEST_F(VisitsTest, EndsByTheNextOneWhereNoCheckOutIsNeeded) {
    const auto drop_in = create("visit_type", {{"name", "Drop in"}, {"need_checkout", "false"}});
    const auto first = visit(acme, 9, {{"visit_type_id", uuid_text(drop_in)}});
    const auto second = visit(customer("Bolt", 1000), 10);
    ASSERT_EQ(said(visits.check_in(first, {})), "taken");
    ASSERT_EQ(said(visits.check_in(second, {})), "taken");
    EXPECT_EQ(field(first, "state"), "\"done\"");
    EXPECT_EQ((*visits.open_visit())->id, second);
}

TEST_F(VisitsTest, LeavesNothingRequiredUndone) {
    const auto audit = create(
        "visit_type",
        {{"name", "Audit"},
         {"radius_m", "50"},
         {"actions",
          R"([{"order":1,"kind":"photo","required":true},{"order":2,"kind":"note"},{"order":3,"kind":"stock_count","required":true}])"}});
    const auto id = visit(acme, 9, {{"visit_type_id", uuid_text(audit)}});
    EXPECT_THAT(said(visits.done(id, 0)), HasSubstr("check in first"));
    ASSERT_EQ(said(visits.check_in(id, seen_at(north(60)))), "taken");
    EXPECT_EQ(field(id, "checkin_proof"), "\"outside\"") << "by the template's radius";
    EXPECT_THAT(said(visits.check_out(id, {})), HasSubstr("Photo of the shopfront, Stock count"));
    const auto order = create("order", {{"account_id", uuid_text(acme)}});
    ASSERT_EQ(said(visits.done(id, 0, "All full", "order:" + uuid_text(order))), "taken");
    EXPECT_THAT(said(visits.check_out(id, {})), HasSubstr("still to do here: Stock count"));
    ASSERT_EQ(said(visits.done(id, 2)), "taken");
    ASSERT_EQ(said(visits.undone(id, 2)), "taken");
    EXPECT_THAT(said(visits.check_out(id, {})), HasSubstr("Stock count"));
    ASSERT_EQ(said(visits.done(id, 2)), "taken");
    const auto actions = visits.actions(id);
    ASSERT_TRUE(actions);
    ASSERT_EQ(actions->size(), 3U);
    EXPECT_TRUE((*actions)[0].done_at);
    EXPECT_EQ((*actions)[0].note, "All full");
    EXPECT_FALSE((*actions)[1].done_at);
    EXPECT_THAT(field(id, "actions"), HasSubstr(uuid_text(order))) << "another action's change leaves it";
    ASSERT_EQ(said(visits.check_out(id, {seen_at(north(10)), "interested", "Wants more", at(0) + 48 * kHour})),
              "taken");
    EXPECT_EQ(field(id, "state"), "\"done\"");
    EXPECT_EQ(field(id, "checkout_proof"), "\"verified\"");
    EXPECT_EQ(field(id, "outcome"), "\"interested\"");
    EXPECT_EQ(field(id, "summary"), "\"Wants more\"");
    EXPECT_NE(field(id, "duration"), "absent");
    EXPECT_EQ(field(id, "next_follow_at"), "\"" + moment_text(at(0) + 48 * kHour) + "\"");
    EXPECT_THAT(said(visits.done(id, 1)), HasSubstr("not checked in"));
}

TEST_F(VisitsTest, FollowsUpOnce) {
    const auto id = visit(acme, 9);
    EXPECT_FALSE(visits.follow_up(id, 0, "x"));
    const auto task = visits.follow_up(id, 7, "Follow up: Acme");
    ASSERT_TRUE(task) << task.error().text();
    EXPECT_EQ(field(*task, "subject"), "\"Follow up: Acme\"");
    EXPECT_EQ(field(*task, "due_at"), "\"" + moment_text(at(9) + 7 * 24 * kHour) + "\"");
    EXPECT_EQ(field(id, "next_follow_at"), field(*task, "due_at"));
    EXPECT_EQ(field(*task, "parent_id"), "\"" + uuid_text(acme) + "\"");
    EXPECT_EQ(field(*task, "assignee_id"), "\"" + uuid_text(RecordId{client.user().bytes}) + "\"");
    const auto again = visits.follow_up(id, 3, "Follow up: Acme");
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, *task) << "the same task, another day";
    EXPECT_EQ(field(*task, "due_at"), "\"" + moment_text(at(9) + 3 * 24 * kHour) + "\"");
    EXPECT_EQ(count("task"), 1U);
}

TEST_F(VisitsTest, PutsTheDayInAnotherOrder) {
    // 15 km apart: half an hour at 30 km/h.
    const auto a = visit(acme, 9), b = visit(customer("Bolt", 15'000), 11), c = visit(customer("Cyber", 30'000), 14);
    const auto day = *visits.today();
    EXPECT_THAT(order(), ElementsAre("Acme", "Bolt", "Cyber"));
    EXPECT_FALSE(plan().id);
    EXPECT_EQ(plan().stops[1].metres, 15'000);
    EXPECT_NEAR(static_cast<double>(plan().metres), 30'000, 2);
    EXPECT_EQ(count("visit_plan"), 0U) << "looking makes nothing";

    ASSERT_EQ(said(visits.move(day, 2, 0)), "taken");
    EXPECT_THAT(order(), ElementsAre("Cyber", "Acme", "Bolt"));
    // 09:00 + 30 min there + 60 min drive; + 30 + 30.
    EXPECT_THAT(times(), ElementsAre("09:00", "10:30", "11:30"));
    EXPECT_EQ(field(c, "starts_at"), "\"" + moment_text(at(9)) + "\"");
    EXPECT_EQ(field(a, "ends_at"), "\"" + moment_text(at(11)) + "\"");
    EXPECT_EQ(field(b, "plan_id"), "\"" + uuid_text(*plan().id) + "\"");
    EXPECT_EQ(field(*plan().id, "planned_km"), "45");

    ASSERT_EQ(said(visits.move(day, 0, 2)), "taken");
    EXPECT_THAT(order(), ElementsAre("Acme", "Bolt", "Cyber"));
    EXPECT_THAT(times(), ElementsAre("09:00", "10:00", "11:00"));
    EXPECT_EQ(count("visit_plan"), 1U) << "one plan a day";
    EXPECT_THAT(said(visits.move(day, 0, 3)), HasSubstr("still ahead"));
}

TEST_F(VisitsTest, WarnsOfTimesThatCannotBe) {
    visit(acme, 9), visit(customer("Bolt", 60'000), 10), visit(customer("Cyber", 60'100), 12);
    EXPECT_EQ(plan().stops[1].late_minutes, 90) << "09:30 and two hours on the road, against 10:00";
    EXPECT_EQ(plan().stops[2].late_minutes, 0) << "12:00 and 13 seconds";
}

TEST_F(VisitsTest, KeepsAnAgreedTimeAndWarns) {
    visit(acme, 9), visit(customer("Bolt", 15'000), 11);
    const auto day = *visits.today();
    ASSERT_EQ(said(visits.set_time(day, 1, at(13))), "taken");
    EXPECT_THAT(times(), ElementsAre("09:00", "13:00"));
    EXPECT_TRUE(plan().stops[1].fixed);
    EXPECT_EQ(plan().stops[1].late_minutes, 0);
    ASSERT_EQ(said(visits.set_time(day, 1, at(9, 45))), "taken");
    EXPECT_EQ(plan().stops[1].late_minutes, 15) << "09:30 + half an hour";
    ASSERT_EQ(said(visits.free_time(day, 1)), "taken");
    EXPECT_THAT(times(), ElementsAre("09:00", "10:00"));
    EXPECT_EQ(plan().stops[1].late_minutes, 0);
    EXPECT_THAT(said(visits.set_time(day, 1, at(9) + 48 * kHour)), HasSubstr("another day"));
}

TEST_F(VisitsTest, RespectsTheWindowsOfAPlan) {
    const auto bolt = customer("Bolt", 15'000);
    const auto items = R"([{"order":1,"target_entity":"account","target_id":")" + uuid_text(acme) + R"(","eta":")" +
                       moment_text(at(9)) +
                       R"(","duration_min":60},{"order":2,"target_entity":"account","target_id":")" + uuid_text(bolt) +
                       R"(","eta":")" + moment_text(at(10)) + R"(","duration_min":30,"window_from":")" +
                       moment_text(at(11)) + R"(","window_to":")" + moment_text(at(12)) + R"("}])";
    const auto made = create("visit_plan", {{"rep_id", uuid_text(RecordId{client.user().bytes})},
                                            {"date", moment_text(at(0)).substr(0, 10)},
                                            {"items", items}});
    const auto day = *visits.today();
    EXPECT_THAT(order(), ElementsAre("Acme", "Bolt"));
    EXPECT_FALSE(plan().stops[0].visit);
    ASSERT_EQ(said(visits.free_time(day, 1)), "taken");
    EXPECT_THAT(times(), ElementsAre("09:00", "11:00")) << "not before the window";
    ASSERT_EQ(said(visits.set_time(day, 0, at(12))), "taken");
    EXPECT_EQ(plan().stops[1].late_minutes, 90) << "13:30 against 12:00";
    EXPECT_EQ(plan().id, made);

    // A visit that is made for a stop stands in its place.
    const auto there = visits.visit_at("account", bolt);
    ASSERT_TRUE(there) << there.error().text();
    EXPECT_THAT(order(), ElementsAre("Acme", "Bolt"));
    EXPECT_EQ(plan().stops[1].visit, *there);
    EXPECT_EQ(*visits.visit_at("account", bolt), *there) << "found, not made again";
}

TEST_F(VisitsTest, SubmitsAndIsADraftAgainAfterAChange) {
    const auto day = *visits.today();
    EXPECT_THAT(said(visits.submit(day)), HasSubstr("no stop"));
    visit(acme, 9), visit(customer("Bolt", 100), 10);
    ASSERT_EQ(said(visits.submit(day)), "taken");
    EXPECT_EQ(plan().state, "submitted");
    visit(customer("Cyber", 200), 12);
    EXPECT_THAT(order(), ElementsAre("Acme", "Bolt", "Cyber")) << "a visit that the plan lacks";
    ASSERT_EQ(said(visits.move(day, 1, 0)), "taken");
    EXPECT_EQ(plan().state, "draft");
    EXPECT_EQ(count("visit_plan"), 1U);
}

TEST_F(VisitsTest, CallsOffForAReason) {
    const auto first = visit(acme, 9), second = visit(customer("Bolt", 15'000), 10);
    EXPECT_THAT(said(visits.skip(first, "")), HasSubstr("for a reason"));
    ASSERT_EQ(said(visits.skip(first, "closed")), "taken");
    EXPECT_EQ(field(first, "state"), "\"skipped\"");
    EXPECT_EQ(field(first, "skip_reason"), "\"closed\"");
    EXPECT_EQ(plan().metres, 0) << "nobody goes there";
    EXPECT_THAT(said(visits.move(*visits.today(), 0, 1)), HasSubstr("still ahead"));
    ASSERT_EQ(said(visits.check_in(second, {})), "taken");
    EXPECT_THAT(said(visits.cancel(second, "other")), HasSubstr("check out of it"));
}

}  // namespace
}  // namespace tern

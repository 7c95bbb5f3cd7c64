// What happened with a customer, as its page tells it.
#include "mobile_app/adapters/timeline_model.h"
#include "tests/ui/app_fixture.h"

namespace tern::test {
namespace {

class TimelineStory : public App {
protected:
    static QString head(Phone& phone, int row) {
        const auto* line = phone.driver.find(QStringLiteral("event_%1").arg(row));
        return line == nullptr ? QString{} : line->property("head").toString();
    }
    static QVariantMap line(Phone& phone, int row) {
        const auto* item = phone.driver.find(QStringLiteral("event_%1").arg(row));
        return item == nullptr ? QVariantMap{} : item->property("line").toMap();
    }
};

TEST_F(TimelineStory, TellsWhatHappenedAndLeadsThere) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_TRUE(phone.make("account", {{"name", "Acme"}}));
    ASSERT_TRUE(phone.make("visit", {{"account_id", "Acme"},
                                     {"subject", "At the door"},
                                     {"summary", "Wants blue boxes"},
                                     {"starts_at", "2020-05-04T09:00:00Z"}}));
    ASSERT_TRUE(
        phone.make("quote", {{"account_id", "Acme"}, {"quote_no", "Q-1"}, {"sent_at", "2101-01-01T09:00:00Z"}}));
    ASSERT_TRUE(person.tap("nav_account"));
    ASSERT_TRUE(person.tap("row_0"));
    ASSERT_TRUE(person.wait([&] { return head(phone, 2) == "At the door"; })) << head(phone, 2).toStdString();
    EXPECT_TRUE(person.wait([&] { return head(phone, 0) == "Q-1"; })) << "what lies ahead comes first";
    EXPECT_EQ(head(phone, 1), "Created");
    EXPECT_EQ(line(phone, 2)["text"], "Wants blue boxes");

    // A change stands in the stream, with what was changed; it alone, when that is asked for.
    ASSERT_TRUE(person.tap("edit"));
    ASSERT_TRUE(person.tap("allFields"));
    ASSERT_TRUE(person.type("field_employees", "250"));
    ASSERT_TRUE(person.tap("save"));
    ASSERT_TRUE(person.wait([&] { return head(phone, 1) == "Changed"; })) << head(phone, 1).toStdString();
    const auto fact = line(phone, 1)["facts"].toList().value(0).toMap();
    EXPECT_EQ(fact["field"], "employees");
    EXPECT_EQ(fact["value"], "250");
    QMetaObject::invokeMethod(person.find("timelineShows"), "chosen", Q_ARG(QVariant, app::TimelineModel::Changes));
    ASSERT_TRUE(person.wait([&] { return head(phone, 0) == "Changed" && head(phone, 1) == "Created"; }));
    QMetaObject::invokeMethod(person.find("timelineShows"), "chosen", Q_ARG(QVariant, app::TimelineModel::Events));
    ASSERT_TRUE(person.wait([&] { return head(phone, 1) == "At the door"; }));
    ASSERT_TRUE(person.tap("event_1"));
    EXPECT_TRUE(person.waits_for("checkIn")) << "the visit's own page";
}

TEST_F(TimelineStory, TakesANoteOnTheSpot) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_NO_FATAL_FAILURE(add_customer(phone, "Acme"));
    ASSERT_TRUE(person.tap("addNote"));
    ASSERT_TRUE(person.type("field_subject", "Met at the fair"));
    ASSERT_TRUE(person.tap("save"));
    ASSERT_TRUE(person.wait([&] { return person.text("recordTitle") == "Met at the fair"; }))
        << person.text("problem").toStdString();
    ASSERT_TRUE(person.tap("back"));
    EXPECT_TRUE(person.wait([&] { return head(phone, 0) == "Met at the fair"; })) << head(phone, 0).toStdString();
}

}  // namespace
}  // namespace tern::test

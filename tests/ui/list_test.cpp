// Lists: narrowed, kept as views, changed by many, as tables, swept aside; and the calendar.
#include <tern/moment.h>
#include <tern/saved_view.h>

#include "mobile_app/adapters/record_list.h"
#include "tests/ui/app_fixture.h"

namespace tern::test {
namespace {

class ListStory : public App {
protected:
    /// One field of those that fit, in their order, as the core gives it.
    static QStringList kept(Phone& phone, const std::string& entity, const std::string& where, const std::string& sort,
                            const std::string& field) {
        return ask(phone, [=](Client& client) {
            QStringList out;
            const auto status = Records{client}.list(
                {entity, where.empty() ? std::vector<std::string>{} : std::vector{where}, sort, {}},
                [&](const Json& record) {
                    const Json* value = record.find(field);
                    out.push_back(value == nullptr ? QString{} : QString::fromStdString(value->plain()));
                });
            if (!status) out = {QString::fromStdString(status.error().text())};
            return out;
        });
    }
    static QStringList rows(Phone& phone) {
        QStringList out;
        for (int i = 0;; ++i) {
            const auto* row = phone.driver.find(QStringLiteral("row_%1").arg(i));
            if (row == nullptr) return out;
            out.push_back(row->property("title").toString());
        }
    }
    static bool shows(Phone& phone, const QStringList& titles) {
        return phone.driver.wait([&] { return rows(phone) == titles; });
    }
    static void five_customers(Phone& phone) {
        const std::vector<std::vector<Assignment>> all{
            {{"name", "Acme"}, {"industry", "software"}, {"employees", "20"}},
            {{"name", "Bolt"}, {"industry", "retail"}, {"employees", "500"}},
            {{"name", "Cyber"}, {"industry", "software"}, {"employees", "900"}},
            {{"name", "Delta"}, {"industry", "retail"}, {"employees", "60"}},
            {{"name", "Echo"}, {"employees", "700"}},
        };
        for (const auto& fields : all) ASSERT_TRUE(phone.make("account", fields));
    }
    static void customers(Phone& phone) {
        ASSERT_TRUE(phone.driver.tap("nav_account"));
        ASSERT_TRUE(shows(phone, {"Acme", "Bolt", "Cyber", "Delta", "Echo"})) << rows(phone).join(", ").toStdString();
    }
    static void narrow(Phone& phone, const QString& field, const QString& comparison) {
        auto& person = phone.driver;
        ASSERT_TRUE(person.tap("addCondition"));
        ASSERT_TRUE(person.type("fieldSearch", field));
        ASSERT_TRUE(person.tap("pick_" + field));
        ASSERT_TRUE(person.tap("compare_" + comparison));
    }
    static void as_desk(Phone& phone) {
        phone.view().resize(1440, 900);
        ASSERT_TRUE(phone.driver.wait([&] { return phone.view().width() == 1440; }));
    }
    /// With a finger across a row, in steps as a hand makes them.
    static void swipe(Phone& phone, const QString& name, QPointF by) {
        static auto* finger = QTest::createTouchDevice();
        ASSERT_TRUE(phone.driver.waits_for(name));
        const auto* row = phone.driver.find(name);
        const QPointF start = row->mapToScene(QPointF{row->width() / 2, row->height() / 2});
        QTest::touchEvent(&phone.view(), finger).press(0, start.toPoint());
        for (int i = 1; i <= 12; ++i) {
            QTest::qWait(12);
            QTest::touchEvent(&phone.view(), finger).move(0, (start + by * i / 12).toPoint());
        }
        QTest::qWait(12);
        QTest::touchEvent(&phone.view(), finger).release(0, (start + by).toPoint());
        QTest::qWait(60);
    }
};

TEST_F(ListStory, NarrowsAListAndKeepsItAsAView) {
    {
        Phone phone{folder.path() + "/data"};
        auto& person = phone.driver;
        ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
        ASSERT_NO_FATAL_FAILURE(five_customers(phone));
        ASSERT_NO_FATAL_FAILURE(customers(phone));
        ASSERT_TRUE(person.tap("filterButton"));
        ASSERT_NO_FATAL_FAILURE(narrow(phone, "industry", "is one of"));
        ASSERT_TRUE(person.tap("value_retail"));
        ASSERT_TRUE(person.tap("takeCondition"));
        ASSERT_NO_FATAL_FAILURE(narrow(phone, "employees", "is between"));
        ASSERT_TRUE(person.type("field_value0", "50"));
        ASSERT_TRUE(person.type("field_value1", "800"));
        ASSERT_TRUE(person.tap("takeCondition"));
        ASSERT_TRUE(person.tap("filterDone"));
        ASSERT_TRUE(shows(phone, {"Bolt", "Delta"})) << rows(phone).join(", ").toStdString();
        EXPECT_EQ(rows(phone),
                  kept(phone, "account", "employees between 50 and 800 and industry in (retail)", "name", "name"));
        EXPECT_EQ(person.text("listCount"), "2 fit the filter");

        ASSERT_TRUE(person.tap("sortButton"));
        ASSERT_TRUE(person.tap("sortField"));
        ASSERT_TRUE(person.tap("pick_employees"));
        ASSERT_TRUE(person.tap("sortDone"));
        ASSERT_TRUE(shows(phone, {"Delta", "Bolt"}));
        ASSERT_TRUE(person.tap("keepView"));
        ASSERT_TRUE(person.type("viewName", "Mid retail"));
        ASSERT_TRUE(person.tap("saveView"));
        ASSERT_TRUE(person.waits_for("view_Mid retail")) << person.text("toast").toStdString();
        EXPECT_TRUE(person.wait([&] { return !person.sees("keepView"); })) << "it is what is kept";
        // A cross takes a condition away.
        ASSERT_TRUE(person.tap("chip_0_away"));
        ASSERT_TRUE(shows(phone, {"Delta", "Bolt", "Echo"}));
        EXPECT_TRUE(person.waits_for("keepView"));
    }
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_TRUE(person.type("password", "correct horse battery"));
    ASSERT_TRUE(person.tap("go"));
    ASSERT_NO_FATAL_FAILURE(customers(phone));
    ASSERT_TRUE(person.tap("view_Mid retail"));
    ASSERT_TRUE(shows(phone, {"Delta", "Bolt"})) << rows(phone).join(", ").toStdString();
    // The command's view is the same one.
    const auto view = ask(phone, [](Client& client) { return read_view(client, "account", "Mid retail"); });
    ASSERT_TRUE(view) << view.error().text();
    EXPECT_EQ(sort_text(view->query.sort), "employees");
    ASSERT_TRUE(person.tap("view_all"));
    ASSERT_TRUE(shows(phone, {"Acme", "Bolt", "Cyber", "Delta", "Echo"}));
}

TEST_F(ListStory, ShowsTheFirstScreensBeforeTheWholeIsInOrder) {
    Phone phone{folder.path()};
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    constexpr int kMany = 150;
    ask(phone, [](Client& client) {
        Records records{client};
        for (int i = 0; i < kMany; ++i)
            if (!records.create("account", {{"name", "Shop " + std::to_string(100 + (i * 37) % kMany)}})) return false;
        return true;
    });
    app::RecordList list;
    std::vector<std::pair<int, bool>> seen;
    QObject::connect(&list, &app::RecordList::countChanged, [&] { seen.emplace_back(list.count(), list.whole()); });
    bool asked_for_all = false;
    QObject::connect(&list, &app::RecordList::readyChanged, [&] {
        if (!list.ready() || std::exchange(asked_for_all, true)) return;
        list.selectAll();  // by somebody who is quick
    });
    list.setEntity("account");
    list.setSort("-name");
    ASSERT_TRUE(phone.driver.wait([&] { return list.whole(); }));
    using testing::Pair;
    EXPECT_THAT(seen, testing::ElementsAre(Pair(0, false), Pair(64, false), Pair(kMany, false)));
    EXPECT_EQ(list.selectedCount(), kMany);
    const auto names = kept(phone, "account", "", "-name", "id");
    QStringList ids;
    for (int row = 0; row < list.count(); ++row) ids.push_back(list.idAt(row));
    EXPECT_EQ(ids, names);
    // It stays true, also of what came after the first screens.
    ASSERT_TRUE(phone.make("account", {{"name", "A last one"}}));
    EXPECT_TRUE(phone.driver.wait([&] { return list.count() == kMany + 1; }));
    EXPECT_EQ(list.rowOf(kept(phone, "account", "name = \"A last one\"", "", "id").value(0)), kMany);
}

TEST_F(ListStory, GroupsAListAndOpensAGroup) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_NO_FATAL_FAILURE(five_customers(phone));
    ASSERT_NO_FATAL_FAILURE(customers(phone));
    ASSERT_TRUE(person.tap("sortButton"));
    ASSERT_TRUE(person.tap("groupField"));
    ASSERT_TRUE(person.tap("choice_industry"));
    ASSERT_TRUE(person.tap("sortDone"));
    ASSERT_TRUE(person.waits_for("group_2"));
    EXPECT_TRUE(shows(phone, {})) << "folded";
    QStringList groups;
    for (int i = 0; i < 3; ++i) {
        const auto* group = person.find(QStringLiteral("group_%1").arg(i));
        groups.push_back(group->property("text").toString() + " " + group->property("aside").toString());
    }
    EXPECT_THAT(groups, testing::UnorderedElementsAre("Software 2", "Retail 2", "Without 1"));
    ASSERT_TRUE(person.tap(QStringLiteral("group_%1").arg(groups.indexOf("Software 2"))));
    ASSERT_TRUE(shows(phone, {"Acme", "Cyber"})) << rows(phone).join(", ").toStdString();
    EXPECT_TRUE(person.sees("group_2"));
    ASSERT_TRUE(person.tap(QStringLiteral("group_%1").arg(groups.indexOf("Without 1"))));
    ASSERT_TRUE(shows(phone, {"Echo"}));
}

TEST_F(ListStory, ChangesThreeOfFiveAndPutsThemBack) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_NO_FATAL_FAILURE(five_customers(phone));
    ASSERT_NO_FATAL_FAILURE(customers(phone));
    const auto before = kept(phone, "account", "", "name", "industry");
    ASSERT_TRUE(person.drag("row_0", "row_0", 1'000));  // rests on it
    ASSERT_TRUE(person.waits_for("selectionBar"));
    ASSERT_TRUE(person.tap("row_1"));
    ASSERT_TRUE(person.tap("row_4"));
    ASSERT_TRUE(person.wait([&] { return person.text("selectedCount") == "3 selected"; }))
        << person.text("selectedCount").toStdString();
    ASSERT_TRUE(person.tap("bulkChange"));
    ASSERT_TRUE(person.type("fieldSearch", "industry"));
    ASSERT_TRUE(person.tap("pick_industry"));
    ASSERT_TRUE(person.tap("field_bulk"));
    ASSERT_TRUE(person.tap("choice_banking"));
    ASSERT_TRUE(person.tap("takeBulk"));
    ASSERT_TRUE(person.wait([&] { return person.text("toast") == "3 changed"; })) << person.text("toast").toStdString();
    EXPECT_EQ(kept(phone, "account", "industry = banking", "name", "name"), (QStringList{"Acme", "Bolt", "Echo"}));
    EXPECT_FALSE(person.sees("selectionBar"));
    ASSERT_TRUE(person.tap("undo"));
    ASSERT_TRUE(person.wait([&] { return person.text("toast") == "Undone"; })) << person.text("toast").toStdString();
    EXPECT_EQ(kept(phone, "account", "", "name", "industry"), before);
}

TEST_F(ListStory, SweepsATaskAsideAndNotWhileItScrolls) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    for (int i = 0; i < 20; ++i) ASSERT_TRUE(phone.make("task", {{"subject", "Task " + std::to_string(10 + i)}}));
    ASSERT_TRUE(person.tap("nav_more"));
    ASSERT_TRUE(person.tap("kind_task"));
    ASSERT_TRUE(person.wait([&] { return person.sees("row_3") && person.find("row_1")->property("loaded").toBool(); }));
    const auto title = person.find("row_1")->property("title").toString().toStdString();
    // A flick that goes a little aside scrolls, and does no more.
    ASSERT_NO_FATAL_FAILURE(swipe(phone, "row_3", {-60, -300}));
    ASSERT_TRUE(person.wait([&] { return !person.find("records")->property("moving").toBool(); }));
    EXPECT_GT(person.find("records")->property("contentY").toReal(), 50);
    EXPECT_TRUE(kept(phone, "task", "state = done", "", "subject").isEmpty());
    person.find("records")->setProperty("contentY", 0);
    // A short one moves nothing.
    ASSERT_NO_FATAL_FAILURE(swipe(phone, "row_1", {-60, 0}));
    EXPECT_TRUE(kept(phone, "task", "state = done", "", "subject").isEmpty());
    ASSERT_NO_FATAL_FAILURE(swipe(phone, "row_1", {-190, 4}));
    ASSERT_TRUE(person.wait([&] { return person.text("toast") == "1 changed"; })) << person.text("toast").toStdString();
    EXPECT_EQ(kept(phone, "task", "state = done", "", "subject"), QStringList{QString::fromStdString(title)});
    ASSERT_TRUE(person.tap("undo"));
    ASSERT_TRUE(person.wait([&] { return kept(phone, "task", "state = done", "", "subject").isEmpty(); }));
    EXPECT_TRUE(kept(phone, "task", "not completed_at empty", "", "subject").isEmpty());
}

TEST_F(ListStory, SortsAndEditsATableByKeys) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_NO_FATAL_FAILURE(five_customers(phone));
    ASSERT_NO_FATAL_FAILURE(as_desk(phone));
    ASSERT_TRUE(person.tap("nav_account"));
    ASSERT_TRUE(person.waits_for("row_4"));
    // The first stands beside the list, and so does the one that is tapped.
    ASSERT_TRUE(person.wait([&] { return person.text("recordTitle") == "Acme"; }));
    ASSERT_TRUE(person.tap("row_2"));
    ASSERT_TRUE(person.wait([&] { return person.text("recordTitle") == "Cyber" && person.sees("row_2"); }));
    ASSERT_TRUE(person.tap("tableButton"));
    ASSERT_TRUE(person.waits_for("line_4"));
    ASSERT_TRUE(person.tap("head_industry"));
    const auto first = [&] {
        return person.find("line_0") == nullptr ? QString{}
                                                : person.find("line_0")->property("values").toStringList().value(0);
    };
    ASSERT_TRUE(person.wait([&] { return first() == "Bolt" || first() == "Delta"; })) << first().toStdString();
    ASSERT_TRUE(person.tap("head_name"));
    ASSERT_TRUE(person.wait([&] { return first() == "Acme"; }));
    // The first column, second row: another name.
    auto* table = person.find("tableRows");
    table->forceActiveFocus();
    table->setProperty("currentIndex", 0);
    person.key(Qt::Key_Down);
    person.key(Qt::Key_F2);
    ASSERT_TRUE(person.waits_for("cellBox"));
    ASSERT_TRUE(person.wait([&] { return person.text("cellBox") == "Bolt"; }));
    for (const QChar c : QStringLiteral("Bolt Ltd"))
        QTest::sendKeyEvent(QTest::Click, &phone.view(), Qt::Key_unknown, QString{c}, Qt::NoModifier, -1);
    EXPECT_EQ(person.text("cellBox"), "Bolt Ltd");
    person.key(Qt::Key_Return);
    ASSERT_TRUE(person.wait([&] { return kept(phone, "account", "", "name", "name").contains("Bolt Ltd"); }))
        << person.text("toast").toStdString();
    ASSERT_TRUE(person.wait([&] { return !person.sees("cellBox"); }));
    // Esc leaves what was.
    person.key(Qt::Key_F2);
    ASSERT_TRUE(person.waits_for("cellBox"));
    person.key(Qt::Key_X);
    person.key(Qt::Key_Escape);
    ASSERT_TRUE(person.wait([&] { return !person.sees("cellBox"); }));
    EXPECT_TRUE(kept(phone, "account", "", "name", "name").contains("Bolt Ltd"));
    // Space, Shift and arrows, Ctrl+A select; Enter opens.
    person.key(Qt::Key_Space);
    person.key(Qt::Key_Down, Qt::ShiftModifier);
    ASSERT_TRUE(person.wait([&] { return person.text("selectedCount") == "2 selected"; }))
        << person.text("selectedCount").toStdString();
    person.key(Qt::Key_A, Qt::ControlModifier);
    ASSERT_TRUE(person.wait([&] { return person.text("selectedCount") == "5 selected"; }));
    person.key(Qt::Key_Escape);
    ASSERT_TRUE(person.wait([&] { return !person.sees("selectionBar"); }));
    person.key(Qt::Key_Return);
    ASSERT_TRUE(person.wait([&] { return person.text("recordTitle") == "Cyber"; }))
        << person.text("recordTitle").toStdString();
    ASSERT_TRUE(person.tap("back"));
    ASSERT_TRUE(person.tap("tableButton"));
    ASSERT_TRUE(person.waits_for("row_0"));
}

TEST_F(ListStory, ShowsAVisitOnItsDay) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_TRUE(phone.make("account", {{"name", "Acme"}}));
    const QDate today = QDate::currentDate();
    const QDate other = today.day() > 14 ? today.addDays(-7) : today.addDays(7);
    const auto moment = [](QDate day, int hour) {
        return moment_text(QDateTime{day, QTime{hour, 0}}.toMSecsSinceEpoch());
    };
    ASSERT_TRUE(phone.make("visit", {{"subject", "Shelves"},
                                     {"account_id", "Acme"},
                                     {"starts_at", moment(today, 10)},
                                     {"ends_at", moment(today, 11)}}));
    ASSERT_TRUE(phone.make("task", {{"subject", "Send offer"}, {"due_at", moment(other, 15)}}));
    ASSERT_TRUE(person.tap("nav_more"));
    ASSERT_TRUE(person.tap("goCalendar"));
    ASSERT_TRUE(person.waits_for("calendarTitle"));
    ASSERT_TRUE(person.waits_for("event_0")) << person.text("toast").toStdString();
    EXPECT_EQ(person.find("event_0")->property("title"), "Shelves");
    EXPECT_FALSE(person.sees("event_1"));
    ASSERT_TRUE(person.tap("day_" + other.toString(Qt::ISODate)));
    ASSERT_TRUE(person.wait(
        [&] { return person.sees("event_0") && person.find("event_0")->property("title") == "Send offer"; }));
    // On a desk the week with its hours.
    ASSERT_NO_FATAL_FAILURE(as_desk(phone));
    ASSERT_TRUE(person.waits_for("weekEvent_0"));
    EXPECT_EQ(person.find("weekEvent_0")->property("title"), "Send offer");
    ASSERT_TRUE(person.tap(other > today ? "weekBefore" : "weekAfter"));
    ASSERT_TRUE(person.wait(
        [&] { return person.sees("weekEvent_0") && person.find("weekEvent_0")->property("title") == "Shelves"; }));
    ASSERT_TRUE(person.tap("weekEvent_0"));
    ASSERT_TRUE(person.waits_for("checkIn"));
}

}  // namespace
}  // namespace tern::test

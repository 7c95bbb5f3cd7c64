// The app as a person meets it: real QML, real core, a real server.
#include "mobile_app/adapters/record_list.h"
#include "tests/ui/app_fixture.h"

namespace tern::test {
namespace {

TEST_F(App, LeadsFromTheFirstMinuteToASyncedCustomer) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    EXPECT_EQ(phone.backend().org(), "Maven");
    EXPECT_EQ(phone.backend().user(), "Ann");

    // Without a network, as in a basement.
    phone.backend().setOnline(false);
    ASSERT_NO_FATAL_FAILURE(add_customer(phone, "Cyberdyne"));
    ASSERT_TRUE(person.wait([&] { return phone.backend().pending() > 0; }));
    EXPECT_TRUE(person.text("syncLight").isEmpty()) << "the light belongs to the sections";
    ASSERT_TRUE(person.tap("back"));
    ASSERT_TRUE(person.wait([&] { return person.text("syncLight").contains("waiting"); }))
        << person.text("syncLight").toStdString();

    ASSERT_TRUE(person.tap("nav_account"));
    ASSERT_TRUE(person.waits_for("row_0"));
    ASSERT_TRUE(person.wait([&] { return person.find("row_0")->property("title") == "Cyberdyne"; }));
    ASSERT_TRUE(person.type("listSearch", "cyb"));
    ASSERT_TRUE(person.tap("hit_0"));
    ASSERT_TRUE(person.tap("edit"));
    ASSERT_TRUE(person.tap("allFields"));
    ASSERT_TRUE(person.type("field_employees", "250"));
    ASSERT_TRUE(person.tap("save"));
    ASSERT_TRUE(person.wait([&] { return person.text("value_employees") == "250"; }))
        << person.text("problem").toStdString();

    phone.backend().setOnline(true);
    ASSERT_TRUE(person.wait([&] { return phone.backend().syncState() == Backend::SyncState::Synced; }))
        << phone.backend().trouble().toStdString();
    EXPECT_EQ(phone.backend().pending(), 0);
}

TEST_F(App, SaysWhatIsWrongAndKeepsWhatWasTyped) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_TRUE(person.tap("nav_add"));
    ASSERT_TRUE(person.tap("new_account"));
    ASSERT_TRUE(person.type("field_name", "Acme"));
    ASSERT_TRUE(person.tap("allFields"));
    ASSERT_TRUE(person.type("field_employees", "many"));
    ASSERT_TRUE(person.tap("save"));
    ASSERT_TRUE(person.wait([&] { return person.text("problem").contains("Employees"); }))
        << person.text("problem").toStdString();
    EXPECT_EQ(phone.backend().pending(), 0) << "nothing is half saved";
    ASSERT_TRUE(person.type("field_employees", "12"));
    ASSERT_TRUE(person.tap("save"));
    ASSERT_TRUE(person.wait([&] { return person.text("recordTitle") == "Acme"; }));
}

TEST_F(App, MovesADealOnTheBoardByThumbAndByKeys) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_TRUE(phone.make("pipeline", {{"name", "Sales"}}));
    for (const char* stage : {"1 Contact", "2 Offer", "3 Contract"})
        ASSERT_TRUE(phone.make("stage", {{"name", stage}, {"pipeline_id", "Sales"}, {"order", std::string{stage[0]}}}));
    ASSERT_TRUE(phone.make("opportunity", {{"name", "Big"}, {"stage_id", "1 Contact"}, {"amount", "100 EUR"}}));
    phone.view().resize(1440, 900);
    ASSERT_TRUE(person.tap("nav_opportunity"));
    ASSERT_TRUE(person.waits_for("card_0_0"));
    // A swipe over the card moves nothing.
    ASSERT_TRUE(person.drag("card_0_0", "stage_1", 20));
    EXPECT_TRUE(person.sees("card_0_0"));
    EXPECT_FALSE(person.sees("card_1_0"));
    ASSERT_TRUE(person.drag("card_0_0", "stage_2", 600));
    ASSERT_TRUE(person.waits_for("card_2_0"));
    EXPECT_FALSE(person.sees("card_0_0"));
    person.find("card_2_0")->forceActiveFocus();
    person.key(Qt::Key_Left, Qt::ControlModifier);
    ASSERT_TRUE(person.waits_for("card_1_0"));
    ASSERT_TRUE(person.tap("undo"));
    ASSERT_TRUE(person.waits_for("card_2_0"));
}

TEST_F(App, SetsUpTheUsualStagesAndLeadsADealThroughThem) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_TRUE(person.tap("nav_opportunity"));
    ASSERT_TRUE(person.tap("emptyAction"));
    ASSERT_TRUE(person.waits_for("stage_0"));
    ASSERT_TRUE(phone.make("opportunity", {{"name", "Spring restock"}, {"amount", "100 EUR"}}));
    ASSERT_TRUE(person.tap("card_0_0"));
    ASSERT_TRUE(person.waits_for("step_3"));
    const auto at = [&] { return person.text("dealStage"); };
    EXPECT_TRUE(person.wait([&] { return at() == "Stage 1 of 4: Qualifying"; })) << at().toStdString();
    EXPECT_EQ(person.text("dealAmount"), QString::fromUtf8("EUR\u00a0100.00"));
    ASSERT_TRUE(person.tap("step_2"));
    EXPECT_TRUE(person.wait([&] { return at() == "Stage 3 of 4: Proposal"; })) << at().toStdString();
    ASSERT_TRUE(person.tap("undo"));
    EXPECT_TRUE(person.wait([&] { return at() == "Stage 1 of 4: Qualifying"; })) << at().toStdString();
    ASSERT_TRUE(person.tap("dealWon"));
    EXPECT_TRUE(person.wait([&] { return !person.sees("step_0"); }));
}

TEST_F(App, WarnsOfACustomerWhoIsAlreadyThere) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_TRUE(phone.make("account", {{"name", "Muster GmbH"}, {"phones", "+49 30 901820"}}));
    ASSERT_TRUE(person.tap("nav_add"));
    ASSERT_TRUE(person.tap("new_account"));
    ASSERT_TRUE(person.type("field_name", "Other"));
    QTest::qWait(400);
    EXPECT_FALSE(person.sees("alike"));
    ASSERT_TRUE(person.type("field_name", "MUSTER AG"));
    ASSERT_TRUE(person.waits_for("alike_0"));
    EXPECT_EQ(person.find("alike_0")->property("text"), "Muster GmbH");
    ASSERT_TRUE(person.tap("alike_0"));
    ASSERT_TRUE(person.wait([&] { return person.text("recordTitle") == "Muster GmbH"; }));
    ASSERT_TRUE(person.tap("back"));
    EXPECT_EQ(phone.text_in("field_name"), "MUSTER AG") << "what was typed is still there";
}

TEST_F(App, ForgetsAListWhoseKindWasTakenAway) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_TRUE(phone.make("account", {{"name", "Acme"}}));
    app::RecordList list, other;
    for (auto* each : {&list, &other}) each->setEntity("account");
    ASSERT_TRUE(person.wait([&] { return list.count() == 1 && other.count() == 1; }));
    list.setEntity("");
    ASSERT_TRUE(phone.make("account", {{"name", "Bolt"}}));
    ASSERT_TRUE(person.wait([&] { return other.count() == 2; }));
    EXPECT_EQ(list.count(), 0) << "an answer to what it asked before";
}

TEST_F(App, TakesADeletionBack) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_NO_FATAL_FAILURE(add_customer(phone, "Initech"));
    ASSERT_TRUE(person.tap("delete"));
    ASSERT_TRUE(person.tap("nav_account"));
    ASSERT_TRUE(person.wait([&] { return !person.sees("row_0"); }));
    ASSERT_TRUE(person.tap("undo"));
    ASSERT_TRUE(person.waits_for("row_0"));
}

TEST_F(App, OpensAgainWithThePasswordAlone) {
    {
        Phone phone{folder.path() + "/data"};
        ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
        ASSERT_NO_FATAL_FAILURE(add_customer(phone, "Umbrella"));
    }
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    EXPECT_EQ(phone.backend().state(), Backend::State::Locked);
    ASSERT_TRUE(person.type("password", "wrong"));
    ASSERT_TRUE(person.tap("go"));
    ASSERT_TRUE(person.wait([&] { return !person.text("toast").isEmpty(); }));
    EXPECT_EQ(phone.backend().state(), Backend::State::Locked);
    ASSERT_TRUE(person.type("password", "correct horse battery"));
    ASSERT_TRUE(person.tap("go"));
    ASSERT_TRUE(person.tap("nav_account"));
    ASSERT_TRUE(
        person.wait([&] { return person.sees("row_0") && person.find("row_0")->property("title") == "Umbrella"; }));
}

TEST_F(App, SpeaksBothLanguagesAtRunTime) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    EXPECT_EQ(person.text("nav_today"), "Today");
    phone.backend().setLanguage("zh");
    ASSERT_TRUE(person.wait([&] { return person.text("nav_today") == QStringLiteral("今日"); }))
        << person.text("nav_today").toStdString();
    EXPECT_TRUE(person.wait([&] { return phone.backend().entity("account")["label"] == QStringLiteral("客户"); }));
    // A form that is open follows, with what was typed.
    ASSERT_TRUE(person.tap("nav_add"));
    ASSERT_TRUE(person.tap("new_account"));
    ASSERT_TRUE(person.type("field_name", "Cyberdyne"));
    const auto label = [&] { return person.find("field_name")->property("field").toMap()["label"].toString(); };
    EXPECT_EQ(label(), QStringLiteral("名称"));
    phone.backend().setLanguage("en");
    EXPECT_TRUE(person.wait([&] { return label() == QStringLiteral("Name"); }));
    EXPECT_EQ(phone.text_in("field_name"), "Cyberdyne");
}

TEST_F(App, IsDrivenByKeysAlone) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_NO_FATAL_FAILURE(add_customer(phone, "Tyrell"));
    phone.view().resize(1440, 900);
    ASSERT_NO_FATAL_FAILURE(add_customer(phone, "Tyros"));
    person.key(Qt::Key_Escape);
    person.key(Qt::Key_K, Qt::ControlModifier);
    ASSERT_TRUE(person.waits_for("searchBox"));
    for (const char c : {'t', 'y', 'r'}) QTest::keyClick(&phone.view(), c);
    ASSERT_TRUE(person.waits_for("hit_1"));
    person.key(Qt::Key_Down);
    person.key(Qt::Key_Down);
    const auto second = person.find("hit_1")->property("title").toString();
    person.key(Qt::Key_Return);
    ASSERT_TRUE(person.wait([&] { return person.text("recordTitle") == second; }));
    person.key(Qt::Key_E, Qt::ControlModifier);
    ASSERT_TRUE(person.waits_for("field_name"));
    person.key(Qt::Key_Escape);
    ASSERT_TRUE(person.waits_for("recordTitle"));
    person.key(Qt::Key_2, Qt::ControlModifier);
    EXPECT_TRUE(person.waits_for("searchBox"));
}

/// A finger on its way to a row does not miss it because another letter was answered.
TEST_F(App, KeepsTheRowOfWhatALetterMoreFindsToo) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    for (const char* name : {"Tyrell", "Tyros"}) {
        ASSERT_NO_FATAL_FAILURE(add_customer(phone, name));
        ASSERT_TRUE(person.tap("back"));
    }
    ASSERT_TRUE(person.tap("nav_account"));
    const auto row_of = [&](const char* name) -> QQuickItem* {
        for (const char* row : {"hit_0", "hit_1"})
            if (auto* item = person.find(row); item != nullptr && item->property("title") == name) return item;
        return nullptr;
    };
    ASSERT_TRUE(person.type("listSearch", "tyr"));
    ASSERT_TRUE(person.wait([&] { return row_of("Tyrell") != nullptr && row_of("Tyros") != nullptr; }));
    const auto* row = row_of("Tyros");
    EXPECT_TRUE(row->property("titleFound").toString().startsWith("<b>Tyr</b>"));
    ASSERT_TRUE(person.type("listSearch", "tyro"));
    ASSERT_TRUE(person.wait([&] { return !person.sees("hit_1"); }));
    EXPECT_EQ(person.find("hit_0"), row);
    EXPECT_EQ(row->property("title"), "Tyros");
    EXPECT_TRUE(row->property("titleFound").toString().startsWith("<b>Tyro</b>"));
}

}  // namespace
}  // namespace tern::test

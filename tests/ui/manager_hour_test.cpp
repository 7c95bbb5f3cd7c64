// A manager's hour at a desk, by keyboard alone, against a real server and a rep's own device: leads are given out,
// deals moved, a conflict settled, the forecast read and followed to its records, those exported, twins merged, a
// filter kept as a view and found again. Nothing is tapped, and nothing is moved that a key did not move.
#include <tern/moment.h>

#include <QFile>

#include "tests/ui/app_fixture.h"
#include "tests/ui/hands.h"

namespace tern::test {
namespace {

std::size_t count(Client& client, const std::string& entity, const std::string& where) {
    std::size_t out = 0;
    const auto status = Records{client}.list({entity, {where}, "", {}}, [&](const Json&) { ++out; });
    EXPECT_TRUE(status) << status.error().text();
    return out;
}

class ManagersHour : public App {
protected:
    ManagersHour() { qputenv("HOME", documents.path().toUtf8()); }

    // --- what the company knows ------------------------------------------------------------------------------------
    void found_company() {
        std::string kit;
        auto ann =
            must(Client::create_org({home("ann"), {"correct horse battery", {}}},
                                    {server.url().toStdString(), "Maven", "ann@maven.example", "Ann", {}, {}}, kit));
        team = must(ann->create_space("Team North", SpaceKind::team));
        InviteRequest request;
        request.login = "ben@maven.example";
        request.name = "Ben";
        request.spaces = {{team, SpaceRole::writer}};
        const auto link = must(ann->invite(request));
        must(ann->sync());
        ben = must(Client::join({home("ben"), {"staple battery", {}}}, {link, "ben@maven.example", {}}, kit));
        for (int i = 0; i < 3; ++i) must(ben->sync()), must(ann->sync());
        ASSERT_FALSE(ben->waiting());
        ben_id = uuid_text(RecordId{ben->user().bytes});
        ASSERT_NO_FATAL_FAILURE(fill(*ann));
        must(ann->sync());
        must(ben->sync());
        ASSERT_EQ(count(*ben, "lead", "owner = me"), 0U);
    }
    void fill(Client& ann) {
        const auto make = [&](const std::string& entity, const std::vector<Assignment>& fields) {
            const auto id = Records{ann}.create(entity, fields, team);
            ASSERT_TRUE(id) << entity << ": " << id.error().text();
        };
        const auto today = QDate::currentDate().toString(Qt::ISODate).toStdString();
        for (const char* name : {"Adams", "Brown", "Clark", "Davis"})
            make("lead", {{"family_name", name}, {"given_name", "Pat"}});
        make("pipeline", {{"name", "Sales"}});
        for (const auto& [name, order, forecast] :
             {std::tuple{"Contact", "1", "pipeline"}, {"Offer", "2", "best_case"}, {"Verbal", "3", "commit"}})
            make("stage", {{"name", name},
                           {"pipeline_id", "Sales"},
                           {"order", order},
                           {"kind", "open"},
                           {"forecast_category", forecast}});
        for (const auto& [name, amount] :
             {std::tuple{"Fridges", "5000 EUR"}, {"Shelves", "3000 EUR"}, {"Lamps", "1000 EUR"}})
            make("opportunity", {{"name", name},
                                 {"stage_id", "Contact"},
                                 {"amount", amount},
                                 {"expected_close", today},
                                 {"owner_id", ben_id}});
        make("contact", {{"given_name", "Eve"}, {"family_name", "Stone"}, {"mobile", "+49 151 5550001"}});
        for (const auto& [name, industry] : {std::tuple{"Acme", "software"}, {"Bolt", "retail"}, {"Cyber", "retail"}})
            make("account", {{"name", name}, {"industry", industry}});
        for (const char* name : {"Delta Foods", "Delta Foods Ltd"})
            make("account", {{"name", name}, {"website", "https://delta-foods.example"}});
    }
    std::string home(const char* who) const { return folder.path().toStdString() + "/" + who; }

    // --- what the desk shows ---------------------------------------------------------------------------------------
    static std::size_t held(Phone& desk, const std::string& entity, const std::string& where) {
        std::optional<std::size_t> out;
        desk.backend().ask(
            &desk.backend(), [=](Client& client) { return count(client, entity, where); },
            [&](std::size_t found) { out = found; });
        EXPECT_TRUE(desk.driver.wait([&] { return out.has_value(); }));
        return out.value_or(999);
    }
    static bool settled(Phone& desk) {
        return desk.driver.wait([&] { return desk.backend().pending() == 0; }, 10'000);
    }
    static QString title(const Driver& person, const QString& item) {
        const auto* found = person.find(item);
        return found == nullptr ? QString{} : found->property("title").toString();
    }
    static bool lists(Phone& desk, int rows) {
        return desk.driver.wait([&] {
            const auto* list = desk.driver.find("records");
            return list != nullptr && list->property("count").toInt() == rows;
        });
    }

    // --- its parts -------------------------------------------------------------------------------------------------
    void unlock(Phone& desk, Hands& hands);
    void assign(Phone& desk, Hands& hands);
    void move_deals(Phone& desk, Hands& hands);
    void settle_conflict(Phone& desk, Hands& hands);
    void read_forecast(Phone& desk, Hands& hands);
    void merge_twins(Phone& desk, Hands& hands);
    void keep_view(Phone& desk, Hands& hands);

    QTemporaryDir documents;
    SpaceId team;
    std::unique_ptr<Client> ben;
    std::string ben_id;
};

void ManagersHour::unlock(Phone& desk, Hands& hands) {
    ASSERT_TRUE(hands.reach("password")) << hands.where();
    hands.write("correct horse battery");
    hands.press(Qt::Key_Return);
    ASSERT_TRUE(desk.driver.waits_for("nav_today"));
}

/// Three of four leads are Ben's.
void ManagersHour::assign(Phone& desk, Hands& hands) {
    ASSERT_NO_FATAL_FAILURE(hands.go("leads", "do_go lead"));
    ASSERT_TRUE(lists(desk, 4));
    ASSERT_TRUE(hands.reach("row_0")) << hands.where();
    hands.press(Qt::Key_Space);
    hands.press(Qt::Key_Down, Qt::ShiftModifier);
    hands.press(Qt::Key_Down, Qt::ShiftModifier);
    ASSERT_TRUE(desk.driver.wait([&] { return desk.driver.text("selectedCount") == "3 selected"; }))
        << desk.driver.text("selectedCount").toStdString();
    hands.press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(hands.reach("recordSearch")) << hands.where();
    hands.write("Ben");
    ASSERT_TRUE(desk.driver.wait([&] {
        const auto* first = desk.driver.find("record_0");
        return first != nullptr && first->property("title") == "Ben";
    }));
    hands.press(Qt::Key_Return);
    ASSERT_TRUE(desk.driver.wait([&] { return held(desk, "lead", "owner_id = " + ben_id) == 3; }))
        << desk.driver.text("toast").toStdString();
    EXPECT_TRUE(hands.reach("records")) << "the keys are back in the list, not at " << hands.where();
    ASSERT_TRUE(settled(desk));
    must(ben->sync());
    EXPECT_EQ(count(*ben, "lead", "owner = me"), 3U);
}

/// The keys stay with the deal that they move; what was too much is taken back.
void ManagersHour::move_deals(Phone& desk, Hands& hands) {
    auto& person = desk.driver;
    hands.press(Qt::Key_5, Qt::ControlModifier);
    ASSERT_TRUE(hands.reach("card_0_0")) << hands.where();
    ASSERT_TRUE(person.wait([&] { return title(person, "card_0_0") == "Fridges"; }));
    hands.press(Qt::Key_Right, Qt::ControlModifier);
    ASSERT_TRUE(hands.reach("card_1_0")) << "with the deal, not at " << hands.where();
    EXPECT_TRUE(person.wait([&] { return title(person, "card_1_0") == "Fridges"; }));
    hands.press(Qt::Key_Right, Qt::ControlModifier);
    ASSERT_TRUE(hands.reach("card_2_0")) << hands.where();
    hands.press(Qt::Key_Left);
    ASSERT_TRUE(hands.reach("card_0_0")) << "past a stage that holds none, not at " << hands.where();
    hands.press(Qt::Key_Down);
    ASSERT_TRUE(hands.reach("card_0_1")) << hands.where();
    hands.press(Qt::Key_Right, Qt::ControlModifier);
    ASSERT_TRUE(hands.reach("card_1_0")) << hands.where();
    EXPECT_TRUE(person.wait([&] { return title(person, "card_1_0") == "Lamps"; }));
    hands.press(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(person.wait([&] { return held(desk, "opportunity", "stage_id = Contact") == 2; }));
    EXPECT_EQ(held(desk, "opportunity", "stage_id = Verbal and name = Fridges"), 1U);
}

/// Ben and Ann wrote another number for Eve; Ann's page asks, and one key answers.
void ManagersHour::settle_conflict(Phone& desk, Hands& hands) {
    auto& person = desk.driver;
    RecordId eve;
    must(ben->sync());
    ASSERT_TRUE(Records{*ben}.list({"contact", {"family_name = Stone"}, "", {}},
                                   [&](const Json& record) { eve = *record_id_from(record.find("id")->plain()); }));
    ASSERT_TRUE(Records{*ben}.set(eve, {{"mobile", "+49 151 1111111"}}));
    ASSERT_NO_FATAL_FAILURE(hands.go("Stone", "hit_0"));
    ASSERT_TRUE(person.wait([&] { return person.text("recordTitle") == "Eve Stone"; }));
    hands.press(Qt::Key_E, Qt::ControlModifier);
    ASSERT_TRUE(person.waits_for("save"));
    ASSERT_TRUE(hands.tab_to("field_mobile")) << hands.where();
    hands.press(Qt::Key_A, Qt::ControlModifier);
    hands.write("+49 151 2222222");
    hands.press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(person.wait([&] { return held(desk, "contact", "mobile = \"+49 151 2222222\"") == 1; }))
        << person.text("problem").toStdString();
    ASSERT_TRUE(settled(desk));
    must(ben->sync());
    ASSERT_TRUE(person.wait([&] { return desk.backend().conflicts() == 1; })) << desk.backend().conflicts();
    ASSERT_NO_FATAL_FAILURE(hands.go("sync", "do_go sync"));
    ASSERT_TRUE(person.waits_for("restore_0"));
    ASSERT_TRUE(hands.reach("keep_0")) << "what needs a person has the keys, not " << hands.where();
    ASSERT_TRUE(hands.tab_to("restore_0", 2)) << hands.where();
    hands.press(Qt::Key_Space);
    ASSERT_TRUE(person.wait([&] { return desk.backend().conflicts() == 0; }));
    EXPECT_TRUE(hands.holds()) << "what was settled hands the keys on, " << hands.where();
    ASSERT_TRUE(settled(desk));
}

/// The number, the deals behind it, and those as a file.
void ManagersHour::read_forecast(Phone& desk, Hands& hands) {
    auto& person = desk.driver;
    hands.press(Qt::Key_7, Qt::ControlModifier);
    ASSERT_TRUE(person.waits_for("forecastMark0_0"));
    ASSERT_TRUE(hands.part_to("forecast")) << hands.where();
    ASSERT_TRUE(hands.tab_to("forecastMark0_0")) << hands.where();
    const auto* mark = person.find("forecastMark0_0");
    EXPECT_EQ(mark->property("label"), "Ben, Pipeline");
    EXPECT_EQ(mark->property("value").toString().replace(QChar{0xa0}, QLatin1Char(' ')), "EUR 4,000");
    hands.press(Qt::Key_Return);
    ASSERT_TRUE(lists(desk, 2)) << "Shelves and Lamps";
    ASSERT_TRUE(hands.reach("row_0")) << hands.where();
    hands.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(hands.reach("choice_xlsx")) << hands.where();
    hands.press(Qt::Key_Down);
    ASSERT_TRUE(hands.reach("choice_csv")) << hands.where();
    hands.press(Qt::Key_Return);
    ASSERT_TRUE(person.wait([&] { return person.text("toast").contains(".csv"); }))
        << person.text("toast").toStdString();
    EXPECT_TRUE(hands.reach("row_0")) << "back in the list, not at " << hands.where();
    QFile file{person.text("toast").section(" written to ", 1)};
    ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << file.fileName().toStdString();
    const QString text = QString::fromUtf8(file.readAll());
    EXPECT_EQ(text.trimmed().count('\n'), 2) << "a head and two deals";
    EXPECT_TRUE(text.contains("Shelves") && text.contains("Lamps") && !text.contains("Fridges"));
    hands.press(Qt::Key_Escape);
    ASSERT_TRUE(person.waits_for("insights"));
    EXPECT_TRUE(hands.reach("forecastMark0_0")) << "where it was left, not at " << hands.where();
}

void ManagersHour::merge_twins(Phone& desk, Hands& hands) {
    auto& person = desk.driver;
    ASSERT_NO_FATAL_FAILURE(hands.go("dupl", "do_go duplicates"));
    ASSERT_TRUE(hands.reach("merge_0")) << hands.where();
    hands.press(Qt::Key_Return);
    ASSERT_TRUE(hands.reach("stays_0")) << hands.where();
    hands.press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(person.wait([&] { return held(desk, "account", "name contains \"Delta Foods\"") == 1; }))
        << person.text("toast").toStdString();
    ASSERT_TRUE(person.wait([&] { return person.text("recordTitle").startsWith("Delta Foods"); }));
    hands.press(Qt::Key_Escape);
    ASSERT_TRUE(person.waits_for("pairs"));
}

/// Who sells in shops, under a name, found again after something else.
void ManagersHour::keep_view(Phone& desk, Hands& hands) {
    auto& person = desk.driver;
    hands.press(Qt::Key_3, Qt::ControlModifier);
    ASSERT_TRUE(lists(desk, 4));
    hands.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(hands.reach("addCondition")) << hands.where();
    hands.press(Qt::Key_Return);
    ASSERT_TRUE(hands.reach("fieldSearch")) << hands.where();
    hands.write("industry");
    hands.press(Qt::Key_Return);
    ASSERT_TRUE(person.waits_for("value_retail"));
    ASSERT_TRUE(hands.tab_to("chipSet")) << hands.where();
    for (int i = 0; i < 8 && !hands.at("value_retail"); ++i) hands.press(Qt::Key_R);
    ASSERT_TRUE(hands.at("value_retail")) << hands.where();
    hands.press(Qt::Key_Space);
    ASSERT_TRUE(hands.tab_to("takeCondition")) << hands.where();
    hands.press(Qt::Key_Return);
    ASSERT_TRUE(hands.reach("addCondition")) << "back in the sheet before, not at " << hands.where();
    ASSERT_TRUE(hands.tab_to("filterDone", 2)) << hands.where();
    hands.press(Qt::Key_Return);
    ASSERT_TRUE(lists(desk, 2));
    ASSERT_TRUE(hands.reach("records")) << hands.where();
    hands.press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(hands.reach("viewName")) << hands.where();
    hands.write("Shops");
    hands.press(Qt::Key_Return);
    ASSERT_TRUE(person.waits_for("view_Shops")) << person.text("toast").toStdString();
    hands.press(Qt::Key_1, Qt::ControlModifier);
    ASSERT_TRUE(person.waits_for("visitsToday"));
    hands.press(Qt::Key_3, Qt::ControlModifier);
    ASSERT_TRUE(lists(desk, 4));
    ASSERT_TRUE(person.waits_for("view_Shops"));
    hands.press(Qt::Key_2, Qt::AltModifier);
    ASSERT_TRUE(lists(desk, 2));
    ASSERT_TRUE(hands.reach("row_0")) << hands.where();
    EXPECT_EQ(title(person, "row_0"), "Bolt");
}

TEST_F(ManagersHour, NeedsNothingButAKeyboard) {
    ASSERT_NO_FATAL_FAILURE(found_company());
    Phone desk{QString::fromStdString(home("ann"))};
    desk.view().resize(1440, 900);
    Hands hands{desk.view(), desk.driver};
    ASSERT_NO_FATAL_FAILURE(unlock(desk, hands));
    ASSERT_NO_FATAL_FAILURE(assign(desk, hands));
    ASSERT_NO_FATAL_FAILURE(move_deals(desk, hands));
    ASSERT_NO_FATAL_FAILURE(settle_conflict(desk, hands));
    ASSERT_NO_FATAL_FAILURE(read_forecast(desk, hands));
    ASSERT_NO_FATAL_FAILURE(merge_twins(desk, hands));
    ASSERT_NO_FATAL_FAILURE(keep_view(desk, hands));
    ASSERT_TRUE(settled(desk)) << desk.backend().trouble().toStdString();
    must(ben->sync());
    std::optional<std::string> here;
    desk.backend().ask(
        &desk.backend(), [this](Client& client) { return hex(client.store().state_hash(team)); },
        [&](std::string hash) { here = std::move(hash); });
    ASSERT_TRUE(desk.driver.wait([&] { return here.has_value(); }));
    EXPECT_EQ(*here, hex(ben->store().state_hash(team)));
}

}  // namespace
}  // namespace tern::test

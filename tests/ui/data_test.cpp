// Data in and out of the app: imports, duplicates that become one.
#include <fstream>

#include "tests/ui/app_fixture.h"

namespace tern::test {
namespace {

class Data : public App {
protected:
    /// What a query counts, from the core.
    static int count(Phone& phone, const std::string& entity) {
        int out = -1;
        phone.backend().ask(
            &phone.backend(),
            [entity](Client& client) {
                int all = 0;
                const auto listed = Records{client}.list({entity, {}, {}, {}}, [&](const Json&) { ++all; });
                return listed ? all : -1;
            },
            [&](int all) { out = all; });
        phone.driver.wait([&] { return out >= 0; });
        return out;
    }
    QString file(const std::string& name, const std::string& bytes) const {
        const auto path = folder.path() + "/" + QString::fromStdString(name);
        std::ofstream{path.toStdString(), std::ios::binary} << bytes;
        return path;
    }
};

TEST_F(Data, AreImportedAfterALookAndTakenBack) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    const auto path = file("firms.csv", "company,Staff,remark\nAcme,12,good\nBolt,many,odd\nCrane,7,fine\n");
    ASSERT_TRUE(person.tap("nav_more"));
    ASSERT_TRUE(person.tap("goImport"));
    ASSERT_TRUE(person.type("importPath", path));
    person.key(Qt::Key_Return);
    ASSERT_TRUE(person.tap("importEntity"));
    ASSERT_TRUE(person.tap("choice_account"));
    ASSERT_TRUE(person.waits_for("goal_remark"));
    const auto shown = [&](const QString& box) { return person.find(box)->property("shown").toString(); };
    EXPECT_EQ(shown("goal_company"), "Name");
    EXPECT_EQ(shown("goal_remark"), "Left out");
    ASSERT_TRUE(person.tap("goal_Staff"));
    ASSERT_TRUE(person.tap("choice_employees"));
    ASSERT_TRUE(person.tap("goal_remark"));
    ASSERT_TRUE(person.tap("choice_description"));
    ASSERT_TRUE(person.wait([&] { return person.text("importOutcome").contains("2 new · 1 refused"); }))
        << person.text("importOutcome").toStdString();
    EXPECT_EQ(count(phone, "account"), 0) << "nothing is taken by looking";

    ASSERT_TRUE(person.tap("importGo"));
    ASSERT_TRUE(person.wait([&] { return person.text("importOutcome").startsWith("Taken"); }));
    EXPECT_EQ(count(phone, "account"), 2);
    ASSERT_TRUE(person.tap("importUndo"));
    ASSERT_TRUE(person.wait([&] { return count(phone, "account") == 0; }));
}

TEST_F(Data, OfAWrongFileAreRefusedInWords) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_TRUE(person.tap("nav_more"));
    ASSERT_TRUE(person.tap("goImport"));
    ASSERT_TRUE(person.type("importPath", folder.path() + "/nothing.csv"));
    person.key(Qt::Key_Return);
    ASSERT_TRUE(person.wait([&] { return !person.text("importProblem").isEmpty(); }));
    EXPECT_TRUE(person.sees("chooseFile"));
}

TEST_F(Data, OfTwoCustomersBecomeOnesAndTwoAgain) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_TRUE(phone.make("account", {{"name", "Muster GmbH"}, {"phones", "+49 30 901820"}, {"employees", "10"}}));
    ASSERT_TRUE(phone.make("account", {{"name", "Muster AG"}, {"phones", "+49 30 901820"}, {"employees", "20"}}));
    ASSERT_TRUE(phone.make("account", {{"name", "Muster"}, {"industry", "retail"}}));
    ASSERT_TRUE(person.tap("nav_more"));
    ASSERT_TRUE(person.tap("goDuplicates"));
    ASSERT_TRUE(person.waits_for("pair_0"));
    EXPECT_TRUE(person.find("pair_0")->property("pair").toMap()["strong"].toBool()) << "the surest first";
    ASSERT_TRUE(person.tap("merge_0"));
    ASSERT_TRUE(person.waits_for("take_employees_1"));
    EXPECT_EQ(person.text("differs_employees"), "Employees");
    phone.backend().setLanguage("zh");
    EXPECT_TRUE(person.wait([&] { return person.text("differs_employees") == "员工数"; }))
        << person.text("differs_employees").toStdString();
    phone.backend().setLanguage("en");
    ASSERT_TRUE(person.wait([&] { return person.text("differs_employees") == "Employees"; }));
    ASSERT_TRUE(person.tap("take_employees_1"));
    const auto kept = [&] { return person.find("take_employees_1")->property("chosen").toBool(); };
    ASSERT_TRUE(person.wait(kept));
    const auto employees = person.text("take_employees_1");
    ASSERT_TRUE(person.tap("mergeNow"));
    ASSERT_TRUE(person.wait([&] { return person.text("value_employees") == employees; }));
    EXPECT_EQ(count(phone, "account"), 2);
    ASSERT_TRUE(person.tap("undo"));
    ASSERT_TRUE(person.wait([&] { return count(phone, "account") == 3; }));
}

TEST_F(Data, OfTwoThatAreNotOneAreNotSuggestedAgain) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_TRUE(phone.make("account", {{"name", "Muster GmbH"}}));
    ASSERT_TRUE(phone.make("account", {{"name", "Muster AG"}}));
    ASSERT_TRUE(person.tap("nav_more"));
    ASSERT_TRUE(person.tap("goDuplicates"));
    ASSERT_TRUE(person.tap("separate_0"));
    EXPECT_TRUE(person.wait([&] { return !person.sees("pair_0"); }));
    EXPECT_EQ(count(phone, "account"), 2);
}

}  // namespace
}  // namespace tern::test

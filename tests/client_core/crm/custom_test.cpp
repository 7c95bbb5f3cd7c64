// Fields and entities that an org makes for itself, as people use them.
#include <gmock/gmock.h>
#include <tern/custom.h>
#include <tern/import.h>
#include <tern/query.h>
#include <tern/records.h>

#include <fstream>

#include "tests/client_core/crm/records_fixture.h"

namespace tern {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class CustomTest : public test::RecordsFixture {
protected:
    static std::string told(const Result<RecordId>& result) { return result ? "taken" : result.error().text(); }
};

CustomField of(const std::string& entity, const std::string& name, const std::string& type) {
    CustomField out;
    out.entity = entity;
    out.name = {name, {}, {}};
    out.type = type;
    return out;
}

TEST_F(CustomTest, FieldsAreTypedFilteredSortedAndSummed) {
    auto region = of("account", "sales_region", "pick");
    region.choices = {{"north", "North", "北方"}, {"south", "South", "南方"}};
    ASSERT_EQ(told(define_field(client, region)), "taken");
    ASSERT_EQ(told(define_field(client, of("account", "fee", "money"))), "taken");
    ASSERT_EQ(told(define_field(client, of("account", "machines", "int"))), "taken");
    const auto acme =
        create("account", {{"name", "Acme"}, {"sales_region", "北方"}, {"fee", "12.50 EUR"}, {"machines", "3"}});
    create("account", {{"name", "Bolt"}, {"sales_region", "South"}, {"machines", "9"}});
    create("account", {{"name", "Core"}, {"sales_region", "north"}, {"machines", "4"}});
    EXPECT_EQ(field(acme, "sales_region"), "\"north\"");
    EXPECT_EQ(field(acme, "fee"), "12.50");
    EXPECT_EQ(field(acme, "fee_currency"), "\"EUR\"");
    EXPECT_THAT(names("account", {"sales_region = north"}, "-machines"), ElementsAre("Core", "Acme"));
    EXPECT_THAT(names("account", {"machines > 3", "fee is empty"}, "name"), ElementsAre("Bolt", "Core"));
    ASSERT_TRUE(records.set(acme, {{"sales_region", "south"}, {"fee", ""}}));
    EXPECT_EQ(field(acme, "sales_region"), "\"south\"");
    EXPECT_EQ(field(acme, "fee"), "absent");
}

TEST_F(CustomTest, FieldsAreKeptInHistoryUnderTheirName) {
    ASSERT_EQ(told(define_field(client, of("account", "grade", "text"))), "taken");
    const auto acme = create("account", {{"name", "Acme"}, {"grade", "A"}});
    ASSERT_TRUE(records.set(acme, {{"grade", "B"}}));
    const auto history = records.history(acme);
    ASSERT_TRUE(history);
    EXPECT_EQ(history->members()[0].second.find("field")->plain(), "grade");
    EXPECT_EQ(history->members()[0].second.find("value")->plain(), "B");
}

TEST_F(CustomTest, FieldsAreImported) {
    ASSERT_EQ(told(define_field(client, of("account", "grade", "text"))), "taken");
    ASSERT_EQ(told(define_field(client, of("account", "machines", "int"))), "taken");
    std::ofstream(org.path() + "/a.csv") << "name,grade,machines\nAcme,A,3\nBolt,B,4\n";
    ImportRequest request;
    request.file = org.path() + "/a.csv";
    request.entity = "account";
    const auto report = import_file(client, request);
    ASSERT_TRUE(report) << report.error().text();
    EXPECT_EQ(report->created, 2U);
    EXPECT_THAT(names("account", {"machines = 4", "grade = B"}), ElementsAre("Bolt"));
}

TEST_F(CustomTest, EntitiesHoldRecordsThatReferToOthers) {
    CustomEntity machine;
    machine.name = {"machine", "Machine", "设备"};
    ASSERT_EQ(told(define_entity(client, machine)), "taken");
    auto at = of("machine", "at", "ref");
    at.target = "account";
    ASSERT_EQ(told(define_field(client, at)), "taken");
    auto served_by = of("account", "main_machine", "ref");
    served_by.target = "machine";
    ASSERT_EQ(told(define_field(client, served_by)), "taken");
    create("account", {{"name", "Acme"}, {"industry", "energy"}});
    const auto press = create("machine", {{"name", "Press 7"}, {"at", "Acme"}});
    const auto bolt = create("account", {{"name", "Bolt"}, {"main_machine", "Press 7"}});
    EXPECT_EQ(field(bolt, "main_machine"), "\"" + uuid_text(press) + "\"");
    EXPECT_THAT(names("machine", {"at.industry = energy"}), ElementsAre("Press 7"));
    EXPECT_THAT(names("account", {"main_machine.at.name = Acme"}), ElementsAre("Bolt"));
    EXPECT_EQ(field(press, "owner_id"), "\"" + uuid_text(RecordId{client.user().bytes}) + "\"");
    EXPECT_EQ(records.title(press), "Press 7");
}

TEST_F(CustomTest, ChoicesAreAddedToThoseOfTheCrm) {
    ASSERT_EQ(told(define_choice(client, "account", "industry", {"beekeeping", "Beekeeping", "养蜂"})), "taken");
    const auto acme = create("account", {{"name", "Acme"}, {"industry", "养蜂"}});
    EXPECT_EQ(field(acme, "industry"), "\"beekeeping\"");
    EXPECT_THAT(told(define_choice(client, "account", "industry", {"beekeeping", "", ""})), HasSubstr("already"));
    EXPECT_THAT(told(define_choice(client, "account", "kind", {"robot", "", ""})), HasSubstr("no more choices"));
    EXPECT_EQ(told(define_choice(client, "contact", "phones.label", {"car", "Car", "车载"})), "taken");
}

TEST_F(CustomTest, RetiredFieldsKeepTheirValuesAndComeBack) {
    ASSERT_EQ(told(define_field(client, of("account", "grade", "text"))), "taken");
    const auto acme = create("account", {{"name", "Acme"}, {"grade", "A"}});
    ASSERT_TRUE(retire_field(client, "account", "grade"));
    const auto refused = records.set(acme, {{"grade", "B"}});
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().text(), HasSubstr("retired"));
    EXPECT_EQ(field(acme, "grade"), "\"A\"");
    ASSERT_TRUE(restore_field(client, "account", "grade"));
    EXPECT_TRUE(records.set(acme, {{"grade", "B"}}));
}

TEST_F(CustomTest, WhatCannotBeIsRefusedWithItsReason) {
    EXPECT_THAT(told(define_field(client, of("account", "Region", "text"))), HasSubstr("cannot be a name"));
    EXPECT_THAT(told(define_field(client, of("account", "industry", "text"))), HasSubstr("already"));
    EXPECT_THAT(told(define_field(client, of("account", "billing_addr_city", "text"))), HasSubstr("already"));
    EXPECT_THAT(told(define_field(client, of("account", "x", "blob"))), HasSubstr("type"));
    EXPECT_THAT(told(define_field(client, of("account", "x", "pick"))), HasSubstr("choose from"));
    EXPECT_THAT(told(define_field(client, of("account", "x", "ref"))), HasSubstr("point to"));
    EXPECT_THAT(told(define_field(client, of("nothing", "x", "text"))), HasSubstr("no entity"));
    EXPECT_THAT(told(records.create("custom_field", {{"name", "x"}})), HasSubstr("tern field"));
    EXPECT_FALSE(retire_field(client, "account", "industry"));
    auto number = of("account", "x", "int");
    number.default_value = "many";
    EXPECT_THAT(told(define_field(client, number)), testing::Not("taken"));
}

TEST_F(CustomTest, AreThereForTheNextWhoOpensTheFolder) {
    ASSERT_EQ(told(define_field(client, of("account", "grade", "text"))), "taken");
    const auto acme = create("account", {{"name", "Acme"}, {"grade", "A"}});
    const auto other = org.open();
    const auto record = Records{*other}.get(acme);
    ASSERT_TRUE(record);
    EXPECT_EQ(record->find("grade")->plain(), "A");
    const auto fields = list_fields(*other, "account");
    ASSERT_TRUE(fields);
    bool found = false;
    for (const auto& [none, line] : fields->members())
        found |= line.find("name")->plain() == "grade" && line.find("custom")->plain() == "true";
    EXPECT_TRUE(found);
}

}  // namespace
}  // namespace tern

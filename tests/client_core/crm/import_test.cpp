#include <gmock/gmock.h>
#include <tern/import.h>
#include <tern/records.h>

#include <fstream>

#include "tests/support/offline_org.h"

namespace tern {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class ImportTest : public testing::Test {
protected:
    Result<ImportReport> import(const std::string& entity, const std::string& csv, std::vector<std::string> map = {},
                                bool dry = false) {
        const auto path = org.path() + "/in.csv";
        std::ofstream{path, std::ios::binary} << csv;
        ImportRequest request;
        request.file = path;
        request.entity = entity;
        request.map = std::move(map);
        request.dry_run = dry;
        return import_file(org.client(), request);
    }
    std::string report(const std::string& entity, const std::string& csv, std::vector<std::string> map = {},
                       bool dry = false) {
        const auto result = import(entity, csv, std::move(map), dry);
        if (!result) return result.error().text();
        auto told = *result;
        told.jobs.clear();
        return told.json().dump();
    }
    std::vector<std::string> all(const std::string& entity, const std::string& field, const std::string& where = {}) {
        std::vector<std::string> out;
        std::vector<std::string> conditions;
        if (!where.empty()) conditions.push_back(where);
        const auto status = records.list({entity, conditions, "name", {}}, [&](const Json& record) {
            const Json* value = record.find(field);
            out.push_back(value == nullptr ? "-" : value->plain());
        });
        EXPECT_TRUE(status) << status.error().text();
        return out;
    }

    /// Accounts, each into the space that its column `where` names.
    Result<ImportReport> import_by_where(const std::string& csv) {
        ImportRequest request;
        request.file = org.path() + "/in.csv";
        std::ofstream{request.file} << csv;
        request.entity = "account";
        request.space_by = "where";
        return import_file(org.client(), request);
    }

    test::OfflineOrg org;
    Records records{org.client()};
};

TEST_F(ImportTest, MapsColumns) {
    EXPECT_EQ(
        report("account", "company,Sector,name,unused\nAcme,medical,ignored,x\n",
               {"company=name,Sector=industry", "description='from, ''the'' file',external_id={company}/{Sector}"}),
        R"({"rows":1,"created":1,"updated":0,"unchanged":0,"merged":0,"refused":[],"warnings":[],"ignored":["name","unused"]})");
    EXPECT_THAT(all("account", "name"), ElementsAre("Acme"));
    EXPECT_THAT(all("account", "industry"), ElementsAre("medical"));
    EXPECT_THAT(all("account", "description"), ElementsAre("from, 'the' file"));
    EXPECT_THAT(all("account", "external_id"), ElementsAre("Acme/medical"));
}

TEST_F(ImportTest, LeavesOutWhatGoesNowhere) {
    EXPECT_EQ(
        report("account", "name,Industry,unused\nAcme,medical,x\n", {"'Industry'="}),
        R"({"rows":1,"created":1,"updated":0,"unchanged":0,"merged":0,"refused":[],"warnings":[],"ignored":["Industry","unused"]})");
    EXPECT_THAT(all("account", "industry"), ElementsAre("-"));
    EXPECT_THAT(report("account", "name\nAcme\n", {"nam="}), HasSubstr("the file has no column \"nam\""));
    EXPECT_THAT(report("account", "name\nAcme\n", {"name="}), HasSubstr("no column of the file"));
}

TEST_F(ImportTest, IsLookedAtBeforeItIsTaken) {
    ImportRequest request;
    request.file = org.path() + "/in.csv";
    std::ofstream{request.file} << "company,Industry,spare\nAcme,,a\nBar,medical,b\nCar,retail,c\nDot,retail,d\n";
    const auto told = [&]() -> std::string {
        const auto look = look_into(org.client(), request);
        if (!look) return look.error().text();
        std::string out = look->entity + " " + std::to_string(look->rows);
        for (const auto& column : look->columns) {
            out += " | " + column.name + ">" + column.field + ":";
            for (const auto& sample : column.samples) out += " " + sample;
        }
        return out;
    };
    EXPECT_EQ(told(), " 4 | company>: Acme Bar Car | Industry>: medical retail retail | spare>: a b c");
    request.entity = "account";
    EXPECT_EQ(told(),
              "account 4 | company>name: Acme Bar Car | Industry>industry: medical retail retail | spare>: a b c");
    request.map = {"spare=description,company="};
    EXPECT_EQ(
        told(),
        "account 4 | company>: Acme Bar Car | Industry>industry: medical retail retail | spare>description: a b c");
    request.entity = "nothing";
    EXPECT_THAT(told(), HasSubstr("nothing"));
    EXPECT_TRUE(all("account", "name").empty());
}

TEST_F(ImportTest, RefusesAWrongMapBeforeAnythingIsWritten) {
    EXPECT_THAT(report("account", "name\nAcme\n", {"nam=name"}),
                HasSubstr("the file has no column \"nam\"; did you mean name?"));
    EXPECT_THAT(report("account", "name\nAcme\n", {"name=title"}), HasSubstr("account has no field \"title\""));
    EXPECT_THAT(report("account", "name\nAcme\n", {"name"}), HasSubstr("cannot be read"));
    EXPECT_THAT(report("account", "x,y\n1,2\n", {"x=name,y=name"}), HasSubstr("mapped twice"));
    EXPECT_THAT(report("account", "x\n1\n"), HasSubstr("no column of the file"));
    EXPECT_THAT(report("account", "name\nAcme\n\"broken"), HasSubstr("never closed"));
    EXPECT_THAT(all("account", "name"), testing::IsEmpty());
}

TEST_F(ImportTest, TellsDateOrders) {
    ASSERT_TRUE(import("opportunity", "name,engaged_on,expected_close\nA,1/2/2017,1/2/2017\nB,1/25/2017,25/1/2017\n"));
    EXPECT_THAT(all("opportunity", "engaged_on"), ElementsAre("2017-01-02", "2017-01-25"));
    EXPECT_THAT(all("opportunity", "expected_close"), ElementsAre("2017-02-01", "2017-01-25"));
}

TEST_F(ImportTest, FindsRelationsByName) {
    ASSERT_TRUE(import("product", "sku,name\n1,GTX Pro\n2,MG Special\n3,MG-Special\n"));
    const auto result =
        import("opportunity", "name,product\nA,GTXPro\nB,gtx pro\nC,MG Special\nD,MGSpecial\nE,Nothing\n",
               {"product=product_id"});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->created, 5U);
    ASSERT_EQ(result->warnings.size(), 2U);
    EXPECT_EQ(result->warnings[0].row, 4U);
    EXPECT_THAT(result->warnings[0].reason, HasSubstr("several"));
    EXPECT_THAT(result->warnings[1].reason, HasSubstr("product_id: there is no product \"Nothing\" here"));
    EXPECT_THAT(all("opportunity", "name", "product_id=GTX Pro"), ElementsAre("A", "B"));
}

TEST_F(ImportTest, RefersToRowsBelow) {
    const auto result =
        import("account", "name,parent\nGrandma,\nKid,Mother\nMother,Grandma\nLone,Ghost\n", {"parent=parent_id"});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->created, 4U);
    ASSERT_EQ(result->warnings.size(), 1U);
    EXPECT_EQ(result->warnings[0].row, 4U);
    EXPECT_THAT(all("account", "name", "parent_id=Mother"), ElementsAre("Kid"));
    EXPECT_THAT(all("account", "name", "parent_id=Grandma"), ElementsAre("Mother"));
}

TEST_F(ImportTest, MergesByExternalId) {
    const std::string first = "external_id,name,employees\n1,Acme,10\n2,Best,20\n";
    EXPECT_EQ(report("account", first, {}, true),
              R"({"rows":2,"created":2,"updated":0,"unchanged":0,"merged":0,"refused":[],"warnings":[],"ignored":[]})");
    EXPECT_THAT(all("account", "name"), testing::IsEmpty());
    ASSERT_TRUE(import("account", first));
    EXPECT_EQ(report("account", first),
              R"({"rows":2,"created":0,"updated":0,"unchanged":2,"merged":2,"refused":[],"warnings":[],"ignored":[]})");
    EXPECT_EQ(report("account", "external_id,name,employees\n2,Best,21\n3,Cool,\n3,Cool!,5\n1,,\n"),
              R"({"rows":4,"created":1,"updated":2,"unchanged":1,"merged":3,"refused":[],"warnings":[],"ignored":[]})");
    EXPECT_THAT(all("account", "name"), ElementsAre("Acme", "Best", "Cool!"));
    EXPECT_THAT(all("account", "employees"), ElementsAre("10", "21", "5"));
}

TEST_F(ImportTest, JudgesEachRow) {
    const auto result = import("account", "name,employees\nA,many\nB,1,2\nC,3\n,4\n");
    ASSERT_TRUE(result);
    EXPECT_EQ(result->created, 2U);
    ASSERT_EQ(result->refused.size(), 2U);
    EXPECT_EQ(result->refused[0].row, 1U);
    EXPECT_THAT(result->refused[0].reason, HasSubstr("employees"));
    EXPECT_THAT(result->refused[1].reason, HasSubstr("3 fields"));
    ASSERT_EQ(result->warnings.size(), 1U);
    EXPECT_EQ(result->warnings[0].row, 4U);
}

TEST_F(ImportTest, PutsRowsWhereTheirColumnSays) {
    const auto north = org.client().create_space("North", SpaceKind::team);
    ASSERT_TRUE(north);
    const auto result = import_by_where("name,where\nA,North\nB,South\nC,\nD,Ann Lee\n");
    ASSERT_TRUE(result);
    EXPECT_EQ(result->created, 1U);
    EXPECT_EQ(result->refused.size(), 3U);
    EXPECT_THAT(result->refused[2].reason, HasSubstr("has no book"));
    EXPECT_THAT(all("account", "name", "space=North"), ElementsAre("A"));
}

/// Anybody may call a space as they like: that must not draw rows to it.
TEST_F(ImportTest, PutsRowsNowhereWhereANameMeansTwoSpaces) {
    const auto north = org.client().create_space("North", SpaceKind::team);
    const auto south = org.client().create_space("South", SpaceKind::team);
    ASSERT_TRUE(north && south);
    EXPECT_EQ(org.client().create_space("South", SpaceKind::book).error().fault, Fault::already_exists);
    ASSERT_TRUE(records.set(RecordId{south->bytes}, {{"name", "North"}}));
    const auto result = import_by_where("name,where\nA,North\nB," + id_text(*south) + "\n");
    ASSERT_TRUE(result);
    ASSERT_EQ(result->refused.size(), 1U);
    EXPECT_THAT(result->refused[0].reason, HasSubstr("more than one space"));
    EXPECT_EQ(result->created, 1U);
}

/// A colleague's space may bear any name: one's own private space is made all the same.
TEST_F(ImportTest, MakesThePrivateSpaceBesideAnotherOfItsName) {
    const auto taken = org.client().create_space("Private", SpaceKind::team);
    ASSERT_TRUE(taken);
    const auto id = records.create("account", {{"name", "Acme"}});
    ASSERT_TRUE(id) << id.error().text();
    EXPECT_NE(records.get(*id)->find("space")->plain(), id_text(*taken));
}

TEST_F(ImportTest, WritesManyBatches) {
    std::string csv = "external_id,family_name,given_name,mobile\n";
    for (int i = 0; i < 1200; ++i)
        csv += std::to_string(i) + ",Doe" + std::to_string(i) + ",Jo,+1555" + std::to_string(i) + "\n";
    EXPECT_EQ(import("contact", csv)->created, 1200U);
    EXPECT_EQ(import("contact", csv)->merged, 1200U);
    EXPECT_TRUE(org.client().store().check());
}

}  // namespace
}  // namespace tern

#include <gmock/gmock.h>
#include <tern/records.h>

#include "tests/client_core/crm/records_fixture.h"

namespace tern {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class RecordsTest : public test::RecordsFixture {
protected:
    std::string why(const RecordId& id, const std::vector<Assignment>& fields) {
        const auto status = records.set(id, fields);
        return status ? "taken" : status.error().text();
    }
};

TEST_F(RecordsTest, NamesPeopleAsTheirScriptDoes) {
    EXPECT_EQ(records.title(create("contact", {{"given_name", "伟"}, {"family_name", "张"}})), "张伟");
    EXPECT_EQ(records.title(create("contact", {{"given_name", "Ann"}, {"family_name", "Lee"}})), "Ann Lee");
    EXPECT_EQ(records.title(create("lead", {{"given_name", "芳"}, {"family_name", "王"}, {"company_name", "华为"}})),
              "王芳 华为");
    EXPECT_EQ(records.title(create("contact", {{"family_name", "Lee"}})), "Lee");
    EXPECT_EQ(names("opportunity", {}).size(), 0U);
    create("opportunity", {{"name", "Deal"}, {"contact_roles", "张伟; Ann Lee"}});
    EXPECT_THAT(names("opportunity", {"contact_roles.contact = \"伟 张\""}), ElementsAre("Deal"));
}

TEST_F(RecordsTest, ShowsWhatWasTyped) {
    const auto acme = create("account", {{"name", "Acme"},
                                         {"annual_revenue", "1,100.04 EUR"},
                                         {"industry", "Software"},
                                         {"employees", "2,822"},
                                         {"billing_addr_city", "上海"},
                                         {"phones", "+1 555 0100; +1 555 0101"},
                                         {"website", " https://acme.example "}});
    EXPECT_EQ(field(acme, "annual_revenue"), "1100.04");
    EXPECT_EQ(field(acme, "annual_revenue_currency"), "\"EUR\"");
    EXPECT_EQ(field(acme, "industry"), "\"software\"");
    EXPECT_EQ(field(acme, "employees"), "2822");
    EXPECT_EQ(field(acme, "billing_addr_city"), "\"上海\"");
    EXPECT_EQ(field(acme, "website"), "\"https://acme.example\"");
    EXPECT_EQ(field(acme, "phones"), R"([{"order":1,"phone":"+1 555 0100"},{"order":2,"phone":"+1 555 0101"}])");
    EXPECT_EQ(field(acme, "owner_id"), "\"" + uuid_text(RecordId{org.client().user().bytes}) + "\"");

    const auto deal = create("opportunity", {{"name", "Big"},
                                             {"account_id", "Acme"},
                                             {"amount", "¥88"},
                                             {"probability", "12.5%"},
                                             {"expected_close", "2017-03-01"},
                                             {"closed_at", "2017-03-01T09:30+02:00"},
                                             {"tags", ""}});
    EXPECT_EQ(field(deal, "account_id"), "\"" + uuid_text(acme) + "\"");
    EXPECT_EQ(field(deal, "amount"), "88.00");
    EXPECT_EQ(field(deal, "amount_currency"), "\"CNY\"");
    EXPECT_EQ(field(deal, "probability"), "12.5");
    EXPECT_EQ(field(deal, "expected_close"), "\"2017-03-01\"");
    EXPECT_EQ(field(deal, "closed_at"), "\"2017-03-01T07:30:00Z\"");
    EXPECT_EQ(field(deal, "tags"), "absent");
}

TEST_F(RecordsTest, KeepsTheRestOfAGroup) {
    const auto deal =
        create("opportunity", {{"name", "Big"}, {"amount", "10"}, {"closed_at", "2020-01-01"}, {"lost_note", "why"}});
    ASSERT_TRUE(records.set(deal, {{"lost_note", ""}}));
    EXPECT_EQ(field(deal, "closed_at"), "\"2020-01-01T00:00:00Z\"");
    EXPECT_EQ(field(deal, "lost_note"), "absent");
    ASSERT_TRUE(records.set(deal, {{"amount_currency", "JPY"}}));
    EXPECT_EQ(field(deal, "amount"), "10");
    ASSERT_TRUE(records.set(deal, {{"amount", "12"}}));
    EXPECT_EQ(field(deal, "amount_currency"), "\"JPY\"");
    ASSERT_TRUE(records.set(deal, {{"amount", ""}}));
    EXPECT_EQ(field(deal, "amount_currency"), "absent");
}

TEST_F(RecordsTest, RefusesWithoutWriting) {
    const auto acme = create("account", {{"name", "Acme"}});
    EXPECT_THAT(why(acme, {{"name", "Other"}, {"nane", "x"}}), HasSubstr("did you mean name?"));
    EXPECT_THAT(why(acme, {{"name", "Other"}, {"employees", "many"}}),
                HasSubstr("employees cannot be \"many\"; expected a whole number"));
    EXPECT_THAT(why(acme, {{"kind", "castle"}}), HasSubstr("one of company, person"));
    EXPECT_THAT(why(acme, {{"parent_id", "Nobody"}}), HasSubstr("there is no account \"Nobody\""));
    EXPECT_THAT(why(acme, {{"billing_addr", "x"}}), HasSubstr("billing_addr_street"));
    EXPECT_THAT(why(acme, {{"name", std::string(60'000, 'x')}}), HasSubstr("longer than"));
    EXPECT_THAT(why(acme, {{"name", "\xff"}}), HasSubstr("UTF-8"));
    EXPECT_EQ(field(acme, "name"), "\"Acme\"");
    EXPECT_EQ(why(acme, {{"industry", "technolgy"}}), "taken");
    EXPECT_EQ(field(acme, "industry"), "\"technolgy\"");
    EXPECT_FALSE(records.create("user", {{"name", "X"}}));
    EXPECT_FALSE(records.create("castle", {}));
}

TEST_F(RecordsTest, FollowsTheStage) {
    const auto early = create("opportunity", {{"name", "Early"}});
    EXPECT_EQ(field(early, "stage_id"), "absent");
    create("pipeline", {{"name", "Sales"}});
    const auto open = create("stage", {{"name", "Engaging"}, {"pipeline_id", "Sales"}, {"order", "1"}});
    const auto won = create("stage", {{"name", "Won"}, {"pipeline_id", "Sales"}, {"order", "2"}, {"kind", "won"}});
    const auto deal = create("opportunity", {{"name", "Deal"}});
    EXPECT_EQ(field(deal, "stage_id"), "\"" + uuid_text(open) + "\"");
    EXPECT_NE(field(deal, "pipeline_id"), "absent");
    EXPECT_EQ(field(deal, "closed_at"), "absent");
    ASSERT_TRUE(records.set(deal, {{"stage_id", "Won"}}));
    EXPECT_EQ(field(deal, "stage_id"), "\"" + uuid_text(won) + "\"");
    EXPECT_EQ(field(deal, "last_stage_id"), "\"" + uuid_text(open) + "\"");
    EXPECT_NE(field(deal, "closed_at"), "absent");
    EXPECT_THAT(names("opportunity", {"stage_id.kind=won"}), ElementsAre("Deal"));
}

TEST_F(RecordsTest, ListsByConditions) {
    const auto acme = create("account", {{"name", "Acme"},
                                         {"employees", "10"},
                                         {"annual_revenue", "100"},
                                         {"phones", "555"},
                                         {"domains", "acme.example"}});
    create("account",
           {{"name", "Émile & Söhne"}, {"employees", "20"}, {"annual_revenue", "100 JPY"}, {"parent_id", "Acme"}});
    create("account", {{"name", "上海客户"}, {"source_created_at", "2020-05-01T10:00Z"}});
    EXPECT_THAT(names("account", {"name=Acme"}), ElementsAre("Acme"));
    EXPECT_THAT(names("account", {"name~ÉMILE"}), ElementsAre("Émile & Söhne"));
    EXPECT_THAT(names("account", {"name~客户"}), ElementsAre("上海客户"));
    EXPECT_THAT(names("account", {"employees>10"}), ElementsAre("Émile & Söhne"));
    EXPECT_THAT(names("account", {"employees>=10", "employees<20"}), ElementsAre("Acme"));
    EXPECT_THAT(names("account", {"employees="}), ElementsAre("上海客户"));
    EXPECT_THAT(names("account", {"employees!="}, "-employees"), ElementsAre("Émile & Söhne", "Acme"));
    EXPECT_THAT(names("account", {"annual_revenue=100"}).size(), 2U);
    EXPECT_THAT(names("account", {"annual_revenue=100 JPY"}), ElementsAre("Émile & Söhne"));
    EXPECT_THAT(names("account", {"parent_id=Acme"}), ElementsAre("Émile & Söhne"));
    EXPECT_THAT(names("account", {"parent_id.name~acm"}), ElementsAre("Émile & Söhne"));
    EXPECT_THAT(names("account", {"parent_id=" + uuid_text(acme)}), ElementsAre("Émile & Söhne"));
    EXPECT_THAT(names("account", {"parent_id!=Acme"}).size(), 2U);
    EXPECT_THAT(names("account", {"owner_id=ann@acme.example"}).size(), 3U);
    EXPECT_THAT(names("account", {"phones~55"}), ElementsAre("Acme"));
    EXPECT_THAT(names("account", {"phones="}).size(), 2U);
    EXPECT_THAT(names("account", {"source_created_at=2020-05-01"}), ElementsAre("上海客户"));
    EXPECT_THAT(names("account", {"source_created_at>2020-05-01"}), IsEmpty());
    EXPECT_THAT(names("account", {"id=" + uuid_text(acme)}), ElementsAre("Acme"));
    EXPECT_THAT(names("account", {"space=Private"}).size(), 3U);
    EXPECT_THAT(names("account", {"space=Nowhere"})[0], HasSubstr("no space"));
    EXPECT_THAT(names("account", {"nmae=x"})[0], HasSubstr("no field"));
    EXPECT_THAT(names("account", {"name' OR 1=1--=x"})[0], HasSubstr("cannot be read"));
    EXPECT_THAT(names("account", {"name=' OR 1=1--"}), IsEmpty());
    EXPECT_THAT(names("account", {}, "-name"), ElementsAre("上海客户", "Émile & Söhne", "Acme"));
    EXPECT_THAT(names("account", {}, "name;DROP")[0], HasSubstr("no field"));
}

TEST_F(RecordsTest, KeepsElementsThatAreNamedAgain) {
    const auto hot = create("tag", {{"name", "Hot"}});
    create("tag", {{"name", "New"}});
    const auto acme = create("account", {{"name", "Acme"}, {"tags", "Hot; New"}, {"phones", "1;2"}});
    EXPECT_THAT(names("account", {"tags=Hot"}), ElementsAre("Acme"));
    ASSERT_TRUE(records.set(acme, {{"tags", "Hot"}, {"phones", "2;3"}}));
    EXPECT_EQ(field(acme, "tags"), "[\"" + uuid_text(hot) + "\"]");
    EXPECT_EQ(field(acme, "phones"), R"([{"order":2,"phone":"2"},{"order":3,"phone":"3"}])");
    ASSERT_TRUE(records.set(acme, {{"tags", ""}}));
    EXPECT_EQ(field(acme, "tags"), "absent");
}

TEST_F(RecordsTest, DeletesAndTellsThePast) {
    const auto acme = create("account", {{"name", "Acme"}});
    ASSERT_TRUE(records.set(acme, {{"name", "Acme Corp"}}));
    const auto history = records.history(acme);
    ASSERT_TRUE(history);
    EXPECT_THAT(history->dump(), HasSubstr(R"("user":"Ann Lee")"));
    EXPECT_THAT(history->dump(), HasSubstr(R"("field":"name","value":"Acme Corp","live":true)"));
    EXPECT_THAT(history->dump(), HasSubstr(R"("field":"name","value":"Acme","live":false)"));
    ASSERT_TRUE(records.remove(acme));
    EXPECT_THAT(names("account", {}), IsEmpty());
    EXPECT_EQ(field(acme, "deleted"), "true");
    EXPECT_THAT(records.trash()->dump(), HasSubstr(R"("title":"Acme Corp")"));
    EXPECT_THAT(records.trash()->dump(), HasSubstr(R"("deleted_at":"2)"));
    EXPECT_EQ(records.set(acme, {{"name", "x"}}).error().fault, Fault::not_found);
    ASSERT_TRUE(records.undelete(acme));
    EXPECT_THAT(names("account", {}), ElementsAre("Acme Corp"));
    EXPECT_FALSE(records.undelete(acme));
}

TEST_F(RecordsTest, SettlesConflicts) {
    const auto acme = create("account", {{"name", "Acme"}});
    const auto head = org.client().store().find(acme).front();
    const auto number = org.client().schema().entity("account")->field("name")->number;
    // A colleague who had seen the birth alone, but whose write is older than this device's.
    DeviceId other;
    other.bytes.fill(7);
    const auto write_of_other = [&](const std::string& name) {
        const Stamp base = org.client().store().find(acme).front().birth;
        const Change change{
            Cell{head.entity, acme, number, {}}, encode(Value{name}), {base}, Stamp{base.hlc.next(), other}};
        Transaction transaction{org.client().store().database()};
        org.client().store().apply(head.space, {&change, 1});
        transaction.commit();
    };
    ASSERT_TRUE(records.set(acme, {{"name", "Mine"}}));
    write_of_other("Theirs");
    const auto conflicts = records.conflicts();
    ASSERT_TRUE(conflicts);
    ASSERT_EQ(conflicts->size(), 1U);
    EXPECT_THAT(conflicts->dump(), HasSubstr(R"("field":"name","winner":"Mine")"));
    EXPECT_THAT(conflicts->dump(), HasSubstr(R"("loser":"Theirs")"));
    EXPECT_FALSE(records.restore(2));
    ASSERT_TRUE(records.restore(1));
    EXPECT_EQ(field(acme, "name"), "\"Theirs\"");
    EXPECT_EQ(records.conflicts()->size(), 0U);
}

}  // namespace
}  // namespace tern

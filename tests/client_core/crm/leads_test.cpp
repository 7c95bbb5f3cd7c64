// A lead that becomes an account, a contact and a deal.
#include <gmock/gmock.h>
#include <tern/first_pipeline.h>
#include <tern/leads.h>

#include "tests/client_core/crm/records_fixture.h"

namespace tern::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Leads : public RecordsFixture {
protected:
    Leads() { EXPECT_TRUE(create_first_pipeline(client, false)); }
    RecordId lead(std::vector<Assignment> more = {}) {
        std::vector<Assignment> fields{{"given_name", "Ada"},
                                       {"family_name", "Lindqvist"},
                                       {"company_name", "Pine & Co."},
                                       {"title", "Store manager"},
                                       {"website", "https://pine.example"},
                                       {"mobile", "+49 151 5550001"},
                                       {"phones", "+49 30 5550002"},
                                       {"mails", "ada@pine.example"},
                                       {"addr_city", "Austin"},
                                       {"source", "web"},
                                       {"source_detail", "trade fair"},
                                       {"annual_revenue", "250000 EUR"},
                                       {"expected_amount", "32400 EUR"},
                                       {"need", "Shelves for 14 stores"}};
        for (auto& one : more) fields.push_back(std::move(one));
        return create("lead", fields);
    }
};

TEST_F(Leads, BecomeAnAccountAContactAndADeal) {
    const auto id = lead({{"expected_close", "2031-05-06"}});
    const auto made = convert_lead(client, {id, {}, "Spring restock", {}});
    ASSERT_TRUE(made) << made.error().text();
    ASSERT_TRUE(made->deal);
    EXPECT_EQ(field(made->account, "name"), "\"Pine & Co.\"");
    EXPECT_EQ(field(made->account, "website"), "\"https://pine.example\"");
    EXPECT_EQ(field(made->account, "billing_addr_city"), "\"Austin\"");
    EXPECT_EQ(field(made->account, "annual_revenue_currency"), "\"EUR\"");
    EXPECT_EQ(field(made->contact, "account_id"), "\"" + uuid_text(made->account) + "\"");
    EXPECT_EQ(field(made->contact, "title"), "\"Store manager\"");
    EXPECT_EQ(field(made->contact, "mobile"), field(id, "mobile"));
    EXPECT_EQ(field(made->contact, "phones"), field(id, "phones"));
    EXPECT_THAT(field(made->contact, "mails"), HasSubstr("ada@pine.example"));
    EXPECT_EQ(field(made->contact, "addr_city"), "\"Austin\"");
    EXPECT_EQ(field(*made->deal, "name"), "\"Spring restock\"");
    EXPECT_EQ(field(*made->deal, "amount"), field(id, "expected_amount"));
    EXPECT_EQ(field(*made->deal, "expected_close"), "\"2031-05-06\"");
    EXPECT_EQ(field(*made->deal, "status"), "\"open\"");
    EXPECT_EQ(field(*made->deal, "lead_id"), "\"" + uuid_text(id) + "\"");
    EXPECT_THAT(field(*made->deal, "contact_roles"), HasSubstr(uuid_text(made->contact)));
    EXPECT_EQ(field(id, "status"), "\"converted\"");
    EXPECT_EQ(field(id, "created_account_id"), "\"" + uuid_text(made->account) + "\"");
    EXPECT_EQ(field(id, "created_contact_id"), "\"" + uuid_text(made->contact) + "\"");
    EXPECT_EQ(field(id, "created_opportunity_id"), "\"" + uuid_text(*made->deal) + "\"");
    EXPECT_NE(field(id, "converted_at"), "absent");
}

TEST_F(Leads, JoinAnAccountThatIsThere) {
    const auto pine = create("account", {{"name", "Pine"}});
    const auto made = convert_lead(client, {lead(), pine, {}, {}});
    ASSERT_TRUE(made) << made.error().text();
    EXPECT_EQ(made->account, pine);
    EXPECT_FALSE(made->deal);
    EXPECT_THAT(names("account", {}), ElementsAre("Pine"));
    EXPECT_EQ(field(pine, "website"), "absent") << "what is known of it stays as it is";
    EXPECT_EQ(field(made->contact, "account_id"), "\"" + uuid_text(pine) + "\"");
}

TEST_F(Leads, WithoutACompanyAreCustomersThemselves) {
    const auto id = create("lead", {{"given_name", "Ada"}, {"family_name", "Lindqvist"}});
    const auto made = convert_lead(client, {id, {}, "Chairs", "2031-02-03"});
    ASSERT_TRUE(made) << made.error().text();
    EXPECT_EQ(field(made->account, "name"), "\"Ada Lindqvist\"");
    EXPECT_EQ(field(*made->deal, "expected_close"), "\"2031-02-03\"");
    EXPECT_EQ(field(*made->deal, "amount"), "absent");
}

TEST_F(Leads, AreConvertedOnceAndAllAtOnce) {
    const auto id = lead();
    ASSERT_FALSE(convert_lead(client, {id, {}, "Spring restock", "some day"}));
    EXPECT_THAT(names("account", {}), IsEmpty()) << "half of it would be worse than nothing";
    EXPECT_EQ(field(id, "status"), "absent");
    ASSERT_TRUE(convert_lead(client, {id, {}, {}, {}}));
    const auto again = convert_lead(client, {id, {}, {}, {}});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().fault, Fault::bad_argument);
    EXPECT_THAT(again.error().text(), HasSubstr("already"));
    const auto account = create("account", {{"name", "Bolt"}});
    EXPECT_EQ(convert_lead(client, {account, {}, {}, {}}).error().fault, Fault::bad_argument);
    EXPECT_EQ(convert_lead(client, {lead(), id, {}, {}}).error().fault, Fault::bad_argument) << "a lead is no account";
}

}  // namespace
}  // namespace tern::test

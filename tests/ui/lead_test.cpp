// A lead becomes a customer, of a company that is known already.
#include "tests/ui/app_fixture.h"

namespace tern::test {
namespace {

class Lead : public App {
protected:
    static std::vector<std::string> names(Phone& phone, const std::string& entity) {
        return ask(phone, [entity](Client& client) {
            std::vector<std::string> all;
            (void)Records{client}.list({entity, {}, {}, {}}, [&](const Json& record) {
                const Json* name = record.find("name");
                all.push_back(name == nullptr ? record.find("family_name")->plain() : name->plain());
            });
            return all;
        });
    }
};

TEST_F(Lead, BecomesACustomerWithADeal) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    phone.backend().setUpPipeline();
    ASSERT_TRUE(person.wait([&] { return names(phone, "pipeline").size() == 1; }));
    ASSERT_TRUE(phone.make("account", {{"name", "Pine & Co."}, {"website", "https://pine.example"}}));
    ASSERT_TRUE(phone.make("lead", {{"given_name", "Ada"},
                                    {"family_name", "Lindqvist"},
                                    {"company_name", "Pine Stores"},
                                    {"website", "https://pine.example"}}));
    ASSERT_TRUE(person.tap("searchButton"));
    ASSERT_TRUE(person.type("searchBox", "lindq"));
    ASSERT_TRUE(person.tap("hit_0"));
    ASSERT_TRUE(person.tap("convert"));
    ASSERT_TRUE(person.waits_for("account_0"));
    EXPECT_EQ(person.find("account_0")->property("text"), "Pine & Co.");
    EXPECT_EQ(person.find("dealName")->property("text"), "Pine Stores");
    ASSERT_TRUE(person.tap("account_0"));
    ASSERT_TRUE(person.type("dealName", "Spring restock"));
    ASSERT_TRUE(person.tap("convertNow"));
    ASSERT_TRUE(person.wait([&] { return person.text("recordTitle") == "Pine & Co."; }))
        << person.text("convertProblem").toStdString();
    EXPECT_EQ(names(phone, "account"), std::vector<std::string>{"Pine & Co."}) << "no second one";
    EXPECT_EQ(names(phone, "contact"), std::vector<std::string>{"Lindqvist"});
    EXPECT_EQ(names(phone, "opportunity"), std::vector<std::string>{"Spring restock"});

    ASSERT_TRUE(person.tap("back"));
    ASSERT_TRUE(person.waits_for("becameDeal"));
    EXPECT_FALSE(person.sees("convert")) << "once is enough";
    ASSERT_TRUE(person.tap("becameAccount"));
    EXPECT_TRUE(person.wait([&] { return person.text("recordTitle") == "Pine & Co."; }));
}

}  // namespace
}  // namespace tern::test

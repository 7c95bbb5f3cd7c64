#include "client_core/schema/crm_schema.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

namespace tern::schema {
namespace {

const std::string kGolden = std::string(TERN_GOLDEN_DIR) + "/schema_numbers.txt";

/// Everything whose number or type is for ever, a line each.
std::vector<std::string> lines_of(const Schema& schema) {
    std::vector<std::string> out;
    for (const Entity& entity : schema.entities()) {
        const std::string head = std::to_string(entity.number) + " " + entity.name;
        out.push_back(head);
        for (const Field& field : entity.fields) {
            const std::string line =
                head + " " + std::to_string(field.number) + " " + field.name + " " + std::string(name(field.type));
            out.push_back(line);
            for (const Member& member : field.members)
                out.push_back(line + " " + std::to_string(member.number) + " " + member.name + " " +
                              std::string(name(member.type)));
        }
    }
    return out;
}

TEST(CrmSchema, NumbersNamesAndTypesAreForEver) {
    const auto now = lines_of(crm());
    if (std::getenv("TERN_UPDATE_GOLDEN") != nullptr) {
        std::ofstream out(kGolden);
        for (const auto& line : now) out << line << '\n';
    }
    std::ifstream in(kGolden);
    std::set<std::string> golden;
    for (std::string line; std::getline(in, line);) golden.insert(line);
    const std::set<std::string> current(now.begin(), now.end());
    for (const auto& line : golden)
        EXPECT_TRUE(current.contains(line)) << "a published line is gone or changed: " << line;
    std::string missing;
    for (const auto& line : now)
        if (!golden.contains(line)) missing += line + "\n";
    EXPECT_EQ(missing, "") << "new lines: add them to tests/golden/schema_numbers.txt (TERN_UPDATE_GOLDEN=1 does)";
}

TEST(CrmSchema, HasTheTwelveEntitiesAndTheSpacesOfTheDirectory) {
    std::vector<std::string> names;
    for (const Entity& entity : crm().entities()) names.push_back(entity.name);
    EXPECT_EQ(names, (std::vector<std::string>{"account", "contact", "lead", "opportunity", "pipeline", "stage",
                                               "activity", "task", "product", "tag", "user", "saved_view", "space"}));
}

TEST(CrmSchema, ColumnsBearTheNamesThatUsersType) {
    const Entity& opportunity = *crm().entity("opportunity");
    EXPECT_EQ(opportunity.column("stage_id")->field->name, "standing");
    EXPECT_EQ(opportunity.column("amount")->column->type, Type::integer);
    EXPECT_EQ(opportunity.column("amount_currency")->column->path, (std::vector<std::uint32_t>{2}));
    const Entity& account = *crm().entity("account");
    EXPECT_EQ(account.column("billing_addr_city")->field->name, "billing_addr");
    EXPECT_EQ(account.column("billing_addr_lat")->column->path, (std::vector<std::uint32_t>{7, 1}));
    EXPECT_EQ(crm().entity("task")->column("parent_id")->column->type, Type::ref);
    EXPECT_EQ(account.column("phones"), nullptr) << "elements have a table of their own";
}

TEST(CrmSchema, HasAHomeForWhatSalesTeamsKeep) {
    const auto has = [](std::string_view entity, std::initializer_list<std::string_view> columns) {
        for (const auto column : columns)
            EXPECT_NE(crm().entity(entity)->column(column), nullptr) << entity << "." << column;
    };
    has("account",
        {"industry", "year_established", "annual_revenue", "employees", "office_location", "parent_id", "external_id"});
    has("product", {"series", "list_price", "sku"});
    has("opportunity",
        {"product_id", "engaged_on", "closed_at", "expected_close", "amount", "owner_id", "stage_id", "account_id"});
    has("user", {"login", "mail", "manager_id", "office"});
}

TEST(CrmSchema, EverythingHasLabelsInBothLanguages) {
    for (const Entity& entity : crm().entities()) {
        EXPECT_FALSE(entity.label.zh.empty() || entity.plural.zh.empty() || entity.label.en.empty()) << entity.name;
        for (const Field& field : entity.fields)
            for (const Choice& choice : field.choices)
                EXPECT_FALSE(choice.label.en.empty() || choice.label.zh.empty())
                    << entity.name << "." << field.name << "." << choice.name;
    }
}

TEST(CrmSchema, CommonFieldsAreInEveryEntity) {
    for (const Entity& entity : crm().entities()) {
        EXPECT_NE(entity.field("owner_id"), nullptr);
        EXPECT_TRUE(entity.field("tags")->common);
        EXPECT_EQ(entity.field("merged_into")->targets, std::vector<EntityNumber>{entity.number});
    }
}

}  // namespace
}  // namespace tern::schema

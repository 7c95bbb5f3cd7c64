#include "client_core/schema/crm_schema.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace tern::schema {
namespace {

const std::string kGolden = std::string(TERN_GOLDEN_DIR) + "/schema_numbers.txt";

/// Everything whose number or type is for ever, a line each, by number: so that new lines are all that a change shows.
std::vector<std::string> lines_of(const Schema& schema) {
    std::map<EntityNumber, const Entity*> by_number;
    for (const Entity& entity : schema.entities()) by_number.emplace(entity.number, &entity);
    std::vector<std::string> out;
    for (const auto& [number, at] : by_number) {
        const Entity& entity = *at;
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

TEST(CrmSchema, HasAnEntityForEachThingThatSalesTeamsSpeakOf) {
    for (const auto* name : {"account",        "contact",
                             "lead",           "opportunity",
                             "visit",          "quote",
                             "order",          "return",
                             "contract",       "payment",
                             "invoice",        "campaign",
                             "segment",        "case",
                             "service_order",  "article",
                             "survey",         "competitor",
                             "sales_target",   "territory",
                             "pool",           "comment",
                             "project",        "attachment",
                             "price_book",     "approval_request",
                             "account_credit", "product_cost",
                             "device",         "space"})
        EXPECT_NE(crm().entity(name), nullptr) << name;
    EXPECT_EQ(crm().entity("backup"), nullptr) << "what the server reports is no record that syncs";
}

TEST(CrmSchema, LongFormsHaveSections) {
    for (const Entity& entity : crm().entities()) {
        const auto own =
            std::count_if(entity.fields.begin(), entity.fields.end(), [](const Field& f) { return !f.common; });
        const bool divided = !entity.field(entity.sections.front().fields.front())->common;
        EXPECT_TRUE(divided || own <= 8) << entity.name << " has " << own << " fields";
        EXPECT_TRUE(entity.field(entity.sections.back().fields.front())->common) << entity.name;
    }
    const Entity& account = *crm().entity("account");
    EXPECT_EQ(account.sections.front().label.zh, "基本信息");
    EXPECT_EQ(account.field(account.sections.front().fields.front())->name, "name");
}

TEST(CrmSchema, TellsImportsWhatMakesADuplicate) {
    const Entity& contact = *crm().entity("contact");
    EXPECT_EQ(contact.field("mobile")->dedupe, DedupeKey::phone);
    EXPECT_EQ(contact.field("mails")->member("mail")->dedupe, DedupeKey::mail);
    const Entity& account = *crm().entity("account");
    EXPECT_EQ(account.field("registration_no")->dedupe, DedupeKey::exact);
    EXPECT_EQ(account.field("domains")->member("domain")->dedupe, DedupeKey::domain);
    EXPECT_EQ(account.field("name")->dedupe, DedupeKey::name);
    EXPECT_EQ(account.field("external_id")->dedupe, DedupeKey::exact) << "in every entity";
}

TEST(CrmSchema, FormsAndTimelinesKnowWhereToStart) {
    EXPECT_EQ(crm().entity("task")->field("priority")->default_value, "normal");
    EXPECT_EQ(crm().entity("lead")->field("progress")->member("status")->default_value, "new");
    EXPECT_EQ(crm().entity("order")->field("order_date")->default_value, "today");
    EXPECT_EQ(crm().entity("visit")->timeline, TimelineRole::event);
    EXPECT_EQ(crm().entity("visit")->timeline_date, "starts_at");
    EXPECT_EQ(crm().entity("comment")->timeline, TimelineRole::event);
    EXPECT_EQ(crm().entity("comment")->timeline_date, "") << "by when it was made";
    EXPECT_EQ(crm().entity("account")->timeline, TimelineRole::none);
}

TEST(CrmSchema, WhatMakesSenseOnlyTogetherIsOneGroup) {
    const Entity& visit = *crm().entity("visit");
    for (const auto* column : {"checkin_at", "checkin_geo_lat", "checkin_proof", "checkin_photo", "checkin_reason"})
        EXPECT_EQ(visit.column(column)->field->name, "checkin") << column;
    EXPECT_EQ(crm().entity("contract")->column("start_date")->field,
              crm().entity("contract")->column("end_date")->field);
    EXPECT_EQ(crm().entity("price_entry")->column("valid_from")->field->type, Type::group);
}

TEST(CrmSchema, DocumentsHaveTheSameLines) {
    const auto& lines = crm().entity("opportunity")->field("lines")->members;
    for (const auto* entity : {"quote", "order", "contract", "invoice"}) {
        const auto& others = crm().entity(entity)->field("lines")->members;
        ASSERT_EQ(others.size(), lines.size()) << entity;
        for (std::size_t i = 0; i < lines.size(); ++i) EXPECT_EQ(others[i].name, lines[i].name) << entity;
    }
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
        EXPECT_FALSE(entity.icon.empty()) << entity.name;
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

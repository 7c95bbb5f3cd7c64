// The demo company: the same every time, whole, and of every kind that screens show.
#include <gtest/gtest.h>
#include <tern/query.h>
#include <tern/records.h>

#include "tests/demo/company.h"
#include "tests/support/offline_org.h"

namespace tern::demo {
namespace {

constexpr Millis kToday = Millis{20'440} * 24 * 60 * 60 * 1000;

/// All records of an entity but what differs from org to org: spaces, and who made them.
std::string told(Client& client, const std::string& entity) {
    std::string out;
    const auto listed =
        Records{client}.list({entity, {"source_system = tern-demo"}, "id", {}}, [&](const Json& record) {
            for (const auto& [name, value] : record.members())
                if (name != "space" && name != "manager_id") out += name + "=" + value.dump() + " ";
            out += "\n";
        });
    EXPECT_TRUE(listed) << listed.error().text();
    return out;
}

TEST(DemoCompany, IsTheSameFromTheSameSeed) {
    test::OfflineOrg one, other;
    const Plan plan{7, 12, kToday};
    for (auto* org : {&one, &other}) {
        const auto filled = fill(org->client(), plan);
        ASSERT_TRUE(filled) << filled.error().text();
        EXPECT_EQ(filled->accounts, 12U);
    }
    for (const char* entity : {"user", "account", "contact", "lead", "opportunity", "quote", "order", "payment_plan",
                               "payment", "visit", "activity", "task", "case", "product", "sales_target"}) {
        const auto records = told(one.client(), entity);
        EXPECT_FALSE(records.empty()) << entity;
        EXPECT_EQ(records, told(other.client(), entity)) << entity;
    }
    EXPECT_TRUE(one.client().store().check());
    EXPECT_FALSE(fill(one.client(), plan)) << "not twice into one org";
}

TEST(DemoCompany, IsAnotherFromAnotherSeed) {
    test::OfflineOrg one, other;
    ASSERT_TRUE(fill(one.client(), {1, 3, kToday}));
    ASSERT_TRUE(fill(other.client(), {2, 3, kToday}));
    EXPECT_NE(told(one.client(), "account"), told(other.client(), "account"));
}

}  // namespace
}  // namespace tern::demo

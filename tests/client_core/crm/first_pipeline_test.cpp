// What a new org gets before its first deal.
#include <gmock/gmock.h>
#include <tern/first_pipeline.h>

#include "tests/client_core/crm/records_fixture.h"

namespace tern::test {
namespace {

using testing::ElementsAre;

class FirstPipeline : public RecordsFixture {};

TEST_F(FirstPipeline, LetsADealBeginAndEnd) {
    ASSERT_TRUE(create_first_pipeline(client, false));
    EXPECT_THAT(names("stage", {}, "order"),
                ElementsAre("Qualifying", "Meeting", "Proposal", "Negotiation", "Won", "Lost"));
    const auto deal = create("opportunity", {{"name", "Spring restock"}, {"expected_close", "2026-12-31"}});
    EXPECT_EQ(field(deal, "status"), "\"open\"");
    ASSERT_TRUE(records.set(deal, {{"stage_id", "Won"}}));
    EXPECT_EQ(field(deal, "status"), "\"won\"");
}

TEST_F(FirstPipeline, StandsWhereEverybodyReadsIt) {
    const auto pipeline = create_first_pipeline(client, true);
    ASSERT_TRUE(pipeline);
    EXPECT_EQ(field(*pipeline, "name"), "\"销售\"");
    EXPECT_EQ(value(*pipeline, "space")->plain(), hex(client.org_space()->bytes));
}

TEST_F(FirstPipeline, IsMadeOnce) {
    ASSERT_TRUE(create_first_pipeline(client, false));
    const auto again = create_first_pipeline(client, false);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().fault, Fault::bad_argument);
    EXPECT_EQ(names("pipeline", {}).size(), 1U);
}

}  // namespace
}  // namespace tern::test

#include <gmock/gmock.h>
#include <tern/moment.h>
#include <tern/timeline.h>

#include "tests/client_core/crm/records_fixture.h"

namespace tern {
namespace {

using testing::ElementsAre;

class TimelineTest : public test::RecordsFixture {
protected:
    std::vector<std::string> titles(const RecordId& about, std::size_t limit = 50) {
        const auto events = timeline_of(client, *viewer_of(client), about, limit);
        EXPECT_TRUE(events) << events.error().text();
        std::vector<std::string> out;
        for (const auto& event : *events) out.push_back(event.entity + " " + records.title(event.id));
        return out;
    }
    RecordId acme = create("account", {{"name", "Acme"}});
    RecordId bolt = create("account", {{"name", "Bolt"}});
    std::string parent = "account:" + uuid_text(acme);
};

TEST_F(TimelineTest, HoldsWhatRefersToTheRecordTheLatestFirst) {
    create("activity", {{"subject", "Call"}, {"parent", parent}, {"starts_at", "2026-03-02T10:00:00Z"}});
    create("visit",
           {{"subject", "At the door"}, {"account_id", uuid_text(acme)}, {"starts_at", "2026-03-03T09:00:00Z"}});
    create("task", {{"subject", "Send samples"}, {"parent", parent}, {"due_at", "2026-03-01T09:00:00Z"}});
    create("order", {{"order_no", "O-1"}, {"account_id", uuid_text(acme)}, {"order_date", "2026-03-04"}});
    create("activity", {{"subject", "Elsewhere"}, {"parent", "account:" + uuid_text(bolt)}});
    EXPECT_THAT(titles(acme), ElementsAre("order O-1", "visit At the door", "activity Call", "task Send samples"));
    EXPECT_THAT(titles(acme, 2), ElementsAre("order O-1", "visit At the door"));
    EXPECT_THAT(titles(bolt), ElementsAre("activity Elsewhere"));
}

TEST_F(TimelineTest, PutsWhatHasNoTimeWhereItWasMade) {
    create("activity", {{"subject", "Long ago"}, {"parent", parent}, {"starts_at", "2001-01-01T10:00:00Z"}});
    create("activity", {{"subject", "Some day"}, {"parent", parent}, {"starts_at", ""}});
    create("activity", {{"subject", "Planned"}, {"parent", parent}, {"starts_at", "2101-01-01T10:00:00Z"}});
    EXPECT_THAT(titles(acme), ElementsAre("activity Planned", "activity Some day", "activity Long ago"));
}

TEST_F(TimelineTest, FindsWhereSomebodyTookPart) {
    const auto eve = create("contact", {{"family_name", "Stone"}, {"account_id", uuid_text(acme)}});
    const auto meeting = create("activity", {{"subject", "Fair"}, {"parent", parent}});
    ASSERT_TRUE(records.set(meeting, {{"contacts", "[{\"contact\":\"" + uuid_text(eve) + "\"}]"}}));
    EXPECT_THAT(titles(eve), ElementsAre("activity Fair"));
}

TEST_F(TimelineTest, LeavesOutWhatIsInTheTrash) {
    const auto call = create("activity", {{"subject", "Call"}, {"parent", parent}});
    ASSERT_TRUE(records.remove(call));
    EXPECT_THAT(titles(acme), ElementsAre());
    const auto nobody = timeline_of(client, *viewer_of(client), new_record_id(client.adjusted_now()), 5);
    ASSERT_FALSE(nobody);
    EXPECT_EQ(nobody.error().fault, Fault::not_found);
}

}  // namespace
}  // namespace tern

// What waits, what was refused, what several wrote at once: as a person is told of it.
#include <gmock/gmock.h>
#include <tern/standing.h>

#include "tests/client_core/crm/records_fixture.h"

namespace tern::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

class Standing : public RecordsFixture {
protected:
    Standing() { empty_the_outbox(); }
    void empty_the_outbox() {
        auto& store = client.store();
        Transaction transaction{store.database()};
        for (const SpaceId& space : store.spaces_with_unsent())
            for (const auto& delta : store.unsent(space, 10'000, 1'000'000'000)) store.mark_acknowledged(delta.txn);
        transaction.commit();
    }
    void refuse_all(Fault reason) {
        auto& store = client.store();
        Transaction transaction{store.database()};
        for (const SpaceId& space : store.spaces_with_unsent())
            for (const auto& delta : store.unsent(space, 10'000, 1'000'000'000)) store.mark_refused(delta.txn, reason);
        transaction.commit();
    }
};

TEST_F(Standing, TellsWhatWaitsByRecordNewestFirst) {
    const auto acme = create("account", {{"name", "Acme"}});
    const auto old = create("account", {{"name", "Old"}});
    empty_the_outbox();
    ASSERT_TRUE(records.set(acme, {{"website", "acme.example"}}));
    ASSERT_TRUE(records.set(acme, {{"website", "www.acme.example"}, {"employees", "12"}}));
    create("contact", {{"family_name", "Lee"}});
    ASSERT_TRUE(records.remove(old));
    const auto waiting = waiting_work(client);
    ASSERT_TRUE(waiting) << waiting.error().text();
    ASSERT_THAT(waiting->records, SizeIs(3));
    EXPECT_EQ(waiting->records[0].title, "Old");
    EXPECT_EQ(waiting->records[0].deed, RecordWork::Deed::deleted);
    EXPECT_EQ(waiting->records[1].title, "Lee");
    EXPECT_EQ(waiting->records[1].entity, "contact");
    EXPECT_EQ(waiting->records[1].deed, RecordWork::Deed::created);
    EXPECT_EQ(waiting->records[2].id, acme);
    EXPECT_EQ(waiting->records[2].deed, RecordWork::Deed::changed);
    EXPECT_THAT(waiting->records[2].fields, UnorderedElementsAre("website", "employees"));
    EXPECT_GT(waiting->records[2].at, 0);
    EXPECT_EQ(waiting->more, 0);
    const auto deleted = deleted_work(client);
    ASSERT_THAT(deleted->records, SizeIs(1));
    EXPECT_EQ(deleted->records[0].title, "Old");
    EXPECT_EQ(deleted->records[0].at, waiting->records[0].at);
    empty_the_outbox();
    EXPECT_THAT(waiting_work(client)->records, IsEmpty());
}

TEST_F(Standing, NamesOnlySoManyAndCountsTheRest) {
    create("account", {{"name", "First"}});
    empty_the_outbox();  // with the space that the first one made
    for (std::size_t i = 0; i < standing_limits::kRecords + 7; ++i) create("account", {{"name", std::to_string(i)}});
    const auto waiting = waiting_work(client);
    ASSERT_TRUE(waiting);
    ASSERT_THAT(waiting->records, SizeIs(standing_limits::kRecords));
    EXPECT_EQ(waiting->records[0].title, std::to_string(standing_limits::kRecords + 6));
    EXPECT_EQ(waiting->more, 7);
}

TEST_F(Standing, KeepsWhatWasRefusedInSight) {
    const auto acme = create("account", {{"name", "Acme"}, {"employees", "5"}});
    empty_the_outbox();
    ASSERT_TRUE(records.set(acme, {{"employees", "12"}}));
    create("account", {{"name", "Never taken"}});
    refuse_all(Fault::role);
    EXPECT_EQ(field(acme, "employees"), "5") << "what was refused does not hold";
    const auto refused = refused_work(client);
    ASSERT_TRUE(refused) << refused.error().text();
    ASSERT_THAT(refused->records, SizeIs(2));
    EXPECT_EQ(refused->records[0].work.title, "Never taken") << "told by what it wrote";
    EXPECT_EQ(refused->records[0].work.deed, RecordWork::Deed::created);
    EXPECT_FALSE(refused->records[0].there);
    EXPECT_TRUE(refused->records[1].there);
    EXPECT_EQ(refused->records[1].work.title, "Acme");
    EXPECT_EQ(refused->records[1].reason, Fault::role);
    ASSERT_THAT(refused->records[1].values, SizeIs(1));
    EXPECT_EQ(refused->records[1].values[0].first, "employees");
    EXPECT_EQ(refused->records[1].values[0].second.dump(), "12");
    EXPECT_EQ(refused->more, 0);
    EXPECT_THAT(waiting_work(client)->records, IsEmpty());
}

TEST_F(Standing, ListsTheDevicesOfTheOrg) {
    const auto devices = client.devices();
    ASSERT_TRUE(devices) << devices.error().text();
    ASSERT_THAT(*devices, SizeIs(1));
    EXPECT_TRUE(devices->front().this_one);
    EXPECT_TRUE(devices->front().mine);
    EXPECT_EQ(devices->front().person, "Ann Lee");
    EXPECT_GT(devices->front().since, 0);
}

class Conflicts : public Standing {
protected:
    Conflicts() : acme(create("account", {{"name", "Acme"}, {"annual_revenue", "5 EUR"}})) {}

    /// As a colleague's device would who had seen the birth alone, before this device's own edits.
    void colleague_writes(std::uint8_t colleague, const std::string& field, const std::string& typed) {
        const auto head = client.store().find(acme).front();
        DeviceId device;
        device.bytes.fill(colleague);
        const Change change{Cell{head.entity, acme, column_of(field), {}},
                            encode(value_of(field, typed)),
                            {head.birth},
                            Stamp{head.birth.hlc.next(), device}};
        Transaction transaction{client.store().database()};
        client.store().apply(head.space, {&change, 1});
        transaction.commit();
    }
    FieldConflicts conflicts() {
        auto found = field_conflicts(client);
        EXPECT_TRUE(found);
        return found ? *found : FieldConflicts{};
    }
    static std::vector<std::string> values(const FieldConflict& conflict) {
        std::vector<std::string> out;
        for (const auto& claim : conflict.claims) out.push_back(claim.value.plain());
        return out;
    }

    const RecordId acme;

private:
    ColumnNumber column_of(const std::string& field) { return client.schema().entity("account")->field(field)->number; }
    /// As it is stored.
    Value value_of(const std::string& field, const std::string& typed) {
        const auto other = create("account", {{"name", "Other"}, {field, typed}});
        for (const auto& cell : client.store().registers(client.store().find(other).front()))
            if (cell.column == column_of(field)) return cell.value;
        return {};
    }
};

TEST_F(Conflicts, EndWithAThirdValue) {
    ASSERT_TRUE(records.set(acme, {{"website", "mine.example"}}));
    colleague_writes(7, "website", "theirs.example");
    const auto seen = conflicts();
    ASSERT_THAT(seen.fields, SizeIs(1));
    EXPECT_EQ(seen.fields[0].title, "Acme");
    EXPECT_EQ(seen.fields[0].field, "website");
    EXPECT_THAT(seen.fields[0].parts, ElementsAre("website"));
    EXPECT_THAT(values(seen.fields[0]), ElementsAre("mine.example", "theirs.example")) << "first what holds";
    EXPECT_EQ(seen.fields[0].claims[0].by, "Ann Lee");
    EXPECT_EQ(seen.fields[0].claims[1].by, "") << "nobody's device here";
    ASSERT_TRUE(settle_with(client, seen.fields[0], {{"website", "acme.example"}}));
    EXPECT_EQ(field(acme, "website"), "\"acme.example\"");
    EXPECT_THAT(conflicts().fields, IsEmpty());
}

TEST_F(Conflicts, EndAlsoWithTheValueThatHolds) {
    ASSERT_TRUE(records.set(acme, {{"website", "mine.example"}}));
    colleague_writes(7, "website", "theirs.example");
    ASSERT_TRUE(settle_with(client, conflicts().fields.at(0), {{"website", "mine.example"}}));
    EXPECT_THAT(conflicts().fields, IsEmpty());
}

TEST_F(Conflicts, ShowAllThatThreeWrote) {
    ASSERT_TRUE(records.set(acme, {{"website", "mine.example"}}));
    colleague_writes(7, "website", "seven.example");
    colleague_writes(8, "website", "eight.example");
    const auto seen = conflicts();
    ASSERT_THAT(seen.fields, SizeIs(1));
    EXPECT_THAT(values(seen.fields[0]), ElementsAre("mine.example", "eight.example", "seven.example"));
    ASSERT_TRUE(settle_for(client, seen.fields[0], 2));
    EXPECT_EQ(field(acme, "website"), "\"seven.example\"");
    EXPECT_THAT(conflicts().fields, IsEmpty()) << "one choice ends it";
}

TEST_F(Conflicts, OfMoneyShowAndTakeItsParts) {
    ASSERT_TRUE(records.set(acme, {{"annual_revenue", "7 EUR"}}));
    colleague_writes(7, "annual_revenue", "6 USD");
    const auto seen = conflicts();
    ASSERT_THAT(seen.fields, SizeIs(1));
    EXPECT_EQ(seen.fields[0].claims[1].value.dump(), R"({"annual_revenue":6.00,"annual_revenue_currency":"USD"})");
    EXPECT_FALSE(settle_with(client, seen.fields[0], {{"name", "x"}})) << "no part of this";
    EXPECT_FALSE(settle_with(client, seen.fields[0], {{"annual_revenue", "much"}}));
    EXPECT_THAT(conflicts().fields, SizeIs(1));
    ASSERT_TRUE(settle_with(client, seen.fields[0], {{"annual_revenue", "8 EUR"}}));
    EXPECT_EQ(field(acme, "annual_revenue"), "8.00");
    EXPECT_THAT(conflicts().fields, IsEmpty());
}

TEST_F(Conflicts, AreChosenBetweenAsTheyWereSeen) {
    ASSERT_TRUE(records.set(acme, {{"website", "mine.example"}}));
    colleague_writes(7, "website", "seven.example");
    const auto seen = conflicts().fields.at(0);
    colleague_writes(8, "website", "eight.example");
    EXPECT_EQ(settle_for(client, seen, 1).error().fault, Fault::lost) << "nobody has looked at the third";
    EXPECT_EQ(settle_with(client, seen, {{"website", "x.example"}}).error().fault, Fault::lost);
    EXPECT_EQ(field(acme, "website"), "\"mine.example\"");
    ASSERT_TRUE(settle_for(client, conflicts().fields.at(0), 0));
    EXPECT_THAT(conflicts().fields, IsEmpty());
}

TEST_F(Conflicts, OverADeletionBringTheRecordBackOrNot) {
    ASSERT_TRUE(records.remove(acme));
    colleague_writes(7, "website", "theirs.example");
    const auto seen = conflicts();
    ASSERT_THAT(seen.fields, SizeIs(1));
    EXPECT_EQ(seen.fields[0].field, "alive");
    EXPECT_THAT(values(seen.fields[0]), ElementsAre("false", "true"));
    EXPECT_THAT(seen.fields[0].parts, IsEmpty());
    ASSERT_TRUE(settle_for(client, seen.fields[0], 1));
    EXPECT_EQ(field(acme, "website"), "\"theirs.example\"");
    EXPECT_EQ(field(acme, "deleted"), "absent");
    EXPECT_THAT(conflicts().fields, IsEmpty());
}

}  // namespace
}  // namespace tern::test

// One record of several: what becomes of fields and references, and that it can be taken back, on one device and on
// two.
#include <gmock/gmock.h>
#include <tern/duplicates.h>
#include <tern/merging.h>
#include <tern/search.h>

#include <nlohmann/json.hpp>

#include "tests/client_core/crm/two_phones.h"

namespace tern {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

nlohmann::json shown(Client& client, const RecordId& id) {
    const auto record = Records{client}.get(id);
    EXPECT_TRUE(record) << record.error().text();
    auto out = record ? nlohmann::json::parse(record->dump()) : nlohmann::json{};
    out.erase("updated_at");  // each of these acts changes it
    return out;
}
RecordId make(Client& client, const char* entity, const std::vector<Assignment>& fields,
              const std::optional<SpaceId>& space = {}) {
    const auto id = Records{client}.create(entity, fields, space);
    EXPECT_TRUE(id) << id.error().text();
    return id ? *id : RecordId{};
}

class Merging : public testing::Test {
protected:
    test::OfflineOrg org;
    Client& client = org.client();
    Records records{client};
    const RecordId tag_a = make(client, "tag", {{"name", "A"}});
    const RecordId tag_b = make(client, "tag", {{"name", "B"}});
    const RecordId winner =
        make(client, "account",
             {{"name", "Muster GmbH"}, {"industry", "software"}, {"phones", "+49 30 901820"}, {"tags", "A"}});
    const RecordId loser = make(client, "account",
                                {{"name", "Muster"},
                                 {"industry", "retail"},
                                 {"employees", "12"},
                                 {"website", "muster.example"},
                                 {"phones", "+49 (30) 90 18 20; +49 30 555555"},
                                 {"tags", "A; B"},
                                 {"billing_addr_city", "Berlin"}});
};

TEST_F(Merging, UnitesWhatTheRecordsHold) {
    const auto deal = make(client, "opportunity", {{"name", "Deal"}, {"account_id", uuid_text(loser)}});
    const auto child = make(client, "account", {{"name", "Child"}, {"parent_id", uuid_text(loser)}});
    const auto note = make(client, "activity", {{"subject", "Note"}, {"parent", "account:" + uuid_text(loser)}});
    const auto contact = make(client, "contact", {{"family_name", "Lee"}});
    const auto* accounts = client.schema().entity("contact")->field(std::string_view{"accounts"});
    Value works_for;
    works_for.set_member(1, Decimal{1, 0});
    works_for.set_member(accounts->member(std::string_view{"account"})->number, AnyId{loser.bytes});
    const auto head = client.store().find(contact).front();
    const store::Write link[] = {
        {head.space, Cell{head.entity, contact, accounts->number, Bytes(16, 7)}, works_for, false}};
    ASSERT_TRUE(client.store().write(link, client.author()));
    const auto project = make(client, "project", {{"name", "P"}, {"record", "account:" + uuid_text(loser)}});
    const auto before = client.store().state_hash();
    const auto preview = preview_merge(client, {winner, {loser}, {}});
    ASSERT_TRUE(preview) << preview.error().text();
    EXPECT_EQ(client.store().state_hash(), before) << "a preview changes nothing";
    EXPECT_EQ(preview->references, 5U);
    const auto done = merge(client, {winner, {loser}, {{"industry", loser}}});
    ASSERT_TRUE(done) << done.error().text();
    const auto now = shown(client, winner);
    EXPECT_EQ(now["name"], "Muster GmbH");
    EXPECT_EQ(now["industry"], "retail") << "as it was picked";
    EXPECT_EQ(now["employees"], 12);
    EXPECT_EQ(now["website"], "muster.example");
    EXPECT_EQ(now["billing_addr_city"], "Berlin");
    EXPECT_THAT(now["phones"], SizeIs(2)) << "one number in two notations is one";
    EXPECT_THAT(now["tags"], SizeIs(2));
    EXPECT_EQ(shown(client, deal)["account_id"], uuid_text(winner));
    EXPECT_EQ(shown(client, child)["parent_id"], uuid_text(winner));
    EXPECT_EQ(shown(client, note)["parent_id"], uuid_text(winner));
    EXPECT_EQ(shown(client, contact)["accounts"][0]["account"], uuid_text(winner));
    EXPECT_EQ(shown(client, project)["record_id"], uuid_text(winner));
    EXPECT_EQ(shown(client, loser)["id"], uuid_text(winner)) << "who asks for the loser is led on";
    EXPECT_THAT(records.set(loser, {{"name", "x"}}).error().what, testing::HasSubstr(uuid_text(winner)));
    EXPECT_THAT(*duplicate_pairs(client), IsEmpty());
    EXPECT_THAT(*search_records(client, {"muster", "account", 5}), SizeIs(1));
    EXPECT_TRUE(client.store().check());
}

TEST_F(Merging, IsUndoneExceptWhatWasChangedSince) {
    const auto deal = make(client, "opportunity", {{"name", "Deal"}, {"account_id", uuid_text(loser)}});
    const auto winner_before = shown(client, winner), loser_before = shown(client, loser),
               deal_before = shown(client, deal);
    ASSERT_TRUE(merge(client, {winner, {loser}, {{"industry", loser}}}));
    ASSERT_TRUE(records.set(winner, {{"employees", "99"}}));
    const auto undone = unmerge(client, loser);
    ASSERT_TRUE(undone) << undone.error().text();
    EXPECT_EQ(undone->kept, 1U);
    EXPECT_EQ(shown(client, loser), loser_before);
    EXPECT_EQ(shown(client, deal), deal_before);
    auto now = shown(client, winner);
    EXPECT_EQ(now["employees"], 99) << "that was somebody's own edit";
    now.erase("employees");
    EXPECT_EQ(now, winner_before);
    EXPECT_EQ(unmerge(client, loser).error().fault, Fault::not_found) << "once is enough";
    EXPECT_TRUE(client.store().check());
}

TEST_F(Merging, RefusesWithoutWriting) {
    const auto contact = make(client, "contact", {{"family_name", "Lee"}});
    const auto before = client.store().state_hash();
    const auto refused = [&](const MergeRequest& request) { return merge(client, request).error().fault; };
    EXPECT_EQ(refused({winner, {}, {}}), Fault::bad_argument);
    EXPECT_EQ(refused({winner, {winner}, {}}), Fault::bad_argument);
    EXPECT_EQ(refused({winner, {loser, loser}, {}}), Fault::bad_argument);
    EXPECT_EQ(refused({winner, {contact}, {}}), Fault::bad_argument);
    EXPECT_EQ(refused({winner, {RecordId{}}, {}}), Fault::not_found);
    EXPECT_EQ(refused({winner, {loser}, {{"nmae", loser}}}), Fault::bad_argument);
    EXPECT_EQ(refused({winner, {loser}, {{"name", contact}}}), Fault::bad_argument);
    EXPECT_EQ(refused({winner, {loser}, {{"phones", loser}}}), Fault::bad_argument);
    EXPECT_EQ(refused({winner, std::vector<RecordId>(10, loser), {}}), Fault::bad_argument);
    EXPECT_EQ(unmerge(client, winner).error().fault, Fault::not_found);
    EXPECT_EQ(client.store().state_hash(), before);
}

TEST_F(Merging, LeavesNoReferenceToOneself) {
    ASSERT_TRUE(records.set(winner, {{"parent_id", uuid_text(loser)}}));
    ASSERT_TRUE(merge(client, {winner, {loser}, {}}));
    EXPECT_FALSE(shown(client, winner).contains("parent_id"));
}

TEST_F(Merging, FollowsChains) {
    const auto third = make(client, "account", {{"name", "Third"}});
    ASSERT_TRUE(merge(client, {winner, {loser}, {}}));
    ASSERT_TRUE(merge(client, {third, {winner}, {}}));
    EXPECT_EQ(merged_into(client, loser), third);
    EXPECT_EQ(shown(client, loser)["id"], uuid_text(third));
    ASSERT_TRUE(records.remove(third));
    EXPECT_EQ(merged_into(client, loser), loser) << "a chain that ends in the trash leads nowhere";
}

/// A record where this client may only read: in a space of which it has no log.
store::Write foreign(Client& client, const RecordId& id, const char* entity, const char* field, Value value) {
    const auto* type = client.schema().entity(std::string_view{entity});
    const SpaceId space{array_of<16>(Bytes(16, 0x77))};
    return {space, Cell{type->number, id, column::kBirth, {}},
            birth_value({{type->field(std::string_view{field})->number, {}, std::move(value)}}), false};
}

TEST_F(Merging, TouchesOnlyWhereOneMayWrite) {
    const auto theirs = new_record_id(client.adjusted_now()), deal = new_record_id(client.adjusted_now());
    const store::Write writes[] = {foreign(client, theirs, "account", "name", Value{std::string("Muster")}),
                                   foreign(client, deal, "opportunity", "account_id", AnyId{loser.bytes})};
    ASSERT_TRUE(client.store().write(writes, client.author()));
    const auto before = client.store().state_hash();
    EXPECT_EQ(merge(client, {winner, {theirs}, {}}).error().fault, Fault::forbidden);
    EXPECT_EQ(merge(client, {theirs, {loser}, {}}).error().fault, Fault::forbidden);
    EXPECT_EQ(client.store().state_hash(), before);
    const auto done = merge(client, {winner, {loser}, {}});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->out_of_reach, 1U);
    EXPECT_EQ(shown(client, deal)["account_id"], uuid_text(loser)) << "it is led on, not rewritten";
    EXPECT_EQ(merged_into(client, loser), winner);
    EXPECT_TRUE(keep_separate(client, winner, theirs)) << "one side is enough";
}

class MuchLater : public Clock {
public:
    Millis wall_ms() const override { return system_clock().wall_ms() + merge_limits::kUndo + 60'000; }
    Millis steady_ms() const override { return system_clock().steady_ms(); }
};

TEST_F(Merging, CanBeUndoneForThirtyDays) {
    ASSERT_TRUE(merge(client, {winner, {loser}, {}}));
    const MuchLater clock;
    Client::Options options;
    options.folder = org.folder();
    options.unlock.device_key_file = org.key_file();
    options.clock = &clock;
    const auto later = Client::open(options);
    ASSERT_TRUE(later);
    EXPECT_EQ(unmerge(**later, loser).error().fault, Fault::bad_argument);
    EXPECT_TRUE(unmerge(client, loser));
}

TEST_F(Merging, TakesTenRecordsAndMoreReferencesThanADeltaHolds) {
    std::vector<RecordId> losers{loser};
    for (int i = 0; i < 8; ++i)
        losers.push_back(
            make(client, "account",
                 {{"name", "Copy " + std::to_string(i)}, {"phones", "+49 30 7777" + std::to_string(100 + i)}}));
    for (std::size_t i = 0; i < 400; ++i)
        make(client, "task", {{"subject", "T" + std::to_string(i)}, {"parent", "account:" + uuid_text(losers[i % 9])}});
    const auto done = merge(client, {winner, losers, {}});
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_EQ(done->references, 400U);
    EXPECT_THAT(shown(client, winner)["phones"], SizeIs(10));
    const auto undone = unmerge(client, winner);
    ASSERT_TRUE(undone);
    EXPECT_EQ(undone->kept, 0U);
    for (const auto& id : losers) EXPECT_EQ(shown(client, id)["id"], uuid_text(id));
    EXPECT_THAT(shown(client, winner)["phones"], SizeIs(1));
    EXPECT_TRUE(client.store().check());
}

// --- two devices -----------------------------------------------------------------------------------------------------

class MergingOnTwoPhones : public testing::Test {
protected:
    SpaceId space;
    RecordId first, second, third, deal, other;
    test::TwoPhones phones{[this](Client& client) {
        space = *client.create_space("Team", SpaceKind::team);
        first = make(client, "account", {{"name", "First"}, {"employees", "1"}}, space);
        second = make(client, "account", {{"name", "Second"}, {"website", "second.example"}}, space);
        third = make(client, "account", {{"name", "Third"}}, space);
        deal = make(client, "opportunity", {{"name", "Deal"}, {"account_id", uuid_text(first)}}, space);
        other = make(client, "opportunity", {{"name", "Other"}, {"account_id", uuid_text(second)}}, space);
    }};
    void agree() {
        EXPECT_EQ(phones.a().store().state_hash(), phones.b().store().state_hash());
        EXPECT_TRUE(phones.a().store().check());
        EXPECT_TRUE(phones.b().store().check());
    }
    void settle() {
        phones.meet();
        for (Client* client : {&phones.a(), &phones.b()}) ASSERT_TRUE(heal_merges(*client));
        phones.meet();
        EXPECT_EQ(*heal_merges(phones.a()), 0U);
        agree();
    }
};

TEST_F(MergingOnTwoPhones, IsSeenAndUndoneByTheOther) {
    ASSERT_TRUE(merge(phones.a(), {first, {second}, {}}));
    phones.meet();
    agree();
    EXPECT_EQ(shown(phones.b(), other)["account_id"], uuid_text(first));
    EXPECT_EQ(shown(phones.b(), first)["website"], "second.example");
    ASSERT_TRUE(unmerge(phones.b(), second));
    phones.meet();
    agree();
    for (Client* client : {&phones.a(), &phones.b()}) {
        EXPECT_EQ(shown(*client, second)["name"], "Second");
        EXPECT_FALSE(shown(*client, first).contains("website"));
        EXPECT_EQ(shown(*client, other)["account_id"], uuid_text(second));
    }
}

TEST_F(MergingOnTwoPhones, LeadOnWhatTheOtherWroteMeanwhile) {
    ASSERT_TRUE(merge(phones.a(), {first, {second}, {}}));
    const auto late = make(phones.b(), "opportunity", {{"name", "Late"}, {"account_id", uuid_text(second)}}, space);
    ASSERT_TRUE(Records{phones.b()}.set(deal, {{"account_id", uuid_text(second)}}));
    settle();
    for (Client* client : {&phones.a(), &phones.b()}) {
        EXPECT_EQ(shown(*client, late)["account_id"], uuid_text(first));
        EXPECT_EQ(shown(*client, deal)["account_id"], uuid_text(first));
    }
}

/// What was written about the loser meanwhile is the loser's again, wherever the merge had led it.
TEST_F(MergingOnTwoPhones, PartWithWhatTheOtherWroteMeanwhile) {
    ASSERT_TRUE(merge(phones.a(), {first, {second}, {}}));
    const auto late = make(phones.b(), "opportunity", {{"name", "Late"}, {"account_id", uuid_text(second)}}, space);
    settle();
    ASSERT_EQ(shown(phones.a(), late)["account_id"], uuid_text(first));
    ASSERT_TRUE(unmerge(phones.b(), second));
    settle();
    for (Client* client : {&phones.a(), &phones.b()}) {
        EXPECT_EQ(shown(*client, late)["account_id"], uuid_text(second));
        EXPECT_EQ(shown(*client, other)["account_id"], uuid_text(second));
        EXPECT_EQ(shown(*client, deal)["account_id"], uuid_text(first));
    }
}

/// One leads a late reference on while the other parts the two.
TEST_F(MergingOnTwoPhones, PartEvenWhereTheOtherLeadsOn) {
    ASSERT_TRUE(merge(phones.a(), {first, {second}, {}}));
    phones.meet();
    const auto late = make(phones.b(), "opportunity", {{"name", "Late"}, {"account_id", uuid_text(second)}}, space);
    ASSERT_EQ(*heal_merges(phones.b()), 1U);
    ASSERT_TRUE(unmerge(phones.a(), second));
    settle();
    for (Client* client : {&phones.a(), &phones.b()}) {
        EXPECT_EQ(shown(*client, late)["account_id"], uuid_text(second));
        EXPECT_EQ(shown(*client, second)["name"], "Second");
    }
}

TEST_F(MergingOnTwoPhones, BothWaysAtOncePartAtOnce) {
    ASSERT_TRUE(merge(phones.a(), {first, {second}, {}}));
    ASSERT_TRUE(merge(phones.b(), {second, {first}, {}}));
    settle();
    ASSERT_TRUE(unmerge(phones.a(), first));
    settle();
    for (Client* client : {&phones.a(), &phones.b()}) {
        EXPECT_EQ(shown(*client, first)["id"], uuid_text(first));
        EXPECT_EQ(shown(*client, second)["id"], uuid_text(second));
        EXPECT_EQ(shown(*client, deal)["account_id"], uuid_text(first));
        EXPECT_EQ(shown(*client, other)["account_id"], uuid_text(second));
        EXPECT_FALSE(shown(*client, first).contains("website"));
        EXPECT_FALSE(shown(*client, second).contains("employees"));
    }
}

TEST_F(MergingOnTwoPhones, BothWaysAtOnceLeaveOne) {
    ASSERT_TRUE(merge(phones.a(), {first, {second}, {}}));
    ASSERT_TRUE(merge(phones.b(), {second, {first}, {}}));
    settle();
    const RecordId survivor = std::min(first, second);
    for (Client* client : {&phones.a(), &phones.b()}) {
        EXPECT_EQ(shown(*client, first)["id"], uuid_text(survivor));
        EXPECT_EQ(shown(*client, second)["id"], uuid_text(survivor));
        EXPECT_FALSE(shown(*client, survivor).contains("deleted"));
        EXPECT_EQ(shown(*client, survivor)["website"], "second.example");
        EXPECT_EQ(shown(*client, survivor)["employees"], 1);
        EXPECT_EQ(shown(*client, deal)["account_id"], uuid_text(survivor));
        EXPECT_EQ(shown(*client, other)["account_id"], uuid_text(survivor));
    }
}

TEST_F(MergingOnTwoPhones, InAChainEndAtItsEnd) {
    ASSERT_TRUE(merge(phones.a(), {second, {first}, {}}));
    ASSERT_TRUE(merge(phones.b(), {third, {second}, {}}));
    settle();
    for (Client* client : {&phones.a(), &phones.b()}) {
        EXPECT_EQ(merged_into(*client, first), third);
        EXPECT_EQ(shown(*client, deal)["account_id"], uuid_text(third));
        EXPECT_EQ(shown(*client, other)["account_id"], uuid_text(third));
    }
}

}  // namespace
}  // namespace tern

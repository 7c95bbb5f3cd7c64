#include <gmock/gmock.h>
#include <tern/bulk.h>
#include <tern/saved_view.h>

#include "tests/client_core/crm/records_fixture.h"

namespace tern {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class BulkTest : public test::RecordsFixture {
protected:
    std::string held(const RecordId& id, const std::string& field) {
        const auto record = records.get(id);
        if (!record) return record.error().text();
        const Json* value = record->find(field);
        return value == nullptr ? "" : value->plain();
    }
    std::vector<std::string> held(const std::vector<RecordId>& ids, const std::string& field) {
        std::vector<std::string> out;
        for (const auto& id : ids) out.push_back(held(id, field));
        return out;
    }
};

TEST_F(BulkTest, ChangesManyAndPutsBackWhatEachHad) {
    const std::vector<RecordId> ids{create("account", {{"name", "Acme"}, {"industry", "software"}}),
                                    create("account", {{"name", "Bolt"}}),
                                    create("account", {{"name", "Cyber"}, {"industry", "retail"}})};
    const auto before = held(ids, "industry");
    std::uint64_t told = 0;
    const auto done =
        set_all(client, ids, {{"industry", "retail"}}, {[&](std::uint64_t n, std::uint64_t) { told = n; }, nullptr});
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_EQ(done->changed, 2U);
    EXPECT_EQ(done->unchanged, 1U);
    EXPECT_EQ(told, 3U);
    EXPECT_THAT(held(ids, "industry"), ElementsAre("retail", "retail", "retail"));

    // What somebody has changed since is theirs.
    ASSERT_TRUE(records.set(ids[0], {{"industry", "finance"}}));
    const auto undone = undo_bulk(client, *done->steps);
    ASSERT_TRUE(undone) << undone.error().text();
    EXPECT_EQ(undone->restored, 1U);
    EXPECT_EQ(undone->left, 1U);
    EXPECT_THAT(held(ids, "industry"), ElementsAre("finance", before[1], before[2]));
}

TEST_F(BulkTest, UndoesWhatFollowedFromAChangeToo) {
    create("pipeline", {{"name", "Sales"}});
    create("stage", {{"name", "First"}, {"pipeline_id", "Sales"}, {"order", "1"}, {"kind", "open"}});
    create("stage", {{"name", "Won"}, {"pipeline_id", "Sales"}, {"order", "2"}, {"kind", "won"}});
    create("account", {{"name", "Acme"}});
    const std::vector<RecordId> deals{create("opportunity", {{"name", "Shelves"}, {"account_id", "Acme"}})};
    const auto before = records.get(deals[0])->dump();
    const auto done = set_all(client, deals, {{"stage_id", "Won"}});
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_NE(held(deals[0], "closed_at"), "");
    ASSERT_TRUE(undo_bulk(client, *done->steps));
    EXPECT_EQ(held(deals[0], "closed_at"), "");
    const auto cut = [](const std::string& text) { return text.substr(0, text.find("updated_at")); };
    EXPECT_EQ(cut(records.get(deals[0])->dump()), cut(before));
}

TEST_F(BulkTest, TellsWhatItCannotWrite) {
    const auto here = create("account", {{"name", "Acme"}}), gone = create("account", {{"name", "Bolt"}});
    ASSERT_TRUE(records.remove(gone));
    const auto done = set_all(client, std::vector{gone, here}, {{"industry", "retail"}});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->changed, 1U);
    EXPECT_EQ(done->refused, 1U);
    ASSERT_EQ(done->reasons.size(), 1U);
    EXPECT_EQ(done->reasons[0].id, gone);
    EXPECT_THAT(done->reasons[0].why.what, HasSubstr("trash"));
    // A value that the field does not take is refused by each.
    EXPECT_EQ(set_all(client, std::vector{here}, {{"employees", "many"}})->refused, 1U);
}

TEST_F(BulkTest, DeletesAndBringsBack) {
    std::vector<RecordId> ids;
    for (int i = 0; i < 250; ++i) ids.push_back(create("account", {{"name", "Acme " + std::to_string(i)}}));
    const auto done = remove_all(client, ids);
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_EQ(done->changed, 250U);
    EXPECT_TRUE(records.get(ids[200])->find("deleted"));
    ASSERT_TRUE(records.undelete(ids[0]));
    const auto undone = undo_bulk(client, *done->steps);
    ASSERT_TRUE(undone);
    EXPECT_EQ(undone->restored, 249U);
    EXPECT_EQ(undone->left, 1U) << "is back already";
    EXPECT_FALSE(records.get(ids[200])->find("deleted"));
}

TEST_F(BulkTest, EndsWhenItIsAskedTo) {
    std::vector<RecordId> ids;
    for (int i = 0; i < 250; ++i) ids.push_back(create("account", {{"name", "Acme " + std::to_string(i)}}));
    std::atomic<bool> stop{false};
    const auto done =
        set_all(client, ids, {{"industry", "retail"}}, {[&](std::uint64_t, std::uint64_t) { stop = true; }, &stop});
    ASSERT_TRUE(done);
    EXPECT_TRUE(done->stopped);
    EXPECT_EQ(done->changed, bulk_limits::kBatch);
    EXPECT_EQ(undo_bulk(client, *done->steps)->restored, bulk_limits::kBatch);
}

TEST_F(BulkTest, ListsTheViewsThatAreKept) {
    SavedView view;
    view.name = "Retail";
    view.query.entity = "account";
    view.query.filter = *read_filter("industry = retail");
    view.query.sort = *read_sort("-name");
    view.columns = {"name", "industry"};
    ASSERT_TRUE(save_view(client, view));
    view.name = "Big";
    view.query.filter = *read_filter("employees > 100");
    const auto big = save_view(client, view);
    ASSERT_TRUE(big) << big.error().text();
    view.query.entity = "contact";
    view.query.filter = {};
    view.columns.clear();
    view.query.sort.clear();
    ASSERT_TRUE(save_view(client, view));
    const auto names = [&] {
        std::vector<std::string> out;
        for (const auto& kept : *views_of(client, "account")) out.push_back(kept.view.name);
        return out;
    };
    EXPECT_THAT(names(), ElementsAre("Big", "Retail"));
    for (const auto& kept : *views_of(client, "account"))
        if (kept.view.name == "Retail") {
            ASSERT_TRUE(records.set(kept.id, {{"pinned", "yes"}}));
            EXPECT_EQ(kept.view.query.filter, *read_filter("industry = retail"));
            EXPECT_THAT(kept.view.columns, ElementsAre("name", "industry"));
        }
    EXPECT_THAT(names(), ElementsAre("Retail", "Big"));
}

}  // namespace
}  // namespace tern

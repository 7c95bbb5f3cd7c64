#include <gmock/gmock.h>
#include <tern/live_query.h>
#include <tern/saved_view.h>

#include <algorithm>
#include <set>

#include "tests/client_core/query/judge.h"

namespace tern::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr int kRounds = 300;

std::vector<RecordId> applied(std::vector<RecordId> ids, const Difference& difference) {
    for (const std::size_t at : difference.removed) ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(at));
    for (const auto& placed : difference.placed)
        ids.insert(ids.begin() + static_cast<std::ptrdiff_t>(placed.at), placed.id);
    return ids;
}

TEST(Difference, MovesNoMoreThanItMust) {
    const auto id = [](std::uint8_t n) {
        RecordId out;
        out.bytes.fill(n);
        return out;
    };
    const std::vector<RecordId> before{id(1), id(2), id(3), id(4), id(5)};
    const std::vector<RecordId> after{id(5), id(1), id(2), id(6), id(4)};
    const auto moved = difference(before, after);
    EXPECT_EQ(applied(before, moved), after);
    EXPECT_THAT(moved.removed, ElementsAre(4U, 2U));  // 5 moves, 3 goes
    ASSERT_EQ(moved.placed.size(), 2U);
    EXPECT_FALSE(moved.placed[0].fresh);
    EXPECT_TRUE(moved.placed[1].fresh);
    EXPECT_TRUE(difference(before, before).empty());
    EXPECT_EQ(applied({}, difference({}, before)), before);
    EXPECT_EQ(applied(before, difference(before, {})), std::vector<RecordId>{});
}

TEST(LiveQuery, TellsWhatBecameOfItsAnswer) {
    World world{7};
    auto& client = world.org().client();
    Queries queries{client, {kNow, "UTC", "zh", client.user(), {client.user()}}};
    std::vector<LiveQuery> live;
    std::vector<Query> asked;
    for (const char* where :
         {"", "amount >= 0 and account.name contains a", "account.tags.name = Hot or name starts with a"}) {
        Query query{"opportunity", *read_filter(where), *read_sort("account.name,-amount"), {}, {}, {}, {}};
        asked.push_back(query);
        query.page_size = 10;
        asked.push_back(query);
    }
    for (const Query& query : asked) {
        auto opened = LiveQuery::open(queries, query);
        ASSERT_TRUE(opened) << opened.error().text();
        live.push_back(std::move(*opened));
    }
    std::vector<std::vector<RecordId>> shown;
    for (const auto& one : live) shown.push_back(one.ids());
    (void)client.store().take_notices();
    std::size_t fresh = 0, moved = 0, changed = 0, gone = 0;
    for (int round = 0; round < kRounds; ++round) {
        world.disturb();
        const auto notices = client.store().take_notices();
        for (std::size_t i = 0; i < live.size(); ++i) {
            const auto told = live[i].update(notices);
            ASSERT_TRUE(told);
            shown[i] = applied(std::move(shown[i]), *told);
            const auto now = queries.ids(asked[i]);
            ASSERT_TRUE(now);
            ASSERT_EQ(shown[i], now->ids) << "round " << round << ", query " << i;
            ASSERT_EQ(live[i].ids(), now->ids);
            for (const auto& placed : told->placed) ++(placed.fresh ? fresh : moved);
            gone += told->removed.size();
            changed += told->changed.size();
        }
    }
    // Each kind of news came up.
    EXPECT_GT(fresh, 20U);
    EXPECT_GT(moved, 20U);
    EXPECT_GT(changed, 20U);
    EXPECT_GT(gone, 20U);
}

TEST(LiveQuery, SleepsWhileOthersChangeAndWakesWithTheDay) {
    World world{8};
    auto& client = world.org().client();
    Queries queries{client, {kNow, "Asia/Shanghai", "", client.user(), {}}};
    auto live = LiveQuery::open(queries, {"opportunity", *read_filter("expected_close in today"), {}, {}, {}, {}, {}});
    ASSERT_TRUE(live);
    const auto number = [&](const char* entity) { return client.schema().entity(entity)->number; };
    const store::Notice accounts[] = {{number("account"), {}}};
    const store::Notice deals[] = {{number("opportunity"), {}}};
    EXPECT_FALSE(live->concerned_by(accounts));
    EXPECT_TRUE(live->concerned_by(deals));
    const auto id = world.records().create("opportunity", {{"name", "Due"}, {"expected_close", "2024-03-11"}});
    ASSERT_TRUE(id);
    EXPECT_TRUE(live->update(accounts)->empty());
    ASSERT_TRUE(live->update(deals));
    const auto before = live->ids();
    EXPECT_EQ(std::count(before.begin(), before.end(), *id), 0);
    Viewer later = queries.viewer();
    later.now += 4 * 3'600'000;  // 2024-03-11 00:00 in Shanghai
    queries.set_viewer(later);
    const auto told = live->update({});
    ASSERT_TRUE(told);
    EXPECT_FALSE(told->empty());
    EXPECT_EQ(std::count(live->ids().begin(), live->ids().end(), *id), 1);
}

TEST(SavedView, IsKeptAndReadAgain) {
    World world{9};
    auto& client = world.org().client();
    SavedView view{"Mine, big", {}, {"name", "amount"}};
    view.query = {"opportunity",
                  *read_filter("owner = me and amount >= 100 EUR"),
                  *read_sort("-amount,account.name"),
                  *read_group_by("closed_at:month"),
                  {},
                  {},
                  {}};
    const auto id = save_view(client, view);
    ASSERT_TRUE(id) << id.error().text();
    const auto read = read_view(client, "Deals", "Mine, big");
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(read->query.filter, view.query.filter);
    EXPECT_EQ(read->query.sort, view.query.sort);
    EXPECT_EQ(read->query.group_by, view.query.group_by);
    EXPECT_EQ(read->columns, view.columns);
    view.query.filter = {};
    view.query.sort.clear();
    EXPECT_EQ(*save_view(client, view), *id);
    EXPECT_EQ(read_view(client, "opportunity", uuid_text(*id))->query.filter, Filter{});
    EXPECT_EQ(read_view(client, "account", "Mine, big").error().fault, Fault::not_found);
    view.query.filter = Filter::compare("nmae", Comparison::is, {FilterValue::of("x")});
    EXPECT_THAT(save_view(client, view).error().text(), HasSubstr("did you mean name?"));
    ASSERT_TRUE(world.records().set(*id, {{"filter", R"("name ??")"}}));
    EXPECT_THAT(read_view(client, "opportunity", "Mine, big").error().text(), HasSubstr("cannot be read"));
}

TEST(Queries, ShowARecordOfTwoSpacesOnce) {
    World world{10};
    auto& client = world.org().client();
    Queries queries{client, {kNow, "UTC", "", client.user(), {}}};
    const auto& accounts = *client.schema().entity("account");
    const auto id = world.records().create("account", {{"name", "Twice"}});
    ASSERT_TRUE(id);
    const Query by_name{"account", *read_filter("name = Twice"), {}, {}, {}, {}, {}};
    const Query by_id{
        "account", Filter::compare("id", Comparison::is, {FilterValue::of(uuid_text(*id))}), {}, {}, {}, {}, {}};
    EXPECT_EQ(queries.ids(by_name)->ids.size(), 1U);
    const auto other = client.create_space("Other", SpaceKind::book);
    ASSERT_TRUE(other);
    const std::vector<BirthCell> cells{{accounts.field("name")->number, {}, Value{std::string("Twice")}}};
    const store::Write writes[] = {{*other, Cell{accounts.number, *id, column::kBirth, {}}, birth_value(cells), false}};
    ASSERT_TRUE(client.store().write(writes, client.author()));
    EXPECT_EQ(client.store().find(*id).size(), 2U);
    EXPECT_EQ(queries.ids(by_name)->ids.size(), 1U);
    EXPECT_EQ(queries.ids(by_id)->ids.size(), 1U);
}

}  // namespace
}  // namespace tern::test

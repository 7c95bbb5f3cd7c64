// A second pair of eyes on a discount, by the public face.
#include <gmock/gmock.h>
#include <tern/approvals.h>
#include <tern/ordering.h>

#include "tests/client_core/crm/records_fixture.h"
#include "tests/client_core/crm/two_phones.h"

namespace tern {
namespace {

using testing::HasSubstr;

class ApprovalsTest : public test::RecordsFixture {
protected:
    void SetUp() override {
        create("price_book", {{"name", "List"}, {"currency", "EUR"}, {"default", "true"}});
        tea = create("product", {{"name", "Green tea"}, {"sku", "TEA"}, {"list_price", "10 EUR"}});
        shop = create("account", {{"name", "Corner shop"}, {"currency", "EUR"}});
        create("approval_process",
               {{"name", "Discounts"}, {"entity", "quote"}, {"trigger", "discount_over"}, {"criteria", "15"}});
        Ordering ordering{client, *viewer_of(client)};
        auto draft = *ordering.blank("quote", shop);
        draft.lines.push_back(*ordering.line_for(tea, "3"));
        draft.lines[0].discount_pct = "18";
        quote = *ordering.save(draft, true);
    }
    std::optional<PendingApproval> waiting() {
        auto found = pending_approval(client, quote);
        EXPECT_TRUE(found) << found.error().text();
        return found ? *found : std::nullopt;
    }
    /// A colleague's, as it comes by sync.
    RecordId handed_in_by_ben() {
        const auto request = waiting()->request;
        EXPECT_TRUE(records.set(request, {{"submitter_id", "0190a5a0-0000-7000-8000-00000000beef"}}));
        return request;
    }
    std::string word(const RecordId& request, bool approve, std::string_view comment = {}) {
        const auto status = decide(client, request, approve, comment);
        return status ? "" : status.error().text();
    }
    ApprovalStanding standing() {
        const auto found = approval_standing(client, quote);
        EXPECT_TRUE(found) << found.error().text();
        return found ? *found : ApprovalStanding::none;
    }
    std::string of(const RecordId& id, const char* field) {
        const auto record = records.get(id);
        const Json* value = record ? record->find(field) : nullptr;
        return value == nullptr ? "" : value->is_object() || value->size() > 0 ? value->dump() : value->plain();
    }

    RecordId tea, shop, quote;
};

TEST_F(ApprovalsTest, AreGivenOnWhatWasHandedIn) {
    ASSERT_TRUE(waiting().has_value());
    EXPECT_FALSE(waiting()->changed);
    const auto request = handed_in_by_ben();
    EXPECT_EQ(word(request, true, "fine"), "");
    EXPECT_EQ(of(quote, "stage"), "approved");
    EXPECT_EQ(of(request, "state"), "approved");
    EXPECT_THAT(of(request, "decisions"), HasSubstr("\"comment\":\"fine\""));
    EXPECT_FALSE(waiting().has_value());
    EXPECT_THAT(word(request, true), HasSubstr("decided on this already"));
}

TEST_F(ApprovalsTest, GiveBackWhatIsNotGoodYet) {
    const auto request = handed_in_by_ben();
    EXPECT_EQ(word(request, false, "15 at most"), "");
    EXPECT_EQ(of(quote, "stage"), "draft");
    EXPECT_EQ(of(request, "state"), "rejected");
}

TEST_F(ApprovalsTest, AreNotGivenByWhoAsks) {
    EXPECT_TRUE(waiting()->own);
    EXPECT_THAT(word(waiting()->request, true), HasSubstr("nobody decides on what they handed in themselves"));
    EXPECT_EQ(of(quote, "stage"), "in_approval");
}

TEST_F(ApprovalsTest, AreNotGivenOnWhatWasChangedSince) {
    const auto request = handed_in_by_ben();
    ASSERT_TRUE(records.set(quote, {{"shipping", "5 EUR"}}));
    EXPECT_TRUE(waiting()->changed);
    EXPECT_THAT(word(request, true), HasSubstr("changed after it was handed in"));
    EXPECT_EQ(of(quote, "stage"), "in_approval");
    ASSERT_TRUE(records.set(quote, {{"shipping", ""}}));
    EXPECT_FALSE(waiting()->changed) << "it is again what was handed in";
    EXPECT_EQ(word(request, true), "");
}

TEST_F(ApprovalsTest, EndWithTheNextChangeOfWhatWasApproved) {
    ASSERT_EQ(word(handed_in_by_ben(), true), "");
    EXPECT_EQ(standing(), ApprovalStanding::approved);
    ASSERT_TRUE(records.set(quote, {{"name", "Tea for the shop"}}));
    EXPECT_EQ(of(quote, "stage"), "approved") << "nobody agreed to what it is called";
    ASSERT_TRUE(records.set(quote, {{"shipping", "5 EUR"}}));
    EXPECT_EQ(of(quote, "stage"), "draft");
    EXPECT_EQ(standing(), ApprovalStanding::changed);
    const auto told = records.history(quote);
    ASSERT_TRUE(told) << told.error().text();
    EXPECT_THAT(told->dump(), HasSubstr("\"draft\"")) << "who made it one stands there";
}

TEST_F(ApprovalsTest, EndWhenItsLinesAreSavedAnew) {
    ASSERT_EQ(word(handed_in_by_ben(), true), "");
    Ordering ordering{client, *viewer_of(client)};
    auto draft = *ordering.open(quote);
    draft.lines[0].qty = "4";
    ASSERT_TRUE(ordering.save(draft, false));
    EXPECT_EQ(of(quote, "stage"), "draft");
    EXPECT_EQ(standing(), ApprovalStanding::changed);
    // Within what one may give by oneself there is nothing to ask, and nothing that was asked.
    draft.lines[0].discount_pct = "5";
    ASSERT_TRUE(ordering.save(draft, true));
    EXPECT_EQ(of(quote, "stage"), "approved");
    EXPECT_EQ(standing(), ApprovalStanding::none);
    // What was confirmed without being asked is not confirmed with what must be.
    draft.lines[0].discount_pct = "30";
    ASSERT_TRUE(ordering.save(draft, false));
    EXPECT_EQ(of(quote, "stage"), "draft");
}

TEST_F(ApprovalsTest, OutliveWhatIsDeliveredOfAnOrder) {
    auto order = Json::object();
    auto line = Json::object();
    line.add("name", Json{std::string{"Green tea"}}).add("qty", Json{std::string{"3"}});
    order.add("lines", Json::array().add(line));
    const auto before = document_version(order);
    auto delivered = Json::object();
    delivered.add("lines", Json::array().add(Json{line}.add("delivered_qty", Json{std::string{"2"}})));
    EXPECT_EQ(document_version(delivered), before);
}

/// Ann approves on her device what Ben changes on his, and neither knows of the other.
TEST(ApprovalsMeeting, AChangeThatTheApprovalDidNotSeeVoidsItOnBothDevices) {
    RecordId quote, request;
    test::TwoPhones phones{[&](Client& client) {
        Records records{client};
        const auto shop = *records.create("account", {{"name", "Corner shop"}, {"currency", "EUR"}});
        quote = *records.create(
            "quote",
            {{"name", "Tea"}, {"account_id", uuid_text(shop)}, {"shipping", "5 EUR"}, {"stage", "in_approval"}});
        auto seen = Json::object();
        seen.add("version", Json{document_version(*records.get(quote))});
        request = *records.create("approval_request", {{"record", "quote:" + uuid_text(quote)},
                                                       {"submitter_id", "0190a5a0-0000-7000-8000-00000000beef"},
                                                       {"state", "pending"},
                                                       {"snapshot", seen.dump()}});
        ASSERT_TRUE(records.set(quote, {{"approval_id", uuid_text(request)}}));
    }};
    ASSERT_TRUE(Records{phones.a()}.set(quote, {{"shipping", "1 EUR"}}));
    ASSERT_TRUE(decide(phones.b(), request, true, ""));
    EXPECT_EQ(*approval_standing(phones.b(), quote), ApprovalStanding::approved);
    phones.meet();
    for (Client* client : {&phones.a(), &phones.b()}) {
        const auto shown = *Records{*client}.get(quote);
        EXPECT_EQ(shown.find("stage")->plain(), "approved") << "as Ann wrote it";
        EXPECT_EQ(*approval_standing(*client, quote), ApprovalStanding::changed);
    }
}

TEST_F(ApprovalsTest, AreAskedOfRequestsAlone) {
    EXPECT_THAT(word(quote, true), HasSubstr("decided on this already"));
    EXPECT_FALSE(pending_approval(client, shop)->has_value());
}

}  // namespace
}  // namespace tern

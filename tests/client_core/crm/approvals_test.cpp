// A second pair of eyes on a discount, by the public face.
#include <gmock/gmock.h>
#include <tern/approvals.h>
#include <tern/ordering.h>

#include "tests/client_core/crm/records_fixture.h"

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

TEST_F(ApprovalsTest, AreAskedOfRequestsAlone) {
    EXPECT_THAT(word(quote, true), HasSubstr("decided on this already"));
    EXPECT_FALSE(pending_approval(client, shop)->has_value());
}

}  // namespace
}  // namespace tern

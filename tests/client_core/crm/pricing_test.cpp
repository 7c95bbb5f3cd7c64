// Prices, drafts and what they come to: by the public face, against what is saved.
#include <gmock/gmock.h>
#include <tern/ordering.h>

#include <chrono>
#include <random>

#include "tests/client_core/crm/records_fixture.h"

namespace tern {
namespace {

using testing::HasSubstr;

class PricingTest : public test::RecordsFixture {
protected:
    void SetUp() override {
        const auto today = viewer().now / 86'400'000;
        today_ = today;
        book = create("price_book", {{"name", "List"}, {"currency", "EUR"}, {"default", "true"}, {"tax_pct", "19"}});
        tea = create("product", {{"name", "Green tea"},
                                 {"sku", "TEA"},
                                 {"barcode", "4006381333931"},
                                 {"list_price", "11 EUR"},
                                 {"tax_class", "standard"}});
        entry(book, tea, "10 EUR", "");
        entry(book, tea, "9.50 EUR", "12");
        entry(book, tea, "8 EUR", "48");
        shop = create(
            "account",
            {{"name", "Corner shop"}, {"currency", "EUR"}, {"billing_addr_city", "Kiel"}, {"payment_terms", "net30"}});
    }
    RecordId entry(const RecordId& in, const RecordId& of, const std::string& price, const std::string& from,
                   std::vector<Assignment> more = {}) {
        more.insert(more.end(), {{"price_book_id", uuid_text(in)},
                                 {"product_id", uuid_text(of)},
                                 {"unit_price", price},
                                 {"min_qty", from}});
        return create("price_entry", more);
    }
    Viewer viewer() { return *viewer_of(client); }
    std::string price(const std::string& qty, const std::string& currency = "EUR", std::int64_t shift = 0,
                      std::optional<RecordId> account = {}) {
        const auto found = Pricing{client, viewer()}.price(
            {tea, account, {}, currency, Decimal::normal(std::stoll(qty), 0), today_ + shift});
        return found ? found->unit.full() : found.error().text();
    }
    DocumentDraft draft(const char* entity = "order") {
        auto made = Ordering{client, viewer()}.blank(entity, shop);
        EXPECT_TRUE(made);
        return *made;
    }
    DraftLine line(const std::string& qty, const std::string& off = {}) {
        auto made = Ordering{client, viewer()}.line_for(tea, qty);
        EXPECT_TRUE(made);
        made->discount_pct = off;
        return *made;
    }
    Preview look(const DocumentDraft& at) {
        auto seen = Ordering{client, viewer()}.preview(at);
        EXPECT_TRUE(seen) << seen.error().text();
        return *seen;
    }
    std::string shown(const RecordId& id, const std::string& name) {
        const auto found = value(id, name);
        return found ? found->plain() : "";
    }

    std::int64_t today_ = 0;
    RecordId book, tea, shop;
};

TEST_F(PricingTest, ABreakBeginsAtItsQuantity) {
    EXPECT_EQ(price("1"), "10.00 EUR");
    EXPECT_EQ(price("11"), "10.00 EUR");
    EXPECT_EQ(price("12"), "9.50 EUR");
    EXPECT_EQ(price("47"), "9.50 EUR");
    EXPECT_EQ(price("48"), "8.00 EUR");
    const auto found = Pricing{client, viewer()}.price({tea, {}, {}, "EUR", {9, 0}, today_});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->name, "List");
    ASSERT_TRUE(found->next);
    EXPECT_EQ(decimal_text(found->next->more), "3");
    EXPECT_EQ(found->next->unit.full(), "9.50 EUR");
    EXPECT_EQ(decimal_text(found->tax_pct), "19");
    const auto last = Pricing{client, viewer()}.price({tea, {}, {}, "EUR", {480, 1}, today_});
    ASSERT_TRUE(last);
    EXPECT_FALSE(last->next);
}

TEST_F(PricingTest, APriceCountsFromItsFirstToItsLastDay) {
    const auto day = [&](std::int64_t shift) {
        const auto at = std::chrono::sys_days{std::chrono::days{today_ + shift}};
        const std::chrono::year_month_day date{at};
        char out[16];
        std::snprintf(out, sizeof out, "%04d-%02u-%02u", int{date.year()}, unsigned{date.month()},
                      unsigned{date.day()});
        return std::string(out);
    };
    entry(book, tea, "7 EUR", "", {{"valid_from", day(2)}, {"valid_to", day(3)}});
    EXPECT_EQ(price("1", "EUR", 1), "10.00 EUR");
    EXPECT_EQ(price("1", "EUR", 2), "7.00 EUR");
    EXPECT_EQ(price("1", "EUR", 3), "7.00 EUR");
    EXPECT_EQ(price("1", "EUR", 4), "10.00 EUR");
    const auto old = create("price_book", {{"name", "Old"}, {"currency", "EUR"}, {"valid_to", day(-1)}});
    entry(old, tea, "1 EUR", "");
    ASSERT_TRUE(records.set(shop, {{"price_book_id", uuid_text(old)}}));
    EXPECT_EQ(price("1", "EUR", 0, shop), "10.00 EUR") << "its book is over";
    EXPECT_EQ(price("1", "EUR", -1, shop), "1.00 EUR");
}

TEST_F(PricingTest, TheAccountsBookGoesBeforeTheDefaultOneAndRulesMakePrices) {
    const auto own = create("price_book", {{"name", "Shops"}, {"currency", "EUR"}, {"parent_id", uuid_text(book)}});
    ASSERT_TRUE(records.set(shop, {{"price_book_id", uuid_text(own)}}));
    EXPECT_EQ(price("1", "EUR", 0, shop), "10.00 EUR") << "from the one that it is based on";
    create("price_rule",
           {{"name", "A tenth off"}, {"price_book_id", uuid_text(own)}, {"pct", "10"}, {"rounding_factor", "0.25"}});
    EXPECT_EQ(price("1", "EUR", 0, shop), "10.00 EUR") << "11 less a tenth is 9.90, to a quarter";
    create("price_rule", {{"name", "From five"}, {"price_book_id", uuid_text(own)}, {"pct", "20"}, {"min_qty", "5"}});
    EXPECT_EQ(price("5", "EUR", 0, shop), "8.80 EUR");
    entry(own, tea, "6 EUR", "");
    EXPECT_EQ(price("5", "EUR", 0, shop), "6.00 EUR") << "what is written goes before a rule";
}

TEST_F(PricingTest, ACurrencyWithoutAPriceIsSaidInASentence) {
    EXPECT_THAT(price("1", "CNY"), HasSubstr("that product has no price in CNY"));
    auto at = draft();
    at.currency = "CNY";
    at.lines = {line("1")};
    const auto seen = look(at);
    ASSERT_TRUE(seen.problem);
    EXPECT_EQ(seen.problem->fault, Fault::not_found);
    EXPECT_TRUE(seen.total.empty());
    EXPECT_FALSE((Ordering{client, viewer()}.save(at, false)));
}

TEST_F(PricingTest, APreviewIsWhatIsSaved) {
    const auto gross = create("price_book", {{"name", "Gross"}, {"currency", "EUR"}, {"tax_inclusive", "true"}});
    std::mt19937 dice{7};
    const auto below = [&](unsigned n) { return std::uniform_int_distribution<unsigned>{0, n - 1}(dice); };
    for (int round = 0; round < 60; ++round) {
        auto at = draft(round % 2 == 0 ? "order" : "quote");
        if (round % 3 == 0) at.book = gross;
        for (unsigned i = 0, many = 1 + below(12); i < many; ++i) {
            DraftLine one;
            one.name = "Thing " + std::to_string(below(5));
            one.qty = decimal_text(Decimal::normal(1 + below(100'000), static_cast<std::uint8_t>(below(4))));
            one.price = std::to_string(below(10'000)) + "." + std::to_string(10 + below(90));
            if (below(2) == 0) one.discount_pct = decimal_text(Decimal::normal(below(10'000), 2));
            if (below(4) == 0) one.discount_amount = "0.0" + std::to_string(below(10));
            one.tax_pct = decimal_text(Decimal::normal(below(300), 1));
            at.lines.push_back(one);
        }
        if (below(2) == 0) at.shipping = "4.90";
        if (below(3) == 0) at.adjustment = "-0.01";
        const auto seen = look(at);
        ASSERT_FALSE(seen.problem) << seen.problem->text();
        const auto id = Ordering{client, viewer()}.save(at, false);
        ASSERT_TRUE(id) << id.error().text();
        EXPECT_EQ(shown(*id, "subtotal"), seen.subtotal.text());
        EXPECT_EQ(shown(*id, "discount_total"), seen.discount.text());
        EXPECT_EQ(shown(*id, "tax_total"), seen.tax.text());
        ASSERT_EQ(shown(*id, "grand_total"), seen.total.text()) << round;
        const auto again = Ordering{client, viewer()}.open(*id);
        ASSERT_TRUE(again);
        EXPECT_EQ(look(*again).total, seen.total) << "opened again it is the same";
        EXPECT_EQ(again->lines.size(), at.lines.size());
    }
}

TEST_F(PricingTest, EachLineIsRoundedHalfToEven) {
    auto at = draft();
    DraftLine half;
    half.name = "Half a cent";
    half.qty = "0.5";
    half.price = "0.05";
    at.lines = {half};
    EXPECT_EQ(look(at).lines[0].net.text(), "0.02");
    at.lines[0].qty = "1.5";
    EXPECT_EQ(look(at).lines[0].net.text(), "0.08");
}

TEST_F(PricingTest, AnOrderAboveTheCreditLimitIsToldInFigures) {
    create("account_credit", {{"account_id", uuid_text(shop)}, {"credit_limit", "100 EUR"}});
    create("payment_plan", {{"account_id", uuid_text(shop)}, {"amount", "60 EUR"}, {"due_date", "2020-01-01"}});
    auto at = draft();
    at.lines = {line("3")};  // 30.00 and 19 %
    auto seen = look(at);
    ASSERT_TRUE(seen.credit);
    EXPECT_EQ(seen.credit->used.full(), "60.00 EUR");
    EXPECT_EQ(seen.credit->left.full(), "4.30 EUR");
    at.lines[0].qty = "4";
    EXPECT_EQ(look(at).credit->left.full(), "-7.60 EUR");
}

TEST_F(PricingTest, ADiscountAboveTheLimitAsksForApproval) {
    const auto process =
        create("approval_process",
               {{"name", "Discounts"}, {"entity", "quote"}, {"trigger", "discount_over"}, {"criteria", "15"}});
    auto at = draft("quote");
    at.lines = {line("1", "15")};
    EXPECT_TRUE(look(at).approvals.empty()) << "15 is not above 15";
    at.lines[0].discount_pct = "18";
    const auto seen = look(at);
    ASSERT_EQ(seen.approvals.size(), 1u);
    EXPECT_EQ(seen.approvals[0].process, process);
    EXPECT_EQ(seen.approvals[0].limit, "15");
    const auto id = Ordering{client, viewer()}.save(at, true);
    ASSERT_TRUE(id) << id.error().text();
    EXPECT_EQ(shown(*id, "stage"), "in_approval");
    const auto request = record_id_from(shown(*id, "approval_id"));
    ASSERT_TRUE(request);
    EXPECT_EQ(shown(*request, "state"), "pending");
    EXPECT_EQ(shown(*request, "process_id"), uuid_text(process));
    at.entity = "order";
    EXPECT_TRUE(look(at).approvals.empty()) << "the process is for quotes";
}

TEST_F(PricingTest, APriceMayAllowNoMoreThanSoMuchOff) {
    const auto salt = create("product", {{"name", "Salt"}, {"sku", "SALT"}});
    entry(book, salt, "2 EUR", "", {{"max_discount_pct", "5"}});
    auto at = draft();
    at.lines = {*Ordering(client, viewer()).line_for(salt, "1")};
    at.lines[0].discount_pct = "5.01";
    ASSERT_EQ(look(at).approvals.size(), 1u);
    EXPECT_EQ(look(at).approvals[0].why, ApprovalNeed::Why::price_limit);
}

TEST_F(PricingTest, ANewOrderTakesWhatItsAccountSays) {
    const auto at = draft();
    const auto id = [&] {
        auto with = at;
        with.lines = {line("12")};
        auto made = Ordering{client, viewer()}.save(with, true);
        EXPECT_TRUE(made) << made.error().text();
        return *made;
    }();
    EXPECT_EQ(shown(id, "billing_addr_city"), "Kiel");
    EXPECT_EQ(shown(id, "payment_terms"), "net30");
    EXPECT_EQ(shown(id, "price_book_id"), uuid_text(book));
    EXPECT_EQ(shown(id, "status"), "confirmed");
    EXPECT_THAT(shown(id, "order_no"), testing::StartsWith("O-"));
    EXPECT_EQ(shown(id, "grand_total"), "135.66");  // 114.00 and 19 %
    const auto before = Ordering(client, viewer()).bought_before(at, 5);
    ASSERT_TRUE(before);
    ASSERT_EQ(before->size(), 1u);
    EXPECT_EQ(before->front().last_qty, "12");
}

TEST_F(PricingTest, AQuoteBecomesAnOrderWithWhatWasAgreed) {
    auto at = draft("quote");
    at.lines = {line("2"), line("1")};
    at.lines[1].price = "9.99";
    const auto quote = Ordering{client, viewer()}.save(at, false);
    ASSERT_TRUE(quote) << quote.error().text();
    auto order = Ordering{client, viewer()}.copy(*quote, "order");
    ASSERT_TRUE(order) << order.error().text();
    EXPECT_EQ(order->lines[0].price, "") << "it follows the price book";
    EXPECT_EQ(order->lines[1].price, "9.99") << "it was agreed";
    const auto id = Ordering{client, viewer()}.save(*order, true);
    ASSERT_TRUE(id) << id.error().text();
    EXPECT_EQ(shown(*id, "quote_id"), uuid_text(*quote));
    EXPECT_EQ(shown(*id, "grand_total"), shown(*quote, "grand_total"));
    EXPECT_NE(*id, *quote);
}

TEST_F(PricingTest, AnEditKeepsWhatItDoesNotShow) {
    auto at = draft();
    at.lines = {line("1"), line("2")};
    at.lines[0].rest = {{"note", "Fragile"}, {"group", "A"}};
    const auto id = Ordering{client, viewer()}.save(at, false);
    ASSERT_TRUE(id) << id.error().text();
    auto again = Ordering{client, viewer()}.open(*id);
    ASSERT_TRUE(again);
    again->lines.erase(again->lines.begin() + 1);
    again->lines[0].qty = "12";
    ASSERT_TRUE((Ordering{client, viewer()}.save(*again, false)));
    const auto lines = value(*id, "lines");
    ASSERT_TRUE(lines);
    ASSERT_EQ(lines->size(), 1u);
    EXPECT_THAT(lines->dump(), testing::AllOf(HasSubstr("Fragile"), HasSubstr("\"qty\":12"), HasSubstr("9.50")));
}

TEST_F(PricingTest, AScannedCodeIsOneProduct) {
    Ordering ordering{client, viewer()};
    EXPECT_EQ(**ordering.scanned(" 4006381333931 "), tea);
    EXPECT_EQ(**ordering.scanned("TEA"), tea);
    EXPECT_FALSE(*ordering.scanned("400638133393"));
    EXPECT_FALSE(*ordering.scanned(""));
    const auto found = ordering.find(draft(), "gree", 5);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 1u);
    EXPECT_EQ(found->front().price->unit.full(), "10.00 EUR");
}

TEST_F(PricingTest, WhatCannotBeSavedSaysWhy) {
    auto at = draft();
    EXPECT_THAT(look(at).problem->text(), HasSubstr("no line"));
    at.lines = {line("0")};
    EXPECT_THAT(look(at).problem->text(), HasSubstr("quantity"));
    at.lines = {line("1", "101")};
    EXPECT_THAT(look(at).problem->text(), HasSubstr("between 0 and 100"));
    at.lines = {line("9223372036854775807")};
    EXPECT_THAT(look(at).problem->text(), HasSubstr("too large"));
}

}  // namespace
}  // namespace tern

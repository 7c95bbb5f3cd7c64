#include "tests/demo/life.h"

#include <algorithm>
#include <chrono>

namespace tern::demo {
namespace {

/// Deals begun in each month, of 100: the year ends well, and August is on holiday.
constexpr std::array<unsigned, 12> kSeason{60, 45, 85, 80, 85, 90, 70, 40, 90, 85, 95, 100};
constexpr std::size_t kBatch = 2'000;

struct Customer {
    RecordId id;
    std::string name;
    std::size_t region = 0;
    std::size_t rep = 0;
    SpaceId space;
    Place place;
    Millis since = 0;
    std::vector<RecordId> contacts;
};

class Life {
public:
    Life(Maker& make, const House& house, std::size_t accounts) : make_(make), house_(house), accounts_(accounts) {}

    Status live() {
        for (std::size_t i = 0; i < accounts_; ++i) {
            Customer c = customer(i);
            live_through(c);
            TERN_CHECK(make_.flush(kBatch));
        }
        for (std::size_t i = 0; i < accounts_ / 2; ++i) lead();
        aim();
        return make_.flush(0);
    }

private:
    Customer customer(std::size_t n) {
        const std::size_t r = make_.dice().below(10) < 4 ? 0 : make_.dice().below(2) + 1;
        const Region& region = house_.regions[r];
        Customer c;
        c.region = r;
        c.rep = make_.dice().below(region.reps.size());
        c.space = region.books[c.rep];
        c.place = place_in(r, make_.dice());
        c.since = make_.days_ago(make_.dice().between(20, kDays));
        const auto [name, form] =
            region.chinese ? chinese_company(make_.dice(), c.place) : european_company(make_.dice());
        c.name = region.chinese ? name + form : name + " " + form;
        const std::string domain = "k" + std::to_string(n + 1) + (region.chinese ? ".example.cn" : ".example.eu");
        constexpr const char* kIndustries[] = {"manufacturing", "food_beverage", "pharmaceuticals",
                                               "chemicals",     "logistics",     "retail"};
        constexpr const char* kTiers[] = {"vip", "key", "normal", "normal", "normal", "potential"};
        auto account = make_.make("account", c.since);
        account.text("name", c.name)
            .text("account_no", make_.numbered("A"))
            .text("kind", "company")
            .text("type", "customer")
            .text("status", "active");
        account.text("tier", make_.dice().one_of(kTiers))
            .text("industry", make_.dice().one_of(kIndustries))
            .text("website", "https://www." + domain)
            .number("employees", make_.dice().between(8, 4000));
        account.text("currency", region.currency)
            .ref("owner_id", region.reps[c.rep].id)
            .ref("territory_id", region.territory)
            .ref("price_book_id", house_.price_books[region.chinese ? 0 : 1]);
        account.number("visit_frequency_days", make_.dice().between(2, 9) * 10)
            .money("annual_revenue", make_.dice().between(1, 900) * 1'000'000'00 / 10, region.currency);
        account.text("billing_addr_street", street(region.chinese, make_.dice()))
            .text("billing_addr_city", c.place.city)
            .text("billing_addr_region", c.place.region)
            .text("billing_addr_country", c.place.country);
        account.decimal(
            "billing_addr_lat",
            static_cast<std::int64_t>(
                (c.place.latitude + static_cast<double>(make_.dice().between(-400, 400)) / 10'000) * 10'000),
            4);
        account.decimal(
            "billing_addr_lng",
            static_cast<std::int64_t>(
                (c.place.longitude + static_cast<double>(make_.dice().between(-400, 400)) / 10'000) * 10'000),
            4);
        account.element(
            "phones", {{"phone", Value{region.chinese ? chinese_mobile(make_.dice()) : european_mobile(make_.dice())}},
                       {"label", Value{std::string("main")}}});
        if (region.chinese)
            account.text("registration_no", "91" + std::to_string(make_.dice().between(100'000, 999'999)) + "MA" +
                                                std::to_string(make_.dice().between(10'000'000, 99'999'999)));
        c.id = make_.keep(account, c.space);
        make_.keep(make_.make("account_credit", c.since)
                       .ref("account_id", c.id)
                       .money("credit_limit", (c.rep % 2 == 0 ? 50'000'00 : 200'000'00) * (region.chinese ? 8 : 1),
                              region.currency)
                       .number("reviewed_on", Maker::day_of(c.since)),
                   c.space);
        for (std::int64_t i = 0, many = make_.dice().between(1, 3); i < many; ++i) contact(c, i, domain);
        return c;
    }

    void contact(Customer& c, std::int64_t n, const std::string& domain) {
        const bool chinese = house_.regions[c.region].chinese;
        const auto name = chinese ? chinese_person(make_.dice()) : european_person(make_.dice());
        constexpr const char* kChineseJobs[] = {"采购经理", "总经理", "生产总监", "技术主管", "财务经理"};
        constexpr const char* kJobs[] = {"Head of purchasing", "Managing director", "Plant manager",
                                         "Head of maintenance", "CFO"};
        constexpr const char* kRoles[] = {"decision_maker", "influencer", "evaluator", "user", "finance"};
        const auto job = make_.dice().below(5);
        auto contact = make_.make("contact", c.since);
        contact.text("given_name", name.given)
            .text("family_name", name.family)
            .ref("account_id", c.id)
            .text("title", chinese ? kChineseJobs[job] : kJobs[job])
            .text("role", kRoles[job]);
        contact.text("mobile", chinese ? chinese_mobile(make_.dice()) : european_mobile(make_.dice()))
            .flag("is_primary", n == 0)
            .ref("owner_id", rep_of(c));
        contact.element("mails", {{"mail", Value{"kontakt" + std::to_string(n + 1) + "@" + domain}},
                                  {"label", Value{std::string("work")}}});
        if (chinese) contact.text("wechat", "wx_" + std::to_string(make_.dice().between(100'000, 999'999)));
        c.contacts.push_back(make_.keep(contact, c.space));
    }

    RecordId rep_of(const Customer& c) const { return house_.regions[c.region].reps[c.rep].id; }
    const std::string& currency_of(const Customer& c) const { return house_.regions[c.region].currency; }

    void live_through(Customer& c) {
        const std::int64_t days = (make_.today() - c.since) / kDay;
        for (std::int64_t i = 0, many = 1 + days / 120; i < many; ++i) {
            const Millis begun = c.since + make_.dice().between(0, days) * kDay;
            if (make_.dice().chance(kSeason[static_cast<std::size_t>(Maker::day_of(begun) / 30 % 12)])) deal(c, begun);
        }
        for (std::int64_t i = 0, many = 2 + days / 90; i < many; ++i)
            activity(c, c.since + make_.dice().between(0, days + 20) * kDay);
        for (std::int64_t i = 0, many = days / 150 + 1; i < many; ++i)
            visit(c, c.since + make_.dice().between(0, days + 14) * kDay);
        if (make_.dice().chance(25)) incident(c, c.since + make_.dice().between(0, days) * kDay);
    }

    void add_lines(Record& document, const Customer& c, std::int64_t& total) {
        const bool chinese = house_.regions[c.region].chinese;
        for (std::int64_t i = 0, many = make_.dice().between(1, 4); i < many; ++i) {
            const Product& product = make_.dice().one_of(house_.products);
            const std::int64_t price = chinese ? product.price_cny : product.price_eur;
            const std::int64_t qty = make_.dice().between(1, 4);
            const std::int64_t off = make_.dice().chance(30) ? make_.dice().between(1, 3) * 5 : 0;
            total += price * qty * (100 - off) / 100;
            document.element("lines", {{"product_id", Value{AnyId{product.id.bytes}}},
                                       {"name", Value{product.name}},
                                       {"sku", Value{product.sku}},
                                       {"qty", Value{Decimal::normal(qty, 0)}},
                                       {"unit_price", Value{Value::Map{{1, Value{price}}, {2, Value{currency_of(c)}}}}},
                                       {"discount_pct", Value{Decimal::normal(off, 0)}},
                                       {"tax_pct", Value{Decimal::normal(chinese ? 13 : 19, 0)}}});
        }
    }

    void deal(Customer& c, Millis begun) {
        const std::int64_t open_days = make_.dice().between(20, 160);
        const bool over = begun + open_days * kDay < make_.today();
        const std::size_t stage = over ? (make_.dice().chance(45) ? 5 : 6) : make_.dice().below(5);
        const Millis closes = begun + open_days * kDay;
        auto deal = make_.make("opportunity", begun);
        deal.text("name", c.name + " · " + make_.dice().one_of(house_.products).name)
            .ref("account_id", c.id)
            .ref("owner_id", rep_of(c))
            .ref("pipeline_id", house_.pipeline)
            .ref("stage_id", house_.stages[stage].id);
        deal.number("stage_entered_at",
                    over ? closes : std::min(make_.today() - kDay, begun + make_.dice().between(0, open_days) * kDay))
            .number("expected_close", Maker::day_of(closes));
        deal.text("type", make_.dice().chance(50) ? "new" : "existing")
            .decimal("probability", house_.stages[stage].probability)
            .ref("territory_id", house_.regions[c.region].territory);
        if (over) deal.number("closed_at", closes);
        if (stage == 6) deal.text("lost_reason", make_.dice().chance(50) ? "price" : "competitor");
        if (make_.dice().chance(20)) deal.ref("campaign_id", make_.dice().one_of(house_.campaigns));
        if (make_.dice().chance(30))
            deal.element("competitors", {{"competitor", Value{AnyId{make_.dice().one_of(house_.rivals).bytes}}},
                                         {"threat", Value{std::string("mid")}}});
        deal.element("contact_roles",
                     {{"contact", Value{AnyId{c.contacts[0].bytes}}}, {"role", Value{std::string("decision_maker")}}});
        std::int64_t total = 0;
        add_lines(deal, c, total);
        deal.money("amount", total, currency_of(c));
        const auto id = make_.keep(deal, c.space);
        if (stage >= 3 && stage != 6) quote(c, id, over ? closes - 10 * kDay : begun + 5 * kDay, stage == 5);
        if (stage == 5) order(c, id, closes);
    }

    void quote(Customer& c, const RecordId& deal, Millis at, bool accepted) {
        auto quote = make_.make("quote", at);
        std::int64_t total = 0;
        quote.text("name", c.name)
            .text("quote_no", make_.numbered("Q"))
            .ref("account_id", c.id)
            .ref("opportunity_id", deal)
            .ref("contact_id", c.contacts[0])
            .ref("owner_id", rep_of(c));
        quote.text("stage", accepted ? "accepted" : "sent")
            .number("valid_until", Maker::day_of(at) + 30)
            .ref("price_book_id", house_.price_books[house_.regions[c.region].chinese ? 0 : 1])
            .number("sent_at", make_.working_hour(at))
            .flag("is_primary");
        if (accepted) quote.number("accepted_at", at + 8 * kDay);
        add_lines(quote, c, total);
        make_.keep(quote, c.space);
    }

    void order(Customer& c, const RecordId& deal, Millis at) {
        auto order = make_.make("order", at);
        std::int64_t total = 0;
        const bool old = at < make_.days_ago(40);
        order.text("order_no", make_.numbered("O"))
            .ref("account_id", c.id)
            .ref("opportunity_id", deal)
            .ref("owner_id", rep_of(c))
            .number("order_date", Maker::day_of(at))
            .number("delivery_date", Maker::day_of(at) + 30);
        order.text("status", old ? "delivered" : "confirmed")
            .ref("price_book_id", house_.price_books[house_.regions[c.region].chinese ? 0 : 1]);
        add_lines(order, c, total);
        const auto id = make_.keep(order, c.space);
        auto plan = make_.make("payment_plan", at);
        plan.text("name", house_.regions[c.region].chinese ? "尾款" : "Final payment")
            .ref("order_id", id)
            .ref("account_id", c.id)
            .number("seq", 1)
            .number("due_date", Maker::day_of(at) + 45);
        plan.money("amount", total, currency_of(c)).ref("owner_id", rep_of(c)).number("remind_days", 5);
        const auto due = make_.keep(plan, c.space);
        if (!old || make_.dice().chance(12)) return;
        auto payment = make_.make("payment", at + 44 * kDay);
        payment.text("payment_no", make_.numbered("P"))
            .ref("account_id", c.id)
            .money("amount", total, currency_of(c))
            .number("paid_at", make_.working_hour(at + 44 * kDay))
            .text("status", "confirmed")
            .text("method", "transfer");
        payment.text("direction", "in").ref("owner_id", rep_of(c));
        const Value target =
            Value::Map{{1, Value{std::int64_t{make_.client().schema().entity("payment_plan")->number}}},
                       {2, Value{AnyId{due.bytes}}}};
        payment.element("allocations", {{"target", target},
                                        {"amount", Value{Value::Map{{1, Value{total}}, {2, Value{currency_of(c)}}}}}});
        make_.keep(payment, c.space);
    }

    void activity(Customer& c, Millis at) {
        const bool chinese = house_.regions[c.region].chinese;
        const bool past = at < make_.today();
        struct Kind {
            const char* kind;
            const char* zh;
            const char* en;
        };
        constexpr Kind kKinds[] = {{"call", "电话沟通", "Call"},
                                   {"meeting", "技术交流", "Technical meeting"},
                                   {"note", "客户反馈：对交期满意", "Asked for a shorter delivery time"},
                                   {"email", "发送方案", "Sent the proposal"}};
        if (make_.dice().chance(25)) {
            auto task = make_.make("task", std::min(at, make_.today()));
            task.text("subject", chinese ? "跟进报价" : "Follow up on the quote")
                .poly("parent", "account", c.id)
                .number("due_at", make_.working_hour(at))
                .ref("assignee_id", rep_of(c))
                .ref("owner_id", rep_of(c));
            task.text("state", past && make_.dice().chance(85) ? "done" : "not_started")
                .text("priority", make_.dice().chance(20) ? "high" : "normal");
            if (past) task.number("completed_at", make_.working_hour(at));
            make_.keep(task, c.space);
            return;
        }
        const Kind& kind = make_.dice().one_of(kKinds);
        auto activity = make_.make("activity", std::min(at, make_.today()));
        activity.text("kind", kind.kind)
            .text("subject", chinese ? kind.zh : kind.en)
            .number("starts_at", make_.working_hour(at))
            .text("status", past ? "done" : "planned")
            .ref("owner_id", rep_of(c));
        if (make_.dice().chance(50))
            activity.poly("parent", "contact", make_.dice().one_of(c.contacts));
        else
            activity.poly("parent", "account", c.id);
        if (std::string_view(kind.kind) == "call")
            activity.number("duration", make_.dice().between(30, 1500)).text("direction", "out");
        make_.keep(activity, c.space);
    }

    void visit(Customer& c, Millis at) {
        const bool past = at < make_.today();
        const Millis begins = make_.working_hour(at);
        auto visit = make_.make("visit", std::min(at, make_.today()));
        visit.text("visit_no", make_.numbered("V"))
            .text("subject", c.name)
            .ref("account_id", c.id)
            .ref("owner_id", rep_of(c))
            .text("type", make_.dice().chance(70) ? "sales" : "service")
            .number("starts_at", begins)
            .number("ends_at", begins + kHour);
        visit.text("state", !past                     ? "planned"
                            : make_.dice().chance(93) ? "done"
                                                      : "skipped")
            .in("purpose", make_.dice().chance(50) ? "sell" : "maintain");
        if (past)
            visit.number("checkin_at", begins + make_.dice().between(-10, 25) * 60'000)
                .number("checkout_at", begins + make_.dice().between(30, 90) * 60'000)
                .text("summary", house_.regions[c.region].chinese
                                     ? "现场情况良好，下季度有扩产计划。"
                                     : "All runs well; they plan another line next quarter.");
        make_.keep(visit, c.space);
    }

    void incident(Customer& c, Millis at) {
        const bool over = at < make_.days_ago(10);
        constexpr const char* kSubjects[] = {"封口温度不稳", "Belt slips at high speed", "需要操作培训",
                                             "Label sensor fails", "备件交期"};
        auto incident = make_.make("case", at);
        incident.text("case_no", make_.numbered("C"))
            .text("subject", make_.dice().one_of(kSubjects))
            .ref("account_id", c.id)
            .ref("contact_id", c.contacts[0])
            .ref("owner_id", make_.dice().one_of(house_.service));
        incident.text("channel", "phone")
            .text("type", "incident")
            .text("priority", make_.dice().chance(25) ? "high" : "normal")
            .text("status", over ? "closed" : "in_progress");
        incident.number("first_response_due", at + 4 * kHour)
            .number("first_responded_at", at + make_.dice().between(1, 5) * kHour)
            .number("resolution_due", at + 5 * kDay);
        if (over) incident.number("resolved_at", at + make_.dice().between(1, 7) * kDay);
        const auto id = make_.keep(incident, c.space);
        if (!over || make_.dice().chance(40)) return;
        auto answer = make_.make("survey_response", at + 8 * kDay);
        answer.ref("survey_id", house_.survey)
            .ref("account_id", c.id)
            .ref("contact_id", c.contacts[0])
            .poly("source", "case", id)
            .number("responded_at", at + 8 * kDay);
        answer.element("answers", {{"q", Value{std::string("recommend")}},
                                   {"value", Value{std::to_string(make_.dice().between(3, 10))}}});
        make_.keep(answer, c.space);
    }

    void lead() {
        const std::size_t r = make_.dice().below(3);
        const Region& region = house_.regions[r];
        const bool in_pool = make_.dice().chance(50);
        const std::size_t rep = make_.dice().below(region.reps.size());
        const Millis at = make_.days_ago(make_.dice().between(1, 200));
        const Place& place = place_in(r, make_.dice());
        const auto name = region.chinese ? chinese_person(make_.dice()) : european_person(make_.dice());
        const auto company = region.chinese ? chinese_company(make_.dice(), place) : european_company(make_.dice());
        constexpr const char* kSources[] = {"web", "exhibition", "referral", "call", "campaign"};
        auto lead = make_.make("lead", at);
        lead.text("given_name", name.given)
            .text("family_name", name.family)
            .text("company_name", company.first)
            .text("mobile", region.chinese ? chinese_mobile(make_.dice()) : european_mobile(make_.dice()));
        lead.text("status", in_pool ? "new" : "contacting")
            .text("rating", make_.dice().chance(30) ? "hot" : "warm")
            .text("source", make_.dice().one_of(kSources))
            .ref("territory_id", region.territory)
            .text("addr_city", place.city);
        lead.number("first_response_due", at + kDay);
        if (in_pool)
            lead.ref("pool_id", region.pool);
        else
            lead.ref("owner_id", region.reps[rep].id)
                .number("first_responded_at", at + make_.dice().between(1, 40) * kHour);
        make_.keep(lead, in_pool ? region.pool_space : region.books[rep]);
    }

    /// What each team is to win, by quarter, over the two years and the running one.
    void aim() {
        for (const Region& region : house_.regions)
            for (int quarter = -8; quarter <= 0; ++quarter) {
                using namespace std::chrono;
                const year_month_day now{sys_days{days{Maker::day_of(make_.today())}}};
                const auto first = year_month{now.year(), month{(static_cast<unsigned>(now.month()) - 1) / 3 * 3 + 1}} +
                                   months{3 * quarter};
                const auto day = sys_days{first / 1}.time_since_epoch().count();
                auto target = make_.make("sales_target", day * kDay);
                target.text("record_no", region.name + " " + std::to_string(int{first.year()}) + " Q" +
                                             std::to_string((static_cast<unsigned>(first.month()) + 2) / 3));
                target.poly("scope", "team", region.team)
                    .text("metric", "amount_won")
                    .text("period", "quarter")
                    .number("period_start", day);
                target
                    .money("value", static_cast<std::int64_t>(accounts_) * (region.chinese ? 60'000'00 : 9'000'00) / 10,
                           region.currency)
                    .flag("approved");
                make_.keep(target, region.team_space);
            }
    }

    Maker& make_;
    const House& house_;
    std::size_t accounts_;
};

}  // namespace

Status live(Maker& make, const House& house, std::size_t accounts) { return Life{make, house, accounts}.live(); }

}  // namespace tern::demo

// What the app's standard lists and reports cost in the demo company with 100,000 contacts: first pages with all values
// that a list shows, and whole reports. Prints the ten slowest as one JSON line each; the baseline is one bare reading
// of every row of the same table.
#include <tern/query.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "tests/bench/figure.h"
#include "tests/demo/company.h"
#include "tests/support/offline_org.h"

namespace {

using namespace tern;

constexpr int kRuns = 5;
constexpr std::size_t kPage = 50;
constexpr std::size_t kShown = 10;
constexpr Millis kToday = Millis{20'634} * 24 * 60 * 60 * 1000;  // 2026-06-30

struct List {
    const char *what, *entity, *where, *sort;
};
constexpr List kLists[] = {
    {"accounts by name", "account", "", "name"},
    {"accounts, the newest", "account", "", "-created_at"},
    {"accounts changed last", "account", "", "-updated_at"},
    {"accounts changed this week", "account", "updated_at in this week", "name"},
    {"my accounts by name", "account", "owner_id = me", "name"},
    {"accounts by health", "account", "", "-health"},
    {"accounts in bad health", "account", "health = bad", "name"},
    {"accounts by last activity", "account", "", "-last_activity_at"},
    {"accounts left alone the longest", "account", "", "last_activity_at"},
    {"accounts by next activity", "account", "", "next_activity_at"},
    {"accounts by last visit", "account", "", "last_visit_at"},
    {"accounts by amount won", "account", "", "-won_amount"},
    {"accounts by receivable", "account", "", "-receivable"},
    {"accounts with overdue payments", "account", "overdue_amount > 0", "-overdue_amount"},
    {"accounts by churn risk", "account", "", "-churn_risk"},
    {"accounts of the best RFM cell", "account", "rfm_r = 5 and rfm_f >= 3 and rfm_m >= 3", "name"},
    {"contacts by name", "contact", "", "family_name, given_name"},
    {"contacts by account", "contact", "", "account.name, family_name"},
    {"contacts by last activity", "contact", "", "-last_activity_at"},
    {"leads, the newest", "lead", "", "-created_at"},
    {"my leads by next activity", "lead", "owner_id = me", "next_activity_at"},
    {"leads of the pool", "lead", "pool_id not empty", "-created_at"},
    {"my open deals by close", "opportunity", "owner_id = me and status = open", "expected_close"},
    {"open deals by close", "opportunity", "status = open", "expected_close"},
    {"open deals by weighted amount", "opportunity", "status = open", "-weighted_amount"},
    {"deals by amount", "opportunity", "", "-amount"},
    {"rotten deals", "opportunity", "rotten = true", "-days_in_stage"},
    {"deals by last activity", "opportunity", "status = open", "last_activity_at"},
    {"tasks, overdue", "task", "overdue = true", "due_at"},
    {"my tasks by due date", "task", "assignee_id = me and state != done", "due_at"},
    {"activities, the latest", "activity", "", "-starts_at"},
    {"visits of this week", "visit", "starts_at = this week", "starts_at"},
    {"visits, the latest", "visit", "", "-starts_at"},
    {"quotes by date", "quote", "", "-valid_until"},
    {"quotes by total", "quote", "", "-grand_total"},
    {"orders by date", "order", "", "-order_date"},
    {"orders not paid", "order", "payment_state != paid", "-order_date"},
    {"payments due", "payment_plan", "status = overdue", "due_date"},
    {"payments, the latest", "payment", "", "-paid_at"},
    {"payments not allocated", "payment", "unallocated > 0", "-paid_at"},
    {"cases breached", "case", "breached = true and status != closed", "resolution_due"},
    {"cases by last activity", "case", "", "-last_activity_at"},
    {"survey answers, the latest", "survey_response", "", "-responded_at"},
    {"products by stock", "product", "", "stock_qty"},
    {"targets by attainment", "sales_target", "", "-attainment"},
};

struct Report {
    const char *what, *entity, *where, *group_by, *measures;
};
constexpr Report kReports[] = {
    {"pipeline by stage", "opportunity", "status = open", "stage_id", "count, sum:amount, sum:weighted_amount"},
    {"forecast by month", "opportunity", "status = open", "expected_close:month", "sum:amount, sum:weighted_amount"},
    {"won by month", "opportunity", "status = won", "closed_at:month", "count, sum:amount"},
    {"won by agent", "opportunity", "status = won", "owner_id", "count, sum:amount"},
    {"lost by reason", "opportunity", "status = lost", "lost_reason", "count, sum:amount"},
    {"deals by industry", "opportunity", "", "account.industry", "count, sum:amount"},
    {"accounts by health", "account", "", "health", "count"},
    {"accounts by RFM", "account", "", "rfm_r, rfm_f, rfm_m", "count"},
    {"receivables by agent", "account", "", "owner_id", "sum:receivable, sum:overdue_amount"},
    {"payments planned by state", "payment_plan", "", "status", "count, sum:amount, sum:paid_amount"},
    {"orders by month", "order", "", "order_date:month", "count, sum:grand_total"},
    {"leads by source", "lead", "", "source, status", "count"},
    {"activities by agent", "activity", "", "owner_id, kind", "count"},
    {"visits by month", "visit", "state = done", "starts_at:month", "count"},
    {"cases by breach", "case", "", "breached, priority", "count"},
};

struct Measured {
    std::string what;
    double ms = 0, baseline = 0;
    std::size_t answers = 0;
    const char* goal = "";
};

template <class F>
double median_ms(F&& use) {
    std::vector<double> all;
    for (int i = 0; i < kRuns; ++i) {
        const auto begin = bench::Steady::now();
        use();
        all.push_back(bench::seconds_since(begin) * 1000);
        if (all.front() > 2000) break;  // once will do
    }
    std::sort(all.begin(), all.end());
    return all[all.size() / 2];
}

template <class T>
T must(Result<T> result, const std::string& what) {
    if (result) return std::move(*result);
    std::fprintf(stderr, "%s: %s\n", what.c_str(), result.error().text().c_str());
    std::exit(1);
}

class Bench {
public:
    Bench(Client& client, Millis now)
        : client_(client), queries_(client, {now, "Asia/Shanghai", "zh", busiest(client), {}}) {}

    void measure(const List& list) {
        Query query{list.entity, *read_filter(list.where), *read_sort(list.sort), {}, {}, kPage, {}};
        take(std::string("list: ") + list.what, list.entity, "under 50 ms", [&] {
            std::size_t answers = 0;
            must(queries_.list(query, [&](const Json&) { ++answers; }), list.what);
            return answers;
        });
    }

    void measure(const Report& report) {
        const Query query{report.entity,
                          *read_filter(report.where),
                          {},
                          *read_group_by(report.group_by),
                          *read_measures(report.measures),
                          {},
                          {}};
        take(std::string("report: ") + report.what, report.entity, "under 500 ms",
             [&] { return must(queries_.report(query), report.what).size(); });
    }

    void print(std::size_t most) {
        std::stable_sort(all_.begin(), all_.end(), [](const auto& a, const auto& b) { return a.ms > b.ms; });
        for (std::size_t i = 0; i < std::min(most, all_.size()); ++i) {
            const auto& one = all_[i];
            bench::figure((one.what + ", " + std::to_string(one.answers) + " answers").c_str(), one.ms, "ms",
                          "reading every row of that table once", one.baseline, one.goal);
        }
    }

private:
    /// Whoever has the most deals, to be `me`.
    static UserId busiest(Client& client) {
        Rows rows = client.store().database().query(
            "SELECT owner_id FROM opportunity GROUP BY owner_id ORDER BY count(*) DESC LIMIT 1");
        return rows.next() ? rows.id<UserId>(0) : UserId{};
    }

    template <class F>
    void take(const std::string& what, const std::string& entity, const char* goal, F&& ask) {
        Measured out{what, 0, baseline(entity), 0, goal};
        out.ms = median_ms([&] { out.answers = ask(); });
        all_.push_back(std::move(out));
    }

    double baseline(const std::string& entity) {
        const auto [at, fresh] = baselines_.try_emplace(entity, 0);
        if (!fresh) return at->second;
        const auto& title = client_.schema().entity(entity)->title[0];
        const std::string sql = "SELECT count(*) FROM record r JOIN \"" + entity + "\" t ON t.rid = r.rid WHERE t.\"" +
                                title + "\" IS NOT '' AND r.alive = 1";
        return at->second = median_ms([&] { (void)client_.store().database().find_integer(sql); });
    }

    Client& client_;
    Queries queries_;
    std::map<std::string, double> baselines_;
    std::vector<Measured> all_;
};

int measure(Client& client, const std::string& only, bool whole) {
    Bench bench{client, kToday};
    const auto all = [&](const auto& asked) {
        for (const auto& each : asked)
            if (std::string_view(each.what).find(only) != std::string_view::npos) bench.measure(each);
    };
    all(kLists);
    all(kReports);
    bench.print(whole ? std::size(kLists) + std::size(kReports) : kShown);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"The app's standard lists and reports"};
    demo::Plan plan{1, 50'000, kToday};
    Client::Options options;
    std::string key_file, only;
    bool whole = false;
    app.add_option("--accounts", plan.accounts, "of the demo company; twice as many contacts")->capture_default_str();
    app.add_option("--data", options.folder, "a data folder that holds one already");
    app.add_option("--device-key-file", key_file, "its key");
    app.add_option("--only", only, "those with that in their names");
    app.add_flag("--all", whole, "all of them, not the ten slowest");
    CLI11_PARSE(app, argc, argv);
    if (!options.folder.empty()) {
        options.unlock.device_key_file = key_file;
        return measure(*must(Client::open(options), "open"), only, whole);
    }
    test::OfflineOrg org;
    const auto begin = bench::Steady::now();
    const auto filled = must(demo::fill(org.client(), plan), "filling");
    const double rate = static_cast<double>(filled.records) / bench::seconds_since(begin);
    bench::figure(("lists.filling, " + std::to_string(filled.records) + " records").c_str(), rate, "records/s", "", 0,
                  "");
    return measure(org.client(), only, whole);
}

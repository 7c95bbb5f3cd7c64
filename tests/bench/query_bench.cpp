// What questions cost on a device with 100,000 accounts and 100,000 deals. One JSON line each; the baseline is a bare
// `SELECT count(*)` that reads every row of the same two tables.
#include <tern/import.h>
#include <tern/query.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <random>

#include "tests/bench/figure.h"
#include "tests/support/offline_org.h"

namespace {

using namespace tern;

constexpr int kRuns = 5;
constexpr Millis kNow = 1'710'072'000'000;  // 2024-03-10

template <class F>
double median_ms(F&& use) {
    std::vector<double> all;
    for (int i = 0; i < kRuns; ++i) {
        const auto from = std::chrono::steady_clock::now();
        use();
        all.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count());
    }
    std::sort(all.begin(), all.end());
    return all[kRuns / 2];
}

void fill(test::OfflineOrg& org, int rows) {
    std::mt19937_64 dice{1};
    const char* const heads[] = {"王", "李", "张", "Acme", "Beta", "Česko", "Zeta", "上海"};
    const char* const industries[] = {"software", "banking", "retail", "insurance"};
    const std::string accounts = org.path() + "/accounts.csv";
    const std::string deals = org.path() + "/deals.csv";
    {
        std::ofstream out{accounts};
        out << "name,industry,employees,external_id\n";
        for (int i = 0; i < rows; ++i)
            out << heads[dice() % 8] << ' ' << i << ',' << industries[dice() % 4] << ',' << dice() % 5000 << ",a" << i
                << '\n';
        std::ofstream other{deals};
        other << "name,amount,closed_at,account_id\n";
        std::mt19937_64 again{1};
        for (int i = 0; i < rows; ++i) {
            other << "Deal " << i << ',' << dice() % 100000 << (i % 3 == 0 ? " EUR" : " USD") << ",202" << dice() % 5
                  << "-0" << 1 + dice() % 9 << "-1" << dice() % 9 << ",";
            other << heads[again() % 8] << ' ' << i << '\n';
            (void)again();
            (void)again();
        }
    }
    for (const auto& [file, entity] : {std::pair{accounts, "account"}, std::pair{deals, "opportunity"}}) {
        ImportRequest request;
        request.file = file;
        request.entity = entity;
        request.space = "All";
        const auto report = import_file(org.client(), request);
        if (!report || !report->refused.empty()) std::fprintf(stderr, "the import went wrong\n"), std::exit(1);
    }
}

}  // namespace

int main(int argc, char** argv) {
    const int rows = argc > 1 ? std::atoi(argv[1]) : 100'000;
    test::OfflineOrg org;
    auto& client = org.client();
    if (!client.create_space("All", SpaceKind::book)) return 1;
    fill(org, rows);
    const double baseline = median_ms([&] {
        (void)client.store().database().find_integer(
            "SELECT count(*) FROM record r JOIN account t ON t.rid = r.rid WHERE t.name <> '' AND r.alive = 1");
    });
    Queries queries{client, {kNow, "Asia/Shanghai", "zh", client.user(), {}}};
    const auto line = [&](const std::string& what, double ms, std::size_t answers) {
        bench::figure(("query: " + what + ", " + std::to_string(answers) + " answers").c_str(), ms, "ms",
                      "reading every row once", baseline, "");
    };
    struct Asked {
        const char *what, *entity, *where, *sort;
        bool page;
    };
    constexpr Asked kAsked[] = {
        {"first 50 as made", "account", "", "", true},
        {"first 50 by name, pinyin", "account", "", "name", true},
        {"first 50 by employees, descending", "account", "", "-employees", true},
        {"first 50 deals by expected close", "opportunity", "", "expected_close", true},
        {"first 50 deals by account's name", "opportunity", "", "account.name", true},
        {"name contains", "account", "name contains 99", "name", true},
        {"by an indexed choice, all", "account", "industry = retail", "", false},
        {"by an indexed amount, all", "opportunity", "amount between 100 and 200", "-amount", false},
        {"by a reference's name", "opportunity", "account_id contains \" 777\"", "", false},
        {"over a reference", "opportunity", "account.industry = retail and amount > 99000", "", true},
    };
    for (const Asked& asked : kAsked) {
        Query query{asked.entity, *read_filter(asked.where), *read_sort(asked.sort), {}, {}, {}, {}};
        if (asked.page) query.page_size = 50;
        std::size_t answers = 0;
        const double ms = median_ms([&] { answers = queries.ids(query)->ids.size(); });
        line(asked.what, ms, answers);
        if (!asked.page || *asked.sort == '\0') continue;
        query.after = queries.ids(query)->after;
        if (!query.after.empty())
            line("… the page after it", median_ms([&] { answers = queries.ids(query)->ids.size(); }), answers);
    }
    for (const char* by : {"", "closed_at:month", "account.industry"}) {
        const Query query{"opportunity", {}, {}, *read_group_by(by), *read_measures("count,sum:amount"), {}, {}};
        std::size_t answers = 0;
        const double ms = median_ms([&] { answers = queries.report(query)->size(); });
        line(std::string("sum of amounts by ") + by, ms, answers);
    }
    return 0;
}

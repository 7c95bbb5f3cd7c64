// tern-demo-company: fills a data folder's org with the demo company, for ./dev run, benches and pictures.
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>

#include "tests/demo/company.h"

int main(int argc, char** argv) {
    using namespace tern;
    CLI::App app{"The demo company: some forty people, three regions, two years"};
    Client::Options options;
    std::string key_file;
    demo::Plan plan;
    std::string today;
    app.add_option("--data", options.folder, "the data folder of an org's admin")->required();
    app.add_option("--device-key-file", key_file, "its key")->required();
    app.add_option("--accounts", plan.accounts, "how many customers; all else grows with them")->capture_default_str();
    app.add_option("--seed", plan.seed, "the same seed and day give the same records")->capture_default_str();
    app.add_option("--today", today, "YYYY-MM-DD: the last day of the two years; else this machine's");
    CLI11_PARSE(app, argc, argv);
    options.unlock.device_key_file = key_file;
    std::chrono::sys_days day = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    int y = 0;
    unsigned m = 0, d = 0;
    if (std::sscanf(today.c_str(), "%d-%u-%u", &y, &m, &d) == 3)
        day = std::chrono::year{y} / static_cast<int>(m) / static_cast<int>(d);
    plan.today = Millis{day.time_since_epoch().count()} * 24 * 60 * 60 * 1000;
    auto client = Client::open(options);
    if (!client) return std::fprintf(stderr, "%s\n", client.error().text().c_str()), 1;
    const auto filled =
        demo::fill(**client, plan, [](std::size_t records) { std::fprintf(stderr, "\r%zu records", records); });
    std::fprintf(stderr, "\n");
    if (!filled) return std::fprintf(stderr, "%s\n", filled.error().text().c_str()), 1;
    std::printf("{\"records\":%zu,\"accounts\":%zu,\"spaces\":%zu}\n", filled->records, filled->accounts,
                filled->spaces);
    return 0;
}

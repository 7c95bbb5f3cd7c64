// tern-sim: runs the real client and server code through disasters, one world a seed.
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>

#include "tests/simulation/world.h"

namespace {

using tern::simulation::Settings;
using tern::simulation::Tally;
using tern::simulation::World;

bool run(const Settings& settings, Tally& tally, tern::Hash* trace) {
    World world{settings};
    const auto verdict = world.run();
    tally.add(world.tally());
    if (trace != nullptr) *trace = world.trace();
    if (verdict) return true;
    std::printf("seed %llu: %s\n  replay: tern-sim --seeds %llu..%llu --steps %llu --verbose\n",
                static_cast<unsigned long long>(settings.seed), verdict.error().what.c_str(),
                static_cast<unsigned long long>(settings.seed), static_cast<unsigned long long>(settings.seed),
                static_cast<unsigned long long>(settings.steps));
    std::fflush(stdout);
    return false;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Runs whole companies through disasters, one a seed"};
    std::string seeds = "1..100";
    Settings settings;
    std::uint64_t stop_after = 5;
    app.add_option("--seeds", seeds, "A..B, both included");
    app.add_option("--steps", settings.steps, "what happens before the world heals");
    app.add_option("--stop-after", stop_after, "failing seeds");
    app.add_flag("--verbose", settings.verbose, "tells every step");
    CLI11_PARSE(app, argc, argv);
    const auto dots = seeds.find("..");
    const std::uint64_t first = std::strtoull(seeds.c_str(), nullptr, 10);
    const std::uint64_t last = dots == std::string::npos ? first : std::strtoull(seeds.c_str() + dots + 2, nullptr, 10);

    Tally tally;
    std::uint64_t failed = 0;
    std::uint64_t ran = 0;
    const auto begin = std::chrono::steady_clock::now();
    for (settings.seed = first; settings.seed <= last && failed < stop_after; ++settings.seed, ++ran) {
        tern::Hash trace;
        if (!run(settings, tally, &trace)) ++failed;
        if (settings.seed % 100 != 0) continue;
        tern::Hash again;
        Tally unused;
        if (!run(settings, unused, &again) || again != trace) {
            std::printf("seed %llu: two runs differ: something depends on more than the seed\n",
                        static_cast<unsigned long long>(settings.seed));
            ++failed;
        }
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    std::printf("%llu seeds, %llu failed, %.1f seeds/s;", static_cast<unsigned long long>(ran),
                static_cast<unsigned long long>(failed), static_cast<double>(ran) / seconds);
    for (const auto& [what, n] : tally.counts)
        std::printf(" %s %llu;", what.c_str(), static_cast<unsigned long long>(n));
    std::printf("\n");
    return failed == 0 ? 0 : 1;
}

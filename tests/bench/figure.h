// How every bench prints: one JSON line a figure, with the baseline that it was measured against in the same run.
#pragma once

#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace tern::bench {

using Steady = std::chrono::steady_clock;

inline double seconds_since(Steady::time_point begin) {
    return std::chrono::duration<double>(Steady::now() - begin).count();
}

inline void figure(const char* name, double value, const char* unit, const char* baseline, double baseline_value,
                   const char* goal) {
    const nlohmann::ordered_json line{
        {"name", name}, {"value", value}, {"unit", unit}, {"baseline", baseline}, {"baseline_value", baseline_value},
        {"goal", goal}};
    std::printf("%s\n", line.dump().c_str());
    std::fflush(stdout);
}

}  // namespace tern::bench

// What the server counts. Numbers only: nothing here names a person, a device or a space.
#pragma once

#include <cstdint>

namespace tern::server {

struct Metrics {
    // gauges
    std::uint64_t connections = 0;
    std::uint64_t devices = 0;  ///< connections that a device has proven itself on
    // counters
    std::uint64_t connections_opened = 0;
    std::uint64_t auth_taken = 0;
    std::uint64_t auth_refused = 0;
    std::uint64_t messages = 0;
    std::uint64_t refusals = 0;
    std::uint64_t log_records = 0;
    std::uint64_t deltas_accepted = 0;
    std::uint64_t deltas_known = 0;  ///< pushed again
    std::uint64_t deltas_refused = 0;
    std::uint64_t delta_bytes = 0;
    std::uint64_t deltas_streamed = 0;
    std::uint64_t bytes_streamed = 0;
    std::uint64_t slow_closed = 0;
    std::uint64_t commits = 0;
    std::uint64_t commits_failed = 0;
};

}  // namespace tern::server

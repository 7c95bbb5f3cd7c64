// Time as the rest of Tern sees it: a number that somebody hands in. Only main() and the net rooms read a real clock.
#pragma once

#include <cstdint>

namespace tern {

/// Milliseconds since 1970-01-01 UTC, as a device or server believes them to be.
using Millis = std::int64_t;

class Clock {
public:
    virtual ~Clock() = default;
    virtual Millis wall_ms() const = 0;  ///< may jump, may be wrong by years
    virtual Millis steady_ms()
        const = 0;  ///< since some unknown start; never jumps. Counts sleep where the system can tell.
};

/// The machine's own clocks. Safe from any thread.
const Clock& system_clock();

}  // namespace tern

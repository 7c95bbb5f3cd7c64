#include "protocol/base/clock.h"

#include <ctime>

namespace tern {
namespace {

Millis read(clockid_t which) {
    timespec now{};
    clock_gettime(which, &now);
    return static_cast<Millis>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

class SystemClock final : public Clock {
public:
    Millis wall_ms() const override { return read(CLOCK_REALTIME); }
    Millis steady_ms() const override { return read(CLOCK_BOOTTIME); }
};

}  // namespace

const Clock& system_clock() {
    static const SystemClock clock;
    return clock;
}

}  // namespace tern

// When a change was made: a hybrid logical clock and the device that breaks ties. Totally ordered, the same everywhere.
// Hybrid logical clocks: Kulkarni et al., "Logical Physical Clocks", OPODIS 2014.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

#include "protocol/base/clock.h"
#include "protocol/ids.h"

namespace tern {

/// 48 bits of Unix milliseconds, 16 bits of counter. A counter that runs over goes on in the next millisecond.
struct Hlc {
    std::uint64_t value = 0;

    auto operator<=>(const Hlc&) const = default;
    Millis ms() const { return static_cast<Millis>(value >> 16); }
    std::uint16_t counter() const { return static_cast<std::uint16_t>(value); }
    Hlc next() const { return Hlc{value + 1}; }
    static Hlc at(Millis ms, std::uint16_t counter = 0) {
        const Millis clamped = std::clamp<Millis>(ms, 0, (Millis{1} << 48) - 1);
        return Hlc{static_cast<std::uint64_t>(clamped) << 16 | counter};
    }
};

/// A stamp: compared by time, then by the device id's bytes.
struct Stamp {
    Hlc hlc;
    DeviceId device;

    auto operator<=>(const Stamp&) const = default;
    bool is_zero() const { return hlc.value == 0 && device.is_zero(); }
};

}  // namespace tern

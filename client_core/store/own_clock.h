// This device's hybrid clock: its settings, and the rule by which local work is stamped (DESIGN, "Clocks").
// Everything here runs inside the transaction that uses the stamp.
#pragma once

#include <set>

#include "client_core/store/core.h"

namespace tern::store {

class OwnClock {
public:
    OwnClock(Core& core, const Author& author);

    Millis adjusted_ms() const { return adjusted_; }
    /// Above this, a stamp travels alone and is not followed.
    Hlc ceiling() const;
    /// A value stamped so far ahead that what replaces it must be a bump.
    bool needs_bump(const Stamp& replaced) const { return replaced.hlc.next() > ceiling(); }

    /// For a delta in `space` whose changes replace values up to `replaced`. Counts as used.
    Hlc next(std::int64_t space, const Stamp& replaced);
    /// For a change that replaces a value from the far future.
    Hlc bump(std::int64_t space, const Stamp& replaced);

    /// After restamping: the clock falls back to the greatest own stamp left.
    void start_over();

    static constexpr std::string_view kOffset = "clock.offset";

private:
    Hlc unused(std::int64_t space, Hlc from);
    bool is_used(std::int64_t space, Hlc hlc);

    Core& core_;
    DeviceId device_;
    Millis adjusted_;
    Hlc last_;      ///< of the own stamps that count
    Hlc greatest_;  ///< of all own stamps ever: what is above needs no look-up
};

}  // namespace tern::store

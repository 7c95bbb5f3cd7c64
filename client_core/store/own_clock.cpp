#include "client_core/store/own_clock.h"

#include "protocol/limits.h"

namespace tern::store {
namespace {

constexpr std::string_view kLast = "clock.last";
constexpr std::string_view kGreatest = "clock.greatest";

Hlc hlc_of(std::int64_t value) { return Hlc{static_cast<std::uint64_t>(value)}; }

}  // namespace

OwnClock::OwnClock(Core& core, const Author& author)
    : core_(core),
      device_(author.device),
      adjusted_(author.wall_ms + core.settings.integer(kOffset)),
      last_(hlc_of(core.settings.integer(kLast))),
      greatest_(hlc_of(core.settings.integer(kGreatest))) {}

Hlc OwnClock::ceiling() const { return Hlc::at(adjusted_ + limits::kClockAheadMs, 0xffff); }

Hlc OwnClock::next(std::int64_t space, const Stamp& replaced) {
    Hlc hlc = std::max(Hlc::at(adjusted_), replaced.hlc.value == 0 ? Hlc{} : replaced.hlc.next());
    if (last_.next() <= ceiling()) hlc = std::max(hlc, last_.next());
    hlc = unused(space, hlc);
    last_ = hlc;
    core_.settings.set_integer(kLast, static_cast<std::int64_t>(last_.value));
    return hlc;
}

Hlc OwnClock::bump(std::int64_t space, const Stamp& replaced) { return unused(space, replaced.hlc.next()); }

/// A device never gives one hlc twice in a space. Only after a clock was set back can there be a stamp to step over.
Hlc OwnClock::unused(std::int64_t space, Hlc from) {
    while (from <= greatest_ && is_used(space, from)) from = from.next();
    if (from > greatest_) {
        greatest_ = from;
        core_.settings.set_integer(kGreatest, static_cast<std::int64_t>(greatest_.value));
    }
    return from;
}

bool OwnClock::is_used(std::int64_t space, Hlc hlc) {
    const auto device = core_.refs.devices.find(device_);
    if (!device) return false;
    return core_.db
        .find_integer(
            "SELECT 1 FROM record WHERE birth_hlc = ?1 AND birth_dev = ?2 AND space = ?3 UNION ALL "
            "SELECT 1 FROM change JOIN record USING (rid) WHERE hlc = ?1 AND dev = ?2 AND space = ?3 LIMIT 1",
            hlc.value, *device, space)
        .has_value();
}

void OwnClock::start_over() {
    const auto greatest_own = [&](Hlc limit) {
        const auto device = core_.refs.devices.find(device_);
        if (!device) return Hlc{};
        return hlc_of(
            core_.db
                .find_integer("SELECT max(hlc) FROM (SELECT max(birth_hlc) AS hlc FROM record WHERE birth_dev = ?1 AND "
                              "birth_hlc <= ?2 UNION ALL SELECT max(hlc) FROM change WHERE dev = ?1 AND hlc <= ?2)",
                              *device, limit.value)
                .value_or(0));
    };
    last_ = greatest_own(ceiling());
    greatest_ = greatest_own(Hlc{~std::uint64_t{0} >> 1});
    core_.settings.set_integer(kLast, static_cast<std::int64_t>(last_.value));
    core_.settings.set_integer(kGreatest, static_cast<std::int64_t>(greatest_.value));
}

}  // namespace tern::store

#include "client_core/crm/visits_route.h"

#include <algorithm>

#include "client_core/formula/functions.h"

namespace tern::crm {
namespace {

constexpr Millis kMinute = 60'000;

std::int64_t metres_between(const GeoPoint& a, const GeoPoint& b) {
    return formula::great_circle_metres(a.latitude, a.longitude, b.latitude, b.longitude);
}

Millis travel_time(std::int64_t metres) { return metres * 3600 / visit_rules::kTravelKmPerHour; }

Millis rounded_up(Millis at) {
    constexpr Millis kStep = visit_rules::kEtaMinutes * kMinute;
    return (at + kStep - 1) / kStep * kStep;
}

/// Goes from stop to stop: where one was last, and when one left there.
struct Road {
    std::optional<GeoPoint> from;
    std::optional<Millis> left;

    std::optional<std::int64_t> metres_to(const Stop& stop) const {
        return from && stop.place ? std::optional{metres_between(*from, *stop.place)} : std::nullopt;
    }
    std::optional<Millis> arrival_at(const Stop& stop) const {
        return left ? std::optional{*left + travel_time(metres_to(stop).value_or(0))} : std::nullopt;
    }
    void leave(const Stop& stop, std::optional<Millis> arrives) {
        auto begins = stop.eta;
        if (arrives && stop.is_ahead()) begins = std::max(begins.value_or(*arrives), *arrives);
        if (begins) left = *begins + stop.minutes * kMinute;
        if (stop.place) from = stop.place;
    }
};

/// Less than a step is within what an estimate is worth.
std::int64_t minutes_late(const Stop& stop) {
    if (!stop.arrives || !stop.is_ahead()) return 0;
    const Millis expected = std::max(*stop.arrives, stop.eta.value_or(*stop.arrives));
    Millis late = stop.eta ? *stop.arrives - *stop.eta : 0;
    if (stop.window_to) late = std::max(late, expected - *stop.window_to);
    const Millis minutes = (late + kMinute - 1) / kMinute;
    return minutes < visit_rules::kEtaMinutes ? 0 : minutes;
}

}  // namespace

Nearness nearness_of(const std::optional<Fix>& fix, const std::optional<GeoPoint>& place, std::int64_t radius) {
    Nearness out;
    out.radius = radius;
    out.place_known = place.has_value();
    if (!fix || !place) return out;
    out.metres = metres_between(fix->at, *place);
    const bool exact = !fix->mock && fix->accuracy_m > 0 && fix->accuracy_m <= static_cast<double>(radius);
    if (exact) out.proof = *out.metres <= radius ? Proof::verified : Proof::outside;
    return out;
}

void judge_route(DayPlan& plan) {
    Road road{plan.start, std::nullopt};
    plan.metres = 0;
    for (Stop& stop : plan.stops) {
        stop.metres.reset();
        stop.arrives.reset();
        stop.late_minutes = 0;
        if (stop.is_called_off()) continue;
        stop.metres = road.metres_to(stop);
        stop.arrives = road.arrival_at(stop);
        stop.late_minutes = minutes_late(stop);
        plan.metres += stop.metres.value_or(0);
        road.leave(stop, stop.arrives);
    }
}

std::optional<Millis> beginning_of(const DayPlan& plan) {
    std::optional<Millis> out;
    for (const Stop& stop : plan.stops)
        if (stop.eta && !stop.is_called_off()) out = std::min(out.value_or(*stop.eta), *stop.eta);
    return out;
}

void reckon_times(DayPlan& plan, Millis begin) {
    Road road{plan.start, std::nullopt};
    for (Stop& stop : plan.stops) {
        if (stop.is_called_off()) continue;
        const auto arrives = road.arrival_at(stop);
        if (stop.is_ahead() && !stop.fixed) {
            const Millis reached = arrives ? rounded_up(*arrives) : begin;
            stop.eta = std::max(reached, stop.window_from.value_or(reached));
        }
        road.leave(stop, arrives);
    }
    judge_route(plan);
}

}  // namespace tern::crm

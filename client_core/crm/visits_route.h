// The arithmetic of a day on the road.
#pragma once

#include <tern/visits.h>

namespace tern::crm {

/// What one visit is against a place: the radius decides, and how exact the position is.
Nearness nearness_of(const std::optional<Fix>& fix, const std::optional<GeoPoint>& place, std::int64_t radius);

/// Fills `metres`, `arrives` and `late_minutes` of each stop, and the plan's metres. Called-off stops are passed by.
void judge_route(DayPlan& plan);
/// Gives every stop that is ahead and not fixed the time at which one gets there. The day begins at `begin`.
void reckon_times(DayPlan& plan, Millis begin);
/// When the day begins: the first time that anything is expected.
std::optional<Millis> beginning_of(const DayPlan& plan);

}  // namespace tern::crm

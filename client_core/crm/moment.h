// Dates, times and durations between text and numbers. Everything is UTC unless the text names another offset.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <tern/moment.h>
#include "protocol/base/clock.h"

namespace tern::crm {

/// What 3/4/2017 means.
enum class DateOrder : std::uint8_t { month_first, day_first };

/// Days since 1970-01-01. 2017-03-01, 2017/3/1, 20170301, 3/1/2017, 1.3.2017 (day first), 1 Mar 2017, March 1, 2017,
/// 2017年3月1日; a time after it is ignored.
std::optional<std::int64_t> days_from(std::string_view text, DateOrder order);
/// Milliseconds since 1970. A date, or a date and a time with `Z`, an offset, or nothing (UTC).
std::optional<Millis> moment_from(std::string_view text, DateOrder order);
/// The same, and whether it names no offset: then `at` is what clocks on the wall showed.
struct WrittenTime {
    Millis at = 0;
    bool floating = false;
};
std::optional<WrittenTime> written_time(std::string_view text, DateOrder order);
/// Whether the text is a date and names no time.
bool names_a_day(std::string_view text);
/// Seconds: 90, 1:30 (hours and minutes), 1h30m, 45s, PT1H30M.
std::optional<std::int64_t> seconds_from(std::string_view text);

std::string date_text(std::int64_t days);
/// The first two numbers of 3/4/2017; nothing for any other form. For telling a column's order.
std::optional<std::pair<int, int>> slashed_numbers(std::string_view text);

}  // namespace tern::crm

#include "client_core/query/calendar.h"

#include <unicode/timezone.h>

#include <chrono>
#include <cstdio>

#include "client_core/crm/moment.h"
#include "client_core/crm/text.h"

namespace tern::query {
namespace {

using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr Millis kDayMs = 86'400'000;
/// No zone is further from UTC, past or present.
constexpr Millis kFarthestMs = Millis{16} * 60 * 60 * 1000;
/// The days that a date can be written for (moment.h) and some more; beyond it the calendar would overflow.
constexpr Day kMostDays = 4'000'000;

Day floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

year_month_day date_of(Day day) {
    const auto clamped = day > kMostDays ? kMostDays : day < -kMostDays ? -kMostDays : day;
    return year_month_day{sys_days{std::chrono::days{clamped}}};
}

Day first_of(year_month_day date) {
    return sys_days{date.year() / date.month() / std::chrono::day{1}}.time_since_epoch().count();
}

Day months_later(Day first, int n) { return first_of(date_of(first) + months{n}); }

unsigned month_of(Day day) { return static_cast<unsigned>(date_of(day).month()); }

int months_in(Bucket bucket) { return bucket == Bucket::month ? 1 : bucket == Bucket::quarter ? 3 : 12; }

}  // namespace

struct Zone::Rules {
    std::unique_ptr<icu::TimeZone> icu;
};

Zone::Zone(std::unique_ptr<Rules> rules) : rules_(std::move(rules)) {}
Zone::Zone(Zone&&) noexcept = default;
Zone& Zone::operator=(Zone&&) noexcept = default;
Zone::~Zone() = default;

Result<Zone> Zone::named(const std::string& name) {
    auto rules = std::make_unique<Rules>();
    rules->icu.reset(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    if (rules->icu == nullptr || *rules->icu == icu::TimeZone::getUnknown())
        return fail(Fault::bad_argument, "there is no time zone " + crm::quoted(name),
                    "write one such as Europe/Berlin or Asia/Shanghai");
    return Zone{std::move(rules)};
}

Day Zone::day_of(Millis at) const {
    UErrorCode error = U_ZERO_ERROR;
    std::int32_t raw = 0;
    std::int32_t summer = 0;
    rules_->icu->getOffset(static_cast<UDate>(at), 0, raw, summer, error);
    return floor_div(at + raw + summer, kDayMs);
}

/// By halving: whatever the zone did on that day, its first moment is where the day's number changes.
Millis Zone::start_of(Day day) const {
    Millis before = day * kDayMs - kFarthestMs;
    Millis within = day * kDayMs + kFarthestMs;
    while (within - before > 1) {
        const Millis middle = before + (within - before) / 2;
        (day_of(middle) < day ? before : within) = middle;
    }
    return within;
}

Day bucket_start(Bucket bucket, Day day) {
    switch (bucket) {
        case Bucket::none:
        case Bucket::day:
            return day;
        case Bucket::week:
            return floor_div(day + 3, 7) * 7 - 3;  // 1970-01-01 was a Thursday
        default:
            break;
    }
    const Day first = first_of(date_of(day));
    return months_later(first, -(static_cast<int>(month_of(first)) - 1) % months_in(bucket));
}

Result<Span> days_of(const Period& period, Day today) {
    const auto days = std::int64_t{period.days};
    const bool counted = period.kind == Period::Kind::last_days || period.kind == Period::Kind::next_days ||
                         period.kind == Period::Kind::older_than;
    if (counted ? days < 1 || days > query_limits::kPeriodDays : period.shift < -1 || period.shift > 1)
        return fail(Fault::bad_argument, "that period cannot be",
                    "take one of the last 36,500 days, or the last, this or the next");
    switch (period.kind) {
        case Period::Kind::last_days:
            return Span{today - days + 1, today + 1};
        case Period::Kind::next_days:
            return Span{today, today + days};
        case Period::Kind::older_than:
            return Span{std::nullopt, today - days};
        case Period::Kind::day:
            return Span{today + period.shift, today + period.shift + 1};
        case Period::Kind::week: {
            const Day start = bucket_start(Bucket::week, today) + 7 * Day{period.shift};
            return Span{start, start + 7};
        }
        default:
            break;
    }
    const auto bucket = static_cast<Bucket>(static_cast<int>(period.kind) + 1);
    const int n = months_in(bucket);
    const Day start = months_later(bucket_start(bucket, today), period.shift * n);
    return Span{start, months_later(start, n)};
}

std::string bucket_text(Bucket bucket, Day start) {
    const auto date = date_of(start);
    char out[40];
    const int year = static_cast<int>(date.year());
    switch (bucket) {
        case Bucket::none:
        case Bucket::day:
            return crm::date_text(start);
        case Bucket::week: {
            // A week belongs to the year of its Thursday.
            const Day thursday = start + 3;
            const auto first = sys_days{date_of(thursday).year() / std::chrono::January / 1}.time_since_epoch().count();
            std::snprintf(out, sizeof out, "%04d-W%02d", static_cast<int>(date_of(thursday).year()),
                          static_cast<int>((thursday - first) / 7 + 1));
            return out;
        }
        case Bucket::month:
            std::snprintf(out, sizeof out, "%04d-%02u", year, month_of(start));
            return out;
        case Bucket::quarter:
            std::snprintf(out, sizeof out, "%04d-Q%u", year, (month_of(start) + 2) / 3);
            return out;
        case Bucket::year:
            break;
    }
    std::snprintf(out, sizeof out, "%04d", year);
    return out;
}

}  // namespace tern::query

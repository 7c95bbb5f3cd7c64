// Days, months and quarters where the viewer is.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include <tern/query.h>

namespace tern::query {

/// Days since 1970-01-01.
using Day = std::int64_t;

/// A time zone with its summer times, by ICU's tables.
class Zone {
public:
    /// `bad_argument` for a name that is none.
    static Result<Zone> named(const std::string& name);
    Zone(Zone&&) noexcept;
    Zone& operator=(Zone&&) noexcept;
    ~Zone();

    /// The day that a clock on the wall showed.
    Day day_of(Millis at) const;
    /// The first moment of a day.
    Millis start_of(Day day) const;

private:
    struct Rules;
    explicit Zone(std::unique_ptr<Rules> rules);
    std::unique_ptr<Rules> rules_;
};

/// From `start` to before `end`; an end that is not there is open.
struct Span {
    std::optional<std::int64_t> start, end;
};
/// In days. `bad_argument` for a period that no text could have said.
Result<Span> days_of(const Period& period, Day today);
/// The first day of the week (Monday), month, quarter or year; of `none` the day itself.
Day bucket_start(Bucket bucket, Day day);
/// 2017-03-01, 2017-W09 (ISO 8601), 2017-03, 2017-Q1, 2017; of a bucket's first day.
std::string bucket_text(Bucket bucket, Day start);

}  // namespace tern::query

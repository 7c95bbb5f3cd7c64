#include "client_core/crm/moment.h"

#include <chrono>
#include <cstdio>

#include "client_core/crm/text.h"

namespace tern::crm {
namespace {

constexpr Millis kDayMs = 86'400'000;

/// Reads off the front of a text; every step says whether it was there.
struct Cursor {
    std::string_view left;

    std::optional<int> number(std::size_t most) {
        int out = 0;
        std::size_t n = 0;
        while (n < most && n < left.size() && left[n] >= '0' && left[n] <= '9') out = out * 10 + (left[n++] - '0');
        if (n == 0) return std::nullopt;
        left.remove_prefix(n);
        return out;
    }
    bool take(std::string_view what) {
        if (!left.starts_with(what)) return false;
        left.remove_prefix(what.size());
        return true;
    }
};

std::optional<std::int64_t> days_of(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days{date}.time_since_epoch().count();
}

std::optional<std::int64_t> year_first(Cursor& in) {
    const auto year = in.number(4);
    if (!year) return std::nullopt;
    const bool chinese = in.take("年");
    const std::string_view separator = in.left.substr(0, 1);
    if (!chinese && separator != "-" && separator != "/" && separator != ".") return std::nullopt;
    if (!chinese) in.left.remove_prefix(1);
    const auto month = in.number(2);
    if (!month || !in.take(chinese ? "月" : separator)) return std::nullopt;
    const auto day = in.number(2);
    if (!day || (chinese && !in.take("日"))) return std::nullopt;
    return days_of(*year, *month, *day);
}

std::optional<std::int64_t> year_last(Cursor& in, DateOrder order) {
    const auto first = in.number(2);
    if (!first || (!in.left.starts_with('/') && !in.left.starts_with('.') && !in.left.starts_with('-')))
        return std::nullopt;
    const std::string_view separator = in.left.substr(0, 1);
    in.left.remove_prefix(1);
    const auto second = in.number(2);
    if (!second || !in.take(separator)) return std::nullopt;
    const std::size_t before = in.left.size();
    const auto year = in.number(4);
    if (!year || before - in.left.size() != 4) return std::nullopt;
    const bool day_first = separator == "." || order == DateOrder::day_first;
    return day_first ? days_of(*year, *second, *first) : days_of(*year, *first, *second);
}

/// 1 to 12 for the English name of a month or its first three letters.
std::optional<int> month_at(Cursor& in) {
    constexpr std::string_view kMonths[] = {"january", "february", "march",     "april",   "may",      "june",
                                            "july",    "august",   "september", "october", "november", "december"};
    std::size_t n = 0;
    while (n < in.left.size() && ((in.left[n] | 0x20) >= 'a' && (in.left[n] | 0x20) <= 'z')) ++n;
    const auto word = folded(in.left.substr(0, n));
    for (int i = 0; i < 12; ++i) {
        const bool fits =
            word.size() >= 3 &&
            (word == kMonths[i] || (word.size() <= 4 && kMonths[i].starts_with(word)) || (word == "sept" && i == 8));
        if (!fits) continue;
        in.left.remove_prefix(n);
        return i + 1;
    }
    return std::nullopt;
}

void skip_separators(Cursor& in) {
    while (in.take(" ") || in.take(",") || in.take("-") || in.take(".")) {
    }
}

std::optional<int> four_digits(Cursor& in) {
    const auto before = in.left.size();
    const auto year = in.number(4);
    return year && before - in.left.size() == 4 ? year : std::nullopt;
}

/// `1 Mar 2017`, `01-Mar-2017`, `March 1, 2017`.
std::optional<std::int64_t> by_month_name(Cursor& in) {
    const auto day_first = in.number(2);
    skip_separators(in);
    const auto month = month_at(in);
    if (!month) return std::nullopt;
    skip_separators(in);
    const auto day = day_first ? day_first : in.number(2);
    skip_separators(in);
    const auto year = four_digits(in);
    return day && year ? days_of(*year, *month, *day) : std::nullopt;
}

bool all_digits(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

std::optional<std::int64_t> date_at(Cursor& in, DateOrder order) {
    const bool eight = in.left.size() >= 8 && all_digits(in.left.substr(0, 8)) &&
                       (in.left.size() == 8 || !all_digits(in.left.substr(8, 1)));
    if (eight) {
        const auto year = in.number(4), month = in.number(2), day = in.number(2);
        return days_of(*year, *month, *day);
    }
    const bool four = in.left.size() > 4 && all_digits(in.left.substr(0, 4));
    if (four) return year_first(in);
    Cursor ahead = in;
    if (const auto named = by_month_name(ahead)) {
        in = ahead;
        return named;
    }
    return year_last(in, order);
}

/// `上午`, `PM`: 0 for the morning, 12 for the rest of the day.
std::optional<int> half_of_day(Cursor& in) {
    in.take(" ");
    for (const std::string_view word : {"上午", "AM", "am", "a.m.", "凌晨"})
        if (in.take(word)) return 0;
    for (const std::string_view word : {"下午", "PM", "pm", "p.m.", "晚上", "中午"})
        if (in.take(word)) return 12;
    return std::nullopt;
}

/// Milliseconds of `09:30`, `09:30:15.250`, `下午3:05`, `3:05 PM`, `15时5分`, then `Z`, `+02:00`, `-0530` or nothing:
/// that is floating.
std::optional<WrittenTime> time_at(Cursor& in) {
    auto half = half_of_day(in);
    auto hour = in.number(2);
    if (!hour || *hour > 23 || (!in.take(":") && !in.take("时") && !in.take("点"))) return std::nullopt;
    const auto minute = in.number(2);
    if (!minute || *minute > 59) return std::nullopt;
    Millis out = *minute * Millis{60'000};
    if (in.take(":") || (in.take("分") && !in.left.empty() && in.left[0] >= '0' && in.left[0] <= '9')) {
        const auto second = in.number(2);
        if (!second || *second > 59) return std::nullopt;
        out += *second * 1000;
        if (in.take(".")) {
            Millis unit = 100;
            std::size_t n = 0;
            for (; n < in.left.size() && in.left[n] >= '0' && in.left[n] <= '9'; ++n, unit /= 10)
                out += (in.left[n] - '0') * unit;
            if (n == 0 || n > 9) return std::nullopt;
            in.left.remove_prefix(n);
        }
        in.take("秒");
    }
    if (!half) half = half_of_day(in);
    if (half && *hour > 12) return std::nullopt;
    if (half) hour = *hour % 12 + *half;
    out += *hour * Millis{3'600'000};
    in.take(" ");
    if (in.take("Z") || in.take("UTC") || in.take("GMT")) return WrittenTime{out, false};
    const bool east = in.take("+");
    if (!east && !in.take("-")) return WrittenTime{out, true};
    const auto hours = in.number(2);
    in.take(":");
    const auto minutes = in.number(2);
    if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
    const Millis offset = (*hours * 60 + *minutes) * Millis{60'000};
    return WrittenTime{east ? out - offset : out + offset, false};
}

/// Between a date and its time stands something, but for Chinese ones.
bool skip_to_time(Cursor& in) {
    return in.take("T") || in.take(", ") || in.take(" ") || static_cast<unsigned char>(in.left[0]) >= 0x80 ||
           (in.left[0] >= '0' && in.left[0] <= '9');
}

/// `1h30m15s`, each part once and in order.
std::optional<std::int64_t> unit_seconds(std::string_view text) {
    Cursor in{text};
    std::int64_t out = 0;
    bool any = false;
    constexpr std::pair<char, int> kUnits[] = {{'d', 86400}, {'h', 3600}, {'m', 60}, {'s', 1}};
    for (const auto& [unit, seconds] : kUnits) {
        Cursor ahead = in;
        const auto number = ahead.number(7);
        if (!number || !ahead.left.starts_with(unit)) continue;
        ahead.left.remove_prefix(1);
        in = ahead;
        out += std::int64_t{*number} * seconds;
        any = true;
    }
    return any && in.left.empty() ? std::optional{out} : std::nullopt;
}

}  // namespace

std::optional<std::int64_t> days_from(std::string_view text, DateOrder order) {
    Cursor in{trimmed(text)};
    const auto days = date_at(in, order);
    if (!days || in.left.empty()) return days;
    if (!skip_to_time(in)) return std::nullopt;
    return time_at(in) && in.left.empty() ? days : std::nullopt;
}

std::optional<WrittenTime> written_time(std::string_view text, DateOrder order) {
    Cursor in{trimmed(text)};
    const auto days = date_at(in, order);
    if (!days) return std::nullopt;
    if (in.left.empty()) return WrittenTime{*days * kDayMs, true};
    if (!skip_to_time(in)) return std::nullopt;
    const auto time = time_at(in);
    if (!time || !in.left.empty()) return std::nullopt;
    return WrittenTime{*days * kDayMs + time->at, time->floating};
}

std::optional<Millis> moment_from(std::string_view text, DateOrder order) {
    const auto time = written_time(text, order);
    return time ? std::optional{time->at} : std::nullopt;
}

bool names_a_day(std::string_view text) {
    Cursor in{trimmed(text)};
    return date_at(in, DateOrder::month_first) && in.left.empty();
}

std::optional<std::int64_t> seconds_from(std::string_view text) {
    std::string lower = folded(trimmed(text));
    if (lower.starts_with("pt")) return unit_seconds(std::string_view{lower}.substr(2));
    Cursor in{lower};
    const auto first = in.number(9);
    if (first && in.left.empty()) return *first;
    if (first && in.take(":")) {
        const auto minutes = in.number(2);
        if (!minutes || *minutes > 59 || !in.left.empty()) return std::nullopt;
        return std::int64_t{*first} * 3600 + *minutes * 60;
    }
    return unit_seconds(lower);
}

std::string date_text(std::int64_t days) {
    constexpr std::int64_t kMost = 2'932'896;  // 9999-12-31
    if (days < -719'162 || days > kMost) return "day " + std::to_string(days);
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
    char out[40];
    std::snprintf(out, sizeof out, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()));
    return out;
}

std::optional<std::pair<int, int>> slashed_numbers(std::string_view text) {
    Cursor in{trimmed(text)};
    const auto first = in.number(2);
    if (!first || (!in.take("/") && !in.take("-"))) return std::nullopt;
    const auto second = in.number(2);
    if (!second || (!in.take("/") && !in.take("-")) || !in.number(4)) return std::nullopt;
    return std::pair{*first, *second};
}

}  // namespace tern::crm

namespace tern {

std::string moment_text(Millis ms) {
    std::int64_t days = ms / 86'400'000;
    Millis rest = ms % 86'400'000;
    if (rest < 0) rest += 86'400'000, --days;
    char time[40];
    const int seconds = static_cast<int>(rest / 1000);
    const int n = std::snprintf(time, sizeof time, "T%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    if (rest % 1000 != 0)
        std::snprintf(time + n, sizeof time - static_cast<std::size_t>(n), ".%03d", static_cast<int>(rest % 1000));
    return crm::date_text(days) + time + "Z";
}

}  // namespace tern

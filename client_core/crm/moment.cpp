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

std::optional<std::int64_t> date_at(Cursor& in, DateOrder order) {
    const bool four =
        in.left.size() > 4 && in.left.substr(0, 4).find_first_not_of("0123456789") == std::string_view::npos;
    return four ? year_first(in) : year_last(in, order);
}

/// Milliseconds of `09:30`, `09:30:15.250`, then `Z`, `+02:00`, `-0530` or nothing.
std::optional<Millis> time_at(Cursor& in) {
    const auto hour = in.number(2);
    if (!hour || *hour > 23 || !in.take(":")) return std::nullopt;
    const auto minute = in.number(2);
    if (!minute || *minute > 59) return std::nullopt;
    Millis out = (*hour * 60 + *minute) * Millis{60'000};
    if (in.take(":")) {
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
    }
    in.take(" ");
    if (in.take("Z")) return out;
    const bool east = in.take("+");
    if (!east && !in.take("-")) return out;
    const auto hours = in.number(2);
    in.take(":");
    const auto minutes = in.number(2);
    if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
    const Millis offset = (*hours * 60 + *minutes) * Millis{60'000};
    return east ? out - offset : out + offset;
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
    if (!in.take("T") && !in.take(" ")) return std::nullopt;
    return time_at(in) && in.left.empty() ? days : std::nullopt;
}

std::optional<Millis> moment_from(std::string_view text, DateOrder order) {
    Cursor in{trimmed(text)};
    const auto days = date_at(in, order);
    if (!days) return std::nullopt;
    if (in.left.empty()) return *days * kDayMs;
    if (!in.take("T") && !in.take(" ")) return std::nullopt;
    const auto time = time_at(in);
    if (!time || !in.left.empty()) return std::nullopt;
    return *days * kDayMs + *time;
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

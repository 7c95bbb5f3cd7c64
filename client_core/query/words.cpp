#include "client_core/query/words.h"

#include <algorithm>
#include <array>

namespace tern::query {
namespace {

constexpr std::string_view kKeywords[] = {"and",      "or",     "not",       "in",      "is", "between",
                                          "contains", "starts", "ends",      "empty",   "me", "my_team",
                                          "older",    "today",  "yesterday", "tomorrow"};
constexpr std::array<std::string_view, 3> kDays{"yesterday", "today", "tomorrow"};
constexpr std::array<std::string_view, 3> kShifts{"last", "this", "next"};
constexpr std::array<std::string_view, 5> kUnits{"day", "week", "month", "quarter", "year"};
constexpr std::array<std::string_view, 6> kBuckets{"", "day", "week", "month", "quarter", "year"};
constexpr std::array<std::string_view, 5> kMeasures{"count", "sum", "average", "min", "max"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

template <class Names>
std::optional<std::size_t> place(const Names& names, std::string_view word) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (same_word(names[i], word)) return i;
    return std::nullopt;
}

}  // namespace

bool same_word(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

bool is_keyword(std::string_view word) {
    return std::any_of(std::begin(kKeywords), std::end(kKeywords), [&](auto k) { return same_word(k, word); });
}

bool is_path(std::string_view text) {
    bool begins = true;
    for (const char c : text) {
        const bool letter = lower(c) >= 'a' && lower(c) <= 'z';
        if (begins ? !letter : !letter && c != '_' && c != '.' && (c < '0' || c > '9')) return false;
        begins = c == '.';
    }
    return !begins;
}

std::string period_text(const Period& period) {
    const std::string days = std::to_string(period.days) + " days";
    if (period.kind == Period::Kind::last_days) return "last " + days;
    if (period.kind == Period::Kind::next_days) return "next " + days;
    if (period.kind == Period::Kind::older_than) return "older than " + days;
    const auto shift = static_cast<std::size_t>(std::clamp(period.shift, -1, 1) + 1);
    if (period.kind == Period::Kind::day) return std::string(kDays.at(shift));
    return std::string(kShifts.at(shift)) + " " + std::string(kUnits.at(static_cast<std::size_t>(period.kind)));
}

std::optional<Period> period_word(std::string_view word) {
    const auto at = place(kDays, word);
    if (!at) return std::nullopt;
    return Period{Period::Kind::day, static_cast<std::int32_t>(*at) - 1, 0};
}

std::optional<Period::Kind> period_unit(std::string_view word) {
    const auto at = place(kUnits, word);
    return at && *at > 0 ? std::optional{static_cast<Period::Kind>(*at)} : std::nullopt;
}

std::string_view bucket_name(Bucket bucket) { return kBuckets.at(static_cast<std::size_t>(bucket)); }

std::optional<Bucket> bucket_named(std::string_view word) {
    const auto at = place(kBuckets, word);
    return at && *at > 0 ? std::optional{static_cast<Bucket>(*at)} : std::nullopt;
}

std::string_view measure_name(Measure::Kind kind) { return kMeasures.at(static_cast<std::size_t>(kind)); }

std::optional<Measure::Kind> measure_named(std::string_view word) {
    if (same_word(word, "avg")) return Measure::Kind::average;
    const auto at = place(kMeasures, word);
    return at ? std::optional{static_cast<Measure::Kind>(*at)} : std::nullopt;
}

std::string key_text(const GroupKey& key) {
    return key.bucket == Bucket::none ? key.field : key.field + ":" + std::string(bucket_name(key.bucket));
}

std::string measure_text(const Measure& measure) {
    const std::string name{measure_name(measure.kind)};
    return measure.kind == Measure::Kind::count ? name : name + ":" + measure.field;
}

}  // namespace tern::query

// The words of the filter language: how operators, periods, buckets and measures are written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <tern/query.h>

namespace tern::query {

/// ASCII letters without regard to case.
bool same_word(std::string_view a, std::string_view b);
/// Words that end a bare value or begin something else, so that a value which looks like one needs quotes.
bool is_keyword(std::string_view word);
/// Letters, digits, `_` and `.`, beginning with a letter; every segment has a name.
bool is_path(std::string_view text);

/// `today`, `this month`, `last 7 days`, `older than 30 days`.
std::string period_text(const Period& period);
/// A word for day -1 to 1, else nothing.
std::optional<Period> period_word(std::string_view word);
/// `week`, `month`, `quarter`, `year`.
std::optional<Period::Kind> period_unit(std::string_view word);

std::string_view bucket_name(Bucket bucket);
std::optional<Bucket> bucket_named(std::string_view word);
std::string_view measure_name(Measure::Kind kind);
std::optional<Measure::Kind> measure_named(std::string_view word);
/// `closed_at:month`, `sum:amount`: what a report's members are called.
std::string key_text(const GroupKey& key);
std::string measure_text(const Measure& measure);

}  // namespace tern::query

#include "client_core/schema/default_value.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>

namespace tern::schema {
namespace {

bool is_choice(const Member& member, std::string_view name) {
    return std::any_of(member.choices.begin(), member.choices.end(),
                       [&](const Choice& choice) { return choice.name == name; });
}

bool are_choices(const Member& member, std::string_view names) {
    while (true) {
        const std::size_t comma = names.find(',');
        if (!is_choice(member, names.substr(0, comma))) return false;
        if (comma == std::string_view::npos) return true;
        names.remove_prefix(comma + 1);
    }
}

template <class Number>
bool is_number(std::string_view text, Number least, Number most) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number >= least && number <= most;
}

/// 2026-03-01: a default is written once and read by machines of every country.
bool is_day(std::string_view text) {
    return text.size() == 10 && text[4] == '-' && text[7] == '-' && is_number(text.substr(0, 4), 1000, 9999) &&
           is_number(text.substr(5, 2), 1, 12) && is_number(text.substr(8), 1, 31);
}

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

}  // namespace

std::string fault_of_default(const Member& member) {
    const std::string& text = member.default_value;
    if (text.empty()) return {};
    const auto unless = [](bool fits, const char* what) {
        return fits ? std::string{} : "its default is " + std::string(what);
    };
    switch (member.type) {
        case Type::text:
        case Type::long_text:
        case Type::url:
            return {};
        case Type::enumeration:
        case Type::pick:
            return unless(is_choice(member, text), "none of its choices");
        case Type::set:
            return unless(are_choices(member, text), "not among its choices");
        case Type::boolean:
            return unless(text == "true" || text == "false", "neither true nor false");
        case Type::integer:
        case Type::duration:
            return unless(is_number<std::int64_t>(text, -kMost, kMost), "no whole number");
        case Type::decimal:
            return unless(is_number(text, -1e15, 1e15), "no number");
        case Type::percent:
            return unless(is_number(text, 0.0, 100.0), "no number from 0 to 100");
        case Type::date:
            return unless(text == "today" || is_day(text), "neither today nor a date like 2026-03-01");
        case Type::datetime:
            return unless(text == "now" || is_day(text), "neither now nor a date like 2026-03-01");
        default:
            return "a field of this type has no default";
    }
}

}  // namespace tern::schema

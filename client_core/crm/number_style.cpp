#include "client_core/crm/number_style.h"

#include <algorithm>

#include "client_core/crm/text.h"

namespace tern::crm {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Bytes of a sign that only groups digits: spaces of all widths and the Swiss apostrophe.
std::size_t grouping_at(std::string_view text) {
    for (const std::string_view sign : {" ", "'", "\u00a0", "\u202f", "\u2009", "’", "，"})
        if (text.starts_with(sign)) return sign.size();
    return 0;
}

/// From the first digit to the last, with what stands between them.
std::string_view digits_of(std::string_view text) {
    const auto first = text.find_first_of("0123456789");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_of("0123456789") - first + 1);
}

/// Without grouping signs; empty where something else stands among the digits.
std::string bare(std::string_view digits) {
    std::string out;
    for (std::size_t i = 0; i < digits.size();) {
        if (const auto n = grouping_at(digits.substr(i)); n > 0) {
            i += n;
            continue;
        }
        if (!is_digit(digits[i]) && digits[i] != '.' && digits[i] != ',') return {};
        out += digits[i++];
    }
    return out;
}

enum class Meaning : std::uint8_t { none, decimal, groups };

/// What a separator does in a number in which it is the only one, or stands left or right of the other.
Meaning meaning(const std::string& number, char sign, char other) {
    const auto first = number.find(sign), last = number.rfind(sign);
    if (first == std::string::npos) return Meaning::none;
    if (first != last) return Meaning::groups;
    const auto beside = number.rfind(other);
    if (beside != std::string::npos) return beside < first ? Meaning::decimal : Meaning::groups;
    return number.size() - last - 1 == 3 && first > 0 && first <= 3 && number[0] != '0' ? Meaning::none
                                                                                        : Meaning::decimal;
}

}  // namespace

NumberHint number_hint(std::string_view text) {
    const auto number = bare(digits_of(text));
    const auto commas = meaning(number, ',', '.'), points = meaning(number, '.', ',');
    return {points == Meaning::decimal || commas == Meaning::groups,
            commas == Meaning::decimal || points == Meaning::groups};
}

std::string plain_number(std::string_view text, NumberStyle style) {
    text = trimmed(text);
    const auto digits = digits_of(text);
    auto number = bare(digits);
    if (number.empty()) return std::string(text);
    const auto hint = number_hint(text);
    const bool comma = hint.comma != hint.point ? hint.comma : style == NumberStyle::comma;
    const char point = comma ? ',' : '.';
    if (std::count(number.begin(), number.end(), point) > 1) return std::string(text);
    std::erase(number, comma ? '.' : ',');
    std::replace(number.begin(), number.end(), ',', '.');
    auto before = text.substr(0, static_cast<std::size_t>(digits.data() - text.data()));
    auto after = text.substr(before.size() + digits.size());
    std::string out;
    if (before.starts_with('(') && after.ends_with(')')) {
        out = '-';
        before.remove_prefix(1);
        after.remove_suffix(1);
    } else if (after.ends_with('-')) {
        out = '-';
        after.remove_suffix(1);
    }
    constexpr std::string_view kMinus = "−";
    const auto minus = before.find(kMinus);
    out.append(before.substr(0, minus));
    if (minus != std::string_view::npos) out.append(1, '-').append(before.substr(minus + kMinus.size()));
    return out.append(number).append(after);
}

}  // namespace tern::crm

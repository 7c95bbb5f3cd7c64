#include "client_core/search/phone.h"

#include <algorithm>

#include "client_core/search/words.h"

namespace tern::search {
namespace {

constexpr std::size_t kFewestDigits = 3;
constexpr std::size_t kLookDigits = 4;
/// Of a number that goes on after letters, the rest is an extension.
constexpr std::size_t kDigitsBeforeExtension = 5;

/// Codes of two digits; 1 and 7 have one, all others three.
constexpr std::string_view kTwoDigits =
    "20 27 28 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 "
    "90 91 92 93 94 95 98";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string_view country_code(std::string_view digits) {
    if (digits.empty() || digits[0] == '0') return {};
    if (digits[0] == '1' || digits[0] == '7') return digits.substr(0, 1);
    if (digits.size() < 2) return {};
    for (std::size_t at = 0; at < kTwoDigits.size(); at += 3)
        if (kTwoDigits.substr(at, 2) == digits.substr(0, 2)) return digits.substr(0, 2);
    return digits.size() < 3 ? std::string_view{} : digits.substr(0, 3);
}

PhoneDigits phone_digits(std::string_view text) {
    const std::string plain = folded(text);
    std::string digits;
    bool plus = false;
    for (const char c : plain) {
        if (is_digit(c))
            digits += c;
        else if (c == '+' && digits.empty())
            plus = true;
        else if (c >= 'a' && c <= 'z' && digits.size() >= kDigitsBeforeExtension)
            break;
    }
    PhoneDigits out;
    std::string_view left = digits;
    if (!plus && left.starts_with("00")) {
        plus = true;
        left.remove_prefix(2);
    }
    if (plus) {
        out.country = country_code(left);
        left.remove_prefix(out.country.size());
    }
    left.remove_prefix(std::min(left.find_first_not_of('0'), left.size()));
    if (left.size() >= kFewestDigits) out.national = left.substr(0, kWordBytes);
    return out;
}

bool looks_like_phone(std::string_view text) {
    const std::string plain = folded(text);
    return static_cast<std::size_t>(std::count_if(plain.begin(), plain.end(), is_digit)) >= kLookDigits &&
           plain.find_first_not_of("0123456789+-()./ ") == std::string::npos;
}

}  // namespace tern::search

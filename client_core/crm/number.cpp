#include "client_core/crm/number.h"

#include <unicode/ucurr.h>
#include <unicode/uenum.h>

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "client_core/crm/text.h"

namespace tern::crm {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool append_digit(std::int64_t& number, char c) {
    std::int64_t tens = 0;
    return !__builtin_mul_overflow(number, std::int64_t{10}, &tens) &&
           !__builtin_add_overflow(tens, std::int64_t{c - '0'}, &number);
}

/// `1,054` or `1054`, without a sign; commas must stand before each group of three.
bool read_whole(std::string_view text, std::int64_t& number) {
    const bool grouped = text.find(',') != std::string_view::npos;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool comma_place = grouped && (text.size() - i) % 4 == 0 && i > 0;
        if (comma_place != (text[i] == ',')) return false;
        if (comma_place) continue;
        if (!is_digit(text[i]) || !append_digit(number, text[i])) return false;
    }
    return true;
}

/// Times ten to the `tens`.
std::optional<Decimal> scaled(Decimal value, int tens) {
    while (tens > 0 && value.scale > 0) --value.scale, --tens;
    for (; tens > 0; --tens)
        if (__builtin_mul_overflow(value.mantissa, std::int64_t{10}, &value.mantissa)) return std::nullopt;
    return Decimal::normal(value.mantissa, value.scale);
}

struct Sign {
    std::string_view spelling, currency;
};
constexpr Sign kSigns[] = {{"US$", "USD"}, {"A$", "AUD"}, {"C$", "CAD"}, {"HK$", "HKD"}, {"NT$", "TWD"}, {"S$", "SGD"},
                           {"R$", "BRL"},  {"$", "USD"},  {"€", "EUR"},  {"£", "GBP"},   {"₩", "KRW"},   {"₹", "INR"},
                           {"¥", "¥"},     {"￥", "¥"},   {"円", "JPY"}, {"元", "CNY"},  {"块", "CNY"}};

struct Scale {
    std::string_view spelling;
    int tens;
};
constexpr Scale kScales[] = {{"million", 6}, {"M", 6}, {"k", 3}, {"K", 3}, {"万", 4}, {"亿", 8}};

bool take(std::string_view& text, std::string_view what) {
    if (text.starts_with(what))
        text.remove_prefix(what.size());
    else if (text.ends_with(what))
        text.remove_suffix(what.size());
    else
        return false;
    text = trimmed(text);
    return true;
}

/// Every code that ISO 4217 has or had.
const std::set<std::string, std::less<>>& all_currencies() {
    static const auto all = [] {
        std::set<std::string, std::less<>> out;
        UErrorCode error = U_ZERO_ERROR;
        UEnumeration* codes = ucurr_openISOCurrencies(UCURR_ALL, &error);
        while (U_SUCCESS(error)) {
            const char* code = uenum_next(codes, nullptr, &error);
            if (code == nullptr) break;
            out.insert(code);
        }
        uenum_close(codes);
        return out;
    }();
    return all;
}

std::string yen_or_yuan(std::string_view usual) { return usual == "JPY" ? "JPY" : "CNY"; }

/// Takes the currency off the text, whichever end it stands at.
std::string take_currency(std::string_view& text, std::string_view usual) {
    for (const bool front : {true, false}) {
        if (text.size() < 4) break;
        const auto code = front ? text.substr(0, 3) : text.substr(text.size() - 3);
        if (!is_currency(code)) continue;
        front ? text.remove_prefix(3) : text.remove_suffix(3);
        text = trimmed(text);
        return std::string(code);
    }
    for (const Sign& sign : kSigns)
        if (take(text, sign.spelling)) return sign.currency == "¥" ? yen_or_yuan(usual) : std::string(sign.currency);
    return {};
}

}  // namespace

std::optional<Decimal> decimal_from(std::string_view text) {
    text = trimmed(text);
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    auto fraction = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    while (!fraction.empty() && fraction.back() == '0') fraction.remove_suffix(1);
    if (text.empty() || !is_digit(text.back()) || (whole.empty() && point == std::string_view::npos))
        return std::nullopt;
    if (fraction.size() > 18) return std::nullopt;
    std::int64_t number = 0;
    if (!read_whole(whole, number)) return std::nullopt;
    for (const char c : fraction)
        if (!is_digit(c) || !append_digit(number, c)) return std::nullopt;
    return Decimal::normal(negative ? -number : number, static_cast<std::uint8_t>(fraction.size()));
}

std::optional<std::int64_t> integer_from(std::string_view text) {
    const auto value = decimal_from(text);
    if (!value || value->scale != 0) return std::nullopt;
    return value->mantissa;
}

std::string decimal_text(Decimal value) {
    const bool negative = value.mantissa < 0;
    const auto magnitude =
        negative ? -static_cast<std::uint64_t>(value.mantissa) : static_cast<std::uint64_t>(value.mantissa);
    std::string digits = std::to_string(magnitude);
    if (value.scale > 0) {
        if (digits.size() <= value.scale) digits.insert(0, value.scale + 1 - digits.size(), '0');
        digits.insert(digits.size() - value.scale, 1, '.');
    }
    return negative ? "-" + digits : digits;
}

int currency_digits(std::string_view currency) {
    constexpr std::array<std::string_view, 16> kNone{"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW",
                                                     "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"};
    constexpr std::array<std::string_view, 7> kThree{"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
    if (std::find(kNone.begin(), kNone.end(), currency) != kNone.end()) return 0;
    if (std::find(kThree.begin(), kThree.end(), currency) != kThree.end()) return 3;
    return currency == "CLF" || currency == "UYW" ? 4 : 2;
}

bool is_currency(std::string_view text) {
    return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
           all_currencies().contains(text);
}

std::optional<TypedMoney> money_from(std::string_view text, std::string_view usual) {
    text = trimmed(text);
    const bool negative = text.starts_with('-');  // -$5 as well as $-5
    if (negative) text = trimmed(text.substr(1));
    TypedMoney out;
    out.currency = take_currency(text, usual);
    int tens = 0;
    for (const Scale& scale : kScales) {
        if (!text.ends_with(scale.spelling)) continue;
        text = trimmed(text.substr(0, text.size() - scale.spelling.size()));
        tens = scale.tens;
        break;
    }
    auto amount = decimal_from(text);
    if (amount) amount = scaled(*amount, tens);
    if (!amount || (negative && amount->mantissa < 0)) return std::nullopt;
    if (negative) amount->mantissa = -amount->mantissa;
    out.amount = *amount;
    return out;
}

std::optional<std::int64_t> minor_units(Decimal amount, int digits) {
    if (amount.scale > digits) return std::nullopt;
    for (int i = amount.scale; i < digits; ++i)
        if (__builtin_mul_overflow(amount.mantissa, std::int64_t{10}, &amount.mantissa)) return std::nullopt;
    return amount.mantissa;
}

std::string amount_text(std::int64_t minor, int digits) {
    return decimal_text(Decimal{minor, static_cast<std::uint8_t>(digits)});
}

Decimal amount_of(std::int64_t minor, int digits) { return Decimal::normal(minor, static_cast<std::uint8_t>(digits)); }

}  // namespace tern::crm

// Numbers and money between text and exact values; nothing here is a double.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "protocol/value.h"

namespace tern::crm {

/// `1054`, `-1,054.00`, `+3.5`. Commas only where they group thousands.
std::optional<Decimal> decimal_from(std::string_view text);
std::optional<std::int64_t> integer_from(std::string_view text);
std::string decimal_text(Decimal value);

/// ISO 4217: how many digits an amount has after the point.
int currency_digits(std::string_view currency);
/// Three capital letters that ISO 4217 has or had.
bool is_currency(std::string_view text);

/// An amount as typed; `currency` is empty where the text does not tell it.
struct TypedMoney {
    Decimal amount;
    std::string currency;
};
/// `1054`, `1,054.00 EUR`, `$1,054.00`, `¥88`, `12M`, `30万`. `usual` decides what `¥` means.
std::optional<TypedMoney> money_from(std::string_view text, std::string_view usual);
/// Nothing where the currency has not that many digits, or the number is too large.
std::optional<std::int64_t> minor_units(Decimal amount, int digits);
/// With exactly the currency's digits: 105400, 2 -> "1054.00".
std::string amount_text(std::int64_t minor, int digits);
Decimal amount_of(std::int64_t minor, int digits);

}  // namespace tern::crm

// What the compiler's SQL calls and SQLite does not have.
#pragma once

#include <optional>
#include <string>

#include "client_core/crm/number.h"
#include "protocol/base/database.h"

namespace tern::query {

/// Adds to a connection, again and again if need be:
///   tern_fold(text)                   what two spellings have in common (crm::folded)
///   tern_digits(currency)             how many digits its amounts have
///   tern_bucket(value, bucket, zone)  the first day of a date's bucket; with a zone, of a time's in milliseconds
///   tern_total(number)                an aggregate: the exact sum as Sum::text(); null where there is nothing to add
void add_functions(Database& db);

/// Adds the order of texts in `locale`: without regard to case and width, numbers by value, Chinese by pinyin where the
/// locale is Chinese. Gives the collation's name, which is a plain identifier; "NOCASE" where ICU has no order at all.
std::string add_collation(Database& db, const std::string& locale);

/// A decimal of up to 38 digits, which no sum of ours leaves.
struct Sum {
    __int128 mantissa = 0;
    int scale = 0;

    /// False where it does not fit.
    bool add(const Sum& other);
    static Sum of(Decimal decimal) { return {decimal.mantissa, decimal.scale}; }
    /// Digits with a point, without needless zeros.
    std::string text() const;
    /// What text() gave.
    static std::optional<Sum> from(std::string_view text);
    /// Divided by `n` > 0, to `digits` after the point, halves away from zero; nothing where it does not fit.
    std::optional<Sum> divided(std::int64_t n, int digits) const;
    /// With exactly `scale` digits after the point.
    std::string fixed_text() const;
};

/// False where they are too far apart to be told.
bool less(Sum a, Sum b);

/// tern_total() says so where a sum left 38 digits.
inline constexpr std::string_view kTooLarge = "too large";

}  // namespace tern::query

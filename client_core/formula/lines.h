// The one arithmetic of documents' lines: formulas call it through SQLite, a draft that is still being typed at once.
// Exact; rounded half to even to whole minor units. Nothing where a result is too large.
#pragma once

#include <optional>

#include "protocol/value.h"

namespace tern::formula {

enum class LinePart : std::uint8_t { gross, discount, net, tax };

struct LineTerms {
    Decimal qty;
    std::int64_t unit_price = 0;  ///< minor units
    Decimal discount_pct{};
    Decimal discount_amount{};  ///< minor units
    Decimal tax_pct{};
    bool tax_inclusive = false;  ///< the tax is within the price
};
/// 'gross' qty x unit_price; 'discount' what the percentage and the amount take off; 'net' gross - discount; 'tax' on
/// net, or within it.
std::optional<std::int64_t> line_part(LinePart part, const LineTerms& line);

/// pct of an amount in minor units.
std::optional<std::int64_t> share(Decimal amount, Decimal pct);

enum class Rounding : std::uint8_t { half_up, up, down };
/// A price that was changed by `pct` and a surcharge, rounded to a multiple of `step` minor units (1 or more).
std::optional<std::int64_t> changed_price(std::int64_t price, Decimal pct, std::int64_t surcharge, std::int64_t step,
                                          Rounding rounding);

/// -1, 0 or 1, and a - b where that is a number that can be written.
int compared(Decimal a, Decimal b);
std::optional<Decimal> difference(Decimal a, Decimal b);

}  // namespace tern::formula

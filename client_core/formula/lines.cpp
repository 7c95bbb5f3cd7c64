#include "client_core/formula/lines.h"

namespace tern::formula {
namespace {

using Wide = __int128;

/// mantissa / 10^scale, and whether it still fits.
struct Exact {
    Wide mantissa = 0;
    int scale = 0;
    bool fits = true;

    Exact operator*(const Exact& other) const {
        Exact out{0, scale + other.scale, fits && other.fits};
        out.fits &= !__builtin_mul_overflow(mantissa, other.mantissa, &out.mantissa);
        return out;
    }
    Exact operator+(const Exact& other) const {
        Exact a = *this, b = other;
        a.widen(b.scale);
        b.widen(a.scale);
        Exact out{0, a.scale, a.fits && b.fits};
        out.fits &= !__builtin_add_overflow(a.mantissa, b.mantissa, &out.mantissa);
        return out;
    }
    Exact operator-() const { return {-mantissa, scale, fits}; }
    Exact operator-(const Exact& other) const { return *this + -other; }

    void widen(int wanted) {
        for (; scale < wanted; ++scale) fits &= !__builtin_mul_overflow(mantissa, Wide{10}, &mantissa);
    }
};

/// Nearest whole number of a / b, halves to the even one; b > 0.
Wide divided_half_even(Wide a, Wide b) {
    Wide whole = a / b;
    Wide rest = a % b;
    const Wide sign = a < 0 ? -1 : 1;
    rest *= sign;
    if (rest > b - rest || (rest == b - rest && whole % 2 != 0)) whole += sign;
    return whole;
}

std::optional<std::int64_t> whole(const Exact& value) {
    if (!value.fits) return std::nullopt;
    Wide by = 1;
    for (int i = 0; i < value.scale; ++i)
        if (__builtin_mul_overflow(by, Wide{10}, &by)) return std::nullopt;
    const Wide out = divided_half_even(value.mantissa, by);
    if (out > INT64_MAX || out < INT64_MIN) return std::nullopt;
    return static_cast<std::int64_t>(out);
}

Exact exact(Decimal value) { return {value.mantissa, value.scale}; }
Exact percent(Decimal pct) { return {pct.mantissa, pct.scale + 2}; }

/// Of a tax that is within the price: net - net / (1 + rate) = net x rate / (1 + rate).
std::optional<std::int64_t> tax_within(std::int64_t net, const Exact& rate) {
    Exact top = Exact{net, 0} * rate;
    Exact below = Exact{1, 0} + rate;
    below.widen(top.scale);
    top.widen(below.scale);
    if (!top.fits || !below.fits || below.mantissa <= 0) return std::nullopt;
    return whole({divided_half_even(top.mantissa, below.mantissa), 0});
}

}  // namespace

std::optional<std::int64_t> line_part(LinePart part, const LineTerms& line) {
    const Exact exact_gross = exact(line.qty) * Exact{line.unit_price, 0};
    const Exact off = exact_gross * percent(line.discount_pct) + exact(line.discount_amount);
    const auto gross = whole(exact_gross);
    const auto net = whole(exact_gross - off);
    if (!gross || !net) return std::nullopt;
    if (part == LinePart::gross) return gross;
    if (part == LinePart::net) return net;
    std::int64_t discount = 0;
    if (part == LinePart::discount)
        return __builtin_sub_overflow(*gross, *net, &discount) ? std::nullopt : std::optional{discount};
    const Exact rate = percent(line.tax_pct);
    return line.tax_inclusive ? tax_within(*net, rate) : whole(Exact{*net, 0} * rate);
}

std::optional<std::int64_t> share(Decimal amount, Decimal pct) { return whole(exact(amount) * percent(pct)); }

std::optional<std::int64_t> changed_price(std::int64_t price, Decimal pct, std::int64_t surcharge, std::int64_t step,
                                          Rounding rounding) {
    const Exact changed = Exact{price, 0} + Exact{price, 0} * percent(pct) + Exact{surcharge, 0};
    Exact below{step < 1 ? 1 : step, 0};
    below.widen(changed.scale);
    if (!changed.fits || !below.fits) return std::nullopt;
    Wide steps = changed.mantissa / below.mantissa;
    const Wide rest = changed.mantissa % below.mantissa;
    if (rest > 0 && (rounding == Rounding::up || (rounding == Rounding::half_up && rest >= below.mantissa - rest)))
        ++steps;
    Wide out = 0;
    if (__builtin_mul_overflow(steps, Wide{step < 1 ? 1 : step}, &out)) return std::nullopt;
    return whole({out, 0});
}

int compared(Decimal a, Decimal b) {
    Exact left = exact(a), right = exact(b);
    left.widen(18);
    right.widen(18);
    return left.mantissa < right.mantissa ? -1 : left.mantissa > right.mantissa ? 1 : 0;
}

std::optional<Decimal> difference(Decimal a, Decimal b) {
    const Exact out = exact(a) - exact(b);
    if (!out.fits || out.mantissa > INT64_MAX || out.mantissa < INT64_MIN) return std::nullopt;
    return Decimal::normal(static_cast<std::int64_t>(out.mantissa), static_cast<std::uint8_t>(out.scale));
}

}  // namespace tern::formula

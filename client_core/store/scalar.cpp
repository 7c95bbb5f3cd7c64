#include "client_core/store/scalar.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace tern::store {
namespace {

using schema::Type;

enum class Storage { kInteger, kBoolean, kDecimal, kText, kBytes, kId };

Storage storage_of(Type type) {
    switch (type) {
        case Type::integer:
        case Type::date:
        case Type::datetime:
        case Type::duration:
            return Storage::kInteger;
        case Type::boolean:
            return Storage::kBoolean;
        case Type::decimal:
        case Type::percent:
            return Storage::kDecimal;
        case Type::blob:
            return Storage::kBytes;
        case Type::ref:
            return Storage::kId;
        default:
            return Storage::kText;
    }
}

/// A fraction is a REAL, so that SQL can add it up; 15 digits survive the way there and back.
double real_of(Decimal decimal) { return static_cast<double>(decimal.mantissa) / std::pow(10.0, decimal.scale); }

bool put_decimal(Decimal value, Bound& out) {
    if (value.scale == 0) {
        out = Bound(value.mantissa);
        return true;
    }
    const double real = real_of(value);
    out = Bound(real);
    return decimal_of(real) == value;
}

}  // namespace

Decimal decimal_of(double real) {
    char digits[40];
    std::snprintf(digits, sizeof digits, "%.14e", real);  // d.dddddddddddddde±xx
    const std::string_view all = digits;
    const auto exponent_at = all.find('e');
    if (exponent_at == std::string_view::npos) return {};
    std::int64_t mantissa = 0;
    for (const char c : all.substr(0, exponent_at))
        if (c >= '0' && c <= '9') mantissa = mantissa * 10 + (c - '0');
    int scale = 14 - std::atoi(digits + exponent_at + 1);
    while (scale > 0 && mantissa != 0 && mantissa % 10 == 0) {
        mantissa /= 10;
        --scale;
    }
    if (scale < 0 || scale > 18) return {};
    return Decimal::normal(real < 0 ? -mantissa : mantissa, static_cast<std::uint8_t>(scale));
}

bool put_scalar(Type type, const Value& value, Bound& out) {
    switch (storage_of(type)) {
        case Storage::kInteger:
            if (const auto* v = value.as<std::int64_t>()) return out = Bound(*v), true;
            return false;
        case Storage::kBoolean:
            if (const auto* v = value.as<bool>()) return out = Bound(*v ? 1 : 0), true;
            return false;
        case Storage::kDecimal:
            if (const auto* v = value.as<Decimal>()) return put_decimal(*v, out);
            return false;
        case Storage::kText:
            if (const auto* v = value.as<std::string>()) return out = Bound(*v), true;
            return false;
        case Storage::kBytes:
            if (const auto* v = value.as<Bytes>()) return out = Bound(*v), true;
            return false;
        case Storage::kId:
            if (const auto* v = value.as<AnyId>()) return out = Bound(v->bytes), true;
            return false;
    }
    return false;
}

Value get_scalar(Type type, const Rows& rows, int column) {
    if (rows.is_null(column)) return {};
    switch (storage_of(type)) {
        case Storage::kInteger:
            return rows.integer(column);
        case Storage::kBoolean:
            return rows.integer(column) != 0;
        case Storage::kDecimal:
            return rows.is_integer(column) ? Decimal{rows.integer(column), 0} : decimal_of(rows.real(column));
        case Storage::kText:
            return std::string(rows.text(column));
        case Storage::kBytes:
            return copy(rows.blob(column));
        case Storage::kId:
            return AnyId{array_of<16>(rows.blob(column))};
    }
    return {};
}

}  // namespace tern::store

// A value, as cells hold it, in its one canonical encoding. Checked without the schema, so that old and new apps judge
// alike (protocol/README.md, "Values").
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "protocol/base/bytes.h"
#include "protocol/base/result.h"

namespace tern {

/// mantissa / 10^scale; scale 0..18; no trailing zeros, and zero has scale 0.
struct Decimal {
    std::int64_t mantissa = 0;
    std::uint8_t scale = 0;

    bool operator==(const Decimal&) const = default;
    /// The same number without trailing zeros.
    static Decimal normal(std::int64_t mantissa, std::uint8_t scale);
};

struct AnyId {
    std::array<std::uint8_t, 16> bytes{};
    bool operator==(const AnyId&) const = default;
};

class Value {
public:
    using List = std::vector<Value>;
    using Member = std::pair<std::uint32_t, Value>;
    /// By field number, strictly ascending.
    using Map = std::vector<Member>;
    using Variant = std::variant<std::monostate, bool, std::int64_t, Decimal, std::string, Bytes, AnyId, List, Map>;

    Value() = default;  ///< null
    Value(bool v) : v_(v) {}
    Value(std::int64_t v) : v_(v) {}
    Value(Decimal v) : v_(v) {}
    Value(std::string v) : v_(std::move(v)) {}
    Value(const char*) = delete;  // would become a bool
    Value(Bytes v) : v_(std::move(v)) {}
    Value(AnyId v) : v_(v) {}
    Value(List v) : v_(std::move(v)) {}
    Value(Map v) : v_(std::move(v)) {}

    bool is_null() const { return std::holds_alternative<std::monostate>(v_); }
    /// The value if it is of that kind, else nullptr.
    template <class T>
    const T* as() const {
        return std::get_if<T>(&v_);
    }
    template <class T>
    T* as() {
        return std::get_if<T>(&v_);
    }
    const Variant& variant() const { return v_; }
    bool operator==(const Value&) const = default;

    /// The member of a map; nullptr where there is none, or this is no map.
    const Value* member(std::uint32_t number) const;
    /// Sets or replaces a map's member, keeping the order; makes a map of whatever stood here before.
    void set_member(std::uint32_t number, Value value);

private:
    Variant v_;
};

/// The one encoding. Appends to `out`. A map must be in order, a decimal normal.
void encode(const Value& value, Bytes& out);
Bytes encode(const Value& value);
/// Refuses with `malformed` whatever is not the canonical encoding of exactly one value, and `too_big` over the limits.
Result<Value> decode_value(ByteView bytes);

}  // namespace tern

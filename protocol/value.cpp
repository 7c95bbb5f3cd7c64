#include "protocol/value.h"

#include <algorithm>

#include "protocol/base/utf8.h"
#include "protocol/limits.h"

namespace tern {
namespace {

enum Kind : std::uint8_t { kNull, kFalse, kTrue, kInt, kDecimal, kText, kBytes, kId, kList, kMap };

void put_varint(std::uint64_t v, Bytes& out) {
    while (v >= 0x80) {
        out.push_back(static_cast<std::uint8_t>(v | 0x80));
        v >>= 7;
    }
    out.push_back(static_cast<std::uint8_t>(v));
}

std::uint64_t zigzag(std::int64_t v) {
    return static_cast<std::uint64_t>(v) << 1 ^ static_cast<std::uint64_t>(v >> 63);
}
std::int64_t unzigzag(std::uint64_t v) { return static_cast<std::int64_t>(v >> 1) ^ -static_cast<std::int64_t>(v & 1); }

void put_bytes(Kind kind, ByteView bytes, Bytes& out) {
    out.push_back(kind);
    put_varint(bytes.size(), out);
    out.insert(out.end(), bytes.begin(), bytes.end());
}

/// Reads one value; every refusal makes ok false and the rest is skipped. Without `keep`, lists and maps are judged and
/// forgotten: nothing is allocated for them.
class Decoder {
public:
    Decoder(ByteView in, bool keep) : in_(in), keep_(keep) {}

    bool ok() const { return ok_ && at_ == in_.size(); }

    Value value(int depth) {
        if (depth > limits::kValueDepth) return refuse();
        switch (byte()) {
            case kNull:
                return {};
            case kFalse:
                return false;
            case kTrue:
                return true;
            case kInt:
                return unzigzag(varint());
            case kDecimal:
                return decimal();
            case kText:
                return text_value();
            case kBytes:
                return copy(run());
            case kId:
                return AnyId{array_of<16>(take(16))};
            case kList:
                return list(depth);
            case kMap:
                return map(depth);
            default:
                return refuse();
        }
    }

private:
    Value refuse() {
        ok_ = false;
        at_ = in_.size();
        return {};
    }

    std::uint8_t byte() {
        if (at_ >= in_.size()) {
            refuse();
            return 0xff;
        }
        return in_[at_++];
    }

    ByteView take(std::size_t n) {
        if (n > in_.size() - at_) {
            refuse();
            return {};
        }
        at_ += n;
        return in_.subspan(at_ - n, n);
    }

    std::uint64_t varint() {
        std::uint64_t v = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::uint8_t b = byte();
            if (shift == 63 && b > 1) break;
            v |= static_cast<std::uint64_t>(b & 0x7f) << shift;
            if ((b & 0x80) == 0) {
                if (b == 0 && shift > 0) break;  // not minimal
                return v;
            }
        }
        refuse();
        return 0;
    }

    ByteView run() {
        const auto n = varint();
        return n > in_.size() ? (refuse(), ByteView{}) : take(static_cast<std::size_t>(n));
    }

    Value decimal() {
        const std::uint8_t scale = byte();
        const Decimal d{unzigzag(varint()), scale};
        if (scale > 18 || d != Decimal::normal(d.mantissa, scale)) return refuse();
        return d;
    }

    Value text_value() {
        const auto bytes = run();
        if (!is_utf8(bytes)) return refuse();
        return std::string(text(bytes));
    }

    Value list(int depth) {
        const auto n = varint();
        if (n > in_.size() - at_) return refuse();
        Value::List out;
        for (std::uint64_t i = 0; i < n && ok_; ++i) {
            Value item = value(depth + 1);
            if (keep_) out.push_back(std::move(item));
        }
        return out;
    }

    Value map(int depth) {
        const auto n = varint();
        if (n > in_.size() - at_) return refuse();
        Value::Map out;
        std::uint64_t least = 0;
        for (std::uint64_t i = 0; i < n && ok_; ++i) {
            const auto number = varint();
            if (number > 0xffffffffU || number < least) return refuse();
            least = number + 1;
            Value item = value(depth + 1);
            if (keep_) out.emplace_back(static_cast<std::uint32_t>(number), std::move(item));
        }
        return out;
    }

    ByteView in_;
    bool keep_;
    std::size_t at_ = 0;
    bool ok_ = true;
};

/// A value of one byte takes forty in memory: larger ones are judged before anything is made of them.
constexpr std::size_t kSmallBytes = 4096;

struct Encoder {
    Bytes& out;

    void operator()(std::monostate) const { out.push_back(kNull); }
    void operator()(bool v) const { out.push_back(v ? kTrue : kFalse); }
    void operator()(std::int64_t v) const {
        out.push_back(kInt);
        put_varint(zigzag(v), out);
    }
    void operator()(Decimal v) const {
        out.push_back(kDecimal);
        out.push_back(v.scale);
        put_varint(zigzag(v.mantissa), out);
    }
    void operator()(const std::string& v) const { put_bytes(kText, view(v), out); }
    void operator()(const Bytes& v) const { put_bytes(kBytes, v, out); }
    void operator()(const AnyId& v) const {
        out.push_back(kId);
        out.insert(out.end(), v.bytes.begin(), v.bytes.end());
    }
    void operator()(const Value::List& v) const {
        out.push_back(kList);
        put_varint(v.size(), out);
        for (const auto& item : v) encode(item, out);
    }
    void operator()(const Value::Map& v) const {
        out.push_back(kMap);
        put_varint(v.size(), out);
        for (const auto& [number, item] : v) {
            put_varint(number, out);
            encode(item, out);
        }
    }
};

}  // namespace

Decimal Decimal::normal(std::int64_t mantissa, std::uint8_t scale) {
    while (scale > 0 && mantissa % 10 == 0) {
        mantissa /= 10;
        --scale;
    }
    return {mantissa, scale};
}

const Value* Value::member(std::uint32_t number) const {
    const auto* map = as<Map>();
    if (map == nullptr) return nullptr;
    const auto at = std::lower_bound(map->begin(), map->end(), number,
                                     [](const Member& m, std::uint32_t n) { return m.first < n; });
    return at != map->end() && at->first == number ? &at->second : nullptr;
}

void Value::set_member(std::uint32_t number, Value value) {
    if (as<Map>() == nullptr) v_ = Map{};
    auto& map = *as<Map>();
    const auto at =
        std::lower_bound(map.begin(), map.end(), number, [](const Member& m, std::uint32_t n) { return m.first < n; });
    if (at != map.end() && at->first == number)
        at->second = std::move(value);
    else
        map.emplace(at, number, std::move(value));
}

void encode(const Value& value, Bytes& out) { std::visit(Encoder{out}, value.variant()); }

Bytes encode(const Value& value) {
    Bytes out;
    encode(value, out);
    return out;
}

Result<Value> decode_value(ByteView bytes) {
    if (bytes.size() > limits::kDeltaBodyBytes) return fail(Fault::too_big, "a value is larger than a delta may be");
    const auto refused = [] { return fail(Fault::malformed, "a value is not in its canonical encoding"); };
    if (bytes.size() > kSmallBytes) {
        Decoder judge{bytes, false};
        judge.value(1);
        if (!judge.ok()) return refused();
    }
    Decoder decoder{bytes, true};
    Value value = decoder.value(1);
    if (!decoder.ok()) return refused();
    return value;
}

}  // namespace tern

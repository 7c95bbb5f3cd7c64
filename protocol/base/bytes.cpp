#include "protocol/base/bytes.h"

#include <algorithm>

namespace tern {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kCrockfordDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

int crockford_value(char c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    const auto at = kCrockfordDigits.find(c);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

}  // namespace

bool less(ByteView a, ByteView b) { return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end()); }

std::string hex(ByteView bytes) {
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        out += kHexDigits[byte >> 4];
        out += kHexDigits[byte & 15];
    }
    return out;
}

std::optional<Bytes> from_hex(std::string_view text) {
    if (text.size() % 2 != 0) return std::nullopt;
    Bytes out;
    out.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = hex_value(text[i]);
        const int low = hex_value(text[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        out.push_back(static_cast<std::uint8_t>(high << 4 | low));
    }
    return out;
}

std::string crockford32(ByteView bytes) {
    std::string out;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const auto byte : bytes) {
        buffer = buffer << 8 | byte;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            out += kCrockfordDigits[buffer >> bits & 31];
        }
        buffer &= (1U << bits) - 1;
    }
    if (bits > 0) out += kCrockfordDigits[buffer << (5 - bits) & 31];
    return out;
}

std::optional<Bytes> from_crockford32(std::string_view text) {
    Bytes out;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const char c : text) {
        if (c == '-') continue;
        const int value = crockford_value(c);
        if (value < 0) return std::nullopt;
        buffer = buffer << 5 | static_cast<std::uint32_t>(value);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            out.push_back(static_cast<std::uint8_t>(buffer >> bits));
            buffer &= (1U << bits) - 1;
        }
    }
    if (bits >= 5 || buffer != 0) return std::nullopt;
    return out;
}

ByteView ByteReader::raw(std::size_t n) {
    if (!ok_ || n > left()) {
        ok_ = false;
        return {};
    }
    const auto out = bytes_.subspan(at_, n);
    at_ += n;
    return out;
}

std::uint64_t ByteReader::get(std::size_t width) {
    std::uint64_t v = 0;
    for (const auto byte : raw(width)) v = v << 8 | byte;
    return v;
}

}  // namespace tern

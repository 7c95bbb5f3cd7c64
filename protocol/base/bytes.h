// Bytes: the owning and the borrowed kind, a reader that cannot run over, a writer, and their spellings as text.
// All integers are big-endian (crypto design, section 2).
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tern {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;
using Hash = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

inline ByteView view(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view text(ByteView bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
inline Bytes copy(ByteView bytes) { return {bytes.begin(), bytes.end()}; }
inline bool equal(ByteView a, ByteView b) {
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size()) == 0);
}
/// Lexicographic, shorter first on a common prefix: the order of memcmp.
bool less(ByteView a, ByteView b);

template <std::size_t N>
std::array<std::uint8_t, N> array_of(ByteView bytes) {
    std::array<std::uint8_t, N> out{};
    if (bytes.size() == N) std::memcpy(out.data(), bytes.data(), N);
    return out;
}

std::string hex(ByteView bytes);
/// Nothing for an odd length or a character that is no hex digit.
std::optional<Bytes> from_hex(std::string_view text);

/// Crockford's base 32, upper case, without check characters (https://www.crockford.com/base32.html).
std::string crockford32(ByteView bytes);
/// Takes lower case, O for 0, I and L for 1, and hyphens anywhere; nothing for other characters or left-over bits.
std::optional<Bytes> from_crockford32(std::string_view text);

/// Appends fixed-width fields to a byte string.
class ByteWriter {
public:
    ByteWriter& u8(std::uint8_t v) { return put(v, 1); }
    ByteWriter& u16(std::uint16_t v) { return put(v, 2); }
    ByteWriter& u32(std::uint32_t v) { return put(v, 4); }
    ByteWriter& u64(std::uint64_t v) { return put(v, 8); }
    ByteWriter& raw(ByteView bytes) {
        out_.insert(out_.end(), bytes.begin(), bytes.end());
        return *this;
    }
    /// u32 length, then the bytes.
    ByteWriter& lp(ByteView bytes) { return u32(static_cast<std::uint32_t>(bytes.size())).raw(bytes); }
    ByteWriter& zeros(std::size_t n) {
        out_.resize(out_.size() + n, 0);
        return *this;
    }

    std::size_t size() const { return out_.size(); }
    ByteView bytes() const { return out_; }
    Bytes take() { return std::move(out_); }

private:
    ByteWriter& put(std::uint64_t v, int width) {
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) out_.push_back(static_cast<std::uint8_t>(v >> shift));
        return *this;
    }
    Bytes out_;
};

/// Reads fixed-width fields. Running over yields zeros and makes ok() false for good, so that a whole layout can be
/// read in one go and judged once, by done().
class ByteReader {
public:
    explicit ByteReader(ByteView bytes) : bytes_(bytes) {}

    std::uint8_t u8() { return static_cast<std::uint8_t>(get(1)); }
    std::uint16_t u16() { return static_cast<std::uint16_t>(get(2)); }
    std::uint32_t u32() { return static_cast<std::uint32_t>(get(4)); }
    std::uint64_t u64() { return get(8); }
    /// A view into what is read; empty when there is not enough.
    ByteView raw(std::size_t n);
    ByteView lp() { return raw(u32()); }
    template <std::size_t N>
    std::array<std::uint8_t, N> array() {
        return array_of<N>(raw(N));
    }

    bool ok() const { return ok_; }
    /// Everything was there, and nothing is left over.
    bool done() const { return ok_ && at_ == bytes_.size(); }
    std::size_t left() const { return bytes_.size() - at_; }
    std::size_t position() const { return at_; }

private:
    std::uint64_t get(std::size_t width);
    ByteView bytes_;
    std::size_t at_ = 0;
    bool ok_ = true;
};

}  // namespace tern

#include "client_core/crm/text.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace tern::crm {
namespace {

constexpr std::size_t kQuotedBytes = 40;

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Bytes of the white space at the start; 0 where there is none.
std::size_t space_at(std::string_view text) {
    if (text.empty()) return 0;
    if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) return 1;
    for (const std::string_view wide : {"\u00a0", "\u3000", "\ufeff"})
        if (text.starts_with(wide)) return wide.size();
    return 0;
}

std::size_t space_before_end(std::string_view text) {
    for (std::size_t n = 1; n <= 3 && n <= text.size(); ++n)
        if (space_at(text.substr(text.size() - n)) == n) return n;
    return 0;
}

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (const auto n = space_at(text)) text.remove_prefix(n);
    while (const auto n = space_before_end(text)) text.remove_suffix(n);
    return text;
}

std::string folded(std::string_view text) {
    std::string out;
    if (is_ascii(text)) {
        out.assign(text);
        for (char& c : out)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return out;
    }
    UErrorCode error = U_ZERO_ERROR;
    const auto* folder = icu::Normalizer2::getNFKCCasefoldInstance(error);
    icu::StringByteSink<std::string> sink{&out};
    if (U_SUCCESS(error))
        folder->normalizeUTF8(0, {text.data(), static_cast<int32_t>(text.size())}, sink, nullptr, error);
    return U_SUCCESS(error) ? out : std::string(text);
}

std::string loose(std::string_view text) {
    const std::string all = folded(text);
    std::string out;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(all.data());
    const auto length = static_cast<int32_t>(all.size());
    for (int32_t at = 0; at < length;) {
        const int32_t start = at;
        UChar32 c = 0;
        U8_NEXT(bytes, at, length, c);
        if (c >= 0 && u_isalnum(c))
            out.append(all, static_cast<std::size_t>(start), static_cast<std::size_t>(at - start));
    }
    return out;
}

std::string quoted(std::string_view text) {
    std::size_t n = std::min(text.size(), kQuotedBytes);
    while (n > 0 && n < text.size() && (static_cast<unsigned char>(text[n]) & 0xc0) == 0x80) --n;
    std::string out{"\""};
    for (const char c : text.substr(0, n)) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    return out + (n < text.size() ? "…\"" : "\"");
}

std::vector<std::string_view> pieces(std::string_view text, char separator) {
    std::vector<std::string_view> out;
    while (true) {
        const auto end = text.find(separator);
        const auto piece = trimmed(text.substr(0, end));
        if (!piece.empty()) out.push_back(piece);
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

std::string nearest(std::string_view wanted, const std::vector<std::string>& candidates) {
    std::string best;
    std::size_t least = wanted.size() / 3 + 2;
    if (wanted.size() > 64) return best;
    for (const auto& candidate : candidates) {
        const bool part = wanted.size() >= 3 && candidate.find(wanted) != std::string::npos;
        const std::size_t far = part ? 1 : distance(wanted, candidate);
        if (far >= least) continue;
        least = far;
        best = candidate;
    }
    return best;
}

}  // namespace tern::crm

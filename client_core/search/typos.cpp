#include "client_core/search/typos.h"

#include <algorithm>

namespace tern::search {
namespace {

constexpr std::size_t kOneEdit = 4, kTwoEdits = 8;

Range range(Kind kind, std::string_view start) {
    Range out{kind, std::string(1, static_cast<char>(kind)) + std::string(start), {}};
    out.end = out.first;
    ++out.end.back();
    return out;
}

}  // namespace

std::size_t edits_allowed(std::string_view word) {
    const bool letters = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return !letters || word.size() < kOneEdit ? 0 : word.size() < kTwoEdits ? 1 : 2;
}

std::size_t edits_between(std::string_view a, std::string_view b, std::size_t limit) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > limit || b.size() > kWordBytes) return limit + 1;
    std::size_t rows[3][kWordBytes + 1];
    std::size_t *before = rows[0], *last = rows[1], *now = rows[2];
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
            least = std::min(least, now[j]);
        }
        if (least > limit) return limit + 1;
        std::swap(before, last);
        std::swap(last, now);
    }
    return std::min(last[b.size()], limit + 1);
}

std::vector<Range> ranges_near(std::string_view word) {
    const std::size_t edits = edits_allowed(word);
    if (edits == 0) return {};
    const std::size_t part = word.size() / (edits + 1);
    const auto start = word.substr(0, part);
    return {range(Kind::title, start), range(Kind::pinyin, start),
            range(Kind::reversed, backwards(word.substr(word.size() - part)))};
}

}  // namespace tern::search

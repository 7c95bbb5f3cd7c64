#include "client_core/cli/output.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdio>

namespace tern::cli {
namespace {

constexpr std::size_t kCellWidth = 48;

int width_of(UChar32 c) {
    if (c < 0x20 || c == 0x7f) return 0;
    const auto type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
    const int wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return wide == U_EA_FULLWIDTH || wide == U_EA_WIDE ? 2 : 1;
}

/// On one line and no wider than a cell may be.
std::string fitted(std::string_view text, std::size_t most) {
    std::string out;
    std::size_t width = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (int32_t at = 0; at < static_cast<int32_t>(text.size());) {
        const int32_t start = at;
        UChar32 c = 0;
        U8_NEXT(bytes, at, static_cast<int32_t>(text.size()), c);
        const auto next = static_cast<std::size_t>(width_of(c));
        if (width + next > most) return out + "…";
        width += next;
        if (c < 0x20 || c == 0x7f)
            out += ' ';
        else
            out.append(text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start)));
    }
    return out;
}

bool output_failed = false;

void write(std::FILE* to, std::string_view text) {
    const bool written = std::fwrite(text.data(), 1, text.size(), to) == text.size() && std::fputc('\n', to) != EOF &&
                         std::fflush(to) == 0;
    output_failed |= !written && to == stdout;
}

}  // namespace

int refuse(const Failure& failure) {
    std::string line = "tern: " + failure.text();
    std::replace(line.begin(), line.end(), '\n', ' ');
    write(stderr, line);
    return kRefused;
}

int ended(int status) {
    if (status != kDone || !output_failed) return status;
    return refuse(fail(Fault::storage, "what was to be printed could not be written",
                       "make room where the output goes; what the command did is done"));
}

void print_line(std::string_view text) { write(stdout, text); }
void remark(std::string_view text) { write(stderr, text); }
void print_json(const Json& json) { write(stdout, json.dump()); }

std::size_t display_width(std::string_view text) {
    std::size_t out = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (int32_t at = 0; at < static_cast<int32_t>(text.size());) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, static_cast<int32_t>(text.size()), c);
        out += static_cast<std::size_t>(width_of(c));
    }
    return out;
}

void print_table(const std::vector<std::string>& heads, const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths(heads.size(), 0);
    std::vector<std::vector<std::string>> cells;
    for (const auto& row : rows) {
        auto& line = cells.emplace_back();
        for (std::size_t i = 0; i < heads.size(); ++i) {
            line.push_back(fitted(row[i], kCellWidth));
            widths[i] = std::max(widths[i], display_width(line.back()));
        }
    }
    for (std::size_t i = 0; i < heads.size(); ++i)
        if (widths[i] > 0) widths[i] = std::max(widths[i], display_width(heads[i]));
    const auto print = [&](const std::vector<std::string>& line) {
        std::string out;
        for (std::size_t i = 0; i < heads.size(); ++i)
            if (widths[i] > 0)
                out += line[i] + std::string(widths[i] - std::min(widths[i], display_width(line[i])) + 2, ' ');
        print_line(std::string_view{out}.substr(0, out.find_last_not_of(' ') + 1));
    };
    print(heads);
    for (const auto& line : cells) print(line);
}

void print_objects(const Json& array, const std::vector<std::string>& members) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& [name, object] : array.members()) {
        auto& row = rows.emplace_back();
        for (const auto& member : members) {
            const Json* value = object.find(member);
            row.push_back(value == nullptr ? std::string{} : value->plain());
        }
    }
    print_table(members, rows);
}

}  // namespace tern::cli

#include "client_core/exchange/table.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "client_core/exchange/calendar_table.h"
#include "client_core/exchange/card_table.h"
#include "client_core/exchange/csv.h"
#include "client_core/exchange/json_table.h"
#include "client_core/exchange/xlsx_table.h"

namespace tern::exchange {
namespace {

struct Spelling {
    std::string_view name;
    Format format;
};
constexpr Spelling kSpellings[] = {{"csv", Format::csv},     {"tsv", Format::csv},      {"txt", Format::csv},
                                   {"xlsx", Format::xlsx},   {"xlsm", Format::xlsx},    {"json", Format::json},
                                   {"jsonl", Format::jsonl}, {"ndjson", Format::jsonl}, {"vcard", Format::vcard},
                                   {"vcf", Format::vcard},   {"ical", Format::ical},    {"ics", Format::ical}};

std::string lower(std::string_view text) {
    std::string out{text};
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

/// The first letters that mean something, without marks and zeros of wide encodings.
std::string opening(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    std::array<char, 256> bytes{};
    file.read(bytes.data(), bytes.size());
    std::string out;
    for (std::streamsize i = 0; i < file.gcount(); ++i) {
        const char c = bytes[static_cast<std::size_t>(i)];
        const bool skipped = c == '\0' || (out.empty() && (c <= ' ' || static_cast<unsigned char>(c) >= 0xef));
        if (!skipped) out += c;
    }
    return out;
}

bool is_dangerous(std::string_view text) {
    if (text.empty()) return false;
    if (std::string_view{"=+-@\t\r\n"}.find(text[0]) != std::string_view::npos) return true;
    for (const std::string_view wide : {"＝", "＋", "－", "＠"})
        if (text.starts_with(wide)) return true;
    return false;
}

}  // namespace

void TableRow::clear() {
    for (auto& cell : cells) cell.clear();
    kinds.clear();
    broken.clear();
    remarks.clear();
}

void TableRow::put(std::size_t column, std::string text, CellKind kind) {
    if (cells.size() <= column) cells.resize(column + 1);
    if (kinds.size() < cells.size()) kinds.resize(cells.size(), CellKind::text);
    cells[column] = std::move(text);
    kinds[column] = kind;
}

Result<Format> format_named(std::string_view name) {
    for (const auto& spelling : kSpellings)
        if (spelling.name == lower(name)) return spelling.format;
    return fail(Fault::bad_argument, "that is no format that Tern knows", "csv, xlsx, json, jsonl, vcard or ical");
}

Result<Format> format_of(const std::string& path) {
    std::error_code unknown;
    if (std::filesystem::is_directory(path, unknown))
        return fail(Fault::bad_argument, "that is a folder, not a file", "give a file");
    const auto ending = std::filesystem::path{path}.extension().string();
    if (ending == ".xls")
        return fail(Fault::unsupported, "that is a workbook of the old binary kind", "save it as .xlsx or as CSV");
    const std::string start = opening(path);
    if (start.starts_with("PK\x03\x04")) return Format::xlsx;
    if (lower(start).starts_with("begin:vcard")) return Format::vcard;
    if (lower(start).starts_with("begin:vcalendar")) return Format::ical;
    if (ending.size() > 1)
        if (auto told = format_named(ending.substr(1))) return told;
    if (start.starts_with('[')) return Format::json;
    if (start.starts_with('{')) return Format::jsonl;
    return Format::csv;
}

Result<std::unique_ptr<TableSource>> open_table(const std::string& path, Format format, const TableOptions& options) {
    const auto held = [](auto source) -> Result<std::unique_ptr<TableSource>> {
        if (!source) return source.error();
        return std::unique_ptr<TableSource>(std::move(*source));
    };
    switch (format) {
        case Format::csv:
            return held(CsvReader::open(path, options));
        case Format::xlsx:
            return held(XlsxTable::open(path, options.sheet));
        case Format::json:
        case Format::jsonl:
            return held(JsonTable::open(path, options));
        case Format::vcard:
            return held(CardTable::open(path, options));
        case Format::ical:
            return held(CalendarTable::open(path, options));
    }
    return fail(Fault::internal, "a format that nobody reads");
}

bool needs_guard(std::string_view text) {
    const auto first = text.find_first_not_of('\'');
    return first != std::string_view::npos && is_dangerous(text.substr(first));
}

std::string guarded(std::string_view text) { return needs_guard(text) ? "'" + std::string(text) : std::string(text); }

void take_guard_off(std::string& text) {
    if (text.starts_with('\'') && needs_guard(text)) text.erase(0, 1);
}

}  // namespace tern::exchange

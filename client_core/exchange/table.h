// A file as a table: named columns and rows, read one after the other, whatever the format. No schema in here.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "protocol/base/result.h"

namespace tern::exchange {

enum class CellKind : std::uint8_t {
    text,   ///< as people write it: numbers and dates in their country's way
    exact,  ///< a number with a point, a date as ISO has it, `true` or `false`
    json,   ///< an array or object
};

struct TableRow {
    std::vector<std::string> cells;    ///< by column; where it is shorter than the header, the rest is empty
    std::vector<CellKind> kinds;       ///< as many as cells, or none: all are text
    std::string broken;                ///< why the row cannot be taken; empty: it can
    std::vector<std::string> remarks;  ///< it can, but not whole

    void clear();
    void put(std::size_t column, std::string text, CellKind kind);
    CellKind kind(std::size_t column) const { return column < kinds.size() ? kinds[column] : CellKind::text; }
};

class TableSource {
public:
    virtual ~TableSource() = default;
    /// What is known of the columns: with JSON, vCard and iCalendar it grows until the first pass has reached the end,
    /// and stays.
    virtual const std::vector<std::string>& header() const = 0;
    /// The next row that is not empty. False at the end. A failure is the file's: nothing after it can be read.
    virtual Result<bool> next(TableRow& row) = 0;
    /// To the first row again.
    virtual Status rewind() = 0;
    /// What of the file is no row of this table, for people.
    virtual std::vector<std::string> left_out() const { return {}; }
};

enum class Format : std::uint8_t { csv, xlsx, json, jsonl, vcard, ical };
/// By name: csv (tsv), xlsx, json, jsonl (ndjson), vcard (vcf), ical (ics).
Result<Format> format_named(std::string_view name);
/// By the file's ending, else by its first bytes.
Result<Format> format_of(const std::string& path);

struct TableOptions {
    std::string encoding;   ///< ICU's name; empty: told from the bytes
    char delimiter = '\0';  ///< CSV; none: told from the header
    std::string sheet;      ///< XLSX; empty: the first
    std::string component;  ///< iCalendar: VEVENT or VTODO
    std::string zone;       ///< iCalendar: of times that name none
};
Result<std::unique_ptr<TableSource>> open_table(const std::string& path, Format format, const TableOptions& options);

/// A cell that a spreadsheet would run as a formula is written with an apostrophe before it, and read without.
bool needs_guard(std::string_view text);
std::string guarded(std::string_view text);
void take_guard_off(std::string& text);

}  // namespace tern::exchange

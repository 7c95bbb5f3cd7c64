#include "client_core/exchange/csv.h"

#include <algorithm>

#include "client_core/exchange/limits.h"
#include "protocol/base/utf8.h"

namespace tern::exchange {
namespace {

constexpr int kEnd = TextSource::kEnd;
constexpr std::string_view kSeparators = ",;\t|";

/// Whichever stands in the header most often outside quotes; the comma before the others.
char separator_in(std::string_view line) {
    std::size_t counts[kSeparators.size()] = {};
    bool in_quotes = false;
    for (const char c : line) {
        if (c == '"') in_quotes = !in_quotes;
        if ((c == '\n' || c == '\r') && !in_quotes) break;
        const auto which = in_quotes ? std::string_view::npos : kSeparators.find(c);
        if (which != std::string_view::npos) ++counts[which];
    }
    return kSeparators[static_cast<std::size_t>(std::max_element(std::begin(counts), std::end(counts)) - counts)];
}

bool is_line_end(int c) { return c == '\n' || c == '\r'; }

void say(TableRow& row, std::string what) {
    if (row.broken.empty()) row.broken = std::move(what);
}

std::string mebibytes(std::size_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

}  // namespace

Failure CsvReader::broken(const std::string& what) const {
    return fail(Fault::malformed, "line " + std::to_string(record_line_) + " of the file " + what,
                "mend the file and import it again");
}

Result<std::unique_ptr<CsvReader>> CsvReader::open(const std::string& path, const TableOptions& options) {
    TERN_TRY(text, TextSource::open(path, options.encoding));
    std::unique_ptr<CsvReader> out{new CsvReader{std::move(text), options.delimiter}};
    TERN_CHECK(out->start());
    return out;
}

int CsvReader::get() {
    const int c = text_.get();
    if (c == '\n' || (c == '\r' && text_.peek() != '\n')) ++line_;
    return c;
}

/// `sep=;` on a line of its own is what Excel writes and reads.
void CsvReader::read_separator() {
    const auto ahead = text_.ahead();
    const bool said = ahead.size() > 5 && ahead.starts_with("sep=") && is_line_end(ahead[5]);
    if (told_ == '\0') separator_ = said ? ahead[4] : separator_in(ahead);
    if (!said) return;
    while (!is_line_end(peek())) get();
    if (get() == '\r' && peek() == '\n') get();
}

Status CsvReader::start() {
    read_separator();
    TableRow row;
    TERN_TRY(any, read_record(row));
    if (!any) return fail(Fault::malformed, "the file is empty", "its first line must name the columns");
    if (!row.broken.empty()) return broken(row.broken);
    for (const auto& name : row.cells)
        if (!is_utf8(view(name))) return broken("is not " + text_.encoding() + ", as the rest of it seems to be");
    header_ = std::move(row.cells);
    for (auto& name : header_) {
        const auto from = name.find_first_not_of(" \t");
        name = from == std::string::npos ? "" : name.substr(from, name.find_last_not_of(" \t") - from + 1);
    }
    return ok();
}

Status CsvReader::rewind() {
    TERN_CHECK(text_.rewind());
    line_ = record_line_ = 1;
    read_separator();
    TableRow row;
    TERN_CHECK(read_record(row));
    return ok();
}

Result<bool> CsvReader::next(TableRow& row) {
    while (true) {
        TERN_TRY(any, read_record(row));
        if (!any) return false;
        if (row.cells.size() == 1 && row.cells[0].empty() && row.broken.empty()) continue;
        judge(row);
        return true;
    }
}

/// A row that does not fit is refused by itself; the rows around it are good.
void CsvReader::judge(TableRow& row) const {
    if (row.cells.size() != header_.size())
        say(row, "the row has " + std::to_string(row.cells.size()) + " fields and the header " +
                     std::to_string(header_.size()) + "; mend the row");
    for (auto& cell : row.cells) {
        take_guard_off(cell);
        if (text_.is_utf8() ? !is_utf8(view(cell)) : cell.find("\xef\xbf\xbd") != std::string::npos)
            say(row, "the row has bytes that are not " + text_.encoding() + "; save the whole file in one encoding");
    }
}

void CsvReader::append(std::string& field, int c, TableRow& row) {
    if (!row.broken.empty()) return;  // nobody will read it
    if (c == 0)
        row.broken = "the row has zero bytes in it; it is no text";
    else if (field.size() >= limits::kFieldBytes)
        row.broken = "the row has a field over " + mebibytes(limits::kFieldBytes);
    else
        field += static_cast<char>(c);
}

Result<bool> CsvReader::read_record(TableRow& row) {
    row.clear();
    record_line_ = line_;
    if (peek() == kEnd) return false;
    std::size_t count = 0, bytes = 0;
    std::string spare;  // for fields beyond what a row may have
    while (true) {
        const bool kept = count < limits::kColumns && bytes <= limits::kRowBytes;
        if (count >= limits::kColumns) say(row, "has more than " + std::to_string(limits::kColumns) + " columns");
        if (bytes > limits::kRowBytes) say(row, "the row is longer than " + mebibytes(limits::kRowBytes));
        if (kept && row.cells.size() == count) row.cells.emplace_back();
        std::string& field = kept ? row.cells[count] : spare;
        field.clear();
        if (kept) ++count;
        if (peek() == '"') TERN_CHECK(read_quoted(field, row));
        int c = get();
        while (c != kEnd && c != separator_ && !is_line_end(c)) {
            append(field, c, row);
            c = get();
        }
        bytes += field.size();
        if (c == separator_) continue;
        if (c == '\r' && peek() == '\n') get();
        row.cells.resize(count);
        return true;
    }
}

/// From the opening quote to the one that closes it; what follows must be a separator or the line's end.
Status CsvReader::read_quoted(std::string& field, TableRow& row) {
    get();
    while (true) {
        const int c = get();
        if (c == kEnd) return broken("opens a quote that is never closed");
        if (c == '"') {
            if (peek() != '"') break;
            get();
        }
        append(field, c, row);
    }
    const int after = peek();
    if (after != kEnd && after != separator_ && !is_line_end(after)) say(row, "the row has text after a closing quote");
    return ok();
}

void write_csv_field(std::string_view field, std::string& out) {
    if (field.find_first_of(",\"\r\n;\t") == std::string_view::npos && !field.starts_with(' ') &&
        !field.ends_with(' ')) {
        out += field;
        return;
    }
    out += '"';
    for (const char c : field) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace tern::exchange

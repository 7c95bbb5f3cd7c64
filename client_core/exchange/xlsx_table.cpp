#include "client_core/exchange/xlsx_table.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <deque>

#include "client_core/exchange/limits.h"
#include "client_core/exchange/xml.h"

namespace tern::exchange {
namespace {

/// The column of `BC12`, from 0; nothing where there are no letters.
std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t out = 0, n = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || ++n > 4) break;
        out = out * 26 + static_cast<std::size_t>(c - 'A') + 1;
    }
    return out == 0 || n > 4 ? std::nullopt : std::optional{out - 1};
}

/// The fifteen digits that Excel shows, of a number that it wrote with seventeen.
std::string number_text(const std::string& written, double value) {
    if (written.find_first_of(".eE") == std::string::npos) return written;
    char out[64];
    const auto n = std::snprintf(out, sizeof out, "%.15g", value);
    if (std::string_view{out, static_cast<std::size_t>(n)}.find('e') == std::string_view::npos) return out;
    const auto end = std::to_chars(out, out + sizeof out, value, std::chars_format::fixed);
    return end.ec == std::errc{} ? std::string(out, end.ptr) : written;
}

std::string duration_text(double days) {
    const auto seconds = std::llround(days * 86'400.0);
    return std::to_string(seconds / 3600) + "h" + std::to_string(seconds / 60 % 60) + "m" +
           std::to_string(seconds % 60) + "s";
}

/// Makes rows of a sheet's tags.
class SheetHandler : public XmlHandler {
public:
    explicit SheetHandler(const XlsxBook& book) : book_(book) {}

    void open(std::string_view name, const char** attributes) override {
        if (name == "row") begin_row();
        if (name == "c") begin_cell(attributes);
        phonetic_ += name == "rPh";
        wanted_ = in_cell_ && (name == "v" || name == "t") && phonetic_ == 0;
    }
    void close(std::string_view name) override {
        wanted_ = false;
        phonetic_ -= name == "rPh";
        if (name == "c" && in_cell_) end_cell();
        if (name == "row") rows.push_back(std::move(row_)), row_ = {};
    }
    void text(std::string_view piece) override {
        if (!wanted_) return;
        if (text_.size() + piece.size() > limits::kFieldBytes)
            row_.broken = "the row has a field over 1 MiB";
        else
            text_ += piece;
    }

    std::deque<TableRow> rows;

private:
    void begin_row() {
        row_ = {};
        column_ = 0;
        bytes_ = 0;
    }
    void begin_cell(const char** attributes) {
        in_cell_ = true;
        text_.clear();
        type_ = attribute(attributes, "t");
        reference_ = attribute(attributes, "r");
        style_ = 0;
        const auto style = attribute(attributes, "s");
        std::from_chars(style.data(), style.data() + style.size(), style_);
        if (const auto told = column_of(reference_)) column_ = *told;
    }
    void end_cell() {
        in_cell_ = false;
        const auto column = column_++;
        if (text_.empty()) return;
        bytes_ += text_.size();
        if (column >= limits::kColumns) {
            row_.broken = "the row has more than 2000 columns";
        } else if (bytes_ > limits::kRowBytes) {
            row_.broken = "the row is longer than 8 MiB";
        } else {
            put(column);
        }
    }
    void put(std::size_t column) {
        if (type_ == "s") {
            std::size_t n = book_.strings.size();
            std::from_chars(text_.data(), text_.data() + text_.size(), n);
            if (n < book_.strings.size()) put_text(column, book_.strings[n]);
        } else if (type_ == "b") {
            row_.put(column, text_ == "1" || text_ == "true" ? "true" : "false", CellKind::exact);
        } else if (type_ == "e") {
            row_.remarks.push_back("the cell " + reference_ + " holds the error " + text_.substr(0, 20) +
                                   " and was left out");
        } else if (type_ == "str" || type_ == "inlineStr") {
            put_text(column, text_);
        } else if (type_ == "d") {
            row_.put(column, text_, CellKind::exact);
        } else {
            put_number(column);
        }
    }
    void put_text(std::size_t column, std::string text) {
        take_guard_off(text);
        row_.put(column, std::move(text), CellKind::text);
    }
    void put_number(std::size_t column) {
        char* end = nullptr;
        const double value = std::strtod(text_.c_str(), &end);
        if (end == text_.c_str() || *end != '\0' || !std::isfinite(value)) return put_text(column, text_);
        const auto shape = style_ < book_.styles.size() ? book_.styles[style_] : NumberShape::plain;
        if (shape == NumberShape::date) {
            if (auto date = excel_date(value, book_.since_1904))
                return row_.put(column, std::move(*date), CellKind::exact);
            row_.remarks.push_back("the cell " + reference_ + " is no date that there is");
            return;
        }
        if (shape == NumberShape::percent)
            return row_.put(column, number_text("%.", value * 100) + "%", CellKind::exact);
        const bool duration = shape == NumberShape::duration && value >= 0 && value < 1e9;
        row_.put(column, duration ? duration_text(value) : number_text(text_, value), CellKind::exact);
    }

    const XlsxBook& book_;
    TableRow row_;
    std::string text_, type_, reference_;
    std::size_t column_ = 0, style_ = 0, bytes_ = 0;
    int phonetic_ = 0;
    bool in_cell_ = false, wanted_ = false;
};

bool is_empty(const TableRow& row) {
    for (const auto& cell : row.cells)
        if (!cell.empty()) return false;
    return row.broken.empty() && row.remarks.empty();
}

}  // namespace

struct XlsxTable::Stream {
    Stream(ZipArchive::Part opened, const XlsxBook& book)
        : part(std::move(opened)), handler(book), parser(handler), chunk(limits::kChunkBytes, '\0') {}
    ZipArchive::Part part;
    SheetHandler handler;
    XmlParser parser;
    std::string chunk;
    std::uint64_t rows = 0;
    bool ended = false;
};

XlsxTable::XlsxTable() = default;
XlsxTable::~XlsxTable() = default;

Result<std::unique_ptr<XlsxTable>> XlsxTable::open(const std::string& path, const std::string& sheet) {
    std::unique_ptr<XlsxTable> out{new XlsxTable};
    TERN_TRY(archive, ZipArchive::open(path));
    out->archive_ = std::move(archive);
    TERN_TRY(book, XlsxBook::read(out->archive_));
    out->book_ = std::move(book);
    TERN_TRY(wanted, out->book_.sheet(sheet));
    out->part_ = wanted.part;
    TERN_CHECK(out->rewind());
    if (out->header_.empty())
        return fail(Fault::malformed, "the sheet is empty", "its first row must name the columns");
    return out;
}

Status XlsxTable::rewind() {
    stream_.reset();
    TERN_TRY(part, archive_.part(part_, limits::kXlsxSheetBytes));
    stream_ = std::make_unique<Stream>(std::move(part), book_);
    TableRow row;
    do {
        TERN_TRY(any, next_raw(row));
        if (!any) return ok();
    } while (is_empty(row));
    if (!row.broken.empty())
        return fail(Fault::malformed, "the first row of the sheet cannot name columns: " + row.broken, "mend the file");
    header_ = std::move(row.cells);
    return ok();
}

Result<bool> XlsxTable::next_raw(TableRow& row) {
    auto& rows = stream_->handler.rows;
    while (rows.empty() && !stream_->ended) {
        TERN_TRY(n, stream_->part.read(stream_->chunk.data(), stream_->chunk.size()));
        stream_->ended = n == 0;
        TERN_CHECK(stream_->parser.feed({stream_->chunk.data(), n}, n == 0));
    }
    if (rows.empty()) return false;
    if (++stream_->rows > limits::kXlsxRows)
        return fail(Fault::too_big, "the sheet has more rows than a spreadsheet can have", "save it again, or as CSV");
    row = std::move(rows.front());
    rows.pop_front();
    return true;
}

Result<bool> XlsxTable::next(TableRow& row) {
    do {
        TERN_TRY(any, next_raw(row));
        if (!any) return false;
    } while (is_empty(row));
    // What stands to the right of the header has no name: as CSV, it does not fit.
    for (std::size_t i = header_.size(); i < row.cells.size(); ++i)
        if (!row.cells[i].empty() && row.broken.empty())
            row.broken = "the row has more fields than the first row has names; name the columns";
    if (row.cells.size() > header_.size()) row.cells.resize(header_.size());
    return true;
}

}  // namespace tern::exchange

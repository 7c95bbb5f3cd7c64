#include "client_core/exchange/sheet_writer.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>

#include "client_core/exchange/csv.h"
#include "client_core/exchange/table.h"

namespace tern::exchange {
namespace {

/// Digits that a spreadsheet's number keeps.
constexpr std::size_t kExactDigits = 15;
/// Excel's own limit for a cell; what is longer would be cut.
constexpr std::size_t kCellLetters = 32'767;

std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

class CsvWriter : public SheetWriter {
public:
    CsvWriter(const std::vector<std::string>& header, std::function<Status(std::string_view)> take)
        : take_(std::move(take)), line_("\xef\xbb\xbf") {
        for (std::size_t i = 0; i < header.size(); ++i) {
            if (i > 0) line_ += ',';
            write_csv_field(header[i], line_);
        }
        line_ += "\r\n";
    }

    Status row(const std::vector<SheetCell>& cells) override {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) line_ += ',';
            write_csv_field(cells[i].kind == SheetCell::Kind::text ? guarded(cells[i].text) : cells[i].text, line_);
        }
        line_ += "\r\n";
        return flush();
    }

    Status finish() override { return flush(); }

private:
    Status flush() {
        const auto line = std::exchange(line_, {});
        return line.empty() ? ok() : take_(line);
    }

    std::function<Status(std::string_view)> take_;
    std::string line_;
};

bool fits_a_number(std::string_view digits) {
    return static_cast<std::size_t>(std::count_if(digits.begin(), digits.end(),
                                                  [](char c) { return c >= '0' && c <= '9'; })) <= kExactDigits;
}

class XlsxWriter : public SheetWriter {
public:
    XlsxWriter(const std::string& path, const std::string& sheet, const std::vector<std::string>& header) {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        book_ = ::workbook_new_opt(path.c_str(), &options);
        if (book_ == nullptr) return;
        sheet_ = ::workbook_add_worksheet(book_, sheet.c_str());
        day_ = ::workbook_add_format(book_);
        ::format_set_num_format(day_, "yyyy-mm-dd");
        for (std::size_t i = 0; i < header.size(); ++i)
            ::worksheet_write_string(sheet_, 0, static_cast<lxw_col_t>(i), header[i].c_str(), nullptr);
        ::worksheet_freeze_panes(sheet_, 1, 0);
    }
    ~XlsxWriter() override {
        if (book_ != nullptr) ::lxw_workbook_free(book_);
    }
    std::uint64_t left_out() const override { return left_out_; }
    bool is_open() const { return sheet_ != nullptr; }

    Status row(const std::vector<SheetCell>& cells) override {
        if (++row_ >= LXW_ROW_MAX)
            return fail(Fault::too_big, "a sheet holds 1,048,575 records", "export as CSV, or with --where");
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (!cells[i].text.empty()) TERN_CHECK(put(static_cast<lxw_col_t>(i), cells[i]));
        return ok();
    }

    Status finish() override {
        const auto error = ::workbook_close(std::exchange(book_, nullptr));
        return error == LXW_NO_ERROR ? ok()
                                     : fail(Fault::storage, "the workbook cannot be written", "check the disk's space");
    }

private:
    Status put(lxw_col_t column, const SheetCell& cell) {
        using Kind = SheetCell::Kind;
        lxw_error error = LXW_NO_ERROR;
        if (cell.kind == Kind::boolean) {
            error = ::worksheet_write_boolean(sheet_, row_, column, cell.text == "true", nullptr);
        } else if (cell.kind == Kind::number && fits_a_number(cell.text)) {
            error = ::worksheet_write_number(sheet_, row_, column, std::strtod(cell.text.c_str(), nullptr), nullptr);
        } else if (cell.kind == Kind::date && cell.text.size() == 10 && cell.text >= "1900-03-01") {
            lxw_datetime day{};
            day.year = std::atoi(cell.text.substr(0, 4).c_str());
            day.month = std::atoi(cell.text.substr(5, 2).c_str());
            day.day = std::atoi(cell.text.substr(8, 2).c_str());
            error = ::worksheet_write_datetime(sheet_, row_, column, &day, day_);
        } else {
            const auto text = cell.kind == Kind::text ? guarded(cell.text) : cell.text;
            if (text.size() > kCellLetters && letters(text) > kCellLetters) {
                ++left_out_;
                return ok();
            }
            error = ::worksheet_write_string(sheet_, row_, column, text.c_str(), nullptr);
        }
        return error == LXW_NO_ERROR ? ok()
                                     : fail(Fault::storage, "the workbook cannot be written", "check the disk's space");
    }

    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* day_ = nullptr;
    lxw_row_t row_ = 0;
    std::uint64_t left_out_ = 0;
};

}  // namespace

std::unique_ptr<SheetWriter> csv_writer(const std::vector<std::string>& header,
                                        std::function<Status(std::string_view)> take) {
    return std::make_unique<CsvWriter>(header, std::move(take));
}

Result<std::unique_ptr<SheetWriter>> xlsx_writer(const std::string& path, const std::string& sheet,
                                                 const std::vector<std::string>& header) {
    auto out = std::make_unique<XlsxWriter>(path, sheet.substr(0, 31), header);
    if (!out->is_open())
        return fail(Fault::storage, "the workbook cannot be written", "check the folder's permissions");
    return std::unique_ptr<SheetWriter>(std::move(out));
}

}  // namespace tern::exchange

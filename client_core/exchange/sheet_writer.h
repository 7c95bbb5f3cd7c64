// A table as CSV or as a workbook, row by row.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/base/result.h"

namespace tern::exchange {

struct SheetCell {
    enum class Kind : std::uint8_t { text, number, date, boolean };
    Kind kind = Kind::text;
    std::string text;  ///< empty: the cell is. A number's digits, a date as 2017-03-01, `true` or `false`
};

class SheetWriter {
public:
    virtual ~SheetWriter() = default;
    virtual Status row(const std::vector<SheetCell>& cells) = 0;
    /// After the last row.
    virtual Status finish() = 0;
    /// Cells that were longer than the format's cells may be, and so are empty.
    virtual std::uint64_t left_out() const { return 0; }
};

/// With a mark, so that spreadsheets see the UTF-8; line ends as RFC 4180 has them.
std::unique_ptr<SheetWriter> csv_writer(const std::vector<std::string>& header,
                                        std::function<Status(std::string_view)> take);
/// Rows go to disk as they come. More than a sheet holds (1,048,575) are refused with `too_big`.
Result<std::unique_ptr<SheetWriter>> xlsx_writer(const std::string& path, const std::string& sheet,
                                                 const std::vector<std::string>& header);

}  // namespace tern::exchange

// What a workbook tells beside its sheets: their names, which number formats are dates, its shared strings.
#pragma once

#include <optional>
#include <vector>

#include "client_core/exchange/zip_part.h"

namespace tern::exchange {

enum class NumberShape : std::uint8_t { plain, percent, date, duration };

struct XlsxBook {
    struct Sheet {
        std::string name, part;
    };
    std::vector<Sheet> sheets;
    bool since_1904 = false;
    std::vector<NumberShape> styles;  ///< by the number of a cell's style
    std::vector<std::string> strings;

    static Result<XlsxBook> read(const ZipArchive& archive);
    /// By name, or the first. `not_found` with the names that there are.
    Result<Sheet> sheet(const std::string& name) const;
};

/// What a number in this format stands for. `code` as Excel has it: `yyyy\-mm\-dd;@`, `[h]:mm`.
NumberShape shape_of_format(int id, std::string_view code);
/// An Excel date as ISO has it: a day, a time of day below 1, or both.
std::optional<std::string> excel_date(double serial, bool since_1904);

}  // namespace tern::exchange

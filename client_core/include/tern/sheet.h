// A table that is no list of records (a report, a chart's numbers) as a file for other programs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tern/client.h>

namespace tern {

struct SheetCell {
    std::string text;     ///< a number's digits, with a point; else as it stands
    bool number = false;  ///< texts that a spreadsheet would run as a formula get an apostrophe before them
};

struct Sheet {
    std::string name;  ///< of the workbook's sheet; what Excel does not take there is left out
    std::vector<std::string> header;
    std::vector<std::vector<SheetCell>> rows;
};

/// As `csv` or `xlsx`, beside its place and renamed, mode 0600: whole or not at all. `bad_argument` for other formats,
/// `storage` where the file cannot be written. On any thread.
Status write_sheet(const Sheet& sheet, std::string_view format, const std::string& file);

}  // namespace tern

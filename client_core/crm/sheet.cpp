#include <tern/sheet.h>

#include "client_core/exchange/out_file.h"
#include "client_core/exchange/sheet_writer.h"
#include "client_core/exchange/table.h"

namespace tern {
namespace {

/// Excel's limits for a sheet's name, in bytes to be safe with any script.
constexpr std::size_t kNameBytes = 31;

std::string sheet_name(std::string_view name) {
    std::string out;
    for (const char c : name)
        if (std::string_view{"[]:*?/\\'"}.find(c) == std::string_view::npos && static_cast<unsigned char>(c) >= ' ')
            out += c;
    if (out.size() > kNameBytes) {
        std::size_t end = kNameBytes;
        while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xc0) == 0x80) --end;  // not within a letter
        out.resize(end);
    }
    return out.empty() ? "Report" : out;
}

}  // namespace

Status write_sheet(const Sheet& sheet, std::string_view format, const std::string& file) {
    TERN_TRY(kind, exchange::format_named(format));
    if (kind != exchange::Format::csv && kind != exchange::Format::xlsx)
        return fail(Fault::bad_argument, "a table cannot be written as that", "use csv or xlsx");
    TERN_TRY(out, exchange::OutFile::create(file));
    std::unique_ptr<exchange::SheetWriter> writer;
    std::vector<std::string> header;
    for (const auto& title : sheet.header) header.push_back(exchange::guarded(title));
    if (kind == exchange::Format::xlsx) {
        TERN_TRY(book, exchange::xlsx_writer(out.temporary(), sheet_name(sheet.name), header));
        writer = std::move(book);
    } else {
        writer = exchange::csv_writer(header, [&](std::string_view bytes) { return out.write(bytes); });
    }
    for (const auto& row : sheet.rows) {
        std::vector<exchange::SheetCell> cells;
        for (const auto& cell : row)
            cells.push_back(
                {cell.number ? exchange::SheetCell::Kind::number : exchange::SheetCell::Kind::text, cell.text});
        TERN_CHECK(writer->row(cells));
    }
    TERN_CHECK(writer->finish());
    return out.commit();
}

}  // namespace tern

// A sheet of a workbook as a table. It streams: only the workbook's shared strings are in memory.
#pragma once

#include "client_core/exchange/table.h"
#include "client_core/exchange/xlsx_book.h"

namespace tern::exchange {

class XlsxTable : public TableSource {
public:
    static Result<std::unique_ptr<XlsxTable>> open(const std::string& path, const std::string& sheet);
    ~XlsxTable() override;

    const std::vector<std::string>& header() const override { return header_; }
    Result<bool> next(TableRow& row) override;
    Status rewind() override;

private:
    struct Stream;
    XlsxTable();
    Result<bool> next_raw(TableRow& row);

    ZipArchive archive_;
    XlsxBook book_;
    std::string part_;
    std::unique_ptr<Stream> stream_;
    std::vector<std::string> header_;
};

}  // namespace tern::exchange

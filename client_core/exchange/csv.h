// CSV as RFC 4180 has it and as the world writes it: any line end, quoted line ends; comma, semicolon, tab or bar, as
// the header shows.
#pragma once

#include "client_core/exchange/table.h"
#include "client_core/exchange/text_source.h"

namespace tern::exchange {

class CsvReader : public TableSource {
public:
    /// The file, read up to its header.
    static Result<std::unique_ptr<CsvReader>> open(const std::string& path, const TableOptions& options = {});

    const std::vector<std::string>& header() const override { return header_; }
    Result<bool> next(TableRow& row) override;
    Status rewind() override;
    /// On which line the last record began.
    std::uint64_t line() const { return record_line_; }
    const std::string& encoding() const { return text_.encoding(); }

private:
    CsvReader(TextSource text, char separator) : text_(std::move(text)), told_(separator), separator_(separator) {}
    Status start();
    void read_separator();
    Result<bool> read_record(TableRow& row);
    Status read_quoted(std::string& field, TableRow& row);
    void append(std::string& field, int c, TableRow& row);
    void judge(TableRow& row) const;
    int peek() { return text_.peek(); }
    int get();
    Failure broken(const std::string& what) const;

    TextSource text_;
    char told_;
    char separator_;
    std::uint64_t line_ = 1;
    std::uint64_t record_line_ = 1;
    std::vector<std::string> header_;
};

/// One field, in quotes where it needs them. Appends.
void write_csv_field(std::string_view field, std::string& out);

}  // namespace tern::exchange

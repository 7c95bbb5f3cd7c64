// CSV as RFC 4180 has it, read as a stream: UTF-8 with or without a mark, either line end, quoted line ends; comma,
// semicolon or tab, as the header shows.
#pragma once

#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

#include "protocol/base/result.h"

namespace tern::crm {

/// Far above what a value may hold, low enough that a broken quote does not swallow the machine's memory.
inline constexpr std::size_t kCsvFieldBytes = 1024 * 1024;
inline constexpr std::size_t kCsvRecordBytes = 8 * 1024 * 1024;
inline constexpr std::size_t kCsvColumns = 2000;

class CsvReader {
public:
    /// The file, read up to its header.
    static Result<CsvReader> open(const std::string& path);

    const std::vector<std::string>& header() const { return header_; }
    /// The next record that is not an empty line. False at the end. A failure is the file's, not the record's.
    Result<bool> next(std::vector<std::string>& fields);
    /// On which line the last record began.
    std::uint64_t line() const { return record_line_; }

private:
    explicit CsvReader(std::ifstream file);
    Status start();
    Result<bool> read_record(std::vector<std::string>& fields);
    Status read_quoted(std::string& field);
    int peek();
    int get();
    Failure broken(const std::string& what) const;

    std::ifstream file_;
    std::vector<char> buffer_;
    std::size_t at_ = 0;
    std::size_t end_ = 0;
    char separator_ = ',';
    std::uint64_t line_ = 1;
    std::uint64_t record_line_ = 1;
    std::vector<std::string> header_;
};

}  // namespace tern::crm

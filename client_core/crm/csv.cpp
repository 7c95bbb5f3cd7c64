#include "client_core/crm/csv.h"

#include <algorithm>
#include <filesystem>

#include "client_core/crm/text.h"
#include "protocol/base/utf8.h"

namespace tern::crm {
namespace {

constexpr std::size_t kBufferBytes = 256 * 1024;
constexpr int kEnd = -1;

/// Whichever stands in the header most often outside quotes.
char separator_in(std::string_view line) {
    std::size_t commas = 0, semicolons = 0, tabs = 0;
    bool in_quotes = false;
    for (const char c : line) {
        if (c == '"') in_quotes = !in_quotes;
        if ((c == '\n' || c == '\r') && !in_quotes) break;
        if (in_quotes) continue;
        commas += c == ',';
        semicolons += c == ';';
        tabs += c == '\t';
    }
    if (semicolons > commas && semicolons >= tabs) return ';';
    return tabs > commas ? '\t' : ',';
}

Failure not_utf8() {
    return fail(Fault::malformed, "the file is not UTF-8", "save it as CSV UTF-8 and import it again");
}

}  // namespace

CsvReader::CsvReader(std::ifstream file) : file_(std::move(file)), buffer_(kBufferBytes) {}

Failure CsvReader::broken(const std::string& what) const {
    return fail(Fault::malformed, "line " + std::to_string(record_line_) + " of the file " + what,
                "mend the file and import it again");
}

Result<CsvReader> CsvReader::open(const std::string& path) {
    std::error_code unknown;
    if (std::filesystem::is_directory(path, unknown))
        return fail(Fault::bad_argument, "that is a folder, not a file", "give a CSV file");
    std::ifstream file{path, std::ios::binary};
    if (!file) return fail(Fault::not_found, "the file " + path + " cannot be read", "check its name and permissions");
    CsvReader out{std::move(file)};
    TERN_CHECK(out.start());
    return out;
}

int CsvReader::peek() {
    if (at_ == end_) {
        file_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        end_ = static_cast<std::size_t>(file_.gcount());
        at_ = 0;
        if (end_ == 0) return kEnd;
    }
    return static_cast<unsigned char>(buffer_[at_]);
}

int CsvReader::get() {
    const int c = peek();
    if (c != kEnd) ++at_;
    if (c == '\n') ++line_;
    return c;
}

Status CsvReader::start() {
    peek();
    const std::string_view head{buffer_.data(), end_};
    if (head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff")) return not_utf8();
    if (head.starts_with("\xef\xbb\xbf")) at_ = 3;
    separator_ = separator_in(head.substr(at_));
    TERN_TRY(any, next(header_));
    if (!any) return fail(Fault::malformed, "the file is empty", "its first line must name the columns");
    for (auto& name : header_) name = trimmed(name);
    return ok();
}

Result<bool> CsvReader::next(std::vector<std::string>& fields) {
    while (true) {
        TERN_TRY(any, read_record(fields));
        if (!any) return false;
        if (fields.size() == 1 && fields[0].empty()) continue;
        for (const auto& field : fields)
            if (!is_utf8(view(field))) return not_utf8();
        return true;
    }
}

Result<bool> CsvReader::read_record(std::vector<std::string>& fields) {
    record_line_ = line_;
    if (peek() == kEnd) return false;
    std::size_t count = 0, bytes = 0;
    while (true) {
        if (count == kCsvColumns) return broken("has more than " + std::to_string(kCsvColumns) + " columns");
        if (fields.size() == count) fields.emplace_back();
        std::string& field = fields[count++];
        field.clear();
        if (peek() == '"') TERN_CHECK(read_quoted(field));
        int c = get();
        while (c != kEnd && c != separator_ && c != '\n' && !(c == '\r' && peek() == '\n')) {
            if (c == 0) return broken("has zero bytes in it: it is no text");
            field += static_cast<char>(c);
            if (field.size() > kCsvFieldBytes)
                return broken("has a field over " + std::to_string(kCsvFieldBytes >> 20) + " MiB");
            c = get();
        }
        bytes += field.size();
        if (bytes > kCsvRecordBytes) return broken("is longer than " + std::to_string(kCsvRecordBytes >> 20) + " MiB");
        if (c == separator_) continue;
        if (c == '\r') get();
        fields.resize(count);
        return true;
    }
}

/// From the opening quote to the one that closes it; what follows must be a separator or the line's end.
Status CsvReader::read_quoted(std::string& field) {
    get();
    while (true) {
        const int c = get();
        if (c == kEnd) return broken("opens a quote that is never closed");
        if (c == 0) return broken("has zero bytes in it: it is no text");
        if (c == '"') {
            if (peek() != '"') break;
            get();
        }
        field += static_cast<char>(c);
        if (field.size() > kCsvFieldBytes)
            return broken("has a field over " + std::to_string(kCsvFieldBytes >> 20) + " MiB; is a quote left open?");
    }
    const int after = peek();
    if (after != kEnd && after != separator_ && after != '\n' && after != '\r')
        return broken("has text after a closing quote");
    return ok();
}

}  // namespace tern::crm

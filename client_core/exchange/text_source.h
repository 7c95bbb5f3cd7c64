// A file's text as UTF-8, whatever it was written in, chunk by chunk.
#pragma once

#include <fstream>
#include <memory>
#include <string>

#include "protocol/base/result.h"

namespace tern::exchange {

class TextSource {
public:
    static constexpr int kEnd = -1;

    /// `encoding`: ICU's name of it; empty: a byte order mark, else what the first bytes look like. In UTF-8 ill-formed
    /// bytes are passed on as they stand; in others they become U+FFFD.
    static Result<TextSource> open(const std::string& path, const std::string& encoding);
    TextSource(TextSource&&) noexcept;
    TextSource& operator=(TextSource&&) noexcept;
    ~TextSource();

    int peek() { return at_ < end_ || fill() ? static_cast<unsigned char>(chunk_[at_]) : kEnd; }
    int get() {
        const int c = peek();
        if (c != kEnd) ++at_;
        return c;
    }
    /// What is there of the file without reading on: at its start, the first chunk.
    std::string_view ahead() {
        return peek() == kEnd ? std::string_view{} : std::string_view{chunk_}.substr(at_, end_ - at_);
    }
    /// To just before the line's end, '\n' or '\r'; false at the end of the file. Appends to `line` what fits into
    /// `most` bytes; `cut` says whether there was more. The line's end is taken.
    bool line(std::string& line, std::size_t most, bool& cut);
    Status rewind();

    const std::string& encoding() const { return encoding_; }
    bool is_utf8() const { return converters_ == nullptr; }

private:
    struct Converters;
    TextSource();
    bool fill();
    bool read_raw();
    void convert();
    void skip_mark();

    std::string path_, encoding_;
    std::ifstream file_;
    std::unique_ptr<Converters> converters_;
    std::string raw_;  ///< read, not decoded yet
    std::string chunk_;
    std::size_t at_ = 0, end_ = 0;
    bool file_ended_ = false;
};

/// What bytes look like: "UTF-8", "UTF-16LE", "GB18030", …; never empty.
std::string guessed_encoding(std::string_view bytes, bool whole);

}  // namespace tern::exchange

#include "client_core/exchange/text_source.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "client_core/exchange/limits.h"
#include "protocol/base/utf8.h"

namespace tern::exchange {
namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter converter_named(const std::string& name) {
    UErrorCode error = U_ZERO_ERROR;
    Converter out{ucnv_open(name.c_str(), &error)};
    return U_SUCCESS(error) ? std::move(out) : nullptr;
}

/// Without a character that the end may have cut in two.
bool utf8_line(std::string_view line, bool whole) {
    for (std::size_t cut = 0; cut <= (whole ? 0U : 3U) && cut <= line.size(); ++cut)
        if (is_utf8(view(line.substr(0, line.size() - cut)))) return true;
    return false;
}

/// Lines with letters beyond ASCII that are UTF-8, and those that are not: a file that was pasted together from two is
/// what most of it is.
std::pair<std::size_t, std::size_t> lines_by_utf8(std::string_view bytes, bool whole) {
    std::size_t good = 0, bad = 0;
    while (!bytes.empty()) {
        const auto end = std::min(bytes.find('\n'), bytes.size());
        const auto line = bytes.substr(0, end);
        const bool cut = end == bytes.size() && !whole;
        const bool ascii =
            std::all_of(line.begin(), line.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
        if (!ascii) ++(utf8_line(line, !cut) ? good : bad);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    return {good, bad};
}

/// Every other byte is zero where Latin text is written in sixteen bits.
std::string wide_without_mark(std::string_view bytes) {
    std::size_t even = 0, odd = 0;
    const std::size_t n = std::min<std::size_t>(bytes.size(), 512);
    for (std::size_t i = 0; i < n; ++i)
        if (bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
    if (odd > n / 5 && even == 0) return "UTF-16LE";
    return even > n / 5 && odd == 0 ? "UTF-16BE" : "";
}

/// Chinese in GB18030 is pairs from two rows of common signs; what another encoding makes of its letters seldom is.
bool looks_like_gb18030(std::string_view bytes) {
    std::size_t common = 0, other = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        if (first < 0x80) continue;
        const auto second = i + 1 < bytes.size() ? static_cast<unsigned char>(bytes[i + 1]) : 0;
        const bool pair = first >= 0xa1 && first <= 0xf7 && second >= 0xa1 && second <= 0xfe;
        ++(pair ? common : other);
        if (pair || second >= 0x40) ++i;
    }
    return common > 0 && common >= 9 * other;
}

std::string guessed_by_icu(std::string_view bytes) {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector{ucsdet_open(&error), ucsdet_close};
    if (U_FAILURE(error)) return {};
    ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &error);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
    if (U_FAILURE(error) || match == nullptr) return {};
    const char* name = ucsdet_getName(match, &error);
    return U_SUCCESS(error) && name != nullptr && converter_named(name) ? name : std::string{};
}

}  // namespace

std::string guessed_encoding(std::string_view bytes, bool whole) {
    if (bytes.starts_with("\xef\xbb\xbf")) return "UTF-8";
    if (bytes.starts_with("\xff\xfe")) return "UTF-16LE";
    if (bytes.starts_with("\xfe\xff")) return "UTF-16BE";
    if (auto wide = wide_without_mark(bytes); !wide.empty()) return wide;
    const auto [good, bad] = lines_by_utf8(bytes, whole);
    if (bad == 0 || good > bad) return "UTF-8";
    if (looks_like_gb18030(bytes)) return "GB18030";
    auto guess = guessed_by_icu(bytes);
    // Some letters of Western Europe are all that ICU needs a longer text for.
    return guess.empty() || guess == "UTF-8" || guess == "ISO-8859-1" ? "windows-1252" : guess;
}

struct TextSource::Converters {
    Converter from, to;
    std::array<UChar, 4096> pivot{};
    UChar* pivot_source = pivot.data();
    UChar* pivot_target = pivot.data();
};

TextSource::TextSource() = default;
TextSource::TextSource(TextSource&&) noexcept = default;
TextSource& TextSource::operator=(TextSource&&) noexcept = default;
TextSource::~TextSource() = default;

Result<TextSource> TextSource::open(const std::string& path, const std::string& encoding) {
    std::error_code unknown;
    if (std::filesystem::is_directory(path, unknown))
        return fail(Fault::bad_argument, "that is a folder, not a file", "give a file");
    TextSource out;
    out.path_ = path;
    out.file_.open(path, std::ios::binary);
    if (!out.file_)
        return fail(Fault::not_found, "the file " + path + " cannot be read", "check its name and permissions");
    out.encoding_ = encoding;
    if (encoding.empty()) {
        std::string sniffed(limits::kSniffBytes, '\0');
        out.file_.read(sniffed.data(), static_cast<std::streamsize>(sniffed.size()));
        sniffed.resize(static_cast<std::size_t>(out.file_.gcount()));
        out.encoding_ = guessed_encoding(sniffed, sniffed.size() < limits::kSniffBytes);
    }
    if (out.encoding_ != "UTF-8" && out.encoding_ != "utf-8" && out.encoding_ != "utf8") {
        auto converters = std::make_unique<Converters>();
        converters->from = converter_named(out.encoding_);
        converters->to = converter_named("UTF-8");
        if (!converters->from || !converters->to)
            return fail(Fault::bad_argument, "there is no encoding of that name",
                        "such as GB18030, UTF-16LE or windows-1252");
        out.converters_ = std::move(converters);
    }
    TERN_CHECK(out.rewind());
    return out;
}

Status TextSource::rewind() {
    file_.clear();
    file_.seekg(0);
    if (!file_) return fail(Fault::bad_argument, "the file cannot be read twice", "give a file, not a pipe");
    at_ = end_ = 0;
    file_ended_ = false;
    raw_.clear();
    if (converters_ != nullptr) {
        ucnv_reset(converters_->from.get());
        ucnv_reset(converters_->to.get());
        converters_->pivot_source = converters_->pivot_target = converters_->pivot.data();
    }
    skip_mark();
    return ok();
}

void TextSource::skip_mark() {
    if (fill() && std::string_view{chunk_}.substr(at_, end_ - at_).starts_with("\xef\xbb\xbf")) at_ += 3;
}

bool TextSource::read_raw() {
    const auto had = raw_.size();
    raw_.resize(had + limits::kChunkBytes);
    file_.read(raw_.data() + had, static_cast<std::streamsize>(limits::kChunkBytes));
    raw_.resize(had + static_cast<std::size_t>(file_.gcount()));
    file_ended_ = raw_.size() < had + limits::kChunkBytes;
    return raw_.size() > had;
}

/// Keeps what the converter left for the next call.
void TextSource::convert() {
    chunk_.resize(4 * limits::kChunkBytes);
    const char* source = raw_.data();
    const char* source_end = source + raw_.size();
    char* target = chunk_.data();
    UErrorCode error = U_ZERO_ERROR;
    auto& c = *converters_;
    ucnv_convertEx(c.to.get(), c.from.get(), &target, chunk_.data() + chunk_.size(), &source, source_end,
                   c.pivot.data(), &c.pivot_source, &c.pivot_target, c.pivot.data() + c.pivot.size(), false,
                   file_ended_, &error);
    end_ = static_cast<std::size_t>(target - chunk_.data());
    raw_.erase(0, static_cast<std::size_t>(source - raw_.data()));
}

bool TextSource::fill() {
    at_ = end_ = 0;
    while (end_ == 0) {
        if (!file_ended_)
            read_raw();
        else if (raw_.empty())
            return false;
        if (converters_ == nullptr) {
            chunk_.swap(raw_);
            raw_.clear();
            end_ = chunk_.size();
            if (end_ == 0) return false;
        } else {
            const bool last = file_ended_;
            convert();
            if (last && end_ == 0) raw_.clear();
        }
    }
    return true;
}

bool TextSource::line(std::string& line, std::size_t most, bool& cut) {
    cut = false;
    if (peek() == kEnd) return false;
    while (true) {
        const int c = get();
        if (c == kEnd || c == '\n') return true;
        if (c == '\r') {
            if (peek() == '\n') get();
            return true;
        }
        if (line.size() < most)
            line += static_cast<char>(c);
        else
            cut = true;
    }
}

}  // namespace tern::exchange

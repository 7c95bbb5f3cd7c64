#include "client_core/exchange/content_line.h"

#include <algorithm>

#include "client_core/exchange/limits.h"

namespace tern::exchange {
namespace {

constexpr std::size_t kFoldAt = 75;

bool is_name(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

/// Where the value begins: the first colon outside quotes.
std::size_t value_at(std::string_view text) {
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') quoted = !quoted;
        if (text[i] == ':' && !quoted) return i;
    }
    return std::string_view::npos;
}

std::vector<std::string_view> split_unquoted(std::string_view text, char separator) {
    std::vector<std::string_view> out;
    bool quoted = false;
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') quoted = !quoted;
        if (text[i] != separator || quoted) continue;
        out.push_back(text.substr(from, i - from));
        from = i + 1;
    }
    out.push_back(text.substr(from));
    return out;
}

std::string_view without_quotes(std::string_view text) {
    return text.size() >= 2 && text.front() == '"' && text.back() == '"' ? text.substr(1, text.size() - 2) : text;
}

/// vCard 2.1 has `TEL;HOME;ENCODING=QUOTED-PRINTABLE`.
void add_parameter(std::string_view piece, ContentLine& out) {
    const auto equals = piece.find('=');
    if (equals == std::string_view::npos) {
        const auto word = upper(piece);
        const bool encoding = word == "QUOTED-PRINTABLE" || word == "BASE64" || word == "B";
        out.parameters.emplace_back(encoding ? "ENCODING" : "TYPE", std::string(piece));
        return;
    }
    const auto name = upper(piece.substr(0, equals));
    for (const auto value : split_unquoted(piece.substr(equals + 1), ','))
        out.parameters.emplace_back(name, std::string(without_quotes(value)));
}

bool says_quoted_printable(std::string_view line) {
    return upper(line.substr(0, std::min(line.find(':'), line.size()))).find("QUOTED-PRINTABLE") != std::string::npos;
}

}  // namespace

std::string upper(std::string_view text) {
    std::string out{text};
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

const std::string* ContentLine::parameter(std::string_view wanted) const {
    for (const auto& [known, text] : parameters)
        if (known == wanted) return &text;
    return nullptr;
}

bool ContentLine::is_type(std::string_view wanted) const {
    return std::any_of(parameters.begin(), parameters.end(), [&](const auto& parameter) {
        return parameter.first == "TYPE" && upper(parameter.second) == wanted;
    });
}

std::optional<ContentLine> parse_content_line(std::string_view text) {
    const auto colon = value_at(text);
    if (colon == std::string_view::npos) return std::nullopt;
    ContentLine out;
    out.value = text.substr(colon + 1);
    const auto pieces = split_unquoted(text.substr(0, colon), ';');
    auto name = pieces[0];
    if (const auto dot = name.find('.'); dot != std::string_view::npos) {
        out.group = name.substr(0, dot);
        name.remove_prefix(dot + 1);
    }
    if (!is_name(name)) return std::nullopt;
    out.name = upper(name);
    for (std::size_t i = 1; i < pieces.size(); ++i) add_parameter(pieces[i], out);
    return out;
}

/// One line with those that are folded into it: a space or tab opens the next, or `=` ends quoted-printable.
bool ComponentReader::unfolded(std::string& line) {
    line.clear();
    bool cut = false;
    if (has_ahead_)
        line = std::move(ahead_);
    else if (!text_.line(line, limits::kComponentBytes, cut))
        return false;
    has_ahead_ = false;
    ahead_.clear();
    const bool soft = says_quoted_printable(line);
    while (true) {
        const bool more = soft && line.ends_with('=');
        const int c = text_.peek();
        if (!more && c != ' ' && c != '\t') return true;
        if (c == TextSource::kEnd) return true;
        if (more)
            line.pop_back();
        else
            text_.get();
        std::string piece;
        text_.line(piece, limits::kComponentBytes, cut);
        if (line.size() + piece.size() <= limits::kComponentBytes)
            line += piece;
        else if (soft && piece.ends_with('='))
            continue;
    }
}

bool ComponentReader::next(Component& out) {
    out = {};
    std::string line;
    std::size_t depth = 0, bytes = 0;
    while (unfolded(line)) {
        const auto word = upper(std::string_view{line}.substr(0, 6));
        const bool begins = word == "BEGIN:", ends = word.starts_with("END:");
        const auto name = begins ? upper(line.substr(6)) : ends ? upper(line.substr(4)) : std::string{};
        if (depth == 0) {
            if (!begins || name.starts_with("VCALENDAR")) continue;
            out.name = name.substr(0, name.find_last_not_of(" \t") + 1);
            depth = 1;
            continue;
        }
        if (begins && depth == 1 && name.starts_with(out.name) && out.name != "VALARM") {
            out.broken = "it is not ended before the next begins";
            ahead_ = std::move(line);
            has_ahead_ = true;
            out.lines.clear();
            return true;
        }
        depth += begins;
        depth -= ends;
        if (depth == 0) return true;
        bytes += line.size();
        if (out.lines.size() >= limits::kComponentLines || bytes > limits::kComponentBytes) {
            out.broken = "it is longer than 50,000 lines or 8 MiB";
            out.lines.clear();
        }
        if (out.broken.empty()) out.lines.push_back(line);
    }
    if (depth == 0) return false;
    out.broken = "the file ends in the middle of it";
    out.lines.clear();
    return true;
}

Status ComponentReader::rewind() {
    ahead_.clear();
    has_ahead_ = false;
    return text_.rewind();
}

std::string unescaped(std::string_view value) {
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\' || i + 1 == value.size()) {
            out += value[i];
            continue;
        }
        const char c = value[++i];
        out += c == 'n' || c == 'N' ? '\n' : c;
    }
    return out;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        if (c == '\n' || c == '\r') {
            out += "\\n";
            continue;
        }
        if (c == '\\' || c == ',' || c == ';') out += '\\';
        out += c;
    }
    return out;
}

std::vector<std::string_view> split_escaped(std::string_view value, char separator) {
    std::vector<std::string_view> out;
    std::size_t from = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\') {
            ++i;
            continue;
        }
        if (value[i] != separator) continue;
        out.push_back(value.substr(from, i - from));
        from = i + 1;
    }
    out.push_back(value.substr(std::min(from, value.size())));
    return out;
}

void write_content_line(std::string_view line, std::string& out) {
    bool first = true;
    while (true) {
        std::size_t n = std::min(line.size(), first ? kFoldAt : kFoldAt - 1);
        while (n > 0 && n < line.size() && (static_cast<unsigned char>(line[n]) & 0xc0) == 0x80) --n;
        if (!first) out += ' ';
        out.append(line.substr(0, n));
        out += "\r\n";
        line.remove_prefix(n);
        first = false;
        if (line.empty()) return;
    }
}

}  // namespace tern::exchange

// What vCard and iCalendar are made of: folded lines `group.NAME;PARAM=value:value`, gathered into components.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "client_core/exchange/text_source.h"

namespace tern::exchange {

struct ContentLine {
    std::string group;                                            ///< as written; empty where there is none
    std::string name;                                             ///< in capitals
    std::vector<std::pair<std::string, std::string>> parameters;  ///< names in capitals; TYPE of vCard 2.1 is added
    std::string value;                                            ///< as written, escapes and all

    /// The first of that name; nullptr where there is none.
    const std::string* parameter(std::string_view wanted) const;
    /// Whether a TYPE says so, in any case: `HOME`, `cell`.
    bool is_type(std::string_view wanted) const;
};
/// Nothing where it is no such line.
std::optional<ContentLine> parse_content_line(std::string_view text);

/// A component's lines, unfolded, between its BEGIN and END.
struct Component {
    std::string name;                ///< in capitals
    std::vector<std::string> lines;  ///< BEGIN and END of components inside stand among them
    std::string broken;              ///< why it cannot be taken; its lines are gone then
};

class ComponentReader {
public:
    explicit ComponentReader(TextSource text) : text_(std::move(text)) {}

    /// The next component that is not a calendar: those are passed through. False at the end.
    bool next(Component& out);
    Status rewind();

private:
    bool unfolded(std::string& line);

    TextSource text_;
    std::string ahead_;
    bool has_ahead_ = false;
};

/// `a\,b\nc` as it is meant.
std::string unescaped(std::string_view value);
/// The inverse; line ends become `\n`.
std::string escaped(std::string_view text);
/// At separators that are not escaped; pieces stay escaped.
std::vector<std::string_view> split_escaped(std::string_view value, char separator);
/// NAME:value with its end of line, folded at 75 bytes and never within a letter. Appends.
void write_content_line(std::string_view line, std::string& out);
std::string upper(std::string_view text);

}  // namespace tern::exchange

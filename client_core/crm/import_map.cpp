#include "client_core/crm/import_map.h"

#include <algorithm>
#include <set>

#include "client_core/crm/rules.h"
#include "client_core/crm/text.h"

namespace tern::crm {
namespace {

/// Goes through a text, telling what stands outside '…' and {…}.
class Outside {
public:
    bool operator()(char c) {
        if (quoted_) {
            if (c == '\'') quoted_ = false;
            return false;
        }
        if (c == '\'' && depth_ == 0) quoted_ = true;
        if (c == '{') ++depth_;
        const bool outside = !quoted_ && depth_ == 0;
        if (c == '}' && depth_ > 0) --depth_;
        return outside;
    }

private:
    bool quoted_ = false;
    int depth_ = 0;
};

std::vector<std::string> split_entries(const std::vector<std::string>& texts) {
    std::vector<std::string> out;
    for (const auto& text : texts) {
        Outside outside;
        std::string entry;
        for (const char c : text) {
            if (outside(c) && c == ',')
                out.push_back(std::move(entry)), entry.clear();
            else
                entry += c;
        }
        out.push_back(std::move(entry));
    }
    std::erase_if(out, [](const std::string& entry) { return trimmed(entry).empty(); });
    return out;
}

/// 'it''s' without its quotes; nothing where the text is not quoted as a whole.
std::optional<std::string> unquoted(std::string_view text) {
    if (text.size() < 2 || text.front() != '\'' || text.back() != '\'') return std::nullopt;
    std::string out;
    const auto inner = text.substr(1, text.size() - 2);
    for (std::size_t i = 0; i < inner.size(); ++i) {
        out += inner[i];
        if (inner[i] == '\'' && i + 1 < inner.size() && inner[i + 1] == '\'') ++i;
    }
    return out;
}

Failure bad_entry(std::string_view entry) {
    return fail(Fault::bad_argument, "the map entry " + quoted(entry) + " cannot be read",
                "write col=field, field={col a} {col b} or field='text'");
}

Result<Source> read_template(std::string_view text, const std::vector<std::string>& header) {
    Source out;
    while (!text.empty()) {
        const auto open = text.find('{');
        if (open != 0) out.pieces.push_back({std::string(text.substr(0, open)), std::nullopt});
        if (open == std::string_view::npos) return out;
        const auto close = text.find('}', open);
        if (close == std::string_view::npos) return bad_entry(text);
        TERN_TRY(column, column_named(header, text.substr(open + 1, close - open - 1)));
        out.pieces.push_back({{}, column});
        text.remove_prefix(close + 1);
    }
    return out;
}

struct Entry {
    std::string field;
    Source source;
};

Result<Entry> read_entry(std::string_view entry, const std::vector<std::string>& header) {
    Outside outside;
    std::size_t equals = 0;
    while (equals < entry.size() && !(outside(entry[equals]) && entry[equals] == '=')) ++equals;
    if (equals == entry.size()) return bad_entry(entry);
    const auto left = trimmed(entry.substr(0, equals));
    const auto right = trimmed(entry.substr(equals + 1));
    if (left.empty() || right.empty()) return bad_entry(entry);
    if (const auto constant = unquoted(right)) return Entry{std::string(left), Source{{{*constant, std::nullopt}}}};
    if (right.find('{') != std::string_view::npos) {
        TERN_TRY(source, read_template(right, header));
        return Entry{std::string(left), source};
    }
    TERN_TRY(column, column_named(header, unquoted(left).value_or(std::string(left))));
    return Entry{std::string(right), Source{{{{}, column}}}};
}

}  // namespace

std::string Source::text(const std::vector<std::string>& row) const {
    std::string out;
    for (const Piece& piece : pieces) out += piece.column ? row[*piece.column] : piece.text;
    return std::string(trimmed(out));
}

std::optional<std::size_t> Source::column() const { return pieces.size() == 1 ? pieces[0].column : std::nullopt; }

bool MappedField::required() const {
    if (target.field->type != schema::Type::group) return target.field->required;
    const auto* member = target.path.empty() ? nullptr : target.field->member(target.path[0]);
    return member != nullptr && member->required;
}

Result<std::size_t> column_named(const std::vector<std::string>& header, std::string_view name) {
    const auto wanted = trimmed(name);
    for (std::size_t i = 0; i < header.size(); ++i)
        if (header[i] == wanted) return i;
    for (std::size_t i = 0; i < header.size(); ++i)
        if (folded(header[i]) == folded(wanted)) return i;
    const auto near = nearest(wanted, header);
    return fail(Fault::bad_argument, "the file has no column " + quoted(wanted),
                near.empty() ? "see its first line" : "did you mean " + near + "?");
}

Result<std::vector<MappedField>> read_map(const schema::Entity& entity, const std::vector<std::string>& header,
                                          const std::vector<std::string>& entries) {
    std::vector<MappedField> out;
    std::set<std::string> fields;
    std::set<std::size_t> used;
    for (const auto& text : split_entries(entries)) {
        TERN_TRY(entry, read_entry(trimmed(text), header));
        TERN_TRY(target, target_named(entity, entry.field));
        if (!fields.insert(target.name).second)
            return fail(Fault::bad_argument, "the field " + target.name + " is mapped twice", "map it once");
        if (const auto column = entry.source.column()) used.insert(*column);
        out.push_back({std::move(target), std::move(entry.source)});
    }
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (used.contains(i) || fields.contains(header[i])) continue;
        auto target = target_named(entity, header[i]);
        if (!target) continue;  // a column that nobody asked for
        fields.insert(header[i]);
        out.push_back({std::move(*target), Source{{{{}, i}}}});
    }
    if (out.empty())
        return fail(Fault::bad_argument, "no column of the file goes into a field of " + entity.name,
                    "say which with --map col=field");
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return reading_rank(a.target) < reading_rank(b.target); });
    return out;
}

std::vector<std::string> unused_columns(const std::vector<std::string>& header,
                                        const std::vector<MappedField>& fields) {
    std::set<std::size_t> used;
    for (const auto& field : fields)
        for (const auto& piece : field.source.pieces)
            if (piece.column) used.insert(*piece.column);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < header.size(); ++i)
        if (!used.contains(i)) out.push_back(header[i]);
    return out;
}

}  // namespace tern::crm

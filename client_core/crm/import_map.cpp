#include "client_core/crm/import_map.h"

#include <algorithm>
#include <set>

#include "client_core/crm/import_guess.h"
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
    std::string field;  ///< empty: the column goes nowhere
    Source source;
};

Result<Entry> read_entry(std::string_view entry, const std::vector<std::string>& header) {
    Outside outside;
    std::size_t equals = 0;
    while (equals < entry.size() && !(outside(entry[equals]) && entry[equals] == '=')) ++equals;
    if (equals == entry.size()) return bad_entry(entry);
    const auto left = trimmed(entry.substr(0, equals));
    const auto right = trimmed(entry.substr(equals + 1));
    if (left.empty()) return bad_entry(entry);
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
    for (const Piece& piece : pieces) {
        if (!piece.column)
            out += piece.text;
        else if (*piece.column < row.size())
            out += row[*piece.column];
    }
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

namespace {

/// Gathers fields, each at most once.
class MapReader {
public:
    MapReader(const schema::Entity& entity, const std::vector<std::string>& header, const std::vector<bool>& record_ids)
        : entity_(entity), header_(header), record_ids_(record_ids) {
        out_.goals.resize(header.size());
    }

    Status told(const std::string& text) {
        TERN_TRY(entry, read_entry(trimmed(text), header_));
        const auto column = entry.source.column();
        if (entry.field.empty()) {
            used_.insert(*column);
            return ok();
        }
        TERN_TRY(field, field_of(entry.field, std::move(entry.source)));
        if (!add(std::move(field)))
            return fail(Fault::bad_argument, "the field " + entry.field + " is mapped twice", "map it once");
        if (column) used_.insert(*column), out_.goals[*column] = entry.field;
        return ok();
    }

    void guess() {
        const HeaderGuess guess{entity_};
        // Exact names first, whatever stands left of them.
        for (const bool exact : {true, false})
            for (std::size_t i = 0; i < header_.size(); ++i) {
                const bool named =
                    entity_.column(header_[i]) != nullptr || entity_.field(std::string_view{header_[i]}) != nullptr;
                if (used_.contains(i) || named != exact) continue;
                const auto goal = named ? header_[i] : guess.of(header_[i]);
                if (!goal.empty()) take_guess(i, goal);
            }
    }

    Mapping done() {
        std::stable_sort(out_.fields.begin(), out_.fields.end(),
                         [](const auto& a, const auto& b) { return reading_rank(a.target) < reading_rank(b.target); });
        return std::move(out_);
    }

private:
    void take_guess(std::size_t column, const std::string& goal) {
        if (goal == "*id") return take_key(column);
        auto field = field_of(goal, Source{{{{}, column}}});
        if (!field || !add(std::move(*field))) return;  // a column that nobody asked for
        used_.insert(column);
        out_.goals[column] = goal == "*name" ? "given_name" : goal;
        if (header_[column] != goal)
            out_.guessed.emplace_back(header_[column], goal == "*name" ? "given_name and family_name" : goal);
    }

    /// The key of a record in the file's own system; Tern's where all of them look so.
    void take_key(std::size_t column) {
        if (column < record_ids_.size() && record_ids_[column] && !out_.id_column) {
            out_.id_column = column;
            out_.goals[column] = "id";
            used_.insert(column);
        } else if (!names_.contains("external_id")) {
            take_guess(column, "external_id");
        }
    }

    Result<MappedField> field_of(const std::string& goal, Source source) {
        MappedField out;
        out.source = std::move(source);
        if (goal == "*name") {
            TERN_TRY(target, target_named(entity_, "given_name"));
            out.target = std::move(target);
            out.kind = MappedField::Kind::whole_name;
            return out;
        }
        const auto open = goal.find('[');
        const auto close = goal.find(']');
        if (open == std::string::npos || close == std::string::npos) {
            TERN_TRY(target, target_named(entity_, goal));
            out.target = std::move(target);
            return out;
        }
        TERN_TRY(target, target_named(entity_, goal.substr(0, open)));
        if (target.kind != Target::Kind::elements || target.field->type != schema::Type::list)
            return fail(Fault::bad_argument, target.name + " is no list", "write it without brackets");
        out.target = std::move(target);
        out.kind = MappedField::Kind::list_part;
        TERN_CHECK(read_part(goal.substr(open + 1, close - open - 1), goal.substr(close + 1), out));
        return out;
    }

    Status read_part(const std::string& inside, std::string_view after, MappedField& out) {
        const auto& list = *out.target.field;
        const bool numbered = inside.find_first_not_of("0123456789") == std::string::npos && !inside.empty();
        out.part.slot = numbered ? std::string(4 - std::min<std::size_t>(4, inside.size()), '0') + inside
                                 : std::to_string(10'000 + slots_++);  // sorted as the columns stand
        if (!numbered) out.part.label = inside;
        if (after.starts_with('.')) after.remove_prefix(1);
        out.part.member = after.empty() ? &telling_member(list) : list.member(after);
        if (out.part.member == nullptr)
            return fail(Fault::bad_argument, list.name + " has no " + quoted(after), "see docs/schema.md");
        return ok();
    }

    /// Parts of a list may be many; each slot has one of a kind.
    bool add(MappedField field) {
        std::string name = field.target.name;
        if (field.kind == MappedField::Kind::list_part) name += "[" + field.part.slot + "]." + field.part.member->name;
        if (field.kind == MappedField::Kind::whole_name) {
            if (names_.contains("given_name") || names_.contains("family_name")) return false;
            name = "*name";
        }
        if (!names_.insert(name).second) return false;
        out_.fields.push_back(std::move(field));
        return true;
    }

    const schema::Entity& entity_;
    const std::vector<std::string>& header_;
    const std::vector<bool>& record_ids_;
    Mapping out_;
    std::set<std::string> names_;
    std::set<std::size_t> used_;
    std::size_t slots_ = 0;
};

}  // namespace

Result<Mapping> read_map(const schema::Entity& entity, const std::vector<std::string>& header,
                         const std::vector<std::string>& entries, const std::vector<bool>& record_ids) {
    MapReader reader{entity, header, record_ids};
    for (const auto& text : split_entries(entries)) TERN_CHECK(reader.told(text));
    reader.guess();
    return reader.done();
}

namespace {

/// What goes along with another column: the names beside our own references, objects and their members in JSON.
bool is_told_by_another(const std::string& name, const std::vector<std::string>& header,
                        const std::set<std::string>& used) {
    const auto dot = name.rfind('.');
    if (dot != std::string::npos && (used.contains(name.substr(0, dot)) || name.substr(dot) == ".title")) return true;
    return std::any_of(header.begin(), header.end(), [&](const std::string& other) {
        return other.size() > name.size() && other[name.size()] == '.' && other.starts_with(name) &&
               used.contains(other);
    });
}

}  // namespace

std::vector<std::string> unused_columns(const std::vector<std::string>& header, const Mapping& mapping) {
    std::set<std::size_t> used;
    if (mapping.id_column) used.insert(*mapping.id_column);
    for (const auto& field : mapping.fields)
        for (const auto& piece : field.source.pieces)
            if (piece.column) used.insert(*piece.column);
    std::set<std::string> names;
    for (const auto column : used) names.insert(header[column]);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < header.size(); ++i)
        if (!used.contains(i) && !header[i].empty() && !is_told_by_another(header[i], header, names))
            out.push_back(header[i]);
    return out;
}

}  // namespace tern::crm

#include "client_core/formula/expand.h"

#include <algorithm>
#include <cctype>
#include <map>

#include "client_core/schema/formula.h"

namespace tern::formula {
namespace {

using schema::Computed;
using schema::Field;
using schema::FormulaPiece;

std::string quoted(std::string_view name) { return '"' + std::string(name) + '"'; }

/// The 48 bits of a stamp that tell milliseconds.
std::string millis(const std::string& hlc) { return "((" + hlc + " >> 16) & 281474976710655)"; }

std::string device(const std::string& number) { return "(SELECT id FROM device_ref WHERE n = " + number + ")"; }

const Computed* named(const std::vector<Computed>& all, std::string_view name) {
    const auto at = std::find_if(all.begin(), all.end(), [&](const Computed& c) { return c.name == name; });
    return at == all.end() ? nullptr : &*at;
}

/// What is shared by a formula's parts stands in one row of that name.
const std::string kShared = "fd";
constexpr std::string_view kCurrency = "_currency";
/// As is_shown(), without a look at `record` itself: few are hidden, and their index fits into a page or two.
const std::string kIsNotHidden =
    "NOT EXISTS (SELECT 1 FROM record fh INDEXED BY record_hidden WHERE fh.rid = ft.rid AND (fh.alive = 0 OR "
    "fh.birth_hlc IS NULL))";

bool asks(std::string_view sql) { return sql.find("SELECT") != std::string_view::npos; }

bool in_name(char c) { return c == '_' || std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// Whether what stands under the alias with which `after` begins is asked for its id.
bool asks_for_id(std::string_view after, std::string_view formula) {
    const auto from = std::min(after.find_first_not_of(' '), after.size());
    auto to = from;
    while (to < after.size() && in_name(after[to])) ++to;
    const std::string alias{after.substr(from, to - from)};
    if (alias.empty()) return true;
    for (const std::string& wanted : {alias + ".id", alias + ".*"})
        for (auto at = formula.find(wanted); at != std::string_view::npos; at = formula.find(wanted, at + 1)) {
            const auto end = at + wanted.size();
            const bool begins = at == 0 || !in_name(formula[at - 1]);
            if (begins && (end == formula.size() || !in_name(formula[end]))) return true;
        }
    return false;
}

class Expansion {
public:
    Expansion(const Scope& scope, const Record* record, const std::vector<Computed>& computed)
        : scope_(scope), record_(record), computed_(computed) {}
    Expansion(const Scope& scope, const Field& list, std::string element)
        : scope_(scope), computed_(list.computed), list_(&list), element_(std::move(element)) {}

    std::string of(const std::string& formula) const {
        const auto pieces = schema::formula_pieces(formula);  // the loader has seen that they are there
        if (!pieces) return "(NULL)";
        const auto shared = shared_by(*pieces);
        std::string out{"("};
        for (std::size_t i = 0; i < pieces->size(); ++i) {
            const FormulaPiece& piece = (*pieces)[i];
            if (piece.kind == FormulaPiece::Kind::sql)
                out += piece.text;
            else if (piece.kind == FormulaPiece::Kind::all)
                out += all_of(piece.text, i + 1 < pieces->size() ? (*pieces)[i + 1].text : std::string{}, formula);
            else
                out += shared.contains(piece.text) ? kShared + "." + quoted(piece.text) : named_by(piece.text);
        }
        out += ")";
        if (shared.empty()) return out;
        std::string values;
        for (const auto& [name, value] : shared) values += (values.empty() ? "" : ", ") + value + " AS " + quoted(name);
        return "(SELECT " + out + " FROM (SELECT " + values + ") " + kShared + ")";
    }

private:
    /// Other computed fields that ask for records and would be asked for again and again: several times, or for each
    /// row of a question. They are worked out once, beside the formula.
    std::map<std::string, std::string> shared_by(const std::vector<FormulaPiece>& pieces) const {
        std::map<std::string, std::string> out;
        std::set<std::string> once;
        bool in_question = false;
        for (const FormulaPiece& piece : pieces) {
            if (piece.kind == FormulaPiece::Kind::sql && asks(piece.text)) in_question = true;
            const auto* other = piece.kind == FormulaPiece::Kind::name ? other_formula(piece.text) : nullptr;
            if (other == nullptr || (once.insert(piece.text).second && !in_question)) continue;
            if (auto value = of(*other); asks(value)) out.emplace(piece.text, std::move(value));
        }
        return out;
    }

    const std::string* other_formula(const std::string& name) const {
        if (const auto* computed = named(computed_, name)) return &computed->formula;
        if (!name.ends_with(kCurrency)) return nullptr;
        const auto* computed = named(computed_, name.substr(0, name.size() - kCurrency.size()));
        return computed == nullptr ? nullptr : &computed->currency;
    }

    /// `after`: what follows the braces, the alias first.
    std::string all_of(const std::string& name, const std::string& after, const std::string& formula) const {
        const auto* entity = scope_.schema.entity(name);
        if (entity == nullptr) return "(SELECT NULL AS id)";
        if (scope_.entities != nullptr) scope_.entities->insert(entity->number);
        const std::string table = quoted(entity->sql());
        if (!scope_.held_twice && !asks_for_id(after, formula))
            return "(SELECT ft.* FROM " + table + " ft WHERE " + kIsNotHidden + ")";
        return "(SELECT fr.id, ft.* FROM record fr JOIN " + table + " ft ON ft.rid = fr.rid WHERE " +
               is_shown("fr", entity->number, scope_.held_twice) + ")";
    }

    std::string named_by(const std::string& name) const {
        if (name == "now") return scope_.now;
        if (name == "today") return scope_.today;
        if (const auto* other = other_formula(name)) return of(*other);
        if (list_ != nullptr)
            return name == "id" ? "(SELECT id FROM record WHERE rid = " + element_ + ".rid)"
                                : column_of(list_->columns, element_, name);
        if (name == "id") return record_->record + ".id";
        if (name == "entity") return std::to_string(record_->entity.number);
        if (name == "rule_points")
            return scope_.scores == nullptr ? "NULL" : scope_.scores->points(*record_, scope_.entities);
        if (name == "rule_reasons")
            return scope_.scores == nullptr ? "NULL" : scope_.scores->reasons(*record_, scope_.entities);
        if (name == "born") return millis(record_->record + ".birth_hlc");
        if (name == "changed")
            return millis("coalesce(" + record_->record + ".newest_hlc, " + record_->record + ".birth_hlc)");
        if (name == "born_by") return device(record_->record + ".birth_dev");
        if (name == "changed_by")
            return device("coalesce(" + record_->record + ".newest_dev, " + record_->record + ".birth_dev)");
        if (const auto* place = record_->entity.column(name))
            return record_->table + "." + quoted(place->column->sql());
        const auto* field = record_->entity.field(name);
        if (field == nullptr || !field->has_elements()) return "NULL";
        return "(SELECT * FROM " + quoted(schema::child_table(record_->entity, *field)) +
               " WHERE rid = " + record_->table + ".rid)";
    }

    static std::string column_of(const std::vector<schema::Column>& columns, const std::string& alias,
                                 const std::string& name) {
        for (const auto& column : columns)
            if (column.name == name) return alias + "." + quoted(column.sql());
        return "NULL";
    }

    const Scope& scope_;
    const Record* record_ = nullptr;
    const std::vector<Computed>& computed_;
    const Field* list_ = nullptr;
    std::string element_;
};

}  // namespace

std::string value_of(const Scope& scope, const Record& record, const Computed& computed) {
    return Expansion{scope, &record, record.entity.computed}.of(computed.formula);
}
std::string currency_of(const Scope& scope, const Record& record, const Computed& computed) {
    return Expansion{scope, &record, record.entity.computed}.of(computed.currency);
}
std::string value_of(const Scope& scope, const Field& list, const std::string& element, const Computed& computed) {
    return Expansion{scope, list, element}.of(computed.formula);
}
std::string currency_of(const Scope& scope, const Field& list, const std::string& element, const Computed& computed) {
    return Expansion{scope, list, element}.of(computed.currency);
}

bool any_held_twice(Database& db) {
    return db.find_integer("SELECT 1 FROM setting WHERE name = 'held_twice'").has_value();
}

std::string is_shown(const std::string& record, EntityNumber entity, bool held_twice) {
    std::string out = record + ".entity = " + std::to_string(entity) + " AND " + record + ".alive = 1 AND " + record +
                      ".birth_hlc IS NOT NULL";
    if (held_twice)
        out += " AND NOT EXISTS (SELECT 1 FROM record o WHERE o.id = " + record + ".id AND o.entity = " + record +
               ".entity AND o.rid > " + record + ".rid AND o.alive = 1 AND o.birth_hlc IS NOT NULL)";
    return out;
}

}  // namespace tern::formula

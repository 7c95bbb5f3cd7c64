#include "client_core/formula/expand.h"

#include <algorithm>

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

class Expansion {
public:
    Expansion(const Scope& scope, const Record* record, const std::vector<Computed>& computed)
        : scope_(scope), record_(record), computed_(computed) {}
    Expansion(const Scope& scope, const Field& list, std::string element)
        : scope_(scope), computed_(list.computed), list_(&list), element_(std::move(element)) {}

    std::string of(const std::string& formula) const {
        std::string out{"("};
        const auto pieces = schema::formula_pieces(formula);  // the loader has seen that they are there
        for (const FormulaPiece& piece : pieces.value_or(std::vector<FormulaPiece>{})) {
            if (piece.kind == FormulaPiece::Kind::sql)
                out += piece.text;
            else if (piece.kind == FormulaPiece::Kind::all)
                out += all_of(piece.text);
            else
                out += named_by(piece.text);
        }
        return out + ")";
    }

private:
    std::string all_of(const std::string& name) const {
        const auto* entity = scope_.schema.entity(name);
        if (entity == nullptr) return "(SELECT NULL AS id)";
        if (scope_.entities != nullptr) scope_.entities->insert(entity->number);
        return "(SELECT fr.id, ft.* FROM record fr JOIN " + quoted(entity->sql()) + " ft ON ft.rid = fr.rid WHERE " +
               is_shown("fr", scope_.held_twice) + ")";
    }

    std::string named_by(const std::string& name) const {
        if (name == "now") return scope_.now;
        if (name == "today") return scope_.today;
        if (const auto* computed = named(computed_, name)) return of(computed->formula);
        if (name.ends_with("_currency"))
            if (const auto* computed = named(computed_, name.substr(0, name.size() - 9)); computed != nullptr)
                return of(computed->currency);
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

std::string is_shown(const std::string& record, bool held_twice) {
    std::string out = record + ".alive = 1 AND " + record + ".birth_hlc IS NOT NULL";
    if (held_twice)
        out += " AND NOT EXISTS (SELECT 1 FROM record o WHERE o.id = " + record + ".id AND o.entity = " + record +
               ".entity AND o.rid > " + record + ".rid AND o.alive = 1 AND o.birth_hlc IS NOT NULL)";
    return out;
}

}  // namespace tern::formula

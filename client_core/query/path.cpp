#include "client_core/query/path.h"

#include <algorithm>

#include "client_core/crm/text.h"
#include "client_core/formula/expand.h"
#include "client_core/query/referring.h"
#include "client_core/store/tables.h"

namespace tern::query {
namespace {

using crm::Role;
using schema::Column;
using schema::Entity;
using schema::Field;
using schema::Type;

/// A column by its name, or by its name without `_id`.
const Column* column_named(const std::vector<Column>& columns, std::string_view name) {
    for (const std::string& wanted : {std::string(name), std::string(name) + "_id"})
        for (const Column& column : columns)
            if (column.name == wanted) return &column;
    return nullptr;
}

/// What a name stands for in an entity: a column of its table, a field with elements or parts, or a column of every
/// record.
struct Found {
    const Field* field = nullptr;
    const Column* column = nullptr;
    Place::Kind own = Place::Kind::value;  ///< id or space, where there is no field
    const schema::Computed* computed = nullptr;
};

Result<Found> find(const Entity& entity, std::string_view name) {
    if (const auto* place = entity.column(name)) return Found{place->field, place->column};
    const auto* field = entity.field(name);
    if (field != nullptr && (field->has_elements() || field->type == Type::poly)) return Found{field, nullptr};
    if (const auto* place = entity.column(std::string(name) + "_id")) return Found{place->field, place->column};
    if (const auto* computed = entity.computed_field(name))
        return Found{nullptr, nullptr, Place::Kind::value, computed};
    if (name == "id") return Found{nullptr, nullptr, Place::Kind::id};
    if (name == "space") return Found{nullptr, nullptr, Place::Kind::space};
    TERN_TRY(target, crm::target_named(entity, name));  // says what is wrong, with the nearest name
    return fail(Fault::bad_argument, target.name + " has several fields", "ask for one of them");
}

const Column& telling_column(const Field& list) {
    const auto number = crm::telling_member(list).number;
    for (const Column& column : list.columns)
        if (!column.path.empty() && column.path[0] == number) return column;
    return list.columns.front();
}

class Walker {
public:
    Walker(Compiling& compiling, const std::string& path) : compiling_(compiling), path_(path) {
        for (std::size_t at = 0;;) {
            const auto end = path.find('.', at);
            names_.push_back(path.substr(at, end - at));
            if (end == std::string::npos) break;
            at = end + 1;
        }
    }

    Result<std::string> any(const Row& row, std::size_t at, std::size_t hops, const Condition& condition) {
        if (const auto referring = referring_as(*row.entity, at); !referring.empty())
            return any_referring(row, referring, at, hops, condition);
        TERN_TRY(found, find(*row.entity, names_[at]));
        if (found.computed != nullptr) {
            const Place place = computed_place(*found.computed, row);
            if (last(at)) return condition(place);
            if (place.type != Type::ref) return no_way_on(at);
            return any_hop(place.sql, found.computed->targets, at + 1, hops + 1, condition);
        }
        if (found.field == nullptr) return last(at) ? condition(own_place(found.own, row)) : no_way_on(at);
        if (found.column != nullptr) return any_of(*found.field, *found.column, row.table, at, hops, condition);
        if (found.field->type == Type::poly) {
            if (last(at)) return condition(poly_place(*found.field, row));
            return any_hop(poly_place(*found.field, row).sql, found.field->targets, at + 1, hops + 1, condition);
        }
        if (found.field->type == Type::counter)
            return last(at) ? condition(counter_place(*found.field, row)) : no_way_on(at);
        return any_element(row, *found.field, at, hops, condition);
    }

    Result<Place> one(const Row& row, std::size_t at, std::size_t hops) {
        if (!referring_as(*row.entity, at).empty()) return several_values();
        TERN_TRY(found, find(*row.entity, names_[at]));
        if (found.computed != nullptr) {
            Place place = computed_place(*found.computed, row);
            if (last(at)) return place;
            if (place.type != Type::ref) return no_way_on(at);
            return one_hop(place.sql, found.computed->targets, at + 1, hops + 1);
        }
        if (found.field == nullptr) return last(at) ? Result<Place>{own_place(found.own, row)} : no_way_on(at);
        if (found.column != nullptr) return one_of(*found.field, *found.column, row.table, at, hops);
        if (found.field->type == Type::poly && !last(at))
            return one_hop(poly_place(*found.field, row).sql, found.field->targets, at + 1, hops + 1);
        if (found.field->type == Type::counter && last(at)) return counter_place(*found.field, row);
        if (found.field->type == Type::poly)
            return fail(Fault::bad_argument, quoted() + " is of several kinds",
                        "use " + names_[at] + "_id or a field behind it");
        return several_values();
    }

    Result<Place> joined(const Row& row, ElementJoins& joins) {
        const auto found = find(*row.entity, names_[0]);
        if (!found || found->field == nullptr || found->column != nullptr || !found->field->has_elements() ||
            found->field->type == Type::counter)
            return one(row, 0, 0);
        const Field& field = *found->field;
        auto [join, fresh] = joins.aliases.try_emplace(&field);
        if (fresh) {
            join->second = compiling_.alias('c');
            joins.sql += " LEFT JOIN " + store::element_table(*row.entity, field) + " " + join->second + " ON " +
                         join->second + ".rid = " + row.table + ".rid";
        }
        TERN_TRY(place, at_joined(field, join->second));
        place.joined = &field;
        return std::move(place);
    }

private:
    Result<Place> at_joined(const Field& field, const std::string& c) {
        if (field.type == Type::list) {
            if (last(0)) return place_of(field, telling_column(field), c);
            if (const auto* computed = computed_member(field, 1)) return computed_place(*computed, field, c);
            TERN_TRY(member, member_of(field, 1));
            return one_of(field, *member, c, 1, 0);
        }
        const Place element = element_place(field, c);
        if (last(0)) return element;
        if (field.type == Type::set) return no_way_on(0);
        return one_hop(element.sql, field.targets, 1, 1);
    }

    bool last(std::size_t at) const { return at + 1 == names_.size(); }
    std::string quoted() const { return crm::quoted(path_); }

    Failure several_values() const {
        return fail(Fault::bad_argument, quoted() + " may have several values", "use a field with one value");
    }
    Failure no_way_on(std::size_t at) const {
        return fail(Fault::bad_argument, crm::quoted(names_[at]) + " refers to no record, so nothing follows it",
                    "write " + names_[at] + " alone");
    }

    Place place_of(const Field& field, const Column& column, const std::string& alias) const {
        const auto part = crm::part_of(field, column);
        Place out{Place::Kind::value, path_,       query::column(alias, column.sql()), {}, {}, part.type,
                  part.choices,       part.targets};
        if (part.role == Role::amount) {
            out.kind = Place::Kind::money;
            out.currency = query::column(alias, (&column)[1].sql());  // the column after its amount
        } else if (part.role == Role::poly_entity) {
            out.kind = Place::Kind::entity;
        } else if (part.role == Role::poly_id) {
            out.type = Type::ref;
        }
        return out;
    }
    const schema::Computed* computed_member(const Field& list, std::size_t at) const {
        for (const auto& computed : list.computed)
            if (computed.name == names_[at]) return &computed;
        return nullptr;
    }

    formula::Scope scope() {
        compiling_.of_today = true;
        return {compiling_.schema,
                std::to_string(compiling_.viewer.now),
                std::to_string(compiling_.today),
                compiling_.held_twice,
                &compiling_.entities,
                compiling_.scores};
    }
    Place computed_place(const schema::Computed& computed, std::string value, std::string currency) const {
        Place out{Place::Kind::value, path_, std::move(value), {}, {}, computed.type, &computed.choices,
                  &computed.targets};
        if (computed.type != Type::money) return out;
        out.kind = Place::Kind::money;
        out.currency = std::move(currency);
        return out;
    }
    Place computed_place(const schema::Computed& computed, const Row& row) {
        const auto in = scope();
        const formula::Record record{*row.entity, row.record, row.table};
        return computed_place(computed, value_of(in, record, computed),
                              computed.type == Type::money ? currency_of(in, record, computed) : std::string{});
    }
    Place computed_place(const schema::Computed& computed, const Field& list, const std::string& element) {
        const auto in = scope();
        return computed_place(computed, value_of(in, list, element, computed),
                              computed.type == Type::money ? currency_of(in, list, element, computed) : std::string{});
    }
    Place own_place(Place::Kind kind, const Row& row) const {
        Place out{kind, path_, row.record + (kind == Place::Kind::id ? ".id" : ".space"), {}, {}};
        if (kind == Place::Kind::id) out.type = Type::ref;
        return out;
    }
    Place poly_place(const Field& field, const Row& row) const {
        return {Place::Kind::poly,
                path_,
                column(row.table, field.columns[1].sql()),
                {},
                column(row.table, field.columns[0].sql()),
                Type::ref,
                nullptr,
                &field.targets};
    }
    Place counter_place(const Field& field, const Row& row) const {
        return {Place::Kind::value, path_, column(row.table, field.name), {}, {}, Type::integer};
    }
    Place element_place(const Field& field, const std::string& c) const {
        const bool set = field.type == Type::set;
        return {set ? Place::Kind::set : Place::Kind::value,
                path_,
                c + ".elem",
                {},
                {},
                set ? Type::pick : Type::ref,
                &field.choices,
                &field.targets};
    }

    Result<const Column*> member_of(const Field& list, std::size_t at) const {
        if (const auto* column = column_named(list.columns, names_[at])) return column;
        std::vector<std::string> all;
        for (const Column& column : list.columns) all.push_back(column.name);
        const auto near = crm::nearest(names_[at], all);
        return fail(Fault::bad_argument, list.name + " has no " + crm::quoted(names_[at]),
                    "did you mean " + list.name + "." + (near.empty() ? all.back() : near) + "?");
    }

    Status check_hops(std::size_t hops) const {
        if (hops <= query_limits::kHops) return ok();
        return fail(Fault::too_big,
                    quoted() + " goes over more than " + std::to_string(query_limits::kHops) + " references",
                    "ask for something nearer");
    }

    Result<std::string> any_of(const Field& field, const Column& column, const std::string& alias, std::size_t at,
                               std::size_t hops, const Condition& condition) {
        const Place place = place_of(field, column, alias);
        if (last(at)) return condition(place);
        if (place.type != Type::ref || place.targets == nullptr) return no_way_on(at);
        return any_hop(place.sql, *place.targets, at + 1, hops + 1, condition);
    }

    Result<std::string> any_hop(const std::string& id, const std::vector<EntityNumber>& targets, std::size_t at,
                                std::size_t hops, const Condition& condition) {
        TERN_CHECK(check_hops(hops));
        std::string out;
        Failure why = no_way_on(at - 1);
        for (const EntityNumber number : targets) {
            const auto* entity = compiling_.schema.entity(number);
            if (entity == nullptr) continue;
            const Row row{entity, compiling_.alias('q'), compiling_.alias('n')};
            const auto bound = compiling_.arguments.size();
            const auto inner = any(row, at, hops, condition);
            if (!inner) {
                compiling_.arguments.cut(bound);
                why = inner.error();
                continue;
            }
            compiling_.entities.insert(number);
            out += (out.empty() ? "" : " OR ") + id + " IN (SELECT " + row.record + ".id FROM " +
                   from(compiling_, row) + " AND (" + *inner + "))";
        }
        if (out.empty()) return why;
        return out;
    }

    /// Where a name is not the entity's own field, but another entity: the references by which that one refers here.
    std::vector<Reference> referring_as(const Entity& entity, std::size_t at) const {
        const auto* other = compiling_.schema.entity(names_[at]);
        if (other == nullptr || other == &entity || find(entity, names_[at])) return {};
        return references(*other, entity);
    }

    Result<std::string> any_referring(const Row& row, const std::vector<Reference>& references, std::size_t at,
                                      std::size_t hops, const Condition& condition) {
        TERN_CHECK(check_hops(hops + 1));
        const auto& entity = *compiling_.schema.entity(names_[at]);
        const Row other{&entity, compiling_.alias('q'), compiling_.alias('n')};
        const std::vector<EntityNumber> itself{entity.number};
        const Place place{Place::Kind::value, path_, other.record + ".id", {}, {}, Type::ref, nullptr, &itself};
        TERN_TRY(inner, last(at) ? condition(place) : any(other, at + 1, hops + 1, condition));
        compiling_.entities.insert(entity.number);
        std::string out;
        for (const Reference& reference : references) {
            const bool elements = reference.field->has_elements();
            const auto c = elements ? compiling_.alias('c') : other.table;
            const auto joins = elements ? " JOIN " + store::element_table(entity, *reference.field) + " " + c + " ON " +
                                              c + ".rid = " + other.table + ".rid"
                                        : std::string{};
            const auto id = reference.column == nullptr ? c + ".elem" : column(c, reference.column->sql());
            out += (out.empty() ? "" : " OR ") + row.record + ".id IN (SELECT " + id + " FROM " +
                   from(compiling_, other, joins) + " AND (" + inner + "))";
        }
        return out;
    }

    Result<std::string> any_element(const Row& row, const Field& field, std::size_t at, std::size_t hops,
                                    const Condition& condition) {
        const auto c = compiling_.alias('c');
        TERN_TRY(inner, in_element(field, c, at, hops, condition));
        return "EXISTS (SELECT 1 FROM " + store::element_table(*row.entity, field) + " " + c + " WHERE " + c +
               ".rid = " + row.table + ".rid AND (" + inner + "))";
    }

    Result<std::string> in_element(const Field& field, const std::string& c, std::size_t at, std::size_t hops,
                                   const Condition& condition) {
        if (field.type == Type::list) {
            if (!last(at)) {
                if (const auto* computed = computed_member(field, at + 1))
                    return last(at + 1) ? condition(computed_place(*computed, field, c)) : no_way_on(at + 1);
                TERN_TRY(member, member_of(field, at + 1));
                return any_of(field, *member, c, at + 1, hops, condition);
            }
            Place telling = place_of(field, telling_column(field), c);
            if (telling.kind == Place::Kind::value) telling.kind = Place::Kind::elements;
            return condition(telling);
        }
        const Place element = element_place(field, c);
        if (last(at)) return condition(element);
        if (field.type == Type::set) return no_way_on(at);
        return any_hop(element.sql, field.targets, at + 1, hops + 1, condition);
    }

    Result<Place> one_of(const Field& field, const Column& column, const std::string& alias, std::size_t at,
                         std::size_t hops) {
        Place place = place_of(field, column, alias);
        if (last(at)) return place;
        if (place.type != Type::ref || place.targets == nullptr) return no_way_on(at);
        return one_hop(place.sql, *place.targets, at + 1, hops + 1);
    }

    /// Of several entities the one that has it; what the field is must be the same in all.
    Result<Place> one_hop(const std::string& id, const std::vector<EntityNumber>& targets, std::size_t at,
                          std::size_t hops) {
        TERN_CHECK(check_hops(hops));
        std::optional<Place> out;
        Failure why = no_way_on(at - 1);
        for (const EntityNumber number : targets) {
            const auto* entity = compiling_.schema.entity(number);
            if (entity == nullptr) continue;
            const Row row{entity, compiling_.alias('q'), compiling_.alias('n')};
            auto inner = one(row, at, hops);
            if (!inner) {
                why = inner.error();
                continue;
            }
            if (out && (out->kind != inner->kind || out->type != inner->type))
                return fail(Fault::bad_argument, quoted() + " is not the same in all kinds of records",
                            "use another field");
            compiling_.entities.insert(number);
            const auto behind = [&](std::string& sql, const std::string& before) {
                if (sql.empty()) return;
                sql = "(SELECT " + sql + " FROM " + from(compiling_, row) + " AND " + row.record + ".id = " + id +
                      " LIMIT 1)";
                if (!before.empty()) sql = "coalesce(" + before + ", " + sql + ")";
            };
            behind(inner->sql, out ? out->sql : std::string{});
            behind(inner->currency, out ? out->currency : std::string{});
            out = std::move(*inner);
        }
        if (!out) return why;
        return std::move(*out);
    }

    Compiling& compiling_;
    const std::string& path_;
    std::vector<std::string> names_;
};

}  // namespace

bool Place::is_choice() const { return type == Type::enumeration || type == Type::pick; }

bool Place::is_text() const {
    switch (type) {
        case Type::text:
        case Type::long_text:
        case Type::rich:
        case Type::phone:
        case Type::mail:
        case Type::url:
        case Type::json:
            return true;
        default:
            return false;
    }
}

bool Place::is_number() const {
    return type == Type::integer || type == Type::decimal || type == Type::percent || type == Type::duration;
}

crm::Target Place::target() const {
    static const std::vector<schema::Choice> no_choices;
    static const std::vector<EntityNumber> no_targets;
    crm::Target out;
    out.kind = kind == Kind::entity ? crm::Target::Kind::poly_entity : crm::Target::Kind::scalar;
    out.name = path;
    out.type = type;
    out.choices = choices == nullptr ? &no_choices : choices;
    out.targets = targets == nullptr ? &no_targets : targets;
    return out;
}

Result<std::string> any_match(Compiling& compiling, const Row& row, const std::string& path,
                              const Condition& condition) {
    return Walker{compiling, path}.any(row, 0, 0, condition);
}

Result<Place> single_place(Compiling& compiling, const Row& row, const std::string& path) {
    return Walker{compiling, path}.one(row, 0, 0);
}

Result<Place> joined_place(Compiling& compiling, const Row& row, const std::string& path, ElementJoins& joins) {
    return Walker{compiling, path}.joined(row, joins);
}

}  // namespace tern::query

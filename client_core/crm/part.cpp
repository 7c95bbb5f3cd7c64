#include "client_core/crm/part.h"

#include "client_core/crm/text.h"

namespace tern::crm {
namespace {

using schema::Column;
using schema::Field;
using schema::Member;
using schema::Type;

bool is_text(Type type) {
    return type == Type::text || type == Type::long_text || type == Type::rich || type == Type::phone ||
           type == Type::mail || type == Type::url;
}

Target of_column(const std::string& name, const Field& field, const Column& column) {
    const Part part = part_of(field, column);
    Target out;
    out.name = name;
    out.field = &field;
    out.path = column.path;
    out.type = part.type;
    out.choices = part.choices;
    out.targets = part.targets;
    switch (part.role) {
        case Role::amount:
            out.kind = Target::Kind::money;
            out.path.pop_back();
            break;
        case Role::currency:
            out.kind = Target::Kind::currency;
            out.path.pop_back();
            break;
        case Role::poly_entity:
            out.kind = Target::Kind::poly_entity;
            break;
        case Role::poly_id:
        case Role::scalar:
            break;
    }
    return out;
}

std::optional<Target> of_field(const Field& field) {
    Target out;
    out.name = field.name;
    out.field = &field;
    out.type = field.type;
    out.choices = &field.choices;
    out.targets = &field.targets;
    switch (field.type) {
        case Type::poly:
            out.kind = Target::Kind::poly;
            return out;
        case Type::geo:
            out.kind = Target::Kind::geo;
            return out;
        case Type::refs:
            out.kind = Target::Kind::elements;
            out.type = Type::ref;
            return out;
        case Type::set:
            out.kind = Target::Kind::elements;
            out.type = Type::pick;
            return out;
        case Type::list: {
            const Member& member = telling_member(field);
            out.kind = Target::Kind::elements;
            out.type = member.type;
            out.choices = &member.choices;
            out.targets = &member.targets;
            out.member = member.number;
            return out;
        }
        default:
            return std::nullopt;
    }
}

Failure no_such_field(const schema::Entity& entity, std::string_view name) {
    std::vector<std::string> names;
    for (const Field& field : entity.fields) {
        names.push_back(field.name);
        if (field.has_elements()) continue;
        for (const Column& column : field.columns) names.push_back(column.name);
    }
    const auto near = nearest(name, names);
    return fail(Fault::bad_argument, entity.name + " has no field " + quoted(name),
                near.empty() ? "see the field names in the CRM's schema" : "did you mean " + near + "?");
}

}  // namespace

Part part_of(const Field& field, const Column& column) {
    Part out{Role::scalar, column.type, &field.choices, &field.targets};
    Type type = field.type;
    std::size_t at = 0;
    if ((type == Type::group || type == Type::list) && !column.path.empty()) {
        const Member* member = field.member(column.path[0]);
        type = member->type;
        out.choices = &member->choices;
        out.targets = &member->targets;
        at = 1;
    }
    if (column.path.size() == at) {
        out.type = type;
    } else if (type == Type::money) {
        out.role = column.path[at] == 1 ? Role::amount : Role::currency;
    } else if (type == Type::poly) {
        out.role = column.path[at] == 1 ? Role::poly_entity : Role::poly_id;
    }
    return out;
}

Result<Target> target_named(const schema::Entity& entity, std::string_view name) {
    const auto* place = entity.column(name);
    const auto* field = place != nullptr ? place->field : entity.field(name);
    if (field != nullptr && field->retired)
        return fail(Fault::bad_argument, entity.name + "." + field->name + " is retired",
                    "an admin may bring it back with `tern field restore`");
    if (place != nullptr) return of_column(std::string(name), *field, *place->column);
    if (field != nullptr) {
        if (auto target = of_field(*field)) return *target;
        if (field->type == Type::counter)
            return fail(Fault::bad_argument, field->name + " counts by itself", "it cannot be written");
        std::string columns;
        for (const Column& column : field->columns) columns += (columns.empty() ? "" : ", ") + column.name;
        return fail(Fault::bad_argument, field->name + " has several fields", "write to one of " + columns);
    }
    return no_such_field(entity, name);
}

Result<const schema::Entity*> entity_named(const schema::Schema& schema, std::string_view name) {
    if (const auto* entity = schema.entity(name)) return entity;
    const auto wanted = folded(trimmed(name));
    std::string all;
    for (const auto& entity : schema.entities()) {
        for (const auto& label : {entity.label.en, entity.label.zh, entity.plural.en, entity.name})
            if (folded(label) == wanted) return &entity;
        all += (all.empty() ? "" : ", ") + entity.name;
    }
    return fail(Fault::bad_argument, "there is no entity " + quoted(name), "it is one of " + all);
}

const Member& telling_member(const Field& list) {
    for (const Member& member : list.members)
        if (is_text(member.type)) return member;
    return list.members.size() > 1 ? list.members[1] : list.members[0];
}

}  // namespace tern::crm

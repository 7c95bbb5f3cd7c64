#include <tern/custom.h>

#include <algorithm>

#include "client_core/crm/part.h"
#include "client_core/crm/text.h"
#include "client_core/schema/default_value.h"
#include "client_core/schema/extension.h"
#include "client_core/schema/field_loader.h"
#include "protocol/base/suite.h"

namespace tern {
namespace {

using schema::Entity;
using schema::Field;
using schema::Type;

/// A birth in the org's space, field by field.
class Definition {
public:
    Definition(Client& client, std::string_view entity)
        : client_(client), entity_(*client.schema().entity(entity)), id_(new_record_id(client.adjusted_now())) {}

    Definition& put(std::string_view field, Value value) {
        cells_.push_back({entity_.field(field)->number, {}, std::move(value)});
        return *this;
    }
    Definition& put_text(std::string_view field, const std::string& text) {
        return text.empty() ? *this : put(field, Value{text});
    }
    Definition& put_name(const CustomName& name) {
        return put_text("name", name.name).put_text("label_en", name.label_en).put_text("label_zh", name.label_zh);
    }
    Definition& put_element(std::string_view field, Value::Map map) {
        const auto key = suite::random_array<16>();
        cells_.push_back({entity_.field(field)->number, Bytes(key.begin(), key.end()), Value{std::move(map)}});
        return *this;
    }
    const Entity& entity() const { return entity_; }

    Result<RecordId> write() {
        TERN_TRY(home, org_space(client_));
        const store::Write writes[] = {
            {home, Cell{entity_.number, id_, column::kBirth, {}}, birth_value(std::move(cells_)), false}};
        TERN_CHECK(client_.store().write(writes, client_.author()));
        return id_;
    }

    static Result<SpaceId> org_space(Client& client) {
        const auto home = client.org_space();
        if (!home) return fail(Fault::forbidden, "this device is not let in yet", "ask an admin to sync");
        if (!client.may_write(*home))
            return fail(Fault::forbidden, "only those who write in the org's space define fields",
                        "ask an admin of the org");
        return *home;
    }

private:
    Client& client_;
    const Entity& entity_;
    RecordId id_;
    std::vector<BirthCell> cells_;
};

Status check_name(const CustomName& name) {
    if (schema::is_name(name.name)) return ok();
    return fail(Fault::bad_argument, crm::quoted(name.name) + " cannot be a name",
                "use up to 48 lower case letters, digits and underscores, a letter first; labels say the rest");
}

bool is_taken(const Entity& entity, const std::string& name) {
    return name == "id" || name == "space" || entity.field(name) != nullptr || entity.column(name) != nullptr;
}

Result<Type> custom_type(const std::string& wanted) {
    std::string all;
    for (int i = 1; i <= static_cast<int>(Type::counter); ++i) {
        const auto type = static_cast<Type>(i);
        if (!schema::can_be_custom(type)) continue;
        if (schema::name(type) == wanted) return type;
        all += (all.empty() ? "" : ", ") + std::string(schema::name(type));
    }
    return fail(Fault::bad_argument, "a custom field cannot be of type " + crm::quoted(wanted), "it is one of " + all);
}

Status check_choices(Type type, const std::vector<CustomName>& choices) {
    const bool has = type == Type::pick || type == Type::set || type == Type::enumeration;
    if (has == choices.empty())
        return fail(Fault::bad_argument, has ? "a choice needs something to choose from" : "this type has no choices",
                    has ? "give --choice once for each" : "use type pick or set");
    for (std::size_t i = 0; i < choices.size(); ++i)
        for (std::size_t j = 0; j <= i; ++j)
            if (choices[i].name.empty() || (j < i && choices[i].name == choices[j].name))
                return fail(Fault::bad_argument, "a choice is empty or there twice", "give each a name of its own");
    return ok();
}

Status check_default(const CustomField& field, Type type) {
    schema::Member member;
    member.type = type;
    member.default_value = field.default_value;
    for (const auto& choice : field.choices) member.choices.push_back({choice.name, {}});
    const auto fault = schema::fault_of_default(member);
    return fault.empty() ? ok()
                         : Status{fail(Fault::bad_argument, fault, "leave it out, or write what the field takes")};
}

Status check_room(const Entity& entity) {
    const auto custom =
        std::count_if(entity.fields.begin(), entity.fields.end(), [](const Field& field) { return field.is_custom(); });
    if (static_cast<std::size_t>(custom) < schema::kCustomFieldsOfEntity) return ok();
    return fail(Fault::too_big,
                entity.name + " has " + std::to_string(schema::kCustomFieldsOfEntity) + " custom fields already",
                "retired ones count: their values are kept; use one of them again");
}

Result<const Field*> custom_field(const Entity& entity, std::string_view name) {
    const auto* field = entity.field(name);
    if (field != nullptr && field->is_custom()) return field;
    return fail(Fault::not_found, entity.name + " has no custom field " + crm::quoted(name), "see `tern field list`");
}

Status set_alive(Client& client, std::string_view entity_name, std::string_view field_name, bool alive) {
    return caught([&]() -> Status {
        TERN_TRY(entity, crm::entity_named(client.schema(), entity_name));
        TERN_TRY(field, custom_field(*entity, field_name));
        TERN_TRY(home, Definition::org_space(client));
        const Cell cell{client.schema().entity("custom_field")->number, field->defined_by, column::kAlive, {}};
        const store::Write writes[] = {{home, cell, alive_value({alive, {}}), false}};
        return client.store().write(writes, client.author());
    });
}

}  // namespace

Result<RecordId> define_field(Client& client, const CustomField& wanted) {
    return caught([&]() -> Result<RecordId> {
        TERN_CHECK(check_name(wanted.name));
        TERN_TRY(entity, crm::entity_named(client.schema(), wanted.entity));
        if (is_taken(*entity, wanted.name.name))
            return fail(Fault::already_exists, entity->name + " has a field " + wanted.name.name + " already",
                        "choose another name");
        TERN_TRY(type, custom_type(wanted.type));
        TERN_CHECK(check_choices(type, wanted.choices));
        TERN_CHECK(check_default(wanted, type));
        TERN_CHECK(check_room(*entity));
        Definition out{client, "custom_field"};
        out.put_name(wanted.name).put("entity", std::int64_t{entity->number}).put_text("type", wanted.type);
        const bool refers = type == Type::ref || type == Type::refs;
        if (refers == wanted.target.empty())
            return fail(Fault::bad_argument,
                        refers ? "a reference needs an entity to point to" : "this type points to nothing",
                        refers ? "give --to ENTITY" : "leave out --to");
        if (refers) {
            TERN_TRY(target, crm::entity_named(client.schema(), wanted.target));
            out.put("target", std::int64_t{target->number});
        }
        std::int64_t order = 0;
        for (const auto& choice : wanted.choices) {
            Value::Map map{{1, Value{Decimal::normal(++order, 0)}}, {2, Value{choice.name}}};
            if (!choice.label_en.empty()) map.emplace_back(3, Value{choice.label_en});
            if (!choice.label_zh.empty()) map.emplace_back(4, Value{choice.label_zh});
            out.put_element("choices", std::move(map));
        }
        out.put_text("section", wanted.section).put_text("default_value", wanted.default_value);
        if (wanted.required) out.put("required", true);
        if (wanted.list_column) out.put("list_column", true);
        if (wanted.search_weight > 0) out.put("search_weight", std::int64_t{wanted.search_weight});
        return out.write();
    });
}

Result<RecordId> define_entity(Client& client, const CustomEntity& wanted) {
    return caught([&]() -> Result<RecordId> {
        TERN_CHECK(check_name(wanted.name));
        if (client.schema().entity(wanted.name.name) != nullptr)
            return fail(Fault::already_exists, "there is an entity " + wanted.name.name + " already",
                        "choose another name");
        // By chance, so that two admins who are offline hardly ever draw the same.
        EntityNumber number = 0;
        do {
            const auto drawn = suite::random_array<2>();
            number = static_cast<EntityNumber>(schema::kFirstCustomEntity | drawn[0] << 8 | drawn[1]);
        } while (client.schema().entity(number) != nullptr);
        Definition out{client, "custom_entity"};
        out.put_name(wanted.name).put("number", std::int64_t{number});
        out.put_text("plural_en", wanted.plural_en)
            .put_text("plural_zh", wanted.plural_zh)
            .put_text("icon", wanted.icon);
        return out.write();
    });
}

Result<RecordId> define_choice(Client& client, std::string_view entity_name, std::string_view field_name,
                               const CustomName& choice) {
    return caught([&]() -> Result<RecordId> {
        if (choice.name.empty()) return fail(Fault::bad_argument, "a choice needs a name");
        TERN_TRY(entity, crm::entity_named(client.schema(), entity_name));
        const auto dot = field_name.find('.');
        const auto* field = entity->field(field_name.substr(0, dot));
        const auto* member =
            field == nullptr || dot == std::string_view::npos ? nullptr : field->member(field_name.substr(dot + 1));
        if (field == nullptr || field->is_custom() || (dot != std::string_view::npos && member == nullptr))
            return fail(Fault::bad_argument,
                        entity->name + " has no choice of the CRM's named " + crm::quoted(field_name),
                        "see `tern field list`; a custom field's choices are part of it");
        const Type type = member != nullptr ? member->type : field->type;
        if (type != Type::pick && type != Type::set)
            return fail(Fault::bad_argument, crm::quoted(field_name) + " takes no more choices",
                        "only a pick or set does");
        const auto& known = member != nullptr ? member->choices : field->choices;
        if (std::any_of(known.begin(), known.end(), [&](const auto& other) { return other.name == choice.name; }))
            return fail(Fault::already_exists, "there is a choice " + crm::quoted(choice.name) + " already");
        Definition out{client, "custom_choice"};
        out.put_name(choice).put("entity", std::int64_t{entity->number}).put("field", std::int64_t{field->number});
        if (member != nullptr) out.put("member", std::int64_t{member->number});
        return out.write();
    });
}

Status retire_field(Client& client, std::string_view entity, std::string_view field) {
    return set_alive(client, entity, field, false);
}
Status restore_field(Client& client, std::string_view entity, std::string_view field) {
    return set_alive(client, entity, field, true);
}

Result<Json> list_fields(Client& client, std::string_view entity_name) {
    return caught([&]() -> Result<Json> {
        TERN_TRY(entity, crm::entity_named(client.schema(), entity_name));
        Json out = Json::array();
        const auto add = [&](const Field& field) {
            out.add(Json::object()
                        .add("name", Json{field.name})
                        .add("type", Json::text(schema::name(field.type)))
                        .add("label_en", Json{field.label.en})
                        .add("label_zh", Json{field.label.zh})
                        .add("section", Json{field.section})
                        .add("required", Json{field.required})
                        .add("list", Json{field.list_column})
                        .add("custom", Json{field.is_custom()})
                        .add("retired", Json{field.retired}));
        };
        for (const auto& section : entity->sections)
            for (const ColumnNumber number : section.fields) add(*entity->field(number));
        for (const Field& field : entity->fields)
            if (field.section.empty()) add(field);
        return out;
    });
}

Result<Json> list_entities(Client& client) {
    return caught([&]() -> Result<Json> {
        Json out = Json::array();
        for (const Entity& entity : client.schema().entities())
            out.add(Json::object()
                        .add("name", Json{entity.name})
                        .add("number", Json{std::int64_t{entity.number}})
                        .add("label_en", Json{entity.label.en})
                        .add("label_zh", Json{entity.label.zh})
                        .add("records", Json{client.store()
                                                 .database()
                                                 .find_integer("SELECT count(*) FROM record WHERE entity = ? AND alive "
                                                               "= 1 AND birth_hlc IS NOT NULL",
                                                               entity.number)
                                                 .value_or(0)})
                        .add("custom", Json{entity.number >= schema::kFirstCustomEntity})
                        .add("retired", Json{entity.retired}));
        return out;
    });
}

}  // namespace tern

#include "client_core/schema/schema.h"

#include <algorithm>
#include <array>

namespace tern::schema {
namespace {

constexpr std::array<std::string_view, 28> kTypeNames{
    "",         "text",     "long", "rich", "int",  "dec",  "money", "pct",    "bool",  "date",
    "datetime", "duration", "enum", "pick", "set",  "ref",  "refs",  "poly",   "phone", "mail",
    "url",      "geo",      "addr", "blob", "json", "list", "group", "counter"};

template <class Map, class Key>
auto found(const Map& map, const Key& key) -> const typename Map::mapped_type* {
    const auto at = map.find(key);
    return at == map.end() ? nullptr : &at->second;
}

/// Moves keep the vectors' buffers, so these pointers hold as long as the schema.
void index(Entity& entity) {
    entity.by_number.clear();
    entity.by_name.clear();
    entity.by_column.clear();
    entity.by_definition.clear();
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const Field& field = entity.fields[i];
        entity.by_number.emplace(field.number, i);
        entity.by_name.emplace(field.name, i);
        if (field.is_custom()) entity.by_definition.emplace(field.defined_by, i);
        if (field.has_elements()) continue;
        for (const Column& column : field.columns) entity.by_column.emplace(column.name, ColumnPlace{&field, &column});
    }
}

}  // namespace

std::string_view name(Type type) { return kTypeNames.at(static_cast<std::size_t>(type)); }

const Member* Field::member(std::uint32_t wanted) const {
    const auto at = std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.number == wanted; });
    return at == members.end() ? nullptr : &*at;
}

const Member* Field::member(std::string_view wanted) const {
    const auto at = std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.name == wanted; });
    return at == members.end() ? nullptr : &*at;
}

const Field* Entity::field(ColumnNumber wanted) const {
    const auto* at = found(by_number, wanted);
    return at == nullptr ? nullptr : &fields[*at];
}

const Field* Entity::field(std::string_view wanted) const {
    const auto* at = found(by_name, wanted);
    return at == nullptr ? nullptr : &fields[*at];
}

const Field* Entity::defined_by(const RecordId& definition) const {
    const auto* at = found(by_definition, definition);
    return at == nullptr ? nullptr : &fields[*at];
}

const Computed* Entity::computed_field(std::string_view wanted) const {
    const auto at = std::find_if(computed.begin(), computed.end(), [&](const Computed& c) { return c.name == wanted; });
    return at == computed.end() ? nullptr : &*at;
}

const ColumnPlace* Entity::column(std::string_view wanted) const { return found(by_column, wanted); }

bool indexed_in_full(const Entity& entity, const Field& field, const Column& column) {
    if (!column.indexed) return false;
    const bool is_time = column.type == Type::date || column.type == Type::datetime;
    return (field.required && field.indexed) || (is_time && (field.list_column || column.name == entity.timeline_date));
}

std::string child_table(const Entity& entity, const Field& field) {
    if (field.is_custom()) return custom_sql_name(field);
    return (field.common ? "common" : entity.sql()) + "_" + field.name;
}

std::string custom_sql_name(const Field& field) {
    return "c" + std::to_string(static_cast<int>(field.type)) + "_" + hex(field.defined_by);
}

std::string custom_sql_name(EntityNumber entity) { return "custom_" + std::to_string(entity); }

Schema::Schema(std::vector<Entity> entities) : entities_(std::move(entities)) {
    for (Entity& entity : entities_) {
        index(entity);
        by_number_.emplace(entity.number, &entity);
        by_name_.emplace(entity.name, &entity);
    }
}

const Entity* Schema::entity(EntityNumber number) const {
    const auto* at = found(by_number_, number);
    return at == nullptr ? nullptr : *at;
}

const Entity* Schema::entity(std::string_view name) const {
    const auto* at = found(by_name_, name);
    return at == nullptr ? nullptr : *at;
}

}  // namespace tern::schema

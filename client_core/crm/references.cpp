#include "client_core/crm/references.h"

#include "client_core/crm/rules.h"
#include "client_core/store/tables.h"

namespace tern::crm {
namespace {

using schema::Type;

/// Ids of living records with a reference to one of `from` in that table's column.
void find(store::Store& store, const std::string& table, const std::string& column, const std::set<RecordId>& from,
          EntityNumber entity, std::set<RecordId>& out) {
    for (const RecordId& id : from) {
        Rows rows =
            store.database().query("SELECT r.id FROM " + table + " t CROSS JOIN record r ON r.rid = t.rid WHERE t.\"" +
                                       column + "\" = ? AND r.alive = 1 AND r.entity = ?",
                                   id, entity);
        while (rows.next())
            if (const auto found = rows.id<RecordId>(0); !from.contains(found)) out.insert(found);
    }
}

std::set<RecordId> referring(store::Store& store, const schema::Entity& entity, const std::set<RecordId>& from) {
    std::set<RecordId> out;
    for (const auto& field : entity.fields) {
        const std::string table = field.has_elements() ? store::element_table(entity, field) : '"' + entity.sql() + '"';
        if (field.type == Type::refs) find(store, table, "elem", from, entity.number, out);
        for (const auto& column : field.columns)
            if (column.type == Type::ref) find(store, table, column.sql(), from, entity.number, out);
    }
    return out;
}

bool refers(const Value& value, const std::set<RecordId>& from) {
    if (const auto* id = value.as<AnyId>()) return from.contains(RecordId{id->bytes});
    if (const auto* map = value.as<Value::Map>())
        return std::any_of(map->begin(), map->end(), [&](const auto& member) { return refers(member.second, from); });
    return false;
}

void redirect_cells(const schema::Entity& entity, const store::RecordHead& head, const Cells& cells,
                    const std::set<RecordId>& from, const RecordId& to, std::vector<CellEdit>& out) {
    for (const auto& [key, value] : cells) {
        const auto& [column, element] = key;
        const auto* field = entity.field(column);
        if (field == nullptr || field->name == "merged_into" || field->name == "separate_from") continue;
        if (field->type == Type::refs && element.size() == 16 && from.contains(RecordId::of(element))) {
            out.push_back({head, column, element, value, {}});
            const Bytes instead = copy(to.bytes);
            if (head.id != to && !cells.contains({column, instead}))
                out.push_back({head, column, instead, {}, Value{true}});
        } else if (refers(value, from)) {
            out.push_back({head, column, element, value, with_ids(value, from, to, head.id)});
        }
    }
}

}  // namespace

Value with_ids(const Value& value, const std::set<RecordId>& from, const RecordId& to, const RecordId& own) {
    if (const auto* id = value.as<AnyId>()) {
        if (!from.contains(RecordId{id->bytes})) return value;
        return own == to ? Value{} : Value{AnyId{to.bytes}};
    }
    const auto* map = value.as<Value::Map>();
    if (map == nullptr) return value;
    Value::Map out;
    for (const auto& [number, member] : *map)
        if (Value changed = with_ids(member, from, to, own); !changed.is_null())
            out.emplace_back(number, std::move(changed));
    // One of several kinds: its kind says nothing without its id.
    const bool lone_kind = map->size() == 2 && out.size() == 1 && (*map)[1].second.as<AnyId>() != nullptr;
    return out.empty() || lone_kind ? Value{} : Value{std::move(out)};
}

std::vector<CellEdit> redirected(store::Store& store, const std::set<RecordId>& records, const std::set<RecordId>& from,
                                 const RecordId& to) {
    std::vector<CellEdit> out;
    for (const RecordId& id : records)
        for (const auto& head : store.find(id)) {
            const auto* entity = store.schema().entity(head.entity);
            if (head.alive && entity != nullptr && entity->name != "merge" && !from.contains(id))
                redirect_cells(*entity, head, cells_of(store, head), from, to, out);
        }
    return out;
}

std::vector<CellEdit> redirected(store::Store& store, const std::set<RecordId>& from, const RecordId& to) {
    std::vector<CellEdit> out;
    for (const auto& entity : store.schema().entities()) {
        if (entity.name == "merge") continue;
        for (const RecordId& id : referring(store, entity, from))
            for (const auto& head : store.find(id))
                if (head.alive && head.entity == entity.number)
                    redirect_cells(entity, head, cells_of(store, head), from, to, out);
    }
    return out;
}

std::set<RecordId> naming_in_elements(store::Store& store, const schema::Entity& entity, const RecordId& to) {
    std::set<RecordId> out;
    for (const auto& field : entity.fields) {
        if (!field.has_elements() || field.retired) continue;
        const auto table = store::element_table(entity, field);
        if (field.type == Type::refs) find(store, table, "elem", {to}, entity.number, out);
        for (const auto& column : field.columns)
            if (column.type == Type::ref) find(store, table, column.sql(), {to}, entity.number, out);
    }
    return out;
}

}  // namespace tern::crm

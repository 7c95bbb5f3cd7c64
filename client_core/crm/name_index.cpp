#include "client_core/crm/name_index.h"

#include "client_core/crm/text.h"

namespace tern::crm {

void NameIndex::put(Map& map, std::string name, const RecordId& id) {
    if (name.empty()) return;
    const auto [at, fresh] = map.try_emplace(std::move(name), id);
    if (!fresh && at->second != id) at->second = RecordId{};
}

NameIndex::Spellings& NameIndex::names_of(const schema::Entity& entity) {
    const auto [at, fresh] = entities_.try_emplace(entity.number);
    if (!fresh) return at->second;
    std::string sql = "SELECT r.id, t.external_id, " + title_of(entity, "t");
    if (entity.title.size() > 1)
        sql += ", coalesce(t.\"" + entity.title[1] + "\", '') || coalesce(t.\"" + entity.title[0] + "\", '')";
    if (entity.name == "user") sql += ", t.login";
    Rows rows = store_.database().query(sql + " FROM \"" + entity.sql() +
                                        "\" t CROSS JOIN record r ON r.rid = t.rid WHERE r.alive = 1");
    while (rows.next()) {
        put(at->second.external, std::string(rows.text(1)), rows.id<RecordId>(0));
        for (int column = 2; column < rows.columns(); ++column)
            add(entity, std::string(rows.text(column)), rows.id<RecordId>(0));
    }
    return at->second;
}

void NameIndex::add_if_known(const schema::Entity& entity, const std::string& name, const std::string& external_id,
                             const RecordId& id) {
    if (!entities_.contains(entity.number)) return;
    add(entity, name, id);
    put(names_of(entity).external, external_id, id);
}

void NameIndex::add(const schema::Entity& entity, const std::string& name, const RecordId& id) {
    auto& names = names_of(entity);
    put(names.exact, name, id);
    put(names.loose, loose(name), id);
}

Result<RecordId> NameIndex::find(const schema::Entity& entity, std::string_view name) {
    const auto& names = names_of(entity);
    auto at = names.exact.find(std::string(name));
    if (at == names.exact.end()) {
        at = names.external.find(std::string(name));
        if (at == names.external.end()) {
            at = names.loose.find(loose(name));
            if (at == names.loose.end()) return no_such_record(entity, name);
        }
    }
    if (at->second.is_zero()) return several_records(entity, name);
    return at->second;
}

}  // namespace tern::crm

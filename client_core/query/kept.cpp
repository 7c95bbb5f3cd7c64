#include "client_core/query/kept.h"

#include <nlohmann/json.hpp>

namespace tern::query {

using nlohmann::json;

Result<Json> find_kept(Client& client, std::string_view entity, std::string_view name_or_id, Filter more) {
    Query query;
    query.entity = std::string(entity);
    const std::string_view field = record_id_from(name_or_id) ? "id" : "name";
    query.filter =
        Filter::all_of({std::move(more), Filter::compare(field, Comparison::is, {FilterValue::of(name_or_id)})});
    query.page_size = 1;
    Json out;
    TERN_TRY(rest, Queries(client, {}).list(query, [&](Json record) { out = std::move(record); }));
    (void)rest;
    return out;
}

std::vector<std::string> kept_strings(const Json& record, std::string_view field) {
    std::vector<std::string> out;
    const Json* value = record.find(field);
    if (value == nullptr) return out;
    const auto read = json::parse(value->dump(), nullptr, false);
    if (read.is_string()) out.push_back(read.get<std::string>());
    if (read.is_array())
        for (const auto& item : read)
            if (item.is_string()) out.push_back(item.get<std::string>());
    return out;
}

std::string kept_text(const Json& record, std::string_view field) {
    std::string out;
    for (const auto& item : kept_strings(record, field)) out += (out.empty() ? "" : ",") + item;
    return out;
}

std::string kept_name(const Json& record) {
    const Json* name = record.find("name");
    return name == nullptr ? std::string{} : name->plain();
}

std::string array_text(const std::vector<std::string>& items) {
    return items.empty() ? std::string{} : json(items).dump();
}

std::string string_text(const std::string& text) { return text.empty() ? std::string{} : json(text).dump(); }

Result<RecordId> keep(Client& client, std::string_view entity, const Json& found, std::vector<Assignment> naming,
                      const std::vector<Assignment>& fields, const std::optional<SpaceId>& space) {
    Records records{client};
    if (found.is_null()) {
        naming.insert(naming.end(), fields.begin(), fields.end());
        return records.create(std::string(entity), naming, space);
    }
    const auto id = record_id_from(found.find("id")->plain());
    if (!id) return fail(Fault::internal, "a record has no id", "please report this");
    TERN_CHECK(records.set(*id, fields));
    return *id;
}

}  // namespace tern::query

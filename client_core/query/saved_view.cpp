// A view's fields: `filter` is a JSON string with the filter's text, `sort` and `columns` are arrays of strings,
// `group_by` is text. So a view is read by people, by other programs, and by older versions.
#include <tern/saved_view.h>

#include <nlohmann/json.hpp>

#include <tern/records.h>
#include "client_core/crm/part.h"
#include "client_core/crm/text.h"

namespace tern {
namespace {

using nlohmann::json;

/// The view's record; null where there is none.
Result<Json> find_view(Client& client, const std::string& entity, std::string_view name_or_id) {
    Query query;
    query.entity = "saved_view";
    const std::string_view field = record_id_from(name_or_id) ? "id" : "name";
    query.filter = Filter::all_of({Filter::compare("entity", Comparison::is, {FilterValue::of(entity)}),
                                   Filter::compare(field, Comparison::is, {FilterValue::of(name_or_id)})});
    query.page_size = 1;
    Json out;
    TERN_TRY(rest, Queries(client, {}).list(query, [&](Json record) { out = std::move(record); }));
    (void)rest;
    return out;
}

std::string member(const Json& record, std::string_view name) {
    const Json* value = record.find(name);
    return value == nullptr ? std::string{} : value->dump();
}

/// Strings of an array, or the one string that stands alone.
std::vector<std::string> strings(const std::string& text) {
    std::vector<std::string> out;
    const auto read = json::parse(text, nullptr, false);
    if (read.is_string()) out.push_back(read.get<std::string>());
    if (read.is_array())
        for (const auto& item : read)
            if (item.is_string()) out.push_back(item.get<std::string>());
    return out;
}

std::string array_text(const std::vector<std::string>& items) {
    return items.empty() ? std::string{} : json(items).dump();
}

std::string joined(const std::vector<std::string>& items) {
    std::string out;
    for (const auto& item : items) out += (out.empty() ? "" : ",") + item;
    return out;
}

Failure unreadable(std::string_view name, const Failure& why) {
    return fail(why.fault, "the view " + crm::quoted(name) + " cannot be read: " + why.what,
                "save it anew, or install the newer version");
}

}  // namespace

Result<SavedView> read_view(Client& client, std::string_view entity_name, std::string_view name_or_id) {
    TERN_TRY(entity, crm::entity_named(client.schema(), entity_name));
    TERN_TRY(record, find_view(client, entity->name, name_or_id));
    if (record.is_null())
        return fail(Fault::not_found, "there is no view " + crm::quoted(name_or_id) + " of " + entity->name,
                    "see `tern list saved_view`");
    SavedView out;
    out.query.entity = entity->name;
    const auto read = [&](auto&& parse, std::string_view field, auto& into) -> Status {
        auto value = parse(joined(strings(member(record, field))));
        if (!value) return unreadable(name_or_id, value.error());
        into = std::move(*value);
        return ok();
    };
    TERN_CHECK(read(read_filter, "filter", out.query.filter));
    TERN_CHECK(read(read_sort, "sort", out.query.sort));
    TERN_CHECK(read(read_group_by, "group_by", out.query.group_by));
    out.columns = strings(member(record, "columns"));
    const Json* name = record.find("name");
    out.name = name == nullptr ? std::string(name_or_id) : name->plain();
    return out;
}

Result<RecordId> save_view(Client& client, const SavedView& view, const std::optional<SpaceId>& space) {
    TERN_TRY(entity, crm::entity_named(client.schema(), view.query.entity));
    if (crm::trimmed(view.name).empty()) return fail(Fault::bad_argument, "a view needs a name", "give it one");
    // What cannot be asked is not kept.
    TERN_TRY(viewer, viewer_of(client));
    Query probe = view.query;
    probe.page_size = 1;
    probe.after.clear();
    TERN_TRY(answer, Queries(client, std::move(viewer)).ids(probe));
    (void)answer;
    std::vector<std::string> sort;
    for (const auto& key : view.query.sort) sort.push_back(sort_text({key}));
    const auto filter = filter_text(view.query.filter);
    const std::vector<Assignment> fields{{"filter", filter.empty() ? std::string{} : json(filter).dump()},
                                         {"sort", array_text(sort)},
                                         {"columns", array_text(view.columns)},
                                         {"group_by", group_by_text(view.query.group_by)}};
    Records records{client};
    TERN_TRY(known, find_view(client, entity->name, view.name));
    if (known.is_null()) {
        auto all = fields;
        all.insert(all.begin(), {{"entity", entity->name}, {"name", view.name}});
        return records.create("saved_view", all, space);
    }
    const auto id = record_id_from(known.find("id")->plain());
    if (!id) return fail(Fault::internal, "a view has no id", "please report this");
    TERN_CHECK(records.set(*id, fields));
    return *id;
}

}  // namespace tern

#include <tern/saved_view.h>

#include <algorithm>

#include "client_core/crm/part.h"
#include "client_core/crm/text.h"
#include "client_core/query/kept.h"

namespace tern {
namespace {

Filter of_entity(const std::string& entity) {
    return Filter::compare("entity", Comparison::is, {FilterValue::of(entity)});
}

Result<SavedView> view_in(const Json& record, const std::string& entity) {
    SavedView out;
    out.query.entity = entity;
    TERN_TRY(filter, read_filter(query::kept_text(record, "filter")));
    TERN_TRY(sort, read_sort(query::kept_text(record, "sort")));
    TERN_TRY(group_by, read_group_by(query::kept_text(record, "group_by")));
    out.query.filter = std::move(filter);
    out.query.sort = std::move(sort);
    out.query.group_by = std::move(group_by);
    out.columns = query::kept_strings(record, "columns");
    out.name = query::kept_name(record);
    return out;
}

Failure unreadable(std::string_view name, const Failure& why) {
    return fail(why.fault, "the view " + crm::quoted(name) + " cannot be read: " + why.what,
                "save it anew, or install the newer version");
}

}  // namespace

Result<SavedView> read_view(Client& client, std::string_view entity_name, std::string_view name_or_id) {
    TERN_TRY(entity, crm::entity_named(client.schema(), entity_name));
    TERN_TRY(record, query::find_kept(client, "saved_view", name_or_id, of_entity(entity->name)));
    if (record.is_null())
        return fail(Fault::not_found, "there is no view " + crm::quoted(name_or_id) + " of " + entity->name,
                    "see `tern list saved_view`");
    auto view = view_in(record, entity->name);
    if (!view) return unreadable(name_or_id, view.error());
    return view;
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
    TERN_TRY(known, query::find_kept(client, "saved_view", view.name, of_entity(entity->name)));
    return query::keep(client, "saved_view", known, {{"entity", entity->name}, {"name", view.name}},
                       {{"filter", query::string_text(filter_text(view.query.filter))},
                        {"sort", query::array_text(sort)},
                        {"columns", query::array_text(view.columns)},
                        {"group_by", group_by_text(view.query.group_by)}},
                       space);
}

Result<std::vector<KeptView>> views_of(Client& client, std::string_view entity_name) {
    TERN_TRY(entity, crm::entity_named(client.schema(), entity_name));
    TERN_TRY(viewer, viewer_of(client));
    Query query;
    query.entity = "saved_view";
    query.filter = of_entity(entity->name);
    query.sort = {{"name", false}};
    std::vector<KeptView> out;
    TERN_CHECK(Queries(client, std::move(viewer)).list(query, [&](const Json& record) {
        auto view = view_in(record, entity->name);
        const auto id = record_id_from(record.find("id")->plain());
        if (!view || !id) return;
        const Json* pinned = record.find("pinned");
        const Json* kind = record.find("kind");
        KeptView one{*id,
                     std::move(*view),
                     {},
                     pinned != nullptr && pinned->plain() == "true",
                     kind == nullptr ? "list" : kind->plain()};
        const auto heads = client.store().find(*id);
        if (!heads.empty()) one.space = heads.back().space;
        out.push_back(std::move(one));
    }));
    std::stable_sort(out.begin(), out.end(),
                     [](const KeptView& a, const KeptView& b) { return a.pinned && !b.pinned; });
    return out;
}

}  // namespace tern

#include <tern/timeline.h>

#include <algorithm>
#include <set>

#include "client_core/crm/json_parts.h"
#include "client_core/crm/moment.h"
#include "client_core/crm/references.h"

namespace tern {
namespace {

/// The names by which filters ask for the references that may mean one of `entity`; those in elements apart.
std::vector<std::string> references_to(const schema::Entity& event, EntityNumber entity) {
    std::vector<std::string> out;
    for (const auto& field : event.fields)
        if (!field.retired && (field.type == schema::Type::ref || field.type == schema::Type::poly) &&
            std::find(field.targets.begin(), field.targets.end(), entity) != field.targets.end())
            out.push_back(field.name);
    return out;
}

TimelineEvent event_of(Client& client, const Json& record, const schema::Entity& entity) {
    TimelineEvent out;
    out.entity = entity.name;
    out.id = *crm::id_in(record, "id");
    const auto written = entity.timeline_date.empty() ? std::string{} : crm::text_in(record, entity.timeline_date);
    if (const auto at = crm::moment_from(written, crm::DateOrder::day_first)) {
        out.at = *at;
        out.day = crm::names_a_day(written);
    } else if (const auto heads = client.store().find(out.id); !heads.empty()) {
        out.at = heads.back().birth.hlc.ms();
    }
    return out;
}

struct Wanted {
    EntityNumber subject = 0;
    RecordId about;
    std::size_t limit = 0;
};

/// One question a reference: each is answered from its index; all in one would look through all records.
Status add_events(Client& client, Queries& queries, const schema::Entity& entity, const Wanted& wanted,
                  std::vector<TimelineEvent>& out) {
    std::set<RecordId> known;
    const auto take = [&](const Json& record) {
        auto event = event_of(client, record, entity);
        if (known.insert(event.id).second) out.push_back(std::move(event));
    };
    for (const auto& name : references_to(entity, wanted.subject)) {
        Query query;
        query.entity = entity.name;
        query.filter = Filter::compare(name, Comparison::is, {FilterValue::of(uuid_text(wanted.about))});
        query.sort = {{entity.timeline_date.empty() ? "created_at" : entity.timeline_date, true}};
        query.page_size = wanted.limit;
        TERN_CHECK(queries.list(query, take));
    }
    const auto named = crm::naming_in_elements(client.store(), entity, wanted.about);
    if (named.empty()) return ok();
    return queries.show(entity.name, std::vector<RecordId>(named.begin(), named.end()), take);
}

}  // namespace

Result<std::vector<TimelineEvent>> timeline_of(Client& client, const Viewer& viewer, const RecordId& about,
                                               std::size_t limit) {
    return caught([&]() -> Result<std::vector<TimelineEvent>> {
        const auto heads = client.store().find(about);
        if (heads.empty())
            return fail(Fault::not_found, "there is no such record here",
                        "look for it with `tern list`, or sync first");
        const auto subject = heads.back().entity;
        Queries queries{client, viewer};
        std::vector<TimelineEvent> out;
        for (const auto& entity : client.schema().entities()) {
            if (entity.timeline != schema::TimelineRole::event || entity.retired) continue;
            TERN_CHECK(add_events(client, queries, entity, {subject, about, limit}, out));
        }
        std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.at > b.at; });
        if (out.size() > limit) out.resize(limit);
        return out;
    });
}

}  // namespace tern

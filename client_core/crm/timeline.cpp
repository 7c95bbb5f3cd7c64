#include <tern/timeline.h>

#include <algorithm>

#include "client_core/crm/json_parts.h"
#include "client_core/crm/moment.h"

namespace tern {
namespace {

bool can_name(const std::vector<EntityNumber>& targets, EntityNumber entity) {
    return std::find(targets.begin(), targets.end(), entity) != targets.end();
}

/// The names by which filters ask for the references that may name one of `entity`.
std::vector<std::string> references_to(const schema::Entity& event, EntityNumber entity) {
    using schema::Type;
    std::vector<std::string> out;
    for (const auto& field : event.fields) {
        if (field.retired) continue;
        const bool refers = field.type == Type::ref || field.type == Type::refs || field.type == Type::poly;
        if (refers && can_name(field.targets, entity)) out.push_back(field.name);
        if (field.type != Type::list) continue;
        for (const auto& member : field.members)
            if (member.type == Type::ref && can_name(member.targets, entity))
                out.push_back(field.name + "." + member.name);
    }
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
            std::vector<Filter> parts;
            for (const auto& name : references_to(entity, subject))
                parts.push_back(Filter::compare(name, Comparison::is, {FilterValue::of(uuid_text(about))}));
            if (parts.empty()) continue;
            Query query;
            query.entity = entity.name;
            query.filter = Filter::any_of(std::move(parts));
            query.sort = {{entity.timeline_date.empty() ? "created_at" : entity.timeline_date, true}};
            query.page_size = limit;
            TERN_TRY(more,
                     queries.list(query, [&](const Json& record) { out.push_back(event_of(client, record, entity)); }));
            (void)more;
        }
        std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.at > b.at; });
        if (out.size() > limit) out.resize(limit);
        return out;
    });
}

}  // namespace tern

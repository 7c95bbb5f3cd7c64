#include <tern/kept_report.h>

#include "client_core/crm/part.h"
#include "client_core/crm/text.h"
#include "client_core/query/kept.h"
#include "client_core/query/words.h"

namespace tern {

Result<KeptReport> read_report(Client& client, std::string_view name_or_id) {
    TERN_TRY(record, query::find_kept(client, "report", name_or_id));
    if (record.is_null())
        return fail(Fault::not_found, "there is no report " + crm::quoted(name_or_id), "see `tern list report`");
    const auto read = [&](auto&& parse, std::string_view field, auto& into) -> Status {
        auto value = parse(query::kept_text(record, field));
        if (!value)
            return fail(value.error().fault,
                        "the report " + crm::quoted(name_or_id) + " cannot be read: " + value.error().what,
                        "save it anew, or install the newer version");
        into = std::move(*value);
        return ok();
    };
    KeptReport out;
    out.name = query::kept_name(record);
    if (const Json* entity = record.find("entity")) out.query.entity = entity->plain();
    TERN_CHECK(read(read_filter, "filter", out.query.filter));
    TERN_CHECK(read(read_group_by, "group_by", out.query.group_by));
    TERN_CHECK(read(read_measures, "measures", out.query.measures));
    TERN_CHECK(read(read_sort, "sort", out.query.sort));
    out.chart = query::kept_text(record, "chart");
    return out;
}

Result<RecordId> save_report(Client& client, const KeptReport& report, const std::optional<SpaceId>& space) {
    TERN_TRY(entity, crm::entity_named(client.schema(), report.query.entity));
    if (crm::trimmed(report.name).empty()) return fail(Fault::bad_argument, "a report needs a name", "give it one");
    // What cannot be asked is not kept.
    TERN_TRY(viewer, viewer_of(client));
    TERN_TRY(groups, Queries(client, std::move(viewer)).report(report.query));
    (void)groups;
    std::vector<std::string> keys, measures, sort;
    for (const auto& key : report.query.group_by) keys.push_back(query::key_text(key));
    for (const auto& measure : report.query.measures) measures.push_back(query::measure_text(measure));
    for (const auto& key : report.query.sort) sort.push_back(sort_text({key}));
    TERN_TRY(known, query::find_kept(client, "report", report.name));
    std::vector<Assignment> fields{{"entity", entity->name},
                                   {"filter", query::string_text(filter_text(report.query.filter))},
                                   {"group_by", query::array_text(keys)},
                                   {"measures", query::array_text(measures)},
                                   {"sort", query::array_text(sort)}};
    if (!report.chart.empty()) fields.push_back({"chart", query::string_text(report.chart)});
    return query::keep(client, "report", known, {{"name", report.name}}, fields, space);
}

}  // namespace tern

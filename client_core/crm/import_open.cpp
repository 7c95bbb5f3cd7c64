#include "client_core/crm/import_open.h"

namespace tern::crm {

Result<OpenedFile> open_file(const ImportRequest& request, const schema::Entity& entity, exchange::Format format,
                             const std::atomic<bool>* stop, bool to_look_at) {
    TERN_TRY(zone, exchange::WallZone::named(request.zone));
    exchange::TableOptions options{request.encoding, request.delimiter, request.sheet,
                                   entity.name == "task" ? "VTODO" : "VEVENT", zone.name()};
    TERN_TRY(table, exchange::open_table(request.file, format, options));
    TERN_TRY(survey, Survey::of(*table, stop));
    std::vector<bool> ids;
    for (const auto& column : survey.columns) ids.push_back(column.only_ids);
    TERN_TRY(mapping, read_map(entity, table->header(), request.map, ids));
    if (mapping.fields.empty() && !to_look_at)
        return fail(Fault::bad_argument, "no column of the file goes into a field of " + entity.name,
                    "say which with --map col=field");
    for (auto& field : mapping.fields) {
        const auto column = field.source.column();
        if (!column) continue;
        const auto& facts = survey.columns[*column];
        field.style = facts.style();
        field.order = request.date_order.empty()    ? facts.date_order()
                      : request.date_order == "dmy" ? DateOrder::day_first
                                                    : DateOrder::month_first;
    }
    return OpenedFile{std::move(table), std::move(zone), std::move(survey), std::move(mapping), format};
}

}  // namespace tern::crm

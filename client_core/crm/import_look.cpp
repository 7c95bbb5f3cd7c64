// What a file holds, before anything of it is taken.
#include <tern/import.h>

#include "client_core/crm/import_open.h"

namespace tern {
namespace {

using exchange::Format;

std::string entity_of(const ImportRequest& request, Format format) {
    if (!request.entity.empty()) return request.entity;
    return format == Format::vcard ? "contact" : format == Format::ical ? "activity" : "";
}

/// Rows are read until every column has its samples, or none is likely to come any more.
Status read_samples(exchange::TableSource& table, FileLook& look) {
    constexpr std::size_t kRowsLookedAt = 200;
    exchange::TableRow row;
    for (std::size_t i = 0; i < kRowsLookedAt; ++i) {
        TERN_TRY(more, table.next(row));
        if (!more) break;
        for (std::size_t c = 0; c < look.columns.size() && c < row.cells.size(); ++c) {
            auto& samples = look.columns[c].samples;
            if (!row.cells[c].empty() && samples.size() < import_limits::kSamples) samples.push_back(row.cells[c]);
        }
    }
    return ok();
}

Result<FileLook> look(Client& client, const ImportRequest& request, const std::atomic<bool>* stop) {
    TERN_TRY(format,
             request.format.empty() ? exchange::format_of(request.file) : exchange::format_named(request.format));
    FileLook out;
    out.entity = entity_of(request, format);
    if (out.entity.empty()) {
        exchange::TableOptions options{request.encoding, request.delimiter, request.sheet, {}, request.zone};
        TERN_TRY(table, exchange::open_table(request.file, format, options));
        TERN_TRY(survey, crm::Survey::of(*table, stop));
        out.rows = survey.rows;
        for (const auto& name : table->header()) out.columns.push_back({name, {}, {}});
        TERN_CHECK(read_samples(*table, out));
        return out;
    }
    TERN_TRY(entity, crm::entity_named(client.schema(), out.entity));
    TERN_TRY(file, crm::open_file(request, *entity, format, stop, true));
    out.rows = file.survey.rows;
    const auto& header = file.table->header();
    for (std::size_t i = 0; i < header.size(); ++i) out.columns.push_back({header[i], file.mapping.goals[i], {}});
    TERN_CHECK(read_samples(*file.table, out));
    return out;
}

}  // namespace

Result<FileLook> look_into(Client& client, const ImportRequest& request, const std::atomic<bool>* stop) {
    return caught([&] { return look(client, request, stop); });
}

}  // namespace tern

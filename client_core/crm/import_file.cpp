// The face of imports: which records a file holds, and what it told.
#include <tern/import.h>

#include <algorithm>
#include <iterator>

#include "client_core/crm/import_run.h"
#include "client_core/crm/number.h"

namespace tern {
namespace {

using crm::import_as;
using exchange::Format;

void add_up(ImportReport& sum, ImportReport&& other) {
    sum.count(other);
    sum.stopped = sum.stopped || other.stopped;
    const auto append = [](auto& to, auto& from) {
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    };
    append(sum.refused, other.refused);
    append(sum.warnings, other.warnings);
    append(sum.mapped, other.mapped);
    append(sum.jobs, other.jobs);
    sum.ignored.clear();  // what the one leaves out, the other takes
}

/// Events and tasks of one calendar.
Result<ImportReport> import_calendar(Client& client, const ImportRequest& request, const ImportHooks& hooks) {
    auto events = import_as(client, request, hooks, "activity", Format::ical);
    auto tasks = import_as(client, request, hooks, "task", Format::ical);
    // One that has none of a kind has no columns for it either.
    if (!events && !tasks) return events;
    if (!events || !tasks) return events ? std::move(events) : std::move(tasks);
    add_up(*events, std::move(*tasks));
    return events;
}

Json notes_json(const std::vector<RowNote>& notes) {
    Json out = Json::array();
    for (const auto& note : notes)
        out.add(Json::object().add("row", Json::count(note.row)).add("reason", Json{note.reason}));
    return out;
}

}  // namespace

void ImportReport::count(const ImportReport& other) {
    rows += other.rows;
    total += other.total;
    created += other.created;
    updated += other.updated;
    unchanged += other.unchanged;
    merged += other.merged;
    refused_rows += other.refused_rows;
    warned += other.warned;
}

Json ImportReport::json() const {
    Json out = Json::object();
    out.add("rows", Json::count(rows))
        .add("created", Json::count(created))
        .add("updated", Json::count(updated))
        .add("unchanged", Json::count(unchanged))
        .add("merged", Json::count(merged));
    Json columns = Json::array();
    for (const auto& column : ignored) columns.add(Json{column});
    out.add("refused", notes_json(refused)).add("warnings", notes_json(warnings)).add("ignored", std::move(columns));
    if (refused_rows > refused.size()) out.add("refused_rows", Json::count(refused_rows));
    if (warned > warnings.size()) out.add("warned", Json::count(warned));
    Json guessed = Json::object();
    for (const auto& [column, field] : mapped)
        if (guessed.find(column) == nullptr) guessed.add(column, Json{field});
    if (guessed.size() > 0) out.add("guessed", std::move(guessed));
    Json ids = Json::array();
    for (const auto& job : jobs) ids.add(Json{uuid_text(job)});
    if (ids.size() > 0) out.add("jobs", std::move(ids));
    if (stopped) out.add("stopped", Json{true}).add("total", Json::count(total));
    return out;
}

Result<ImportReport> import_file(Client& client, const ImportRequest& request, const ImportHooks& hooks) {
    return caught([&]() -> Result<ImportReport> {
        if (!crm::is_currency(request.currency))
            return fail(Fault::bad_argument, "that is no currency that there is",
                        "write three capital letters such as EUR");
        TERN_TRY(format,
                 request.format.empty() ? exchange::format_of(request.file) : exchange::format_named(request.format));
        if (!request.entity.empty()) return import_as(client, request, hooks, request.entity, format);
        if (format == Format::vcard) return import_as(client, request, hooks, "contact", format);
        if (format == Format::ical) return import_calendar(client, request, hooks);
        return fail(Fault::bad_argument, "the import does not say what the records are", "add --entity");
    });
}

}  // namespace tern

// export.
#include <cstdio>
#include <cstdlib>

#include "client_core/cli/long_work.h"

namespace tern::cli {
namespace {

ExportHooks hooks_for(const Session& session, const ExportRequest& request) {
    ExportHooks out;
    out.stop = stop_on_signal();
    if (request.file.empty())
        out.take = [](std::string_view bytes) -> Status {
            if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size()) return ok();
            return fail(Fault::storage, "the output could not be written", "check where it goes");
        };
    else if (shows_progress(session))
        out.on_progress = [](std::uint64_t rows) { show_progress(std::to_string(rows) + " records"); };
    return out;
}

Status run(const Session& session, ExportRequest request, Client& client) {
    if (request.zone.empty())
        if (const char* zone = std::getenv("TERN_ZONE")) request.zone = zone;
    const auto hooks = hooks_for(session, request);
    TERN_TRY(report, export_records(client, request, hooks));
    if (hooks.on_progress) show_progress({});
    if (report.left_out > 0)
        remark(std::to_string(report.left_out) + " left out: texts too long for a workbook, or events without a start");
    if (request.file.empty()) return ok();
    if (session.json())
        print_json(Json::object().add("rows", Json::count(report.rows)).add("left_out", Json::count(report.left_out)));
    else
        print_line(std::to_string(report.rows) + " records written");
    return ok();
}

}  // namespace

void add_export_command(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("export", "records as a file: CSV, XLSX, JSON, vCard, iCalendar");
    auto request = std::make_shared<ExportRequest>();
    auto all = std::make_shared<CompanyExport>();
    auto* entity = command->add_option("--entity", request->entity, "account, contact, opportunity, …");
    auto* folder =
        command->add_option("--all", all->folder, "a new folder: a file for each kind of record that is here");
    folder->excludes(entity);
    auto* where =
        command->add_option("--where", request->where, "as of `tern list`; all must hold")->expected(1)->take_all();
    command->add_option("--format", request->format,
                        "csv, xlsx, json, jsonl, vcard or ical; else by the file's ending, else csv");
    auto* output = command->add_option("--output", request->file, "the file; else standard output");
    command->add_option("--zone", request->zone,
                        "time zone of whole days in calendars (else TERN_ZONE, else this machine's)");
    folder->excludes(where)->excludes(output);
    command->callback([&session, request, all, entity, folder] {
        if (entity->count() + folder->count() != 1) throw CLI::RequiredError("one of --entity and --all");
        if (!request->format.empty()) all->format = request->format;
        session.action = [&session, request, all] {
            return with_client(session, [&](Client& client) {
                return all->folder.empty() ? run(session, *request, client) : export_all(session, *all, client);
            });
        };
    });
}

}  // namespace tern::cli

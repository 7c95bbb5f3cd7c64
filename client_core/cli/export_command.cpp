// export.
#include <tern/export.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>

#include "client_core/cli/session.h"

namespace tern::cli {
namespace {

std::atomic<bool> stop_asked{false};
extern "C" void ask_to_stop_export(int signal) {
    stop_asked = true;
    std::signal(signal, SIG_DFL);
}

ExportHooks hooks_for(const Session& session, const ExportRequest& request) {
    ExportHooks out;
    out.stop = &stop_asked;
    if (request.file.empty())
        out.take = [](std::string_view bytes) -> Status {
            if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size()) return ok();
            return fail(Fault::storage, "the output could not be written", "check where it goes");
        };
    else if (!session.json() && ::isatty(STDERR_FILENO) != 0)
        out.on_progress = [](std::uint64_t rows) {
            std::fprintf(stderr, "\r%llu records ", static_cast<unsigned long long>(rows));
        };
    return out;
}

Status run(const Session& session, ExportRequest request, Client& client) {
    if (request.zone.empty())
        if (const char* zone = std::getenv("TERN_ZONE")) request.zone = zone;
    std::signal(SIGINT, ask_to_stop_export);
    std::signal(SIGTERM, ask_to_stop_export);
    const auto hooks = hooks_for(session, request);
    TERN_TRY(report, export_records(client, request, hooks));
    if (hooks.on_progress) std::fputs("\r\x1b[K", stderr);
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
    command->add_option("--entity", request->entity, "account, contact, opportunity, …")->required();
    command->add_option("--where", request->where, "as of `tern list`; all must hold")->expected(1)->take_all();
    command->add_option("--format", request->format,
                        "csv, xlsx, json, jsonl, vcard or ical; else by the file's ending, else csv");
    command->add_option("--output", request->file, "the file; else standard output");
    command->add_option("--zone", request->zone,
                        "time zone of whole days in calendars (else TERN_ZONE, else this machine's)");
    command->callback([&session, request] {
        session.action = [&session, request] {
            return with_client(session, [&](Client& client) { return run(session, *request, client); });
        };
    });
}

}  // namespace tern::cli

// import, imports.
#include <tern/import.h>
#include <tern/moment.h>

#include <cstdlib>
#include <filesystem>

#include "client_core/cli/long_work.h"

namespace tern::cli {
namespace {

struct Words {
    ImportRequest request;
    std::string delimiter, undo;
};

void tell(const ImportReport& report, bool dry_run) {
    tell_notes(report, {});
    std::string guessed;
    for (const auto& [column, field] : report.mapped)
        guessed += (guessed.empty() ? "" : ", ") + shown(column) + " as " + field;
    if (!guessed.empty()) remark("columns were taken by their names: " + guessed);
    for (const auto& column : report.ignored)
        remark("the column " + shown(column) + " was not taken: " +
               (column == "space" ? "--space-by space puts new records there"
                                  : "no field has its name; say which with --map"));
    if (report.rows > 0 && report.unchanged == report.rows) {
        print_line(std::to_string(report.rows) + " rows, nothing new");
        return;
    }
    print_line((dry_run ? "would take " : "took ") + std::to_string(report.created + report.merged) + " of " +
               std::to_string(report.rows) + " rows: " + tally(report));
    for (const auto& job : report.jobs) remark("to undo it: tern import --undo " + uuid_text(job));
}

ImportHooks hooks_for(const Session& session) {
    ImportHooks out;
    out.stop = stop_on_signal();
    if (shows_progress(session))
        out.on_progress = [](const ImportProgress& at) {
            show_progress(at.rows == at.of ? std::string{}
                                           : std::to_string(at.rows) + " of " + std::to_string(at.of) + " rows");
        };
    return out;
}

Status run(const Session& session, const ImportRequest& request, Client& client) {
    TERN_TRY(report, import_file(client, request, hooks_for(session)));
    if (session.json())
        print_json(report.json());
    else
        tell(report, request.dry_run);
    if (report.stopped)
        return fail(Fault::canceled,
                    "the import was stopped after " + std::to_string(report.rows) + " of " +
                        std::to_string(report.total) + " rows",
                    "run it again with a key to match by to go on, or undo it");
    if (report.rows > 0 && report.refused_rows == report.rows)
        return fail(Fault::bad_argument, "every row was refused",
                    "see the reasons, mend the map or the file, and run it again");
    return ok();
}

Status undo(const Session& session, const std::string& job, Client& client) {
    const auto id = record_id_from(job);
    if (!id) return fail(Fault::bad_argument, "that is no import's id", "give one that `tern imports` shows");
    TERN_TRY(report, undo_import(client, *id));
    if (session.json()) {
        print_json(report.json());
        return ok();
    }
    for (const auto& record : report.left)
        remark("left as it is, since it was changed after the import: " + uuid_text(record));
    print_line(std::to_string(report.deleted) + " deleted, " + std::to_string(report.restored) + " restored, " +
               std::to_string(report.left.size()) + " left");
    return ok();
}

Status list_imports(const Session& session, Client& client) {
    TERN_TRY(jobs, imports(client));
    Json out = Json::array();
    for (const auto& job : jobs)
        out.add(Json::object()
                    .add("id", Json{uuid_text(job.id)})
                    .add("file", Json{job.name})
                    .add("entity", Json{job.entity})
                    .add("rows", Json{job.rows})
                    .add("done_at", job.done_at ? Json{moment_text(*job.done_at)} : Json{})
                    .add("undoable", Json{job.undoable}));
    if (session.json())
        print_json(out);
    else if (jobs.empty())
        remark("no imports");
    else
        print_objects(out, {"done_at", "file", "entity", "rows", "undoable", "id"});
    return ok();
}

void add_reading_options(CLI::App* command, Words& words) {
    auto& request = words.request;
    command->add_option("--format", request.format, "csv, xlsx, json, jsonl, vcard or ical; else told from the file");
    command->add_option("--encoding", request.encoding, "such as GB18030; else told from the bytes");
    command->add_option("--delimiter", words.delimiter, "of CSV: one sign, or tab; else told from the header");
    command->add_option("--sheet", request.sheet, "of a workbook; else the first");
    command->add_option("--date-order", request.date_order, "what 3/4/2017 means; else told from each column")
        ->check(CLI::IsMember({"mdy", "dmy"}));
    command->add_option(
        "--zone", request.zone,
        "time zone of times that name none, such as Asia/Shanghai (else TERN_ZONE, else this machine's)");
    command->add_option("--region", request.region, "country of phones to match that name none, such as AT");
    command->add_option("--currency", request.currency, "of amounts that name none")->capture_default_str();
}

Status begin(const Session& session, Words& words, Client& client) {
    if (!words.undo.empty()) return undo(session, words.undo, client);
    if (words.request.zone.empty())
        if (const char* zone = std::getenv("TERN_ZONE")) words.request.zone = zone;
    if (!words.delimiter.empty()) {
        if (words.delimiter != "tab" && words.delimiter.size() != 1)
            return fail(Fault::bad_argument, "the delimiter is not one sign", "such as ; or tab");
        words.request.delimiter = words.delimiter == "tab" ? '\t' : words.delimiter[0];
    }
    std::error_code ignored;
    if (!std::filesystem::is_directory(words.request.file, ignored)) return run(session, words.request, client);
    const auto& told = words.request;
    if (!told.entity.empty() || !told.map.empty() || !told.match.empty() || told.space || told.space_by ||
        !told.sheet.empty() || !told.format.empty() || told.dry_run)
        return fail(Fault::bad_argument, "a folder's files tell by themselves what they are and where they go",
                    "import one of them to say it, or to judge it with --dry-run");
    CompanyImport company{told.file, told.date_order, told.zone, told.currency, told.encoding, told.delimiter};
    return import_all(session, company, client);
}

void add_imports_command(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("imports", "imports that were made, newest first");
    command->callback([&session] {
        session.action = [&session] {
            return with_client(session, [&](Client& client) { return list_imports(session, client); });
        };
    });
}

}  // namespace

void add_import_command(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("import", "records from a file: CSV, XLSX, JSON, vCard, iCalendar");
    auto words = std::make_shared<Words>();
    auto& request = words->request;
    auto* undoing = command->add_option("--undo", words->undo, "undo an import, by its id, instead of making one");
    auto* file = command->add_option("FILE", request.file, "or a folder that `tern export --all` has written");
    command->add_option("--entity", request.entity, "account, contact, opportunity, …; vCards and calendars need none");
    command
        ->add_option("--map", request.map, "col=field, field={a} {b}, field='text'; commas between, or several --map")
        ->expected(1)
        ->take_all();
    command
        ->add_option("--match", request.match,
                     "known rows are those with the same id, external_id, email, phone or field; commas between")
        ->delimiter(',');
    auto* space = command->add_option("--space", request.space, "name or id of the space for new records");
    command->add_option("--space-by", request.space_by, "column that names the space, or the user whose book it is")
        ->excludes(space);
    command->add_flag("--dry-run", request.dry_run, "judge every row, write nothing");
    add_reading_options(command, *words);
    command->callback([&session, words, undoing, file] {
        if (undoing->count() + file->count() != 1) throw CLI::RequiredError("one of FILE and --undo");
        session.action = [&session, words] {
            return with_client(session, [&](Client& client) { return begin(session, *words, client); });
        };
    });
    add_imports_command(app, session);
}

}  // namespace tern::cli

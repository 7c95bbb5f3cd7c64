// import.
#include <tern/import.h>
#include "client_core/cli/session.h"

namespace tern::cli {
namespace {

constexpr std::size_t kNotesShown = 20;

void tell_rows(const char* what, const std::vector<RowNote>& notes) {
    for (std::size_t i = 0; i < notes.size() && i < kNotesShown; ++i)
        remark(std::string(what) + " row " + std::to_string(notes[i].row) + ": " + notes[i].reason);
    if (notes.size() > kNotesShown)
        remark("… and " + std::to_string(notes.size() - kNotesShown) + " more; --json shows all");
}

Status run(const Session& session, const ImportRequest& request, Client& client) {
    TERN_TRY(report, import_csv(client, request));
    if (session.json()) {
        print_json(report.json());
    } else {
        tell_rows("refused", report.refused);
        tell_rows("warning:", report.warnings);
        for (const auto& column : report.ignored)
            remark("the column " + column + " was not taken: no field has its name; say which with --map");
        print_line((request.dry_run ? "would take " : "took ") + std::to_string(report.created + report.merged) +
                   " of " + std::to_string(report.rows) + " rows: " + std::to_string(report.created) + " created, " +
                   std::to_string(report.merged) + " merged (" + std::to_string(report.updated) + " updated), " +
                   std::to_string(report.refused.size()) + " refused, " + std::to_string(report.warnings.size()) +
                   " warnings");
    }
    if (report.rows > 0 && report.refused.size() == report.rows)
        return fail(Fault::bad_argument, "every row was refused",
                    "see the reasons, mend the map or the file, and run it again");
    return ok();
}

}  // namespace

void add_import_command(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("import", "records from a CSV file");
    auto request = std::make_shared<ImportRequest>();
    command->add_option("FILE", request->file)->required();
    command->add_option("--entity", request->entity, "account, contact, opportunity, …")->required();
    command
        ->add_option("--map", request->map, "col=field, field={a} {b}, field='text'; commas between, or several --map")
        ->expected(1)
        ->take_all();
    auto* space = command->add_option("--space", request->space, "name or id of the space for new records");
    command->add_option("--space-by", request->space_by, "column that names the space, or the user whose book it is")
        ->excludes(space);
    command->add_option("--date-order", request->date_order, "what 3/4/2017 means; else told from each column")
        ->check(CLI::IsMember({"mdy", "dmy"}));
    command->add_option("--currency", request->currency, "of amounts that name none")->capture_default_str();
    command->add_flag("--dry-run", request->dry_run, "judge every row, write nothing");
    command->callback([&session, request] {
        session.action = [&session, request] {
            return with_client(session, [&](Client& client) { return run(session, *request, client); });
        };
    });
}

}  // namespace tern::cli

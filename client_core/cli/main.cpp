// `tern`: the rep's core without a screen.
#include <locale.h>

#include "client_core/cli/session.h"

namespace {

using namespace tern;

/// Named in the design, not here yet: said plainly, so that no script takes silence for success.
void add_later_commands(CLI::App& app, cli::Session& session) {
    for (const char* name : {"login", "user", "device", "purge", "move", "claim", "backup", "restore", "refused"}) {
        auto* command = app.add_subcommand(name, "not yet")->allow_extras()->fallthrough(false)->group("");
        command->callback([&session] {
            session.action = [] {
                cli::remark("not yet: this comes with a later version of Tern");
                return cli::kWrongCommand;
            };
        });
    }
}

int run(int argc, char** argv) {
    CLI::App app{"Tern, the offline-first CRM: one data folder, its records, its sync"};
    app.name("tern");
    app.set_version_flag("--version", "tern " TERN_VERSION);
    app.require_subcommand(1);
    app.fallthrough();
    cli::Session session;
    session.add_options(app);
    cli::add_org_commands(app, session);
    cli::add_space_commands(app, session);
    cli::add_import_command(app, session);
    cli::add_export_command(app, session);
    cli::add_record_commands(app, session);
    cli::add_query_commands(app, session);
    cli::add_schema_commands(app, session);
    cli::add_search_command(app, session);
    cli::add_merge_commands(app, session);
    cli::add_looking_commands(app, session);
    cli::add_sync_commands(app, session);
    add_later_commands(app, session);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error);  // --help
        cli::remark("tern: " + std::string(error.what()) + "; see tern --help");
        return cli::kWrongCommand;
    }
    return session.action ? cli::ended(session.action()) : cli::kWrongCommand;
}

}  // namespace

int main(int argc, char** argv) {
    ::setlocale(LC_CTYPE, "");
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {  // of the standard library: out of memory
        cli::remark(std::string("tern: ") + error.what() + "; please report this");
        return cli::kRefused;
    }
}

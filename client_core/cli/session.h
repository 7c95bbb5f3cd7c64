// One run of the command: the global options, and the data folder that they open.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>

#include <tern/client.h>
#include "client_core/cli/output.h"

namespace tern::cli {

class Session {
public:
    /// Adds the global options; they may stand before or after a subcommand.
    void add_options(CLI::App& app);

    bool json() const { return json_; }
    const std::string& folder() const { return folder_; }
    /// The folder's client. `not_found` where there is none.
    Result<std::unique_ptr<Client>> open() const;
    /// What a new folder is made with.
    Result<Client::Options> options() const;
    /// The text of --ca's file, empty without one.
    Result<std::string> pinned_ca() const;

    /// What the parsed subcommand will do once the whole line has been read.
    std::function<int()> action;

private:
    std::string folder_;
    std::string password_file_;
    std::string device_key_file_;
    std::string ca_file_;
    bool json_ = false;
};

/// Opens the folder and runs `use(client)`, which gives a Status or a Result; refuses for it.
template <class F>
int with_client(const Session& session, F&& use) {
    auto client = session.open();
    if (!client) return refuse(client.error());
    const auto outcome = caught([&] { return use(**client); });
    return outcome ? kDone : refuse(outcome.error());
}

/// Once the line is read, the command opens the folder and runs `use(session, *words, client)`.
template <class Words, class Use>
void act(CLI::App* command, Session& session, std::shared_ptr<Words> words, Use use) {
    command->callback([&session, words, use] {
        session.action = [&session, words, use] {
            return with_client(session, [&](Client& client) { return use(session, *words, client); });
        };
    });
}

void add_org_commands(CLI::App& app, Session& session);
void add_space_commands(CLI::App& app, Session& session);
void add_record_commands(CLI::App& app, Session& session);
void add_schema_commands(CLI::App& app, Session& session);
void add_query_commands(CLI::App& app, Session& session);
void add_search_command(CLI::App& app, Session& session);
void add_merge_commands(CLI::App& app, Session& session);
void add_looking_commands(CLI::App& app, Session& session);
void add_import_command(CLI::App& app, Session& session);
void add_export_command(CLI::App& app, Session& session);
void add_sync_commands(CLI::App& app, Session& session);

}  // namespace tern::cli

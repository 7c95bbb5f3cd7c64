// sync, status, state-hash, check.
#include <signal.h>

#include <atomic>

#include <tern/merging.h>
#include <tern/moment.h>
#include "client_core/cli/session.h"
#include "client_core/cli/shapes.h"

namespace tern::cli {
namespace {

std::atomic<bool> stopped{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may touch nothing else");

void stop_on_signals() {
    struct sigaction action {};
    action.sa_handler = [](int) { stopped = true; };
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

void tell(const Session& session, const SyncResult& result) {
    if (session.json()) return print_json(sync_json(result));
    for (const auto& alarm : result.alarms) remark("tern: " + alarm.text());
    if (result.waiting) return print_line("waiting for an admin's device");
    std::string line = "pushed " + std::to_string(result.pushed) + ", pulled " + std::to_string(result.pulled);
    if (result.pending > 0) line += ", " + std::to_string(result.pending) + " still to send";
    if (result.refused > 0) line += ", " + std::to_string(result.refused) + " refused";
    print_line(line);
}

int sync(const Session& session, bool watch) {
    stop_on_signals();
    return with_client(session, [&](Client& client) -> Status {
        SyncOptions options;
        options.watch = watch;
        options.stop = &stopped;
        options.on_settled = [&](const SyncResult& result) {
            if (!watch) return;
            if (const auto healed = heal_merges(client); !healed) remark("tern: " + healed.error().text());
            tell(session, result);
        };
        options.on_broken = [](const Failure& failure) { remark("tern: " + failure.text()); };
        auto result = client.sync(options);
        // Merges that others made meanwhile may have met ours; what that takes is sent at once.
        const auto healed = result && !watch ? heal_merges(client) : Result<std::size_t>{std::size_t{0}};
        if (!healed) return healed.error();
        if (*healed > 0)
            if (auto again = client.sync(options)) {
                again->pushed += result->pushed;
                again->pulled += result->pulled;
                result = std::move(again);
            }
        if (!result) return stopped && watch ? ok() : Status{result.error()};
        if (watch) return ok();
        tell(session, *result);
        // Whoever calls this from a script must notice that its work stays here.
        for (const auto& alarm : result->alarms)
            if (result->pending > 0 && (alarm.fault == Fault::quota || alarm.fault == Fault::storage)) return alarm;
        return ok();
    });
}

Status status(const Session& session, Client& client) {
    TERN_TRY(now, client.status());
    Json out = Json::object();
    out.add("org", Json{now.org_name})
        .add("org_id", Json{id_text(now.org)})
        .add("user", Json{now.login})
        .add("user_id", Json{id_text(now.user)});
    out.add("device", Json{id_text(now.device)})
        .add("server", Json{now.server})
        .add("pending", Json{now.pending})
        .add("refused", Json{now.refused});
    out.add("last_sync", now.last_sync ? Json{moment_text(*now.last_sync)} : Json{});
    if (now.waiting) out.add("waiting", Json{true});
    if (session.json()) {
        out.add("spaces", spaces_json(now.spaces));
        print_json(out);
        return ok();
    }
    std::vector<std::vector<std::string>> lines;
    for (const auto& [name, value] : out.members())
        if (!value.is_null()) lines.push_back({name, value.plain()});
    print_table({"status", ""}, lines);
    print_line("");
    print_objects(spaces_json(now.spaces), {"name", "kind", "role", "records", "id"});
    return ok();
}

Status state_hash(const Session& session, const std::string& space_name, Client& client) {
    Hash hash{};
    if (space_name.empty()) {
        hash = client.store().state_hash();
    } else {
        TERN_TRY(space, client.find_space(space_name));
        hash = client.store().state_hash(space);
    }
    if (session.json())
        print_json(Json::object().add("hash", Json{hex(hash)}));
    else
        print_line(hex(hash));
    return ok();
}

Status check(const Session& session, Client& client) {
    TERN_CHECK(client.store().check());
    if (session.json())
        print_json(Json::object().add("ok", Json{true}));
    else
        print_line("the local store is sound");
    return ok();
}

}  // namespace

void add_sync_commands(CLI::App& app, Session& session) {
    auto* syncing = app.add_subcommand("sync", "exchange changes with the server");
    auto watch = std::make_shared<bool>(false);
    syncing->add_flag("--watch", *watch, "stay, until interrupted");
    syncing->callback([&session, watch] { session.action = [&session, watch] { return sync(session, *watch); }; });

    app.add_subcommand("status", "who and where this is, and what is pending")->callback([&session] {
        session.action = [&session] {
            return with_client(session, [&](Client& client) { return status(session, client); });
        };
    });
    auto* hashing = app.add_subcommand("state-hash", "digest of the visible state");
    auto space = std::make_shared<std::string>();
    hashing->add_option("--space", *space, "name or id; else all spaces");
    hashing->callback([&session, space] {
        session.action = [&session, space] {
            return with_client(session, [&](Client& client) { return state_hash(session, *space, client); });
        };
    });
    app.add_subcommand("check", "integrity of the local store")->callback([&session] {
        session.action = [&session] {
            return with_client(session, [&](Client& client) { return check(session, client); });
        };
    });
}

}  // namespace tern::cli

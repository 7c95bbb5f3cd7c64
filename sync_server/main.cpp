// tern-server: the command line. Exit status: 0 done, 1 refused or failed (one line on standard error), 2 a wrong
// command line.
#include <sys/resource.h>

#include <google/protobuf/stubs/logging.h>
#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <mutex>

#include "sync_server/admin/check.h"
#include "sync_server/admin/data_folder.h"
#include "sync_server/admin/stats.h"
#include "sync_server/limits.h"
#include "sync_server/net/server.h"

namespace tern::server {
namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kUsage = 2;
/// Characters of a founding code: 100 bits in Crockford's base 32.
constexpr std::size_t kCodeBytes = 15;

struct Arguments {
    std::string data;
    std::string listen;
    ListenOptions server;
    bool open_orgs = false;
    bool json = false;
    unsigned count = 1;
    std::string org;
    std::uint64_t bytes = 0;
    std::string target;
};

int failed(const Failure& failure) {
    std::cerr << "tern-server: " << failure.text() << '\n';
    return failure.fault == Fault::bad_argument ? kUsage : kFailed;
}

/// One line an event: the time in milliseconds, then key=value. From any thread.
void log_line(const std::string& line) {
    static std::mutex mutex;
    std::lock_guard hold{mutex};
    std::cerr << "time=" << system_clock().wall_ms() << ' ' << line << '\n';
}

Status split_listen(Arguments& args) {
    const auto colon = args.listen.rfind(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == args.listen.size())
        return fail(Fault::bad_argument, "--listen is not HOST:PORT",
                    "for example --listen 0.0.0.0:8443, or 127.0.0.1:0 for any free port");
    args.server.host = args.listen.substr(0, colon);
    args.server.port = args.listen.substr(colon + 1);
    std::uint16_t port = 0;  // a resolver would take 99999 for what is left of it in 16 bits
    const char* end = args.listen.data() + args.listen.size();
    if (const auto [at, error] = std::from_chars(args.listen.data() + colon + 1, end, port);
        error != std::errc{} || at != end)
        return fail(Fault::bad_argument, "the port is not a number from 0 to 65535",
                    "for example --listen 0.0.0.0:8443");
    if (args.server.host.size() > 2 && args.server.host.front() == '[' && args.server.host.back() == ']')
        args.server.host = args.server.host.substr(1, args.server.host.size() - 2);
    if (args.server.insecure) return ok();
    if (args.server.tls_certificate.empty() || args.server.tls_key.empty())
        return fail(Fault::bad_argument, "a server needs a certificate",
                    "give --tls-cert and --tls-key, or --insecure on a loopback address");
    return ok();
}

/// A shell's usual 1,024 would turn phones away long before kConnections does.
void allow_open_files() {
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= limits::kOpenFiles) return;
    files.rlim_cur = std::min<rlim_t>(files.rlim_max, limits::kOpenFiles);
    if (::setrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur < limits::kOpenFiles)
        log_line("event=few_open_files limit=" + std::to_string(files.rlim_cur));
}

Result<bool> serve(Arguments& args) {
    TERN_CHECK(split_listen(args));
    TERN_CHECK(make_folder(args.data));
    TERN_TRY(lock, FolderLock::take(args.data));
    static_cast<void>(lock);  // held until this returns
    TERN_TRY(store, open_store(args.data, true));
    // The library's own remarks about what cannot be parsed would let any stranger fill the log.
    google::protobuf::SetLogHandler(nullptr);
    allow_open_files();
    TERN_TRY(server, Server::open(args.server));
    CoreOptions options;
    options.names = server->names();
    options.open_orgs = args.open_orgs || args.server.insecure;
    options.log = log_line;
    Core core{*store, options};
    TERN_CHECK(core.start(system_clock().wall_ms()));
    const bool well =
        server->run(core, log_line, [&] { std::cout << "listening on " << server->address() << std::endl; });
    log_line(well ? "event=stopped" : "event=stopped fault=storage");
    return well;
}

int run_serve(Arguments& args) {
    auto ended_well = serve(args);
    if (!ended_well) return failed(ended_well.error());
    return *ended_well ? kDone : kFailed;
}

Result<CheckReport> checked(const Arguments& args) {
    TERN_TRY(store, open_store(args.data, false));
    return check(*store);
}

int run_check(const Arguments& args) {
    auto report = checked(args);
    if (!report) return failed(report.error());
    for (const auto& problem : report->problems) std::cout << problem << '\n';
    std::cout << report->orgs << " orgs, " << report->records << " log records, " << report->deltas << " deltas, "
              << report->tags << " tags: "
              << (report->problems.empty() ? "all is well" : std::to_string(report->problems.size()) + " problems")
              << std::endl;
    if (report->problems.empty()) return kDone;
    return failed(fail(Fault::storage, "the server's data is damaged",
                       "restore a backup beside it; devices bring back what it lacks"));
}

Result<std::string> stats_of(const Arguments& args) {
    TERN_TRY(store, open_store(args.data, false));
    TERN_TRY(figures, stats(*store));
    return args.json ? stats_json(figures) : stats_text(figures);
}

Result<std::string> allow(const Arguments& args) {
    TERN_CHECK(make_folder(args.data));
    TERN_TRY(store, open_store(args.data, true));
    std::string out;
    for (unsigned i = 0; i < args.count; ++i) {
        const auto code = suite::random_array<kCodeBytes>();
        TERN_CHECK(store->add_code(suite::h("fs1/orgcode", code), system_clock().wall_ms()));
        out += crockford32(code) + "\n";
    }
    if (store->commit() != StoreHealth::good)
        return fail(Fault::storage, "the codes could not be stored", "check the disk");
    return out;
}

Result<std::string> list_orgs(const Arguments& args) {
    TERN_TRY(store, open_store(args.data, false));
    TERN_TRY(orgs, store->orgs());
    std::string out;
    for (const auto& org : orgs)
        out += id_text(org.id) + " " + std::to_string(org.bytes) + " of " + std::to_string(org.quota) + " bytes\n";
    return out;
}

Result<std::string> set_quota(const Arguments& args) {
    TERN_TRY(store, open_store(args.data, false));
    const auto id = id_from_hex<OrgTag>(args.org);
    if (!id) return fail(Fault::bad_argument, "that is no org's id", "tern-server org list shows them");
    TERN_TRY(org, store->org(*id));
    if (!org) return fail(Fault::not_found, "there is no such org", "tern-server org list shows them");
    TERN_CHECK(store->set_quota(org->ref, args.bytes));
    if (store->commit() != StoreHealth::good)
        return fail(Fault::storage, "the quota could not be stored", "check the disk");
    return std::string{};
}

int print(const Result<std::string>& text) {
    if (!text) return failed(text.error());
    std::cout << *text << std::flush;
    return kDone;
}

int not_yet(const std::string& what) {
    std::cerr << "tern-server: not yet: " << what << '\n';
    return kUsage;
}

void add_serve(CLI::App& app, Arguments& args, int& status) {
    auto* serve_command = app.add_subcommand("serve", "run the server");
    serve_command->add_option("--data", args.data, "data folder; made if it is not there")->required();
    serve_command->add_option("--listen", args.listen, "HOST:PORT; port 0 takes any free one")->required();
    auto* certificate =
        serve_command->add_option("--tls-cert", args.server.tls_certificate, "PEM file: certificate and chain");
    auto* key = serve_command->add_option("--tls-key", args.server.tls_key, "PEM file: private key");
    serve_command->add_option("--name", args.server.names,
                              "a name under which devices dial, beside those of the certificate");
    serve_command->add_flag("--insecure", args.server.insecure, "no TLS; loopback addresses only")
        ->excludes(certificate)
        ->excludes(key);
    serve_command->add_flag("--open-orgs", args.open_orgs, "anybody may found an org without a code");
    serve_command->callback([&] { status = run_serve(args); });
}

void add_org(CLI::App& app, Arguments& args, int& status) {
    auto* org = app.add_subcommand("org", "who may found orgs, and how much they may store");
    org->require_subcommand(1);
    auto* allow_command = org->add_subcommand("allow", "print codes, each good for one new org");
    allow_command->add_option("--data", args.data)->required();
    allow_command->add_option("--count", args.count)->check(CLI::Range(1, 1000));
    allow_command->callback([&] { status = print(allow(args)); });
    auto* list = org->add_subcommand("list", "orgs and what they use");
    list->add_option("--data", args.data)->required();
    list->callback([&] { status = print(list_orgs(args)); });
    auto* quota = org->add_subcommand("quota", "set an org's storage in bytes");
    quota->add_option("--data", args.data)->required();
    quota->add_option("org", args.org, "the org's id")->required();
    quota->add_option("bytes", args.bytes)->required();
    quota->callback([&] { status = print(set_quota(args)); });
}

void add_figures(CLI::App& app, Arguments& args, int& status) {
    auto* check_command = app.add_subcommand("check", "verify everything again from its bytes");
    check_command->add_option("--data", args.data)->required();
    check_command->callback([&] { status = run_check(args); });
    auto* stats_command = app.add_subcommand("stats", "figures by org");
    stats_command->add_option("--data", args.data)->required();
    stats_command->add_flag("--json", args.json);
    stats_command->callback([&] { status = print(stats_of(args)); });
    for (const std::string name : {"backup", "verify", "restore"}) {
        auto* later = app.add_subcommand(name, "not yet");
        later->allow_extras();
        later->callback([&status, name] { status = not_yet(name); });
    }
}

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);
    if (!suite::start()) {
        std::cerr << "tern-server: the cryptographic library does not start\n";
        return kFailed;
    }
    CLI::App app{"tern-server: keeps and merges what it cannot read"};
    app.set_version_flag("--version", "tern-server " TERN_VERSION);
    app.require_subcommand(1);
    Arguments args;
    int status = kDone;
    add_serve(app, args, status);
    add_org(app, args, status);
    add_figures(app, args, status);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kUsage;
    }
    return status;
}

}  // namespace
}  // namespace tern::server

int main(int argc, char** argv) { return tern::server::main(argc, argv); }

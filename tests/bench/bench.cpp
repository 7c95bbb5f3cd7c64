// What a device can do, in figures: each printed as one JSON line beside its baseline of the same run.
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include <tern/client.h>

#include "client_core/schema/crm_schema.h"
#include "protocol/base/database.h"
#include "tests/bench/figure.h"

namespace tern::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kContacts = 100'000;
constexpr std::size_t kBatch = 200;

template <class T>
T must(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "bench: %s\n", result.error().text().c_str());
        std::exit(1);
    }
    return std::move(*result);
}
void must(Status status) {
    if (status) return;
    std::fprintf(stderr, "bench: %s\n", status.error().text().c_str());
    std::exit(1);
}

/// Twelve fields of a contact, as an import would give them.
std::vector<std::pair<std::string, std::string>> contact(std::size_t i) {
    const std::string n = std::to_string(i);
    return {{"given_name", "Given" + n},
            {"family_name", i % 2 == 0 ? "Family" + n : "王小明" + n},
            {"title", "Head of Buying"},
            {"department", "Purchasing " + std::to_string(i % 40)},
            {"mobile", "+49151" + std::to_string(10'000'000 + i)},
            {"wechat", "wx_" + n},
            {"language", i % 2 == 0 ? "de" : "zh"},
            {"timezone", "Europe/Berlin"},
            {"description", "Met at the fair; prefers mail in the morning " + n},
            {"external_id", "C-" + n},
            {"source_system", "bench"},
            {"record_no", "AB-" + n}};
}

std::vector<store::Write> births(const SpaceId& space, std::size_t from, std::size_t n) {
    const auto* entity = schema::crm().entity("contact");
    std::vector<store::Write> out;
    for (std::size_t i = from; i < from + n; ++i) {
        std::vector<BirthCell> cells;
        for (auto& [name, value] : contact(i))
            cells.push_back({entity->field(std::string_view{name})->number, {}, Value{std::move(value)}});
        out.push_back({space,
                       {entity->number, new_record_id(system_clock().wall_ms()), column::kBirth, {}},
                       birth_value(std::move(cells)),
                       false});
    }
    return out;
}

double file_bytes(const std::string& path) { return static_cast<double>(fs::file_size(path)); }

/// What of contact() the schema makes searchable.
std::string searchable(const std::vector<std::pair<std::string, std::string>>& row) {
    const auto* entity = schema::crm().entity("contact");
    std::string out;
    for (const auto& [name, value] : row)
        if (entity->field(std::string_view{name})->search_weight > 0) out += value + ' ';
    return out;
}

/// The same rows into the same table with the same indexes, and the plain text into the same search table, by hand.
double insert_by_hand(const std::string& path, const std::vector<std::string>& ddl, std::optional<ByteView> key) {
    Database::Options options;
    options.key = key;
    auto db = must(Database::open(path, options));
    for (const auto& sql : ddl) db.script(sql);
    std::string columns = "rid";
    std::string marks = "?";
    for (const auto& [name, value] : contact(0)) {
        columns += ", " + name;
        marks += ", ?";
    }
    const std::string insert = "INSERT INTO contact (" + columns + ") VALUES (" + marks + ")";
    const std::string insert_text = "INSERT INTO search(rowid, tokens) VALUES (?, ?)";
    const auto begin = Steady::now();
    for (std::size_t i = 0; i < kContacts; i += kBatch) {
        Transaction transaction{db};
        for (std::size_t k = i; k < i + kBatch; ++k) {
            const auto row = contact(k);
            std::vector<Bound> bound{Bound{k + 1}};
            for (const auto& [name, value] : row) bound.emplace_back(value);
            db.run_bound(insert, bound);
            db.run(insert_text, k + 1, searchable(row));
        }
        transaction.commit();
    }
    const double rate = kContacts / seconds_since(begin);
    db.script("PRAGMA wal_checkpoint(TRUNCATE)");
    return rate;
}

void bench_import(const std::string& folder) {
    const auto key = suite::random_array<32>();
    store::Store::Options options;
    options.path = folder + "/import.db";
    options.key = key;
    auto store = must(store::Store::open(options, schema::crm()));
    const SpaceId space{suite::random_array<16>()};
    const store::Author author{DeviceId{suite::random_array<16>()}, system_clock().wall_ms()};
    const auto begin = Steady::now();
    for (std::size_t i = 0; i < kContacts; i += kBatch) must(store->write(births(space, i, kBatch), author));
    const double rate = kContacts / seconds_since(begin);
    // Read afterwards: indexes come with the first record.
    std::vector<std::string> ddl;
    {
        Rows rows = store->database().query(
            "SELECT sql FROM sqlite_schema WHERE tbl_name = 'contact' AND sql IS NOT NULL OR name = 'search' ORDER BY "
            "type DESC");
        while (rows.next()) ddl.emplace_back(rows.text(0));
    }
    const double by_hand = insert_by_hand(folder + "/hand.db", ddl, ByteView{key});
    const double plain = insert_by_hand(folder + "/plain.db", ddl, std::nullopt);
    figure("import.contacts", rate, "rows/s", "the same SQLCipher, same rows, indexes and search table, by hand",
           by_hand, "at least half");
    figure("import.contacts", rate, "rows/s", "SQLite without a key", plain, "");

    auto other = must(store::Store::open({folder + "/merged.db", ByteView{key}, {}, 32'000}, schema::crm()));
    double merging = 0;
    while (true) {
        const auto unsent = store->unsent(space, 32, 512 * 1024);
        if (unsent.empty()) break;
        const auto merge_begin = Steady::now();
        {
            Transaction transaction{other->database()};
            for (const auto& delta : unsent) other->apply(space, delta.changes);
            transaction.commit();
        }
        merging += seconds_since(merge_begin);
        Transaction transaction{store->database()};
        for (const auto& delta : unsent) store->mark_acknowledged(delta.txn);
        transaction.commit();
    }
    figure("merge.birth_cells", kContacts * 12 / merging, "cells/s", "goal", 500'000, "at least 500,000");
    for (auto* each : {store.get(), other.get()}) each->database().script("PRAGMA wal_checkpoint(TRUNCATE)");
    figure("bytes.contact", file_bytes(folder + "/merged.db") / kContacts, "bytes", "SQLite without a key",
           file_bytes(folder + "/plain.db") / kContacts, "at most 1.8 x");
}

/// A server over TLS with a certificate of its own, for as long as this lives.
class Server {
public:
    Server(const std::string& program, const std::string& folder) : ca_(folder + "/cert.pem") {
        const std::string make =
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost "
            "-addext subjectAltName=DNS:localhost -keyout " +
            folder + "/key.pem -out " + ca_ + " 2>/dev/null";
        if (std::system(make.c_str()) != 0) std::exit(1);
        const std::string serve = "exec " + program + "/tern-server serve --data " + folder +
                                  "/server --listen 127.0.0.1:0 --tls-cert " + ca_ + " --tls-key " + folder +
                                  "/key.pem --open-orgs 2>" + folder + "/server.log";
        pipe_ = popen(("echo $$; " + serve).c_str(), "r");
        char line[256];
        if (std::fgets(line, sizeof line, pipe_) != nullptr) pid_ = std::atoi(line);
        if (std::fgets(line, sizeof line, pipe_) == nullptr) std::exit(1);
        const std::string address{line};
        url_ = "wss://localhost:" + address.substr(address.rfind(':') + 1);
        while (url_.ends_with('\n')) url_.pop_back();
    }
    ~Server() {
        kill(pid_, SIGTERM);
        pclose(pipe_);
    }
    const std::string& url() const { return url_; }
    std::string ca() const {
        std::ifstream in{ca_};
        return {std::istreambuf_iterator<char>{in}, {}};
    }

private:
    std::string ca_;
    std::string url_;
    FILE* pipe_ = nullptr;
    pid_t pid_ = 0;
};

Client::Options options_of(const std::string& folder, const std::string& who) {
    Client::Options out;
    out.folder = folder + "/" + who;
    out.unlock.password = "bench";
    out.unlock.device_key_file = folder + "/" + who + ".key";
    return out;
}
Client::Options reopened(Client::Options options) {
    options.unlock.password.reset();
    return options;
}

struct Pair {
    std::unique_ptr<Client> anna;
    SpaceId space;
    std::string link;
};

Pair found(const Server& server, const std::string& folder) {
    Pair out;
    std::string kit;
    out.anna = must(Client::create_org(options_of(folder, "anna"),
                                       {server.url(), "Bench", "anna@bench.test", "Anna", "", server.ca()}, kit));
    out.space = must(out.anna->create_space("All", SpaceKind::team));
    InviteRequest request;
    request.login = "ben@bench.test";
    request.spaces = {{out.space, SpaceRole::writer}};
    out.link = must(out.anna->invite(request));
    must(out.anna->sync());
    return out;
}

std::unique_ptr<Client> join(Pair& pair, const Server& server, const std::string& folder) {
    std::string kit;
    auto ben = must(Client::join(options_of(folder, "ben"), {pair.link, "ben@bench.test", server.ca()}, kit));
    must(pair.anna->sync());
    return ben;
}

void bench_first_sync(const std::string& program, const std::string& folder) {
    Server server{program, folder};
    auto pair = found(server, folder);
    for (std::size_t i = 0; i < kContacts; i += kBatch)
        must(pair.anna->store().write(births(pair.space, i, kBatch), pair.anna->author()));
    const auto push_begin = Steady::now();
    must(pair.anna->sync());
    figure("push.contacts", kContacts / seconds_since(push_begin), "rows/s", "none", 0, "");
    auto ben = join(pair, server, folder);
    std::atomic<bool> done{false};
    double first = 0;
    const auto begin = Steady::now();
    std::thread screen{[&] {
        const auto eyes = must(Client::open(reopened(options_of(folder, "ben"))));
        while (!done && first == 0) {
            if (eyes->store().record_counts()[pair.space] >= 50) first = seconds_since(begin);
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }};
    must(ben->sync());
    const double all = seconds_since(begin);
    done = true;
    screen.join();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    figure("first_sync.screenful", first, "s", "goal", 1, "under 1 s");
    figure("first_sync.all", all, "s", "goal", 6, "under 6 s");
    figure("first_sync.rss", static_cast<double>(usage.ru_maxrss) / 1024, "MiB, both devices in one process", "none", 0,
           "");
}

void bench_edit(const std::string& program, const std::string& folder, std::size_t edits) {
    Server server{program, folder};
    auto pair = found(server, folder);
    auto ben = join(pair, server, folder);
    must(ben->sync());
    const auto first = births(pair.space, 0, 1);
    must(pair.anna->store().write(first, pair.anna->author()));
    must(pair.anna->sync());
    std::atomic<bool> stop{false};
    SyncOptions watch;
    watch.watch = true;
    watch.stop = &stop;
    const auto stay = [&](const std::string& who) {
        return std::thread{[&, who] {
            const auto client = must(Client::open(reopened(options_of(folder, who))));
            must(client->sync(watch));
        }};
    };
    std::thread left = stay("anna");
    std::thread right = stay("ben");
    const auto* entity = schema::crm().entity("contact");
    const auto title = entity->field(std::string_view{"title"})->number;
    std::vector<double> waits;
    for (std::size_t i = 0; i < edits + 20; ++i) {
        const std::string value = "edit " + std::to_string(i);
        const store::Write write[] = {
            {pair.space, {entity->number, first[0].cell.record, title, {}}, Value{value}, false}};
        must(pair.anna->store().write(write, pair.anna->author()));
        const auto begin = Steady::now();
        for (;;) {
            Rows rows = ben->store().database().query("SELECT title FROM contact");
            if (rows.next() && rows.text(0) == value) break;
            std::this_thread::sleep_for(std::chrono::microseconds(200));
        }
        if (i >= 20) waits.push_back(seconds_since(begin) * 1000);
    }
    stop = true;
    left.join();
    right.join();
    std::sort(waits.begin(), waits.end());
    figure("edit.p50", waits[waits.size() / 2], "ms", "goal", 5, "under 5 ms");
    figure("edit.p99", waits[waits.size() * 99 / 100], "ms", "goal", 20, "under 20 ms");
}

}  // namespace

int run(int argc, char** argv) {
    suite::start();
    const std::string program = fs::absolute(fs::path{argv[0]}).parent_path();
    const std::string wanted = argc > 1 ? argv[1] : "";
    int n = 0;
    const auto bench = [&](const char* name, auto&& body) {
        if (!wanted.empty() && wanted != name) return;
        const std::string folder =
            fs::temp_directory_path() / ("tern-bench-" + std::to_string(getpid()) + "-" + std::to_string(++n));
        fs::create_directories(folder);
        body(folder);
        fs::remove_all(folder);
    };
    bench("import", [&](const std::string& folder) { bench_import(folder); });
    bench("first_sync", [&](const std::string& folder) { bench_first_sync(program, folder); });
    bench("edit", [&](const std::string& folder) { bench_edit(program, folder, 1'000); });
    return 0;
}

}  // namespace tern::bench

int main(int argc, char** argv) { return tern::bench::run(argc, argv); }

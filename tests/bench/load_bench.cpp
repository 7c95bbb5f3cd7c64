// What the server carries over real sockets and TLS, with the load's own signing on the same machine:
//
//   tern-load-bench writers [seconds = 20]      50 devices of 50 people, each with a few deltas under way at any time
//   tern-load-bench idle [connections = 5000]   logged-in devices that say nothing
//   tern-load-bench crowd [seconds = 60]        3,000 that listen while 100 write: nobody misses a word (B13)
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <list>
#include <thread>

#include "tests/bench/figure.h"
#include "tests/support/raw_client.h"
#include "tests/support/said.h"
#include "tests/support/server_process.h"

namespace tern::bench {
namespace {

using namespace tern::test;

constexpr std::size_t kWriters = 50;
/// Deltas under way a writer: a phone that comes back with work sends more at once, one that saves a form sends one.
constexpr std::size_t kWindow = 4;
/// Cells that each writer goes round.
constexpr std::uint64_t kCells = 2'000;
/// A server takes some 500 handshakes at once from one address: the crowd comes from several.
constexpr std::size_t kPerAddress = 300;
constexpr std::uint64_t kCredit = 1 << 20;
constexpr std::size_t kListeners = 3'000, kTalkers = 100, kPhonesEach = 50;
constexpr auto kPause = std::chrono::milliseconds{500};  // between two deltas, each of which goes out 3,000 times

[[noreturn]] void give_up(const std::string& why) {
    std::fprintf(stderr, "load bench: %s\n", why.c_str());
    std::exit(1);
}

proto::ServerMessage read(RawClient& client) {
    proto::ServerMessage message;
    const auto bytes = client.read_message();
    if (!bytes || !message.ParseFromArray(bytes->data(), static_cast<int>(bytes->size())))
        give_up("the server ended a connection, code " + std::to_string(client.close_code()));
    return message;
}

proto::ServerMessage ask(RawClient& client, proto::ClientMessage message) {
    message.set_request(1);
    client.send_message(view(message.SerializeAsString()));
    for (;;) {
        auto answer = read(client);
        if (answer.request() != 1) continue;
        if (answer.has_refusal()) give_up(answer.refusal().what());
        return answer;
    }
}

/// Of the server's process, as the kernel counts it.
struct Usage {
    double cpu_seconds = 0;
    double rss_mib = 0;

    double peak_rss_mib = 0;

    explicit Usage(pid_t pid) {
        const std::string folder = "/proc/" + std::to_string(pid);
        std::ifstream stat{folder + "/stat"};
        std::string word;
        for (int i = 1; i <= 13 && stat >> word; ++i) {
        }
        double user = 0, system = 0;
        stat >> user >> system;
        cpu_seconds = (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
        std::ifstream memory{folder + "/statm"};
        double total = 0, resident = 0;
        memory >> total >> resident;
        rss_mib = resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024 * 1024);
        std::ifstream status{folder + "/status"};
        for (std::string line; std::getline(status, line);)
            if (line.starts_with("VmHWM:")) peak_rss_mib = std::strtod(line.c_str() + 6, nullptr) / 1024;
    }
};

/// A server with an org of `people`, each with `phones`, all writers of one space.
class Company {
public:
    Company(std::size_t people, std::size_t phones) {
        std::filesystem::create_directories(folder_);
        if (!make_certificate(folder_)) give_up("no certificate could be made");
        std::map<UserId, SpaceRole> roles;
        for (std::size_t i = 0; i < people; ++i) {
            const auto member = org_.add_member();
            roles[member.person.id()] = SpaceRole::writer;
            phones_.push_back(member.phone);
            for (std::size_t more = 1; more < phones; ++more) org_.add_phone(phones_.emplace_back(), member.person);
        }
        org_.make_space(space_, org_.founder_phone, roles);
        server_.emplace(folder_ + "/data", std::vector<std::string>{"--open-orgs", "--tls-cert", folder_ + "/cert.pem",
                                                                    "--tls-key", folder_ + "/key.pem"});
        if (server_->port() == 0) give_up("the server did not start");
        hand_in();
    }
    ~Company() {
        server_->stop(SIGTERM);
        std::filesystem::remove_all(folder_);
        std::filesystem::remove(folder_ + "/data.log");
    }

    std::vector<Phone>& phones() { return phones_; }
    const MadeOrg& org() const { return org_; }
    const SpaceId& space() const { return space_; }
    Usage usage() const { return Usage{server_->pid()}; }

    std::unique_ptr<RawClient> dial(const char* source = "127.0.0.1") const {
        auto client = std::make_unique<RawClient>(server_->port(), true, source);
        if (!client->connected()) give_up("no connection");
        client->upgrade();
        return client;
    }
    std::unique_ptr<RawClient> connect(const Phone& phone, const char* source = "127.0.0.1") const {
        auto client = dial(source);
        const auto challenge = read(*client).challenge();
        if (!ask(*client, logging_in(org_, phone, challenge, "localhost")).has_welcome()) give_up("not welcome");
        return client;
    }

private:
    void hand_in() const {
        auto founder = dial();
        read(*founder);
        ask(*founder, founding(org_.genesis(), "localhost"));
        ask(*founder, putting(org_.records()[1]));
        const auto device = connect(org_.founder_phone);
        for (std::size_t i = 2; i < org_.records().size(); ++i) ask(*device, putting(org_.records()[i]));
    }

    std::string folder_ =
        (std::filesystem::temp_directory_path() / ("tern-load-" + hex(suite::random_array<8>()))).string();
    MadeOrg org_{system_clock().wall_ms()};
    SpaceId space_;
    std::vector<Phone> phones_;
    std::optional<ServerProcess> server_;
};

/// One phone at work until `end`: signs, sends, and counts what the server has made durable.
void write(const Company& company, Phone& phone, std::uint64_t first_tag, Steady::time_point end,
           std::atomic<std::uint64_t>& durable) {
    const auto client = company.connect(phone);
    std::uint64_t made = 0;
    std::size_t under_way = 0;
    for (;;) {
        const bool more = Steady::now() < end;
        while (more && under_way < kWindow) {
            auto message = putting({make_delta(company.org(), phone,
                                               {company.space(),
                                                {make_tag(first_tag + made % kCells)},
                                                Hlc::at(system_clock().wall_ms(), static_cast<std::uint16_t>(made)),
                                                DeltaKind::delta,
                                                {},
                                                0,
                                                160})});
            message.set_request(++made);
            client->send_message(view(message.SerializeAsString()));
            ++under_way;
        }
        if (under_way == 0) return;
        const auto answer = read(*client);
        if (!answer.has_delta_put_reply()) give_up("a push was refused: " + answer.refusal().what());
        for (const auto& result : answer.delta_put_reply().results())
            if (result.cursor() == 0) give_up("a delta was refused: " + result.refusal().what());
        --under_way;
        ++durable;
    }
}

/// What one core can check, and no server can beat.
double checks_per_second() {
    const auto key = SigningKey::make();
    const Bytes message(400);
    const auto signature = suite::sign(key.secret, "fs1/delta", message);
    const auto begin = Steady::now();
    std::size_t n = 0;
    for (; seconds_since(begin) < 1; ++n)
        if (!suite::verify(key.pub, "fs1/delta", message, signature)) give_up("a signature does not fit");
    return static_cast<double>(n) / seconds_since(begin);
}

void writers(double seconds) {
    Company company{kWriters, 1};
    std::atomic<std::uint64_t> durable{0};
    const auto before = company.usage();
    const auto begin = Steady::now();
    const auto end = begin + std::chrono::duration_cast<Steady::duration>(std::chrono::duration<double>(seconds));
    std::vector<std::thread> crowd;
    for (std::size_t i = 0; i < kWriters; ++i)
        crowd.emplace_back([&, i] { write(company, company.phones()[i], 1 + i * kCells, end, durable); });
    for (auto& writer : crowd) writer.join();
    const double took = seconds_since(begin);
    const auto after = company.usage();
    const auto n = static_cast<double>(durable);
    const double checks = checks_per_second();
    figure("writers.durable", n / took, "deltas/s", "signatures that one core checks, /s", checks, "at least 3,000");
    figure("writers.server_cpu", (after.cpu_seconds - before.cpu_seconds) / n * 1e6, "us a delta",
           "checking one signature", 1e6 / checks, "");
    figure("writers.server_rss", after.rss_mib, "MiB", "before the load", before.rss_mib, "under 150 MiB");
}

void idle(std::size_t connections) {
    constexpr std::size_t kPhones = 50;
    Company company{(connections + kPhones - 1) / kPhones, kPhones};
    const auto before = company.usage();
    std::list<std::unique_ptr<RawClient>> crowd;
    const auto begin = Steady::now();
    for (std::size_t i = 0; i < connections; ++i) {
        const std::string source = "127.0.1." + std::to_string(1 + i / kPerAddress);
        crowd.push_back(company.connect(company.phones()[i], source.c_str()));
    }
    const double took = seconds_since(begin);
    const auto after = company.usage();
    const auto n = static_cast<double>(connections);
    figure("idle.memory", (after.rss_mib - before.rss_mib) * 1024 / n, "KiB a connection", "server before them, MiB",
           before.rss_mib, "under 96 KiB");
    figure("idle.logins", n / took, "logins/s, one after the other", "none", 0, "");
}

/// All that has come over the line, until a delta has.
std::uint64_t heard(RawClient& listener) {
    for (;;) {
        const auto message = read(listener);
        if (message.has_deltas()) {
            const auto& deltas = message.deltas().deltas();
            std::uint64_t bytes = 0;
            for (const auto& delta : deltas) bytes += delta.bytes().size();
            proto::ClientMessage credit;
            credit.mutable_credit()->set_bytes(bytes);
            listener.send_message(view(credit.SerializeAsString()));
            return deltas.empty() ? 0 : deltas[deltas.size() - 1].cursor();
        }
    }
}

void listen(const Company& company, RawClient& listener) {
    proto::ClientMessage follow;
    follow.mutable_follow()->set_space(bytes_of(ByteView{company.space().bytes}));
    ask(listener, std::move(follow));
    proto::ClientMessage credit;
    credit.mutable_credit()->set_bytes(kCredit);
    listener.send_message(view(credit.SerializeAsString()));
}

void crowd(double seconds) {
    Company company{(kListeners + kTalkers + kPhonesEach - 1) / kPhonesEach, kPhonesEach};
    const auto before = company.usage();
    std::vector<std::unique_ptr<RawClient>> lines;
    for (std::size_t i = 0; i < kListeners + kTalkers; ++i) {
        const std::string source = "127.0.1." + std::to_string(1 + i / kPerAddress);
        lines.push_back(company.connect(company.phones()[i], source.c_str()));
        if (i < kListeners) listen(company, *lines.back());
    }
    const auto there = company.usage();
    std::uint64_t said = 0, missed = 0;
    double slowest = 0;
    for (const auto begin = Steady::now(); seconds_since(begin) < seconds; ++said) {
        const auto talker = kListeners + said % kTalkers;
        const auto at = Hlc::at(system_clock().wall_ms(), 0);
        const auto spoke = Steady::now();
        const auto answer =
            ask(*lines[talker],
                putting({make_delta(company.org(), company.phones()[talker],
                                    {company.space(), {make_tag(said)}, at, DeltaKind::delta, {}, 0, 160})}));
        const auto cursor = answer.delta_put_reply().results()[0].cursor();
        if (cursor == 0) give_up("a delta was refused");
        for (std::size_t i = 0; i < kListeners; ++i)
            if (heard(*lines[i]) != cursor) ++missed;
        slowest = std::max(slowest, seconds_since(spoke));
        std::this_thread::sleep_for(kPause);
    }
    const auto after = company.usage();
    figure("crowd.missed", static_cast<double>(missed), "pushes", "pushes in all",
           static_cast<double>(said * kListeners), "none");
    figure("crowd.memory", (there.rss_mib - before.rss_mib) * 1024 / (kListeners + kTalkers), "KiB a connection",
           "server before them, MiB", before.rss_mib, "under 96 KiB");
    figure("crowd.peak", after.peak_rss_mib, "MiB", "once all are there", there.rss_mib, "under 512 MiB");
    figure("crowd.all_heard", slowest * 1000, "ms, the slowest delta to all 3,000", "server's CPU in it all, s",
           after.cpu_seconds - there.cpu_seconds, "");
    if (missed > 0 || after.peak_rss_mib >= 512) give_up("the crowd was too much");
}

int run(int argc, char** argv) {
    suite::start();
    const std::string wanted = argc > 1 ? argv[1] : "";
    const double amount = argc > 2 ? std::strtod(argv[2], nullptr) : 0;
    if (wanted.empty() || wanted == "writers") writers(amount > 0 ? amount : 20);
    if (wanted.empty() || wanted == "idle") idle(amount > 0 ? static_cast<std::size_t>(amount) : 5'000);
    if (wanted == "crowd") crowd(amount > 0 ? amount : 60);
    return 0;
}

}  // namespace
}  // namespace tern::bench

int main(int argc, char** argv) { return tern::bench::run(argc, argv); }

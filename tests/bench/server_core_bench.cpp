// How many deltas a second the core takes: durable, signature-checked, merged, on a real file. Signing is done before.
//
//   server_core_bench [deltas per commit = 50] [seconds = 5]
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "tests/support/server_wire.h"

namespace tern::test {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point from) { return std::chrono::duration<double>(Clock::now() - from).count(); }

std::vector<Bytes> signed_ahead(MadeOrg& org, const SpaceId& space, Millis now, std::size_t count) {
    std::vector<Bytes> out;
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(make_delta(org, org.founder_phone,
                                 {space,
                                  {make_tag(i % 50'000)},
                                  Hlc::at(now, static_cast<std::uint16_t>(i)),
                                  DeltaKind::delta,
                                  {},
                                  0,
                                  160}));
    return out;
}

void run(std::size_t per_commit, double seconds) {
    const auto path =
        (std::filesystem::temp_directory_path() / ("tern-bench-" + hex(suite::random_array<8>()) + ".db")).string();
    MadeOrg org;
    SpaceId space;
    org.make_space(space, org.founder_phone);
    ServerWire wire{path};
    auto line = wire.host(org);
    const auto deltas = signed_ahead(org, space, wire.now, static_cast<std::size_t>(seconds * 12'000));
    const auto from = Clock::now();
    std::size_t taken = 0;
    while (taken + per_commit <= deltas.size() && seconds_since(from) < seconds) {
        for (std::size_t i = 0; i < per_commit; ++i) {
            proto::ClientMessage put;
            put.mutable_delta_put()->add_deltas(bytes_of(deltas[taken++]));
            line->say(put);
        }
        wire.turn();
        wire.now += static_cast<Millis>(per_commit);  // keeps the device below its rate
    }
    const double took = seconds_since(from);
    const auto accepted = wire.core().metrics().deltas_accepted;
    std::printf("%zu a commit: %.0f deltas/s accepted (%llu in %.1f s, %llu commits, %llu refused)\n", per_commit,
                static_cast<double>(accepted) / took, static_cast<unsigned long long>(accepted), took,
                static_cast<unsigned long long>(wire.core().metrics().commits),
                static_cast<unsigned long long>(wire.core().metrics().deltas_refused));
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path + suffix);
}

}  // namespace
}  // namespace tern::test

int main(int argc, char** argv) {
    const auto per_commit = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 50;
    tern::test::run(per_commit, argc > 2 ? std::strtod(argv[2], nullptr) : 5);
}

// A whole company in one process: devices of several users, one server, and everything that goes wrong between them.
// One seed in, one verdict out.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>

#include "sync_server/session/core.h"
#include "sync_server/store/sqlite_store.h"
#include "tests/simulation/device.h"

namespace tern::simulation {

struct Settings {
    std::uint64_t seed = 1;
    std::uint64_t steps = 400;
    bool verbose = false;
};

/// How often each thing really happened: a fault that never fires proves nothing.
struct Tally {
    std::map<std::string, std::uint64_t> counts;
    std::uint64_t& operator[](const char* what) { return counts[what]; }
    void add(const Tally& other) {
        for (const auto& [what, n] : other.counts) counts[what] += n;
    }
};

class World {
public:
    explicit World(const Settings& settings);
    ~World();

    /// Founds the company, lets everything happen, heals, and judges. The failure names what does not hold.
    Status run();
    const Tally& tally() const { return tally_; }
    /// Of everything that was delivered, in order: the same seed gives the same trace.
    Hash trace() const { return trace_; }

private:
    struct Pipe {
        std::size_t device = 0;
        std::deque<Bytes> up;
        std::deque<Bytes> down;
        bool device_gone = false;  ///< the device has left; what it had sent may still arrive, in between others'
        bool open_at_server = false;
    };
    /// A value that a device has confirmed to its user.
    struct Promise {
        SpaceId space;
        RecordId record;
        std::string value;
        std::string by;
    };

    // what happens
    void settle_in();
    void step();
    void edit(Device& device);
    void write_something(Device& device);
    void define_something(Device& device);
    void connect(std::size_t device);
    void cut(std::uint64_t pipe);
    bool deliver_up(std::uint64_t pipe);
    bool deliver_down(std::uint64_t pipe);
    void take(std::size_t device, sync::Turn turn);
    void serve();
    bool work(std::size_t device);
    void crash_device(std::size_t device);
    void crash_server();
    bool start_server();
    void jump_clock(Device& device);
    void heal();
    bool quiet();
    std::uint64_t pipe_of(std::size_t device) const;
    void note(const std::string& what);
    Status invite_all();

    // the verdict
    Status judge();
    Status judge_promises();
    std::string difference(Device& one, Device& other);

    Settings settings_;
    Dice dice_;
    Tally tally_;
    Hash trace_{};
    Millis truth_;
    std::vector<std::unique_ptr<Device>> devices_;
    std::unique_ptr<MemoryDisk> server_disk_;
    std::unique_ptr<server::SqliteStore> server_store_;
    std::unique_ptr<server::Core> core_;
    std::map<std::uint64_t, Pipe> pipes_;
    std::uint64_t next_pipe_ = 1;
    std::vector<SpaceId> spaces_;
    std::vector<std::pair<SpaceId, RecordId>> records_;
    std::vector<Promise> promises_;
    std::uint64_t values_ = 0;
    std::optional<Failure> broken_;
};

}  // namespace tern::simulation

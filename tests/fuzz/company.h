// A founder's device and the server's core in one process: what the two targets that keep a state are fed into.
#pragma once

#include <vector>

#include "sync_server/session/core.h"
#include "sync_server/store/sqlite_store.h"
#include "tests/simulation/device.h"

namespace tern::fuzz {

class Company {
public:
    /// Founded, with one space. The same bytes in every process.
    Company();

    /// A fresh connection, and a session over it until neither side has anything to say.
    void log_in();
    void hang_up();
    bool connected() const { return open_; }
    /// The server receives a message on the connection and answers; the device does not hear it.
    std::vector<Bytes> say(Bytes message);
    /// Hands the answers on until all is quiet.
    void converse(sync::Turn turn);

    simulation::Device& device() { return device_; }
    server::Core& core() { return *core_; }
    const SpaceId& space() const { return space_; }
    std::vector<Bytes> to_device;
    std::vector<Bytes> to_server;
    Millis now = 1'800'000'000'000;

private:
    std::vector<Bytes> serve();
    void make_space();

    simulation::Dice dice_;
    simulation::Device device_;
    std::unique_ptr<server::SqliteStore> store_;
    std::unique_ptr<server::Core> core_;
    server::ConnectionId connection_ = 0;
    bool open_ = false;
    SpaceId space_;
};

}  // namespace tern::fuzz

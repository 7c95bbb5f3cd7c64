// One simulated device: the real store, account, directory and sessions, on a disk in memory and behind a clock that
// may be wrong. It can lose its power at any moment.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "client_core/org/directory.h"
#include "client_core/sync/enrolment.h"
#include "client_core/sync/session.h"
#include "tests/simulation/memory_disk.h"
#include "tests/simulation/randomness.h"

namespace tern::simulation {

inline constexpr const char* kServerName = "sim.test";

class Device {
public:
    Device(std::string name, Dice& dice);

    const std::string& name() const { return name_; }
    MemoryDisk& disk() { return disk_; }
    bool running() const { return store_ != nullptr; }
    store::Store& store() { return *store_; }
    org::Account& account() { return account_; }
    org::Directory& directory() { return directory_.value(); }
    store::Author author(Millis truth) const { return {account_.device.id(), wall(truth)}; }
    Millis wall(Millis truth) const { return truth + skew; }
    sync::Now now(Millis truth) const { return {wall(truth), truth}; }

    /// It runs an app of the first day, until it is upgraded.
    bool is_old() const { return old_; }
    /// From its next start on.
    void upgrade() { old_ = false; }

    /// Opens what is on the disk, as after a start of the program. False where the power went during it.
    bool start();
    /// The program is gone; its connection too.
    void stop();
    /// stop(), and the disk keeps of unsynced writes what the dice say.
    void lose_power(Dice& dice);

    Status found(const std::string& login);
    Status join(const std::string& login, const org::InviteLink& link);

    /// A conversation begins; the machine that answers depends on where this device stands.
    void connect();
    void disconnect();
    bool connected() const { return founding_ || joining_ || session_; }
    sync::Turn on_message(ByteView bytes, Millis truth);
    sync::Turn work(Millis truth);
    sync::Turn local_change(Millis truth);
    bool settled() const { return session_ && session_->settled(); }
    const sync::Session* session() const { return session_.get(); }
    sync::Session* session() { return session_.get(); }
    /// The enrolment's conversation has reached its end.
    bool enrolment_done() const { return (founding_ && founding_->done()) || (joining_ && joining_->done()); }
    bool is_member() const { return member_; }
    void reload_account();

    Millis skew = 0;

private:
    std::string name_;
    MemoryDisk disk_;
    std::unique_ptr<store::Store> store_;
    org::Account account_;
    std::optional<org::Directory> directory_;
    std::optional<org::NewAccount> made_;
    std::optional<crypto::UserIdentity> identity_;
    std::unique_ptr<sync::Founding> founding_;
    std::unique_ptr<sync::Joining> joining_;
    std::unique_ptr<sync::Session> session_;
    bool member_ = false;
    bool old_;
};

}  // namespace tern::simulation

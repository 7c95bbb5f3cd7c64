// The outer loop of sync: one conversation after the other, each with a session of its own.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <thread>
#include <utility>

#include "client_core/net/converse.h"
#include "client_core/rooms.h"
#include "client_core/sync/enrolment.h"

namespace tern {
namespace {

constexpr std::string_view kLastSync = "last_sync";

/// One process at a time syncs a folder; the lock goes with the process, however it ends.
class SyncLock {
public:
    explicit SyncLock(const std::string& folder)
        : file_(::open((folder + "/sync.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
        held_ = file_ >= 0 && ::flock(file_, LOCK_EX | LOCK_NB) == 0;
    }
    ~SyncLock() {
        if (file_ >= 0) ::close(file_);
    }
    SyncLock(const SyncLock&) = delete;
    SyncLock& operator=(const SyncLock&) = delete;
    bool held() const { return held_; }

private:
    int file_;
    bool held_ = false;
};

/// Faults after which trying again by itself may help.
bool passes(Fault fault) {
    return fault == Fault::network || fault == Fault::rate || fault == Fault::storage || fault == Fault::busy ||
           fault == Fault::internal;
}

void append(sync::Turn& to, sync::Turn more) {
    for (auto& bytes : more.send) to.send.push_back(std::move(bytes));
    to.work_left = more.work_left;
    if (more.ended) to.ended = more.ended;
}

}  // namespace

/// One device conversation, with what the CRM wants done around it.
class Syncing {
public:
    Syncing(Client::Rooms& rooms, const SyncOptions& options) : rooms_(rooms), options_(options) {}

    Status enrol(const std::atomic<bool>& stop, bool& admitted) {
        auto& account = rooms_.account;
        TERN_TRY(endpoint, net::Endpoint::read(account.server));
        const auto identity = crypto::UserIdentity::from_seed(*account.identity_seed);
        sync::Joining joining{*rooms_.store,         account,       rooms_.directory,       identity,
                              account.promised_head, endpoint.host, Platform::linux_desktop};
        net::Conversation talk;
        talk.on_message = [&](ByteView bytes, const sync::Now& now) { return joining.on_message(bytes, now); };
        talk.finished = [&] { return joining.done(); };
        TERN_CHECK(net::converse(endpoint, trust(), rooms_.clock, stop, talk));
        admitted = joining.admitted();
        return ok();
    }

    Status converse(const std::atomic<bool>& stop) {
        TERN_TRY(endpoint, net::Endpoint::read(rooms_.account.server));
        sync::Session session{*rooms_.store, rooms_.account, rooms_.directory, endpoint.host};
        net::Conversation talk;
        talk.on_message = [&](ByteView bytes, const sync::Now& now) {
            return settle(session, session.on_message(bytes, now), now);
        };
        talk.on_work = [&](const sync::Now& now) { return settle(session, session.work(now), now); };
        talk.on_tick = [&](const sync::Now& now) { return tick(session, now); };
        talk.finished = [&] { return !options_.watch && session.settled(); };
        const auto status = net::converse(endpoint, trust(), rooms_.clock, stop, talk);
        note(session);
        return status;
    }

    /// Whether all was settled since the last time this was asked: then a break is no sign that trying is in vain.
    bool take_settled() { return std::exchange(settled_since_, false); }
    const SyncResult& result() const { return result_; }
    SyncResult& result() { return result_; }

private:
    net::Trust trust() const {
        return {rooms_.account.server_pin, rooms_.clock.wall_ms() + rooms_.store->clock_offset()};
    }

    /// When all is quiet: names whom this device let in, and remembers that all was quiet.
    sync::Turn settle(sync::Session& session, sync::Turn turn, const sync::Now& now) {
        if (turn.ended || !session.settled()) {
            was_settled_ = false;
            return turn;
        }
        if (const auto named = rooms_.write_names(); !named) {
            turn.ended = named.error();
            return turn;
        }
        append(turn, session.local_change(now));
        if (!turn.ended && session.settled() && !was_settled_) {
            was_settled_ = settled_since_ = true;
            ByteWriter time;
            time.u64(static_cast<std::uint64_t>(now.wall + rooms_.store->clock_offset()));
            rooms_.store->set_setting(kLastSync, time.bytes());
            if (options_.on_settled) {
                SyncResult so_far = result_;
                so_far.waiting = false;  // it was, before this conversation
                add(so_far, session);
                options_.on_settled(so_far);
            }
        }
        return turn;
    }

    /// Other processes' commits on this folder show as a new data version.
    sync::Turn tick(sync::Session& session, const sync::Now& now) {
        const auto version = rooms_.store->database().find_integer("PRAGMA data_version").value_or(0);
        if (version == data_version_) return {};
        data_version_ = version;
        return settle(session, session.local_change(now), now);
    }

    static void add(SyncResult& to, sync::Session& session) {
        const auto progress = session.progress();
        to.pushed += progress.counts.pushed;
        to.pulled += progress.counts.pulled;
        to.pending = static_cast<std::uint64_t>(progress.unsent);
        to.alarms.insert(to.alarms.end(), session.alarms().begin(), session.alarms().end());
    }
    void note(sync::Session& session) { add(result_, session); }

    Client::Rooms& rooms_;
    const SyncOptions& options_;
    SyncResult result_;
    std::int64_t data_version_ = -1;
    bool was_settled_ = false;
    bool settled_since_ = false;
};

/// A pause of two seconds at most.
constexpr unsigned kWaitingTries = 3;

Result<SyncResult> Client::sync(const SyncOptions& options) {
    const std::atomic<bool> never{false};
    const std::atomic<bool>& stop = options.stop != nullptr ? *options.stop : never;
    const SyncLock lock{rooms_->folder};
    if (!lock.held())
        return fail(Fault::busy, "another process is syncing this data folder",
                    "it sends what is written here by itself");
    return caught([&]() -> Result<SyncResult> {
        Syncing syncing{*rooms_, options};
        unsigned tries = 0;
        for (;;) {
            Status status = ok();
            bool admitted = !waiting();
            if (!admitted) status = syncing.enrol(stop, admitted);
            if (status && admitted) status = syncing.converse(stop);
            auto& result = syncing.result();
            result.waiting = !admitted;
            result.refused = static_cast<std::uint64_t>(rooms_->store->refused_changes());
            if (stop || (!options.watch && status)) return result;
            if (!status && (!options.watch || !passes(status.error().fault))) return status.error();
            if (!status && options.on_broken) options.on_broken(status.error());
            tries = syncing.take_settled() ? 1 : tries + 1;
            // A person sits before this device until an admin's lets it in: seconds, not the longest pause.
            if (status && !admitted) tries = std::min(tries, kWaitingTries);
            const Millis until = rooms_->clock.steady_ms() + net::backoff(tries);
            while (!stop && rooms_->clock.steady_ms() < until)
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    });
}

}  // namespace tern

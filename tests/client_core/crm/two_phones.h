// Two installations of one person that exchange their changes without a server.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/offline_org.h"

namespace tern::test {

/// The machine's, an hour ahead: so no stamp of the second installation is one of the first's.
class LateClock : public Clock {
public:
    Millis wall_ms() const override { return system_clock().wall_ms() + 3'600'000; }
    Millis steady_ms() const override { return system_clock().steady_ms(); }
};

class TwoPhones {
public:
    /// `b` begins as a copy of `a`, so what `prepare` made is on both.
    template <class F>
    explicit TwoPhones(F&& prepare) {
        prepare(a());
        settle(a());
        a().store().database().script("PRAGMA wal_checkpoint(TRUNCATE)");
        const std::string folder = org_.path() + "/other";
        std::filesystem::copy(org_.folder(), folder, std::filesystem::copy_options::recursive);
        Client::Options options;
        options.folder = folder;
        options.unlock.device_key_file = org_.key_file();
        options.clock = &late_;
        auto opened = Client::open(options);
        EXPECT_TRUE(opened) << opened.error().text();
        b_ = std::move(*opened);
    }

    Client& a() { return org_.client(); }
    Client& b() { return *b_; }

    /// Each takes what the other has written.
    void meet() {
        const auto from_a = settle(a());
        const auto from_b = settle(b());
        give(from_a, b());
        give(from_b, a());
    }

private:
    using Sent = std::vector<std::pair<SpaceId, std::vector<Change>>>;
    static Sent settle(Client& client) {
        Sent out;
        auto& store = client.store();
        Transaction tx{store.database()};
        for (const SpaceId& space : store.spaces_with_unsent())
            for (const auto& delta : store.unsent(space, 10'000, 1'000'000'000)) {
                out.emplace_back(space, delta.changes);
                store.mark_acknowledged(delta.txn);
            }
        tx.commit();
        return out;
    }
    static void give(const Sent& sent, Client& to) {
        Transaction tx{to.store().database()};
        for (const auto& [space, changes] : sent) to.store().apply(space, changes);
        tx.commit();
    }

    OfflineOrg org_;
    LateClock late_;
    std::unique_ptr<Client> b_;
};

}  // namespace tern::test

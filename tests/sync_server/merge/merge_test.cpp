// The blind merge against a slow model that keeps every write and sorts.
#include <gtest/gtest.h>

#include <random>

#include "sync_server/merge/merge.h"
#include "sync_server/store/sqlite_store.h"
#include "tests/support/made_org.h"

namespace tern::test {
namespace {

using server::TagRank;

struct Write {
    Tag tag;
    TagRank rank;
    std::uint64_t cursor;
};

/// How many tags each delta wins, worked out from scratch.
std::map<std::uint64_t, std::uint32_t> model(const std::vector<Write>& writes, std::uint64_t newest) {
    std::map<std::uint64_t, std::uint32_t> live;
    for (std::uint64_t cursor = 1; cursor <= newest; ++cursor) live[cursor] = 0;
    for (const auto& write : writes) {
        const bool wins = std::none_of(writes.begin(), writes.end(), [&](const Write& other) {
            return other.tag == write.tag && write.rank < other.rank;
        });
        live[write.cursor] += wins ? 1 : 0;
    }
    return live;
}

class MergeHistory {
public:
    explicit MergeHistory(std::uint32_t seed) : random_(seed) {
        store_ = *server::SqliteStore::open(":memory:");
        org_ = store_->add_org(OrgId{}, 1 << 30)->ref;
        space_ = *store_->add_space(org_, SpaceId{{1}});
        for (int i = 0; i < 3; ++i) devices_.push_back(DeviceId{suite::random_array<16>()});
    }

    void step() {
        DeltaHeader header;
        const auto kind = pick(20);
        header.kind = kind == 0 ? DeltaKind::purge : kind < 6 ? DeltaKind::carry : DeltaKind::delta;
        header.space = SpaceId{{1}};
        header.device = devices_[pick(3)];
        header.dev_seq = ++seq_;
        header.hlc = Hlc{1 + pick(12)};  // few, so that stamps meet
        for (std::uint64_t tag = 0; tag < 6; ++tag)
            if (pick(3) == 0 || (tag == 5 && header.tags.empty()))
                header.tags.push_back(Tag{{static_cast<std::uint8_t>(tag)}});
        if (header.kind == DeltaKind::carry)
            for (std::size_t i = 0; i < header.tags.size(); ++i)
                header.marks.push_back({Stamp{Hlc{1 + pick(12)}, devices_[pick(3)]}, 0});
        const Bytes bytes = sign_delta(delta_header_bytes(header, 16), random_bytes(16), key_.secret);
        const auto frame = read_delta(bytes);
        ASSERT_TRUE(frame);
        const auto cursor = server::merge_delta(*store_, org_, space_, *frame);
        ASSERT_TRUE(cursor);
        newest_ = *cursor;
        for (std::size_t i = 0; i < header.tags.size(); ++i)
            writes_.push_back({header.tags[i], {header.kind == DeltaKind::purge, header.stamp_of(i)}, *cursor});
    }

    void compare() {
        for (const auto& [cursor, live] : model(writes_, newest_))
            ASSERT_EQ(store_->live_count(space_, cursor).value(), live) << "cursor " << cursor;
        for (const auto which : {server::Which::live, server::Which::dead}) {
            const auto page = store_->deltas(space_, 0, newest_, which, 1 << 30);
            for (const auto& row : page->deltas)
                ASSERT_EQ(store_->live_count(space_, row.cursor).value() > 0, which == server::Which::live);
        }
    }

private:
    std::uint64_t pick(std::uint64_t n) { return random_() % n; }

    std::mt19937 random_;
    std::unique_ptr<server::SqliteStore> store_;
    server::OrgRef org_;
    server::SpaceRef space_;
    std::vector<DeviceId> devices_;
    SigningKey key_ = SigningKey::make();
    std::uint64_t seq_ = 0;
    std::uint64_t newest_ = 0;
    std::vector<Write> writes_;
};

TEST(Merge, LiveCountsAreThoseOfASlowModelOverRandomHistories) {
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        MergeHistory history{seed};
        for (int i = 0; i < 40; ++i) {
            history.step();
            if (HasFatalFailure()) return;
        }
        history.compare();
        if (HasFatalFailure()) FAIL() << "seed " << seed;
    }
}

}  // namespace
}  // namespace tern::test

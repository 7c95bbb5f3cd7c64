// Which deltas count: roles where the author stood against roles now, cuts, revocations, epochs, branches.
#include "protocol/delta_judge.h"

#include <gtest/gtest.h>

#include "protocol/limits.h"
#include "tests/support/staffed_space.h"

namespace tern {
namespace {

using test::MadeOrg;
using test::Phone;

class DeltaJudgeTest : public test::StaffedSpace {
protected:
    Bytes delta(Phone& by, DeltaKind kind = DeltaKind::delta) {
        return test::make_delta(made, by, {space, {test::make_tag(1)}, Hlc::at(made.now), kind, {}, 0, 80, {}});
    }
    /// The fault's name, "" for a delta that counts.
    std::string judge(const Bytes& bytes, JudgeAt at) const {
        const auto status = judge_delta(read_delta(bytes).value(), made.org(), made.space(space), at);
        return status ? "" : std::string(name(status.error().fault));
    }
    std::string here(const Bytes& bytes) const { return judge(bytes, JudgeAt::header_position); }
    std::string now(const Bytes& bytes) const { return judge(bytes, JudgeAt::current_heads); }
    std::uint64_t last_of(const Phone& phone) const { return phone.sent.at(space).seq; }
};

TEST_F(DeltaJudgeTest, WritersWriteAndManagersPurge) {
    for (auto* phone : {&boss, &writer.phone, &manager.phone}) {
        const auto bytes = delta(*phone);
        EXPECT_EQ(here(bytes), "");
        EXPECT_EQ(now(bytes), "");
    }
    EXPECT_EQ(now(delta(reader.phone)), "role");
    EXPECT_EQ(here(delta(reader.phone)), "role");
    EXPECT_EQ(now(delta(outsider.phone)), "role");
    EXPECT_EQ(now(delta(writer.phone, DeltaKind::purge)), "role");
    EXPECT_EQ(here(delta(writer.phone, DeltaKind::purge)), "role");
    EXPECT_EQ(now(delta(manager.phone, DeltaKind::purge)), "");
    EXPECT_EQ(now(delta(boss, DeltaKind::purge)), "");
}

TEST_F(DeltaJudgeTest, RolesCountWhereTheAuthorStoodUnlessTheServerJudges) {
    const auto before = delta(reader.phone);
    made.grant(space, reader.person.id(), SpaceRole::writer, boss);
    EXPECT_EQ(here(before), "role");
    EXPECT_EQ(now(before), "");
    EXPECT_EQ(here(delta(reader.phone)), "");
    const auto as_writer = delta(writer.phone);
    made.remove(space, writer.person.id(), boss, {{writer.phone.id, last_of(writer.phone)}});
    EXPECT_EQ(here(as_writer), "");
    EXPECT_EQ(now(as_writer), "epoch_stale");
    EXPECT_EQ(now(delta(writer.phone)), "forbidden");
}

TEST_F(DeltaJudgeTest, CutsEndWorkAtTheirNumber) {
    const auto first = delta(writer.phone);
    const auto second = delta(writer.phone);
    made.remove(space, writer.person.id(), boss, {{writer.phone.id, 1}});
    EXPECT_EQ(here(first), "");
    EXPECT_EQ(here(second), "forbidden");
    EXPECT_EQ(here(delta(writer.phone)), "forbidden");
    made.grant(space, writer.person.id(), SpaceRole::writer, boss);
    EXPECT_EQ(now(delta(writer.phone)), "forbidden");
    Phone fresh;
    made.add_phone(fresh, writer.person);
    EXPECT_EQ(now(delta(fresh)), "");
}

TEST_F(DeltaJudgeTest, RevokedDevicesWaitForTheSpacesWord) {
    const auto before = delta(writer.phone);
    made.revoke(writer.phone, boss);
    EXPECT_EQ(here(before), "forbidden");
    EXPECT_EQ(now(before), "forbidden");
    made.rotate(space, boss, {{writer.phone.id, last_of(writer.phone)}});
    EXPECT_EQ(here(before), "");
    EXPECT_EQ(now(before), "epoch_stale");
    EXPECT_EQ(now(delta(writer.phone)), "forbidden");
}

TEST_F(DeltaJudgeTest, SuspendedAuthorsAreRefusedByTheServerAlone) {
    const auto bytes = delta(writer.phone);
    made.suspend(writer.person, true);
    EXPECT_EQ(now(bytes), "forbidden");
    EXPECT_EQ(here(bytes), "");
    made.suspend(writer.person, false);
    EXPECT_EQ(now(bytes), "");
}

TEST_F(DeltaJudgeTest, KnowsTheEpochInForceAtEachPosition) {
    const auto old = delta(writer.phone);
    made.rotate(space, boss);
    EXPECT_EQ(here(old), "");
    EXPECT_EQ(now(old), "epoch_stale");
    const auto too_old =
        test::make_delta(made, writer.phone, {space, {test::make_tag(1)}, Hlc::at(1), DeltaKind::delta, {}, 0, 80, 1});
    EXPECT_EQ(here(too_old), "epoch_stale");
    const auto too_new =
        test::make_delta(made, writer.phone, {space, {test::make_tag(1)}, Hlc::at(1), DeltaKind::delta, {}, 0, 80, 3});
    EXPECT_EQ(now(too_new), "epoch_stale");
    EXPECT_EQ(now(delta(writer.phone)), "");
}

TEST_F(DeltaJudgeTest, RefusesOtherBranchesSpacesAndForgeries) {
    const auto changed = [&](auto change) {
        auto header = read_delta(delta(writer.phone)).value().header;
        change(header);
        return sign_delta(delta_header_bytes(header, 80), Bytes(80), writer.phone.dsk.secret);
    };
    EXPECT_EQ(now(changed([](auto&) {})), "");
    EXPECT_EQ(now(changed([](auto& h) { h.log_head16[0] ^= 1; })), "fork");
    EXPECT_EQ(here(changed([](auto& h) { h.log_head16[0] ^= 1; })), "fork");
    EXPECT_EQ(here(changed([](auto& h) { ++h.log_seq; })), "not_found");
    EXPECT_EQ(here(changed([](auto& h) { h.space.bytes[0] ^= 1; })), "not_found");
    EXPECT_EQ(here(changed([](auto& h) { h.device.bytes[0] ^= 1; })), "not_found");
    EXPECT_EQ(here(changed([](auto& h) { ++h.tag_gen; })), "epoch_stale");
    EXPECT_EQ(here(changed([&](auto& h) { h.device = boss.id; })), "forged");
    Bytes bytes = delta(writer.phone);
    for (const std::size_t at :
         {bytes.size() - 1, bytes.size() - 64, bytes.size() - 65, std::size_t{72}, std::size_t{105}}) {
        bytes[at] ^= 1;
        EXPECT_EQ(now(bytes), "forged") << at;
        bytes[at] ^= 1;
    }
    EXPECT_EQ(now(bytes), "");
}

TEST_F(DeltaJudgeTest, StampsMayBeFiveMinutesAhead) {
    const auto at = [&](Millis ms) {
        const auto bytes =
            test::make_delta(made, boss, {space, {test::make_tag(1)}, Hlc::at(ms), DeltaKind::delta, {}, 0, 80, {}});
        return judge_clock(read_delta(bytes).value(), made.now).has_value();
    };
    EXPECT_TRUE(at(1));
    EXPECT_TRUE(at(made.now + limits::kClockAheadMs));
    EXPECT_FALSE(at(made.now + limits::kClockAheadMs + 1));
}

}  // namespace
}  // namespace tern

// Two honest branches after a restore, brought together: what the losing one took away stays away, what it gave is
// gone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/log_script.h"

namespace tern {
namespace {

using test::LogScript;
using test::MadeOrg;
using test::Phone;
using ::testing::HasSubstr;

/// The records of one log from `from` on.
std::vector<Bytes> branch_of(const MadeOrg& made, const LogId& log, std::uint32_t from) {
    std::vector<Bytes> out;
    for (const auto& record : made.records())
        if (record.log.bytes == log.bytes && read_log_record(record.bytes).value().seq >= from)
            out.push_back(record.bytes);
    return out;
}

class ForkMergeTest : public ::testing::Test {
protected:
    LogScript script;
    MadeOrg& made = script.made;
    Phone& boss = made.founder_phone;
    MadeOrg::Member admin = made.add_member(OrgRole::admin);
    MadeOrg::Member ann = made.add_member();
    MadeOrg::Member bob = made.add_member();
    SpaceId space;

    void SetUp() override {
        made.make_space(space, boss, {{ann.person.id(), SpaceRole::writer}, {bob.person.id(), SpaceRole::manager}});
    }
    ForkMerge org_merge(const LogScript& lost, const LogScript& won, std::uint32_t fork) const {
        (void)won;
        return {fork, branch_of(lost.made, log_of(made.id()), fork)};
    }
    std::string put(LogScript& won, const ForkMerge& merge, const Phone& by) const {
        return won.put(RecordType::org_fork_merge, body_of(merge), by);
    }
    SpaceForkMerge space_merge(const LogScript& lost, const LogScript& won, std::uint32_t fork,
                               std::map<UserId, SpaceRole> after, const std::vector<UserId>& losing) const {
        SpaceForkMerge out;
        out.merge = {fork, branch_of(lost.made, log_of(space), fork)};
        const auto above =
            std::max(lost.made.space(space).epoch().block.epoch, won.made.space(space).epoch().block.epoch) + 1;
        std::vector<Bytes> sealed;
        out.block = won.made.full_block(above, after, sealed);
        out.cuts = won.made.cuts(space, losing, {});
        return out;
    }
};

TEST_F(ForkMergeTest, OfTheOrgKeepsWhatWasTakenAway) {
    LogScript lost = script;
    const auto fork = made.org().length();
    lost.made.revoke(ann.phone, boss);
    lost.made.suspend(bob.person, true);
    ASSERT_EQ(lost.put(RecordType::org_role, body_of(OrgRoleChange{admin.person.id(), OrgRole::member}), boss), "");
    ASSERT_EQ(lost.put(RecordType::org_role, body_of(OrgRoleChange{ann.person.id(), OrgRole::admin}), boss), "");
    const auto carl = lost.made.add_member();
    script.made.suspend(ann.person, true);
    const auto merge = org_merge(lost, script, fork);
    EXPECT_THAT(put(script, merge, admin.phone), HasSubstr("only owners merge"));
    ASSERT_EQ(put(script, merge, boss), "");
    const auto& org = made.org();
    const auto now = org.head().seq;
    EXPECT_FALSE(org.active_devices(ann.person.id(), now).size());
    EXPECT_TRUE(org.key_in_doubt(ann.person.id(), now));
    EXPECT_TRUE(org.suspended(bob.person.id(), now));
    EXPECT_FALSE(org.suspended(bob.person.id(), now - 1));
    EXPECT_EQ(org.role(admin.person.id(), now), OrgRole::member);
    EXPECT_EQ(org.role(ann.person.id(), now), OrgRole::member) << "what it gave is gone";
    EXPECT_EQ(org.user(carl.person.id()), nullptr);
    EXPECT_EQ(org.device(carl.phone.id), nullptr);
    EXPECT_TRUE(org.suspended(ann.person.id(), now));
}

TEST_F(ForkMergeTest, OfTheOrgTakesABranchInWhichNewDevicesWrote) {
    LogScript lost = script;
    const auto fork = made.org().length();
    Phone tablet;
    lost.made.add_phone(tablet, made.founder);
    lost.made.revoke(ann.phone, tablet);
    script.made.suspend(bob.person, true);
    ASSERT_EQ(put(script, org_merge(lost, script, fork), boss), "");
    EXPECT_FALSE(made.org().device_active(ann.phone.id, made.org().head().seq));
    EXPECT_EQ(made.org().device(tablet.id), nullptr);
}

TEST_F(ForkMergeTest, OfTheOrgTakesNoBranchThatBrokeARule) {
    LogScript lost = script;
    const auto fork = made.org().length();
    script.made.suspend(bob.person, true);
    const auto forged = [&](RecordType type, const Bytes& body, const Phone& by) {
        const auto record = sign_log_record(lost.org_draft(type, body, by), by.dsk.secret);
        return put(script, {fork, {record}}, boss);
    };
    EXPECT_NE(forged(RecordType::org_role, body_of(OrgRoleChange{made.founder.id(), OrgRole::member}), admin.phone),
              "");
    EXPECT_NE(forged(RecordType::user_suspend, body_of(UserSuspend{made.founder.id(), true}), admin.phone), "");
    EXPECT_NE(forged(RecordType::device_revoke, body_of(DeviceRevoke{boss.id, 2}), admin.phone), "");
    EXPECT_NE(forged(RecordType::user_suspend, body_of(UserSuspend{admin.person.id(), true}), ann.phone), "");
    EXPECT_EQ(forged(RecordType::user_suspend, body_of(UserSuspend{ann.person.id(), true}), admin.phone), "");
}

TEST_F(ForkMergeTest, OfTheOrgTakesOnlyTwoChainsThatPart) {
    LogScript lost = script;
    const auto fork = made.org().length();
    lost.made.suspend(ann.person, true);
    lost.made.suspend(ann.person, false);
    script.made.suspend(bob.person, true);
    const auto good = org_merge(lost, script, fork);
    const auto refused = [&](auto change) {
        auto bad = good;
        change(bad);
        return put(script, bad, boss);
    };
    EXPECT_NE(refused([](auto& m) { m.losing_branch.clear(); }), "");
    EXPECT_NE(refused([](auto& m) { m.fork_seq = 0; }), "");
    EXPECT_NE(refused([](auto& m) { ++m.fork_seq; }), "");
    EXPECT_NE(refused([](auto& m) { --m.fork_seq; }), "");
    EXPECT_NE(refused([](auto& m) { m.fork_seq = 4'000'000'000; }), "");
    EXPECT_NE(refused([](auto& m) { m.losing_branch[0].back() ^= 1; }), "");
    EXPECT_NE(refused([](auto& m) { m.losing_branch[1].back() ^= 1; }), "");
    EXPECT_NE(refused([](auto& m) { std::swap(m.losing_branch[0], m.losing_branch[1]); }), "");
    EXPECT_NE(refused([](auto& m) { m.losing_branch.erase(m.losing_branch.begin()); }), "");
    EXPECT_NE(refused([&](auto& m) { m.losing_branch = branch_of(made, log_of(made.id()), fork); }), "")
        << "its own branch";
    EXPECT_EQ(refused([](auto&) {}), "");
    EXPECT_TRUE(made.org().suspended(ann.person.id(), made.org().head().seq)) << "a removal holds, its end does not";
}

TEST_F(ForkMergeTest, OfASpaceKeepsRemovalsAboveBothEpochs) {
    LogScript lost = script;
    const auto fork = made.space(space).length();
    lost.made.remove(space, ann.person.id(), boss);
    lost.made.grant(space, admin.person.id(), SpaceRole::reader, boss);
    lost.made.rotate(space, boss);
    lost.made.rotate(space, boss);
    script.made.rotate(space, boss);
    const std::map<UserId, SpaceRole> after{{made.founder.id(), SpaceRole::admin},
                                            {bob.person.id(), SpaceRole::manager}};
    const auto good = space_merge(lost, script, fork, after, {ann.person.id()});
    ASSERT_EQ(good.block.epoch, 5U);
    const auto refused = [&](auto change, const Phone& by) {
        auto bad = good;
        change(bad);
        return script.put(space, RecordType::space_fork_merge, body_of(bad), by);
    };
    EXPECT_THAT(refused([](auto&) {}, bob.phone), HasSubstr("only admins merge"));
    EXPECT_THAT(refused([](auto& m) { --m.block.epoch; }, boss), HasSubstr("above both branches"));
    EXPECT_THAT(refused([](auto& m) { ++m.block.epoch; }, boss), HasSubstr("above both branches"));
    EXPECT_THAT(refused([](auto& m) { m.cuts.clear(); }, boss), HasSubstr("the cuts list exactly"));
    EXPECT_THAT(refused([](auto& m) { m.block.seats.pop_back(); }, boss), HasSubstr("exactly the member set"));
    EXPECT_THAT(refused([](auto& m) { ++m.merge.fork_seq; }, boss), HasSubstr("do not part there"));
    EXPECT_THAT(refused([](auto& m) { --m.merge.fork_seq; }, boss), HasSubstr("do not part there"));
    EXPECT_NE(refused([](auto& m) { m.merge.fork_seq = 0; }, boss), "");
    EXPECT_NE(refused([](auto& m) { m.merge.losing_branch.clear(); }, boss), "");
    EXPECT_NE(refused([](auto& m) { m.merge.losing_branch[0].back() ^= 1; }, boss), "");
    EXPECT_NE(refused([](auto& m) { std::swap(m.merge.losing_branch[1], m.merge.losing_branch[2]); }, boss), "");
    EXPECT_EQ(refused([](auto&) {}, boss), "");
    EXPECT_EQ(made.space(space).role(ann.person.id()), SpaceRole::none);
    EXPECT_TRUE(made.space(space).cut(ann.phone.id));
    EXPECT_EQ(made.space(space).role(admin.person.id()), SpaceRole::none) << "what it gave is gone";
    EXPECT_EQ(made.space(space).epoch().block.epoch, 5U);
}

}  // namespace
}  // namespace tern

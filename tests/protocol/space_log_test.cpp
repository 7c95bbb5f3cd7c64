// A space's rules: its genesis, its chain and authors, and what each role may do. Epochs have a file of their own.
#include "protocol/space_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/staffed_space.h"

namespace tern {
namespace {

using test::MadeOrg;
using test::Phone;
using ::testing::HasSubstr;

class SpaceLogTest : public test::StaffedSpace {
protected:
    std::string add(const UserId& user, SpaceRole role, const Phone& by) {
        return script.put(space, RecordType::members, body_of(script.change(space, user, MemberOp::add, role)), by);
    }
    std::string role(const UserId& user, SpaceRole role, const Phone& by) {
        return script.put(space, RecordType::members, body_of(script.change(space, user, MemberOp::role, role)), by);
    }
    std::string remove(const UserId& user, const Phone& by) {
        return script.put(space, RecordType::members,
                          body_of(script.change(space, user, MemberOp::remove, SpaceRole::none)), by);
    }
    std::string policy(const SpacePolicy& policy, const Phone& by) {
        return script.put(space, RecordType::space_policy, body_of(policy), by);
    }
    /// Begins a space by that phone; the change comes before the signature.
    std::string begin(const Phone& by, auto change) {
        SpaceGenesis genesis;
        genesis.nonce = suite::random_array<16>();
        genesis.members = {{by.user, SpaceRole::admin}};
        std::vector<Bytes> sealed;
        genesis.block = made.full_block(1, {{by.user, SpaceRole::admin}}, sealed);
        LogRecordDraft draft;
        draft.kind = LogKind::space;
        draft.type = RecordType::space_genesis;
        draft.org = made.org().head();
        draft.time_ms = made.now;
        draft.user = by.user;
        draft.device = by.id;
        change(genesis, draft);
        draft.body = body_of(genesis);
        const auto log = SpaceLog::begin(sign_log_record(draft, by.dsk.secret), made.org());
        return log ? "" : log.error().text();
    }
};

TEST_F(SpaceLogTest, ItsGenesisNamesItsCreatorAsAdmin) {
    EXPECT_EQ(begin(boss, [](auto&, auto&) {}), "");
    EXPECT_EQ(begin(outsider.phone, [](auto&, auto&) {}), "");
    EXPECT_THAT(begin(boss, [](auto& g, auto&) { g.members[0].second = SpaceRole::manager; }),
                HasSubstr("creator is its admin"));
    EXPECT_THAT(begin(boss, [&](auto& g, auto&) { g.members[0].first = g.block.seats[0].user = writer.person.id(); }),
                HasSubstr("creator is its admin"));
    EXPECT_THAT(begin(outsider.phone, [](auto& g, auto&) { g.kind = SpaceKind::org; }), HasSubstr("only an owner"));
    EXPECT_EQ(begin(boss, [](auto& g, auto&) { g.kind = SpaceKind::org; }), "");
    EXPECT_THAT(begin(boss, [](auto& g, auto&) { g.block.epoch = 2; }), HasSubstr("are 1"));
    EXPECT_THAT(begin(boss, [](auto& g, auto&) { g.block.tag_gen = 2; }), HasSubstr("are 1"));
    EXPECT_THAT(begin(boss, [](auto& g, auto&) { (*g.block.prev)[7] = 1; }), HasSubstr("none before it"));
    EXPECT_THAT(begin(boss, [](auto& g, auto&) { g.block.seats.clear(); }), HasSubstr("exactly the member set"));
    EXPECT_THAT(begin(boss, [](auto& g, auto&) { g.block.seats[0].ubk_generation = 2; }), HasSubstr("newest key"));
    EXPECT_THAT(begin(boss, [](auto& g, auto&) { g.min_holders = 0; }), HasSubstr("not well formed"));
    EXPECT_THAT(begin(boss, [](auto& g, auto&) { g.kind = static_cast<SpaceKind>(6); }), HasSubstr("not well formed"));
}

TEST_F(SpaceLogTest, ItsGenesisStandsOnTheOrgsLog) {
    EXPECT_THAT(begin(boss, [](auto&, auto& d) { d.seq = 1; }), HasSubstr("begins with its genesis"));
    EXPECT_THAT(begin(boss, [](auto&, auto& d) { d.log.bytes[0] = 1; }), HasSubstr("begins with its genesis"));
    EXPECT_THAT(begin(boss, [](auto&, auto& d) { d.prev[0] = 1; }), HasSubstr("begins with its genesis"));
    EXPECT_THAT(begin(boss, [](auto&, auto& d) { d.type = RecordType::archive; }),
                HasSubstr("begins with its genesis"));
    EXPECT_THAT(begin(boss, [](auto&, auto& d) { d.org.hash[0] ^= 1; }), HasSubstr("another branch"));
    EXPECT_THAT(begin(boss, [](auto&, auto& d) { d.org.seq += 1; }), HasSubstr("behind a space's log"));
    EXPECT_THAT(begin(boss, [](auto&, auto& d) { d.device = {}; }), HasSubstr("not active"));
    EXPECT_THAT(begin(boss, [&](auto&, auto& d) { d.device = writer.phone.id; }), HasSubstr("not active"));
    const auto with = [&](const UserId& user) {
        return begin(boss, [&](auto& g, auto&) {
            g.members.emplace_back(user, SpaceRole::reader);
            g.block.seats.push_back({user, 1, {}});
            std::sort(g.members.begin(), g.members.end());
            std::sort(g.block.seats.begin(), g.block.seats.end(), [](auto& a, auto& b) { return a.user < b.user; });
        });
    };
    EXPECT_EQ(with(writer.person.id()), "");
    EXPECT_THAT(with(UserId{suite::random_array<16>()}), HasSubstr("not in the org"));
    made.suspend(writer.person, true);
    EXPECT_THAT(with(writer.person.id()), HasSubstr("not in the org"));
    EXPECT_THAT(begin(writer.phone, [](auto&, auto&) {}), HasSubstr("not active"));
}

TEST_F(SpaceLogTest, ContinuesItsHeadAndNeverGoesBackInTheOrg) {
    const auto put = [&](auto change) {
        auto draft =
            script.space_draft(space, RecordType::archive, body_of_archive(!made.space(space).archived()), boss);
        change(draft);
        return script.put_space(space, sign_log_record(draft, boss.dsk.secret));
    };
    EXPECT_THAT(put([](auto& d) { d.prev[0] ^= 1; }), HasSubstr("moved on"));
    EXPECT_THAT(put([](auto& d) { ++d.seq; }), HasSubstr("moved on"));
    EXPECT_THAT(put([](auto& d) { d.log.bytes[0] ^= 1; }), HasSubstr("another log"));
    EXPECT_THAT(put([](auto& d) { d.type = RecordType::space_genesis; }), HasSubstr("second genesis"));
    EXPECT_THAT(put([](auto& d) { d.kind = LogKind::org, d.type = RecordType::invite; }), HasSubstr("another log"));
    EXPECT_THAT(put([](auto& d) { d.org.hash[0] ^= 1; }), HasSubstr("another branch"));
    EXPECT_THAT(put([](auto& d) { ++d.org.seq; }), HasSubstr("behind a space's log"));
    const auto old = made.org().head();
    made.suspend(outsider.person, true);
    EXPECT_EQ(put([&](auto& d) { d.org = old; }), "");
    EXPECT_EQ(put([](auto&) {}), "");
    EXPECT_THAT(put([&](auto& d) { d.org = old; }), HasSubstr("goes back"));
}

TEST_F(SpaceLogTest, TakesRecordsOfActiveDevicesOnly) {
    const auto put = [&](auto change, const Phone& signer) {
        auto draft = script.space_draft(space, RecordType::archive, body_of_archive(true), boss);
        change(draft);
        return script.put_space(space, sign_log_record(draft, signer.dsk.secret));
    };
    EXPECT_THAT(put([](auto&) {}, writer.phone), HasSubstr("signature does not fit"));
    EXPECT_THAT(put([&](auto& d) { d.device = writer.phone.id; }, writer.phone), HasSubstr("not active"));
    EXPECT_THAT(put([](auto& d) { d.device = {}; }, boss), HasSubstr("not active"));
    Phone loan = MadeOrg::make_phone(made.founder.id());
    auto body = script.device(loan, made.founder);
    body.not_after = made.now - 1;
    ASSERT_EQ(script.put(RecordType::device_add, body_of(body), made.founder), "");
    EXPECT_THAT(put([&](auto& d) { d.device = loan.id; }, loan), HasSubstr("expired"));
    EXPECT_EQ(put([&](auto& d) { d.device = loan.id, --d.time_ms; }, loan), "");
    made.suspend(writer.person, true);
    EXPECT_THAT(script.put(space, RecordType::epoch_rotate, body_of(script.rotation(space)), writer.phone),
                HasSubstr("not active"));
}

TEST_F(SpaceLogTest, ManagersGrantUpToWriterAndAdminsAny) {
    const auto id = outsider.person.id();
    EXPECT_THAT(add(id, SpaceRole::reader, writer.phone), HasSubstr("only managers"));
    EXPECT_THAT(add(id, SpaceRole::reader, reader.phone), HasSubstr("only managers"));
    EXPECT_THAT(add(id, SpaceRole::reader, outsider.phone), HasSubstr("only managers"));
    EXPECT_THAT(add(id, SpaceRole::manager, manager.phone), HasSubstr("up to writer"));
    EXPECT_THAT(add(id, SpaceRole::admin, manager.phone), HasSubstr("up to writer"));
    EXPECT_THAT(add(writer.person.id(), SpaceRole::writer, boss), HasSubstr("a member already"));
    EXPECT_EQ(add(id, SpaceRole::writer, manager.phone), "");
    EXPECT_THAT(role(manager.person.id(), SpaceRole::admin, manager.phone), HasSubstr("up to writer"));
    EXPECT_THAT(role(made.founder.id(), SpaceRole::reader, manager.phone), HasSubstr("up to writer"));
    EXPECT_THAT(remove(made.founder.id(), manager.phone), HasSubstr("up to writer"));
    EXPECT_THAT(role(writer.person.id(), SpaceRole::manager, writer.phone), HasSubstr("only managers"));
    EXPECT_THAT(role(id, SpaceRole::writer, boss), HasSubstr("changes nothing"));
    EXPECT_EQ(role(reader.person.id(), SpaceRole::writer, manager.phone), "");
    EXPECT_EQ(role(id, SpaceRole::admin, boss), "");
    EXPECT_EQ(remove(writer.person.id(), manager.phone), "");
    EXPECT_THAT(role(writer.person.id(), SpaceRole::reader, boss), HasSubstr("no such member"));
    EXPECT_EQ(remove(reader.person.id(), reader.phone), "") << "everybody may leave";
    EXPECT_EQ(made.space(space).members().size(), 3U);
}

TEST_F(SpaceLogTest, AnAdminAndTheLeastHoldersStay) {
    EXPECT_THAT(remove(made.founder.id(), boss), HasSubstr("an admin stays"));
    EXPECT_THAT(role(made.founder.id(), SpaceRole::manager, boss), HasSubstr("an admin stays"));
    EXPECT_THAT(policy({0, {}}, boss), HasSubstr("not well formed"));
    EXPECT_EQ(policy({2, {}}, boss), "");
    EXPECT_THAT(remove(manager.person.id(), boss), HasSubstr("least number of holders"));
    EXPECT_THAT(role(manager.person.id(), SpaceRole::writer, boss), HasSubstr("least number of holders"));
    EXPECT_EQ(remove(writer.person.id(), boss), "");
    EXPECT_EQ(add(outsider.person.id(), SpaceRole::manager, boss), "");
    EXPECT_EQ(remove(manager.person.id(), boss), "");
    EXPECT_EQ(role(outsider.person.id(), SpaceRole::admin, boss), "");
    EXPECT_EQ(policy({1, {}}, boss), "");
    EXPECT_EQ(remove(made.founder.id(), boss), "");
    EXPECT_THAT(add(made.founder.id(), SpaceRole::writer, boss), HasSubstr("cut off"));
    EXPECT_EQ(add(made.founder.id(), SpaceRole::writer, outsider.phone), "");
}

TEST_F(SpaceLogTest, WriteRulesHoldFromTheirPositionOn) {
    const auto before = made.space(space).head().seq;
    EXPECT_THAT(policy({1, {{1, 16, SpaceRole::manager}}}, manager.phone), HasSubstr("only admins set policy"));
    EXPECT_EQ(policy({1, {{1, 16, SpaceRole::manager}, {1, 17, SpaceRole::admin}}}, boss), "");
    EXPECT_EQ(policy({1, {{1, 17, SpaceRole::manager}}}, boss), "");
    const auto& log = made.space(space);
    EXPECT_EQ(log.least_role(1, 16, before), SpaceRole::writer);
    EXPECT_EQ(log.least_role(1, 16, before + 1), SpaceRole::manager);
    EXPECT_EQ(log.least_role(1, 17, before + 1), SpaceRole::admin);
    EXPECT_EQ(log.least_role(1, 16, before + 2), SpaceRole::writer);
    EXPECT_EQ(log.least_role(1, 17, before + 2), SpaceRole::manager);
    EXPECT_THAT(policy({1, {{1, 17, SpaceRole::manager}, {1, 16, SpaceRole::manager}}}, boss),
                HasSubstr("not well formed"));
    EXPECT_THAT(policy({1, {{1, 17, SpaceRole::none}}}, boss), HasSubstr("not well formed"));
}

TEST_F(SpaceLogTest, ManagersVoidAndEraseAndAdminsArchive) {
    const auto voids = [&](VoidDeltas body, const Phone& by) {
        return script.put(space, RecordType::void_deltas, body_of(body), by);
    };
    Hash env{};
    env[0] = 1;
    EXPECT_THAT(voids({writer.phone.id, 1, 9, {}, 0}, writer.phone), HasSubstr("only managers void"));
    EXPECT_EQ(voids({writer.phone.id, 1, 9, {}, 0}, manager.phone), "");
    EXPECT_EQ(voids({{}, 0, 0, env, 0}, boss), "");
    EXPECT_EQ(made.space(space).voids().size(), 2U);
    EXPECT_THAT(voids({MadeOrg::make_phone({}).id, 1, 9, {}, 0}, boss), HasSubstr("nobody"));
    EXPECT_THAT(voids({{}, 1, 9, {}, 0}, boss), HasSubstr("not well formed"));
    EXPECT_THAT(voids({writer.phone.id, 9, 1, {}, 0}, boss), HasSubstr("not well formed"));
    EXPECT_THAT(voids({writer.phone.id, 0, 9, {}, 0}, boss), HasSubstr("not well formed"));
    EXPECT_THAT(voids({writer.phone.id, 1, 9, env, 0}, boss), HasSubstr("not well formed"));
    EXPECT_THAT(voids({writer.phone.id, 0, 0, {}, 0}, boss), HasSubstr("not well formed"));
    const auto erase = [&](std::vector<Tag> tags, const Phone& by) {
        return script.put(space, RecordType::erase, body_of(Erase{std::move(tags)}), by);
    };
    Tag low, high;
    high.bytes[0] = 1;
    EXPECT_THAT(erase({low}, writer.phone), HasSubstr("only managers erase"));
    EXPECT_THAT(erase({}, manager.phone), HasSubstr("not well formed"));
    EXPECT_THAT(erase({high, low}, manager.phone), HasSubstr("not well formed"));
    EXPECT_EQ(erase({low, high}, manager.phone), "");
    const auto archive = [&](bool yes, const Phone& by) {
        return script.put(space, RecordType::archive, body_of_archive(yes), by);
    };
    EXPECT_THAT(archive(true, manager.phone), HasSubstr("only admins archive"));
    EXPECT_THAT(archive(false, boss), HasSubstr("changes nothing"));
    EXPECT_EQ(archive(true, boss), "");
    EXPECT_EQ(archive(false, boss), "");
    EXPECT_THAT(script.put(space, RecordType::archive, {2}, boss), HasSubstr("not well formed"));
}

}  // namespace
}  // namespace tern

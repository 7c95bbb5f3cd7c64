// Logs on the server: one order for all, and rights that follow them at once.
#include <gtest/gtest.h>

#include "tests/support/server_wire.h"

namespace tern::test {
namespace {

struct Team {
    MadeOrg org;
    MadeOrg::Member anna = org.add_member();
    MadeOrg::Member ben = org.add_member();
    SpaceId space;
    ServerWire wire;
    std::shared_ptr<Line> boss;
    std::shared_ptr<Line> anna_line;
    std::shared_ptr<Line> ben_line;

    Team() {
        org.make_space(space, org.founder_phone, {{anna.person.id(), SpaceRole::writer}});
        boss = wire.host(org);
        anna_line = wire.connect(org, anna.phone);
        ben_line = wire.connect(org, ben.phone);
    }
    Bytes delta(Phone& phone, std::uint64_t tag) {
        return make_delta(org, phone, {space, {make_tag(tag)}, Hlc::at(wire.now)});
    }
    proto::ServerMessage get(Line& line, const LogId& log, std::uint32_t from = 0) {
        proto::ClientMessage message;
        message.mutable_log_get()->set_log_id(bytes_of(log));
        message.mutable_log_get()->set_from_seq(from);
        return line.ask(message);
    }
    proto::ServerMessage key(Line& line, std::uint32_t epoch) {
        proto::ClientMessage message;
        message.mutable_key_get()->set_space(bytes_of(space));
        message.mutable_key_get()->set_epoch(epoch);
        return line.ask(message);
    }
};

int moved(const std::vector<proto::ServerMessage>& heard) {
    return static_cast<int>(std::count_if(heard.begin(), heard.end(), [](const auto& m) { return m.has_log_moved(); }));
}

TEST(Logs, ALoserOfTheRaceIsToldTheHeadAndRebases) {
    Team team;
    const auto before = team.org.records().size();
    const MadeRecord loser{
        log_of(team.org.id()),
        team.org.org_record(RecordType::invite,
                            body_of(Invite{SigningKey::make().pub, OrgRole::member, team.org.now + 1}),
                            team.org.founder_phone),
        {}};
    MadeOrg::Invitation invitation;
    EXPECT_TRUE(team.boss->put(team.org.invite(invitation)).has_done());
    const auto answer = team.boss->put(loser);
    EXPECT_EQ(fault_of(answer), "log_conflict");
    EXPECT_EQ(answer.refusal().head().seq(), team.org.org().head().seq);
    EXPECT_EQ(answer.refusal().head().hash(), bytes_of(team.org.org().head().hash));
    EXPECT_TRUE(team.boss->put(team.org.records().at(before)).has_done()) << "the same again is harmless";
}

TEST(Logs, ARecordAgainstTheRulesIsRefused) {
    Team team;
    const MadeRecord coup{
        log_of(team.org.id()),
        team.org.org_record(RecordType::org_role, body_of(OrgRoleChange{team.anna.person.id(), OrgRole::owner}),
                            team.anna.phone),
        {}};
    EXPECT_EQ(fault_of(team.anna_line->put(coup)), "log_invalid");
}

TEST(Logs, EverybodyConcernedHearsThatALogHasGrown) {
    Team team;
    MadeOrg::Invitation invitation;
    team.boss->put(team.org.invite(invitation));
    EXPECT_EQ(moved(team.anna_line->take()), 1);
    EXPECT_EQ(moved(team.ben_line->take()), 1);
    EXPECT_EQ(moved(team.boss->take()), 0) << "its author knows";
    team.boss->put(team.org.grant(team.space, team.ben.person.id(), SpaceRole::reader, team.org.founder_phone));
    EXPECT_EQ(moved(team.anna_line->take()), 1);
    EXPECT_EQ(moved(team.ben_line->take()), 1) << "who was added";
    team.boss->put(team.org.remove(team.space, team.ben.person.id(), team.org.founder_phone));
    EXPECT_EQ(moved(team.ben_line->take()), 1) << "who was removed";
    team.boss->put(team.org.rotate(team.space, team.org.founder_phone));
    EXPECT_EQ(moved(team.ben_line->take()), 0) << "who has no part any more";
}

TEST(Logs, SpaceLogsAreForTheirMembers) {
    Team team;
    EXPECT_EQ(team.get(*team.anna_line, log_of(team.space)).log_records().records_size(), 1);
    EXPECT_EQ(fault_of(team.get(*team.ben_line, log_of(team.space))), "not_found");
    EXPECT_EQ(static_cast<std::uint32_t>(team.get(*team.ben_line, log_of(team.org.id())).log_records().records_size()),
              team.org.org().length());
    team.boss->put(team.org.remove(team.space, team.anna.person.id(), team.org.founder_phone));
    team.boss->put(team.org.rotate(team.space, team.org.founder_phone));
    EXPECT_EQ(team.get(*team.anna_line, log_of(team.space)).log_records().records_size(), 2)
        << "up to the record that removed her";
}

TEST(Logs, KeysAreHandedToTheirOwnersOnly) {
    Team team;
    EXPECT_TRUE(team.key(*team.anna_line, 1).has_key());
    EXPECT_EQ(team.key(*team.anna_line, 1).key().sealed().size(), 192u);
    EXPECT_NE(team.key(*team.anna_line, 1).key().sealed(), team.key(*team.boss, 1).key().sealed());
    EXPECT_EQ(fault_of(team.key(*team.ben_line, 1)), "not_found");
    EXPECT_EQ(fault_of(team.key(*team.anna_line, 2)), "not_found");
    team.boss->put(team.org.grant(team.space, team.ben.person.id(), SpaceRole::reader, team.org.founder_phone));
    EXPECT_TRUE(team.key(*team.ben_line, 1).has_key());
}

TEST(Logs, SealedBoxesMustBeThoseOfTheRecord) {
    Team team;
    auto record = team.org.rotate(team.space, team.org.founder_phone);
    auto swapped = record;
    std::swap(swapped.sealed[0], swapped.sealed[1]);
    EXPECT_EQ(fault_of(team.boss->put(swapped)), "malformed");
    swapped.sealed.pop_back();
    EXPECT_EQ(fault_of(team.boss->put(swapped)), "malformed");
    EXPECT_TRUE(team.boss->put(record).has_done());
}

TEST(Logs, AServerThatLostARecordTakesItBackFromAnybodyWhoHasIt) {
    Team team;
    auto record = team.org.rotate(team.space, team.org.founder_phone);
    record.sealed.clear();
    EXPECT_EQ(fault_of(team.boss->put(record)), "malformed") << "its author has the boxes";
    EXPECT_TRUE(team.anna_line->put(record).has_done());
    EXPECT_EQ(fault_of(team.key(*team.anna_line, 2)), "not_found");
    ASSERT_TRUE(team.boss->put(team.org.rotate(team.space, team.org.founder_phone)).has_done());
    EXPECT_TRUE(team.key(*team.anna_line, 3).has_key());
}

TEST(Logs, ACutBelowAcceptedWorkIsRefused) {
    Team team;
    ASSERT_EQ(put_cursor(team.anna_line->put(team.delta(team.anna.phone, 1))), 1u);
    MadeOrg branch = team.org;
    const auto answer = team.boss->put(branch.remove(team.space, team.anna.person.id(), team.org.founder_phone));
    EXPECT_EQ(fault_of(answer), "cut_behind");
    EXPECT_EQ(answer.refusal().device(), bytes_of(team.anna.phone.id));
    EXPECT_EQ(answer.refusal().last_seq(), 1u);
    EXPECT_TRUE(
        team.boss
            ->put(team.org.remove(team.space, team.anna.person.id(), team.org.founder_phone, {{team.anna.phone.id, 1}}))
            .has_done());
}

TEST(Logs, ARemovedMemberIsServedNothingMore) {
    Team team;
    team.anna_line->credit(1 << 20);
    team.anna_line->follow(team.space);
    team.wire.turn();
    team.anna_line->take();
    team.boss->put(team.org.remove(team.space, team.anna.person.id(), team.org.founder_phone));
    team.anna_line->take();
    auto& phone = team.org.founder_phone;
    ASSERT_EQ(put_cursor(team.boss->put(team.delta(phone, 1))), 1u);
    EXPECT_TRUE(team.anna_line->take().empty());
    EXPECT_FALSE(team.anna_line->closed()) << "she is still in the org";
    EXPECT_EQ(put_fault(team.anna_line->put(team.delta(team.anna.phone, 2))), "forbidden");
    team.anna_line->follow(team.space);
    team.wire.turn();
    const auto heard = team.anna_line->take();
    ASSERT_EQ(heard.size(), 1u);
    EXPECT_EQ(fault_of(heard[0]), "forbidden");
}

TEST(Logs, ARevokedDeviceIsShutOutAtOnce) {
    Team team;
    EXPECT_TRUE(team.boss->put(team.org.revoke(team.anna.phone, team.org.founder_phone)).has_done());
    EXPECT_TRUE(team.anna_line->closed());
    EXPECT_FALSE(team.ben_line->closed());
    EXPECT_EQ(fault_of(team.wire.dial()->log_in(team.org, team.anna.phone)), "unauthenticated");
    EXPECT_EQ(put_fault(team.boss->put(team.delta(team.org.founder_phone, 1))), "epoch_stale")
        << "first her space rotates";
}

TEST(Logs, ASuspendedUserIsShutOutUntilItEnds) {
    Team team;
    EXPECT_TRUE(team.boss->put(team.org.suspend(team.anna.person, true)).has_done());
    EXPECT_TRUE(team.anna_line->closed());
    EXPECT_EQ(fault_of(team.wire.dial()->log_in(team.org, team.anna.phone)), "unauthenticated");
    EXPECT_TRUE(team.boss->put(team.org.suspend(team.anna.person, false)).has_done());
    EXPECT_TRUE(team.wire.dial()->log_in(team.org, team.anna.phone).has_welcome());
}

TEST(Logs, TheWelcomeNamesWhatIsThere) {
    Team team;
    ASSERT_EQ(
        put_cursor(team.anna_line->put(std::vector{team.delta(team.anna.phone, 1), team.delta(team.anna.phone, 2)}), 1),
        2u);
    auto again = team.wire.dial();
    const auto welcome = again->log_in(team.org, team.anna.phone).welcome();
    ASSERT_EQ(welcome.spaces_size(), 1);
    EXPECT_EQ(welcome.spaces(0).newest_cursor(), 2u);
    EXPECT_EQ(welcome.spaces(0).own_last_seq(), 2u);
    EXPECT_EQ(welcome.spaces(0).own_last_env(), bytes_of(team.anna.phone.sent[team.space].env));
    EXPECT_EQ(team.wire.dial()->log_in(team.org, team.ben.phone).welcome().spaces_size(), 0);
}

}  // namespace
}  // namespace tern::test

// Who gets in, by which door, and who does not.
#include <gtest/gtest.h>

#include "protocol/delta_judge.h"
#include "tests/support/server_wire.h"

namespace tern::test {
namespace {

TEST(Auth, AFounderFoundsAnOrgAndComesBackWithADevice) {
    MadeOrg org;
    ServerWire wire;
    auto line = wire.dial();
    EXPECT_TRUE(line->found(org.genesis()).has_welcome());
    EXPECT_TRUE(line->put(org.records().at(1)).has_done());
    const auto welcome = wire.dial()->log_in(org, org.founder_phone);
    ASSERT_TRUE(welcome.has_welcome());
    EXPECT_EQ(welcome.welcome().org().seq(), 1u);
    EXPECT_EQ(welcome.welcome().lineage_size(), 1);
}

TEST(Auth, FoundingTwiceIsTheSameUntilThereIsADevice) {
    MadeOrg org;
    ServerWire wire;
    EXPECT_TRUE(wire.dial()->found(org.genesis()).has_welcome());
    auto line = wire.dial();
    EXPECT_TRUE(line->found(org.genesis()).has_welcome());
    EXPECT_TRUE(line->put(org.records().at(1)).has_done());
    EXPECT_EQ(fault_of(wire.dial()->found(org.genesis())), "already_exists");
}

TEST(Auth, ANewOrgNeedsACodeThatWorksOnce) {
    auto options = ServerWire::open_options();
    options.open_orgs = false;
    ServerWire wire{":memory:", options};
    const Bytes code = random_bytes(10);
    ASSERT_TRUE(wire.store().add_code(suite::h("fs1/orgcode", code), wire.now));
    EXPECT_EQ(fault_of(wire.dial()->found(MadeOrg{}.genesis())), "forbidden");
    EXPECT_EQ(fault_of(wire.dial()->found(MadeOrg{}.genesis(), "AAAA")), "forbidden");
    EXPECT_TRUE(wire.dial()->found(MadeOrg{}.genesis(), crockford32(code)).has_welcome());
    EXPECT_EQ(fault_of(wire.dial()->found(MadeOrg{}.genesis(), crockford32(code))), "forbidden");
}

TEST(Auth, AFounderMayAddOnlyOwnDevices) {
    MadeOrg org;
    MadeOrg other;
    ServerWire wire;
    auto line = wire.dial();
    line->found(org.genesis());
    EXPECT_NE(fault_of(line->put(MadeRecord{log_of(org.id()), other.records().at(1).bytes, {}})), "");
    MadeRecord invite{
        log_of(org.id()),
        org.org_record(RecordType::invite, body_of(Invite{SigningKey::make().pub, OrgRole::member, org.now + 1}),
                       org.founder_phone),
        {}};
    EXPECT_EQ(fault_of(line->put(invite)), "forbidden");
}

TEST(Auth, ADeviceMustDialOneOfTheServersNames) {
    MadeOrg org;
    ServerWire wire;
    wire.host(org);
    auto line = wire.dial();
    EXPECT_EQ(fault_of(line->log_in(org, org.founder_phone, "evil.test")), "unauthenticated");
    EXPECT_TRUE(line->closed());
}

TEST(Auth, AnAnswerIsGoodForOneChallengeOnly) {
    MadeOrg org;
    ServerWire wire;
    wire.host(org);
    auto heard = wire.dial();
    auto other = wire.dial();
    proto::ClientMessage replay;
    {
        AuthMessage signed_part;
        signed_part.server_name = "tern.test";
        signed_part.org = org.id();
        signed_part.device = org.founder_phone.id;
        signed_part.nonce = array_of<32>(view(heard->challenge().nonce()));
        signed_part.server_ms = heard->challenge().server_ms();
        auto& auth = *replay.mutable_auth();
        auth.set_proto(1);
        auth.set_kind(proto::Auth::DEVICE);
        auth.set_server_name("tern.test");
        auth.set_org_id(bytes_of(org.id()));
        auth.set_device_id(bytes_of(org.founder_phone.id));
        auth.set_signature(bytes_of(suite::sign(org.founder_phone.dsk.secret, "fs1/devlogin", signed_part.bytes())));
    }
    EXPECT_EQ(fault_of(other->ask(replay)), "unauthenticated");
    EXPECT_TRUE(heard->ask(replay).has_welcome());
    EXPECT_EQ(fault_of(heard->ask(replay)), "already_exists");
}

TEST(Auth, AChallengeIsGoodForAMinute) {
    MadeOrg org;
    ServerWire wire;
    wire.host(org);
    auto line = wire.dial();
    wire.now += 60'001;
    EXPECT_EQ(fault_of(line->log_in(org, org.founder_phone)), "unauthenticated");
}

TEST(Auth, StrangersHearNothingAndAreSentAway) {
    MadeOrg org;
    ServerWire wire;
    wire.host(org);
    auto line = wire.dial();
    proto::ClientMessage message;
    message.mutable_log_get()->set_log_id(bytes_of(org.id()));
    EXPECT_EQ(fault_of(line->ask(message)), "unauthenticated");
    EXPECT_TRUE(line->closed());
    auto loud = wire.dial();
    loud->say_bytes(Bytes(64 * 1024 + 1));
    wire.turn();
    EXPECT_TRUE(loud->closed());
}

TEST(Auth, ANewerConnectionOfADeviceReplacesTheOlder) {
    MadeOrg org;
    ServerWire wire;
    auto first = wire.host(org);
    auto second = wire.connect(org, org.founder_phone);
    EXPECT_TRUE(first->closed());
    EXPECT_FALSE(second->closed());
}

TEST(Join, AGuestAsksAnAdminAdmitsAndThePhoneComesIn) {
    MadeOrg org;
    MadeOrg::Invitation invitation;
    org.invite(invitation);
    ServerWire wire;
    auto admin = wire.host(org);

    auto guest = wire.dial();
    ASSERT_TRUE(guest->knock(org, invitation).has_welcome());
    proto::ClientMessage get;
    get.mutable_log_get()->set_log_id(bytes_of(org.id()));
    EXPECT_EQ(guest->ask(get).log_records().records_size(), 3);

    auto person = MadeOrg::make_person();
    const auto application = org.application(invitation, person);
    proto::ClientMessage join;
    join.mutable_join()->set_invite_key(bytes_of(invitation.key.pub));
    join.mutable_join()->set_identity(bytes_of(person.identity.bytes_for(org.id())));
    join.mutable_join()->set_user_signature(bytes_of(application.user_signature));
    join.mutable_join()->set_invite_signature(bytes_of(application.invite_signature));
    EXPECT_TRUE(guest->ask(join).has_done());
    auto heard = admin->take();
    ASSERT_EQ(heard.size(), 1u);
    EXPECT_TRUE(heard[0].has_join());
    EXPECT_EQ(wire.connect(org, org.founder_phone)->take().size(), 0u);
    admin = wire.dial();
    EXPECT_EQ(admin->log_in(org, org.founder_phone).welcome().joins_size(), 1);

    Phone phone = MadeOrg::make_phone(person.id());
    EXPECT_EQ(fault_of(guest->put(MadeRecord{log_of(org.id()), random_bytes(300), {}})), "malformed");
    EXPECT_TRUE(admin->put(org.admit(invitation, person)).has_done());
    heard = guest->take();
    ASSERT_EQ(heard.size(), 1u);
    EXPECT_TRUE(heard[0].has_log_moved());
    const auto added = org.add_phone(phone, person);
    EXPECT_TRUE(guest->put(added).has_done());
    EXPECT_TRUE(guest->put(added).has_done()) << "handing in again is harmless";
    EXPECT_TRUE(wire.dial()->log_in(org, phone).has_welcome());
    admin = wire.dial();
    EXPECT_EQ(admin->log_in(org, org.founder_phone).welcome().joins_size(), 0);
}

TEST(Join, ForgedAndForeignRequestsAreRefused) {
    MadeOrg org;
    MadeOrg::Invitation invitation;
    org.invite(invitation);
    ServerWire wire;
    wire.host(org);
    MadeOrg::Invitation unknown{SigningKey::make()};
    EXPECT_EQ(fault_of(wire.dial()->knock(org, unknown)), "unauthenticated");
    auto guest = wire.dial();
    ASSERT_TRUE(guest->knock(org, invitation).has_welcome());
    auto person = MadeOrg::make_person();
    proto::ClientMessage join;
    join.mutable_join()->set_invite_key(bytes_of(invitation.key.pub));
    join.mutable_join()->set_identity(bytes_of(person.identity.bytes_for(org.id())));
    join.mutable_join()->set_user_signature(std::string(64, 'x'));
    join.mutable_join()->set_invite_signature(std::string(64, 'x'));
    EXPECT_EQ(fault_of(guest->ask(join)), "forged");
    wire.now += 2 * 86'400'000;
    EXPECT_EQ(fault_of(wire.dial()->knock(org, invitation)), "unauthenticated") << "an invitation expires";
}

}  // namespace
}  // namespace tern::test

// The org log's rules of people and their devices: invitations, admissions, devices, revocations, user keys.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/log_script.h"

namespace tern {
namespace {

using test::MadeOrg;
using test::Person;
using test::Phone;
using ::testing::HasSubstr;

class OrgPeopleTest : public ::testing::Test {
protected:
    test::LogScript script;
    MadeOrg& made = script.made;
    Phone& boss = made.founder_phone;
    MadeOrg::Member admin = made.add_member(OrgRole::admin);
    MadeOrg::Member ann = made.add_member();

    std::string invite(const MadeOrg::Invitation& invitation, OrgRole role, const Phone& by, Millis expiry = 0) {
        return script.put(RecordType::invite,
                          body_of(Invite{invitation.key.pub, role, expiry == 0 ? made.now + 1000 : expiry}), by);
    }
    std::string admit(const UserAdd& body, const Phone& by) {
        return script.put(RecordType::user_add, body_of(body), by);
    }
    std::string add(const DeviceAdd& body, const Person& by) {
        return script.put(RecordType::device_add, body_of(body), by);
    }
    std::string revoke(const Phone& phone, const auto& by, std::uint8_t reason = 2) {
        return script.put(RecordType::device_revoke, body_of(DeviceRevoke{phone.id, reason}), by);
    }
    std::string rotate(const UserKeyRotate& body, const auto& by) {
        return script.put(RecordType::user_key_rotate, body_of(body), by);
    }
    Phone second_phone(const Person& person) {
        Phone out;
        made.add_phone(out, person);
        return out;
    }
};

MadeOrg::Invitation fresh() { return {test::SigningKey::make()}; }

TEST_F(OrgPeopleTest, AdminsInviteUpToTheirOwnRole) {
    EXPECT_THAT(invite(fresh(), OrgRole::member, ann.phone), HasSubstr("only admins invite"));
    EXPECT_THAT(invite(fresh(), OrgRole::owner, admin.phone), HasSubstr("only admins invite"));
    EXPECT_EQ(invite(fresh(), OrgRole::admin, admin.phone), "");
    EXPECT_EQ(invite(fresh(), OrgRole::owner, boss), "");
    const auto used = fresh();
    EXPECT_EQ(invite(used, OrgRole::member, boss), "");
    EXPECT_THAT(invite(used, OrgRole::member, boss), HasSubstr("used twice"));
    EXPECT_THAT(invite(fresh(), OrgRole::member, boss, made.now), HasSubstr("expired already"));
    EXPECT_EQ(invite(fresh(), OrgRole::member, boss, made.now + 1), "");
    EXPECT_THAT(
        script.put(RecordType::invite, body_of(Invite{fresh().key.pub, static_cast<OrgRole>(0), made.now + 1}), boss),
        HasSubstr("not well formed"));
    EXPECT_THAT(
        script.put(RecordType::invite, body_of(Invite{fresh().key.pub, static_cast<OrgRole>(4), made.now + 1}), boss),
        HasSubstr("not well formed"));
}

TEST_F(OrgPeopleTest, AnAdmissionBearsBothSignatures) {
    const auto invitation = fresh();
    ASSERT_EQ(invite(invitation, OrgRole::member, boss), "");
    const Person bob = MadeOrg::make_person();
    const auto refused = [&](auto change) {
        auto body = made.application(invitation, bob);
        change(body);
        return admit(body, boss);
    };
    EXPECT_THAT(refused([](auto& b) { b.user_signature[9] ^= 1; }), HasSubstr("own signature"));
    EXPECT_THAT(refused([](auto& b) { b.invite_signature[9] ^= 1; }), HasSubstr("invitation's signature"));
    EXPECT_THAT(refused([](auto& b) { b.identity.ubk[0] ^= 1; }), HasSubstr("own signature"));
    EXPECT_THAT(refused([](auto& b) { b.identity.seed[79] ^= 1; }), HasSubstr("own signature"));
    EXPECT_THAT(refused([](auto& b) { b.identity.user.bytes[0] ^= 1; }), HasSubstr("hash of the identity key"));
    EXPECT_THAT(refused([](auto& b) { b.identity.uik[0] ^= 1; }), HasSubstr("hash of the identity key"));
    EXPECT_THAT(refused([](auto& b) { b.org.bytes[0] ^= 1; }), HasSubstr("hash of the identity key"));
    EXPECT_THAT(refused([](auto& b) { b.succeeds.bytes[0] = 1; }), HasSubstr("succeeds nobody"));
    EXPECT_THAT(refused([](auto& b) { b.level = 0; }), HasSubstr("not well formed"));
    EXPECT_THAT(refused([](auto& b) { b.level = 4; }), HasSubstr("not well formed"));
    EXPECT_THAT(refused([](auto& b) { b.invite_key = fresh().key.pub; }), HasSubstr("no such invitation"));
    EXPECT_THAT(admit(made.application(invitation, bob), ann.phone), HasSubstr("only admins admit"));
    EXPECT_EQ(refused([&](auto& b) { b.level = 3, b.succeeds = ann.person.id(); }), "");
    EXPECT_EQ(made.org().user(bob.id())->succeeds, ann.person.id());
}

TEST_F(OrgPeopleTest, AnInvitationLetsInOneAndInTime) {
    const auto invitation = fresh();
    ASSERT_EQ(invite(invitation, OrgRole::admin, boss), "");
    const Person bob = MadeOrg::make_person();
    EXPECT_EQ(admit(made.application(invitation, bob), admin.phone), "");
    EXPECT_EQ(made.org().role(bob.id(), made.org().head().seq), OrgRole::admin);
    EXPECT_THAT(admit(made.application(invitation, MadeOrg::make_person()), boss), HasSubstr("or it was used"));
    const auto other = fresh();
    ASSERT_EQ(invite(other, OrgRole::member, boss), "");
    EXPECT_THAT(admit(made.application(other, bob), boss), HasSubstr("in the org already"));
    const Person eve = MadeOrg::make_person();
    made.now += 1001;
    EXPECT_THAT(admit(made.application(other, eve), boss), HasSubstr("has expired"));
    --made.now;
    EXPECT_EQ(admit(made.application(other, eve), boss), "");
    test::LogScript elsewhere;
    MadeOrg::Invitation there;
    elsewhere.made.invite(there);
    EXPECT_THAT(admit(elsewhere.made.application(there, MadeOrg::make_person()), boss),
                HasSubstr("no such invitation"));
}

TEST_F(OrgPeopleTest, OnlyAnIdentityKeyAddsDevices) {
    const Phone tablet = MadeOrg::make_phone(ann.person.id());
    const auto body = script.device(tablet, ann.person);
    EXPECT_THAT(script.put(RecordType::device_add, body_of(body), ann.phone), HasSubstr("only an identity key"));
    EXPECT_THAT(script.put(RecordType::device_add, body_of(body), boss), HasSubstr("only an identity key"));
    EXPECT_THAT(add(body, made.founder), HasSubstr("shown that it holds its key"));
    const auto refused = [&](auto change) {
        auto bad = body;
        change(bad);
        return add(bad, ann.person);
    };
    EXPECT_THAT(refused([](auto& b) { b.proof[1] ^= 1; }), HasSubstr("shown that it holds its key"));
    EXPECT_THAT(refused([](auto& b) { b.dbk[1] ^= 1; }), HasSubstr("hash of its keys"));
    EXPECT_THAT(refused([](auto& b) { b.device.bytes[1] ^= 1; }), HasSubstr("hash of its keys"));
    EXPECT_EQ(add(body, ann.person), "");
    EXPECT_THAT(add(body, ann.person), HasSubstr("in the org already"));
    EXPECT_EQ(revoke(tablet, ann.phone), "");
    EXPECT_THAT(add(body, ann.person), HasSubstr("in the org already"));
    auto draft = script.identity_draft(RecordType::device_add, body_of(body), ann.person);
    EXPECT_THAT(script.put_org(sign_log_record(draft, admin.person.uik.secret)), HasSubstr("signature does not fit"));
}

TEST_F(OrgPeopleTest, RevokesOnesOwnAndAdminsThoseBelow) {
    const Phone tablet = second_phone(ann.person);
    const Phone laptop = second_phone(ann.person);
    EXPECT_THAT(revoke(admin.phone, ann.phone), HasSubstr("only the user or an admin"));
    EXPECT_THAT(revoke(boss, ann.person), HasSubstr("only the user or an admin"));
    EXPECT_THAT(revoke(boss, admin.phone), HasSubstr("only the user or an admin"));
    EXPECT_THAT(revoke(tablet, admin.person), HasSubstr("only the user or an admin"));
    EXPECT_THAT(revoke(MadeOrg::make_phone(ann.person.id()), boss), HasSubstr("no such active device"));
    EXPECT_THAT(revoke(tablet, boss, 0), HasSubstr("not well formed"));
    EXPECT_THAT(revoke(tablet, boss, 4), HasSubstr("not well formed"));
    EXPECT_EQ(revoke(tablet, ann.phone), "");
    EXPECT_THAT(revoke(tablet, ann.phone), HasSubstr("no such active device"));
    EXPECT_TRUE(made.org().key_in_doubt(ann.person.id(), made.org().head().seq));
    EXPECT_EQ(revoke(laptop, ann.person, 1), "");
    EXPECT_EQ(revoke(ann.phone, admin.phone, 3), "");
    EXPECT_TRUE(made.org().active_devices(ann.person.id(), made.org().head().seq).empty());
}

TEST_F(OrgPeopleTest, ANewUserKeyIsForExactlyTheActiveDevices) {
    const Phone tablet = second_phone(ann.person);
    const auto good = script.key_rotation(ann.person);
    ASSERT_EQ(good.devices.size(), 2U);
    const auto refused = [&](auto change) {
        auto bad = good;
        change(bad);
        return rotate(bad, ann.phone);
    };
    EXPECT_THAT(refused([](auto& b) { ++b.generation; }), HasSubstr("rises by one"));
    EXPECT_THAT(refused([](auto& b) { --b.generation; }), HasSubstr("rises by one"));
    EXPECT_THAT(refused([](auto& b) { b.devices.pop_back(); }), HasSubstr("exactly the active devices"));
    EXPECT_THAT(refused([](auto& b) { b.devices.clear(); }), HasSubstr("exactly the active devices"));
    EXPECT_THAT(refused([](auto& b) { b.devices.back().first.bytes.fill(0xff); }),
                HasSubstr("exactly the active devices"));
    EXPECT_THAT(refused([](auto& b) { std::swap(b.devices[0], b.devices[1]); }), HasSubstr("not well formed"));
    EXPECT_THAT(rotate(good, boss),
                ::testing::AnyOf(HasSubstr("exactly the active devices"), HasSubstr("rises by one")));
    EXPECT_EQ(rotate(good, ann.phone), "");
    EXPECT_EQ(made.org().key(ann.person.id(), made.org().head().seq)->generation, 2U);
    EXPECT_EQ(made.org().key(ann.person.id(), made.org().head().seq - 1)->generation, 1U);
    made.revoke(tablet, ann.phone);
    auto with_revoked = script.key_rotation(ann.person);
    with_revoked.devices = good.devices;
    EXPECT_THAT(rotate(with_revoked, ann.person), HasSubstr("exactly the active devices"));
    EXPECT_EQ(rotate(script.key_rotation(ann.person), ann.person), "");
    EXPECT_FALSE(made.org().key_in_doubt(ann.person.id(), made.org().head().seq));
}

}  // namespace
}  // namespace tern

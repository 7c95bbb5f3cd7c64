// The org log's rules of form, chain, author, rank and policy. Each has a record that is taken and ones that are not.
#include "protocol/org_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/log_script.h"

namespace tern {
namespace {

using test::MadeOrg;
using test::Person;
using test::Phone;
using ::testing::HasSubstr;

struct GenesisDraft {
    Person person = MadeOrg::make_person();
    OrgGenesis body{person.identity, {}, suite::random_array<16>()};
    LogRecordDraft draft;
    test::SigningKey key = person.uik;

    std::string begin() {
        draft.user = draft.user.is_zero() ? person.id() : draft.user;
        if (draft.body.empty()) draft.body = body_of(body);
        const auto log = OrgLog::begin(sign_log_record(draft, key.secret));
        return log ? "" : log.error().text();
    }
};

TEST(OrgGenesis, CertifiesItself) {
    EXPECT_EQ(GenesisDraft{}.begin(), "");
    GenesisDraft other_key;
    other_key.key = test::SigningKey::make();
    EXPECT_THAT(other_key.begin(), HasSubstr("signed by the owner's identity key"));
    GenesisDraft other_id;
    other_id.body.owner.user = UserId{suite::random_array<16>()};
    EXPECT_THAT(other_id.begin(), HasSubstr("hash of the identity key"));
    GenesisDraft other_author;
    other_author.draft.user = UserId{suite::random_array<16>()};
    EXPECT_THAT(other_author.begin(), HasSubstr("hash of the identity key"));
}

TEST(OrgGenesis, BeginsAtNothing) {
    const auto begins = [](auto change) {
        GenesisDraft genesis;
        change(genesis.draft);
        return genesis.begin();
    };
    EXPECT_THAT(begins([](auto& d) { d.log.bytes[3] = 1; }), HasSubstr("begins with its genesis"));
    EXPECT_THAT(begins([](auto& d) { d.seq = 1; }), HasSubstr("begins with its genesis"));
    EXPECT_THAT(begins([](auto& d) { d.prev[0] = 1; }), HasSubstr("begins with its genesis"));
    EXPECT_THAT(begins([](auto& d) { d.org.seq = 1; }), HasSubstr("begins with its genesis"));
    EXPECT_THAT(begins([](auto& d) { d.org.hash[31] = 1; }), HasSubstr("begins with its genesis"));
    EXPECT_THAT(begins([](auto& d) { d.device.bytes[0] = 1; }), HasSubstr("begins with its genesis"));
    EXPECT_THAT(begins([](auto& d) { d.type = RecordType::invite; }), HasSubstr("begins with its genesis"));
    EXPECT_THAT(begins([](auto& d) { d.body = Bytes(3); }), HasSubstr("not well formed"));
}

TEST(OrgGenesis, KeepsThePolicysBounds) {
    const auto begins = [](auto change) {
        GenesisDraft genesis;
        change(genesis.body.policy);
        return genesis.begin();
    };
    EXPECT_EQ(begins([](auto& p) { p.history_days = 30; }), "");
    EXPECT_EQ(begins([](auto& p) { p.kdf_ops = 16, p.kdf_mem_kib = 1024 * 1024; }), "");
    EXPECT_THAT(begins([](auto& p) { p.history_days = 29; }), HasSubstr("floor of 30 days"));
    EXPECT_THAT(begins([](auto& p) { p.kdf_ops = 2; }), HasSubstr("outside its bounds"));
    EXPECT_THAT(begins([](auto& p) { p.kdf_ops = 17; }), HasSubstr("outside its bounds"));
    EXPECT_THAT(begins([](auto& p) { p.kdf_mem_kib = 64 * 1024 - 1; }), HasSubstr("outside its bounds"));
    EXPECT_THAT(begins([](auto& p) { p.kdf_mem_kib = 1024 * 1024 + 1; }), HasSubstr("outside its bounds"));
}

class OrgLogTest : public ::testing::Test {
protected:
    test::LogScript script;
    MadeOrg& made = script.made;
    Phone& boss = made.founder_phone;
    MadeOrg::Member admin = made.add_member(OrgRole::admin);
    MadeOrg::Member ann = made.add_member();

    std::string policy(const Phone& by, auto change) {
        OrgPolicy policy = made.org().policy();
        change(policy);
        return script.put(RecordType::org_policy, body_of(policy), by);
    }
    std::string role(const UserId& user, OrgRole role, const Phone& by) {
        return script.put(RecordType::org_role, body_of(OrgRoleChange{user, role}), by);
    }
    std::string suspend(const UserId& user, bool yes, const Phone& by) {
        return script.put(RecordType::user_suspend, body_of(UserSuspend{user, yes}), by);
    }
    OrgRole role_of(const UserId& user) const { return *made.org().role(user, made.org().head().seq); }
};

TEST_F(OrgLogTest, ContinuesItsHeadAndNothingElse) {
    const Bytes body = body_of(UserSuspend{ann.person.id(), true});
    const auto put = [&](auto change) {
        auto draft = script.org_draft(RecordType::user_suspend, body, boss);
        change(draft);
        return script.put_org(sign_log_record(draft, boss.dsk.secret));
    };
    EXPECT_THAT(put([](auto& d) { d.prev[0] ^= 1; }), HasSubstr("moved on"));
    EXPECT_THAT(put([](auto& d) { ++d.seq; }), HasSubstr("moved on"));
    EXPECT_THAT(put([](auto& d) { --d.seq; }), HasSubstr("moved on"));
    EXPECT_THAT(put([](auto& d) { d.log.bytes[0] ^= 1; }), HasSubstr("another log"));
    EXPECT_THAT(put([](auto& d) { --d.org.seq; }), HasSubstr("org position"));
    EXPECT_THAT(put([](auto& d) { d.org.hash[5] ^= 1; }), HasSubstr("org position"));
    EXPECT_THAT(put([](auto& d) { d.type = RecordType::org_genesis; }), HasSubstr("second genesis"));
    EXPECT_THAT(put([](auto& d) { d.kind = LogKind::space, d.type = RecordType::archive; }), HasSubstr("another log"));
    EXPECT_EQ(put([](auto&) {}), "");
}

TEST_F(OrgLogTest, KnowsItsAuthors) {
    const Bytes body = body_of(UserSuspend{ann.person.id(), true});
    const auto put = [&](auto change) {
        auto draft = script.org_draft(RecordType::user_suspend, body, boss);
        change(draft);
        return script.put_org(sign_log_record(draft, boss.dsk.secret));
    };
    EXPECT_THAT(put([](auto& d) { d.user.bytes[0] ^= 1; }), HasSubstr("not in the org"));
    EXPECT_THAT(put([](auto& d) { d.device.bytes[0] ^= 1; }), HasSubstr("device is not active"));
    EXPECT_THAT(put([&](auto& d) { d.user = admin.person.id(); }), HasSubstr("device is not active"));
    EXPECT_THAT(put([](auto& d) { d.device = {}; }), HasSubstr("identity key may not sign"));
    EXPECT_THAT(put([&](auto& d) { d.user = admin.person.id(), d.device = admin.phone.id; }),
                HasSubstr("signature does not fit"));
    EXPECT_THAT(
        script.put_org(sign_log_record(script.org_draft(RecordType::user_suspend, body, boss), ann.phone.dsk.secret)),
        HasSubstr("signature does not fit"));
}

TEST_F(OrgLogTest, StopsListeningToTheSuspendedRevokedAndExpired) {
    EXPECT_EQ(suspend(admin.person.id(), true, boss), "");
    EXPECT_THAT(suspend(ann.person.id(), true, admin.phone), HasSubstr("author is suspended"));
    EXPECT_THAT(script.put(RecordType::user_key_rotate, body_of(script.key_rotation(admin.person)), admin.person),
                HasSubstr("author is suspended"));
    EXPECT_EQ(suspend(admin.person.id(), false, boss), "");
    EXPECT_EQ(suspend(ann.person.id(), true, admin.phone), "");
    Phone loan = MadeOrg::make_phone(made.founder.id());
    auto body = script.device(loan, made.founder);
    body.not_after = made.now;
    ASSERT_EQ(script.put(RecordType::device_add, body_of(body), made.founder), "");
    EXPECT_EQ(suspend(ann.person.id(), false, loan), "");
    ++made.now;
    EXPECT_THAT(suspend(ann.person.id(), true, loan), HasSubstr("expired"));
    made.revoke(admin.phone, boss);
    EXPECT_THAT(suspend(ann.person.id(), true, admin.phone), HasSubstr("device is not active"));
    EXPECT_EQ(suspend(ann.person.id(), true, boss), "");
}

TEST_F(OrgLogTest, GivesRolesUpToTheOwn) {
    EXPECT_THAT(role(ann.person.id(), OrgRole::member, ann.phone), HasSubstr("up to the own"));
    EXPECT_THAT(role(ann.person.id(), OrgRole::admin, ann.phone), HasSubstr("up to the own"));
    EXPECT_THAT(role(admin.person.id(), OrgRole::member, ann.phone), HasSubstr("up to the own"));
    EXPECT_THAT(role(admin.person.id(), OrgRole::owner, admin.phone), HasSubstr("up to the own"));
    EXPECT_THAT(role(ann.person.id(), OrgRole::owner, admin.phone), HasSubstr("up to the own"));
    EXPECT_THAT(role(made.founder.id(), OrgRole::member, admin.phone), HasSubstr("up to the own"));
    EXPECT_THAT(role(UserId{suite::random_array<16>()}, OrgRole::member, boss), HasSubstr("no such user"));
    EXPECT_EQ(role(ann.person.id(), OrgRole::admin, admin.phone), "");
    EXPECT_EQ(role_of(ann.person.id()), OrgRole::admin);
    EXPECT_EQ(role(admin.person.id(), OrgRole::member, ann.phone), "");
    EXPECT_EQ(role(ann.person.id(), OrgRole::owner, boss), "");
}

TEST_F(OrgLogTest, KeepsItsLastOwner) {
    EXPECT_THAT(role(made.founder.id(), OrgRole::admin, boss), HasSubstr("last owner stays"));
    EXPECT_EQ(role(ann.person.id(), OrgRole::owner, boss), "");
    EXPECT_EQ(role(made.founder.id(), OrgRole::admin, ann.phone), "");
    EXPECT_THAT(role(ann.person.id(), OrgRole::member, ann.phone), HasSubstr("last owner stays"));
    EXPECT_THAT(role(ann.person.id(), OrgRole::member, boss), HasSubstr("up to the own"));
}

TEST_F(OrgLogTest, SuspendsNobodyAboveAndNotOneself) {
    EXPECT_THAT(suspend(made.founder.id(), true, admin.phone), HasSubstr("nobody above"));
    EXPECT_THAT(suspend(made.founder.id(), true, boss), HasSubstr("nobody above"));
    EXPECT_THAT(suspend(ann.person.id(), true, ann.phone), HasSubstr("nobody above"));
    EXPECT_THAT(suspend(admin.person.id(), true, ann.phone), HasSubstr("nobody above"));
    EXPECT_THAT(suspend(UserId{}, true, boss), HasSubstr("nobody above"));
    EXPECT_THAT(suspend(ann.person.id(), false, boss), HasSubstr("changes nothing"));
    EXPECT_EQ(suspend(ann.person.id(), true, admin.phone), "");
    EXPECT_TRUE(made.org().suspended(ann.person.id(), made.org().head().seq));
    EXPECT_FALSE(made.org().device_active(ann.phone.id, made.org().head().seq));
    EXPECT_TRUE(made.org().device_active(ann.phone.id, made.org().head().seq - 1));
    EXPECT_THAT(suspend(ann.person.id(), true, boss), HasSubstr("changes nothing"));
    EXPECT_EQ(suspend(ann.person.id(), false, boss), "");
}

TEST_F(OrgLogTest, NeverLowersTheLeastProtocol) {
    EXPECT_EQ(policy(admin.phone, [](auto& p) { p.min_proto = 2, p.trash_days = 7; }), "");
    EXPECT_EQ(made.org().policy().trash_days, 7);
    EXPECT_EQ(policy(boss, [](auto& p) { p.trash_days = 0; }), "");
    EXPECT_THAT(policy(boss, [](auto& p) { p.min_proto = 1; }), HasSubstr("never falls"));
    EXPECT_THAT(policy(ann.phone, [](auto&) {}), HasSubstr("only admins set policy"));
    EXPECT_THAT(policy(boss, [](auto& p) { p.history_days = 29; }), HasSubstr("floor of 30 days"));
    EXPECT_THAT(policy(boss, [](auto& p) { p.kdf_ops = 2; }), HasSubstr("outside its bounds"));
    EXPECT_EQ(made.org().policy().min_proto, 2);
}

TEST_F(OrgLogTest, TakesNoHalfBody) {
    for (const auto type :
         {RecordType::invite, RecordType::user_add, RecordType::device_revoke, RecordType::user_key_rotate,
          RecordType::org_role, RecordType::user_suspend, RecordType::org_policy, RecordType::org_fork_merge}) {
        EXPECT_THAT(script.put(type, {}, boss), HasSubstr("not well formed"));
        EXPECT_THAT(script.put(type, Bytes(5, 1), boss), HasSubstr("not well formed"));
    }
    EXPECT_THAT(script.put(RecordType::device_add, Bytes(5, 1), made.founder), HasSubstr("not well formed"));
}

}  // namespace
}  // namespace tern

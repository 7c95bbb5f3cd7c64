// Epochs in a space's log: blocks full and partial, seats, cuts, and rotation before anything else is written.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/log_script.h"

namespace tern {
namespace {

using test::MadeOrg;
using test::Phone;
using ::testing::HasSubstr;

class SpaceEpochTest : public ::testing::Test {
protected:
    test::LogScript script;
    MadeOrg& made = script.made;
    Phone& boss = made.founder_phone;
    MadeOrg::Member writer = made.add_member();
    MadeOrg::Member reader = made.add_member();
    MadeOrg::Member outsider = made.add_member();
    SpaceId space;

    void SetUp() override {
        made.make_space(space, boss,
                        {{writer.person.id(), SpaceRole::writer}, {reader.person.id(), SpaceRole::reader}});
    }
    std::string members(const Members& body, const Phone& by) {
        return script.put(space, RecordType::members, body_of(body), by);
    }
    std::string rotate(const EpochRotate& body, const Phone& by) {
        return script.put(space, RecordType::epoch_rotate, body_of(body), by);
    }
    Members add(SpaceRole role = SpaceRole::reader) const {
        return script.change(space, outsider.person.id(), MemberOp::add, role);
    }
    std::string archive() {
        return script.put(space, RecordType::archive, body_of_archive(!made.space(space).archived()), boss);
    }
    bool must_rotate() const { return made.space(space).must_rotate(made.org(), made.org().head().seq); }
    const EpochBlock& block() const { return made.space(space).epoch().block; }
};

TEST_F(SpaceEpochTest, APartialBlockRepeatsTheEpochAndListsWhoCame) {
    const auto refused = [&](auto change) {
        auto body = add();
        change(body);
        return members(body, boss);
    };
    EXPECT_THAT(refused([](auto& b) { b.block.key_commit[0] ^= 1; }), HasSubstr("repeats the epoch"));
    EXPECT_THAT(refused([](auto& b) { ++b.block.tag_gen; }), HasSubstr("repeats the epoch"));
    EXPECT_THAT(refused([](auto& b) { b.block.seats.clear(); }), HasSubstr("lists who was added"));
    EXPECT_THAT(refused([&](auto& b) { b.block.seats[0].user = writer.person.id(); }),
                HasSubstr("lists who was added"));
    EXPECT_THAT(refused([](auto& b) { b.block.seats[0].ubk_generation = 0; }), HasSubstr("newest key"));
    EXPECT_THAT(refused([](auto& b) { b.block.seats[0].ubk_generation = 2; }), HasSubstr("newest key"));
    EXPECT_THAT(refused([](auto& b) { ++b.block.epoch; }), HasSubstr("not well formed"));
    EXPECT_THAT(refused([](auto& b) { b.changes.clear(); }), HasSubstr("not well formed"));
    EXPECT_THAT(refused([](auto& b) { b.changes[0].role = SpaceRole::none; }), HasSubstr("not well formed"));
    EXPECT_THAT(refused([](auto& b) { b.changes[0].op = static_cast<MemberOp>(4); }), HasSubstr("not well formed"));
    EXPECT_EQ(refused([](auto&) {}), "");
    EXPECT_EQ(block().epoch, 1U);
    EXPECT_EQ(block().seats.size(), 4U);
}

TEST_F(SpaceEpochTest, OnlyPeopleOfTheOrgComeIn) {
    auto stranger = add();
    stranger.changes[0].user = stranger.block.seats[0].user = UserId{suite::random_array<16>()};
    EXPECT_THAT(members(stranger, boss), HasSubstr("not in the org"));
    made.suspend(outsider.person, true);
    EXPECT_THAT(members(add(), boss), HasSubstr("not in the org"));
    made.suspend(outsider.person, false);
    EXPECT_EQ(members(add(), boss), "");
    EXPECT_THAT(members(script.full_change(space, outsider.person.id(), MemberOp::add, SpaceRole::writer), boss),
                HasSubstr("a member already"));
}

TEST_F(SpaceEpochTest, WhoTakesAwayRotates) {
    auto partial = script.full_change(space, reader.person.id(), MemberOp::remove, SpaceRole::none);
    partial.block = block();
    partial.block.prev.reset();
    partial.block.seats.clear();
    EXPECT_THAT(members(partial, boss), HasSubstr("rotates in the same record"));
    auto demote = partial;
    demote.changes[0] = {writer.person.id(), MemberOp::role, SpaceRole::reader};
    EXPECT_THAT(members(demote, boss), HasSubstr("rotates in the same record"));
    EXPECT_EQ(members(script.change(space, writer.person.id(), MemberOp::role, SpaceRole::reader), boss), "");
    EXPECT_EQ(block().epoch, 2U);
    EXPECT_TRUE(made.space(space).cut(writer.phone.id));
    EXPECT_EQ(members(script.change(space, reader.person.id(), MemberOp::remove, SpaceRole::none), boss), "");
    EXPECT_FALSE(made.space(space).cut(reader.phone.id)) << "a reader has no write to lose";
    EXPECT_EQ(block().epoch, 3U);
    EXPECT_EQ(made.space(space).epoch_at(0).block.epoch, 1U);
    EXPECT_EQ(made.space(space).epoch_at(1).block.epoch, 2U);
}

TEST_F(SpaceEpochTest, AFullBlockIsOneAboveAndForExactlyTheMembers) {
    const auto refused = [&](auto change) {
        auto body = script.rotation(space);
        change(body);
        return rotate(body, writer.phone);
    };
    EXPECT_THAT(refused([](auto& b) { ++b.block.epoch; }), HasSubstr("one above"));
    EXPECT_THAT(refused([](auto& b) { --b.block.epoch; }), HasSubstr("one above"));
    EXPECT_THAT(refused([](auto& b) { ++b.block.tag_gen; }), HasSubstr("one above"));
    EXPECT_THAT(refused([](auto& b) { b.block.seats.pop_back(); }), HasSubstr("exactly the member set"));
    EXPECT_THAT(refused([](auto& b) { b.block.seats.back().user.bytes.fill(0xff); }),
                HasSubstr("exactly the member set"));
    EXPECT_THAT(refused([](auto& b) { b.block.seats[1].ubk_generation = 9; }), HasSubstr("newest key"));
    EXPECT_THAT(refused([](auto& b) { b.block.seats[1].ubk_generation = 0; }), HasSubstr("newest key"));
    EXPECT_THAT(refused([](auto& b) { std::swap(b.block.seats[0], b.block.seats[1]); }), HasSubstr("not well formed"));
    EXPECT_THAT(refused([&](auto& b) { b.cuts = {{writer.phone.id, 0, {}, 0}}; }), HasSubstr("the cuts list exactly"));
    EXPECT_THAT(rotate(script.rotation(space), reader.phone), HasSubstr("only writers rotate"));
    EXPECT_THAT(rotate(script.rotation(space), outsider.phone), HasSubstr("only writers rotate"));
    EXPECT_EQ(rotate(script.rotation(space), writer.phone), "");
    EXPECT_EQ(block().epoch, 2U);
}

TEST_F(SpaceEpochTest, CutsListEveryDeviceOfWhoLosesWrite) {
    Phone tablet;
    made.add_phone(tablet, writer.person);
    const auto refused = [&](auto change) {
        auto body = script.change(space, writer.person.id(), MemberOp::remove, SpaceRole::none);
        change(body);
        return members(body, boss);
    };
    EXPECT_THAT(refused([](auto& b) { b.cuts.pop_back(); }), HasSubstr("the cuts list exactly"));
    EXPECT_THAT(refused([](auto& b) { b.cuts.clear(); }), HasSubstr("the cuts list exactly"));
    EXPECT_THAT(refused([&](auto& b) { b.cuts.back().device.bytes.fill(0xff); }), HasSubstr("the cuts list exactly"));
    EXPECT_THAT(refused([](auto& b) { std::swap(b.cuts[0], b.cuts[1]); }), HasSubstr("not well formed"));
    EXPECT_THAT(refused([](auto& b) { b.cuts[1] = b.cuts[0]; }), HasSubstr("not well formed"));
    EXPECT_EQ(refused([](auto& b) { b.cuts[0].last_seq = 7; }), "");
    EXPECT_THAT(script.put(space, RecordType::epoch_rotate, body_of(script.rotation(space)), tablet),
                HasSubstr("cut off"));
}

TEST_F(SpaceEpochTest, ARevokedDeviceIsCutBeforeAnythingElse) {
    Phone tablet;
    made.add_phone(tablet, writer.person);
    made.revoke(tablet, boss);
    EXPECT_TRUE(must_rotate());
    EXPECT_THAT(archive(), HasSubstr("must rotate"));
    EXPECT_THAT(script.put(space, RecordType::space_policy, body_of(SpacePolicy{2, {}}), boss),
                HasSubstr("must rotate"));
    EXPECT_THAT(script.put(space, RecordType::erase, body_of(Erase{{Tag{}}}), boss), HasSubstr("must rotate"));
    auto partial = add();
    partial.block = block();
    partial.block.prev.reset();
    partial.block.seats = {{outsider.person.id(), 1, {}}};
    EXPECT_THAT(members(partial, boss), HasSubstr("rotates in the same record"));
    auto without_cut = script.rotation(space);
    without_cut.cuts.clear();
    EXPECT_THAT(rotate(without_cut, boss), HasSubstr("the cuts list exactly"));
    auto sealed_in_doubt = script.rotation(space);
    for (auto& seat : sealed_in_doubt.block.seats) seat.ubk_generation = 1;
    EXPECT_THAT(rotate(sealed_in_doubt, boss), HasSubstr("newest key"));
    auto hash_in_doubt = script.rotation(space);
    for (auto& seat : hash_in_doubt.block.seats)
        if (seat.user == writer.person.id()) seat.seal_hash[0] = 1;
    EXPECT_THAT(rotate(hash_in_doubt, boss), HasSubstr("newest key"));
    EXPECT_EQ(rotate(script.rotation(space), boss), "");
    EXPECT_TRUE(made.space(space).cut(tablet.id));
    EXPECT_FALSE(must_rotate());
    EXPECT_EQ(archive(), "");
    made.rotate_user_key(writer.person, writer.phone);
    EXPECT_TRUE(must_rotate()) << "the member who stood there without a key gets one";
    EXPECT_EQ(members(add(), boss), "") << "a full block beside an addition is enough";
    EXPECT_FALSE(must_rotate());
}

TEST_F(SpaceEpochTest, ANewUserKeyIsSealedToBeforeAnythingElse) {
    const auto position = made.org().head();
    made.rotate_user_key(reader.person, reader.phone);
    EXPECT_TRUE(must_rotate());
    EXPECT_FALSE(made.space(space).must_rotate(made.org(), position.seq));
    EXPECT_THAT(archive(), HasSubstr("must rotate"));
    auto stale = script.rotation(space);
    for (auto& seat : stale.block.seats) seat.ubk_generation = 1;
    EXPECT_THAT(rotate(stale, boss), HasSubstr("newest key"));
    auto late = script.space_draft(space, RecordType::archive, body_of_archive(true), boss);
    late.org = position;
    EXPECT_EQ(script.put_space(space, sign_log_record(late, boss.dsk.secret)), "") << "its author could not know";
    EXPECT_EQ(rotate(script.rotation(space), writer.phone), "");
    EXPECT_EQ(archive(), "");
    made.rotate_user_key(outsider.person, outsider.phone);
    EXPECT_FALSE(must_rotate()) << "not a member";
}

}  // namespace
}  // namespace tern

#include "client_core/crypto/bundle.h"

#include <gtest/gtest.h>

#include "client_core/crypto/space_keys.h"

namespace tern::crypto {
namespace {

struct World {
    UserIdentity identity = UserIdentity::from_seed(random_key());
    Key wrap = random_key();
    Bundle bundle;
    World() {
        bundle.uik_seed = identity.seed;
        bundle.org = OrgId{suite::random_array<16>()};
        bundle.org_head = {7, suite::random_array<32>()};
    }
};

TEST(Bundle, OpensOnlyForItsUserSlotVersionAndKey) {
    World w;
    const auto user = w.identity.id();
    const Bytes sealed = seal_bundle(w.bundle, w.wrap, user, BundleSlot::password, 3);
    const auto opened = open_bundle(sealed, w.wrap, user, BundleSlot::password, 3).value();
    EXPECT_EQ(opened.uik_seed, w.bundle.uik_seed);
    EXPECT_EQ(opened.org_head, w.bundle.org_head);
    EXPECT_EQ(open_bundle(sealed, random_key(), user, BundleSlot::password, 3).error().fault, Fault::wrong_key);
    EXPECT_FALSE(open_bundle(sealed, w.wrap, UserId{}, BundleSlot::password, 3));
    EXPECT_FALSE(open_bundle(sealed, w.wrap, user, BundleSlot::kit, 3));
    EXPECT_FALSE(open_bundle(sealed, w.wrap, user, BundleSlot::password, 2));
}

TEST(Bundle, EveryFlippedBitIsRefused) {
    World w;
    Bytes sealed = seal_bundle(w.bundle, w.wrap, w.identity.id(), BundleSlot::kit, 1);
    for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
        sealed[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
        EXPECT_FALSE(open_bundle(sealed, w.wrap, w.identity.id(), BundleSlot::kit, 1)) << bit;
        sealed[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
    }
}

TEST(Kit, SurvivesPaperAndFile) {
    World w;
    Kit kit;
    kit.key = random_key();
    kit.server = "wss://tern.example:8443";
    kit.login = "anna@example.test";
    kit.org = w.bundle.org;
    kit.user = w.identity.id();
    kit.account_secret = AccountSecret{suite::random_array<16>()};
    kit.uik = w.identity.uik.public_key;
    const auto read = read_kit(kit.text()).value();
    EXPECT_EQ(read.key, kit.key);
    EXPECT_EQ(read.account_secret, kit.account_secret);
    EXPECT_EQ(read.org, kit.org);
    std::string typed = kit.code();
    for (auto& c : typed) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    EXPECT_EQ(kit_key_from_code(typed).value(), kit.key);
    typed[3] = typed[3] == '7' ? '8' : '7';
    EXPECT_FALSE(kit_key_from_code(typed));
}

struct TwoEpochs {
    SpaceId space{suite::random_array<16>()};
    SpaceKeys first = SpaceKeys::first();
    SpaceKeys second = first.next();
    EpochBlock block(const SpaceKeys& keys) const {
        EpochBlock out;
        out.epoch = keys.epoch;
        out.tag_gen = keys.tag_gen;
        out.key_commit = keys.commitment(space);
        if (keys.epoch == 2) out.prev = second.wrap_previous(space, first);
        return out;
    }
};

TEST(SpaceKeys, OpenForTheirMemberAndNoOther) {
    TwoEpochs world;
    const auto anna = UserBox::from_seed(random_key(), 1);
    const UserId user{suite::random_array<16>()};
    const auto block = world.block(world.first);
    const Bytes sealed = world.first.seal_for(world.space, user, 1, anna.keys.public_key);
    ASSERT_EQ(sealed.size(), 192U);
    EXPECT_EQ(SpaceKeys::open_for(sealed, anna.keys, world.space, user, 1, block).value().space_key,
              world.first.space_key);
    EXPECT_FALSE(SpaceKeys::open_for(sealed, UserBox::from_seed(random_key(), 1).keys, world.space, user, 1, block));
    EXPECT_FALSE(SpaceKeys::open_for(sealed, anna.keys, SpaceId{}, user, 1, block));
    EXPECT_FALSE(SpaceKeys::open_for(sealed, anna.keys, world.space, UserId{}, 1, block));
    EXPECT_FALSE(SpaceKeys::open_for(sealed, anna.keys, world.space, user, 2, block));
    auto other_commit = block;
    other_commit.key_commit[0] ^= 1;
    EXPECT_FALSE(SpaceKeys::open_for(sealed, anna.keys, world.space, user, 1, other_commit));
}

TEST(SpaceKeys, ChainBackToTheEpochBefore) {
    TwoEpochs world;
    const auto back =
        world.second.unwrap_previous(world.space, world.block(world.second), world.space, world.block(world.first))
            .value();
    EXPECT_EQ(back.space_key, world.first.space_key);
    EXPECT_EQ(back.hist_key, world.first.hist_key);
    auto lying = world.block(world.first);
    lying.key_commit[5] ^= 1;
    EXPECT_FALSE(world.second.unwrap_previous(world.space, world.block(world.second), world.space, lying));
}

}  // namespace
}  // namespace tern::crypto

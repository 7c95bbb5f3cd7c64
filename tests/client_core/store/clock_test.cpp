#include <gtest/gtest.h>

#include <set>

#include "protocol/limits.h"
#include "tests/client_core/store/support.h"

namespace tern::store::test {
namespace {

constexpr Millis kTenYears = Millis{10} * 365 * 24 * 3600 * 1000;
constexpr std::size_t kLots = 100'000'000;

TEST(Clock, StampsRiseEvenIfTheClockStandsStill) {
    Phone phone{1};
    ASSERT_TRUE(phone.create(record(1), "a"));
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(phone.set(record(1), "title", text_value(std::to_string(i))));
    std::set<Hlc> seen;
    for (const auto& delta : phone.store->unsent(space(), 100, kLots)) {
        EXPECT_TRUE(seen.insert(delta.hlc).second);
        EXPECT_FALSE(delta.bump);
    }
    EXPECT_EQ(seen.begin()->ms(), kNow);
    EXPECT_EQ(seen.rbegin()->value, Hlc::at(kNow).value + 5);
}

TEST(Clock, AnEditAfterSeeingAValueBeatsItWhateverTheClocksSay) {
    Phone ahead{1, kNow + 60'000}, behind{2, kNow};
    ASSERT_TRUE(ahead.create(record(1), "a"));
    meet(ahead, behind);
    ASSERT_TRUE(behind.set(record(1), "family_name", text_value("b")));
    meet(ahead, behind);
    EXPECT_EQ(ahead.text(record(1), "family_name"), "b");
}

TEST(Clock, WhatReplacesAFarFutureValueTravelsAloneAndIsNotFollowed) {
    Phone phone{1};
    phone.apply(
        {{birth_of(record(1)), encode(birth_value({})), {}, stamp(10, 2)},
         {cell(record(1), "title"), encode(text_value("2036")), {}, Stamp{Hlc::at(kNow + kTenYears), device(2)}}});
    ASSERT_TRUE(phone.write({{space(), cell(record(1), "family_name"), text_value("x")},
                             {space(), cell(record(1), "title"), text_value("now")},
                             {space(), cell(record(1), "department"), text_value("y")}}));
    const auto deltas = phone.store->unsent(space(), 100, kLots);
    ASSERT_EQ(deltas.size(), 3U);
    EXPECT_FALSE(deltas[0].bump);
    EXPECT_TRUE(deltas[1].bump);
    EXPECT_EQ(deltas[1].hlc.value, Hlc::at(kNow + kTenYears).value + 1);
    EXPECT_FALSE(deltas[2].bump);
    EXPECT_EQ(deltas[2].hlc.ms(), kNow);
    EXPECT_EQ(phone.text(record(1), "title"), "now");
}

TEST(Clock, RestampingLetsAForeignChangeWinThatHadLostToAStampOf2036) {
    Phone phone{1, kNow + kTenYears}, other{2, kNow + 1000};
    ASSERT_TRUE(phone.create(record(1), "a"));
    ASSERT_TRUE(phone.set(record(1), "family_name", text_value("from 2036")));
    const Change foreign{
        cell(record(1), "family_name"), encode(text_value("foreign")), {}, Stamp{Hlc::at(kNow + 1000), device(2)}};
    phone.apply({foreign});
    EXPECT_EQ(phone.text(record(1), "family_name"), "from 2036");
    ASSERT_TRUE(phone.store->set_clock_offset(-kTenYears, phone.author));
    EXPECT_EQ(phone.store->clock_offset(), -kTenYears);
    EXPECT_EQ(phone.text(record(1), "family_name"), "foreign");
    const auto deltas = phone.store->unsent(space(), 100, kLots);
    ASSERT_EQ(deltas.size(), 2U);
    EXPECT_EQ(deltas[0].hlc.ms(), kNow);
    EXPECT_EQ(deltas[1].changes.at(0).bases, std::vector{deltas[0].changes.at(0).stamp}) << "bases follow";
    EXPECT_EQ(deltas[1].hlc, deltas[1].changes.at(0).stamp.hlc);
    EXPECT_TRUE(phone.store->check());
    other.apply(phone.send());
    other.apply({foreign});
    EXPECT_EQ(other.store->state_hash(), phone.store->state_hash());
    ASSERT_TRUE(phone.set(record(1), "title", text_value("later")));
    EXPECT_EQ(phone.store->unsent(space(), 100, kLots).at(0).hlc.ms(), kNow) << "the clock fell back";
}

TEST(Clock, RestampingForwardKeepsOrderAndMovesDeletions) {
    Phone phone{1, 1000}, other{2};
    ASSERT_TRUE(phone.create(record(1), "a"));
    ASSERT_TRUE(phone.write({{space(), cell(record(1), "birthday"), text_value("irregular")}}));
    ASSERT_TRUE(phone.remove(record(1)));
    ASSERT_TRUE(phone.create(record(2), "untouched"));
    ASSERT_TRUE(phone.store->set_clock_offset(kNow, phone.author));
    const auto changes = phone.send();
    ASSERT_EQ(changes.size(), 4U);
    for (std::size_t i = 1; i < changes.size(); ++i) EXPECT_LT(changes[i - 1].stamp, changes[i].stamp);
    EXPECT_GE(changes[0].stamp.hlc.ms(), kNow);
    EXPECT_EQ(parse_alive(decode_value(changes[2].value).value())->seen, changes[1].stamp);
    EXPECT_EQ(phone.head(record(2))->newest, changes[3].stamp);
    other.apply(changes);
    EXPECT_EQ(other.store->state_hash(), phone.store->state_hash());
    EXPECT_TRUE(phone.store->check());
}

TEST(Clock, SealedWorkKeepsItsStamps) {
    Phone phone{1, kNow + 3'600'000};
    ASSERT_TRUE(phone.create(record(1), "a"));
    const auto sealed = phone.store->unsent(space(), 100, kLots).at(0);
    phone.store->mark_sealed(sealed.txn, 1, {}, view("x"));
    ASSERT_TRUE(phone.create(record(2), "b"));
    ASSERT_TRUE(phone.store->set_clock_offset(-3'600'000, phone.author));
    EXPECT_EQ(phone.head(record(1))->birth.hlc, sealed.hlc);
    EXPECT_EQ(phone.head(record(2))->birth.hlc.ms(), kNow);
}

TEST(Clock, ADeviceNeverUsesOneStampTwice) {
    Phone phone{1, kNow + 3'600'000};
    std::set<Hlc> used;
    ASSERT_TRUE(phone.create(record(1), "a"));
    ASSERT_TRUE(phone.set(record(1), "title", text_value("x")));
    for (const Change& change : phone.send()) EXPECT_TRUE(used.insert(change.stamp.hlc).second);
    // The clock was an hour ahead; an hour later the same milliseconds come again.
    ASSERT_TRUE(phone.store->set_clock_offset(-3'600'000, phone.author));
    ASSERT_TRUE(phone.create(record(2), "b"));
    for (const Change& change : phone.send()) EXPECT_TRUE(used.insert(change.stamp.hlc).second);
    phone.author.wall_ms += 3'600'000;
    ASSERT_TRUE(phone.create(record(3), "c"));
    ASSERT_TRUE(phone.create(record(4), "d"));
    for (const Change& change : phone.send()) EXPECT_TRUE(used.insert(change.stamp.hlc).second);
}

TEST(Clock, UnsentWorkCanMoveToANewDevice) {
    Phone phone{1}, other{2};
    ASSERT_TRUE(phone.create(record(1), "a"));
    ASSERT_TRUE(phone.set(record(1), "family_name", text_value("b")));
    phone.author.device = device(9);
    ASSERT_TRUE(phone.store->set_clock_offset(0, phone.author));
    const auto changes = phone.send();
    ASSERT_EQ(changes.size(), 2U);
    for (const Change& change : changes) EXPECT_EQ(change.stamp.device, device(9));
    EXPECT_EQ(changes[1].bases, std::vector{changes[0].stamp});
    EXPECT_TRUE(phone.store->check());
}

}  // namespace
}  // namespace tern::store::test

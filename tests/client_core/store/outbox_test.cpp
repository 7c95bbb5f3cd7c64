#include <gtest/gtest.h>

#include "tests/client_core/store/support.h"

namespace tern::store::test {
namespace {

template <class F>
void in_transaction(Store& store, F use) {
    Transaction tx{store.database()};
    use();
    tx.commit();
}

TEST(Outbox, ADeltaGoesFromUnsentToSealedToAcknowledged) {
    Phone phone{1};
    ASSERT_TRUE(phone.create(record(1), "a"));
    Store& store = *phone.store;
    EXPECT_EQ(store.spaces_with_unsent(), std::vector{space()});
    const auto delta = store.unsent(space(), 10, 1'000'000).at(0);
    EXPECT_EQ(delta.hlc, delta.changes.at(0).stamp.hlc);
    const Hash env{1};
    in_transaction(store, [&] { store.mark_sealed(delta.txn, 7, env, view("bytes")); });
    EXPECT_TRUE(store.unsent(space(), 10, 1'000'000).empty());
    ASSERT_EQ(store.in_flight(space()).size(), 1U);
    EXPECT_EQ(store.in_flight(space())[0].dev_seq, 7U);
    EXPECT_EQ(text(store.in_flight(space())[0].bytes), "bytes");
    EXPECT_EQ(store.txn_of(space(), env), delta.txn);
    EXPECT_EQ(store.txn_of(space(), Hash{2}), std::nullopt);
    EXPECT_EQ(store.unsent_changes(), 1);
    in_transaction(store, [&] { store.mark_acknowledged(delta.txn); });
    EXPECT_EQ(store.unsent_changes(), 0);
    EXPECT_TRUE(store.spaces_with_unsent().empty());
    EXPECT_FALSE(phone.head(record(1))->pending);
    EXPECT_TRUE(store.check());
}

TEST(Outbox, UnsealedWorkIsSealedAnew) {
    Phone phone{1};
    ASSERT_TRUE(phone.create(record(1), "a"));
    const auto delta = phone.store->unsent(space(), 10, 1'000'000).at(0);
    in_transaction(*phone.store, [&] {
        phone.store->mark_sealed(delta.txn, 7, {}, view("bytes"));
        phone.store->unseal(delta.txn);
    });
    EXPECT_EQ(phone.store->unsent(space(), 10, 1'000'000).at(0).changes, delta.changes);
    EXPECT_TRUE(phone.store->in_flight(space()).empty());
}

TEST(Outbox, APendingBirthIsRebuiltAfterItWasEdited) {
    Phone phone{1};
    const Value birth = birth_value({{field("family_name"), {}, text_value("a")},
                                     {field("title"), {}, text_value("t")},
                                     {field("tags"), Bytes(16, 3), true},
                                     {field("phones"), Bytes(16, 4), Value::Map{{1, Decimal{1, 0}}}},
                                     {field("birthday"), {}, text_value("not a date")},
                                     {500, {}, text_value("unknown")}});
    ASSERT_TRUE(phone.write({{space(), birth_of(record(1)), birth}}));
    ASSERT_TRUE(phone.set(record(1), "family_name", text_value("b")));
    ASSERT_TRUE(phone.set(record(1), "birthday", Value{std::int64_t{9}}));
    ASSERT_TRUE(phone.write({{space(), cell(record(1), "tags", Bytes(16, 3)), Value{}}}));
    ASSERT_TRUE(phone.write({{space(), cell(record(1), "department"), text_value("d")}}));
    const auto deltas = phone.store->unsent(space(), 10, 1'000'000);
    ASSERT_EQ(deltas.size(), 5U);
    EXPECT_EQ(deltas[0].changes.at(0).value, encode(birth));
    Phone other{2};
    other.apply(phone.send());
    EXPECT_EQ(other.store->state_hash(), phone.store->state_hash());
}

TEST(Outbox, APendingBirthThatWasReplacedIsStillSent) {
    Phone phone{1};
    ASSERT_TRUE(phone.create(record(1), "mine"));
    const auto mine = phone.store->unsent(space(), 10, 1'000'000).at(0).changes;
    phone.apply({{birth_of(record(1)), encode(birth_value({})), {}, Stamp{Hlc::at(kNow + 1000), device(2)}}});
    EXPECT_EQ(phone.store->unsent(space(), 10, 1'000'000).at(0).changes, mine);
    EXPECT_EQ(phone.store->unsent_changes(), 1);
}

TEST(Outbox, RefusedWorkIsWithdrawnAndKept) {
    Phone phone{1};
    const Change theirs{
        birth_of(record(1)), encode(birth_value({{field("family_name"), {}, text_value("theirs")}})), {}, stamp(10, 2)};
    phone.apply({theirs});
    const Hash before = phone.store->state_hash();
    ASSERT_TRUE(phone.set(record(1), "family_name", text_value("mine")));
    const auto delta = phone.store->unsent(space(), 10, 1'000'000).at(0);
    in_transaction(*phone.store, [&] {
        phone.store->mark_sealed(delta.txn, 1, {}, view("x"));
        phone.store->mark_refused(delta.txn, Fault::role);
    });
    EXPECT_EQ(phone.text(record(1), "family_name"), "theirs");
    EXPECT_EQ(phone.store->state_hash(), before);
    EXPECT_EQ(phone.store->unsent_changes(), 0);
    EXPECT_EQ(phone.store->refused_changes(), 1);
    const auto refused = phone.store->refused();
    ASSERT_EQ(refused.size(), 1U);
    EXPECT_EQ(refused[0].reason, Fault::role);
    EXPECT_EQ(refused[0].changes, delta.changes);
    EXPECT_TRUE(phone.store->conflicts().empty());
    EXPECT_TRUE(phone.store->check());
}

TEST(Outbox, ARefusedBirthTakesItsRecordAway) {
    Phone phone{1};
    const Hash before = phone.store->state_hash(space());
    ASSERT_TRUE(phone.create(record(1), "a"));
    ASSERT_TRUE(phone.set(record(1), "family_name", text_value("b")));
    const auto deltas = phone.store->unsent(space(), 10, 1'000'000);
    in_transaction(*phone.store, [&] { phone.store->mark_refused(deltas[0].txn, Fault::forbidden); });
    EXPECT_FALSE(phone.head(record(1)));
    EXPECT_EQ(phone.store->state_hash(space()), before);
    EXPECT_EQ(phone.store->refused()[0].changes, deltas[0].changes);
    EXPECT_TRUE(phone.store->check());
    // Another server state took it after all: it comes back as everybody has it.
    phone.apply(deltas[0].changes);
    EXPECT_EQ(phone.text(record(1), "family_name"), "b");
    EXPECT_TRUE(phone.store->refused().empty());
    EXPECT_TRUE(phone.store->check());
}

TEST(Outbox, OwnWorkComingBackAcknowledgesNothing) {
    Phone phone{1};
    ASSERT_TRUE(phone.create(record(1), "a"));
    const auto delta = phone.store->unsent(space(), 10, 1'000'000).at(0);
    phone.apply(delta.changes);
    EXPECT_EQ(phone.store->unsent_changes(), 1);
    EXPECT_TRUE(phone.head(record(1))->pending);
}

}  // namespace
}  // namespace tern::store::test

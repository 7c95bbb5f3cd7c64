#include <gtest/gtest.h>

#include "client_core/schema/loader.h"
#include "protocol/schema.pb.h"
#include "tests/client_core/store/support.h"

namespace tern::store::test {
namespace {

Value addr_of_the_future() { return Value::Map{{3, text_value("Paris")}, {40, text_value("a member of the future")}}; }

/// Values of every kind, fitting and not, under cells of one contact.
std::vector<BirthCell> all_sorts() {
    return {{field("family_name"), {}, text_value("")},
            {field("given_name"), {}, text_value(std::string("nul\0inside", 10))},
            {field("birthday"), {}, Value{std::int64_t{-1}}},
            {field("is_primary"), {}, Value{false}},
            {field("do_not_call"), {}, Value{std::int64_t{1}}},
            {field("photo"), {}, Value{Bytes{}}},
            {field("account_id"), {}, Value{AnyId{record(9).bytes}}},
            {field("addr"), {}, addr_of_the_future()},
            {field("tags"), Bytes(16, 1), Value{true}},
            {field("tags"), Bytes(16, 2), Value{false}},
            {field("phones"), Bytes(16, 1), Value::Map{}},
            {field("phones"), Bytes(16, 2), Value::Map{{1, Decimal{15, 1}}, {2, text_value("1")}}},
            {field("phones"), Bytes(16, 3), text_value("no map")},
            {field("phones"), {}, text_value("no element")},
            {field("title"), Bytes(2, 1), text_value("an element where none belongs")},
            {column::kCustom, Bytes(16, 1), text_value("custom")},
            {600, {}, Value::List{Value{}, Value{true}}}};
}

TEST(Values, EveryValueComesBackAsItWasSent) {
    Phone phone{1}, other{2};
    ASSERT_TRUE(phone.write({{space(), birth_of(record(1)), birth_value(all_sorts())}}));
    ASSERT_TRUE(phone.create(record(2), "cells"));
    std::vector<Write> writes;
    for (const BirthCell& c : all_sorts())
        writes.push_back({space(), Cell{kContact, record(2), c.column, c.element}, c.value});
    ASSERT_TRUE(phone.write(writes));
    for (const RecordId& id : {record(1), record(2)}) {
        const auto registers = phone.store->registers(*phone.head(id));
        const auto expected = parse_birth(birth_value(all_sorts())).value();
        ASSERT_EQ(registers.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            EXPECT_EQ(registers[i].column, expected[i].column);
            EXPECT_EQ(registers[i].element, expected[i].element);
            EXPECT_EQ(registers[i].value, expected[i].value) << expected[i].column;
            EXPECT_TRUE(registers[i].pending);
        }
    }
    other.apply(phone.send());
    EXPECT_EQ(other.store->state_hash(), phone.store->state_hash());
    EXPECT_TRUE(phone.store->check());
}

TEST(Values, DecimalsSurviveTheirColumns) {
    Phone phone{1};
    std::vector<Decimal> all;
    for (const std::int64_t mantissa : {std::int64_t{1}, std::int64_t{-7}, std::int64_t{123'456'789'012'345},
                                        std::int64_t{999'999'999'999'999}, INT64_MAX, INT64_MIN})
        for (const std::uint8_t scale : {0, 1, 2, 9, 14, 18}) all.push_back(Decimal::normal(mantissa, scale));
    std::vector<BirthCell> cells;
    for (std::size_t i = 0; i < all.size(); ++i)
        cells.push_back({field("phones"), Bytes(16, static_cast<std::uint8_t>(i)), Value::Map{{1, all[i]}}});
    ASSERT_TRUE(phone.write({{space(), birth_of(record(1)), birth_value(cells)}}));
    const auto registers = phone.store->registers(*phone.head(record(1)));
    ASSERT_EQ(registers.size(), all.size());
    for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(*registers[i].value.member(1), Value{all[i]}) << i;
}

TEST(Values, WhatDoesNotFitIsKeptBesideWhatDoes) {
    Phone phone{1};
    ASSERT_TRUE(phone.create(record(1), "a"));
    ASSERT_TRUE(phone.set(record(1), "addr", addr_of_the_future()));
    Rows rows = phone.store->database().query("SELECT addr_city FROM contact");
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(rows.text(0), "Paris");
}

TEST(Values, AnUnknownEntityIsMergedLikeAllOthers) {
    Phone phone{1}, other{2};
    const Cell birth{999, record(1), column::kBirth, {}};
    ASSERT_TRUE(phone.write({{space(), birth, birth_value({{20, {}, text_value("x")}})}}));
    ASSERT_TRUE(phone.write({{space(), Cell{999, record(1), 21, Bytes(16, 1)}, text_value("y")}}));
    other.apply(phone.send());
    EXPECT_EQ(other.store->state_hash(), phone.store->state_hash());
    EXPECT_EQ(other.store->registers(other.store->find(record(1)).at(0)).size(), 2U);
}

schema::wire::Entity* add_entity(schema::wire::Schema& schema, unsigned number, const char* name) {
    auto* out = schema.add_entities();
    out->set_number(number);
    out->set_name(name);
    out->add_title("name");
    for (auto* label : {out->mutable_label(), out->mutable_plural()}) {
        label->set_en(name);
        label->set_zh(name);
    }
    return out;
}

schema::wire::Field* fill(schema::wire::Field* out, unsigned number, const char* name, schema::wire::Type type) {
    out->set_number(number);
    out->set_name(name);
    out->set_type(type);
    out->mutable_label()->set_en(name);
    out->mutable_label()->set_zh(name);
    return out;
}

schema::wire::Field* add_field(schema::wire::Entity* entity, unsigned number, const char* name,
                               schema::wire::Type type) {
    return fill(entity->add_fields(), number, name, type);
}

/// A schema of one entity, and, in its later version, of more fields, some of them common, and a second entity.
schema::Schema little_schema(bool later) {
    schema::wire::Schema wire;
    auto* thing = add_entity(wire, 1, "thing");
    add_field(thing, 16, "name", schema::wire::TEXT);
    if (later) {
        add_field(thing, 17, "price", schema::wire::MONEY);
        add_field(thing, 18, "marks", schema::wire::SET);
        add_field(thing, 19, "visits", schema::wire::COUNTER);
        auto* other = add_entity(wire, 2, "other");
        add_field(other, 16, "name", schema::wire::TEXT);
        fill(wire.add_common(), 900, "labels", schema::wire::SET);
        fill(wire.add_common(), 901, "code", schema::wire::TEXT)->set_indexed(true);
    }
    const std::string bytes = wire.SerializeAsString();
    return std::move(schema::load(view(bytes)).value());
}

TEST(Values, ANewerSchemaFindsWhatAnOlderOneKept) {
    const TempFolder folder;
    const Store::Options options{.path = folder.path + "/store.db"};
    const auto older = little_schema(false), newer = little_schema(true);
    const Author author{device(1), kNow};
    const Value price = Value::Map{{1, Value{std::int64_t{550}}}, {2, text_value("EUR")}};
    Hash before;
    {
        auto store = std::move(Store::open(options, older).value());
        ASSERT_TRUE(store->write(
            std::vector<Write>{{space(),
                                {1, record(1), column::kBirth, {}},
                                birth_value({{16, {}, text_value("a")}, {17, {}, price}})},
                               {space(), {2, record(2), column::kBirth, {}}, birth_value({{16, {}, text_value("b")}})}},
            author));
        ASSERT_TRUE(store->write(std::vector<Write>{{space(), {1, record(1), 18, Bytes{'x'}}, Value{true}},
                                                    {space(), {1, record(1), 19, Bytes(16, 1)}, Value{std::int64_t{3}}},
                                                    {space(), {1, record(1), 19, Bytes(16, 2)}, Value{std::int64_t{4}}},
                                                    {space(), {1, record(1), 900, Bytes{'y'}}, Value{true}},
                                                    {space(), {2, record(2), 900, Bytes{'z'}}, Value{true}}},
                                 author));
        before = store->state_hash();
    }
    {
        auto store = std::move(Store::open(options, newer).value());
        EXPECT_EQ(store->state_hash(), before);
        const auto checked = store->check();
        EXPECT_TRUE(checked) << checked.error().text();
        EXPECT_EQ(store->database().find_integer("SELECT price FROM thing"), 550);
        EXPECT_EQ(store->database().find_integer("SELECT visits FROM thing"), 7);
        EXPECT_EQ(store->database().find_integer("SELECT count(*) FROM thing_marks"), 1);
        EXPECT_EQ(store->database().find_integer("SELECT count(*) FROM other WHERE name = 'b'"), 1);
        EXPECT_EQ(store->database().find_integer("SELECT count(*) FROM common_labels JOIN thing USING(rid)"), 1);
        EXPECT_EQ(store->database().find_integer("SELECT count(*) FROM common_labels JOIN other USING(rid)"), 1);
        for (const auto* index : {"ix_thing_code", "ix_other_code"})
            EXPECT_EQ(store->database().find_integer("SELECT count(*) FROM sqlite_schema WHERE name = ?", index), 1)
                << "what has rows is indexed at once";
    }
    const auto again = Store::open(options, older);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().fault, Fault::newer_version);
}

}  // namespace
}  // namespace tern::store::test

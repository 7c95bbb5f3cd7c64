#include "client_core/schema/loader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "protocol/schema.pb.h"

namespace tern::schema {
namespace {

wire::Field* add_field(wire::Entity* entity, unsigned number, const std::string& name, wire::Type type) {
    auto* field = entity->add_fields();
    field->set_number(number);
    field->set_name(name);
    field->set_type(type);
    field->mutable_label()->set_en("x");
    field->mutable_label()->set_zh("x");
    return field;
}

wire::Schema small() {
    wire::Schema schema;
    auto* entity = schema.add_entities();
    entity->set_number(1);
    entity->set_name("thing");
    entity->add_title("name");
    for (auto* label : {entity->mutable_label(), entity->mutable_plural()}) {
        label->set_en("x");
        label->set_zh("x");
    }
    add_field(entity, 16, "name", wire::TEXT);
    return schema;
}

Result<Schema> loaded(const wire::Schema& schema) {
    const std::string bytes = schema.SerializeAsString();
    return load(view(bytes));
}

void expect_refused(const wire::Schema& schema, const std::string& words) {
    const auto result = loaded(schema);
    ASSERT_FALSE(result);
    EXPECT_THAT(result.error().what, testing::HasSubstr(words));
}

TEST(Loader, TakesASmallSchema) {
    const auto schema = loaded(small());
    ASSERT_TRUE(schema);
    EXPECT_EQ(schema->entity("thing")->field("name")->number, 16);
    EXPECT_EQ(schema->entity(1)->field(ColumnNumber{16})->name, "name");
    EXPECT_EQ(schema->entity("other"), nullptr);
}

TEST(Loader, RefusesGarbage) { EXPECT_FALSE(load(view("\xff\xff\xff"))); }

TEST(Loader, NamesTheFieldThatIsWrong) {
    auto twice = small();
    add_field(twice.mutable_entities(0), 16, "other", wire::TEXT);
    expect_refused(twice, "thing.other: its number is that of name");

    auto same_name = small();
    add_field(same_name.mutable_entities(0), 17, "name", wire::TEXT);
    expect_refused(same_name, "thing.name: its name is used twice");

    auto low = small();
    add_field(low.mutable_entities(0), 15, "low", wire::TEXT);
    expect_refused(low, "thing.low: its number is out of range");

    auto common = small();
    add_field(common.mutable_entities(0), 900, "common", wire::TEXT);
    expect_refused(common, "thing.common: its number is out of range");

    auto bad_name = small();
    add_field(bad_name.mutable_entities(0), 17, "Bad name", wire::TEXT);
    expect_refused(bad_name, "this cannot be a name");
}

TEST(Loader, RefusesReferencesToNothing) {
    auto nowhere = small();
    add_field(nowhere.mutable_entities(0), 17, "other_id", wire::REF)->add_targets("nowhere");
    expect_refused(nowhere, "thing.other_id: there is no entity nowhere");
    auto none = small();
    add_field(none.mutable_entities(0), 17, "other_id", wire::REF);
    expect_refused(none, "thing.other_id: it refers to nothing");
}

TEST(Loader, RefusesColumnsThatCollide) {
    auto collide = small();
    add_field(collide.mutable_entities(0), 17, "price", wire::MONEY);
    add_field(collide.mutable_entities(0), 18, "price_currency", wire::TEXT);
    expect_refused(collide, "the column price_currency is there twice");
    auto own = small();
    add_field(own.mutable_entities(0), 17, "rid", wire::INT);
    expect_refused(own, "the column rid");
    auto table = small();
    table.mutable_entities(0)->set_name("change");
    expect_refused(table, "taken by the store");
}

TEST(Loader, WantsAnOrderInLists) {
    auto list = small();
    auto* field = add_field(list.mutable_entities(0), 17, "lines", wire::LIST);
    expect_refused(list, "thing.lines: it needs members");
    auto* member = field->add_members();
    member->set_number(2);
    member->set_name("text");
    member->set_type(wire::TEXT);
    member->mutable_label()->set_en("x");
    member->mutable_label()->set_zh("x");
    expect_refused(list, "thing.lines: a list needs member 1");
}

TEST(Loader, WantsEveryOwnFieldInASectionOrNone) {
    auto half = small();
    auto* entity = half.mutable_entities(0);
    auto* section = entity->add_sections();
    section->set_name("first");
    section->mutable_label()->set_en("x");
    section->mutable_label()->set_zh("x");
    expect_refused(half, "thing.name: it stands in no section");
    entity->mutable_fields(0)->set_section("frist");
    expect_refused(half, "thing.name: there is no section frist");
    entity->mutable_fields(0)->set_section("first");
    const auto schema = loaded(half);
    ASSERT_TRUE(schema);
    EXPECT_EQ(schema->entity("thing")->sections.at(0).fields, std::vector<ColumnNumber>{16});
    auto* empty = entity->add_sections();
    *empty = *section;
    empty->set_name("second");
    expect_refused(half, "its section second has no fields");
}

TEST(Loader, RefusesDefaultsThatNobodyCouldType) {
    const auto refused = [](wire::Type type, const std::string& text) {
        auto schema = small();
        auto* field = add_field(schema.mutable_entities(0), 17, "other", type);
        if (type == wire::PICK || type == wire::SET) {
            for (const auto* name : {"red", "green"}) {
                auto* choice = field->add_choices();
                choice->set_name(name);
                choice->mutable_label()->set_en(name);
                choice->mutable_label()->set_zh(name);
            }
        }
        field->set_default_value(text);
        return !loaded(schema);
    };
    for (const auto& [type, good, bad] :
         std::vector<std::tuple<wire::Type, std::string, std::string>>{{wire::PICK, "red", "blue"},
                                                                       {wire::SET, "red,green", "red,blue"},
                                                                       {wire::BOOL, "true", "yes"},
                                                                       {wire::INT, "-3", "3.5"},
                                                                       {wire::DEC, "3.5", "3,5"},
                                                                       {wire::PCT, "100", "101"},
                                                                       {wire::DATE, "today", "tomorrow"},
                                                                       {wire::DATE, "2026-02-03", "2026-13-01"},
                                                                       {wire::DATETIME, "now", "today"}}) {
        EXPECT_FALSE(refused(type, good)) << good;
        EXPECT_TRUE(refused(type, bad)) << bad;
    }
    EXPECT_TRUE(refused(wire::BLOB, "x"));
}

TEST(Loader, TakesChoicesAndMembersFromShapes) {
    auto schema = small();
    auto* shape = schema.add_shapes();
    shape->set_name("colours");
    auto* choice = shape->add_choices();
    choice->set_name("red");
    choice->mutable_label()->set_en("Red");
    choice->mutable_label()->set_zh("红");
    auto* field = add_field(schema.mutable_entities(0), 17, "colour", wire::ENUM);
    field->set_shape("colors");
    expect_refused(schema, "thing.colour: there is no shape colors");
    field->set_shape("colours");
    const auto taken = loaded(schema);
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->entity("thing")->field("colour")->choices.at(0).label.zh, "红");
    *field->add_choices() = *choice;
    expect_refused(schema, "thing.colour: it has choices or members of its own");
}

TEST(Loader, AnEventNeedsAPlaceAndADate) {
    auto schema = small();
    auto* entity = schema.mutable_entities(0);
    entity->set_timeline(wire::EVENT);
    expect_refused(schema, "thing: it is an event, but refers to no record");
    add_field(entity, 17, "other_id", wire::REF)->add_targets("thing");
    EXPECT_TRUE(loaded(schema)) << "ordered by when it was made";
    entity->set_timeline_date("name");
    expect_refused(schema, "names no column that holds a date: name");
    add_field(entity, 18, "at", wire::DATETIME);
    entity->set_timeline_date("at");
    EXPECT_TRUE(loaded(schema));
}

TEST(Loader, OnlyATextIsADedupeKey) {
    auto schema = small();
    add_field(schema.mutable_entities(0), 17, "count", wire::INT)->set_dedupe(wire::KEY_EXACT);
    expect_refused(schema, "thing.count: only a text can be a dedupe key");
}

}  // namespace
}  // namespace tern::schema

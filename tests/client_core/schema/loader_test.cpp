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

}  // namespace
}  // namespace tern::schema

// What an org defines for itself: fields, choices and entities that become columns while the store is open.
#include <gtest/gtest.h>

#include "client_core/store/searching.h"
#include "tests/client_core/store/support.h"

namespace tern::store::test {
namespace {

const SpaceId kOrg = id_of<SpaceId>(9);

struct NewField {
    RecordId id;
    std::string name;
    std::string type = "text";
    EntityNumber entity = kContact;
    EntityNumber target = 0;
    std::int64_t search_weight = 0;
};

/// A device that takes the definitions of the org's space.
struct Definer : Phone {
    explicit Definer(std::uint8_t n) : Phone(n) { EXPECT_TRUE(store->define_in(kOrg)); }

    Write definition(const NewField& wanted) {
        const auto number = [](std::string_view name) { return field(name, "custom_field"); };
        std::vector<BirthCell> cells{{number("name"), {}, text_value(wanted.name)},
                                     {number("entity"), {}, std::int64_t{wanted.entity}},
                                     {number("type"), {}, text_value(wanted.type)}};
        if (wanted.target != 0) cells.push_back({number("target"), {}, std::int64_t{wanted.target}});
        if (wanted.search_weight != 0) cells.push_back({number("search_weight"), {}, wanted.search_weight});
        const auto entity = schema::crm().entity("custom_field")->number;
        return {kOrg, birth_of(wanted.id, entity), birth_value(cells), false};
    }
    void define(const NewField& wanted) { ASSERT_TRUE(write({definition(wanted)})); }

    const schema::Field& named(std::string_view name, EntityNumber entity = kContact) {
        const auto* found = store->schema().entity(entity)->field(name);
        static const schema::Field none;
        if (found == nullptr) ADD_FAILURE() << "there is no field " << name;
        return found == nullptr ? none : *found;
    }
    Status set_custom(const RecordId& id, std::string_view name, Value value, Bytes element = {}) {
        return write({{space(), {kContact, id, named(name).number, std::move(element)}, std::move(value), false}});
    }
    /// What SQL says of a plain custom field.
    std::string column_of(const RecordId& id, std::string_view name) {
        const auto& column = named(name).columns.at(0).sql();
        Rows rows = store->database().query(
            "SELECT t.\"" + column + "\" FROM contact t JOIN record r ON r.rid = t.rid WHERE r.id = ?", id);
        if (!rows.next()) return "<no record>";
        return rows.is_null(0) ? "<null>" : std::string(rows.text(0));
    }
    Value value_of(const RecordId& id, std::string_view name) {
        for (const Register& r : store->registers(*head(id)))
            if (r.column == named(name).number) return r.value;
        return {};
    }
    bool knows(std::string_view name) { return store->schema().entity(kContact)->field(name) != nullptr; }
};

void exchange(Phone& from, Phone& to, const SpaceId& where) {
    std::vector<Change> changes;
    {
        Transaction tx{from.store->database()};
        for (const UnsentDelta& delta : from.store->unsent(where, 1000, 100'000'000)) {
            changes.insert(changes.end(), delta.changes.begin(), delta.changes.end());
            from.store->mark_acknowledged(delta.txn);
        }
        tx.commit();
    }
    Transaction tx{to.store->database()};
    to.store->apply(where, changes);
    tx.commit();
}

TEST(CustomFields, BecomeColumnsAtOnce) {
    Definer phone(1);
    ASSERT_TRUE(phone.create(record(1), "Ito"));
    EXPECT_FALSE(phone.knows("region"));
    phone.define({record(20), "region"});
    ASSERT_TRUE(phone.set_custom(record(1), "region", text_value("North")));
    EXPECT_EQ(phone.column_of(record(1), "region"), "North");
    EXPECT_EQ(phone.value_of(record(1), "region"), text_value("North"));
    EXPECT_EQ(phone.named("region").section, "custom");
    EXPECT_TRUE(phone.store->check());
}

TEST(CustomFields, TravelUnderTheIdOfTheirDefinition) {
    Definer phone(1);
    phone.define({record(20), "region"});
    ASSERT_TRUE(phone.create(record(1), "Ito"));
    ASSERT_TRUE(phone.set_custom(record(1), "region", text_value("North")));
    const auto changes = phone.send();
    const auto& cell = changes.back().cell;
    EXPECT_EQ(cell.column, column::kCustom);
    EXPECT_EQ(cell.element, Bytes(16, 20));
}

TEST(CustomFields, OfARecordsBirthTravelWithIt) {
    Definer a(1), b(2);
    a.define({record(20), "region"});
    ASSERT_TRUE(a.write({{space(), birth_of(record(1)),
                          birth_value({{field("family_name"), {}, text_value("Ito")},
                                       {a.named("region").number, {}, text_value("North")}}),
                          false}}));
    exchange(a, b, space());
    EXPECT_FALSE(b.knows("region"));
    EXPECT_EQ(a.store->state_hash(space()), b.store->state_hash(space())) << "a definition is not what it defines";
    exchange(a, b, kOrg);
    EXPECT_EQ(b.column_of(record(1), "region"), "North") << "what waited for its definition is shown";
    EXPECT_EQ(a.store->state_hash(), b.store->state_hash());
    EXPECT_TRUE(b.store->check());
}

TEST(CustomFields, CountOnlyInTheOrgsSpace) {
    Definer phone(1);
    auto definition = phone.definition({record(20), "region"});
    definition.space = space();
    ASSERT_TRUE(phone.write({definition}));
    EXPECT_FALSE(phone.knows("region"));
}

TEST(CustomFields, OfOneNameAreTwoFields) {
    Definer a(1), b(2);
    a.define({record(20), "region"});
    b.define({record(21), "region"});
    ASSERT_TRUE(b.create(record(1), "Ito"));
    ASSERT_TRUE(b.set_custom(record(1), "region", text_value("from b")));
    exchange(a, b, kOrg);
    exchange(b, a, kOrg);
    exchange(b, a, space());
    for (Definer* phone : {&a, &b}) {
        EXPECT_EQ(phone->column_of(record(1), "region"), "<null>") << "the lower id keeps the name";
        EXPECT_EQ(phone->column_of(record(1), "region_2"), "from b");
        EXPECT_TRUE(phone->store->check());
    }
}

TEST(CustomFields, DoNotTakeTheNameOfABuiltInOne) {
    Definer phone(1);
    phone.define({record(20), "family_name"});
    phone.define({record(21), "addr_city"});
    EXPECT_TRUE(phone.knows("family_name_2"));
    EXPECT_TRUE(phone.knows("addr_city_2"));
}

TEST(CustomFields, OfManyTypesKeepTheirValues) {
    Definer a(1), b(2);
    a.define({record(20), "budget", "money"});
    a.define({record(21), "colours", "set"});
    a.define({record(22), "friends", "refs", kContact, kContact});
    a.define({record(23), "meeting_point", "addr"});
    ASSERT_TRUE(a.create(record(1), "Ito"));
    const Value money = Value::Map{{1, std::int64_t{1999}}, {2, std::string("EUR")}};
    const Value address = Value::Map{{1, std::string("Hauptstr. 1")}, {3, std::string("Ulm")}};
    ASSERT_TRUE(a.set_custom(record(1), "budget", money));
    ASSERT_TRUE(a.set_custom(record(1), "meeting_point", address));
    ASSERT_TRUE(a.set_custom(record(1), "colours", Value{true}, copy(view("red"))));
    ASSERT_TRUE(a.set_custom(record(1), "friends", Value{true}, Bytes(16, 1)));
    exchange(a, b, kOrg);
    exchange(a, b, space());
    for (Definer* phone : {&a, &b}) {
        EXPECT_EQ(phone->column_of(record(1), "budget"), "1999");
        EXPECT_EQ(phone->value_of(record(1), "budget"), money);
        EXPECT_EQ(phone->value_of(record(1), "meeting_point"), address);
        EXPECT_EQ(phone->value_of(record(1), "colours"), Value{true});
        EXPECT_EQ(phone->value_of(record(1), "friends"), Value{true});
        EXPECT_TRUE(phone->store->check());
    }
    EXPECT_EQ(a.store->state_hash(), b.store->state_hash());
}

TEST(CustomFields, ThatAreDeletedKeepTheirValues) {
    Definer phone(1);
    phone.define({record(20), "region"});
    ASSERT_TRUE(phone.create(record(1), "Ito"));
    ASSERT_TRUE(phone.set_custom(record(1), "region", text_value("North")));
    const auto entity = schema::crm().entity("custom_field")->number;
    ASSERT_TRUE(phone.write({{kOrg, alive_of(record(20), entity), alive_value({false, {}}), false}}));
    EXPECT_TRUE(phone.named("region").retired);
    EXPECT_TRUE(phone.named("region").section.empty());
    EXPECT_EQ(phone.value_of(record(1), "region"), text_value("North"));
    ASSERT_TRUE(phone.write({{kOrg, alive_of(record(20), entity), alive_value({}), false}}));
    EXPECT_FALSE(phone.named("region").retired);
}

TEST(CustomFields, OfAnotherTypeKeepWhatTheyHeld) {
    Definer phone(1);
    phone.define({record(20), "size"});
    ASSERT_TRUE(phone.create(record(1), "Ito"));
    ASSERT_TRUE(phone.create(record(2), "Abe"));
    ASSERT_TRUE(phone.set_custom(record(1), "size", text_value("large")));
    const Hash before = phone.store->state_hash(space());
    const auto type = field("type", "custom_field");
    const auto entity = schema::crm().entity("custom_field")->number;
    const Cell cell{entity, record(20), type, {}};
    ASSERT_TRUE(phone.write({{kOrg, cell, text_value("int"), false}}));
    EXPECT_EQ(phone.named("size").type, schema::Type::integer);
    EXPECT_EQ(phone.value_of(record(1), "size"), text_value("large")) << "kept, and shown as invalid";
    EXPECT_EQ(phone.column_of(record(1), "size"), "<null>");
    EXPECT_EQ(phone.store->state_hash(space()), before);
    ASSERT_TRUE(phone.set_custom(record(2), "size", std::int64_t{12}));
    EXPECT_EQ(phone.column_of(record(2), "size"), "12");
    EXPECT_TRUE(phone.store->check());
    ASSERT_TRUE(phone.write({{kOrg, cell, text_value("text"), false}}));
    EXPECT_EQ(phone.column_of(record(1), "size"), "large") << "it fits again";
    EXPECT_TRUE(phone.store->check());
}

TEST(CustomFields, WhoseDefinitionIsRefusedKeepWhatTheyHeld) {
    Definer phone(1);
    phone.define({record(20), "region"});
    ASSERT_TRUE(phone.create(record(1), "Ito"));
    ASSERT_TRUE(phone.set_custom(record(1), "region", text_value("North")));
    const Hash before = phone.store->state_hash(space());
    {
        Transaction tx{phone.store->database()};
        phone.store->mark_refused(phone.store->unsent(kOrg, 10, 100'000).at(0).txn, Fault::forbidden);
        tx.commit();
    }
    EXPECT_FALSE(phone.knows("region"));
    EXPECT_EQ(phone.store->state_hash(space()), before);
    EXPECT_TRUE(phone.store->check());
}

TEST(CustomFields, OfATransactionThatIsRolledBackAreGone) {
    Definer a(1), b(2);
    a.define({record(20), "region"});
    const auto delta = a.store->unsent(kOrg, 10, 100'000).at(0);
    {
        Transaction tx{b.store->database()};
        b.store->apply(kOrg, delta.changes);
        EXPECT_TRUE(b.knows("region"));
    }
    EXPECT_FALSE(b.knows("region"));
    ASSERT_TRUE(b.create(record(1), "Ito"));
    EXPECT_TRUE(b.store->check());
}

TEST(CustomFields, AreFollowedByOtherProcesses) {
    const TempFolder folder;
    const auto open = [&] {
        auto store = Store::open({.path = folder.path + "/store.db"}, schema::crm());
        EXPECT_TRUE(store);
        return std::move(*store);
    };
    Definer one(1), other(2);
    one.store = open();
    ASSERT_TRUE(one.store->define_in(kOrg));
    other.store = open();
    one.define({record(20), "region"});
    ASSERT_TRUE(one.create(record(1), "Ito"));
    ASSERT_TRUE(one.set_custom(record(1), "region", text_value("North")));
    EXPECT_FALSE(other.store->take_notices().empty());
    EXPECT_EQ(other.column_of(record(1), "region"), "North");
    const auto type = field("type", "custom_field");
    const auto entity = schema::crm().entity("custom_field")->number;
    ASSERT_TRUE(one.write({{kOrg, {entity, record(20), type, {}}, text_value("int"), false}}));
    ASSERT_TRUE(other.create(record(2), "Abe")) << "a write needs no notice first";
    EXPECT_EQ(other.named("region").type, schema::Type::integer);
    EXPECT_TRUE(other.store->check());
    one.store.reset();
    other.store.reset();
    one.store = open();
    EXPECT_EQ(one.value_of(record(1), "region"), text_value("North"));
}

TEST(CustomFields, AreSearchedFromTheMomentThatTheyShallBe) {
    Definer a(1), b(2);
    const auto finds = [](Definer& phone, const std::string& text) {
        return phone.store->search({.text = text, .entity = {}, .limit = 5}).size();
    };
    a.define({record(20), "region"});
    ASSERT_TRUE(a.create(record(1), "Ito"));
    ASSERT_TRUE(a.set_custom(record(1), "region", text_value("Hokkaido")));
    exchange(a, b, space());
    exchange(a, b, kOrg);
    EXPECT_EQ(finds(a, "hokk"), 0U);
    const auto entity = schema::crm().entity("custom_field")->number;
    ASSERT_TRUE(
        a.write({{kOrg, {entity, record(20), field("search_weight", "custom_field"), {}}, std::int64_t{5}, false}}));
    EXPECT_EQ(finds(a, "hokk"), 1U);
    exchange(a, b, kOrg);
    EXPECT_EQ(finds(b, "hokk"), 1U);
    ASSERT_TRUE(b.set_custom(record(1), "region", text_value("Kyushu")));
    EXPECT_EQ(finds(b, "hokk"), 0U);
    EXPECT_EQ(finds(b, "kyu"), 1U);
    a.define({record(21), "nick", "text", kContact, 0, 3});
    ASSERT_TRUE(a.write({{space(), birth_of(record(2)),
                          birth_value({{field("family_name"), {}, text_value("Abe")},
                                       {a.named("nick").number, {}, text_value("Shinzo")}}),
                          false}}));
    EXPECT_EQ(finds(a, "shin"), 1U);
    EXPECT_TRUE(a.store->check());
    EXPECT_TRUE(b.store->check());
}

TEST(CustomFields, MoreThanATableCanHoldArePassedOver) {
    Definer phone(1);
    std::vector<Write> writes;
    for (int i = 0; i < 160; ++i) {
        RecordId id;
        id.bytes[15] = static_cast<std::uint8_t>(i);
        writes.push_back(phone.definition({id, "f" + std::to_string(i)}));
    }
    ASSERT_TRUE(phone.write(writes));
    EXPECT_TRUE(phone.knows("f149"));
    EXPECT_FALSE(phone.knows("f150"));
    EXPECT_TRUE(phone.create(record(1), "Ito"));
}

TEST(CustomEntities, HaveRecordsLikeAllOthers) {
    Definer a(1), b(2);
    const auto custom_entity = schema::crm().entity("custom_entity")->number;
    const EntityNumber number = 0x8123;
    const auto of_entity = [](std::string_view name) { return field(name, "custom_entity"); };
    ASSERT_TRUE(a.write({{kOrg, birth_of(record(30), custom_entity),
                          birth_value({{of_entity("name"), {}, text_value("machine")},
                                       {of_entity("number"), {}, std::int64_t{number}}}),
                          false}}));
    a.define({record(31), "built_in", "int", number});
    a.define({record(32), "site", "ref", number, 1});
    const auto* machine = a.store->schema().entity("machine");
    ASSERT_NE(machine, nullptr);
    ASSERT_TRUE(a.write({{space(), birth_of(record(1), number),
                          birth_value({{16, {}, text_value("Press 7")},
                                       {machine->field("owner_id")->number, {}, AnyId{record(5).bytes}},
                                       {machine->field("built_in")->number, {}, std::int64_t{1987}}}),
                          false}}));
    exchange(a, b, space());
    EXPECT_EQ(a.store->state_hash(space()), b.store->state_hash(space()));
    EXPECT_TRUE(b.store->check());
    exchange(a, b, kOrg);
    for (Definer* phone : {&a, &b}) {
        const auto& entity = *phone->store->schema().entity("machine");
        Rows rows = phone->store->database().query(
            "SELECT name, owner_id, \"" + entity.column("built_in")->column->sql() + "\" FROM " + entity.sql());
        ASSERT_TRUE(rows.next());
        EXPECT_EQ(rows.text(0), "Press 7");
        EXPECT_EQ(copy(rows.blob(1)), Bytes(16, 5));
        EXPECT_EQ(rows.integer(2), 1987);
        EXPECT_TRUE(phone->store->check());
    }
}

TEST(CustomChoices, StandBehindTheBuiltInOnes) {
    Definer phone(1);
    const auto& industry = *schema::crm().entity("account")->field("industry");
    const auto of_choice = [](std::string_view name) { return field(name, "custom_choice"); };
    ASSERT_TRUE(phone.write({{kOrg, birth_of(record(40), schema::crm().entity("custom_choice")->number),
                              birth_value({{of_choice("name"), {}, text_value("beekeeping")},
                                           {of_choice("entity"), {}, std::int64_t{1}},
                                           {of_choice("field"), {}, std::int64_t{industry.number}},
                                           {of_choice("label_zh"), {}, text_value("养蜂")}}),
                              false}}));
    const auto& now = phone.store->schema().entity("account")->field("industry")->choices;
    ASSERT_EQ(now.size(), industry.choices.size() + 1);
    EXPECT_EQ(now.back().name, "beekeeping");
    EXPECT_EQ(now.back().label.zh, "养蜂");
}

}  // namespace
}  // namespace tern::store::test

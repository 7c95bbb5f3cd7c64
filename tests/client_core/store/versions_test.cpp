// Apps of different days meet: whatever each of them knows, all hold the same, and what one does not know yet is there
// when it is upgraded.
#include <gtest/gtest.h>

#include <random>

#include "client_core/schema/loader.h"
#include "protocol/schema.pb.h"
#include "tests/client_core/store/support.h"
#include "tests/support/schemas.h"

namespace tern {
extern const unsigned char kCrmSchema[];
extern const std::size_t kCrmSchema_size;
}  // namespace tern

namespace tern::store::test {
namespace {

const SpaceId kOrg = id_of<SpaceId>(9);
constexpr EntityNumber kOfTomorrow = 700;

schema::wire::Field* add_field(google::protobuf::RepeatedPtrField<schema::wire::Field>* fields, unsigned number,
                               const std::string& name, schema::wire::Type type, const std::string& section) {
    auto* field = fields->Add();
    field->set_number(number);
    field->set_name(name);
    field->set_type(type);
    field->set_section(section);
    field->mutable_label()->set_en(name);
    field->mutable_label()->set_zh(name);
    return field;
}

/// Today's schema with what may come: an entity, fields, a member of a group, a choice.
schema::Schema of_tomorrow() {
    schema::wire::Schema all;
    all.ParseFromArray(kCrmSchema, static_cast<int>(kCrmSchema_size));
    for (auto& entity : *all.mutable_entities()) {
        if (entity.name() != "account") continue;
        const std::string section = entity.sections(0).name();
        add_field(entity.mutable_fields(), 800, "mood", schema::wire::TEXT, section);
        add_field(entity.mutable_fields(), 801, "friends", schema::wire::REFS, section)->add_targets("account");
        for (auto& field : *entity.mutable_fields())
            if (field.name() == "status") {
                auto* choice = field.add_choices();
                choice->set_name("frozen");
                choice->mutable_label()->set_en("Frozen");
                choice->mutable_label()->set_zh("冻结");
            }
    }
    for (auto& shape : *all.mutable_shapes())
        if (shape.name() == "phones") add_field(shape.mutable_members(), 90, "seen", schema::wire::INT, "");
    auto* entity = all.add_entities();
    entity->set_number(kOfTomorrow);
    entity->set_name("drone");
    entity->add_title("name");
    for (auto* label : {entity->mutable_label(), entity->mutable_plural()}) {
        label->set_en("Drone");
        label->set_zh("无人机");
    }
    add_field(entity->mutable_fields(), 16, "name", schema::wire::TEXT, "");
    const std::string bytes = all.SerializeAsString();
    auto loaded = schema::load(view(bytes));
    EXPECT_TRUE(loaded) << loaded.error().text();
    return std::move(*loaded);
}

const schema::Schema& version(std::size_t n) {
    static const schema::Schema tomorrow = of_tomorrow();
    return n == 0 ? schema::test::spine() : n == 1 ? schema::crm() : tomorrow;
}
constexpr std::size_t kVersions = 3;

/// A device on a file, which may be upgraded.
struct App {
    App(std::uint8_t n, std::size_t the_version) : author{device(n), kNow}, known(the_version) { open(); }

    void open() {
        store.reset();
        auto opened = Store::open({.path = folder.path + "/store.db", .key = {}}, version(known));
        ASSERT_TRUE(opened) << opened.error().text();
        store = std::move(*opened);
        ASSERT_TRUE(store->define_in(kOrg));
    }
    void upgrade(std::size_t to) {
        known = std::max(known, to);
        open();
    }

    TempFolder folder;
    Author author;
    std::size_t known;
    std::unique_ptr<Store> store;
};

class Histories {
public:
    Histories(unsigned seed, std::vector<std::size_t> versions) : random_(seed) {
        for (std::size_t i = 0; i < versions.size(); ++i)
            apps_.push_back(std::make_unique<App>(static_cast<std::uint8_t>(i + 1), versions[i]));
    }

    void run(int steps) {
        for (int i = 0; i < steps; ++i) {
            App& app = *apps_[pick(apps_.size())];
            const auto kind = pick(20);
            if (kind == 0)
                app.upgrade(pick(kVersions));
            else if (kind < 5)
                meet(app, *apps_[pick(apps_.size())]);
            else if (kind == 5)
                define(app);
            else
                write(app);
        }
        for (int round = 0; round < 2; ++round)
            for (auto& one : apps_)
                for (auto& other : apps_) meet(*one, *other);
    }

    /// Everything, on an app that knew everything from the first day.
    std::unique_ptr<App> who_always_knew() {
        auto out = std::make_unique<App>(static_cast<std::uint8_t>(99), kVersions - 1);
        for (const auto& [space, changes] : all_) apply(*out, space, changes);
        return out;
    }

    std::vector<std::unique_ptr<App>>& apps() { return apps_; }
    std::vector<RecordId> records() const { return records_; }

private:
    std::size_t pick(std::size_t n) { return random_() % n; }
    std::string word() { return std::string(1, static_cast<char>('a' + pick(26))); }

    /// One of the fields that this app has for the entity, with a value.
    std::optional<BirthCell> any_cell(const schema::Entity& entity) {
        const schema::Field& field = entity.fields[pick(entity.fields.size())];
        const Bytes element(16, static_cast<std::uint8_t>(pick(3)));
        switch (field.type) {
            case schema::Type::text:
            case schema::Type::pick:
            case schema::Type::enumeration:
            case schema::Type::url:
                return BirthCell{
                    field.number, {}, text_value(field.choices.empty() ? word() : field.choices.back().name)};
            case schema::Type::integer:
            case schema::Type::date:
                return BirthCell{field.number, {}, std::int64_t(pick(1000))};
            case schema::Type::money:
                return BirthCell{field.number, {}, Value::Map{{1, std::int64_t(pick(1000))}, {2, std::string("EUR")}}};
            case schema::Type::refs:
                return BirthCell{field.number, element, Value{true}};
            case schema::Type::list: {
                Value::Map map{{1, Value{Decimal::normal(static_cast<std::int64_t>(1 + pick(9)), 0)}}};
                for (const auto& member : field.members)
                    if (member.type == schema::Type::text || member.type == schema::Type::phone)
                        map.emplace_back(member.number, Value{word()});
                    else if (member.type == schema::Type::integer)
                        map.emplace_back(member.number, Value{std::int64_t(pick(9))});
                return BirthCell{field.number, element, Value{std::move(map)}};
            }
            default:
                return std::nullopt;
        }
    }

    void write(App& app) {
        const auto& schema = app.store->schema();
        const char* names[] = {"account", "account", "account", "visit", "drone"};
        const auto* entity = schema.entity(names[pick(std::size(names))]);
        if (entity == nullptr) return;
        RecordId id = record(static_cast<std::uint8_t>(1 + pick(4) + 10 * (entity->number % 7)));
        Write write{space(), {entity->number, id, column::kBirth, {}}, {}, pick(8) == 0};
        if (app.store->find(id).empty()) {
            std::map<std::pair<ColumnNumber, Bytes>, BirthCell> cells;
            for (std::size_t i = 0, n = pick(8); i < n; ++i)
                if (auto cell = any_cell(*entity)) cells.insert_or_assign({cell->column, cell->element}, *cell);
            std::vector<BirthCell> all;
            for (auto& [key, cell] : cells) all.push_back(std::move(cell));
            write.value = birth_value(std::move(all));
            records_.push_back(id);
        } else if (pick(10) == 0) {
            write.cell.column = column::kAlive;
            write.value = alive_value({pick(2) == 0, {}});
        } else {
            const auto cell = any_cell(*entity);
            if (!cell) return;
            write.cell.column = cell->column;
            write.cell.element = cell->element;
            write.value = pick(8) == 0 ? Value{} : cell->value;
        }
        app.author.wall_ms += static_cast<Millis>(pick(1000));
        const auto written = app.store->write(std::span{&write, 1}, app.author);
        ASSERT_TRUE(written) << written.error().text();
    }

    /// A custom field of accounts, by whoever knows what that is.
    void define(App& app) {
        const auto* entity = app.store->schema().entity("custom_field");
        if (entity == nullptr) return;
        const auto number = [&](std::string_view name) { return entity->field(name)->number; };
        const auto id = record(static_cast<std::uint8_t>(200 + pick(3)));
        const char* types[] = {"text", "int", "money"};
        Write write{kOrg, birth_of(id, entity->number), {}, false};
        const Value type = text_value(types[pick(3)]);
        if (app.store->find(id).empty()) {
            write.value = birth_value({{number("name"), {}, text_value("extra_" + word())},
                                       {number("entity"), {}, std::int64_t{1}},
                                       {number("type"), {}, type}});
            records_.push_back(id);
        } else {
            write.cell.column = number("type");
            write.value = type;
        }
        const auto written = app.store->write(std::span{&write, 1}, app.author);
        ASSERT_TRUE(written) << written.error().text();
    }

    void apply(App& app, const SpaceId& where, const std::vector<Change>& changes) {
        Transaction tx{app.store->database()};
        app.store->apply(where, changes);
        tx.commit();
    }

    /// All that anybody ever sent goes to both, in any order, some of it once more.
    void meet(App& one, App& other) {
        for (App* app : {&one, &other})
            for (const SpaceId& where : {space(), kOrg}) {
                Transaction tx{app->store->database()};
                for (const UnsentDelta& delta : app->store->unsent(where, 1000, 100'000'000)) {
                    all_[where].insert(all_[where].end(), delta.changes.begin(), delta.changes.end());
                    app->store->mark_acknowledged(delta.txn);
                }
                tx.commit();
            }
        for (App* app : {&one, &other})
            for (auto& [where, changes] : all_) {
                auto lot = changes;
                std::shuffle(lot.begin(), lot.end(), random_);
                apply(*app, where, lot);
            }
    }

    std::mt19937 random_;
    std::vector<std::unique_ptr<App>> apps_;
    std::map<SpaceId, std::vector<Change>> all_;
    std::vector<RecordId> records_;
};

/// What SQL says of every row: the part that screens see.
std::string rows_of(Store& store) {
    std::vector<std::string> lines;
    for (const auto& entity : store.schema().entities())
        for (const auto& field : entity.fields) {
            const std::string table = field.has_elements() ? schema::child_table(entity, field) : entity.sql();
            const std::string of_entity = " t JOIN record r ON r.rid = t.rid WHERE r.entity = ?";
            for (const auto& column : field.columns) {
                Rows rows = store.database().query(
                    "SELECT r.id, t.\"" + column.sql() + "\" FROM \"" + table + "\"" + of_entity, entity.number);
                while (rows.next())
                    if (!rows.is_null(1))
                        lines.push_back(entity.name + "." + column.name + " " + hex(rows.blob(0)) + " " +
                                        hex(rows.blob(1)));
            }
        }
    std::sort(lines.begin(), lines.end());
    std::string out;
    for (const auto& line : lines) out += line + "\n";
    return out;
}

class Versions : public testing::TestWithParam<int> {};

TEST_P(Versions, OfAllDaysLoseNothing) {
    const auto seed = static_cast<unsigned>(GetParam());
    Histories histories{seed, {0, 1, 2, seed % 3}};
    histories.run(60);
    const auto knew = histories.who_always_knew();
    const Hash expected = knew->store->state_hash();
    for (auto& app : histories.apps()) {
        EXPECT_EQ(app->store->state_hash(), expected) << "before its upgrade, version " << app->known;
        app->upgrade(kVersions - 1);
        EXPECT_EQ(app->store->state_hash(), expected) << "after its upgrade";
        EXPECT_EQ(picture(*app->store, histories.records()), picture(*knew->store, histories.records()));
        EXPECT_EQ(rows_of(*app->store), rows_of(*knew->store));
        const auto checked = app->store->check();
        EXPECT_TRUE(checked) << checked.error().text();
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Versions, testing::Range(0, 8));

TEST(Versions, ARefusedDowngradeLeavesTheFileAlone) {
    App app{1, 2};
    app.store.reset();
    const auto older = Store::open({.path = app.folder.path + "/store.db"}, version(0));
    ASSERT_FALSE(older);
    EXPECT_EQ(older.error().fault, Fault::newer_version);
    app.open();
    EXPECT_TRUE(app.store->check());
}

}  // namespace
}  // namespace tern::store::test

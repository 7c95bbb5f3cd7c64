#include "client_core/store/defining.h"

#include <algorithm>

namespace tern::store {
namespace {

using schema::Definitions;
using schema::Label;

constexpr std::string_view kBase = "schema";        ///< fingerprint of the CRM's own tables in the file
constexpr std::string_view kWhole = "definitions";  ///< with the org's
constexpr std::string_view kSpace = "definitions_space";

const schema::Entity* entity_named(const Core& core, std::string_view name) {
    return core.shapes.base().schema().entity(name);
}

/// Every record of a defining entity in the org's space, deleted or not: what was written under it needs its place.
std::string select(const std::string& columns, const std::string& entity) {
    return "SELECT r.id, r.alive, " + columns + " FROM \"" + entity +
           "\" t CROSS JOIN record r ON r.rid = t.rid WHERE r.space = ? AND r.birth_hlc IS NOT NULL ORDER BY r.id";
}

std::string text_or_nothing(const Rows& rows, int column) { return std::string(rows.text(column)); }

Label label_at(const Rows& rows, int en, const std::string& otherwise) {
    Label out{text_or_nothing(rows, en), text_or_nothing(rows, en + 1)};
    if (out.en.empty()) out.en = out.zh.empty() ? otherwise : out.zh;
    if (out.zh.empty()) out.zh = out.en;
    return out;
}

/// 0 for what is no such number.
std::uint16_t number_at(const Rows& rows, int column) {
    const auto number = rows.integer(column);
    return number < 0 || number > 0xffff ? std::uint16_t{0} : static_cast<std::uint16_t>(number);
}

std::optional<schema::Type> type_named(std::string_view wanted) {
    for (int i = 1; i <= static_cast<int>(schema::Type::counter); ++i)
        if (name(static_cast<schema::Type>(i)) == wanted) return static_cast<schema::Type>(i);
    return std::nullopt;
}

class Reader {
public:
    Reader(Core& core, std::int64_t space) : core_(core), space_(space) {}

    Definitions read() {
        read_entities();
        read_fields();
        read_choices();
        return std::move(out_);
    }

private:
    void read_entities() {
        Rows rows = core_.db.query(
            select("t.number, t.name, t.icon, t.label_en, t.label_zh, t.plural_en, t.plural_zh", "custom_entity"),
            space_);
        while (rows.next()) {
            schema::EntityDefinition entity;
            entity.id = rows.id<RecordId>(0);
            entity.retired = rows.integer(1) == 0;
            entity.number = number_at(rows, 2);
            entity.name = text_or_nothing(rows, 3);
            entity.icon = text_or_nothing(rows, 4);
            entity.label = label_at(rows, 5, entity.name);
            entity.plural = label_at(rows, 7, entity.label.en);
            out_.entities.push_back(std::move(entity));
        }
    }

    void read_fields() {
        Rows rows = core_.db.query(select("t.entity, t.name, t.label_en, t.label_zh, t.type, t.target, t.section, "
                                          "t.required, t.list_column, t.search_weight, t.default_value, t.rid",
                                          "custom_field"),
                                   space_);
        while (rows.next()) {
            const auto type = type_named(rows.text(6));
            if (!type) continue;
            schema::FieldDefinition field;
            field.id = rows.id<RecordId>(0);
            field.retired = rows.integer(1) == 0;
            field.entity = number_at(rows, 2);
            field.name = text_or_nothing(rows, 3);
            field.label = label_at(rows, 4, field.name);
            field.type = *type;
            field.target = number_at(rows, 7);
            field.section = text_or_nothing(rows, 8);
            field.required = rows.integer(9) != 0;
            field.list_column = rows.integer(10) != 0;
            field.search_weight = number_at(rows, 11);
            field.default_value = text_or_nothing(rows, 12);
            field.choices = choices_of(rows.integer(13));
            out_.fields.push_back(std::move(field));
        }
    }

    std::vector<schema::Choice> choices_of(std::int64_t rid) {
        std::vector<schema::Choice> out;
        Rows rows = core_.db.query(
            "SELECT name, label_en, label_zh FROM custom_field_choices WHERE rid = ? ORDER BY \"order\", elem", rid);
        while (rows.next()) {
            const auto name = text_or_nothing(rows, 0);
            if (!name.empty()) out.push_back({name, label_at(rows, 1, name)});
        }
        return out;
    }

    void read_choices() {
        Rows rows = core_.db.query(
            select("t.entity, t.field, t.member, t.name, t.label_en, t.label_zh", "custom_choice"), space_);
        while (rows.next()) {
            if (rows.integer(1) == 0) continue;  // records that bear it still show it, by its name
            const auto name = text_or_nothing(rows, 5);
            out_.choices.push_back({rows.id<RecordId>(0),
                                    number_at(rows, 2),
                                    number_at(rows, 3),
                                    number_at(rows, 4),
                                    {name, label_at(rows, 6, name)}});
        }
    }

    Core& core_;
    std::int64_t space_;
    Definitions out_;
};

Definitions read_definitions(Core& core) {
    const auto space = space_of_definitions(core);
    const auto number = space ? core.refs.spaces.find(*space) : std::nullopt;
    if (!number || entity_named(core, "custom_field") == nullptr) return {};
    return Reader{core, *number}.read();
}

bool fits(Core& core, std::string_view name, const Shape& shape) {
    return core.settings.find(name).value_or(Bytes{}) == copy(shape.fingerprint());
}

/// What the schema has got columns for since these cells came.
void project_what_waited(Core& core, Merger& merger, const std::vector<Tables::Added>& added) {
    for (const auto& table : added) {
        const EntityTable& now = *core.tables().of(table.entity);
        if (table.whole_entity) {
            core.db.run("INSERT INTO \"" + now.entity->sql() +
                            "\"(rid) SELECT rid FROM record WHERE entity = ? AND birth_hlc IS NOT NULL",
                        table.entity);
            if (core.db.rows_changed() > 0) core.projection.index(table.entity);
        }
        const auto is_new = [&](const CellRow& cell) {
            const auto* field = slot_of(now, cell.column, cell.element).field();
            return field != nullptr &&
                   std::find(table.fields.begin(), table.fields.end(), field->number) != table.fields.end();
        };
        for (const RecordRow& record :
             core.records.where("entity = ?1 AND rid IN (SELECT rid FROM cell WHERE value IS NOT NULL)", table.entity))
            for (const CellRow& cell : core.cells.of_record(record.rid))
                if (is_new(cell)) merger.project_again(record, cell);
    }
}

void tell(Core& core, const std::vector<Tables::Added>& added) {
    NoticeBook book;
    for (const auto& table : added) book.add_all_of(table.entity);
    core.notices.write(book);
}

/// Entities that have values in columns which `next` does not know.
std::vector<EntityNumber> losers(const Shape& before, const Shape& next) {
    std::vector<EntityNumber> out;
    for (const schema::Entity& entity : before.schema().entities()) {
        const schema::Entity* same = next.schema().entity(entity.number);
        const auto stays = [&](const schema::Field& field) {
            const auto* other = same->defined_by(field.defined_by);
            return !field.is_custom() || (other != nullptr && other->type == field.type);
        };
        if (same == nullptr || !std::all_of(entity.fields.begin(), entity.fields.end(), stays))
            out.push_back(entity.number);
    }
    return out;
}

}  // namespace

std::optional<SpaceId> space_of_definitions(Core& core) {
    const auto bytes = core.settings.find(kSpace);
    return bytes ? std::optional{SpaceId::of(*bytes)} : std::nullopt;
}

void set_space_of_definitions(Core& core, const SpaceId& space) { core.settings.set(kSpace, space); }

bool defines(const Core& core, EntityNumber entity) {
    const auto* known = core.shapes.base().schema().entity(entity);
    return known != nullptr && schema::is_definition(known->name);
}

void fit_to_schema(Core& core, Merger& merger) {
    if (!fits(core, kBase, core.shapes.base())) {
        Transaction tx{core.db};
        if (!fits(core, kBase, core.shapes.base())) {
            // The org's own columns stay: it takes these tables to read what they are.
            project_what_waited(core, merger, core.tables().create(core.db, Tables::Leftovers::keep_custom));
            core.settings.set(kBase, core.shapes.base().fingerprint());
        }
        redefine(core, merger);
        merger.flush();
        tx.commit();
        return;
    }
    auto definitions = read_definitions(core);
    if (!definitions.empty())
        core.shapes.use(std::make_unique<Shape>(core.shapes.base().schema(), std::move(definitions)));
    if (fits(core, kWhole, core.shapes.now())) return;
    Transaction tx{core.db};
    project_what_waited(core, merger, core.tables().create(core.db, Tables::Leftovers::drop_custom));
    core.settings.set(kWhole, core.shapes.now().fingerprint());
    merger.flush();
    tx.commit();
}

void redefine(Core& core, Merger& merger) {
    auto definitions = read_definitions(core);
    const bool is_told = fits(core, kWhole, core.shapes.now());
    if (is_told && definitions == core.shapes.now().definitions()) return;
    auto next = std::make_unique<Shape>(core.shapes.base().schema(), std::move(definitions));
    if (fits(core, kWhole, *next)) {  // another process has done the work
        core.shapes.use(std::move(next));
        return;
    }
    std::vector<RecordRow> taken_apart;
    for (const EntityNumber entity : losers(core.shapes.now(), *next))
        for (RecordRow& record : core.records.where("entity = ?1 AND birth_hlc IS NOT NULL", entity)) {
            merger.unpack(record);
            taken_apart.push_back(record);
        }
    core.shapes.use(std::move(next));
    const auto added = core.tables().create(core.db, Tables::Leftovers::drop_custom);
    project_what_waited(core, merger, added);
    tell(core, added);
    for (RecordRow& record : taken_apart) merger.pack(record);
    core.search.follow(core);
    core.settings.set(kWhole, core.shapes.now().fingerprint());
}

void catch_up(Core& core, Merger& merger) {
    if (!fits(core, kWhole, core.shapes.now())) redefine(core, merger);
}

}  // namespace tern::store

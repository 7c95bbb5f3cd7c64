#include "client_core/store/tables.h"

#include <set>
#include <tuple>

#include "protocol/base/suite.h"

namespace tern::store {
namespace {

using schema::Column;
using schema::Field;
using schema::Type;

std::string quoted(const std::string& name) { return '"' + name + '"'; }

std::string_view sql_type(Type type) {
    switch (type) {
        case Type::integer:
        case Type::boolean:
        case Type::date:
        case Type::datetime:
        case Type::duration:
            return " INTEGER";
        case Type::decimal:
        case Type::percent:
            return " NUMERIC";
        case Type::ref:
        case Type::blob:
            return " BLOB";
        default:
            return " TEXT";
    }
}

/// "a, b, c" with `each` made of every column.
template <class F>
std::string joined(const std::vector<Column>& columns, F each) {
    std::string out;
    for (const Column& column : columns) out += (out.empty() ? "" : ", ") + each(column);
    return out;
}

std::string names(const std::vector<Column>& columns) {
    return joined(columns, [](const Column& c) { return quoted(c.sql()); });
}

std::string assignments(const std::vector<Column>& columns) {
    return joined(columns, [](const Column& c) { return quoted(c.sql()) + " = ?"; });
}

std::string marks(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += i == 0 ? "?" : ", ?";
    return out;
}

PlainField plain_field(const std::string& table, const Field& field, std::size_t first) {
    PlainField out{&field, first, {}, {}};
    out.update = "UPDATE " + table + " SET " + assignments(field.columns) + " WHERE rid = ?";
    out.select = "SELECT " + names(field.columns) + " FROM " + table + " WHERE rid = ?";
    return out;
}

ElementField element_field(const schema::Entity& entity, const Field& field) {
    ElementField out;
    out.field = &field;
    out.table = element_table(entity, field);
    const std::string columns = names(field.columns);
    const std::string more = columns.empty() ? "" : ", " + columns;
    const std::string key = " WHERE rid = ? AND elem = ?";
    out.upsert = "INSERT OR REPLACE INTO " + out.table + "(rid, elem" + more + ") VALUES (" +
                 marks(2 + field.columns.size()) + ")";
    out.remove = "DELETE FROM " + out.table + key;
    out.clear = "DELETE FROM " + out.table + " WHERE rid = ?";
    out.select = "SELECT " + (columns.empty() ? "1" : columns) + " FROM " + out.table + key;
    out.select_all = "SELECT elem" + more + " FROM " + out.table + " WHERE rid = ? ORDER BY elem";
    if (field.type == Type::counter)
        out.update_sum = "UPDATE " + quoted(entity.sql()) + " SET " + quoted(field.name) + " = ? WHERE rid = ?";
    return out;
}

/// Counts up when a schema gets other tables, columns or indexes than before.
constexpr std::uint16_t kLayout = 2;

const std::string kMakeIndex = "CREATE INDEX IF NOT EXISTS ";
const std::string kIndex = "ix_";
const std::string kElement = "elem";
/// Behind the name of a custom field's child table.
const std::string kChildMark = " elem";

std::string index_of(const schema::Entity& entity, const Field& field, const Column& column) {
    const std::string name = quoted(column.sql());
    std::string more;
    for (const std::string& other : column.index_with) more += ", " + quoted(entity.column(other)->column->sql());
    return kMakeIndex + quoted(kIndex + entity.sql() + "_" + column.sql()) + " ON " + quoted(entity.sql()) + "(" +
           name + more + ")" +
           (schema::indexed_in_full(entity, field, column) ? "" : " WHERE " + name + " IS NOT NULL");
}

EntityTable entity_table(const schema::Entity& entity) {
    EntityTable out;
    out.entity = &entity;
    const std::string table = quoted(entity.sql());
    std::string columns;
    for (const Field& field : entity.fields) {
        if (field.is_custom()) out.custom.emplace(field.defined_by, field.number);
        if (field.has_elements()) {
            out.elements.emplace(field.number, element_field(entity, field));
            continue;
        }
        out.plain.emplace(field.number, plain_field(table, field, out.columns));
        out.columns += field.columns.size();
        columns += (columns.empty() ? "" : ", ") + names(field.columns);
        for (const Column& column : field.columns)
            if (column.indexed) out.indexes.push_back(index_of(entity, field, column));
    }
    const std::string more = columns.empty() ? "" : ", " + columns;
    out.insert = "INSERT INTO " + table + "(rid" + more + ") VALUES (" + marks(1 + out.columns) + ")";
    out.select = "SELECT " + (columns.empty() ? "1" : columns) + " FROM " + table + " WHERE rid = ?";
    out.remove = "DELETE FROM " + table + " WHERE rid = ?";
    return out;
}

/// Custom fields have numbers in this process only: in the file all stand under this one, told apart by their names.
ColumnNumber lasting_number(const Field& field) { return field.is_custom() ? column::kCustom : field.number; }

/// Columns that were made before: entity, field, name. Those of common child tables stand under entity 0.
class Known {
public:
    explicit Known(Database& db) : db_(db) {
        Rows rows = db_.query("SELECT entity, field, name FROM schema_column");
        while (rows.next()) left_.emplace(rows.integer(0), rows.integer(1), std::string(rows.text(2)));
    }

    /// Whether a column is new; it is known from now on.
    bool note(EntityNumber entity, ColumnNumber field, const std::string& name) {
        if (left_.erase({entity, field, name}) > 0) return false;
        db_.run("INSERT INTO schema_column(entity, field, name) VALUES (?, ?, ?)", entity, field, name);
        return true;
    }

    using Column = std::tuple<std::int64_t, std::int64_t, std::string>;
    /// Columns that this schema did not ask for.
    const std::set<Column>& left() const { return left_; }
    void forget(const Column& column) {
        const auto& [entity, field, name] = column;
        db_.run("DELETE FROM schema_column WHERE entity = ? AND field = ? AND name = ?", entity, field, name);
    }

private:
    Database& db_;
    std::set<Column> left_;
};

/// Makes tables what the schema says.
class Builder {
public:
    Builder(Database& db, Known& known) : db_(db), known_(known) {}

    /// Common child tables, from any entity. They come before the entities'.
    void build_common(const EntityTable& table) {
        for (const auto& [number, element] : table.elements)
            if (element.field->common && build_child(0, element)) new_common_.insert(number);
    }

    Tables::Added build(const EntityTable& table) {
        const schema::Entity& entity = *table.entity;
        Tables::Added added{entity.number, known_.note(entity.number, 0, "rid"), {}};
        std::vector<Column> own;  // new ones of the entity's table
        for (const Field& field : entity.fields)
            if (field.has_elements() ? elements_are_new(table, field, added.whole_entity, own)
                                     : note_columns(entity.number, field, own))
                added.fields.push_back(field.number);
        add_columns(quoted(entity.sql()), "rid INTEGER PRIMARY KEY", "", added.whole_entity, own);
        drop_other_indexes(table);
        if (db_.find_integer("SELECT 1 FROM " + quoted(entity.sql()) + " LIMIT 1"))
            for (const std::string& sql : table.indexes) db_.script(sql);
        return added;
    }

private:
    /// SQLite keeps their text as it was given, but for the words that make it willing to find the index there.
    void drop_other_indexes(const EntityTable& table) {
        std::set<std::string> wanted;
        for (const std::string& sql : table.indexes) wanted.insert("CREATE INDEX " + sql.substr(kMakeIndex.size()));
        std::vector<std::string> others;
        {
            Rows rows = db_.query("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?",
                                  table.entity->sql());
            while (rows.next())
                if (rows.text(0).starts_with(kIndex) && !wanted.contains(std::string(rows.text(1))))
                    others.emplace_back(rows.text(0));
        }
        for (const std::string& name : others) db_.script("DROP INDEX " + quoted(name));
    }

    bool note_columns(EntityNumber entity, const Field& field, std::vector<Column>& added) {
        const std::size_t before = added.size();
        for (const Column& column : field.columns)
            if (known_.note(entity, lasting_number(field), column.sql())) added.push_back(column);
        return added.size() > before;
    }

    bool elements_are_new(const EntityTable& table, const Field& field, bool whole_entity, std::vector<Column>& own) {
        const EntityNumber entity = table.entity->number;
        if (field.type == Type::counter && known_.note(entity, field.number, "sum of " + field.name))
            own.push_back({field.name, Type::integer, {}, false});
        if (field.common) return whole_entity || new_common_.contains(field.number);
        return build_child(entity, table.elements.at(field.number));
    }

    bool build_child(EntityNumber entity, const ElementField& element) {
        const Field& field = *element.field;
        const std::string mark = field.is_custom() ? schema::custom_sql_name(field) + kChildMark : kElement;
        const bool fresh = known_.note(entity, lasting_number(field), mark);
        std::vector<Column> added;
        note_columns(entity, field, added);
        add_columns(element.table, "rid INTEGER NOT NULL, elem BLOB NOT NULL",
                    ", PRIMARY KEY(rid, elem)) WITHOUT ROWID", fresh, added);
        return fresh || !added.empty();
    }

    /// In one statement where the table is new: SQLite reads its whole schema again after each ALTER.
    void add_columns(const std::string& table, const std::string& head, const std::string& tail, bool fresh,
                     const std::vector<Column>& columns) {
        std::string create = "CREATE TABLE " + table + "(" + head;
        const std::string alter = "ALTER TABLE " + table + " ADD COLUMN ";
        for (const Column& column : columns) {
            const std::string definition = quoted(column.sql()) + std::string(sql_type(column.type));
            create += ", " + definition;
            if (!fresh) db_.script(alter + definition);
        }
        if (fresh) db_.script(create + (tail.empty() ? ")" : tail));
    }

    Database& db_;
    Known& known_;
    std::set<ColumnNumber> new_common_;
};

/// Takes out what belonged to custom fields and entities whose definitions were refused by the server, or that are of
/// another type now. What is left otherwise comes from a newer Tern.
class Retraction {
public:
    Retraction(Database& db, Known& known, const std::map<EntityNumber, EntityTable>& tables)
        : db_(db), known_(known), tables_(tables) {}

    void run(bool drops) {
        for (const Known::Column& column : known_.left()) {
            const auto& [entity, field, name] = column;
            const auto at = tables_.find(static_cast<EntityNumber>(entity));
            const bool whole = at == tables_.end() && entity >= schema::kFirstCustomEntity;  // the entity, not a field
            if (!whole && (field != column::kCustom || at == tables_.end())) throw of_newer_version();
            if (!drops) continue;
            if (name.ends_with(kChildMark))
                db_.script("DROP TABLE " + quoted(name.substr(0, name.size() - kChildMark.size())));
            else if (!whole)
                drop_column(at->second.entity->sql(), name);
            else if (field == 0)
                db_.script("DROP TABLE " + quoted(schema::custom_sql_name(static_cast<EntityNumber>(entity))));
            known_.forget(column);
        }
    }

private:
    static DatabaseError of_newer_version() {
        return DatabaseError{fail(Fault::newer_version, "this data has fields that this version of Tern does not know",
                                  "install the newer version; nothing was changed")};
    }

    void drop_column(const std::string& table, const std::string& name) {
        db_.script("DROP INDEX IF EXISTS " + quoted("ix_" + table + "_" + name));
        db_.script("ALTER TABLE " + quoted(table) + " DROP COLUMN " + quoted(name));
    }

    Database& db_;
    Known& known_;
    const std::map<EntityNumber, EntityTable>& tables_;
};

}  // namespace

Slot slot_of(const EntityTable& table, ColumnNumber column, ByteView element) {
    if (column >= schema::kFirstCustomField) return {};  // no such number ever travels
    if (column == column::kCustom) {
        if (element.size() < kDefinitionBytes) return {};
        const auto at = table.custom.find(RecordId::of(element.first(kDefinitionBytes)));
        if (at == table.custom.end()) return {};
        column = at->second;
        element = element.subspan(kDefinitionBytes);
    }
    if (element.empty()) {
        const auto at = table.plain.find(column);
        return {at == table.plain.end() ? nullptr : &at->second, nullptr, {}};
    }
    const auto at = table.elements.find(column);
    return {nullptr, at == table.elements.end() ? nullptr : &at->second, element};
}

std::string element_table(const schema::Entity& entity, const schema::Field& field) {
    return quoted(schema::child_table(entity, field));
}

const EntityTable* Tables::of(EntityNumber entity) const {
    const auto at = tables_.find(entity);
    if (at != tables_.end()) return &at->second;
    const auto* known = schema_.entity(entity);
    return known == nullptr ? nullptr : &tables_.emplace(entity, entity_table(*known)).first->second;
}

const std::map<EntityNumber, EntityTable>& Tables::all() const {
    for (const auto& entity : schema_.entities()) of(entity.number);
    return tables_;
}

Hash Tables::fingerprint() const {
    ByteWriter all;
    all.u16(kLayout);
    for (const auto& entity : schema_.entities()) {
        all.u16(entity.number).lp(view(entity.sql()));
        for (const Field& field : entity.fields) {
            all.u16(lasting_number(field)).u8(static_cast<std::uint8_t>(field.type));
            all.u8(field.has_elements()).u8(field.common);
            if (field.has_elements()) all.lp(view(schema::child_table(entity, field)));
            for (const Column& column : field.columns) {
                all.lp(view(column.sql())).u8(static_cast<std::uint8_t>(column.type)).u8(column.indexed);
                all.u8(schema::indexed_in_full(entity, field, column));
                for (const std::string& other : column.index_with) all.lp(view(other));
            }
        }
    }
    return suite::h("tern/tables", all.bytes());
}

std::vector<Tables::Added> Tables::create(Database& db, Leftovers leftovers) const {
    Known known{db};
    Builder builder{db, known};
    const auto& tables = all();
    if (!tables.empty()) builder.build_common(tables.begin()->second);
    std::vector<Added> out;
    for (const auto& [number, table] : tables) {
        Added added = builder.build(table);
        if (added.whole_entity || !added.fields.empty()) out.push_back(std::move(added));
    }
    Retraction{db, known, tables_}.run(leftovers == Leftovers::drop_custom);
    return out;
}

}  // namespace tern::store

#include "client_core/store/tables.h"

#include <set>
#include <tuple>

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
    return joined(columns, [](const Column& c) { return quoted(c.name); });
}

std::string assignments(const std::vector<Column>& columns) {
    return joined(columns, [](const Column& c) { return quoted(c.name) + " = ?"; });
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
        out.update_sum = "UPDATE " + quoted(entity.name) + " SET " + quoted(field.name) + " = ? WHERE rid = ?";
    return out;
}

EntityTable entity_table(const schema::Entity& entity) {
    EntityTable out;
    out.entity = &entity;
    const std::string table = quoted(entity.name);
    std::string columns;
    for (const Field& field : entity.fields) {
        if (field.has_elements()) {
            out.elements.emplace(field.number, element_field(entity, field));
            continue;
        }
        out.plain.emplace(field.number, plain_field(table, field, out.columns));
        out.columns += field.columns.size();
        columns += (columns.empty() ? "" : ", ") + names(field.columns);
    }
    const std::string more = columns.empty() ? "" : ", " + columns;
    out.insert = "INSERT INTO " + table + "(rid" + more + ") VALUES (" + marks(1 + out.columns) + ")";
    out.select = "SELECT " + (columns.empty() ? "1" : columns) + " FROM " + table + " WHERE rid = ?";
    out.remove = "DELETE FROM " + table + " WHERE rid = ?";
    return out;
}

using Known = std::set<std::tuple<std::int64_t, std::int64_t, std::string>>;

/// Makes the tables of one entity what the schema says. What is known to be there is taken out of `left`.
class Builder {
public:
    Builder(Database& db, const EntityTable& table, const Known& known, Known& left)
        : db_(db), table_(table), entity_(*table.entity), known_(known), left_(left) {}

    Tables::Added build() {
        added_.entity = entity_.number;
        added_.whole_entity = note(0, "rid");
        std::vector<Column> own;  // new ones of the entity's table
        for (const Field& field : entity_.fields)
            if (field.has_elements() ? build_child(field, own) : note_columns(field, own))
                added_.fields.push_back(field.number);
        add_columns(quoted(entity_.name), "rid INTEGER PRIMARY KEY", "", added_.whole_entity, own);
        for (const Field& field : entity_.fields)
            for (const Column& column : field.columns)
                if (column.indexed && !field.has_elements()) add_index(field, column);
        return added_;
    }

private:
    /// Whether (field, name) is new; it is known from now on.
    bool note(ColumnNumber field, const std::string& name) {
        const std::tuple<std::int64_t, std::int64_t, std::string> key{entity_.number, field, name};
        left_.erase(key);
        if (known_.contains(key)) return false;
        db_.run("INSERT INTO schema_column(entity, field, name) VALUES (?, ?, ?)", entity_.number, field, name);
        return true;
    }

    bool note_columns(const Field& field, std::vector<Column>& added) {
        const std::size_t before = added.size();
        for (const Column& column : field.columns)
            if (note(field.number, column.name)) added.push_back(column);
        return added.size() > before;
    }

    bool build_child(const Field& field, std::vector<Column>& own) {
        const bool fresh = note(field.number, "elem");
        if (fresh && field.type == Type::counter) own.push_back({field.name, Type::integer, {}, false});
        std::vector<Column> added;
        note_columns(field, added);
        add_columns(table_.elements.at(field.number).table, "rid INTEGER NOT NULL, elem BLOB NOT NULL",
                    ", PRIMARY KEY(rid, elem)) WITHOUT ROWID", fresh, added);
        return fresh || !added.empty();
    }

    /// In one statement where the table is new: SQLite reads its whole schema again after each ALTER.
    void add_columns(const std::string& table, const std::string& head, const std::string& tail, bool fresh,
                     const std::vector<Column>& columns) {
        std::string create = "CREATE TABLE " + table + "(" + head;
        for (const Column& column : columns) {
            const std::string definition = quoted(column.name) + std::string(sql_type(column.type));
            create += ", " + definition;
            if (!fresh) db_.script("ALTER TABLE " + table + " ADD COLUMN " + definition);
        }
        if (fresh) db_.script(create + (tail.empty() ? ")" : tail));
    }

    /// What most records lack is worth no index entries; what lists sort by must be indexed in full.
    void add_index(const Field& field, const Column& column) {
        const std::string name = quoted(column.name);
        const bool full = field.required && field.indexed;
        db_.script("CREATE INDEX IF NOT EXISTS " + quoted("ix_" + entity_.name + "_" + column.name) + " ON " +
                   quoted(entity_.name) + "(" + name + ")" + (full ? "" : " WHERE " + name + " IS NOT NULL"));
    }

    Database& db_;
    const EntityTable& table_;
    const schema::Entity& entity_;
    const Known& known_;
    Known& left_;
    Tables::Added added_;
};

}  // namespace

std::string element_table(const schema::Entity& entity, const schema::Field& field) {
    return quoted(entity.name + "_" + field.name);
}

Tables::Tables(const schema::Schema& schema) {
    for (const auto& entity : schema.entities()) tables_.emplace(entity.number, entity_table(entity));
}

const EntityTable* Tables::of(EntityNumber entity) const {
    const auto at = tables_.find(entity);
    return at == tables_.end() ? nullptr : &at->second;
}

std::vector<Tables::Added> Tables::create(Database& db) const {
    Known known;
    {
        Rows rows = db.query("SELECT entity, field, name FROM schema_column");
        while (rows.next()) known.emplace(rows.integer(0), rows.integer(1), std::string(rows.text(2)));
    }
    Known left = known;
    std::vector<Added> out;
    for (const auto& [number, table] : tables_) {
        Added added = Builder{db, table, known, left}.build();
        if (added.whole_entity || !added.fields.empty()) out.push_back(std::move(added));
    }
    if (!left.empty())
        throw DatabaseError{fail(Fault::newer_version, "this data has fields that this version of Tern does not know",
                                 "install the newer version; nothing was changed")};
    return out;
}

}  // namespace tern::store

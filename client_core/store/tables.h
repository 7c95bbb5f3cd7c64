// Typed tables, generated from the schema: one an entity with a column a scalar, one child table a field with elements;
// the child tables of common fields are everybody's. Screens and reports are plain SQL over them. Holds the statements
// that write and read them, built once.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "client_core/schema/schema.h"
#include "protocol/base/database.h"

namespace tern::store {

/// A field without elements: a run of columns in its entity's table.
struct PlainField {
    const schema::Field* field = nullptr;
    std::size_t first = 0;  ///< place of its first column among the table's, rid not counted
    std::string update;     ///< columns…, rid
    std::string select;     ///< by rid
};

/// A field with elements: a child table (rid, elem, columns…).
struct ElementField {
    const schema::Field* field = nullptr;
    std::string table;
    std::string upsert;      ///< rid, elem, columns…
    std::string remove;      ///< by rid, elem
    std::string clear;       ///< by rid
    std::string select;      ///< columns… by rid, elem
    std::string select_all;  ///< elem, columns… by rid
    std::string update_sum;  ///< counters only: sum, rid
};

struct EntityTable {
    const schema::Entity* entity = nullptr;
    std::size_t columns = 0;
    std::map<ColumnNumber, PlainField> plain;
    std::map<ColumnNumber, ElementField> elements;
    std::map<RecordId, ColumnNumber> custom;  ///< by definition
    std::string insert;                       ///< rid, columns…
    std::string select;                       ///< columns… by rid
    std::string remove;                       ///< by rid
    /// Statements that make the table's indexes where they are missing. They come with the first record: most devices
    /// never see most entities, and an index takes a page and a line of SQLite's schema even when it is empty.
    std::vector<std::string> indexes;
};

/// Of a custom field's cell, the element begins with the id of the definition.
inline constexpr std::size_t kDefinitionBytes = 16;

/// Where a cell's value stands; nothing where the schema has no place for it.
struct Slot {
    const PlainField* plain = nullptr;
    const ElementField* elements = nullptr;
    ByteView element;  ///< in the child table

    const schema::Field* field() const {
        return plain != nullptr ? plain->field : elements != nullptr ? elements->field : nullptr;
    }
};
/// The cell as it travels (column::kCustom for a custom field).
Slot slot_of(const EntityTable& table, ColumnNumber column, ByteView element);

/// The child table of a field with elements, as it stands in SQL.
std::string element_table(const schema::Entity& entity, const schema::Field& field);

/// Statements are made when they are first asked for: most runs touch a few of all the entities.
class Tables {
public:
    /// The schema must outlive it.
    explicit Tables(const schema::Schema& schema) : schema_(schema) {}

    /// nullptr for an entity that the schema does not know.
    const EntityTable* of(EntityNumber entity) const;
    const std::map<EntityNumber, EntityTable>& all() const;
    /// Of all that decides what the tables are: the same in every process that knows the same schema.
    Hash fingerprint() const;

    /// What one table lacked: the store projects the cells that waited for it.
    struct Added {
        EntityNumber entity = 0;
        bool whole_entity = false;
        std::vector<ColumnNumber> fields;
    };
    /// What becomes of custom fields' columns that this schema does not know. Those that go must be empty.
    enum class Leftovers : std::uint8_t { keep_custom, drop_custom };
    /// Creates what is missing, inside the caller's transaction. Throws `newer_version` where the file has columns that
    /// this schema does not know: their values would be lost to merging.
    std::vector<Added> create(Database& db, Leftovers leftovers) const;

private:
    const schema::Schema& schema_;
    mutable std::map<EntityNumber, EntityTable> tables_;
};

}  // namespace tern::store

// Where duplicates are looked up: the hashed keys of living records (client_core/matching).
#pragma once

#include <map>

#include "client_core/matching/keys.h"
#include "protocol/base/database.h"

namespace tern::store {

class KeyIndex {
public:
    explicit KeyIndex(Database& db) : db_(db) {}
    /// Before anything else, and whenever the schema is another; it must outlive its use.
    void use(const schema::Schema& schema);

    /// nullptr for an entity whose records have no keys.
    const matching::Plan* plan(EntityNumber entity) const;
    bool reads(EntityNumber entity, ColumnNumber column) const;

    /// Of a record that has none yet.
    void add(std::int64_t rid, EntityNumber entity, std::span<const search::CellView> cells);
    void remove(std::int64_t rid);
    void remove_all();
    /// Whether these are the keys that the index holds of the record.
    bool agrees(std::int64_t rid, EntityNumber entity, std::span<const search::CellView> cells);

private:
    Bytes packed(EntityNumber entity, std::span<const search::CellView> cells) const;

    Database& db_;
    std::map<EntityNumber, matching::Plan> plans_;
};

}  // namespace tern::store

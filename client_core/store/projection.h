// Values as columns and back. What no column can hold exactly (unknown members, another type, a text where a number
// belongs) is "irregular": the columns get what fits, and the caller keeps the bytes in `cell`.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "client_core/store/rollbacks.h"
#include "client_core/store/tables.h"
#include "protocol/value.h"

namespace tern::store {

/// One non-null cell as columns tell it, and as it travels.
struct ColumnCell {
    ColumnNumber column = 0;
    Bytes element;
    Value value;
};

class Projection {
public:
    Projection(Database& db, Rollbacks& rollbacks);
    /// Before anything else, and whenever the schema is another. They must outlive their use.
    void use(const Tables& tables);

    /// Makes a record's typed row, with its elements; the entity's first one brings the indexes of its table. Returns
    /// the places in `cells` of those that are irregular.
    std::vector<std::size_t> insert(EntityNumber entity, std::int64_t rid, const std::vector<BirthCell>& cells);
    /// Makes the indexes of an entity's table, unless they are known to be there. Before or with its first row.
    void index(EntityNumber entity);
    /// The typed row and all elements go.
    void remove(EntityNumber entity, std::int64_t rid);

    /// Writes one cell. False: irregular.
    bool put(EntityNumber entity, std::int64_t rid, ColumnNumber column, ByteView element, const Value& value);
    /// What the columns say of one cell; null where there is no such column.
    Value get(EntityNumber entity, std::int64_t rid, ColumnNumber column, ByteView element);
    /// All that the columns say of a record, unsorted; of the fields that `wants` takes, if it is given.
    void get_all(EntityNumber entity, std::int64_t rid, std::vector<ColumnCell>& out,
                 const std::function<bool(ColumnNumber)>& wants = {});

    /// While it lives, get_all skips child tables that were empty when it first looked: for a pass over many records in
    /// one transaction.
    class EmptyTablesSkipped {
    public:
        explicit EmptyTablesSkipped(Projection& projection);
        ~EmptyTablesSkipped();
        EmptyTablesSkipped(const EmptyTablesSkipped&) = delete;
        EmptyTablesSkipped& operator=(const EmptyTablesSkipped&) = delete;

    private:
        Projection& projection_;
    };

private:
    bool put_element(const ElementField& field, std::int64_t rid, ByteView element, const Value& value);
    void update_sum(const ElementField& field, std::int64_t rid);

    bool is_skipped(const ElementField& field);

    Database& db_;
    const Tables* tables_ = nullptr;
    std::set<EntityNumber> indexed_;  ///< whose indexes are known to be there
    bool skips_empty_ = false;
    std::unordered_map<const ElementField*, bool> empty_;  ///< while it skips: what was looked at
};

}  // namespace tern::store

// Records of one entity as JSON, straight from the typed tables.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "client_core/crm/shown.h"
#include "client_core/store/store.h"

namespace tern::crm {

class RecordReader {
public:
    RecordReader(store::Store& store, const schema::Entity& entity);

    /// `tail` follows FROM record r JOIN <entity> t JOIN space_ref s: WHERE, ORDER BY, LIMIT. Throws DatabaseError.
    void each(const std::string& tail, std::span<const Bound> args, const std::function<void(Json)>& take);

    /// What a view shows: born, alive, and of a record held in several spaces one row.
    static std::string visible();

private:
    struct Child {
        const schema::Field* field = nullptr;
        std::string sql;
        std::vector<ShownColumn> columns;
    };
    Json read(const Rows& rows);
    void add_elements(const Child& child, std::int64_t rid, Json& out);

    store::Store& store_;
    const schema::Entity& entity_;
    std::string select_;
    std::vector<ShownColumn> columns_;
    std::vector<Child> children_;  ///< those that hold anything
};

}  // namespace tern::crm

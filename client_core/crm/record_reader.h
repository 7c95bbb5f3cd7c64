// Records of one entity as JSON, straight from the typed tables.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client_core/crm/shown.h"
#include "client_core/store/store.h"

namespace tern::crm {

class RecordReader {
public:
    RecordReader(store::Store& store, const schema::Entity& entity);

    /// By the row of `record`, dead or alive. Throws DatabaseError.
    std::optional<Json> read(std::int64_t rid);

private:
    struct Child {
        const schema::Field* field = nullptr;
        std::string sql;
        std::vector<ShownColumn> columns;
    };
    Json shown(const Rows& rows);
    void add_elements(const Child& child, std::int64_t rid, Json& out);

    store::Store& store_;
    const schema::Entity& entity_;
    std::string select_;
    std::vector<ShownColumn> columns_;
    std::vector<Child> children_;  ///< those that hold anything
};

}  // namespace tern::crm

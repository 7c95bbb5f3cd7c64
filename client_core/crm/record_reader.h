// Records of one entity as JSON, straight from the typed tables.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client_core/crm/shown.h"
#include "client_core/formula/expand.h"
#include "client_core/store/store.h"

namespace tern::crm {

/// How computed fields are shown. What is worked out of other records costs a look at each: a page of one record shows
/// all, a list what is meant for lists.
struct Computing {
    Millis now = 0;          ///< Unix time
    std::int64_t today = 0;  ///< days since 1970, where the viewer is
    bool all = false;
    formula::Scores* scores = nullptr;
};

class RecordReader {
public:
    /// Without `computing`, what is stored alone.
    RecordReader(store::Store& store, const schema::Entity& entity, const std::optional<Computing>& computing = {});

    /// By the row of `record`, dead or alive. Throws DatabaseError.
    std::optional<Json> read(std::int64_t rid);

private:
    struct Child {
        const schema::Field* field = nullptr;
        std::string sql;
        std::vector<ShownColumn> columns;
    };
    void add_plain(const schema::Field& field);
    void add_child(const schema::Field& field, const std::optional<Computing>& computing);
    Json shown(const Rows& rows);
    void add_elements(const Child& child, std::int64_t rid, Json& out);

    store::Store& store_;
    const schema::Entity& entity_;
    std::string select_;
    std::vector<ShownColumn> columns_;
    std::vector<Child> children_;  ///< those that hold anything
};

}  // namespace tern::crm

// Records by name, as people write them into a field: an id, or the name that the record bears on the screen.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client_core/schema/schema.h"
#include "client_core/store/store.h"

namespace tern::crm {

class Names {
public:
    virtual ~Names() = default;
    /// `not_found` where nothing alive bears that name, `bad_argument` where several do.
    virtual Result<RecordId> find(const schema::Entity& entity, std::string_view name) = 0;
    /// What an id that stands in the text means here.
    virtual RecordId here(const RecordId& id) const { return id; }
};

/// Looks each name up in the store: for a few of them.
class StoredNames : public Names {
public:
    explicit StoredNames(store::Store& store) : store_(store) {}
    Result<RecordId> find(const schema::Entity& entity, std::string_view name) override;
    /// Narrows stages to those of one pipeline, where it is known.
    void prefer_pipeline(const std::optional<RecordId>& pipeline) { pipeline_ = pipeline; }

private:
    store::Store& store_;
    std::optional<RecordId> pipeline_;
};

/// SQL over table alias `t`: whether ?NUMBER is the record's name. Users are named by their login, too.
std::string bears_name(const schema::Entity& entity, const std::string& alias, int parameter);
/// SQL for the name that a record of this entity bears.
std::string title_of(const schema::Entity& entity, const std::string& alias);
/// The name of one record, empty where it has none here.
std::string title(store::Store& store, const RecordId& id, EntityNumber entity);

/// An id as it stands, else what `names` finds among the entities, in their order.
Result<RecordId> find_record(const schema::Schema& schema, const std::vector<EntityNumber>& targets,
                             std::string_view text, Names& names);

Failure no_such_record(const schema::Entity& entity, std::string_view name);
Failure several_records(const schema::Entity& entity, std::string_view name);

}  // namespace tern::crm

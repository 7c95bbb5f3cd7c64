// All names of an entity at once, for an import: read when first asked for, one query an entity. A name that fits
// nobody is looked for as an external id, and then without regard to case, spaces and punctuation: `GTXPro` finds
// `GTX Pro`.
#pragma once

#include <unordered_map>

#include "client_core/crm/elsewhere.h"
#include "client_core/crm/names.h"

namespace tern::crm {

class NameIndex : public Names {
public:
    explicit NameIndex(store::Store& store, const Elsewhere* elsewhere = nullptr)
        : store_(store), elsewhere_(elsewhere) {}

    Result<RecordId> find(const schema::Entity& entity, std::string_view name) override;
    RecordId here(const RecordId& id) const override { return elsewhere_ == nullptr ? id : elsewhere_->here(id); }
    /// Reads an entity's names now, so that add_if_known() counts from the first row on.
    void load(const schema::Entity& entity) { names_of(entity); }
    /// A record that is being made: rows below may refer to it, if any row refers to its kind at all.
    void add_if_known(const schema::Entity& entity, const std::string& name, const std::string& external_id,
                      const RecordId& id);

private:
    void add(const schema::Entity& entity, const std::string& name, const RecordId& id);
    /// Zeros: several records bear it.
    using Map = std::unordered_map<std::string, RecordId>;
    struct Spellings {
        Map exact, external, loose;
    };
    Spellings& names_of(const schema::Entity& entity);
    static void put(Map& map, std::string name, const RecordId& id);

    store::Store& store_;
    const Elsewhere* elsewhere_;
    std::unordered_map<EntityNumber, Spellings> entities_;
};

}  // namespace tern::crm

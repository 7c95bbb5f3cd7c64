// By what a row of an import is known already.
#pragma once

#include <optional>
#include <unordered_map>

#include <tern/import.h>
#include "client_core/crm/draft.h"
#include "client_core/crm/import_map.h"
#include "client_core/store/store.h"

namespace tern::crm {

/// What the request names, else what the file has by itself. `bad_argument` for keys that no column of it tells.
Result<std::vector<std::string>> keys_to_match_by(const ImportRequest& request, const Mapping& mapping);

class Matcher {
public:
    Matcher(store::Store& store, const schema::Entity& entity) : store_(store), entity_(entity) {}

    /// `names` as ImportRequest::match has them; those that a file's columns cannot tell are the caller's to check.
    Status begin(const std::vector<std::string>& names);
    /// The living record that bears one of the draft's keys, the first key first. `bad_argument` where several do.
    Result<std::optional<RecordId>> find(const Draft& draft);
    /// A record that is being made: rows below may mean it.
    void add(const Draft& draft, const RecordId& id);
    bool empty() const { return keys_.empty(); }

private:
    enum class Form : std::uint8_t { exact, folded, phone };
    /// A column of the entity's table, or of a list's.
    struct Place {
        const schema::Field* field = nullptr;
        const schema::Column* column = nullptr;
    };
    struct Key {
        std::string name;
        Form form = Form::exact;
        std::vector<Place> places;
        std::unordered_map<std::string, RecordId> known;  ///< zeros: several records bear it
    };
    Result<Key> key_named(const std::string& name) const;
    void add_places(schema::Type type, Key& key) const;
    void load(Key& key);
    static std::string formed(const Value& value, Form form);
    static std::vector<std::string> told(const Key& key, const Draft& draft);
    static void put(Key& key, std::string text, const RecordId& id);

    store::Store& store_;
    const schema::Entity& entity_;
    std::vector<Key> keys_;
};

}  // namespace tern::crm

// By what a row of an import is known already.
#pragma once

#include <optional>
#include <unordered_map>

#include <tern/import.h>
#include "client_core/crm/draft.h"
#include "client_core/crm/import_map.h"
#include "client_core/crm/known_phones.h"
#include "client_core/store/store.h"

namespace tern::crm {

/// What the request names, else what the file has by itself. `bad_argument` for keys that no column of it tells.
Result<std::vector<std::string>> keys_to_match_by(const ImportRequest& request, const Mapping& mapping);

class Matcher {
public:
    /// `region`: where phones stand that name no country, of records without an address.
    Matcher(store::Store& store, const schema::Entity& entity, std::string region);

    /// `names` as ImportRequest::match has them; those that a file's columns cannot tell are the caller's to check.
    Status begin(const std::vector<std::string>& names);
    /// The living record that bears one of the draft's keys, the first key first. `bad_argument` where several do.
    Result<std::optional<RecordId>> find(const Draft& draft);
    /// A record that is being made: rows below may mean it.
    void add(const Draft& draft, const RecordId& id);
    bool empty() const { return keys_.empty(); }

private:
    enum class Form : std::uint8_t { exact, folded, mail, phone };
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
        KnownPhones phones;                               ///< of the form `phone`, instead
    };
    Result<Key> key_named(const std::string& name) const;
    void add_places(schema::Type type, Key& key) const;
    void load(Key& key);
    std::string region_of(const Draft& draft) const;
    /// Zeros: several.
    static std::optional<RecordId> bearer(const Key& key, const std::string& text, const std::string& region);
    static Form form_of(schema::Type type);
    static std::string formed(const Value& value, Form form);
    static std::vector<std::string> told(const Key& key, const Draft& draft);
    static void put(Key& key, std::string text, const std::string& region, const RecordId& id);

    store::Store& store_;
    const schema::Entity& entity_;
    std::string region_;
    std::vector<Place> countries_;  ///< of its addresses
    std::vector<Key> keys_;
};

}  // namespace tern::crm

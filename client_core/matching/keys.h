// The keys by which two records may be one, as the schema's `dedupe` attributes say. Kept as hashes: the device's file
// needs only to find the records with a key; what the key was is read from them.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "client_core/schema/schema.h"
#include "client_core/search/document.h"

namespace tern::matching {

/// Changed with whatever changes the keys of a record: older ones are made anew.
inline constexpr int kKeysVersion = 1;

/// The strongest first.
enum class Kind : std::uint8_t { exact = 1, mail, phone, domain, company, person };

struct Key {
    Kind kind = Kind::exact;
    std::string field;  ///< by column name
    std::string shown;  ///< as it was written
    std::string key;
    std::int64_t hash = 0;

    bool operator==(const Key&) const = default;
};

/// How records of one entity are read. Borrows the entity.
class Plan {
public:
    explicit Plan(const schema::Entity& entity);

    bool has_keys() const { return !places_.empty(); }
    bool reads(ColumnNumber column) const { return places_.contains(column); }
    /// One of a kind and key, in the order of fields.
    std::vector<Key> keys(std::span<const search::CellView> cells) const;
    /// The country that an address of the record names, in two capitals; else empty.
    std::string region(std::span<const search::CellView> cells) const;

private:
    struct Place {
        std::string name;
        std::vector<std::uint32_t> path;
        schema::DedupeKey dedupe = schema::DedupeKey::none;
        bool address = false;
    };
    void add(const schema::Field& field);
    void take(const Place& place, const std::string& text, std::vector<Key>& out) const;
    void put(Kind kind, const std::string& field, const std::string& shown, std::string key, std::string_view realm,
             std::vector<Key>& out) const;

    const schema::Entity* entity_;
    bool customers_ = false;  ///< an account, contact or lead: their keys are compared across the three
    std::map<ColumnNumber, std::vector<Place>> places_;
};

}  // namespace tern::matching

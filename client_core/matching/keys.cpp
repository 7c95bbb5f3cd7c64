#include "client_core/matching/keys.h"

#include <algorithm>

#include "client_core/matching/names.h"
#include "protocol/base/suite.h"

namespace tern::matching {
namespace {

using schema::DedupeKey;
using schema::Type;

std::int64_t hash_of(Kind kind, std::string_view realm, std::string_view key) {
    std::string all;
    all += static_cast<char>('0' + static_cast<int>(kind));
    all.append(realm).append("\n").append(key);
    const Hash hash = suite::h("tern/key", view(all));
    std::uint64_t out = 0;
    for (int i = 0; i < 8; ++i) out = out << 8 | hash[static_cast<std::size_t>(i)];
    return static_cast<std::int64_t>(out);
}

/// Numbers that mean the same on every entity that has them: who pays taxes, who chats.
std::string_view shared_realm(std::string_view field) {
    if (field == "tax_no" || field == "registration_no") return "tax";
    if (field == "wechat") return "wechat";
    return {};
}

}  // namespace

Plan::Plan(const schema::Entity& entity) : entity_(&entity) {
    customers_ = entity.name == "account" || entity.name == "contact" || entity.name == "lead";
    for (const auto& field : entity.fields) add(field);
    const bool any = std::any_of(places_.begin(), places_.end(), [](const auto& entry) {
        return std::any_of(entry.second.begin(), entry.second.end(), [](const Place& p) { return !p.address; });
    });
    // An external number alone is no reason to compare: every entity has one.
    const bool own = std::any_of(entity.fields.begin(), entity.fields.end(), [&](const schema::Field& field) {
        return !field.common && places_.contains(field.number) && field.type != Type::address;
    });
    if (!any || !own) places_.clear();
}

void Plan::add(const schema::Field& field) {
    std::vector<Place> places;
    for (const auto& column : field.columns) {
        DedupeKey dedupe = field.dedupe;
        if (!column.path.empty())
            if (const auto* member = field.member(column.path[0])) dedupe = member->dedupe;
        const bool country = field.type == Type::address && column.path == std::vector<std::uint32_t>{6};
        if (field.name == "given_name" && customers_) dedupe = DedupeKey::name;
        if (dedupe != DedupeKey::none || country)
            places.push_back({field.has_elements() ? field.name : column.name, column.path, dedupe, country});
    }
    if (field.name == "source_system") places.push_back({field.name, {}, DedupeKey::none, true});
    if (!places.empty()) places_.emplace(field.number, std::move(places));
}

std::string Plan::region(std::span<const search::CellView> cells) const {
    for (const auto& cell : cells) {
        const auto at = places_.find(cell.column);
        if (at == places_.end()) continue;
        for (const Place& place : at->second)
            if (place.address && !place.path.empty())
                if (const auto* text = search::text_at(*cell.value, place.path); text != nullptr && text->size() == 2) {
                    std::string out = *text;
                    for (char& c : out) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
                    return out;
                }
    }
    return {};
}

void Plan::put(Kind kind, const std::string& field, const std::string& shown, std::string key, std::string_view realm,
               std::vector<Key>& out) const {
    if (key.empty()) return;
    const std::int64_t hash = hash_of(kind, realm, key);
    if (std::any_of(out.begin(), out.end(), [&](const Key& known) { return known.hash == hash; })) return;
    out.push_back({kind, field, shown, std::move(key), hash});
}

void Plan::take(const Place& place, const std::string& text, std::vector<Key>& out) const {
    const std::string_view realm = customers_ ? std::string_view{"customer"} : std::string_view{entity_->name};
    switch (place.dedupe) {
        case DedupeKey::name:
            put(Kind::company, place.name, text, company_key(text), realm, out);
            break;
        case DedupeKey::exact: {
            const auto shared = shared_realm(place.name);
            const std::string own = entity_->name + '.' + place.name;
            put(Kind::exact, place.name, text, exact_key(text), shared.empty() ? own : shared, out);
            break;
        }
        case DedupeKey::phone:
            put(Kind::phone, place.name, text, phone_key(text), realm, out);
            break;
        case DedupeKey::mail:
            put(Kind::mail, place.name, text, mail_key(text), realm, out);
            // Colleagues share a domain; companies do not.
            if (entity_->name == "account" || entity_->name == "lead")
                put(Kind::domain, place.name, text, domain_key(text), realm, out);
            break;
        case DedupeKey::domain:
            put(Kind::domain, place.name, text, domain_key(text), realm, out);
            break;
        case DedupeKey::none:
            break;
    }
}

std::vector<Key> Plan::keys(std::span<const search::CellView> cells) const {
    std::vector<Key> out;
    if (!has_keys()) return out;
    std::string given, family, system;
    std::vector<std::pair<std::string, std::string>> external;
    for (const auto& cell : cells) {
        const auto at = places_.find(cell.column);
        if (at == places_.end()) continue;
        for (const Place& place : at->second) {
            const auto* text = search::text_at(*cell.value, place.path);
            if (text == nullptr || text->empty()) continue;
            if (place.name == "given_name")
                given = *text;
            else if (place.name == "family_name")
                family = *text;
            else if (place.name == "source_system")
                system = *text;
            else if (place.name == "external_id")
                external.emplace_back(place.name, *text);
            else if (!place.address)
                take(place, *text, out);
        }
    }
    // One number of two systems names two things.
    for (const auto& [name, text] : external)
        if (!exact_key(text).empty())
            put(Kind::exact, name, text, exact_key(text), entity_->name + ".external." + exact_key(system), out);
    const std::string shown = search::is_written_family_first(given, family) ? family + given : given + ' ' + family;
    put(Kind::person, "family_name", shown, person_key(given, family), customers_ ? "customer" : entity_->name, out);
    return out;
}

}  // namespace tern::matching

#include "client_core/crm/import_guess.h"

#include <algorithm>
#include <optional>

#include "client_core/crm/text.h"

namespace tern::crm {
namespace {

bool is_for(std::string_view entities, const std::string& entity) {
    if (entities.empty()) return true;
    for (const auto piece : pieces(entities, ','))
        if (piece == entity) return true;
    return false;
}

struct AddressPart {
    std::string_view suffix;  ///< of the column
    std::string_view words;   ///< what follows the address's name, with commas between
};
constexpr AddressPart kAddressParts[] = {
    {"_street", "street,street address,address line 1,address,街道,详细地址"},
    {"_district", "district,区,区县"},
    {"_city", "city,town,市,城市"},
    {"_region", "region,state,state/region,state/province,province,county,省,省份"},
    {"_postcode", "postcode,postal code,zip,zip code,zip/postal code,code,邮编"},
    {"_country", "country,country/region,国家"}};
/// What other programs call the address that a person or company has.
constexpr std::string_view kAddressNames[] = {
    "", "business", "mailing", "work", "primary", "postal address of organization", "address 1 -"};

/// `Phone 1 - Value`, `E-mail 2 - Label`: numbered columns of one element each.
std::string numbered_goal(std::string_view header) {
    struct Kind {
        std::string_view head, list;
    };
    constexpr Kind kKinds[] = {{"phone", "phones"}, {"email", "mails"}};
    const auto word = loose(header);
    for (const auto& kind : kKinds) {
        if (!word.starts_with(kind.head)) continue;
        const auto rest = std::string_view{word}.substr(kind.head.size());
        const auto end = rest.find_first_not_of("0123456789");
        if (end == 0 || end == std::string_view::npos || end > 2) continue;
        const auto number = std::string(rest.substr(0, end));
        const auto what = rest.substr(end);
        if (what == "value" || what == "number") return std::string(kind.list) + "[" + number + "]";
        if (what == "type" || what == "label") return std::string(kind.list) + "[" + number + "].label";
    }
    return {};
}

/// `Deal - Value`, `Person - Name`: Pipedrive puts the kind before each name.
std::string_view without_kind(std::string_view header) {
    const auto dash = header.find(" - ");
    if (dash == std::string_view::npos) return {};
    const auto kind = folded(trimmed(header.substr(0, dash)));
    const bool known = kind == "deal" || kind == "person" || kind == "organization" || kind == "lead" ||
                       kind == "activity" || kind == "product";
    return known ? trimmed(header.substr(dash + 3)) : std::string_view{};
}

}  // namespace

HeaderGuess::HeaderGuess(const schema::Entity& entity) : entity_(entity) {
    for (const auto& field : entity.fields) {
        const bool whole = field.has_elements() || field.type == schema::Type::poly || field.type == schema::Type::geo;
        if (field.type == schema::Type::counter) continue;
        if (whole) names_[loose(field.name)] = field.name;
        if (field.has_elements()) {
            for (const auto* label : {&field.label.en, &field.label.zh}) add_label(*label, field.name);
            continue;
        }
        for (const auto& column : field.columns) names_[loose(column.name)] = column.name;
        if (field.type == schema::Type::address) add_address(field);
        if (field.type == schema::Type::group)
            for (const auto& member : field.members)
                for (const auto* label : {&member.label.en, &member.label.zh}) add_label(*label, member.name);
        const bool told = field.type != schema::Type::group && field.type != schema::Type::address;
        for (const auto* label : {&field.label.en, &field.label.zh})
            if (told) add_label(*label, field.name);
    }
    for (const auto& foreign : foreign_headers())
        if (is_for(foreign.entities, entity.name)) foreign_.try_emplace(loose(foreign.header), foreign.goal);
}

/// A label that two fields share says nothing.
void HeaderGuess::add_label(std::string_view label, const std::string& goal) {
    const auto [at, fresh] = labels_.try_emplace(loose(label), goal);
    if (!fresh && at->second != goal) at->second.clear();
}

void HeaderGuess::add_address(const schema::Field& field) {
    const bool main = field.name == "addr" || field.name == "billing_addr";
    std::vector<std::string> names{field.label.en, field.label.zh};
    if (const auto space = field.label.en.rfind(' '); space != std::string::npos)
        names.push_back(field.label.en.substr(0, space));
    for (const auto name : kAddressNames)
        if (main) names.emplace_back(name);
    for (const auto& part : kAddressParts)
        for (const auto& name : names)
            for (const auto word : pieces(part.words, ','))
                if (!(name.empty() && loose(word) == "code"))
                    foreign_.try_emplace(loose(name + " " + std::string(word)), field.name + std::string(part.suffix));
    for (const auto& part : kAddressParts)
        if (field.name == "billing_addr")
            names_.try_emplace(loose("addr" + std::string(part.suffix)), field.name + std::string(part.suffix));
}

std::string HeaderGuess::named(std::string_view header) const {
    const auto word = loose(header);
    if (word.empty()) return {};
    for (const auto* table : {&names_, &labels_, &foreign_})
        if (const auto at = table->find(word); at != table->end() && !at->second.empty()) return at->second;
    return word == "id" ? "*id" : std::string{};
}

std::string HeaderGuess::of(std::string_view header) const {
    if (header == "id") return "*id";
    if (auto goal = named(header); !goal.empty()) return goal;
    if (auto numbered = numbered_goal(header); !numbered.empty()) {
        const auto list = numbered.substr(0, numbered.find('['));
        return entity_.field(std::string_view{list}) != nullptr ? numbered : std::string{};
    }
    return named(without_kind(header));
}

}  // namespace tern::crm

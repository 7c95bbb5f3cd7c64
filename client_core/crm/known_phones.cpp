#include "client_core/crm/known_phones.h"

#include <algorithm>
#include <iterator>

#include "client_core/crm/phone_match.h"
#include "client_core/matching/names.h"

namespace tern::crm {
namespace {

std::string digits(std::string_view text) {
    std::string out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c >= '0' && c <= '9'; });
    return out;
}

/// Of extensions, which are too short to have a country, their digits.
std::string key_of(std::string_view phone) {
    auto key = matching::phone_key(phone);
    return key.empty() ? digits(phone) : key;
}

bool same(std::string_view a, std::string_view region_a, std::string_view b, std::string_view region_b) {
    const bool alike = digits(a) == digits(b) && (region_a == region_b || matching::phone_key(a).empty());
    return alike || same_phone(a, region_a, b, region_b);
}

}  // namespace

void KnownPhones::add(std::string_view phone, std::string_view region, const RecordId& id) {
    if (auto key = key_of(phone); !key.empty())
        by_key_[std::move(key)].push_back({id, std::string(phone), std::string(region)});
}

std::vector<RecordId> KnownPhones::find(std::string_view phone, std::string_view region) const {
    std::vector<RecordId> out;
    const auto at = by_key_.find(key_of(phone));
    if (at == by_key_.end()) return out;
    for (const Bearer& bearer : at->second) {
        const bool known = std::find(out.begin(), out.end(), bearer.id) != out.end();
        if (!known && same(phone, region, bearer.phone, bearer.region)) out.push_back(bearer.id);
        if (out.size() > 1) break;
    }
    return out;
}

}  // namespace tern::crm

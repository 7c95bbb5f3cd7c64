// Whose phone a number is, by the keys and the comparison by which duplicates are found.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "protocol/ids.h"

namespace tern::crm {

class KnownPhones {
public:
    /// Regions are ISO countries in capitals, or empty.
    void add(std::string_view phone, std::string_view region, const RecordId& id);
    /// Those who have it; no more than two, which is one too many.
    std::vector<RecordId> find(std::string_view phone, std::string_view region) const;

private:
    struct Bearer {
        RecordId id;
        std::string phone, region;
    };
    std::unordered_map<std::string, std::vector<Bearer>> by_key_;
};

}  // namespace tern::crm

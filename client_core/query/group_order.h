// In which order the groups of a report come.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <tern/json.h>

#include "client_core/query/functions.h"

namespace tern::query {

struct Group {
    Json shown = Json::object();
    std::vector<std::string> keys;                     ///< as text, to tell them apart
    std::vector<std::map<std::string, Sum>> measures;  ///< by currency; of numbers under ""
};

struct GroupSort {
    bool by_key = false;
    std::size_t at = 0;  ///< among the keys or the measures
    bool descending = false;
};

/// Groups come in the order of the keys that are named here, as SQL has them; measures by number. An amount in several
/// currencies counts by the currency that most groups have. What has no number comes last, either way.
void sort_groups(std::vector<Group>& groups, const std::vector<GroupSort>& sort);

}  // namespace tern::query

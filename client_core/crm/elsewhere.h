// What the ids of another org mean in this one, while its files are imported.
#pragma once

#include <map>
#include <set>
#include <string>

#include "protocol/ids.h"

namespace tern::crm {

struct Elsewhere {
    std::map<std::string, SpaceId> spaces;  ///< by id or name there
    std::map<RecordId, RecordId> records;   ///< people and spaces; all others keep their ids
    std::set<RecordId> as_they_are;         ///< records here that the files do not change

    RecordId here(const RecordId& id) const {
        const auto known = records.find(id);
        return known == records.end() ? id : known->second;
    }
};

}  // namespace tern::crm

// Records by the keys of duplicates.
#pragma once

#include "client_core/matching/keys.h"
#include "client_core/store/core.h"

namespace tern::store {

struct KeyedRecord {
    RecordId id;
    SpaceId space;
    EntityNumber entity = 0;
    Stamp newest;
    std::string title;   ///< as search shows it
    std::string region;  ///< as matching::Plan tells it
    std::vector<matching::Key> keys;
};

/// Living ones, by row, at most `limit`.
std::vector<KeyedRecord> records_with_key(Core& core, std::int64_t hash, std::size_t limit);
/// The living record of that id, once a space that it is held in.
std::vector<KeyedRecord> keyed_records(Core& core, const RecordId& id);

}  // namespace tern::store

// Asking the search index: a bounded number of the newest records that may match, loaded, judged and ranked.
#pragma once

#include <optional>

#include "client_core/search/asked.h"
#include "client_core/store/core.h"

namespace tern::store {

struct SearchQuery {
    std::string text;
    std::optional<EntityNumber> entity;
    std::size_t limit = 20;
};

struct SearchFound {
    RecordId id;
    SpaceId space;
    EntityNumber entity = 0;
    Stamp newest;
    std::string title;
    std::string field;  ///< by column name: where it was found
    std::string text;   ///< of that field; the title's where it was found there
    std::vector<search::Mark> marks;
    search::Match match = search::Match::exact;
};

/// Best first: whole words before beginnings before typing mistakes; then the title before other fields by their
/// weight; then the newest change first. Throws DatabaseError.
std::vector<SearchFound> find_text(Core& core, const SearchQuery& query);

/// The title as search shows it.
std::string title_of(Core& core, const RecordRow& record);

}  // namespace tern::store

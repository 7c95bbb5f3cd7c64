// Views that people keep: records of `saved_view`, shared and synced like all others.
#pragma once

#include <string>
#include <vector>

#include <tern/query.h>

namespace tern {

struct SavedView {
    std::string name;
    Query query;                       ///< entity, filter, sort, group_by; no page
    std::vector<std::string> columns;  ///< what to show, in order; empty: the schema's own choice
};

/// By name or id, among the views of `entity`; of several with that name the oldest. `not_found` where there is none,
/// `bad_argument` where a newer version wrote what this one cannot read.
Result<SavedView> read_view(Client& client, std::string_view entity, std::string_view name_or_id);
/// Makes the view, or gives the one of that name and entity its new content. Into `space` when new, else
/// Client::home_for() decides.
Result<RecordId> save_view(Client& client, const SavedView& view, const std::optional<SpaceId>& space = {});

/// A view as it is kept, with what lists of views show of it.
struct KeptView {
    RecordId id;
    SavedView view;
    SpaceId space;
    bool pinned = false;
    std::string kind;  ///< list, group, kanban, map, calendar
};
/// Those of `entity` that this device holds, pinned ones first, then by name. Views that only a newer version can read
/// are left out.
Result<std::vector<KeptView>> views_of(Client& client, std::string_view entity);

}  // namespace tern

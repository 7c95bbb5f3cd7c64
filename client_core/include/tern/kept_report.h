// Reports that people keep: records of `report`, shared and synced like all others.
#pragma once

#include <string>

#include <tern/query.h>

namespace tern {

struct KeptReport {
    std::string name;
    Query query;  ///< entity, filter, group_by, measures, sort; no page
    /// How it is drawn: a word of the program that shows it ("bars", "line"). Empty: nobody has said.
    std::string chart = {};
};

/// By name or id; of several with that name the oldest. `not_found` where there is none, `bad_argument` where a newer
/// version wrote what this one cannot read.
Result<KeptReport> read_report(Client& client, std::string_view name_or_id);
/// Makes the report, or gives the one of that name its new content. Into `space` when new, else Client::home_for()
/// decides. `bad_argument` for what cannot be asked.
Result<RecordId> save_report(Client& client, const KeptReport& report, const std::optional<SpaceId>& space = {});

}  // namespace tern

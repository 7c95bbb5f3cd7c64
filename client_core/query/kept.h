// What views and reports have in common: questions that people keep as records, in a form that other programs and older
// versions read, too. A filter is a JSON string with its text, keys are arrays of strings.
#pragma once

#include <string>
#include <vector>

#include <tern/query.h>
#include <tern/records.h>

namespace tern::query {

/// The oldest record of `entity` ("saved_view", "report") of that name or id, among those of which `more` holds; null
/// where there is none.
Result<Json> find_kept(Client& client, std::string_view entity, std::string_view name_or_id, Filter more = {});

/// Of a kept record's field: the strings of its array, or the one that stands alone.
std::vector<std::string> kept_strings(const Json& record, std::string_view field);
/// The same as one text, for read_filter() and its like.
std::string kept_text(const Json& record, std::string_view field);
std::string kept_name(const Json& record);

/// As a field's value is assigned; empty for nothing.
std::string array_text(const std::vector<std::string>& items);
std::string string_text(const std::string& text);

/// Into a record of that name, or into a new one. `found` is what find_kept() gave.
Result<RecordId> keep(Client& client, std::string_view entity, const Json& found, std::vector<Assignment> naming,
                      const std::vector<Assignment>& fields, const std::optional<SpaceId>& space);

}  // namespace tern::query

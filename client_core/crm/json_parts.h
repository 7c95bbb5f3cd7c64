// What stands in a record as Records::get() shows it, for rules that read records.
#pragma once

#include <optional>
#include <string>

#include <tern/pricing.h>

namespace tern::crm {

/// Empty where there is none.
std::string text_in(const Json& record, std::string_view name);
std::optional<RecordId> id_in(const Json& record, std::string_view name);
Decimal decimal_in(const Json& record, std::string_view name);
Amount money_in(const Json& record, std::string_view name);
/// As lists show it; null where it is not here.
Result<Json> one_record(Queries& queries, std::string_view entity, const RecordId& id);
/// Queries::list() to the end.
Status each(Queries& queries, const Query& query, const std::function<void(const Json&)>& take);

}  // namespace tern::crm

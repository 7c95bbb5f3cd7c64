#include "client_core/crm/json_parts.h"

#include <chrono>
#include <cstdio>

#include "client_core/crm/number.h"

namespace tern::crm {

std::string text_in(const Json& record, std::string_view name) {
    const Json* value = record.find(name);
    return value == nullptr || value->is_null() ? std::string{} : value->plain();
}

std::optional<RecordId> id_in(const Json& record, std::string_view name) {
    return record_id_from(text_in(record, name));
}

Decimal decimal_in(const Json& record, std::string_view name) {
    return decimal_from(text_in(record, name)).value_or(Decimal{});
}

Amount money_in(const Json& record, std::string_view name) {
    const auto currency = text_in(record, std::string(name) + "_currency");
    const auto amount = decimal_from(text_in(record, name));
    const auto minor = amount ? minor_units(*amount, currency_digits(currency)) : std::nullopt;
    return minor && !currency.empty() ? Amount{*minor, currency} : Amount{};
}

Result<Json> one_record(Queries& queries, std::string_view entity, const RecordId& id) {
    Json out;
    const RecordId ids[] = {id};
    TERN_CHECK(queries.show(entity, ids, [&](Json record) { out = std::move(record); }));
    return out;
}

Status each(Queries& queries, const Query& query, const std::function<void(const Json&)>& take) {
    TERN_CHECK(queries.list(query, [&](const Json& record) { take(record); }));
    return ok();
}

}  // namespace tern::crm

// Visits and their surroundings, read from the store.
#pragma once

#include <tern/json.h>
#include <tern/visits.h>

namespace tern::crm {

std::string text_at(const Json& record, std::string_view name);
std::optional<Millis> moment_at(const Json& record, std::string_view name);
std::optional<RecordId> id_at(const Json& record, std::string_view name);

/// Whom a visit is to: its account, else its lead.
struct VisitTarget {
    std::string entity;
    RecordId id;
};
std::optional<VisitTarget> target_of_visit(const Json& visit);

/// Of an account where its goods go, else where its bills go; of a lead its address.
struct TargetPlace {
    std::optional<GeoPoint> at;
    std::string address;  ///< street and city, where they are known
};
TargetPlace place_of_target(Client& client, std::string_view entity, const RecordId& target);

std::vector<VisitAction> actions_of(const Json& record);

/// With six digits, a tenth of a metre.
std::string decimal_text(double degrees);
double degrees_of(std::string_view text);

}  // namespace tern::crm

#include "client_core/crm/visits_reader.h"

#include <charconv>

#include "client_core/crm/moment.h"
#include "client_core/store/store.h"

namespace tern::crm {

std::string text_at(const Json& record, std::string_view name) {
    const Json* value = record.find(name);
    return value == nullptr || value->is_null() ? std::string{} : value->plain();
}

std::optional<Millis> moment_at(const Json& record, std::string_view name) {
    return moment_from(text_at(record, name), DateOrder::day_first);
}

std::optional<RecordId> id_at(const Json& record, std::string_view name) {
    return record_id_from(text_at(record, name));
}

std::optional<VisitTarget> target_of_visit(const Json& visit) {
    if (const auto account = id_at(visit, "account_id")) return VisitTarget{"account", *account};
    if (const auto lead = id_at(visit, "lead_id")) return VisitTarget{"lead", *lead};
    return std::nullopt;
}

TargetPlace place_of_target(Client& client, std::string_view entity, const RecordId& target) {
    const char* sql = entity == "lead" ? "SELECT t.addr_lat, t.addr_lng, t.addr_street, t.addr_city "
                                         "FROM record r JOIN lead t ON t.rid = r.rid WHERE r.id = ? AND r.alive = 1"
                                       : "SELECT coalesce(t.shipping_addr_lat, t.billing_addr_lat), "
                                         "coalesce(t.shipping_addr_lng, t.billing_addr_lng), "
                                         "coalesce(t.shipping_addr_street, t.billing_addr_street), "
                                         "coalesce(t.shipping_addr_city, t.billing_addr_city) "
                                         "FROM record r JOIN account t ON t.rid = r.rid WHERE r.id = ? AND r.alive = 1";
    Rows rows = client.store().database().query(sql, target);
    TargetPlace out;
    if (!rows.next()) return out;
    if (!rows.is_null(0) && !rows.is_null(1)) out.at = GeoPoint{rows.real(0), rows.real(1)};
    for (const int column : {2, 3})
        if (!rows.is_null(column) && !rows.text(column).empty())
            out.address += (out.address.empty() ? "" : ", ") + std::string(rows.text(column));
    return out;
}

std::vector<VisitAction> actions_of(const Json& record) {
    std::vector<VisitAction> out;
    const Json* list = record.find("actions");
    if (list == nullptr) return out;
    for (const auto& [no_name, item] : list->members())
        out.push_back({text_at(item, "kind"), text_at(item, "required") == "true", moment_at(item, "done_at"),
                       text_at(item, "note")});
    return out;
}

std::string decimal_text(double degrees) {
    char out[40];
    const auto end = std::to_chars(out, out + sizeof out, degrees, std::chars_format::fixed, 6).ptr;
    return {out, end};
}

double degrees_of(std::string_view text) {
    double out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

}  // namespace tern::crm

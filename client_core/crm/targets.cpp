#include <tern/records.h>
#include <tern/targets.h>

#include <algorithm>
#include <cstdlib>

namespace tern {
namespace {

std::string text_of(const Json& record, std::string_view name) {
    const Json* value = record.find(name);
    return value == nullptr || value->is_null() ? std::string{} : value->plain();
}

Filter is(std::string_view field, std::string_view value) {
    return Filter::compare(field, Comparison::is, {FilterValue::of(value)});
}

/// Whose work counts: the person, or the people of the team or territory; and what is assigned to those themselves.
Result<Filter> by_owner(Records& records, const Json& target) {
    const auto id = text_of(target, "scope_id");
    std::vector<FilterValue> owners{FilterValue::of(id)};
    const auto kind = text_of(target, "scope_entity");
    const auto scope = record_id_from(id);
    if (kind != "user" && scope) {
        const auto group = records.get(*scope);
        if (!group && group.error().fault != Fault::not_found) return group.error();
        const Json* people = group ? group->find(kind == "team" ? "people" : "reps") : nullptr;
        if (people != nullptr)
            for (const auto& [no_name, one] : people->members()) {
                const auto user = one.is_object() ? text_of(one, "user") : one.plain();
                if (!user.empty()) owners.push_back(FilterValue::of(user));
            }
    }
    if (owners.size() == 1) return Filter::compare("owner_id", Comparison::is, std::move(owners));
    return Filter::compare("owner_id", Comparison::one_of, std::move(owners));
}

struct Counted {
    const char *metric, *entity, *at;
    bool day;  ///< `at` is a date
};
constexpr Counted kCounted[] = {
    {"amount_won", "opportunity", "closed_at", false},
    {"payments", "payment", "paid_at", false},
    {"orders", "order", "order_date", true},
    {"new_accounts", "account", "created_at", false},
    {"visits", "visit", "checkin_at", false},
    {"calls", "activity", "starts_at", false},
    {"leads", "lead", "created_at", false},
};

Filter within(const char* at, bool day, const std::string& from, const std::string& to) {
    const auto time = [&](const std::string& date) { return FilterValue::of(day ? date : date + "T00:00:00Z"); };
    return Filter::all_of(
        {Filter::compare(at, Comparison::at_least, {time(from)}), Filter::compare(at, Comparison::less, {time(to)})});
}

std::vector<Filter> state_of(const std::string& metric, const std::string& currency) {
    if (metric == "amount_won") return {is("stage_id.kind", "won"), is("amount_currency", currency)};
    if (metric == "payments")
        return {is("status", "confirmed"), Filter::no(is("direction", "out")), is("amount_currency", currency)};
    if (metric == "orders")
        return {
            Filter::compare("status", Comparison::not_empty),
            Filter::compare("status", Comparison::none_of, {FilterValue::of("draft"), FilterValue::of("cancelled")})};
    if (metric == "visits") return {is("state", "done")};
    if (metric == "calls") return {is("kind", "call"), is("status", "done")};
    return {};
}

Status look_behind(Records& records, const Json& record, Target& target) {
    const auto* counted = std::find_if(std::begin(kCounted), std::end(kCounted),
                                       [&](const Counted& one) { return target.metric == one.metric; });
    if (counted == std::end(kCounted)) return ok();
    TERN_TRY(owner, by_owner(records, record));
    std::vector<Filter> parts{std::move(owner)};
    for (auto& part : state_of(target.metric, target.currency)) parts.push_back(std::move(part));
    const auto to = text_of(record, "period_end");
    auto when = within(counted->at, counted->day, target.period_start, to);
    if (target.metric == "visits")  // a visit without a check-in counts when it was planned
        when = Filter::any_of({when, Filter::all_of({Filter::compare("checkin_at", Comparison::empty),
                                                     within("starts_at", false, target.period_start, to)})});
    parts.push_back(std::move(when));
    target.entity = counted->entity;
    target.behind = Filter::all_of(std::move(parts));
    return ok();
}

}  // namespace

Result<std::vector<Target>> targets_of(Client& client, const Viewer& viewer, const Period& period) {
    const FilterValue end{FilterValue::Kind::period, {}, period};
    Query query;
    query.entity = "sales_target";
    query.filter = Filter::all_of({Filter::compare("period_start", Comparison::at_most, {end}),
                                   Filter::compare("period_end", Comparison::more, {end})});
    std::vector<Json> found;
    Queries queries{client, viewer};
    TERN_CHECK(queries.list(query, [&](Json record) { found.push_back(std::move(record)); }));
    Records records{client};
    records.set_zone(viewer.zone);
    std::vector<std::pair<bool, Target>> sorted;
    for (const Json& listed : found) {
        const auto id = record_id_from(text_of(listed, "id"));
        if (!id) continue;
        TERN_TRY(record, records.get(*id));
        Target target;
        target.id = *id;
        target.metric = text_of(record, "metric");
        target.period = text_of(record, "period");
        target.period_start = text_of(record, "period_start");
        const bool money = !text_of(record, "actual").empty();
        if (money) target.currency = text_of(record, "value_currency");
        target.goal = text_of(record, money ? "value" : "value_qty");
        target.actual = text_of(record, money ? "actual" : "actual_qty");
        target.attainment = std::atof(text_of(record, "attainment").c_str());
        const auto scope = record_id_from(text_of(record, "scope_id"));
        if (scope) target.scope = records.title(*scope);
        TERN_CHECK(look_behind(records, record, target));
        sorted.emplace_back(text_of(record, "scope_entity") != "user", std::move(target));
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return std::tie(a.first, a.second.scope) < std::tie(b.first, b.second.scope);
    });
    std::vector<Target> out;
    for (auto& [group, target] : sorted) out.push_back(std::move(target));
    return out;
}

}  // namespace tern

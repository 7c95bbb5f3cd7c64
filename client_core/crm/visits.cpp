// A visit from arriving to following up.
#include <tern/visits.h>

#include <algorithm>
#include <cstdlib>

#include "client_core/crm/moment.h"
#include "client_core/crm/part.h"
#include "client_core/crm/visits_reader.h"
#include "client_core/crm/visits_route.h"
#include "client_core/crm/writing.h"
#include "client_core/query/calendar.h"

namespace tern {
namespace {

using crm::id_at;
using crm::moment_at;
using crm::text_at;

constexpr Millis kMinute = 60'000;
constexpr Millis kDueAt = 9 * 60 * kMinute;  ///< of a day: when work begins
constexpr int kFarthestFollowUp = 366;       ///< days

/// A living visit of this user.
Result<Json> own_visit(Client& client, const RecordId& id) {
    TERN_TRY(record, Records{client}.get(id));
    if (text_at(record, "entity") != "visit")
        return fail(Fault::bad_argument, "that record is no visit", "choose a visit");
    if (record.find("deleted") != nullptr)
        return fail(Fault::not_found, "that visit is in the trash", "take it out of the trash first");
    const auto owner = id_at(record, "owner_id");
    if (owner && *owner != RecordId{client.user().bytes})
        return fail(Fault::forbidden, "that visit is " + Records{client}.title(*owner) + "'s",
                    "become its owner first, or make one of your own");
    return std::move(record);
}

/// The template of a visit; null where it has none here.
Json template_of(Client& client, const Json& visit) {
    const auto id = id_at(visit, "visit_type_id");
    if (!id) return {};
    auto found = Records{client}.get(*id);
    return found && found->find("deleted") == nullptr ? *found : Json{};
}

/// The template's, else what the schema says that a template begins with.
std::int64_t radius_of(Client& client, const Json& visit_template) {
    auto text = text_at(visit_template, "radius_m");
    if (text.empty()) text = client.schema().entity("visit_type")->field(std::string_view{"radius_m"})->default_value;
    return std::atoll(text.c_str());
}

const char* name_of(Proof proof) {
    constexpr const char* kNames[] = {"verified", "outside", "unverified", "manual"};
    return kNames[static_cast<std::size_t>(proof)];
}

std::string label_of_action(const Client& client, const std::string& kind) {
    const auto* list = client.schema().entity("visit")->field(std::string_view{"actions"});
    for (const auto& member : list->members)
        for (const auto& choice : member.choices)
            if (choice.name == kind) return choice.label.en;
    return kind;
}

/// Of what is required and not done, the labels.
std::string left_to_do(const Client& client, const Json& visit) {
    std::string out;
    for (const auto& action : crm::actions_of(visit))
        if (action.required && !action.done_at) out += (out.empty() ? "" : ", ") + label_of_action(client, action.kind);
    return out;
}

/// `moment`: checkin or checkout.
Result<std::vector<Assignment>> presence_fields(Client& client, const Json& visit, const Presence& presence,
                                                const std::string& moment) {
    const Millis now = client.adjusted_now();
    if (presence.by_hand && presence.reason.empty())
        return fail(Fault::bad_argument, "what is entered by hand needs a reason", "write why");
    if (presence.at && (!presence.by_hand || *presence.at > now))
        return fail(Fault::bad_argument, "that time cannot be", "only what is entered by hand has a time, in the past");
    const auto target = crm::target_of_visit(visit);
    const auto place = target ? crm::place_of_target(client, target->entity, target->id).at : std::nullopt;
    const auto near = crm::nearness_of(presence.fix, place, radius_of(client, template_of(client, visit)));
    std::vector<Assignment> out{{moment + "_at", moment_text(presence.at.value_or(now))},
                                {moment + "_proof", name_of(presence.by_hand ? Proof::manual : near.proof)},
                                {moment + "_reason", presence.reason}};
    if (const auto& fix = presence.fix) {
        out.emplace_back(moment + "_geo_lat", crm::decimal_text(fix->at.latitude));
        out.emplace_back(moment + "_geo_lng", crm::decimal_text(fix->at.longitude));
        if (fix->accuracy_m > 0)
            out.emplace_back(moment + "_geo_acc_m", std::to_string(static_cast<std::int64_t>(fix->accuracy_m + 0.5)));
        if (fix->mock) out.emplace_back("mock_location", "true");
    }
    return out;
}

/// Of a list's elements as they are read, to be written again with other members.
std::string with_members(const Json& list, std::size_t which, const std::vector<Assignment>& members) {
    Json out = Json::array();
    std::size_t n = 0;
    for (const auto& [no_name, element] : list.members()) {
        Json item = Json::object();
        const bool meant = n++ == which;
        for (const auto& [name, value] : element.members()) {
            const bool replaced = meant && std::any_of(members.begin(), members.end(),
                                                       [&, &it = name](const Assignment& m) { return m.first == it; });
            if (!replaced) item.add(name, value);
        }
        for (const auto& [name, text] : members)
            if (meant && !text.empty()) item.add(name, text);
        out.add(std::move(item));
    }
    return out.dump();
}

/// A template's, as a visit begins with them.
std::string copied_actions(const Json& visit_template) {
    Json out = Json::array();
    std::int64_t order = 0;
    for (const auto& action : crm::actions_of(visit_template)) {
        Json item = Json::object();
        item.add("order", Json{++order});
        item.add("kind", action.kind);
        item.add("required", Json{action.required});
        if (!action.note.empty()) item.add("note", action.note);
        out.add(std::move(item));
    }
    return order == 0 ? std::string{} : out.dump();
}

Failure not_checked_in() { return fail(Fault::bad_argument, "you are not checked in at this visit", "check in first"); }

}  // namespace

Result<RecordId> Visits::visit_at(std::string_view target_entity, const RecordId& target) {
    return caught([&]() -> Result<RecordId> {
        TERN_TRY(day, today());
        TERN_TRY(plan, plan_of(day));
        std::optional<RecordId> ahead;
        std::size_t planned = plan.stops.size();
        for (std::size_t i = 0; i < plan.stops.size(); ++i) {
            const Stop& stop = plan.stops[i];
            if (stop.target != target) continue;
            if (stop.state == "checked_in") return *stop.visit;
            if (stop.visit && stop.is_ahead() && !ahead) ahead = stop.visit;
            if (!stop.visit) planned = i;
        }
        if (ahead) return *ahead;
        const bool in_plan = planned < plan.stops.size();
        const Millis begins = in_plan && plan.stops[planned].eta ? *plan.stops[planned].eta : client_.adjusted_now();
        const auto minutes = in_plan ? plan.stops[planned].minutes : visit_rules::kStopMinutes;
        std::vector<Assignment> fields{{target_entity == "lead" ? "lead_id" : "account_id", uuid_text(target)},
                                       {"subject", Records{client_}.title(target)},
                                       {"state", "planned"},
                                       {"starts_at", moment_text(begins)},
                                       {"ends_at", moment_text(begins + minutes * kMinute)}};
        if (in_plan) fields.emplace_back("plan_id", uuid_text(*plan.id));
        return Records{client_}.create("visit", fields);
    });
}

Result<Nearness> Visits::nearness(const RecordId& visit, const std::optional<Fix>& fix) {
    return caught([&]() -> Result<Nearness> {
        TERN_TRY(record, Records{client_}.get(visit));
        const auto target = crm::target_of_visit(record);
        const auto place = target ? crm::place_of_target(client_, target->entity, target->id).at : std::nullopt;
        return crm::nearness_of(fix, place, radius_of(client_, template_of(client_, record)));
    });
}

Result<std::optional<OpenVisit>> Visits::open_visit() {
    return caught([&]() -> Result<std::optional<OpenVisit>> {
        Records records{client_};
        std::optional<OpenVisit> out;
        TERN_CHECK(
            records.list({"visit", {"owner = me and state = checked_in"}, "-checkin_at", 1}, [&](const Json& visit) {
                out.emplace();
                out->id = *id_at(visit, "id");
                out->since = moment_at(visit, "checkin_at").value_or(0);
                out->title = text_at(visit, "subject");
                if (const auto target = crm::target_of_visit(visit)) {
                    out->target = target->id;
                    out->title = records.title(target->id);
                }
            }));
        return out;
    });
}

Status Visits::check_in(const RecordId& visit, const Presence& presence) {
    return caught([&]() -> Status {
        TERN_TRY(record, own_visit(client_, visit));
        const auto state = text_at(record, "state");
        if (state == "checked_in")
            return fail(Fault::bad_argument, "you are checked in there already", "check out when you leave");
        if (state == "done" || state == "cancelled")
            return fail(Fault::bad_argument, "this visit is over", "make a new one for today");
        crm::Writing writing{client_};
        TERN_TRY(open, open_visit());
        if (open) {
            TERN_TRY(other, Records{client_}.get(open->id));
            const bool ends_by_itself = text_at(template_of(client_, other), "need_checkout") == "false";
            if (!ends_by_itself || !left_to_do(client_, other).empty())
                return fail(Fault::bad_argument, "you are still checked in at " + open->title,
                            "check out there first: one visit is open at a time");
            TERN_CHECK(writing.set(open->id, {{"state", "done"}}));
        }
        TERN_TRY(fields, presence_fields(client_, record, presence, "checkin"));
        fields.emplace_back("state", "checked_in");
        fields.emplace_back("skip_reason", "");
        if (const Millis off = client_.store().clock_offset(); std::abs(off) >= 1000)
            fields.emplace_back("device_clock_skew_s", std::to_string(-off / 1000));
        if (record.find("actions") == nullptr)
            if (const auto copied = copied_actions(template_of(client_, record)); !copied.empty())
                fields.emplace_back("actions", copied);
        TERN_CHECK(writing.set(visit, fields));
        return writing.commit();
    });
}

Result<std::vector<VisitAction>> Visits::actions(const RecordId& visit) {
    return caught([&]() -> Result<std::vector<VisitAction>> {
        TERN_TRY(record, Records{client_}.get(visit));
        auto out = crm::actions_of(record);
        return out.empty() ? crm::actions_of(template_of(client_, record)) : out;
    });
}

Status Visits::set_action(const RecordId& visit, std::size_t action, const std::vector<Assignment>& members) {
    return caught([&]() -> Status {
        TERN_TRY(record, own_visit(client_, visit));
        if (text_at(record, "state") != "checked_in") return not_checked_in();
        const Json* list = record.find("actions");
        if (list == nullptr || action >= list->size())
            return fail(Fault::bad_argument, "this visit has no such action", "look at the visit again");
        return Records{client_}.set(visit, {{"actions", with_members(*list, action, members)}});
    });
}

Status Visits::done(const RecordId& visit, std::size_t action, std::string_view note, std::string_view result) {
    std::vector<Assignment> members{{"done_at", moment_text(client_.adjusted_now())}};
    if (!note.empty()) members.emplace_back("note", note);
    if (const auto colon = result.find(':'); colon != std::string_view::npos) {
        members.emplace_back("result_entity", result.substr(0, colon));
        members.emplace_back("result_id", result.substr(colon + 1));
    }
    return set_action(visit, action, members);
}

Status Visits::undone(const RecordId& visit, std::size_t action) {
    return set_action(visit, action, {{"done_at", ""}});
}

Status Visits::check_out(const RecordId& visit, const CheckOut& leaving) {
    return caught([&]() -> Status {
        TERN_TRY(record, own_visit(client_, visit));
        if (text_at(record, "state") != "checked_in") return not_checked_in();
        if (const auto left = left_to_do(client_, record); !left.empty())
            return fail(Fault::bad_argument, "still to do here: " + left, "do it, then check out");
        TERN_TRY(fields, presence_fields(client_, record, leaving.presence, "checkout"));
        fields.emplace_back("state", "done");
        if (!leaving.outcome.empty()) fields.emplace_back("outcome", leaving.outcome);
        if (!leaving.summary.empty()) fields.emplace_back("summary", leaving.summary);
        if (leaving.next_follow_at) fields.emplace_back("next_follow_at", moment_text(*leaving.next_follow_at));
        return Records{client_}.set(visit, fields);
    });
}

Result<RecordId> Visits::follow_up(const RecordId& visit, int days, std::string_view subject) {
    return caught([&]() -> Result<RecordId> {
        if (days < 1 || days > kFarthestFollowUp)
            return fail(Fault::bad_argument, "a follow-up is due in 1 to 366 days", "choose another day");
        TERN_TRY(record, own_visit(client_, visit));
        const auto target = crm::target_of_visit(record);
        if (!target) return fail(Fault::bad_argument, "this visit is to nobody", "choose its customer first");
        TERN_TRY(zone, query::Zone::named(zone_));
        TERN_TRY(day, today());
        const auto due = moment_text(zone.start_of(day + days) + kDueAt);
        const auto me = uuid_text(RecordId{client_.user().bytes});
        const auto about = target->entity + ":" + uuid_text(target->id);
        std::optional<RecordId> task;
        if (const auto before = text_at(record, "next_follow_at"); !before.empty())
            TERN_CHECK(
                Records{client_}.list({"task",
                                       {"parent = " + uuid_text(target->id) + " and assignee_id = me and due_at = \"" +
                                        before + "\" and not state in (done, cancelled)"},
                                       {},
                                       1},
                                      [&](const Json& found) { task = id_at(found, "id"); }));
        crm::Writing writing{client_};
        if (task) {
            TERN_CHECK(writing.set(*task, {{"due_at", due}}));
        } else {
            const auto head = crm::writable_head(client_, visit);
            TERN_TRY(made, writing.create("task",
                                          {{"subject", std::string(subject)},
                                           {"parent", about},
                                           {"due_at", due},
                                           {"all_day", "true"},
                                           {"assignee_id", me},
                                           {"state", "not_started"},
                                           {"priority", "normal"}},
                                          head ? std::optional{head->space} : std::nullopt));
            task = made;
        }
        TERN_CHECK(writing.set(visit, {{"next_follow_at", due}}));
        TERN_CHECK(writing.commit());
        return *task;
    });
}

Status Visits::call_off(const RecordId& visit, std::string_view state, std::string_view reason) {
    return caught([&]() -> Status {
        if (reason.empty()) return fail(Fault::bad_argument, "a visit is called off for a reason", "choose one");
        TERN_TRY(record, own_visit(client_, visit));
        const auto now = text_at(record, "state");
        if (now == "checked_in" || now == "done")
            return fail(Fault::bad_argument, "somebody has been at this visit already", "check out of it instead");
        return Records{client_}.set(visit, {{"state", std::string(state)}, {"skip_reason", std::string(reason)}});
    });
}

Status Visits::skip(const RecordId& visit, std::string_view reason) { return call_off(visit, "skipped", reason); }
Status Visits::cancel(const RecordId& visit, std::string_view reason) { return call_off(visit, "cancelled", reason); }

}  // namespace tern

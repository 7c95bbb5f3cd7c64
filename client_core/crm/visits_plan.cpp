// A day's stops: read from the plan and the visits, put into another order, handed in.
#include <tern/visits.h>

#include <algorithm>
#include <map>

#include <tern/query.h>

#include "client_core/crm/moment.h"
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
constexpr Millis kDayBegins = 9 * 60 * kMinute;  ///< where nothing has a time yet

Result<Viewer> here(Client& client, const std::string& zone) {
    TERN_TRY(viewer, viewer_of(client));
    viewer.zone = zone;
    return std::move(viewer);
}

/// What a query finds, in its order.
Result<std::vector<Json>> found(Client& client, const std::string& zone, const std::string& entity,
                                const std::string& filter, const std::string& sort) {
    Query query;
    query.entity = entity;
    TERN_TRY(read, read_filter(filter));
    TERN_TRY(keys, read_sort(sort));
    query.filter = std::move(read);
    query.sort = std::move(keys);
    TERN_TRY(viewer, here(client, zone));
    std::vector<Json> out;
    TERN_TRY(rest, Queries(client, std::move(viewer)).list(query, [&](Json one) { out.push_back(std::move(one)); }));
    (void)rest;
    return out;
}

/// A day as it is read: the plan's items lead, the visits say how they stand.
class DayReader {
public:
    DayReader(Client& client, const std::string& zone, std::int64_t day)
        : client_(client), records_(client), zone_(zone), day_(crm::date_text(day)) {}

    Result<DayPlan> read() {
        TERN_TRY(visits, found(client_, zone_, "visit", "owner = me and starts_at = " + day_, "starts_at"));
        visits_ = std::move(visits);
        taken_.assign(visits_.size(), false);
        TERN_TRY(plans, found(client_, zone_, "visit_plan",
                              "rep_id = me and date = " + day_ + " and not is_template = true", {}));
        if (!plans.empty()) take_plan(plans.front());
        for (std::size_t i = 0; i < visits_.size(); ++i)
            if (!taken_[i]) insert(stop_of(visits_[i]));
        crm::judge_route(out_);
        return std::move(out_);
    }

private:
    void take_plan(const Json& plan) {
        out_.id = id_at(plan, "id");
        out_.state = text_at(plan, "state");
        if (out_.state.empty()) out_.state = "draft";
        const auto latitude = text_at(plan, "start_geo_lat"), longitude = text_at(plan, "start_geo_lng");
        if (!latitude.empty() && !longitude.empty())
            out_.start = GeoPoint{crm::degrees_of(latitude), crm::degrees_of(longitude)};
        const Json* items = plan.find("items");
        if (items == nullptr) return;
        for (const auto& [no_name, item] : items->members())
            if (const auto visit = visit_of(item))
                out_.stops.push_back(with_item(stop_of(visits_[*visit]), item));
            else if (!id_at(item, "visit_id"))
                out_.stops.push_back(with_item(Stop{}, item));
    }

    /// The day's visit that an item means: by its id, else the first there that no item has yet.
    std::optional<std::size_t> visit_of(const Json& item) {
        const auto wanted = id_at(item, "visit_id");
        const auto target = id_at(item, "target_id");
        for (std::size_t i = 0; i < visits_.size(); ++i) {
            const auto there = crm::target_of_visit(visits_[i]);
            const bool fits = wanted ? id_at(visits_[i], "id") == wanted : target && there && there->id == *target;
            if (taken_[i] || !fits) continue;
            taken_[i] = true;
            return i;
        }
        return std::nullopt;
    }

    Stop with_item(Stop stop, const Json& item) {
        if (!stop.visit) {
            stop.target_entity = text_at(item, "target_entity");
            if (const auto target = id_at(item, "target_id")) stop.target = *target;
            look_at_target(stop);
            stop.eta = moment_at(item, "eta");
            if (const auto minutes = text_at(item, "duration_min"); !minutes.empty())
                stop.minutes = std::max<std::int64_t>(1, std::atoll(minutes.c_str()));
        }
        stop.fixed = text_at(item, "fixed") == "true";
        stop.window_from = moment_at(item, "window_from");
        stop.window_to = moment_at(item, "window_to");
        return stop;
    }

    Stop stop_of(const Json& visit) {
        Stop out;
        out.visit = id_at(visit, "id");
        if (const auto target = crm::target_of_visit(visit)) {
            out.target_entity = target->entity;
            out.target = target->id;
            look_at_target(out);
        }
        if (const auto site = text_at(visit, "site"); !site.empty()) out.site = site;
        if (out.title.empty()) out.title = text_at(visit, "subject");
        out.state = text_at(visit, "state");
        if (out.state.empty()) out.state = "planned";
        out.eta = moment_at(visit, "starts_at");
        const auto ends = moment_at(visit, "ends_at");
        if (out.eta && ends && *ends > *out.eta) out.minutes = std::max<Millis>(1, (*ends - *out.eta) / kMinute);
        return out;
    }

    void look_at_target(Stop& stop) {
        stop.title = records_.title(stop.target);
        auto place = crm::place_of_target(client_, stop.target_entity, stop.target);
        stop.place = place.at;
        stop.site = std::move(place.address);
    }

    /// Among the plan's stops by its time: before the first that is expected later.
    void insert(Stop stop) {
        const auto later = std::find_if(out_.stops.begin(), out_.stops.end(), [&](const Stop& other) {
            return other.eta && stop.eta && *other.eta > *stop.eta;
        });
        out_.stops.insert(later, std::move(stop));
    }

    Client& client_;
    Records records_;
    const std::string& zone_;
    std::string day_;
    std::vector<Json> visits_;
    std::vector<bool> taken_;
    DayPlan out_;
};

std::string items_text(const DayPlan& plan) {
    Json out = Json::array();
    std::int64_t order = 0;
    const auto add_moment = [](Json& item, const char* name, const std::optional<Millis>& at) {
        if (at) item.add(name, moment_text(*at));
    };
    for (const Stop& stop : plan.stops) {
        if (stop.target_entity.empty()) continue;
        Json item = Json::object();
        item.add("order", Json{++order});
        item.add("target_entity", stop.target_entity);
        item.add("target_id", uuid_text(stop.target));
        add_moment(item, "eta", stop.eta);
        item.add("duration_min", Json{stop.minutes});
        add_moment(item, "window_from", stop.window_from);
        add_moment(item, "window_to", stop.window_to);
        item.add("fixed", Json{stop.fixed});
        if (stop.visit) item.add("visit_id", uuid_text(*stop.visit));
        out.add(std::move(item));
    }
    return out.dump();
}

/// Where those see it who see its stops, the manager among them; nothing: where everything goes that says nothing.
std::optional<SpaceId> space_of(Client& client, const DayPlan& plan) {
    for (const Stop& stop : plan.stops)
        for (const auto& id : {stop.visit.value_or(stop.target), stop.target})
            for (const auto& head : client.store().find(id))
                if (client.may_write(head.space)) return head.space;
    return std::nullopt;
}

/// The plan and its visits as one write. `state`: of the plan.
Status keep(Client& client, std::int64_t day, const DayPlan& before, const DayPlan& after, const std::string& state) {
    const auto me = RecordId{client.user().bytes};
    crm::Writing writing{client};
    auto plan = after.id;
    if (plan) {
        TERN_CHECK(writing.set(*plan, {{"items", items_text(after)}, {"state", state}}));
    } else {
        const auto date = crm::date_text(day);
        TERN_TRY(made, writing.create("visit_plan",
                                      {{"name", Records{client}.title(me) + " " + date},
                                       {"rep_id", uuid_text(me)},
                                       {"date", date},
                                       {"state", state},
                                       {"items", items_text(after)}},
                                      space_of(client, after)));
        plan = made;
    }
    for (const Stop& stop : after.stops) {
        if (!stop.visit) continue;
        const auto old = std::find_if(before.stops.begin(), before.stops.end(),
                                      [&](const Stop& other) { return other.visit == stop.visit; });
        std::vector<Assignment> fields{{"plan_id", uuid_text(*plan)}};
        if (stop.eta && old->eta != stop.eta) {
            fields.emplace_back("starts_at", moment_text(*stop.eta));
            fields.emplace_back("ends_at", moment_text(*stop.eta + stop.minutes * kMinute));
        }
        TERN_CHECK(writing.set(*stop.visit, fields));
    }
    return writing.commit();
}

/// What a change makes of a plan's state: who approved it has not seen this one.
std::string changed_state(const DayPlan& plan) {
    return plan.state.empty() || plan.state == "submitted" || plan.state == "approved" ? "draft" : plan.state;
}

Failure not_ahead() {
    return fail(Fault::bad_argument, "that stop is under way or over, or there is none",
                "move one that is still ahead");
}

}  // namespace

Visits::Visits(Client& client, std::string zone) : client_(client), zone_(std::move(zone)) {}

Result<std::int64_t> Visits::today() {
    TERN_TRY(viewer, here(client_, zone_));
    return Queries(client_, std::move(viewer)).today();
}

Result<DayPlan> Visits::plan_of(std::int64_t day) {
    return caught([&]() -> Result<DayPlan> { return DayReader(client_, zone_, day).read(); });
}

Status Visits::change_plan(std::int64_t day, const std::function<Status(DayPlan&)>& change) {
    return caught([&]() -> Status {
        TERN_TRY(zone, query::Zone::named(zone_));
        TERN_TRY(before, plan_of(day));
        DayPlan after = before;
        TERN_CHECK(change(after));
        crm::reckon_times(after, crm::beginning_of(before).value_or(zone.start_of(day) + kDayBegins));
        return keep(client_, day, before, after, changed_state(before));
    });
}

Status Visits::move(std::int64_t day, std::size_t from, std::size_t to) {
    return change_plan(day, [&](DayPlan& plan) -> Status {
        const auto n = plan.stops.size();
        if (from >= n || to >= n || !plan.stops[from].is_ahead() || !plan.stops[to].is_ahead()) return not_ahead();
        const auto at = plan.stops.begin();
        const auto i = static_cast<std::ptrdiff_t>(from), j = static_cast<std::ptrdiff_t>(to);
        if (from < to)
            std::rotate(at + i, at + i + 1, at + j + 1);
        else
            std::rotate(at + j, at + i, at + i + 1);
        return ok();
    });
}

Status Visits::set_time(std::int64_t day, std::size_t stop, Millis at) {
    return change_plan(day, [&](DayPlan& plan) -> Status {
        if (stop >= plan.stops.size() || !plan.stops[stop].is_ahead()) return not_ahead();
        TERN_TRY(zone, query::Zone::named(zone_));
        if (zone.day_of(at) != day)
            return fail(Fault::bad_argument, "that time is on another day",
                        "change the visit's day in the visit itself");
        plan.stops[stop].eta = at;
        plan.stops[stop].fixed = true;
        return ok();
    });
}

Status Visits::free_time(std::int64_t day, std::size_t stop) {
    return change_plan(day, [&](DayPlan& plan) -> Status {
        if (stop >= plan.stops.size() || !plan.stops[stop].is_ahead()) return not_ahead();
        plan.stops[stop].fixed = false;
        return ok();
    });
}

Status Visits::submit(std::int64_t day) {
    return caught([&]() -> Status {
        TERN_TRY(plan, plan_of(day));
        if (plan.stops.empty()) return fail(Fault::bad_argument, "there is no stop on that day", "plan a visit first");
        return keep(client_, day, plan, plan, "submitted");
    });
}

}  // namespace tern

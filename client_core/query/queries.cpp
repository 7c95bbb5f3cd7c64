// One record, or a list of them: a query as one statement, its answer as ids or as records.
#include <algorithm>

#include <tern/merging.h>
#include <tern/records.h>

#include "client_core/crm/record_reader.h"
#include "client_core/crm/rules.h"
#include "client_core/query/condition.h"
#include "client_core/query/order.h"
#include "client_core/query/question.h"

namespace tern {
namespace {

using query::Question;

constexpr int kFixed = 2;  // rid, id

/// Takes the rows of one page and gives the token of the next.
Result<std::string> answer(Database& db, Question& question, const Query& query,
                           const std::function<void(std::int64_t, const RecordId&)>& take) {
    auto& compiling = question.compiling;
    TERN_TRY(condition, condition_of(compiling, question.row, query.filter));
    TERN_TRY(order, query::Order::of(compiling, question.row, query.sort));
    // Without a condition the index of the order is the way; with one, SQLite chooses.
    const bool by_index = order.has_index() && query.page_size && query.filter == Filter{};
    const std::string records = from(compiling, question.row, {}, by_index) + " AND " + condition;
    std::string sql = "SELECT r.rid, r.id" + order.selected() + " FROM " + records;
    if (!order.apart().empty())
        sql = "SELECT rid, id" + order.selected() + " FROM (SELECT r.rid AS rid, r.id AS id" + order.apart() +
              " FROM " + records + query::kAsItIs + ") WHERE 1";
    if (!query.after.empty()) {
        TERN_TRY(after, order.after(compiling, query.after));
        sql += " AND " + after;
    }
    sql += order.order_by();
    const std::size_t most = query.page_size.value_or(0);
    // One more than asked for tells whether there is another page.
    if (query.page_size)
        sql += " LIMIT " + compiling.arguments.add(query::Arguments::Value{static_cast<std::int64_t>(most) + 1});
    const auto bound = compiling.arguments.bound();
    Rows rows = db.query_once(sql, bound);
    std::string next;
    for (std::size_t n = 0; rows.next(); ++n) {
        if (query.page_size && n == most) return next;
        const auto id = rows.id<RecordId>(1);
        if (query.page_size && n + 1 == most) next = order.token(rows, kFixed, id);
        take(rows.integer(0), id);
    }
    return std::string{};
}

}  // namespace

Queries::Queries(Client& client, Viewer viewer) : client_(client), viewer_(std::move(viewer)) {}

bool is_entity(const Client& client, std::string_view name) {
    return crm::entity_named(client.schema(), name).has_value();
}

Result<std::int64_t> Queries::today() const {
    TERN_TRY(zone, query::Zone::named(viewer_.zone));
    return zone.day_of(viewer_.now);
}

Result<std::string> Queries::list(const Query& query, const std::function<void(Json)>& take) {
    return caught([&]() -> Result<std::string> {
        TERN_TRY(question, Question::of(client_, viewer_, query));
        auto& store = client_.store();
        crm::RecordReader reader{
            store, *question->row.entity,
            crm::Computing{viewer_.now, question->compiling.today, false, question->compiling.scores}};
        // Read while the rows are open: all of one snapshot.
        return answer(store.database(), *question, query, [&](std::int64_t rid, const RecordId&) {
            if (auto record = reader.read(rid)) take(std::move(*record));
        });
    });
}

Status Queries::show(std::string_view entity, std::span<const RecordId> ids, const std::function<void(Json)>& take) {
    return caught([&]() -> Status {
        TERN_TRY(question, Question::of(client_, viewer_, Query{std::string(entity), {}, {}, {}, {}, {}, {}}));
        auto& compiling = question->compiling;
        auto& store = client_.store();
        crm::RecordReader reader{store, *question->row.entity,
                                 crm::Computing{viewer_.now, compiling.today, false, compiling.scores}};
        const std::string sql = "SELECT r.rid FROM " + from(compiling, question->row) + " AND r.id = ?";
        for (const RecordId& id : ids)
            if (const auto rid = store.database().find_integer(sql, id))
                if (auto record = reader.read(*rid)) take(std::move(*record));
        return ok();
    });
}

Result<Answer> Queries::ids(const Query& query) {
    return caught([&]() -> Result<Answer> {
        TERN_TRY(question, Question::of(client_, viewer_, query));
        Answer out;
        TERN_TRY(after, answer(client_.store().database(), *question, query,
                               [&](std::int64_t, const RecordId& id) { out.ids.push_back(id); }));
        out.after = after;
        const auto& entities = question->compiling.entities;
        out.entities.assign(entities.begin(), entities.end());
        out.entity = question->row.entity->number;
        out.of_today = question->compiling.of_today;
        out.day = question->compiling.today;
        return out;
    });
}

Result<Json> Records::get(const RecordId& asked) {
    return caught([&]() -> Result<Json> {
        // Who was merged is shown as what it was merged into.
        const RecordId id = merged_into(client_, asked);
        auto head = crm::living_head(client_.store(), id);
        if (!head) {
            const auto heads = client_.store().find(id);
            if (heads.empty())
                return fail(Fault::not_found, "there is no such record here",
                            "look for it with `tern list`, or sync first");
            head = heads.back();
        }
        const auto* entity = client_.schema().entity(head->entity);
        if (entity == nullptr)
            return fail(Fault::newer_version, "this record is of a kind that this version of Tern does not know",
                        "install the newer version");
        Json out;
        TERN_TRY(zone, query::Zone::named(zone_));
        const Millis now = client_.adjusted_now();
        query::Scoring scoring{client_, zone, now};
        const crm::Computing computing{now, zone.day_of(now), true, &scoring};
        const auto rid = client_.store().database().find_integer(
            "SELECT r.rid FROM record r JOIN space_ref s ON s.n = r.space WHERE r.id = ? AND s.id = ? AND r.entity = ?",
            id, head->space, head->entity);
        if (!rid)
            return fail(Fault::not_found, "there is no such record here",
                        "look for it with `tern list`, or sync first");
        if (auto found = crm::RecordReader{client_.store(), *entity, computing}.read(*rid)) out = std::move(*found);
        return out;
    });
}

Status Records::list(const ListRequest& request, const std::function<void(Json)>& take) {
    Query query;
    query.entity = request.entity;
    for (const auto& text : request.where) {
        TERN_TRY(where, read_where(text));
        query.filter.parts.push_back(std::move(where));
    }
    TERN_TRY(sort, read_sort(request.sort));
    query.sort = std::move(sort);
    query.page_size = request.limit;
    TERN_TRY(viewer, viewer_of(client_));
    TERN_TRY(rest, Queries(client_, std::move(viewer)).list(query, take));
    (void)rest;
    return ok();
}

Result<Viewer> viewer_of(Client& client) {
    return caught([&]() -> Result<Viewer> {
        Viewer out;
        out.now = client.adjusted_now();
        out.me = client.user();
        out.team.push_back(out.me);
        TERN_TRY(spaces, client.spaces(false));
        for (const auto& space : spaces) {
            if (space.kind != SpaceKind::team) continue;
            TERN_TRY(members, client.members(space.id));
            for (const auto& member : members)
                if (std::find(out.team.begin(), out.team.end(), member.user) == out.team.end())
                    out.team.push_back(member.user);
        }
        return out;
    });
}

}  // namespace tern

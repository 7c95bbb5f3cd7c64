#include <algorithm>
#include <map>

#include <tern/standing.h>
#include "client_core/crm/cell_words.h"
#include "client_core/crm/names.h"
#include "client_core/crm/writing.h"
#include "client_core/store/local_work.h"

namespace tern {
namespace {

using store::LocalChange;
using store::LocalWork;

void add_once(std::vector<std::string>& names, std::string name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

/// Newest changes by record, each record at the place of its newest.
class WorkByRecord {
public:
    WorkByRecord(Client& client, LocalWork which) : client_(client) {
        for (LocalChange& change : store::newest_work(client.store(), which, standing_limits::kChanges)) take(change);
    }
    std::vector<RefusedRecord>& records() { return records_; }
    std::int64_t told() const { return told_; }

private:
    void take(LocalChange& change) {
        const auto [at, is_new] = places_.try_emplace({change.space, change.cell.record}, records_.size());
        if (is_new && records_.size() == standing_limits::kRecords) {
            places_.erase(at);
            return;
        }
        if (is_new) records_.push_back(begun(change));
        tell(records_[at->second], change);
        if (!change.of_birth) ++told_;  // it counts as the one change that it is
    }

    RefusedRecord begun(const LocalChange& change) {
        const auto* entity = client_.schema().entity(change.cell.entity);
        RefusedRecord out;
        out.work.id = change.cell.record;
        out.work.entity = entity == nullptr ? std::string{} : entity->name;
        out.work.title = crm::title(client_.store(), change.cell.record, change.cell.entity);
        out.reason = change.reason;
        out.there = !client_.store().find(change.cell.record).empty();
        return out;
    }

    /// Changes come newest first: what is told of a deed or a field already is newer.
    void tell(RefusedRecord& record, const LocalChange& change) {
        RecordWork& work = record.work;
        work.at = std::max(work.at, change.stamp.hlc.ms());
        const bool undecided = work.deed == RecordWork::Deed::changed;
        if (change.cell.column == column::kBirth) {
            if (undecided) work.deed = RecordWork::Deed::created;
            return;
        }
        if (change.cell.column == column::kAlive) {
            const auto alive = parse_alive(change.value);
            if (undecided && alive) work.deed = alive->alive ? RecordWork::Deed::restored : RecordWork::Deed::deleted;
            return;
        }
        const auto field = crm::field_name(client_.schema(), change.cell);
        add_once(work.fields, field);
        name_by(record, change);
        const bool known = std::any_of(record.values.begin(), record.values.end(),
                                       [&](const auto& value) { return value.first == field; });
        if (!known || !change.cell.element.empty())
            record.values.emplace_back(field, crm::shown_value(client_.schema(), change.cell, change.value));
    }

    /// A refused birth took its record away; what it wrote still says whom it was about.
    void name_by(RefusedRecord& record, const LocalChange& change) {
        const auto* entity = client_.schema().entity(change.cell.entity);
        if (!record.work.title.empty() || entity == nullptr) return;
        const auto* field = entity->field(change.cell.column);
        const auto* text = change.value.as<std::string>();
        if (field == nullptr || text == nullptr) return;
        if (std::find(entity->title.begin(), entity->title.end(), field->name) != entity->title.end())
            record.work.title = *text;
    }

    Client& client_;
    std::vector<RefusedRecord> records_;
    std::map<std::pair<SpaceId, RecordId>, std::size_t> places_;
    std::int64_t told_ = 0;
};

Claim claim_of(Client& client, const Cell& cell, const Value& value, const Stamp& stamp) {
    return {crm::shown_value(client.schema(), cell, value), stamp.hlc.ms(), crm::person_of(client, stamp.device),
            stamp};
}

std::vector<std::string> parts_of(const schema::Field* field) {
    std::vector<std::string> out;
    if (field == nullptr || field->retired || field->has_elements()) return out;
    for (const auto& column : field->columns) out.push_back(column.name);
    if (field->columns.size() > 1) add_once(out, field->name);
    return out;
}

FieldConflict conflict_over(Client& client, const store::Conflict& conflict) {
    const auto& schema = client.schema();
    const auto* entity = schema.entity(conflict.cell.entity);
    FieldConflict out{conflict.space, conflict.cell, entity == nullptr ? std::string{} : entity->name};
    out.title = crm::title(client.store(), conflict.cell.record, conflict.cell.entity);
    out.field = crm::field_name(schema, conflict.cell);
    out.element = crm::shown_element(schema, conflict.cell);
    if (entity != nullptr && conflict.cell.element.empty()) out.parts = parts_of(entity->field(conflict.cell.column));
    out.claims.push_back(claim_of(client, conflict.cell, conflict.winner, conflict.winner_stamp));
    return out;
}

/// Of an edit that somebody's deletion did not know, no value is kept apart: it says that the record is there.
Claim loser_of(Client& client, const store::Conflict& conflict) {
    const bool edit = conflict.cell.column == column::kAlive && conflict.loser.is_null();
    return claim_of(client, conflict.cell, edit ? alive_value({true, {}}) : conflict.loser, conflict.loser_stamp);
}

/// By cell; of one cell the newest loser first, as the store lists them backwards.
FieldConflicts grouped(Client& client, const std::vector<store::Conflict>& all) {
    FieldConflicts out;
    const Cell* last = nullptr;
    const SpaceId* in = nullptr;
    for (const auto& conflict : all) {
        const bool same = last != nullptr && *last == conflict.cell && *in == conflict.space;
        last = &conflict.cell;
        in = &conflict.space;
        if (!same && out.fields.size() == standing_limits::kRecords) ++out.more;
        if (out.more > 0) continue;
        if (!same) out.fields.push_back(conflict_over(client, conflict));
        out.fields.back().claims.push_back(loser_of(client, conflict));
    }
    return out;
}

/// What stands there now, if that is what was seen.
Result<std::vector<store::Conflict>> still_as_seen(Client& client, const FieldConflict& seen) {
    if (!client.may_write(seen.space)) return crm::may_not_write();
    std::vector<store::Conflict> now;
    for (auto& conflict : client.store().conflicts())
        if (conflict.cell == seen.cell && conflict.space == seen.space) now.push_back(std::move(conflict));
    bool same = now.size() + 1 == seen.claims.size();
    for (const auto& conflict : now) {
        const auto is_of = [&](const Stamp& stamp) {
            return std::any_of(seen.claims.begin(), seen.claims.end(),
                               [&](const Claim& claim) { return claim.stamp == stamp; });
        };
        same = same && is_of(conflict.loser_stamp) && conflict.winner_stamp == seen.claims.front().stamp;
    }
    if (!same)
        return fail(Fault::lost, "somebody has written there meanwhile", "look at the values again, then choose");
    return now;
}

}  // namespace

Result<WorkList> waiting_work(Client& client) {
    return caught([&]() -> Result<WorkList> {
        WorkByRecord found{client, LocalWork::waiting};
        WorkList out;
        for (auto& record : found.records()) out.records.push_back(std::move(record.work));
        out.more = std::max<std::int64_t>(0, client.store().unsent_changes() - found.told());
        return out;
    });
}

Result<WorkList> deleted_work(Client& client) {
    return caught([&]() -> Result<WorkList> {
        WorkList out;
        for (const auto& head : client.store().trash()) {
            if (out.records.size() == standing_limits::kRecords) {
                ++out.more;
                continue;
            }
            const auto* entity = client.schema().entity(head.entity);
            RecordWork work{head.id, entity == nullptr ? std::string{} : entity->name,
                            crm::title(client.store(), head.id, head.entity), RecordWork::Deed::deleted};
            for (const auto& entry : client.store().history(head))
                if (entry.live && entry.cell.column == column::kAlive) work.at = entry.stamp.hlc.ms();
            out.records.push_back(std::move(work));
        }
        return out;
    });
}

Result<RefusedRecords> refused_work(Client& client) {
    return caught([&]() -> Result<RefusedRecords> {
        WorkByRecord found{client, LocalWork::refused};
        RefusedRecords out{std::move(found.records())};
        out.more = std::max<std::int64_t>(0, client.store().refused_changes() - found.told());
        return out;
    });
}

Result<FieldConflicts> field_conflicts(Client& client) {
    return caught([&]() -> Result<FieldConflicts> { return grouped(client, client.store().conflicts()); });
}

Status settle_for(Client& client, const FieldConflict& seen, std::size_t claim) {
    return caught([&]() -> Status {
        TERN_TRY(now, still_as_seen(client, seen));
        if (claim >= seen.claims.size())
            return fail(Fault::not_found, "there is no conflict of that number", "see `tern conflicts`");
        Value value = now.front().winner;
        for (const auto& conflict : now)
            if (conflict.loser_stamp == seen.claims[claim].stamp) value = conflict.loser;
        // Of a deletion the loser is an edit: to choose it is to have the record back.
        if (seen.cell.column == column::kAlive) value = alive_value({claim > 0, {}});
        const store::Write writes[] = {{seen.space, seen.cell, value, true}};
        return client.store().write(writes, client.author());
    });
}

Status settle_with(Client& client, const FieldConflict& seen, const std::vector<Assignment>& parts) {
    return caught([&]() -> Status {
        TERN_CHECK(still_as_seen(client, seen));
        for (const auto& [name, text] : parts)
            if (std::find(seen.parts.begin(), seen.parts.end(), name) == seen.parts.end())
                return fail(Fault::bad_argument, name + " is no part of what is to be settled", "change it by itself");
        return Records{client}.settle(seen.cell.record, parts);
    });
}

}  // namespace tern

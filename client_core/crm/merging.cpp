#include <tern/merging.h>
#include <tern/records.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "client_core/crm/merge_log.h"
#include "client_core/crm/merge_plan.h"
#include "client_core/crm/rules.h"
#include "protocol/base/suite.h"

namespace tern {
namespace {

using crm::CellEdit;
using crm::MergedCell;
using crm::MergeLog;

store::Write write_of(const CellEdit& edit) {
    return {edit.head.space, Cell{edit.head.entity, edit.head.id, edit.column, edit.element}, edit.after, false};
}
store::Write alive_write(const store::RecordHead& head, bool alive) {
    return {head.space, Cell{head.entity, head.id, column::kAlive, {}}, alive_value({alive, {}}), false};
}

/// The edit that ends a loser, as the log keeps it.
CellEdit end_of(const store::RecordHead& head) { return {head, column::kAlive, {}, Value{true}, Value{false}}; }

std::optional<RecordId> leads_to(Client& client, const store::RecordHead& head) {
    const auto* entity = client.schema().entity(head.entity);
    const auto* field = entity == nullptr ? nullptr : entity->field(std::string_view{"merged_into"});
    if (field == nullptr) return std::nullopt;
    const auto cells = crm::cells_of(client.store(), head);
    const auto at = cells.find({field->number, {}});
    const auto* id = at == cells.end() ? nullptr : at->second.as<AnyId>();
    return id == nullptr ? std::nullopt : std::optional{RecordId{id->bytes}};
}

/// Where `merged_into` leads from a record that is dead: a living record, or the records of a circle.
struct Trail {
    std::optional<RecordId> end;
    std::vector<RecordId> circle;
    std::vector<RecordId> passed;  ///< the dead ones, those of the circle among them
};
Trail follow(Client& client, RecordId id) {
    std::vector<RecordId> seen;
    while (true) {
        if (crm::living_head(client.store(), id)) return {id, {}, seen};
        if (const auto at = std::find(seen.begin(), seen.end(), id); at != seen.end())
            return {std::nullopt, {at, seen.end()}, seen};
        seen.push_back(id);
        const auto heads = client.store().find(id);
        const auto next = heads.empty() ? std::nullopt : leads_to(client, heads.back());
        if (!next) return {};
        id = *next;
    }
}

// --- undoing ---------------------------------------------------------------------------------------------------------

class Undoing {
public:
    explicit Undoing(Client& client) : client_(client) {}

    /// The newest first: what was led on later goes back to where the merge had put it.
    void take(MergeLog log) {
        crm::read_cells(client_, log);
        if (!client_.may_write(log.space)) {
            out_.out_of_reach += log.cells.size();
            return;
        }
        // Backwards: a loser lives again before its cells are written.
        for (auto cell = log.cells.rbegin(); cell != log.cells.rend(); ++cell) take(log, *cell);
        put(crm::undone(client_, log));
    }
    bool empty() const { return writes_.empty(); }
    Result<UnmergeOutcome> write() {
        TERN_CHECK(client_.store().write(writes_, client_.author()));
        return out_;
    }

private:
    void take(const MergeLog& log, const MergedCell& cell) {
        for (const auto& head : client_.store().find(cell.record)) {
            if (head.space != log.space || head.entity != cell.entity) continue;
            const bool unchanged = cell.column == column::kAlive ? !head.alive : now(head, cell) == cell.after;
            ++(unchanged ? out_.restored : out_.kept);
            if (!unchanged) continue;
            if (cell.column == column::kAlive) {
                put(alive_write(head, true));
            } else {
                put({head.space, Cell{cell.entity, cell.record, cell.column, cell.element}, cell.before, false});
                cells(head)[{cell.column, cell.element}] = cell.before;
            }
            return;
        }
    }

    /// One change a cell: all of them bear one stamp.
    void put(store::Write write) {
        const auto [at, fresh] = places_.try_emplace(
            {write.space, write.cell.record, {write.cell.column, write.cell.element}}, writes_.size());
        if (fresh)
            writes_.push_back(std::move(write));
        else
            writes_[at->second] = std::move(write);
    }

    /// What a record holds once all that was taken so far is undone.
    crm::Cells& cells(const store::RecordHead& head) {
        const auto [at, fresh] = cells_.try_emplace({head.id, head.space});
        if (fresh) at->second = crm::cells_of(client_.store(), head);
        return at->second;
    }
    Bytes now(const store::RecordHead& head, const MergedCell& cell) {
        const auto& held = cells(head);
        const auto value = held.find({cell.column, cell.element});
        return crm::digest_of(value == held.end() ? Value{} : value->second);
    }

    Client& client_;
    std::map<std::pair<RecordId, SpaceId>, crm::Cells> cells_;
    std::vector<store::Write> writes_;
    std::map<std::tuple<SpaceId, RecordId, crm::CellKey>, std::size_t> places_;
    UnmergeOutcome out_;
};

/// Each made the other's winner lose: to people that is one merge.
bool are_mutual(const MergeLog& a, const MergeLog& b) {
    const auto lost = [](const MergeLog& log, const RecordId& id) {
        return std::find(log.losers.begin(), log.losers.end(), id) != log.losers.end();
    };
    return lost(a, b.winner) && lost(b, a.winner);
}

// --- healing ---------------------------------------------------------------------------------------------------------

/// Records that are looked at one by one; of more, all tables are looked through.
constexpr std::size_t kFewRecords = 2'000;
constexpr std::string_view kSeen = "merges.seen";

/// Where losers' references go now, and the merge that led there.
struct Way {
    RecordId end;
    std::string operation;

    auto operator<=>(const Way&) const = default;
};

class Healing {
public:
    explicit Healing(Client& client) : client_(client) {}

    Result<std::size_t> run() {
        TERN_TRY(parted, part_latecomers());
        for (const MergeLog& log : crm::merges(client_, std::nullopt)) {
            // What a skewed clock wrote counts; what nobody's clock can have written does not.
            newest_ = std::max(newest_, std::min(log.at, client_.adjusted_now() + merge_limits::kUndo));
            for (const RecordId& loser : log.losers) merges_of_[loser].push_back(log);
        }
        for (const auto& [loser, logs] : merges_of_)
            for (const MergeLog& log : logs) look_at(loser, log.winner);
        std::vector<store::Write> writes;
        for (const auto& [survivor, circle] : circles_) revive(survivor, writes);
        if (!writes.empty()) TERN_CHECK(client_.store().write(writes, client_.author()));
        std::size_t changed = parted + (writes.empty() ? 0 : circles_.size());
        for (const auto& [way, losers] : late_) {
            TERN_TRY(led, lead(way, crm::redirected(client_.store(), losers, way.end)));
            changed += led;
        }
        TERN_TRY(led, lead_new_references());
        return changed + led;
    }

private:
    void look_at(const RecordId& loser, const RecordId& winner) {
        if (client_.store().find(loser).empty() || crm::living_head(client_.store(), loser)) return;
        const auto trail = follow(client_, loser);
        if (trail.end) {
            const Way way = way_to(*trail.end, trail.passed.back());
            ends_[way].insert(loser);
            if (*trail.end != winner) late_[way].insert(trail.passed.begin(), trail.passed.end());
        }
        if (trail.circle.empty()) return;
        const RecordId survivor = *std::min_element(trail.circle.begin(), trail.circle.end());
        circles_[survivor].insert(trail.circle.begin(), trail.circle.end());
        for (const RecordId& id : trail.passed)
            if (id != survivor) late_[way_to(survivor, id)].insert(id);
    }

    /// By the merge into `end` that `loser` lost, else its newest.
    Way way_to(const RecordId& end, const RecordId& loser) const {
        const auto known = merges_of_.find(loser);
        if (known == merges_of_.end()) return {end, {}};
        for (const MergeLog& log : known->second)
            if (log.winner == end) return {end, log.operation};
        return {end, known->second.front().operation};
    }

    /// What a device has led on for a merge that another had undone by then goes back, too.
    Result<std::size_t> part_latecomers() {
        Undoing undoing{client_};
        for (MergeLog& log : crm::undone_elsewhere(client_)) undoing.take(std::move(log));
        if (undoing.empty()) return std::size_t{0};
        TERN_TRY(outcome, undoing.write());
        return outcome.restored;
    }

    void revive(const RecordId& survivor, std::vector<store::Write>& writes) {
        for (const auto& head : client_.store().find(survivor)) {
            const auto* entity = client_.schema().entity(head.entity);
            if (entity == nullptr || !client_.may_write(head.space)) continue;
            const auto* field = entity->field(std::string_view{"merged_into"});
            writes.push_back({head.space, Cell{head.entity, survivor, field->number, {}}, Value{}, false});
            writes.push_back(alive_write(head, true));
        }
    }

    /// What others have written about a loser before they knew of the merge: of records that came or changed since the
    /// last look.
    Result<std::size_t> lead_new_references() {
        if (ends_.empty()) return std::size_t{0};
        auto& db = client_.store().database();
        std::int64_t record = 0, change = 0;
        if (const auto seen = client_.store().setting(kSeen); seen && seen->size() == 16) {
            ByteReader in{*seen};
            record = static_cast<std::int64_t>(in.u64());
            change = static_cast<std::int64_t>(in.u64());
        }
        const auto last_record = db.find_integer("SELECT max(rid) FROM record").value_or(0);
        const auto last_change = db.find_integer("SELECT max(\"row\") FROM change").value_or(0);
        if (record == last_record && change == last_change) return std::size_t{0};
        const auto fresh = newer_than(record, change);
        std::size_t changed = 0;
        for (const auto& [way, losers] : ends_) {
            TERN_TRY(led,
                     lead(way, fresh.size() > kFewRecords ? crm::redirected(client_.store(), losers, way.end)
                                                          : crm::redirected(client_.store(), fresh, losers, way.end)));
            changed += led;
        }
        client_.store().set_setting(kSeen, ByteWriter{}
                                               .u64(static_cast<std::uint64_t>(last_record))
                                               .u64(static_cast<std::uint64_t>(last_change))
                                               .bytes());
        return changed;
    }

    std::set<RecordId> newer_than(std::int64_t record, std::int64_t change) {
        std::set<RecordId> out;
        Rows rows = client_.store().database().query(
            "SELECT id FROM record WHERE rid > ?1 AND alive = 1 UNION SELECT r.id FROM change c JOIN record r ON r.rid "
            "= "
            "c.rid WHERE c.\"row\" > ?2 AND r.alive = 1 LIMIT ?3",
            record, change, kFewRecords + 1);
        while (rows.next()) out.insert(rows.id<RecordId>(0));
        return out;
    }

    /// Noted as the merge's own doing, so that unmerge() takes it back with the rest.
    Result<std::size_t> lead(const Way& way, std::vector<CellEdit> edits) {
        std::erase_if(edits, [&](const CellEdit& edit) { return !client_.may_write(edit.head.space); });
        if (edits.empty()) return std::size_t{0};
        std::vector<store::Write> writes;
        std::set<RecordId> records;
        for (const CellEdit& edit : edits) {
            writes.push_back(write_of(edit));
            records.insert(edit.head.id);
        }
        for (const auto& [loser, logs] : merges_of_) {
            const auto log = std::find_if(logs.begin(), logs.end(),
                                          [&](const MergeLog& known) { return known.operation == way.operation; });
            if (log == logs.end()) continue;
            MergeLog more = *log;
            more.at = std::max(client_.adjusted_now(), newest_ + 1);  // it is undone before them
            const std::string title = Records{client_}.title(way.end);
            for (auto& birth : crm::births_of(client_, more, title, edits)) writes.push_back(std::move(birth));
            break;
        }
        TERN_CHECK(client_.store().write(writes, client_.author()));
        return records.size();
    }

    Client& client_;
    Millis newest_ = 0;                                    ///< of all merges known here
    std::map<RecordId, std::vector<MergeLog>> merges_of_;  ///< by loser, the newest first
    std::map<RecordId, std::set<RecordId>> circles_;       ///< by the one that survives
    std::map<Way, std::set<RecordId>> late_;               ///< merged on since, by where that ended
    std::map<Way, std::set<RecordId>> ends_;               ///< all losers, by the living record that they lead to
};

Json json_of(const MergeField& field) {
    Json others = Json::array();
    for (const auto& [id, value] : field.others) {
        Json one = Json::object();
        one.add("from", Json{uuid_text(id)}).add("value", value);
        others.add(std::move(one));
    }
    Json out = Json::object();
    out.add("field", Json{field.field}).add("from", Json{uuid_text(field.from)}).add("added", Json{field.added});
    out.add("value", field.value).add("others", std::move(others));
    return out;
}

}  // namespace

Result<MergeOutcome> preview_merge(Client& client, const MergeRequest& request) {
    return caught([&]() -> Result<MergeOutcome> {
        TERN_TRY(plan, crm::MergePlan::make(client, request));
        return plan.outcome();
    });
}

Result<MergeOutcome> merge(Client& client, const MergeRequest& request) {
    return caught([&]() -> Result<MergeOutcome> {
        TERN_TRY(plan, crm::MergePlan::make(client, request));
        auto edits = plan.edits();
        std::vector<store::Write> writes;
        for (const CellEdit& edit : edits) writes.push_back(write_of(edit));
        for (const auto& loser : plan.losers()) {
            edits.push_back(end_of(loser));
            writes.push_back(alive_write(loser, false));
        }
        MergeLog log;
        log.operation = hex(suite::random_array<16>());
        log.winner = request.winner;
        log.losers = request.losers;
        log.at = client.adjusted_now();
        const std::string title = Records{client}.title(request.winner);
        for (auto& birth : crm::births_of(client, log, title, edits)) writes.push_back(std::move(birth));
        TERN_CHECK(client.store().write(writes, client.author()));
        auto out = plan.outcome();
        out.operation = log.operation;
        return out;
    });
}

Result<UnmergeOutcome> unmerge(Client& client, const RecordId& id) {
    return caught([&]() -> Result<UnmergeOutcome> {
        auto logs = crm::merges(client, id);
        if (logs.empty())
            return fail(Fault::not_found, "there is no merge of this record to undo here",
                        "sync first, or see `tern history`");
        const MergeLog last = logs[0];
        const auto taken_along = [&](const MergeLog& log) {
            return log.operation == last.operation || are_mutual(log, last);
        };
        Millis merged_at = last.at;  // what was led on since is younger
        for (const MergeLog& log : logs)
            if (log.operation == last.operation) merged_at = std::min(merged_at, log.at);
        if (client.adjusted_now() - merged_at > merge_limits::kUndo)
            return fail(Fault::bad_argument, "a merge can be undone for 30 days",
                        "bring values back one by one with `tern history`");
        Undoing undoing{client};
        for (MergeLog& log : logs)
            if (taken_along(log)) undoing.take(std::move(log));
        if (undoing.empty())
            return fail(Fault::forbidden, "you may not write in the spaces of that merge",
                        "ask a manager of the space");
        return undoing.write();
    });
}

RecordId merged_into(Client& client, const RecordId& id) {
    const auto trail = follow(client, id);
    if (trail.end) return *trail.end;
    return trail.circle.empty() ? id : *std::min_element(trail.circle.begin(), trail.circle.end());
}

Result<std::size_t> heal_merges(Client& client) {
    return caught([&]() -> Result<std::size_t> { return Healing(client).run(); });
}

Json json(const MergeOutcome& outcome) {
    Json fields = Json::array();
    for (const auto& field : outcome.fields) fields.add(json_of(field));
    Json out = Json::object();
    if (!outcome.operation.empty()) out.add("operation", Json{outcome.operation});
    out.add("fields", std::move(fields)).add("references", Json::count(outcome.references));
    out.add("out_of_reach", Json::count(outcome.out_of_reach));
    return out;
}

Json json(const UnmergeOutcome& outcome) {
    Json out = Json::object();
    out.add("restored", Json::count(outcome.restored)).add("kept", Json::count(outcome.kept));
    out.add("out_of_reach", Json::count(outcome.out_of_reach));
    return out;
}

}  // namespace tern

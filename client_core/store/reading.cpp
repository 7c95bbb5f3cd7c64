#include "client_core/store/reading.h"

#include <algorithm>
#include <set>

#include "client_core/store/current_cells.h"
#include "client_core/store/local_cells.h"
#include "client_core/store/stamps.h"

namespace tern::store {
namespace {

using Key = std::pair<ColumnNumber, Bytes>;

/// Cells whose live change is not acknowledged, and those that any change holds.
struct LiveCells {
    std::set<Key> pending, changed;
    explicit LiveCells(const std::vector<ChangeRow>& rows) {
        for (const ChangeRow& row : rows) {
            if (!row.live) continue;
            changed.emplace(row.column, row.element);
            if (row.txn) pending.emplace(row.column, row.element);
        }
    }
};

}  // namespace

RecordHead Reading::head_of(const RecordRow& record) {
    RecordHead out{
        record.id, core_.refs.spaces.id(record.space), record.entity, record.birth, record.newest, record.alive, false};
    out.pending =
        record.txn.has_value() ||
        core_.db
            .find_integer("SELECT 1 FROM change WHERE rid = ? AND txn IN (SELECT id FROM txn WHERE state < 2) LIMIT 1",
                          record.rid)
            .has_value();
    return out;
}

std::optional<RecordRow> Reading::row_of(const RecordHead& head) {
    const auto space = core_.refs.spaces.find(head.space);
    auto record = space ? core_.records.find(*space, head.id, head.entity) : std::nullopt;
    return record && record->born ? record : std::nullopt;
}

std::vector<RecordHead> Reading::find(const RecordId& id) {
    std::vector<RecordHead> out;
    for (const RecordRow& record : core_.records.with_id(id))
        if (record.born) out.push_back(head_of(record));
    return out;
}

std::vector<Register> Reading::registers(const RecordHead& head) {
    std::vector<Register> out;
    const auto record = row_of(head);
    if (!record) return out;
    const LiveCells live{core_.log.of_record(record->rid)};
    for (CurrentCell& cell : current_cells(core_, *record)) {
        if (cell.column < column::kCustom || cell.value.is_null()) continue;
        const Key key{cell.column, cell.element};
        const bool pending = live.changed.contains(key) ? live.pending.contains(key) : record->txn.has_value();
        if (!to_local(core_.schema(), record->entity, cell.column, cell.element)) continue;
        out.push_back({cell.column, std::move(cell.element), std::move(cell.value), cell.stamp, pending});
    }
    std::sort(out.begin(), out.end(), [](const Register& a, const Register& b) {
        return std::tie(a.column, a.element) < std::tie(b.column, b.element);
    });
    return out;
}

std::vector<HistoryEntry> Reading::history(const RecordHead& head) {
    std::vector<HistoryEntry> out;
    const auto record = row_of(head);
    if (!record) return out;
    const auto rows = core_.log.of_record(record->rid);
    std::map<Stamp, const ChangeRow*> older_births;
    for (const ChangeRow& row : rows)
        if (row.column == column::kBirth) older_births[row.stamp] = &row;
    for (const ChangeRow& row : rows) {
        if (row.column == column::kBirth) continue;
        HistoryEntry entry{
            row.row, {record->entity, record->id, row.column, row.element}, checked(row.value), row.stamp, row.bases};
        entry.live = row.live;
        entry.conflict = row.conflict;
        entry.pending = row.txn.has_value();
        if (row.of_birth) {
            const auto older = older_births.find(row.stamp);
            entry.bases = older != older_births.end() ? older->second->bases : unpack_stamps(record->birth_bases);
            entry.pending = older != older_births.end() ? older->second->txn.has_value() : record->txn.has_value();
        }
        out.push_back(std::move(entry));
    }
    add_births_cells(*record, rows, out);
    std::erase_if(out, [&](HistoryEntry& entry) {
        return !to_local(core_.schema(), record->entity, entry.cell.column, entry.cell.element);
    });
    std::sort(out.begin(), out.end(), [](const HistoryEntry& a, const HistoryEntry& b) {
        return a.stamp != b.stamp ? a.stamp > b.stamp : std::tie(a.cell, b.row) < std::tie(b.cell, a.row);
    });
    return out;
}

/// What the birth wrote and still holds.
void Reading::add_births_cells(const RecordRow& record, const std::vector<ChangeRow>& rows,
                               std::vector<HistoryEntry>& out) {
    const LiveCells live{rows};
    for (CurrentCell& cell : current_cells(core_, record)) {
        if (cell.column < column::kCustom || cell.value.is_null() || live.changed.contains({cell.column, cell.element}))
            continue;
        HistoryEntry entry{
            0, {record.entity, record.id, cell.column, std::move(cell.element)}, std::move(cell.value), record.birth};
        entry.bases = unpack_stamps(record.birth_bases);
        entry.live = true;
        entry.pending = record.txn.has_value();
        out.push_back(std::move(entry));
    }
}

std::vector<Conflict> Reading::conflicts() {
    std::vector<Conflict> out;
    for (const ChangeRow& row : core_.log.conflicts()) {
        const auto record = core_.records.at(row.rid);
        const Register winner = merger_.shown(*record, row.column, row.element);
        out.push_back({core_.refs.spaces.id(record->space),
                       {record->entity, record->id, row.column, row.element},
                       winner.value,
                       winner.stamp,
                       checked(row.value),
                       row.stamp});
    }
    for (const RecordRow& record : core_.records.where("lost_hlc IS NOT NULL")) {
        const Register winner = merger_.shown(record, column::kAlive, {});
        out.push_back({core_.refs.spaces.id(record.space),
                       {record.entity, record.id, column::kAlive, {}},
                       winner.value,
                       winner.stamp,
                       {},
                       *record.lost});
    }
    std::erase_if(out, [&](Conflict& conflict) {
        return !to_local(core_.schema(), conflict.cell.entity, conflict.cell.column, conflict.cell.element);
    });
    std::sort(out.begin(), out.end(), [](const Conflict& a, const Conflict& b) {
        return std::tie(a.space, a.cell, b.loser_stamp) < std::tie(b.space, b.cell, a.loser_stamp);
    });
    return out;
}

std::vector<RecordHead> Reading::trash() {
    std::vector<std::pair<Stamp, RecordHead>> found;
    for (const RecordRow& record : core_.records.where("alive = 0 AND birth_hlc IS NOT NULL"))
        found.emplace_back(merger_.shown(record, column::kAlive, {}).stamp, head_of(record));
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second.id < b.second.id;
    });
    std::vector<RecordHead> out;
    for (auto& [stamp, head] : found) out.push_back(std::move(head));
    return out;
}

std::map<SpaceId, std::int64_t> Reading::record_counts() {
    std::map<SpaceId, std::int64_t> out;
    Rows rows = core_.db.query(
        "SELECT s.id, c.n FROM (SELECT space, count(*) AS n FROM record WHERE alive = 1 AND birth_hlc IS NOT NULL "
        "GROUP "
        "BY space) c JOIN space_ref s ON s.n = c.space");
    while (rows.next()) out.emplace(rows.id<SpaceId>(0), rows.integer(1));
    return out;
}

}  // namespace tern::store

#include "client_core/store/merger.h"

#include <algorithm>
#include <set>

#include "client_core/store/current_cells.h"
#include "client_core/store/defining.h"
#include "client_core/store/merge.h"
#include "client_core/store/stamps.h"

namespace tern::store {
namespace {

Bytes encoded_alive() { return encode(alive_value({})); }

/// The row of a change that holds its cell now.
ChangeRow* live_one(std::vector<ChangeRow>& rows) {
    const auto at = std::find_if(rows.begin(), rows.end(), [](const ChangeRow& row) { return row.live; });
    return at == rows.end() ? nullptr : &*at;
}

Candidate candidate_of(const ChangeRow& row) { return {row.stamp, row.of_birth, true, row.value, row.bases}; }

}  // namespace

void Merger::flush() {
    const auto changed = book_.entities();
    if (std::any_of(changed.begin(), changed.end(), [&](EntityNumber entity) { return defines(core_, entity); }))
        redefine(core_, *this);
    core_.search.flush(core_);
    core_.notices.write(book_);
}

void Merger::apply(std::int64_t space, const Change& change, std::optional<std::int64_t> txn) {
    // Whoever opens a delta has judged its values already: this is for our own mistakes.
    const Value value = checked(change.value);
    if (change.cell.column == column::kBirth) {
        const auto cells = parse_birth(value);
        if (!cells) throw DatabaseError{cells.error()};
        apply_birth(space, change.cell, change.stamp, change.bases, *cells, txn);
        return;
    }
    auto record = core_.records.find(space, change.cell.record, change.cell.entity);
    if (!record) {
        record = RecordRow{.id = change.cell.record, .space = space, .entity = change.cell.entity};
        core_.records.insert(*record);
    }
    apply_cell(*record, change, txn);
}

void Merger::apply_cell(RecordRow& record, const Change& change, std::optional<std::int64_t> txn) {
    ChangeRow row;
    row.rid = record.rid;
    row.column = change.cell.column;
    row.element = change.cell.element;
    row.stamp = change.stamp;
    row.value = change.value;
    row.bases = change.bases;
    row.waiting = !record.born;
    row.txn = txn;
    if (!core_.log.insert(row)) {
        const auto known = core_.log.find(record.rid, row.column, row.element, row.stamp, false);
        if (known && known->txn) revive(record, known->row);
        return;
    }
    const RecordRow before = record;
    record.newest = std::max(record.newest, row.stamp);
    if (record.born) {
        settle(record, row.column, row.element);
        judge_deletion(record);
        book_.add(record.entity, record.id);
    }
    if (record != before) core_.records.update(record);
}

/// A change of ours that a server had refused comes back as accepted: then it counts after all.
void Merger::revive(RecordRow& record, std::int64_t row) {
    const auto change = core_.log.at(row);
    if (!core_.db.find_integer("SELECT 1 FROM txn WHERE id = ? AND state = 2", change->txn)) return;
    unpack(record);
    core_.log.set_txn(row, std::nullopt);
    if (change->column == column::kBirth)
        for (const ChangeRow& cell : core_.log.all_of_record(record.rid))
            if (cell.of_birth && cell.stamp == change->stamp) core_.log.set_txn(cell.row, std::nullopt);
    pack(record);
    core_.db.run("DELETE FROM txn WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM change WHERE txn = ?1)", change->txn);
    book_.add(record.entity, record.id);
}

void Merger::apply_birth(std::int64_t space, const Cell& cell, const Stamp& stamp, const std::vector<Stamp>& bases,
                         const std::vector<BirthCell>& cells, std::optional<std::int64_t> txn) {
    auto record = core_.records.find(space, cell.record, cell.entity);
    if (!record) {
        record = RecordRow{.id = cell.record, .space = space, .entity = cell.entity, .born = true, .birth = stamp};
        record->birth_bases = pack_stamps(bases);
        record->newest = stamp;
        record->txn = txn;
        core_.records.insert(*record);
        place_birth(*record, cells);
        core_.search.add(*record, cells);
    } else if (knows_birth(*record, stamp)) {
        const auto known = core_.log.find(record->rid, column::kBirth, {}, stamp, false);
        if (known && known->txn) revive(*record, known->row);
        return;
    } else {
        unpack(*record);
        log_birth(*record, stamp, bases, cells, txn);
        pack(*record);
    }
    book_.add(cell.entity, cell.record);
}

bool Merger::knows_birth(const RecordRow& record, const Stamp& birth) {
    return (record.born && record.birth == birth) ||
           core_.log.find(record.rid, column::kBirth, {}, birth, false).has_value();
}

void Merger::place_birth(const RecordRow& record, const std::vector<BirthCell>& cells) {
    for (const std::size_t i : core_.projection.insert(record.entity, record.rid, cells))
        core_.cells.put(record.rid, {cells[i].column, cells[i].element, record.birth, encode(cells[i].value)});
}

void Merger::log_birth(RecordRow& record, const Stamp& stamp, const std::vector<Stamp>& bases,
                       const std::vector<BirthCell>& cells, std::optional<std::int64_t> txn) {
    ChangeRow row{.rid = record.rid, .stamp = stamp, .value = encode(Value{}), .bases = bases, .txn = txn};
    core_.log.insert(row);
    for (const BirthCell& cell : cells) {
        ChangeRow part{
            .rid = record.rid, .column = cell.column, .element = cell.element, .stamp = stamp, .of_birth = true};
        part.value = encode(cell.value);
        core_.log.insert(part);
    }
}

std::vector<BirthCell> Merger::read_birth(const RecordRow& record, const Stamp& birth) {
    std::vector<BirthCell> out;
    const auto rows = core_.log.all_of_record(record.rid);
    std::set<std::pair<ColumnNumber, Bytes>> written_since;
    for (const ChangeRow& row : rows) {
        if (row.of_birth && row.stamp == birth) out.push_back({row.column, row.element, checked(row.value)});
        if (!row.of_birth && row.live) written_since.emplace(row.column, row.element);
    }
    if (record.born && record.birth == birth)
        for (CurrentCell& cell : current_cells(core_, record))
            if (cell.column >= column::kCustom && !cell.value.is_null() &&
                !written_since.contains({cell.column, cell.element}))
                out.push_back({cell.column, std::move(cell.element), std::move(cell.value)});
    return out;
}

void Merger::unpack(RecordRow& record) {
    if (!record.born) return;
    const auto cells = read_birth(record, record.birth);
    core_.projection.remove(record.entity, record.rid);
    core_.cells.remove_all(record.rid);
    log_birth(record, record.birth, unpack_stamps(record.birth_bases), cells, record.txn);
    core_.db.run("UPDATE change SET live = 0, conflict = 0 WHERE rid = ?", record.rid);
    record.born = false;
    record.birth = {};
    record.birth_bases.clear();
    record.txn.reset();
    core_.records.update(record);
    core_.search.touch(record);
}

void Merger::pack(RecordRow& record) {
    auto rows = core_.log.of_record(record.rid);
    const ChangeRow* birth = nullptr;
    record.older_births = 0;
    record.newest = {};
    for (const ChangeRow& row : rows) {
        if (!row.of_birth) record.newest = std::max(record.newest, row.stamp);
        if (row.column != column::kBirth) continue;
        ++record.older_births;
        if (birth == nullptr || birth->stamp < row.stamp) birth = &row;
    }
    record.alive = true;
    record.lost.reset();
    core_.db.run("UPDATE change SET live = 0, conflict = 0, waiting = ? WHERE rid = ? AND of_birth = 0 AND field <> 0",
                 birth == nullptr ? 1 : 0, record.rid);
    if (birth != nullptr) {
        --record.older_births;
        record.born = true;
        record.birth = birth->stamp;
        record.birth_bases = pack_stamps(birth->bases);
        record.txn = birth->txn;
        std::vector<BirthCell> cells;
        for (const ChangeRow& row : rows) {
            if (!row.of_birth || row.stamp != record.birth) continue;
            cells.push_back({row.column, row.element, checked(row.value)});
            core_.log.remove(row.row);
        }
        core_.log.remove(birth->row);
        place_birth(record, cells);
        std::set<std::pair<ColumnNumber, Bytes>> written;
        for (const ChangeRow& row : rows)
            if (row.column != column::kBirth && !(row.of_birth && row.stamp == record.birth))
                written.emplace(row.column, row.element);
        for (const auto& [column, element] : written) settle(record, column, element);
        judge_deletion(record);
    }
    core_.records.update(record);
    core_.search.touch(record);
}

void Merger::settle(RecordRow& record, ColumnNumber column, ByteView element) {
    auto rows = core_.log.of_cell(record.rid, column, element);
    const bool is_alive = column == column::kAlive;
    const bool held = live_one(rows) == nullptr;
    const Value births = held && !is_alive ? held_by_birth(record, column, element) : Value{};
    std::vector<Candidate> candidates;
    bool birth_is_logged = false;
    for (const ChangeRow& row : rows) {
        candidates.push_back(candidate_of(row));
        if (!row.of_birth || row.stamp != record.birth) continue;
        birth_is_logged = true;
        candidates.back().bases = unpack_stamps(record.birth_bases);
    }
    if (record.older_births > 0)
        for (const ChangeRow& older : core_.log.of_cell(record.rid, column::kBirth, {})) {
            const auto same = [&](const ChangeRow& row) { return row.of_birth && row.stamp == older.stamp; };
            const auto named = std::find_if(rows.begin(), rows.end(), same);
            if (named != rows.end())
                candidates[static_cast<std::size_t>(named - rows.begin())].bases = older.bases;
            else
                candidates.push_back(
                    {older.stamp, true, false, is_alive ? encoded_alive() : encode(Value{}), older.bases});
        }
    if (!birth_is_logged)
        candidates.push_back({record.birth, true, !births.is_null(), is_alive ? encoded_alive() : encode(births),
                              unpack_stamps(record.birth_bases)});
    const Verdict verdict = judge(candidates, is_alive);
    if (verdict.winner < rows.size() && held && !births.is_null()) {
        ChangeRow kept{
            .rid = record.rid, .column = column, .element = copy(element), .stamp = record.birth, .of_birth = true};
        kept.value = encode(births);
        kept.conflict = verdict.conflict.back();
        core_.log.insert(kept);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool live = i == verdict.winner && !rows[i].of_birth;
        if (live && !rows[i].live) show(record, rows[i]);
        if (live == rows[i].live && verdict.conflict[i] == rows[i].conflict && !rows[i].waiting) continue;
        rows[i].live = live;
        rows[i].conflict = verdict.conflict[i];
        rows[i].waiting = false;
        core_.log.set_flags(rows[i]);
    }
}

void Merger::show(RecordRow& record, const ChangeRow& winner) {
    CellRow cell{winner.column, winner.element, winner.stamp, {}};
    if (winner.column == column::kAlive) {
        record.alive = read_alive(winner.value).alive;
        cell.value = winner.value;
    } else {
        const Value value = checked(winner.value);
        if (!core_.projection.put(record.entity, record.rid, winner.column, winner.element, value))
            cell.value = winner.value;
    }
    core_.cells.put(record.rid, cell);
    core_.search.touch(record, winner.column);
}

/// The birth's value of a cell that no change has overwritten yet.
Value Merger::held_by_birth(const RecordRow& record, ColumnNumber column, ByteView element) {
    const auto irregular = core_.cells.find(record.rid, column, element);
    if (irregular && irregular->value) return checked(*irregular->value);
    return core_.projection.get(record.entity, record.rid, column, element);
}

void Merger::judge_deletion(RecordRow& record) {
    record.lost.reset();
    if (record.alive) return;
    const auto deletion = core_.cells.find(record.rid, column::kAlive, {});
    if (!deletion || !deletion->value) return;
    std::vector<Edit> edits{{record.birth, unpack_stamps(record.birth_bases)}};
    for (const ChangeRow& row : core_.log.of_record(record.rid))
        if (!row.of_birth && row.column != column::kAlive) edits.push_back({row.stamp, row.bases});
    record.lost = lost_to_deletion(read_alive(*deletion->value).seen, deletion->stamp.device, edits);
}

Register Merger::shown(const RecordRow& record, ColumnNumber column, ByteView element) {
    Register out{column, copy(element), {}, {}, false};
    if (!record.born) return out;
    const auto cell = core_.cells.find(record.rid, column, element);
    out.stamp = cell ? cell->stamp : record.birth;
    if (column == column::kBirth) return out;
    if (cell && cell->value)
        out.value = checked(*cell->value);
    else if (column != column::kAlive)
        out.value = core_.projection.get(record.entity, record.rid, column, element);
    return out;
}

void Merger::project_again(const RecordRow& record, const CellRow& cell) {
    if (!cell.value) return;
    const bool exact = core_.projection.put(record.entity, record.rid, cell.column, cell.element, checked(*cell.value));
    core_.search.touch(record, cell.column);
    if (!exact) return;
    const auto rows = core_.log.of_cell(record.rid, cell.column, cell.element);
    const bool of_a_change = std::any_of(rows.begin(), rows.end(), [](const ChangeRow& row) { return row.live; });
    if (of_a_change)
        core_.cells.put(record.rid, {cell.column, cell.element, cell.stamp, {}});
    else
        core_.cells.remove(record.rid, cell.column, cell.element);
}

}  // namespace tern::store

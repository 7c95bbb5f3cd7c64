#include "tests/client_core/store/model.h"

#include <algorithm>
#include <map>

namespace tern::store::test {
namespace {

struct Entry {
    Cell cell;
    Value value;
    Stamp stamp;
    std::vector<Stamp> bases;
    bool of_birth = false;
    bool named = true;
    bool wins = false;
    bool conflict = false;
};

bool is_dead(const Value& value) {
    const auto alive = parse_alive(value);
    return alive && !alive->alive;
}

bool names(const std::vector<Stamp>& bases, const Stamp& stamp) {
    return std::find(bases.begin(), bases.end(), stamp) != bases.end();
}

bool differ(const Entry& a, const Entry& b) {
    return a.cell.column == column::kAlive ? is_dead(a.value) != is_dead(b.value) : a.value != b.value;
}

bool is_conflict(const Entry& loser, const Entry& winner, const std::vector<Entry>& all) {
    if (!loser.named || !differ(loser, winner)) return false;
    bool overwritten_unseen = false;
    for (const Entry& w : all) {
        if (names(w.bases, loser.stamp)) return false;
        const Stamp base = w.bases.empty() ? Stamp{} : *std::max_element(w.bases.begin(), w.bases.end());
        overwritten_unseen |= w.stamp.device != loser.stamp.device && base < loser.stamp && loser.stamp < w.stamp;
    }
    return overwritten_unseen;
}

/// All writes of each cell of one record: the cells' own changes, and every birth as a write of every cell.
std::map<std::pair<ColumnNumber, Bytes>, std::vector<Entry>> spread_out(const std::vector<Change>& changes) {
    std::map<std::pair<ColumnNumber, Bytes>, std::vector<Entry>> cells;
    cells[{column::kAlive, {}}];
    for (const Change& change : changes) {
        if (change.cell.column != column::kBirth) cells[{change.cell.column, change.cell.element}];
        if (change.cell.column == column::kBirth)
            for (const BirthCell& cell : parse_birth(decode_value(change.value).value()).value())
                cells[{cell.column, cell.element}];
    }
    for (auto& [key, entries] : cells)
        for (const Change& change : changes) {
            const Cell cell{change.cell.entity, change.cell.record, key.first, key.second};
            if (change.cell == cell)
                entries.push_back({cell, decode_value(change.value).value(), change.stamp, change.bases});
            if (change.cell.column != column::kBirth) continue;
            Entry entry{cell, {}, change.stamp, change.bases, true, false};
            if (key.first == column::kAlive) entry.value = alive_value({});
            for (const BirthCell& part : parse_birth(decode_value(change.value).value()).value())
                if (part.column == key.first && part.element == key.second) {
                    entry.value = part.value;
                    entry.named = true;
                }
            entries.push_back(entry);
        }
    return cells;
}

void judge(std::vector<Entry>& entries) {
    Entry& winner = *std::max_element(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return a.stamp != b.stamp ? a.stamp < b.stamp : a.of_birth && !b.of_birth;
    });
    winner.wins = true;
    for (Entry& entry : entries)
        if (!entry.wins) entry.conflict = is_conflict(entry, winner, entries);
}

std::optional<Stamp> edit_while_deleted(const std::vector<Change>& changes, const Entry& deletion) {
    const Stamp seen = parse_alive(deletion.value)->seen;
    std::optional<Stamp> out;
    for (const Change& change : changes) {
        if (change.cell.column == column::kAlive || change.stamp.device == deletion.stamp.device ||
            change.stamp <= seen)
            continue;
        const bool built_upon = std::any_of(changes.begin(), changes.end(), [&](const Change& other) {
            return other.cell.column != column::kAlive && names(other.bases, change.stamp);
        });
        if (!built_upon && (!out || *out < change.stamp)) out = change.stamp;
    }
    return out;
}

void tell(const RecordId& id, const std::vector<Change>& changes, std::string& out,
          std::vector<std::string>& conflicts) {
    Stamp newest;
    for (const Change& change : changes) newest = std::max(newest, change.stamp);
    auto cells = spread_out(changes);
    std::string registers;
    std::vector<std::string> history;
    bool dead = false;
    for (auto& [key, entries] : cells) {
        judge(entries);
        const Entry winner = *std::find_if(entries.begin(), entries.end(), [](const Entry& e) { return e.wins; });
        const Value shown = key.first == column::kAlive && winner.of_birth ? Value{} : winner.value;
        if (key.first == column::kAlive)
            dead = is_dead(winner.value);
        else if (!winner.value.is_null())
            registers += "  " + line(winner.cell, winner.value, winner.stamp) + "\n";
        for (const Entry& e : entries) {
            if (e.of_birth && (!e.named || key.first == column::kAlive)) continue;
            history.push_back("  h " + line(e.cell, e.value, e.stamp) + (e.wins ? " live" : "") +
                              (e.conflict ? " conflict" : ""));
            if (e.conflict)
                conflicts.push_back("conflict " + line(e.cell, shown, winner.stamp) + " over " +
                                    line(e.cell, e.value, e.stamp) + "\n");
        }
        if (key.first == column::kAlive && dead)
            if (const auto lost = edit_while_deleted(changes, winner))
                conflicts.push_back("conflict " + line(winner.cell, shown, winner.stamp) + " over " +
                                    line(winner.cell, {}, *lost) + "\n");
    }
    std::sort(history.begin(), history.end());
    out += "record " + hex(id).substr(0, 4) + (dead ? " dead" : " alive") + " newest " +
           std::to_string(newest.hlc.value) + "\n" + registers;
    for (const auto& h : history) out += h + "\n";
}

}  // namespace

std::string model_picture(const std::vector<Change>& changes, const std::vector<RecordId>& records) {
    std::string out;
    std::vector<std::string> conflicts;
    for (const RecordId& id : records) {
        std::map<EntityNumber, std::vector<Change>> by_entity;
        for (const Change& change : changes)
            if (change.cell.record == id) by_entity[change.cell.entity].push_back(change);
        for (const auto& [entity, own] : by_entity)
            if (std::any_of(own.begin(), own.end(), [](const Change& c) { return c.cell.column == column::kBirth; }))
                tell(id, own, out, conflicts);
    }
    std::sort(conflicts.begin(), conflicts.end());
    for (const auto& text : conflicts) out += text;
    return out;
}

}  // namespace tern::store::test

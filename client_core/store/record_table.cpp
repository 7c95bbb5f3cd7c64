#include "client_core/store/record_table.h"

namespace tern::store {
namespace {

const std::string kSelect = "SELECT " + std::string(RecordTable::kColumns) + " FROM record WHERE ";
const std::string kFind = kSelect + "id = ? AND space = ? AND entity = ?";
const std::string kAt = kSelect + "rid = ?";
const std::string kWithId = kSelect + "id = ? ORDER BY space, entity";

/// Two bound columns of a stamp that may be absent.
struct BoundStamp {
    Bound hlc = Bound(std::nullopt);
    Bound device = Bound(std::nullopt);
    BoundStamp(Refs& refs, const std::optional<Stamp>& stamp) {
        if (!stamp) return;
        hlc = Bound(static_cast<std::int64_t>(stamp->hlc.value));
        device = Bound(refs.devices.number(stamp->device));
    }
};

/// What update() writes, in its order.
struct Mutable {
    BoundStamp birth, newest, lost;
    Bound bases = Bound(std::nullopt);
    Mutable(Refs& refs, const RecordRow& row)
        : birth(refs, row.born ? std::optional{row.birth} : std::nullopt),
          newest(refs, row.newest != row.birth ? std::optional{row.newest} : std::nullopt),
          lost(refs, row.lost) {
        if (!row.birth_bases.empty()) bases = Bound(row.birth_bases);
    }
};

}  // namespace

std::string RecordTable::qualified(std::string_view alias) {
    std::string out = std::string(alias) + '.';
    for (const char c : kColumns) {
        out += c;
        if (c == ' ') out += std::string(alias) + '.';
    }
    return out;
}

RecordRow RecordTable::read(const Rows& rows) {
    RecordRow row;
    row.rid = rows.integer(0);
    row.id = rows.id<RecordId>(1);
    row.space = rows.integer(2);
    row.entity = static_cast<EntityNumber>(rows.integer(3));
    row.born = !rows.is_null(4);
    if (row.born) row.birth = refs_.stamp(rows.integer(4), rows.integer(5));
    row.birth_bases = copy(rows.blob(6));
    row.newest = rows.is_null(7) ? row.birth : refs_.stamp(rows.integer(7), rows.integer(8));
    row.alive = rows.integer(9) != 0;
    row.older_births = rows.integer(10);
    if (!rows.is_null(11)) row.lost = refs_.stamp(rows.integer(11), rows.integer(12));
    if (!rows.is_null(13)) row.txn = rows.integer(13);
    return row;
}

std::optional<RecordRow> RecordTable::find(std::int64_t space, const RecordId& id, EntityNumber entity) {
    Rows rows = db_.query(kFind, id, space, entity);
    return rows.next() ? std::optional{read(rows)} : std::nullopt;
}

std::optional<RecordRow> RecordTable::at(std::int64_t rid) {
    Rows rows = db_.query(kAt, rid);
    return rows.next() ? std::optional{read(rows)} : std::nullopt;
}

std::vector<RecordRow> RecordTable::with_id(const RecordId& id) {
    std::vector<RecordRow> out;
    Rows rows = db_.query(kWithId, id);
    while (rows.next()) out.push_back(read(rows));
    return out;
}

std::vector<RecordRow> RecordTable::where(const std::string& condition, std::int64_t argument) {
    std::vector<RecordRow> out;
    Rows rows = db_.query(kSelect + "(" + condition + ") AND ?1 IS NOT NULL ORDER BY rid", argument);
    while (rows.next()) out.push_back(read(rows));
    return out;
}

void RecordTable::insert(RecordRow& row) {
    const Mutable m{refs_, row};
    db_.run(
        "INSERT INTO record(id, space, entity, birth_hlc, birth_dev, birth_bases, newest_hlc, newest_dev, alive, "
        "older_births, lost_hlc, lost_dev, txn) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.id, row.space, row.entity, m.birth.hlc, m.birth.device, m.bases, m.newest.hlc, m.newest.device,
        row.alive ? 1 : 0, row.older_births, m.lost.hlc, m.lost.device, row.txn);
    row.rid = db_.last_rowid();
    db_.run(
        "INSERT OR IGNORE INTO setting(name, value) SELECT 'held_twice', x'01' WHERE EXISTS (SELECT 1 FROM record "
        "WHERE id = ? AND rid <> ?)",
        row.id, row.rid);
}

void RecordTable::update(const RecordRow& row) {
    const Mutable m{refs_, row};
    db_.run(
        "UPDATE record SET birth_hlc = ?, birth_dev = ?, birth_bases = ?, newest_hlc = ?, newest_dev = ?, alive = ?, "
        "older_births = ?, lost_hlc = ?, lost_dev = ?, txn = ? WHERE rid = ?",
        m.birth.hlc, m.birth.device, m.bases, m.newest.hlc, m.newest.device, row.alive ? 1 : 0, row.older_births,
        m.lost.hlc, m.lost.device, row.txn, row.rid);
}

}  // namespace tern::store

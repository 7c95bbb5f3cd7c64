#include "client_core/store/change_log.h"

#include "client_core/store/stamps.h"

namespace tern::store {
namespace {

const std::string kSelect =
    "SELECT \"row\", rid, field, key, hlc, dev, of_birth, value, bases, live, conflict, waiting, txn FROM change "
    "WHERE ";
const std::string kNotRefused = " AND (txn IS NULL OR txn IN (SELECT id FROM txn WHERE state < 2)) ORDER BY \"row\"";
const std::string kOfCell = kSelect + "rid = ? AND field = ? AND key = ?" + kNotRefused;
const std::string kOfRecord = kSelect + "rid = ?" + kNotRefused;
const std::string kAllOfRecord = kSelect + "rid = ? ORDER BY \"row\"";
const std::string kOfTxn = kSelect + "txn = ? ORDER BY \"row\"";
const std::string kConflicts = kSelect + "conflict = 1 ORDER BY \"row\"";
const std::string kFind = kSelect + "rid = ? AND field = ? AND key = ? AND hlc = ? AND dev = ? AND of_birth = ?";
const std::string kAt = kSelect + "\"row\" = ?";

}  // namespace

ChangeRow ChangeLog::read(const Rows& rows) {
    ChangeRow out;
    out.row = rows.integer(0);
    out.rid = rows.integer(1);
    out.column = static_cast<ColumnNumber>(rows.integer(2));
    out.element = copy(rows.blob(3));
    out.stamp = refs_.stamp(rows.integer(4), rows.integer(5));
    out.of_birth = rows.integer(6) != 0;
    out.value = copy(rows.blob(7));
    out.bases = unpack_stamps(rows.blob(8));
    out.live = rows.integer(9) != 0;
    out.conflict = rows.integer(10) != 0;
    out.waiting = rows.integer(11) != 0;
    if (!rows.is_null(12)) out.txn = rows.integer(12);
    return out;
}

std::vector<ChangeRow> ChangeLog::read_all(Rows rows) {
    std::vector<ChangeRow> out;
    while (rows.next()) out.push_back(read(rows));
    return out;
}

bool ChangeLog::insert(ChangeRow& change) {
    db_.run(
        "INSERT OR IGNORE INTO change(rid, field, key, hlc, dev, of_birth, value, bases, live, conflict, waiting, txn) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        change.rid, change.column, change.element, change.stamp.hlc.value, refs_.devices.number(change.stamp.device),
        change.of_birth ? 1 : 0, change.value, pack_stamps(change.bases), change.live ? 1 : 0, change.conflict ? 1 : 0,
        change.waiting ? 1 : 0, change.txn);
    if (db_.rows_changed() == 0) return false;
    change.row = db_.last_rowid();
    return true;
}

std::optional<ChangeRow> ChangeLog::find(std::int64_t rid, ColumnNumber column, ByteView element, const Stamp& stamp,
                                         bool of_birth) {
    const auto device = refs_.devices.find(stamp.device);
    if (!device) return std::nullopt;
    Rows rows = db_.query(kFind, rid, column, element, stamp.hlc.value, *device, of_birth ? 1 : 0);
    return rows.next() ? std::optional{read(rows)} : std::nullopt;
}

std::optional<ChangeRow> ChangeLog::at(std::int64_t row) {
    Rows rows = db_.query(kAt, row);
    return rows.next() ? std::optional{read(rows)} : std::nullopt;
}

std::vector<ChangeRow> ChangeLog::of_cell(std::int64_t rid, ColumnNumber column, ByteView element) {
    return read_all(db_.query(kOfCell, rid, column, element));
}
std::vector<ChangeRow> ChangeLog::of_record(std::int64_t rid) { return read_all(db_.query(kOfRecord, rid)); }
std::vector<ChangeRow> ChangeLog::all_of_record(std::int64_t rid) { return read_all(db_.query(kAllOfRecord, rid)); }
std::vector<ChangeRow> ChangeLog::of_txn(std::int64_t txn) { return read_all(db_.query(kOfTxn, txn)); }
std::vector<ChangeRow> ChangeLog::conflicts() { return read_all(db_.query(kConflicts)); }

void ChangeLog::set_flags(const ChangeRow& change) {
    db_.run("UPDATE change SET live = ?, conflict = ?, waiting = ? WHERE \"row\" = ?", change.live ? 1 : 0,
            change.conflict ? 1 : 0, change.waiting ? 1 : 0, change.row);
}

void ChangeLog::set_txn(std::int64_t row, std::optional<std::int64_t> txn) {
    db_.run("UPDATE change SET txn = ? WHERE \"row\" = ?", txn, row);
}

}  // namespace tern::store

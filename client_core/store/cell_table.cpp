#include "client_core/store/cell_table.h"

namespace tern::store {

CellRow CellTable::read(const Rows& rows) {
    CellRow out{static_cast<ColumnNumber>(rows.integer(0)),
                copy(rows.blob(1)),
                refs_.stamp(rows.integer(2), rows.integer(3)),
                {}};
    if (!rows.is_null(4)) out.value = copy(rows.blob(4));
    return out;
}

std::optional<CellRow> CellTable::find(std::int64_t rid, ColumnNumber column, ByteView element) {
    Rows rows = db_.query("SELECT field, key, hlc, dev, value FROM cell WHERE rid = ? AND field = ? AND key = ?", rid,
                          column, element);
    return rows.next() ? std::optional{read(rows)} : std::nullopt;
}

std::vector<CellRow> CellTable::of_record(std::int64_t rid) {
    std::vector<CellRow> out;
    Rows rows = db_.query("SELECT field, key, hlc, dev, value FROM cell WHERE rid = ? ORDER BY field, key", rid);
    while (rows.next()) out.push_back(read(rows));
    return out;
}

void CellTable::put(std::int64_t rid, const CellRow& cell) {
    db_.run("INSERT OR REPLACE INTO cell(rid, field, key, hlc, dev, value) VALUES (?, ?, ?, ?, ?, ?)", rid, cell.column,
            cell.element, cell.stamp.hlc.value, refs_.devices.number(cell.stamp.device), cell.value);
}

void CellTable::remove(std::int64_t rid, ColumnNumber column, ByteView element) {
    db_.run("DELETE FROM cell WHERE rid = ? AND field = ? AND key = ?", rid, column, element);
}

}  // namespace tern::store

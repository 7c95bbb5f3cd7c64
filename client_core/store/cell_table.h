// The table `cell`: clocks of what was written after a record's birth, and values that no column can hold exactly.
#pragma once

#include <optional>

#include "client_core/store/refs.h"
#include "protocol/change.h"

namespace tern::store {

struct CellRow {
    ColumnNumber column = 0;
    Bytes element;
    Stamp stamp;
    std::optional<Bytes> value;  ///< none: the columns say it
};

class CellTable {
public:
    CellTable(Database& db, Refs& refs) : db_(db), refs_(refs) {}

    std::optional<CellRow> find(std::int64_t rid, ColumnNumber column, ByteView element);
    /// By (column, element).
    std::vector<CellRow> of_record(std::int64_t rid);
    void put(std::int64_t rid, const CellRow& cell);
    void remove(std::int64_t rid, ColumnNumber column, ByteView element);
    void remove_all(std::int64_t rid) { db_.run("DELETE FROM cell WHERE rid = ?", rid); }

private:
    CellRow read(const Rows& rows);
    Database& db_;
    Refs& refs_;
};

}  // namespace tern::store

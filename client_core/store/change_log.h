// The table `change`: every change that is known, live or not, but for births that live (migrations.h).
#pragma once

#include <optional>

#include "client_core/store/refs.h"
#include "protocol/change.h"

namespace tern::store {

struct ChangeRow {
    std::int64_t row = 0;
    std::int64_t rid = 0;
    ColumnNumber column = 0;  ///< kBirth: a birth that was replaced; its cells are rows of their own
    Bytes element;
    Stamp stamp;
    bool of_birth = false;  ///< a cell of the birth with this stamp
    Bytes value;            ///< encoded
    std::vector<Stamp> bases;
    bool live = false;
    bool conflict = false;
    bool waiting = false;  ///< for the record's birth
    std::optional<std::int64_t> txn;
};

class ChangeLog {
public:
    ChangeLog(Database& db, Refs& refs) : db_(db), refs_(refs) {}

    /// False if (cell, stamp, of_birth) is known already. Fills in `row`.
    bool insert(ChangeRow& change);
    std::optional<ChangeRow> find(std::int64_t rid, ColumnNumber column, ByteView element, const Stamp& stamp,
                                  bool of_birth);
    std::optional<ChangeRow> at(std::int64_t row);

    /// What counts in merging (refused work does not), oldest row first.
    std::vector<ChangeRow> of_cell(std::int64_t rid, ColumnNumber column, ByteView element);
    std::vector<ChangeRow> of_record(std::int64_t rid);
    /// Refused work too.
    std::vector<ChangeRow> all_of_record(std::int64_t rid);
    std::vector<ChangeRow> of_txn(std::int64_t txn);
    /// All conflicts of all records but those of deletions.
    std::vector<ChangeRow> conflicts();

    void set_flags(const ChangeRow& change);
    void set_txn(std::int64_t row, std::optional<std::int64_t> txn);
    void remove(std::int64_t row) { db_.run("DELETE FROM change WHERE \"row\" = ?", row); }

private:
    ChangeRow read(const Rows& rows);
    std::vector<ChangeRow> read_all(Rows rows);
    Database& db_;
    Refs& refs_;
};

}  // namespace tern::store

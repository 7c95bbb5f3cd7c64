// Brings changes into the tables: the rule of merge.h, cell by cell, and births as the registers that they are.
// Everything here runs inside the caller's transaction.
#pragma once

#include "client_core/store/core.h"

namespace tern::store {

class Merger {
public:
    explicit Merger(Core& core) : core_(core) {}

    /// `txn`: local work, not acknowledged yet. A change that is known does nothing.
    void apply(std::int64_t space, const Change& change, std::optional<std::int64_t> txn);
    /// A birth that was made here and is known to be new to the store or to follow its bases.
    void apply_birth(std::int64_t space, const Cell& cell, const Stamp& stamp, const std::vector<Stamp>& bases,
                     const std::vector<BirthCell>& cells, std::optional<std::int64_t> txn);
    /// Before the transaction ends: what follows from records that changed since the last flush. What they define is
    /// followed, the search index takes them in, screens are told.
    void flush();
    /// To be told of at the next flush.
    void note(EntityNumber entity, const RecordId& id) { book_.add(entity, id); }

    /// Takes a record apart into rows of `change`, births too, so that they can be changed; afterwards it is not born.
    void unpack(RecordRow& record);
    /// Puts it together again from all rows that count: the winning birth, each cell's winner, all flags.
    void pack(RecordRow& record);

    /// The cells of a birth that is known, as it was written. `record` must be born or have had it.
    std::vector<BirthCell> read_birth(const RecordRow& record, const Stamp& birth);
    /// The value that a cell shows now, with its stamp: the record's birth where it was never written since.
    Register shown(const RecordRow& record, ColumnNumber column, ByteView element);
    /// Projects a cell again that the schema has got a column for.
    void project_again(const RecordRow& record, const CellRow& cell);

private:
    void apply_cell(RecordRow& record, const Change& change, std::optional<std::int64_t> txn);
    bool knows_birth(const RecordRow& record, const Stamp& birth);
    void revive(RecordRow& record, std::int64_t row);
    void place_birth(const RecordRow& record, const std::vector<BirthCell>& cells);
    void log_birth(RecordRow& record, const Stamp& stamp, const std::vector<Stamp>& bases,
                   const std::vector<BirthCell>& cells, std::optional<std::int64_t> txn);
    void settle(RecordRow& record, ColumnNumber column, ByteView element);
    void show(RecordRow& record, const ChangeRow& winner);
    Value held_by_birth(const RecordRow& record, ColumnNumber column, ByteView element);
    void judge_deletion(RecordRow& record);

    Core& core_;
    NoticeBook book_;
};

}  // namespace tern::store

// Records of `merge`: what a merge has changed, a record a space.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tern/client.h>
#include "client_core/crm/references.h"

namespace tern::crm {

struct MergedCell {
    RecordId record;
    EntityNumber entity = 0;
    ColumnNumber column = 0;
    Bytes element;
    Value before;
    Bytes after;  ///< digest_of() the value after
};

/// One record of `merge`.
struct MergeLog {
    RecordId id;
    SpaceId space;
    std::string operation;
    RecordId winner;
    std::vector<RecordId> losers;
    Millis at = 0;
    std::vector<MergedCell> cells;
};

Bytes digest_of(const Value& value);

/// The births of one record of `merge` a space that `edits` touch.
std::vector<store::Write> births_of(Client& client, const MergeLog& what, const std::string& title,
                                    const std::vector<CellEdit>& edits);
/// Those that were not undone, without their cells; newest first. `about`: winner, loser or record of `merge`; none:
/// all.
std::vector<MergeLog> merges(Client& client, const std::optional<RecordId>& about);
/// Those that are left of an operation that was undone in the same space: somebody did not know of that yet.
std::vector<MergeLog> undone_elsewhere(Client& client);
/// Fills in its cells.
void read_cells(Client& client, MergeLog& log);
store::Write undone(Client& client, const MergeLog& log);

}  // namespace tern::crm

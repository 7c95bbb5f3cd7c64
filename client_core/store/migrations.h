// The store's own tables, apart from those that the schema decides (tables.h), as a row of steps.
//
//   record   one row a record and space. birth_hlc null: only changes are known so far, all waiting, nothing is shown.
//            newest_hlc null: the birth is the newest. lost_*: the newest edit that the record's deletion did not know.
//   cell     the clock of a cell that was written after the birth. value not null: these are the value's bytes (no
//            column can hold it exactly); null: the value is what the columns say. A birth's cell that no column can
//            hold exactly is here too, under the birth's stamp. `alive` (field 1) always is, once it was written.
//   change   every change known, live or not; births only once another has replaced them (field 0, their cells beside
//            them with of_birth), and a live birth's cell once it was overwritten (of_birth, the birth's stamp).
//            A live birth whose cells live has no row here, and no row but one in `record` and one in its table.
//   txn      local work that no server has acknowledged. state 0: never sealed, 1: sealed, 2: refused.
#pragma once

#include "protocol/base/database.h"

namespace tern::store {

Status migrate_store(Database& db);

}  // namespace tern::store

// The digest by which devices know that they agree.
//
//   record = id 16 | u16 entity | stamp of the birth | stamp of `alive` | lp(value of `alive`) | cells
//   cell   = u16 column | lp(element) | stamp | lp(value)        ascending by (column, element)
//   stamp  = u64 hlc | device 16
//
// `alive` that was never written has the birth's stamp and the value {1: true}. A cell is in it if it was written after
// the birth, even with null, or if the birth gave it a value; its value is the canonical bytes as sent. Records that
// are not born yet are left out. hash_0 = 32 zeros, hash_n = H("tern/state", hash_n-1 || lp(record n)), by (id,
// entity).
#pragma once

#include "client_core/store/core.h"

namespace tern::store {

Hash state_hash(Core& core, const SpaceId& space);
/// H("tern/states", (space 16 | its hash 32)…) over the spaces that hold a record, ascending.
Hash state_hash(Core& core);

}  // namespace tern::store

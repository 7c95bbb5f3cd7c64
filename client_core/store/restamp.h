// What happens when this device learns that its clock was wrong.
#pragma once

#include "client_core/store/merger.h"

namespace tern::store {

/// Takes the new offset and moves every never sealed delta: new = max(min(old + difference, now), previous new + 1,
/// greatest base + 1), in order, under `author.device`. Old stamps are replaced wherever they stand, and the winners of
/// the touched cells computed again: a foreign change that had lost to a stamp of 2036 may win now. Inside a
/// transaction.
void set_clock_offset(Core& core, Merger& merger, Millis offset, const Author& author);

}  // namespace tern::store

// Every invariant that the code leans on, looked at in earnest.
#pragma once

#include "client_core/store/merger.h"

namespace tern::store {

/// The first thing found wrong, as `storage`. Works out every record that has changes anew, inside a transaction of its
/// own that is rolled back.
Status check(Core& core, Merger& merger);

}  // namespace tern::store

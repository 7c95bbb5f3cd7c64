// The merge rule once more, written as plainly as can be, to compare the store with.
#pragma once

#include "tests/client_core/store/support.h"

namespace tern::store::test {

/// What picture() must say of a store that has been given exactly these changes.
std::string model_picture(const std::vector<Change>& changes, const std::vector<RecordId>& records);

}  // namespace tern::store::test

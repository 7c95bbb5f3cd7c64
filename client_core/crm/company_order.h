// In which order the files of a company are taken, so that what is referred to by name is there.
#pragma once

#include <string>
#include <vector>

#include "client_core/schema/schema.h"

namespace tern::crm {

/// Those of `names` that are entities of the schema: what others refer to before them, as far as they do not refer to
/// one another.
std::vector<std::string> in_order(const schema::Schema& schema, const std::vector<std::string>& names);

}  // namespace tern::crm

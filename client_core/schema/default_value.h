// What a form may start with.
#pragma once

#include <string>

#include "client_core/schema/schema.h"

namespace tern::schema {

/// What is wrong with the default of a field or member; empty: nothing, or it has none.
std::string fault_of_default(const Member& member);

}  // namespace tern::schema

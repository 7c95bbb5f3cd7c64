// The entities that every Tern has: protocol/crm.
#pragma once

#include "client_core/schema/schema.h"

namespace tern::schema {

/// Loaded at the first call; lives as long as the program. Safe from any thread.
const Schema& crm();

}  // namespace tern::schema

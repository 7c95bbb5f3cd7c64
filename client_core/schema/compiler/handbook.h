// The schema for people to read: docs/schema.md.
#pragma once

#include <string>

#include "client_core/schema/schema.h"

namespace tern::schema {

std::string handbook(const Schema& schema);

}  // namespace tern::schema

// From a schema's bytes (protocol/schema.proto) to a Schema that keeps its promises.
#pragma once

#include "client_core/schema/place.h"
#include "client_core/schema/schema.h"
#include "protocol/base/result.h"

namespace tern::schema {

/// Refuses, naming entity and field, what the store could not hold, a screen could not show or a later version would
/// trip over: numbers and names that are out of range or used twice, references to nothing, members where none belong,
/// labels that are missing, defaults that nobody could type. `blame`, if given, learns where the fault is.
Result<Schema> load(ByteView bytes, Blame* blame = nullptr);

}  // namespace tern::schema

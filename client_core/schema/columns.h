// Which SQL columns a type takes, and what they are called.
#pragma once

#include "client_core/schema/schema.h"

namespace tern::schema {

/// Fills `field.columns`, by path. A group's members bear their own names, so that `stage_id` is just that.
void lay_out(Field& field);
/// Not made of other values, and no element of anything.
bool is_scalar(Type type);

}  // namespace tern::schema

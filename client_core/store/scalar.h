// One scalar as an SQL value and back.
#pragma once

#include "client_core/schema/schema.h"
#include "protocol/base/database.h"
#include "protocol/value.h"

namespace tern::store {

/// Binds `value` as far as the type allows; it must outlive `out`. False if get_scalar would not give the same again.
bool put_scalar(schema::Type type, const Value& value, Bound& out);
/// Null for a null column or one that does not hold what its type needs.
Value get_scalar(schema::Type type, const Rows& rows, int column);
/// What a REAL column stands for: 15 digits.
Decimal decimal_of(double real);

}  // namespace tern::store

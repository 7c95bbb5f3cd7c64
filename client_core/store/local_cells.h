// A custom field has a number of its own in this process, so that whoever reads or writes records need not tell it from
// any other field; in the file and on the wire its cells stand in column::kCustom, under the id of the definition.
#pragma once

#include "client_core/schema/schema.h"

namespace tern::store {

/// From the process's number to what is stored.
void to_stored(const schema::Schema& schema, EntityNumber entity, ColumnNumber& column, Bytes& element);
/// And back. False: a number that only this process may give came from elsewhere; the cell is merged, but not shown.
/// A field that is not defined here keeps column::kCustom.
bool to_local(const schema::Schema& schema, EntityNumber entity, ColumnNumber& column, Bytes& element);

}  // namespace tern::store

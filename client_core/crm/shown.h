// Values as JSON, by column name; what is absent is left out.
#pragma once

#include <span>
#include <string>
#include <vector>

#include <tern/json.h>
#include "client_core/crm/part.h"
#include "protocol/value.h"

namespace tern::crm {

/// How one column is shown.
struct ShownColumn {
    std::string name;
    Role role = Role::scalar;
    schema::Type type = schema::Type::text;    ///< of what is shown
    schema::Type stored = schema::Type::text;  ///< of the column
    std::size_t currency = 0;                  ///< amounts: the place of their currency
};
/// Columns of one field, or of one element of it; `first` is the place of the first among all values of the row.
std::vector<ShownColumn> shown_columns(const schema::Field& field, std::size_t first);

/// Of a computed field: its value, and an amount's currency after it.
std::vector<ShownColumn> shown_columns(const schema::Computed& computed, std::size_t first);

/// Adds those that have a value. `values` are the row's, in the places that shown_columns() counted.
void show(const schema::Schema& schema, std::span<const ShownColumn> columns, std::span<const Value> values,
          Json& object);

/// One cell's value: a scalar as such, a composite as an object by column names; null for null.
Json shown_cell(const schema::Schema& schema, const schema::Field& field, const Value& value);

std::string uuid_of(const Value& id);

}  // namespace tern::crm

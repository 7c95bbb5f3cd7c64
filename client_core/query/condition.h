// A filter as SQL.
#pragma once

#include <string>

#include "client_core/query/path.h"

namespace tern::query {

/// True or not, never null: what `filter` says of `row`.
Result<std::string> condition_of(Compiling& compiling, const Row& row, const Filter& filter);

/// One comparison at one place; null counts as false. Of the comparisons only those that ask for something: `is_not`,
/// `none_of` and `empty` are the complements of `is`, `one_of` and `not_empty`.
Result<std::string> comparison_at(Compiling& compiling, const Place& place, Comparison comparison,
                                  const std::vector<FilterValue>& values);

/// SQL for an amount's digits by its currency: one mark for each number of digits that currencies have.
std::string by_digits(const std::string& currency, const std::function<std::string(int digits)>& each);

}  // namespace tern::query

// What formulas call and SQLite does not have. All are exact or rounded to whole units, so that every device comes to
// the same; null where an argument that they need is null, or where a result is too large.
#pragma once

#include <functional>
#include <optional>

#include "protocol/base/database.h"
#include "protocol/ids.h"

namespace tern::formula {

/// Metres along the great circle between two places in degrees (haversine, R. W. Sinnott 1984; mean radius 6,371,008.8
/// m).
std::int64_t great_circle_metres(double latitude, double longitude, double other_latitude, double other_longitude);

/// Adds to a connection, again and again if need be:
///   tern_line(part, qty, unit_price, discount_pct, discount_amount, tax_pct, tax_inclusive)
///       a line's amount in minor units, each part rounded half to even: 'gross' qty x unit_price; 'discount' what the
///       percentage and the amount take off; 'net' gross - discount; 'tax' on net, or within it where prices hold it
///   tern_sum(amount)                         an aggregate: the sum of whole numbers; SQLite's own fails the statement
///   tern_share(amount, pct)                  pct of an amount in minor units, rounded half to even
///   tern_distance(lat, lng, lat, lng)        great_circle_metres()
///   tern_person(family, given, middle)       a person's name as the script has it: 张伟, Anna Maria Snelling
///   tern_user(device)                        whose device that is: the user's id
void add_functions(Database& db, std::function<std::optional<UserId>(const DeviceId&)> user_of);

}  // namespace tern::formula

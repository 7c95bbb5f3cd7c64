// One write, in the clear: what a delta's body holds once it is opened, and what the device's store merges.
// Only devices make or read these; the server sees tags.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "protocol/base/bytes.h"
#include "protocol/base/result.h"
#include "protocol/ids.h"
#include "protocol/stamp.h"
#include "protocol/value.h"

namespace tern {

/// Numbers of the schema, for ever: never reused, never changed.
using EntityNumber = std::uint16_t;
using ColumnNumber = std::uint16_t;

/// Columns that every record has. A schema's own fields start at kFirstField.
namespace column {
inline constexpr ColumnNumber kBirth = 0;  ///< all first fields and elements, under one stamp
inline constexpr ColumnNumber kAlive = 1;  ///< map {1: alive, 2: hlc as int, 3: device as id} (2, 3 only in a deletion)
inline constexpr ColumnNumber kHome = 2;   ///< reserved for moves
inline constexpr ColumnNumber kCustom = 3;  ///< element: the id of the record that defines the custom field
inline constexpr ColumnNumber kFirstField = 16;
}  // namespace column

/// A register: (record, field, key). `element` is empty for a plain field or group and names the element otherwise.
struct Cell {
    EntityNumber entity = 0;
    RecordId record;
    ColumnNumber column = 0;
    Bytes element;

    auto operator<=>(const Cell&) const = default;
};

struct Change {
    Cell cell;
    Bytes value;               ///< canonical encoding; null means absent
    std::vector<Stamp> bases;  ///< the stamps of the values that the author was shown, ascending
    Stamp stamp;               ///< of the change itself: the delta's own, or, in a carry, the mark's

    bool operator==(const Change&) const = default;
};

/// One cell within a birth.
struct BirthCell {
    ColumnNumber column = 0;
    Bytes element;
    Value value;

    bool operator==(const BirthCell&) const = default;
};

/// A birth's value: a list of [column, element, value], strictly ascending by (column, element), no null among them.
Value birth_value(std::vector<BirthCell> cells);
/// `malformed` for anything that birth_value() could not have made.
Result<std::vector<BirthCell>> parse_birth(const Value& value);

/// The value of `alive`: true, or false together with the newest stamp of the record that the deleter had seen.
struct Alive {
    bool alive = true;
    Stamp seen;
};
Value alive_value(const Alive& alive);
Result<Alive> parse_alive(const Value& value);

}  // namespace tern

// The cells of a record as they stand, from columns and clocks together.
#pragma once

#include <functional>

#include "client_core/store/core.h"

namespace tern::store {

/// A value that was judged before it came here. Throws if it is not canonical after all.
Value checked(ByteView bytes);

struct CurrentCell {
    ColumnNumber column = 0;
    Bytes element;
    Value value;  ///< may be null where there is a clock
    Stamp stamp;  ///< the birth's where there is no clock
    bool has_clock = false;
};

/// By (column, element): every cell with a value and every cell with a clock, `alive` among them if it was written.
std::vector<CurrentCell> current_cells(Core& core, const RecordRow& record);
/// Those of the fields that are asked for alone.
using Wants = std::function<bool(ColumnNumber)>;
std::vector<CurrentCell> current_cells(Core& core, const RecordRow& record, const Wants& wants);

}  // namespace tern::store

// What can only be told from all of a file: its columns, how they write dates and numbers, whether it can be read to
// its end. Nothing is written before this.
#pragma once

#include <atomic>

#include "client_core/crm/moment.h"
#include "client_core/crm/number_style.h"
#include "client_core/exchange/table.h"

namespace tern::crm {

struct ColumnFacts {
    bool first_over_12 = false, second_over_12 = false;  ///< of 25/1/2017 and 1/25/2017
    bool point = false, comma = false;                   ///< of 1,234.5 and 1.234,5
    bool filled = false, only_ids = true;

    DateOrder date_order() const {
        return first_over_12 && !second_over_12 ? DateOrder::day_first : DateOrder::month_first;
    }
    NumberStyle style() const { return comma && !point ? NumberStyle::comma : NumberStyle::point; }
};

struct Survey {
    std::uint64_t rows = 0;
    std::vector<ColumnFacts> columns;

    /// Reads the table once, and goes back to its start. `canceled` once `stop` is true.
    static Result<Survey> of(exchange::TableSource& table, const std::atomic<bool>* stop);
};

}  // namespace tern::crm

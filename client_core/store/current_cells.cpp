#include "client_core/store/current_cells.h"

#include <algorithm>
#include <tuple>

namespace tern::store {

Value checked(ByteView bytes) {
    auto value = decode_value(bytes);
    if (!value) throw DatabaseError{value.error()};
    return std::move(*value);
}

std::vector<CurrentCell> current_cells(Core& core, const RecordRow& record) { return current_cells(core, record, {}); }

std::vector<CurrentCell> current_cells(Core& core, const RecordRow& record, const Wants& wants) {
    const auto order = [](const auto& cell) { return std::tie(cell.column, cell.element); };
    std::vector<ColumnCell> columns;
    core.projection.get_all(record.entity, record.rid, columns, wants);
    std::sort(columns.begin(), columns.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
    auto clocks = core.cells.of_record(record.rid);
    if (wants) std::erase_if(clocks, [&](const CellRow& row) { return !wants(row.column); });

    std::vector<CurrentCell> out;
    out.reserve(columns.size() + clocks.size());
    auto column = columns.begin();
    auto clock = clocks.begin();
    while (column != columns.end() || clock != clocks.end()) {
        const bool from_column = clock == clocks.end() || (column != columns.end() && order(*column) <= order(*clock));
        const bool from_clock = column == columns.end() || (clock != clocks.end() && order(*clock) <= order(*column));
        CurrentCell cell;
        cell.stamp = record.birth;
        if (from_column) {
            cell.column = column->column;
            cell.element = std::move(column->element);
            cell.value = std::move(column->value);
            ++column;
        }
        if (from_clock) {
            cell.column = clock->column;
            if (!from_column) cell.element = std::move(clock->element);
            if (clock->value) cell.value = checked(*clock->value);
            cell.stamp = clock->stamp;
            cell.has_clock = true;
            ++clock;
        }
        out.push_back(std::move(cell));
    }
    return out;
}

}  // namespace tern::store

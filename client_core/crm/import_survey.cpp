#include "client_core/crm/import_survey.h"

#include "client_core/crm/text.h"
#include "protocol/ids.h"

namespace tern::crm {
namespace {

/// Longer cells are no dates and no numbers.
constexpr std::size_t kLongest = 40;

void look_at(std::string_view cell, bool exact, ColumnFacts& facts) {
    if (cell.empty()) return;
    facts.filled = true;
    facts.only_ids = facts.only_ids && cell.size() >= 32 && record_id_from(trimmed(cell)).has_value();
    if (exact || cell.size() > kLongest || cell.find_first_of("0123456789") == std::string_view::npos) return;
    if (const auto numbers = slashed_numbers(cell)) {
        facts.first_over_12 = facts.first_over_12 || numbers->first > 12;
        facts.second_over_12 = facts.second_over_12 || numbers->second > 12;
    } else if (cell.find_first_of(".,") != std::string_view::npos) {
        const auto hint = number_hint(cell);
        facts.point = facts.point || hint.point;
        facts.comma = facts.comma || hint.comma;
    }
}

}  // namespace

Result<Survey> Survey::of(exchange::TableSource& table, const std::atomic<bool>* stop) {
    Survey out;
    exchange::TableRow row;
    while (true) {
        TERN_TRY(any, table.next(row));
        if (!any) break;
        if (stop != nullptr && *stop) return fail(Fault::canceled, "the import was stopped", "nothing was written");
        ++out.rows;
        if (!row.broken.empty()) continue;
        if (out.columns.size() < row.cells.size()) out.columns.resize(row.cells.size());
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            look_at(row.cells[i], row.kind(i) != exchange::CellKind::text, out.columns[i]);
    }
    out.columns.resize(table.header().size());
    for (auto& column : out.columns) column.only_ids = column.only_ids && column.filled;
    TERN_CHECK(table.rewind());
    return out;
}

}  // namespace tern::crm

#include "client_core/store/check.h"

#include <tuple>

#include "client_core/store/current_cells.h"

namespace tern::store {
namespace {

Failure broken(const std::string& what) {
    return fail(Fault::storage, "the local data does not fit together: " + what,
                "restore it from a backup, or log in again on an empty folder");
}

Status check_file(Core& core) {
    Rows rows = core.db.query("PRAGMA integrity_check(1)");
    if (!rows.next() || rows.text(0) != "ok") return broken("the file is damaged");
    return ok();
}

bool has_orphans(Core& core, const ElementField& field, const std::string& records) {
    const std::string sql = "SELECT 1 FROM " + field.table + " WHERE rid NOT IN (SELECT rid FROM " + records + ")";
    return core.db.find_integer(sql).has_value();
}

Status check_tables(Core& core) {
    for (const auto& [number, table] : core.tables().all()) {
        const std::string& name = table.entity->name;
        const std::string quoted = '"' + table.entity->sql() + '"';
        if (core.db.find_integer(
                "SELECT 1 FROM record WHERE entity = ? AND birth_hlc IS NOT NULL AND rid NOT IN (SELECT rid FROM " +
                    quoted + ")",
                number))
            return broken("a record has no row in " + name);
        if (core.db.find_integer(
                "SELECT 1 FROM " + quoted +
                    " WHERE rid NOT IN (SELECT rid FROM record WHERE entity = ? AND birth_hlc IS NOT NULL)",
                number))
            return broken("a row in " + name + " has no record");
        for (const auto& [column, field] : table.elements)
            if (!field.field->common && has_orphans(core, field, quoted))
                return broken("an element in " + name + "." + field.field->name + " has no record");
    }
    if (!core.tables().all().empty())
        for (const auto& [column, field] : core.tables().all().begin()->second.elements)
            if (field.field->common && has_orphans(core, field, "record"))
                return broken("an element in " + field.field->name + " has no record");
    if (core.db.find_integer(
            "SELECT 1 FROM cell WHERE rid NOT IN (SELECT rid FROM record WHERE birth_hlc IS NOT NULL)"))
        return broken("a clock has no record");
    if (core.db.find_integer("SELECT 1 FROM change WHERE rid NOT IN (SELECT rid FROM record)"))
        return broken("a change has no record");
    return ok();
}

Status check_outbox(Core& core) {
    if (core.db.find_integer("SELECT 1 FROM change WHERE txn IS NOT NULL AND txn NOT IN (SELECT id FROM txn)") ||
        core.db.find_integer(
            "SELECT 1 FROM record WHERE txn IS NOT NULL AND txn NOT IN (SELECT id FROM txn WHERE state < 2)"))
        return broken("unsent work has no delta");
    if (core.db.find_integer(
            "SELECT 1 FROM txn WHERE id NOT IN (SELECT txn FROM change WHERE txn IS NOT NULL) AND id NOT IN "
            "(SELECT txn FROM record WHERE txn IS NOT NULL)"))
        return broken("a delta has no changes");
    return ok();
}

/// All of a record that merging decides, without row numbers.
auto picture(Core& core, const RecordRow& record) {
    using Flags = std::tuple<ColumnNumber, Bytes, Stamp, bool, bool, bool, bool, Bytes>;
    using CellState = std::tuple<ColumnNumber, Bytes, Stamp, bool, Bytes>;
    std::vector<Flags> flags;
    for (const ChangeRow& row : core.log.of_record(record.rid))
        flags.emplace_back(row.column, row.element, row.stamp, row.of_birth, row.live, row.conflict, row.waiting,
                           row.value);
    std::sort(flags.begin(), flags.end());
    std::vector<CellState> cells;
    for (const CurrentCell& cell : current_cells(core, record))
        cells.emplace_back(cell.column, cell.element, cell.stamp, cell.has_clock, encode(cell.value));
    return std::tuple{record, flags, cells};
}

Status check_merging(Core& core, Merger& merger) {
    for (const RecordRow& record : core.records.where("rid IN (SELECT rid FROM change)")) {
        const auto before = picture(core, record);
        RecordRow again = record;
        merger.unpack(again);
        merger.pack(again);
        if (picture(core, again) != before) return broken("a record is not what its changes say");
    }
    return ok();
}

}  // namespace

Status check(Core& core, Merger& merger) {
    Transaction never_committed{core.db};
    TERN_CHECK(check_file(core));
    TERN_CHECK(check_tables(core));
    TERN_CHECK(check_outbox(core));
    TERN_CHECK(core.search.check(core));
    return check_merging(core, merger);
}

}  // namespace tern::store

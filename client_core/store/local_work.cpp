#include "client_core/store/local_work.h"

#include "client_core/store/current_cells.h"
#include "client_core/store/local_cells.h"

namespace tern::store {
namespace {

/// Births that live have no row in `change` (migrations.h).
constexpr std::string_view kBirths =
    "SELECT r.id, r.entity, r.birth_hlc, d.id FROM record r JOIN device_ref d ON d.n = r.birth_dev WHERE r.txn = ?";
constexpr std::string_view kChanges =
    "SELECT r.id, r.entity, c.field, c.key, c.hlc, d.id, c.value, c.of_birth FROM change c JOIN record r ON r.rid = "
    "c.rid "
    "JOIN device_ref d ON d.n = c.dev WHERE c.txn = ? ORDER BY c.\"row\"";

struct Txn {
    std::int64_t id = 0;
    SpaceId space;
    Fault reason = Fault::internal;
};

std::vector<Txn> newest(Database& db, LocalWork which, std::size_t limit) {
    std::vector<Txn> out;
    Rows rows = db.query(
        "SELECT txn.id, space_ref.id, reason FROM txn JOIN space_ref ON n = space WHERE (state = 2) = ? "
        "ORDER BY txn.id DESC LIMIT ?",
        which == LocalWork::refused ? 1 : 0, limit);
    while (rows.next())
        out.push_back(
            {rows.integer(0), rows.id<SpaceId>(1), rows.is_null(2) ? Fault::internal : fault_named(rows.text(2))});
    return out;
}

Stamp stamp_of(const Rows& rows, int hlc, int device) {
    return {Hlc{static_cast<std::uint64_t>(rows.integer(hlc))}, rows.id<DeviceId>(device)};
}

void add_births(Database& db, const Txn& txn, std::vector<LocalChange>& out) {
    Rows rows = db.query(kBirths, txn.id);
    while (rows.next())
        out.push_back({txn.space,
                       {static_cast<EntityNumber>(rows.integer(1)), rows.id<RecordId>(0), column::kBirth, {}},
                       stamp_of(rows, 2, 3),
                       {},
                       txn.reason});
}

void add_changes(Store& store, const Txn& txn, std::vector<LocalChange>& out) {
    Rows rows = store.database().query(kChanges, txn.id);
    while (rows.next()) {
        Cell cell{static_cast<EntityNumber>(rows.integer(1)), rows.id<RecordId>(0),
                  static_cast<ColumnNumber>(rows.integer(2)), copy(rows.blob(3))};
        if (!to_local(store.schema(), cell.entity, cell.column, cell.element)) continue;
        auto value = cell.column == column::kBirth ? Value{} : checked(rows.blob(6));
        out.push_back(
            {txn.space, std::move(cell), stamp_of(rows, 4, 5), std::move(value), txn.reason, rows.integer(7) != 0});
    }
}

}  // namespace

std::vector<LocalChange> newest_work(Store& store, LocalWork which, std::size_t limit) {
    std::vector<LocalChange> out;
    for (const Txn& txn : newest(store.database(), which, limit)) {
        if (out.size() >= limit) break;
        add_births(store.database(), txn, out);
        add_changes(store, txn, out);
    }
    return out;
}

}  // namespace tern::store

// What every part of the store works with: one connection and the tables behind it.
#pragma once

#include "client_core/store/cell_table.h"
#include "client_core/store/change_log.h"
#include "client_core/store/notices.h"
#include "client_core/store/projection.h"
#include "client_core/store/record_table.h"
#include "client_core/store/refs.h"
#include "client_core/store/rollbacks.h"
#include "client_core/store/search_index.h"
#include "client_core/store/settings.h"
#include "client_core/store/shape.h"

namespace tern::store {

struct Core {
    Core(Database&& connection, const schema::Schema& base)
        : db(std::move(connection)),
          rollbacks(db),
          refs(db, rollbacks),
          projection(db, rollbacks),
          search(db, rollbacks),
          shapes(base, projection, search, rollbacks),
          records(db, refs),
          cells(db, refs),
          log(db, refs),
          notices(db, shapes),
          settings(db) {}
    Core(const Core&) = delete;
    Core& operator=(const Core&) = delete;

    /// In force until definitions of the org change, at the end of a write or merge.
    const schema::Schema& schema() const { return shapes.now().schema(); }
    const Tables& tables() const { return shapes.now().tables(); }

    Database db;
    Rollbacks rollbacks;
    Refs refs;
    Projection projection;
    SearchIndex search;
    Shapes shapes;
    RecordTable records;
    CellTable cells;
    ChangeLog log;
    Notices notices;
    Settings settings;
};

}  // namespace tern::store

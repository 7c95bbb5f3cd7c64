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
#include "client_core/store/tables.h"

namespace tern::store {

struct Core {
    Core(Database&& connection, const schema::Schema& the_schema)
        : db(std::move(connection)),
          schema(the_schema),
          rollbacks(db),
          refs(db, rollbacks),
          tables(the_schema),
          projection(db, tables, rollbacks),
          search(db, the_schema, rollbacks),
          records(db, refs),
          cells(db, refs),
          log(db, refs),
          notices(db, the_schema),
          settings(db) {}
    Core(const Core&) = delete;
    Core& operator=(const Core&) = delete;

    Database db;
    const schema::Schema& schema;
    Rollbacks rollbacks;
    Refs refs;
    Tables tables;
    Projection projection;
    SearchIndex search;
    RecordTable records;
    CellTable cells;
    ChangeLog log;
    Notices notices;
    Settings settings;
};

}  // namespace tern::store

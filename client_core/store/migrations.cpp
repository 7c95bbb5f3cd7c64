#include "client_core/store/migrations.h"

namespace tern::store {
namespace {

void create_small_tables(Database& db) {
    db.script(R"sql(
        CREATE TABLE setting(name TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE device_ref(n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE);
        CREATE TABLE space_ref(n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE);
        CREATE TABLE schema_column(entity INTEGER NOT NULL, field INTEGER NOT NULL, name TEXT NOT NULL,
            PRIMARY KEY(entity, field, name)) WITHOUT ROWID;
        CREATE TABLE notice(seq INTEGER PRIMARY KEY AUTOINCREMENT, entity INTEGER NOT NULL, ids BLOB);
        CREATE TABLE txn(id INTEGER PRIMARY KEY AUTOINCREMENT, space INTEGER NOT NULL, hlc INTEGER NOT NULL,
            dev INTEGER NOT NULL, bump INTEGER NOT NULL, state INTEGER NOT NULL, dev_seq INTEGER, env_id BLOB,
            bytes BLOB, reason TEXT);
        CREATE INDEX txn_space ON txn(space, state);
    )sql");
}

void create_record_tables(Database& db) {
    db.script(R"sql(
        CREATE TABLE record(rid INTEGER PRIMARY KEY, id BLOB NOT NULL, space INTEGER NOT NULL, entity INTEGER NOT NULL,
            birth_hlc INTEGER, birth_dev INTEGER, birth_bases BLOB, newest_hlc INTEGER, newest_dev INTEGER,
            alive INTEGER NOT NULL, older_births INTEGER NOT NULL, lost_hlc INTEGER, lost_dev INTEGER, txn INTEGER);
        CREATE UNIQUE INDEX record_id ON record(id, space, entity);
        CREATE INDEX record_trash ON record(rid) WHERE alive = 0;
        CREATE INDEX record_lost ON record(rid) WHERE lost_hlc IS NOT NULL;
        CREATE INDEX record_txn ON record(txn) WHERE txn IS NOT NULL;
        CREATE TABLE cell(rid INTEGER NOT NULL, field INTEGER NOT NULL, key BLOB NOT NULL, hlc INTEGER NOT NULL,
            dev INTEGER NOT NULL, value BLOB, PRIMARY KEY(rid, field, key)) WITHOUT ROWID;
        CREATE TABLE change("row" INTEGER PRIMARY KEY, rid INTEGER NOT NULL, field INTEGER NOT NULL, key BLOB NOT NULL,
            hlc INTEGER NOT NULL, dev INTEGER NOT NULL, of_birth INTEGER NOT NULL, value BLOB NOT NULL, bases BLOB NOT NULL,
            live INTEGER NOT NULL, conflict INTEGER NOT NULL, waiting INTEGER NOT NULL, txn INTEGER);
        CREATE UNIQUE INDEX change_cell ON change(rid, field, key, hlc, dev, of_birth);
        CREATE INDEX change_conflict ON change(rid) WHERE conflict = 1;
        CREATE INDEX change_txn ON change(txn) WHERE txn IS NOT NULL;
    )sql");
}

constexpr Migration kSteps[] = {{"the first tables", [](Database& db) {
                                     create_small_tables(db);
                                     create_record_tables(db);
                                 }}};

}  // namespace

Status migrate_store(Database& db) { return migrate(db, kSteps); }

}  // namespace tern::store

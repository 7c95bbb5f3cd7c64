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

/// Of the rooms above this one, org and sync: a file has one version, so all its tables' shapes stand in one place.
void create_org_tables(Database& db) {
    db.script(R"sql(
        CREATE TABLE log_record(log BLOB NOT NULL, seq INTEGER NOT NULL, kind INTEGER NOT NULL, bytes BLOB NOT NULL,
            PRIMARY KEY(log, seq));
        CREATE TABLE space_key(space BLOB NOT NULL, epoch INTEGER NOT NULL, tag_gen INTEGER NOT NULL, space_key BLOB NOT NULL,
            hist_key BLOB NOT NULL, tag_key BLOB NOT NULL, PRIMARY KEY(space, epoch)) WITHOUT ROWID;
        CREATE TABLE invite(key BLOB NOT NULL UNIQUE, role INTEGER NOT NULL, expiry INTEGER NOT NULL, login TEXT NOT NULL,
            name TEXT NOT NULL, spaces BLOB NOT NULL, state INTEGER NOT NULL, user BLOB NOT NULL);
        CREATE TABLE pending_grant(space BLOB NOT NULL, user BLOB NOT NULL, role INTEGER NOT NULL, PRIMARY KEY(space, user)) WITHOUT ROWID;
        CREATE TABLE own_seal(log BLOB NOT NULL, seq INTEGER NOT NULL, n INTEGER NOT NULL, bytes BLOB NOT NULL,
            PRIMARY KEY(log, seq, n)) WITHOUT ROWID;
    )sql");
}

void create_sync_tables(Database& db) {
    db.script(R"sql(
        CREATE TABLE sync_space(n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, stage INTEGER NOT NULL DEFAULT 0,
            cursor INTEGER NOT NULL DEFAULT 0, until INTEGER NOT NULL DEFAULT 0, last_seq INTEGER NOT NULL DEFAULT 0,
            acked_env BLOB NOT NULL DEFAULT (zeroblob(16)));
        CREATE TABLE sync_device(n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE);
        CREATE TABLE seen_delta(space INTEGER NOT NULL, device INTEGER NOT NULL, dev_seq INTEGER NOT NULL, env BLOB NOT NULL,
            hlc INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY(space, device, dev_seq)) WITHOUT ROWID;
        CREATE INDEX seen_stamp ON seen_delta(space, device, hlc);
        CREATE TABLE refused_delta(space BLOB NOT NULL, env BLOB NOT NULL, reason TEXT NOT NULL, bytes BLOB NOT NULL, UNIQUE(space, env));
    )sql");
}

/// Filled by SearchIndex::fit(), which knows the schema. Only row numbers are kept of a token: what matches is judged
/// by the record itself. Prefixes of a kind and one to four letters
/// are what is asked for while typing; longer ones have few tokens.
void create_search_table(Database& db) {
    db.script(
        "CREATE VIRTUAL TABLE search USING fts5(tokens, content='', contentless_delete=1, detail=none, prefix='2 3 4 5 "
        "6', "
        "tokenize='ascii')");
}

/// Of the CRM's imports: what each wrote here. Without a field: records that it made, 16 bytes an id.
void create_import_tables(Database& db) {
    db.script(R"sql(
        CREATE TABLE import_step(job BLOB NOT NULL, seq INTEGER NOT NULL, ids BLOB NOT NULL, field INTEGER, key BLOB, old BLOB,
            new BLOB, PRIMARY KEY(job, seq)) WITHOUT ROWID;
    )sql");
}

/// hash: of a key; many records may share one. hashes: those of one record, 8 bytes each, to be taken out again.
void create_key_tables(Database& db) {
    db.script(R"sql(
        CREATE TABLE match_key(hash INTEGER NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY(hash, rid)) WITHOUT ROWID;
        CREATE TABLE record_key(rid INTEGER PRIMARY KEY, hashes BLOB NOT NULL);
    )sql");
}

/// RecordTable keeps it from now on: to look for such records at every start took seconds.
void note_held_twice(Database& db) {
    db.script(
        "INSERT OR IGNORE INTO setting(name, value) SELECT 'held_twice', x'01' WHERE EXISTS (SELECT 1 FROM record "
        "GROUP "
        "BY id HAVING count(*) > 1)");
}

/// All that lists read of every record of an entity, and the few records that no list shows. SQLite is told of the
/// first how many records an entity may have and that its entries are small: else it takes them for ten and reads them
/// all before any other index, and goes to `record` for each row that another index finds.
/// What asks a small table without an entity's number says CROSS JOIN, so that `record` comes second.
void create_living_indexes(Database& db) {
    db.script(R"sql(
        CREATE INDEX record_living ON record(entity, rid, birth_hlc, id) WHERE alive = 1 AND birth_hlc IS NOT NULL;
        CREATE INDEX record_hidden ON record(rid) WHERE alive = 0 OR birth_hlc IS NULL;
        ANALYZE sqlite_schema;
        INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES ('record', 'record_living', '1000000 50000 1 1 1 sz=3');
        ANALYZE sqlite_schema;
    )sql");
}

/// What was changed last, and what since a moment, is asked wherever a person looks around. The expression is that of
/// formula::expand() for {changed}: SQLite finds an index by it.
void create_changed_index(Database& db) {
    db.script(R"sql(
        CREATE INDEX record_changed ON record(entity, ((coalesce(newest_hlc, birth_hlc) >> 16) & 281474976710655), id)
            WHERE alive = 1 AND birth_hlc IS NOT NULL;
        INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES ('record', 'record_changed', '1000000 50000 1 1');
        ANALYZE sqlite_schema;
    )sql");
}

constexpr Migration kSteps[] = {{"the first tables",
                                 [](Database& db) {
                                     create_small_tables(db);
                                     create_record_tables(db);
                                     create_org_tables(db);
                                     create_sync_tables(db);
                                 }},
                                {"the search index", create_search_table},
                                {"the journal of imports", create_import_tables},
                                {"the keys of duplicates", create_key_tables},
                                {"whether records are held twice", note_held_twice},
                                {"the living records of an entity", create_living_indexes},
                                {"what was changed last", create_changed_index}};

}  // namespace

Status migrate_store(Database& db) { return migrate(db, kSteps); }

}  // namespace tern::store

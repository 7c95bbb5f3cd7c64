#include "sync_server/store/schema.h"

namespace tern::server {
namespace {

void create(Database& db) {
    db.script(R"sql(
        CREATE TABLE log(
            ref    INTEGER PRIMARY KEY,
            log_id BLOB NOT NULL UNIQUE,
            org    INTEGER NOT NULL,  -- ref of the org's own log
            kind   INTEGER NOT NULL   -- 0 org, 1 space
        );
        CREATE INDEX log_of_org ON log(org);
        CREATE TABLE org(
            ref   INTEGER PRIMARY KEY,
            quota INTEGER NOT NULL,
            bytes INTEGER NOT NULL DEFAULT 0
        );
        CREATE TABLE org_code(
            hash    BLOB PRIMARY KEY,
            made_ms INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE log_record(
            id    INTEGER PRIMARY KEY,  -- log << 32 | seq
            bytes BLOB NOT NULL
        );
        CREATE TABLE sealed_key(
            space INTEGER NOT NULL,
            epoch INTEGER NOT NULL,
            user  BLOB NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY(space, epoch, user)
        ) WITHOUT ROWID;
        CREATE TABLE join_request(
            org        INTEGER NOT NULL,
            invite_key BLOB NOT NULL,
            message    BLOB NOT NULL,
            PRIMARY KEY(org, invite_key)
        ) WITHOUT ROWID;
        CREATE TABLE slot(
            org          INTEGER NOT NULL,
            user         BLOB NOT NULL,
            slot         INTEGER NOT NULL,
            version      INTEGER NOT NULL,
            login        BLOB NOT NULL,
            registration BLOB NOT NULL,
            signature    BLOB NOT NULL,
            bundle       BLOB NOT NULL,
            PRIMARY KEY(org, user, slot)
        ) WITHOUT ROWID;
        CREATE INDEX slot_login ON slot(org, login);
        CREATE TABLE space(
            ref    INTEGER PRIMARY KEY,
            newest INTEGER NOT NULL  -- cursor; never given again, even where its delta is dropped
        );
        CREATE TABLE device(
            ref       INTEGER PRIMARY KEY,
            device_id BLOB NOT NULL UNIQUE
        );
        CREATE TABLE delta(
            id     INTEGER PRIMARY KEY,  -- space << 40 | cursor
            device INTEGER NOT NULL,
            kind   INTEGER NOT NULL,
            live   INTEGER NOT NULL,     -- tags that it wins
            bytes  BLOB NOT NULL
        );
        CREATE TABLE authored(           -- finds a delta by its author's number; WITHOUT ROWID: the key is the row
            space   INTEGER NOT NULL,
            device  INTEGER NOT NULL,
            dev_seq INTEGER NOT NULL,
            cursor  INTEGER NOT NULL,
            PRIMARY KEY(space, device, dev_seq)
        ) WITHOUT ROWID;
        CREATE TABLE device_last(
            space   INTEGER NOT NULL,
            device  INTEGER NOT NULL,
            dev_seq INTEGER NOT NULL,
            env     BLOB NOT NULL,       -- its first 16 bytes
            PRIMARY KEY(space, device)
        ) WITHOUT ROWID;
        CREATE TABLE tag(                -- every stored delta that wrote a tag, so that a void finds the runner-up
            space  INTEGER NOT NULL,
            tag    BLOB NOT NULL,
            rank   INTEGER NOT NULL,     -- time of the stamp, purges above all (rank_of)
            device INTEGER NOT NULL,     -- of the stamp; compared by its id's bytes where times are equal
            cursor INTEGER NOT NULL,
            PRIMARY KEY(space, tag, rank, device, cursor)
        ) WITHOUT ROWID;
        CREATE TABLE lineage(
            id      INTEGER PRIMARY KEY AUTOINCREMENT,
            marker  BLOB NOT NULL,
            made_ms INTEGER NOT NULL
        );
    )sql");
}

constexpr Migration kSteps[] = {{"the first tables", create}};

}  // namespace

std::span<const Migration> migrations() { return kSteps; }

}  // namespace tern::server

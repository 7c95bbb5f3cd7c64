#include "sync_server/store/sqlite_store.h"

#include <sqlite3.h>

#include "sync_server/limits.h"
#include "sync_server/store/schema.h"

namespace tern::server {
namespace {

/// Positions and devices cached before a commit drops them all: 100 bytes each.
constexpr std::size_t kCached = 100'000;

Failure store_is_done() { return fail(Fault::storage, "the server's disk cannot be written to", "try again later"); }

}  // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string& path, const std::string& vfs) {
    Database::Options options;
    options.vfs = vfs;
    options.cache_kib = 64'000;
    TERN_TRY(db, Database::open(path, options));
    TERN_CHECK(migrate(db, migrations()));
    return caught([&]() -> Result<std::unique_ptr<SqliteStore>> {
        // Fewer, longer checkpoints: a commit that meets one pays for 16 MiB at most.
        db.script("PRAGMA wal_autocheckpoint = 4000");
        return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(db)));
    });
}

void SqliteStore::note(const DatabaseError& error) {
    const int code = error.sqlite_code & 0xff;
    const bool passing =
        code == SQLITE_FULL || code == SQLITE_BUSY || code == SQLITE_NOMEM || error.sqlite_code == SQLITE_IOERR_SHMSIZE;
    if (health_ != StoreHealth::broken) health_ = passing ? StoreHealth::full : StoreHealth::broken;
}

void SqliteStore::writes() {
    // After a failure SQLite may have rolled back by itself: what follows must not be half of a transaction.
    if (health_ != StoreHealth::good)
        throw DatabaseError{store_is_done(), health_ == StoreHealth::full ? SQLITE_FULL : SQLITE_IOERR};
    if (!db_.in_transaction()) db_.run("BEGIN IMMEDIATE");
}

StoreHealth SqliteStore::commit() {
    if (health_ == StoreHealth::good && db_.in_transaction()) {
        (void)guarded([&]() -> Status {
            flush();
            db_.run("COMMIT");
            return ok();
        });
        if (device_refs_.size() > kCached) forget();
    }
    return health_;
}

void SqliteStore::rollback() {
    if (db_.in_transaction()) sqlite3_exec(db_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    forget();
    if (health_ == StoreHealth::full) health_ = StoreHealth::good;
}

Status SqliteStore::snapshot() {
    return guarded([&]() -> Status {
        db_.run("BEGIN");
        return ok();
    });
}

Status SqliteStore::mark() {
    return guarded([&]() -> Status {
        writes();
        flush();
        db_.run("SAVEPOINT part");
        return ok();
    });
}

Status SqliteStore::keep() {
    return guarded([&]() -> Status {
        db_.run("RELEASE part");
        return ok();
    });
}

Status SqliteStore::undo() {
    return guarded([&]() -> Status {
        db_.run("ROLLBACK TO part");
        db_.run("RELEASE part");
        forget();
        return ok();
    });
}

void SqliteStore::flush() {
    for (auto& [ref, space] : spaces_) {
        if (space.dirty) db_.run("UPDATE space SET newest = ? WHERE ref = ?", space.newest, ref);
        if (!space.dirty) continue;  // positions move only with the cursor
        for (auto& [device, cached] : space.positions) {
            if (!cached.dirty) continue;
            db_.run("INSERT OR REPLACE INTO device_last(space, device, dev_seq, env) VALUES(?, ?, ?, ?)", ref, device,
                    cached.position.seq, cached.position.env);
            cached.dirty = false;
        }
        space.dirty = false;
    }
    for (const auto& [org, bytes] : org_growth_) db_.run("UPDATE org SET bytes = bytes + ? WHERE ref = ?", bytes, org);
    org_growth_.clear();
}

void SqliteStore::forget() {
    spaces_.clear();
    org_growth_.clear();
    device_refs_.clear();
    device_ids_.clear();
}

Result<std::optional<OrgRow>> SqliteStore::org(const OrgId& id) {
    return guarded([&]() -> Result<std::optional<OrgRow>> {
        Rows rows = db_.query(
            "SELECT org.ref, org.quota, org.bytes FROM log JOIN org ON org.ref = log.ref WHERE log.log_id = ?", id);
        if (!rows.next()) return std::optional<OrgRow>{};
        OrgRow row{{rows.integer(0)},
                   id,
                   static_cast<std::uint64_t>(rows.integer(1)),
                   static_cast<std::uint64_t>(rows.integer(2))};
        if (const auto growth = org_growth_.find(row.ref.v); growth != org_growth_.end())
            row.bytes += static_cast<std::uint64_t>(growth->second);
        return std::optional{row};
    });
}

Result<std::vector<OrgRow>> SqliteStore::orgs() {
    return guarded([&]() -> Result<std::vector<OrgRow>> {
        std::vector<OrgRow> out;
        Rows rows = db_.query(
            "SELECT org.ref, log.log_id, org.quota, org.bytes FROM org JOIN log ON log.ref = org.ref ORDER BY org.ref");
        while (rows.next())
            out.push_back({{rows.integer(0)},
                           rows.id<OrgId>(1),
                           static_cast<std::uint64_t>(rows.integer(2)),
                           static_cast<std::uint64_t>(rows.integer(3))});
        return out;
    });
}

Result<OrgRow> SqliteStore::add_org(const OrgId& id, std::uint64_t quota) {
    return guarded([&]() -> Result<OrgRow> {
        writes();
        db_.run("INSERT INTO log(log_id, org, kind) VALUES(?, 0, 0)", id);
        const auto ref = db_.last_rowid();
        db_.run("UPDATE log SET org = ref WHERE ref = ?", ref);
        db_.run("INSERT INTO org(ref, quota) VALUES(?, ?)", ref, quota);
        return OrgRow{{ref}, id, quota, 0};
    });
}

Status SqliteStore::set_quota(OrgRef org, std::uint64_t bytes) {
    return guarded([&]() -> Status {
        writes();
        db_.run("UPDATE org SET quota = ? WHERE ref = ?", bytes, org.v);
        return ok();
    });
}

Status SqliteStore::add_code(const Hash& code, Millis now) {
    return guarded([&]() -> Status {
        writes();
        db_.run("INSERT INTO org_code(hash, made_ms) VALUES(?, ?)", code, now);
        return ok();
    });
}

Result<bool> SqliteStore::spend_code(const Hash& code) {
    return guarded([&]() -> Result<bool> {
        if (!db_.find_integer("SELECT 1 FROM org_code WHERE hash = ?", code)) return false;
        writes();
        db_.run("DELETE FROM org_code WHERE hash = ?", code);
        return db_.rows_changed() == 1;
    });
}

Result<std::vector<SpaceRow>> SqliteStore::spaces(OrgRef org) {
    return guarded([&]() -> Result<std::vector<SpaceRow>> {
        std::vector<SpaceRow> out;
        Rows rows = db_.query("SELECT ref, log_id FROM log WHERE org = ? AND kind = 1 ORDER BY ref", org.v);
        while (rows.next()) out.push_back({{rows.integer(0)}, rows.id<SpaceId>(1)});
        return out;
    });
}

Result<SpaceRef> SqliteStore::add_space(OrgRef org, const SpaceId& id) {
    return guarded([&]() -> Result<SpaceRef> {
        writes();
        db_.run("INSERT INTO log(log_id, org, kind) VALUES(?, ?, 1)", id, org.v);
        const SpaceRef ref{db_.last_rowid()};
        db_.run("INSERT INTO space(ref, newest) VALUES(?, 0)", ref.v);
        return ref;
    });
}

Status SqliteStore::add_log_record(std::int64_t log, std::uint32_t seq, ByteView record) {
    return guarded([&]() -> Status {
        writes();
        db_.run("INSERT INTO log_record(id, bytes) VALUES(?, ?)", record_key(log, seq), record);
        return ok();
    });
}

Result<std::vector<Bytes>> SqliteStore::log_records(std::int64_t log, std::uint32_t from, std::size_t max_bytes) {
    return guarded([&]() -> Result<std::vector<Bytes>> {
        std::vector<Bytes> out;
        std::size_t bytes = 0;
        Rows rows = db_.query("SELECT bytes FROM log_record WHERE id >= ? AND id < ? ORDER BY id",
                              record_key(log, from), record_key(log + 1, 0));
        while (rows.next()) {
            const auto record = rows.blob(0);
            if (!out.empty() && bytes + record.size() > max_bytes) break;
            bytes += record.size();
            out.push_back(copy(record));
        }
        return out;
    });
}

Status SqliteStore::put_key(SpaceRef space, std::uint32_t epoch, const UserId& user, ByteView sealed) {
    return guarded([&]() -> Status {
        writes();
        db_.run("INSERT OR REPLACE INTO sealed_key(space, epoch, user, bytes) VALUES(?, ?, ?, ?)", space.v, epoch, user,
                sealed);
        return ok();
    });
}

Result<std::optional<Bytes>> SqliteStore::key(SpaceRef space, std::uint32_t epoch, const UserId& user) {
    return guarded([&]() -> Result<std::optional<Bytes>> {
        return db_.find_blob("SELECT bytes FROM sealed_key WHERE space = ? AND epoch = ? AND user = ?", space.v, epoch,
                             user);
    });
}

Status SqliteStore::put_join(OrgRef org, const JoinRow& join) {
    return guarded([&]() -> Status {
        writes();
        db_.run("INSERT OR REPLACE INTO join_request(org, invite_key, message) VALUES(?, ?, ?)", org.v, join.invite_key,
                join.message);
        return ok();
    });
}

Result<std::vector<JoinRow>> SqliteStore::joins(OrgRef org) {
    return guarded([&]() -> Result<std::vector<JoinRow>> {
        std::vector<JoinRow> out;
        Rows rows = db_.query("SELECT invite_key, message FROM join_request WHERE org = ? ORDER BY invite_key", org.v);
        while (rows.next()) out.push_back({array_of<32>(rows.blob(0)), copy(rows.blob(1))});
        return out;
    });
}

Status SqliteStore::drop_join(OrgRef org, const suite::SignPublic& invite_key) {
    return guarded([&]() -> Status {
        writes();
        db_.run("DELETE FROM join_request WHERE org = ? AND invite_key = ?", org.v, invite_key);
        return ok();
    });
}

Status SqliteStore::put_slot(OrgRef org, const SlotRow& slot) {
    return guarded([&]() -> Status {
        writes();
        db_.run(
            "INSERT OR REPLACE INTO slot(org, user, slot, version, login, registration, signature, bundle) VALUES(?, "
            "?, ?, ?, ?, ?, ?, ?)",
            org.v, slot.user, slot.slot, slot.version, slot.login, slot.registration, slot.signature, slot.bundle);
        return ok();
    });
}

Result<std::optional<SlotRow>> SqliteStore::slot(OrgRef org, const UserId& user, std::uint8_t number) {
    return guarded([&]() -> Result<std::optional<SlotRow>> {
        Rows rows = db_.query(
            "SELECT version, login, registration, signature, bundle FROM slot WHERE org = ? AND user = ? AND slot = ?",
            org.v, user, number);
        if (!rows.next()) return std::optional<SlotRow>{};
        return std::optional{SlotRow{user, number, static_cast<std::uint32_t>(rows.integer(0)),
                                     array_of<16>(rows.blob(1)), copy(rows.blob(2)), copy(rows.blob(3)),
                                     copy(rows.blob(4))}};
    });
}

Result<std::optional<UserId>> SqliteStore::login_owner(OrgRef org, const std::array<std::uint8_t, 16>& login) {
    return guarded([&]() -> Result<std::optional<UserId>> {
        const auto user = db_.find_blob("SELECT user FROM slot WHERE org = ? AND login = ?", org.v, login);
        return user ? std::optional{UserId::of(*user)} : std::optional<UserId>{};
    });
}

Result<std::vector<Bytes>> SqliteStore::lineage() {
    return guarded([&]() -> Result<std::vector<Bytes>> {
        std::vector<Bytes> out;
        Rows rows =
            db_.query("SELECT marker FROM (SELECT id, marker FROM lineage ORDER BY id DESC LIMIT ?) ORDER BY id",
                      limits::kLineageMarkers);
        while (rows.next()) out.push_back(copy(rows.blob(0)));
        return out;
    });
}

Status SqliteStore::add_lineage(ByteView marker, Millis now) {
    return guarded([&]() -> Status {
        writes();
        db_.run("INSERT INTO lineage(marker, made_ms) VALUES(?, ?)", marker, now);
        db_.run("DELETE FROM lineage WHERE id <= (SELECT max(id) FROM lineage) - ?", 4 * limits::kLineageMarkers);
        return ok();
    });
}

}  // namespace tern::server

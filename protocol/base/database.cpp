#include "protocol/base/database.h"

#include <sqlite3.h>

#include <string>
#include <utility>

#include "protocol/base/write_turn.h"

namespace tern {
namespace {

Failure failure_of(int code, const char* message) {
    // A WAL's index that cannot grow: no other reason for it is known than a full disk.
    if (code == SQLITE_IOERR_SHMSIZE) return failure_of(SQLITE_FULL, message);
    switch (code & 0xff) {
        case SQLITE_FULL:
            return fail(Fault::storage, "the disk is full", "free some space and try again; nothing was lost");
        case SQLITE_READONLY:
            return fail(Fault::storage, "the data folder cannot be written to", "check its owner and permissions");
        case SQLITE_CANTOPEN:
            return fail(Fault::storage, "the database file cannot be opened",
                        "check that the data folder exists and may be written to");
        case SQLITE_NOTADB:
            return fail(Fault::wrong_key, "the database does not open with this key",
                        "check the password or device key file");
        case SQLITE_BUSY:
            return fail(Fault::busy, "another process is writing to this database", "try again in a moment");
        case SQLITE_CORRUPT:
            return fail(Fault::storage, "the database file is damaged",
                        "restore it from a backup, or log in again on an empty folder");
        case SQLITE_IOERR:
            return fail(Fault::storage, "the disk reports an error",
                        "check the disk; nothing that was confirmed is lost");
        default:
            // SQLite's own words name tables and columns, never the values bound to a statement.
            return fail(Fault::internal, std::string("SQLite: ") + message);
    }
}

}  // namespace

Rows::Rows(Rows&& other) noexcept
    : db_(other.db_), statement_(std::exchange(other.statement_, nullptr)), in_use_(other.in_use_) {}

Rows::~Rows() {
    if (statement_ == nullptr) return;
    if (in_use_ == nullptr) {
        sqlite3_finalize(statement_);
        return;
    }
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    *in_use_ = false;
}

bool Rows::next() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    db_->raise(code);
}

int Rows::columns() const { return sqlite3_column_count(statement_); }
std::string_view Rows::column_name(int column) const { return sqlite3_column_name(statement_, column); }
bool Rows::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
bool Rows::is_integer(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_INTEGER; }
bool Rows::is_real(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_FLOAT; }
bool Rows::is_text(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_TEXT; }
std::int64_t Rows::integer(int column) const { return sqlite3_column_int64(statement_, column); }
double Rows::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string_view Rows::text(int column) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return {data == nullptr ? "" : data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

ByteView Rows::blob(int column) const {
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

namespace {

/// Of the write-ahead log before it is taken over into the file: SQLite's own default, 4 MB.
constexpr int kCheckpointPages = 1'000;

/// In place of SQLite's own: that takes the log over within the commit, while others wait for their turn to write.
int note_log_pages(void* turn, sqlite3*, const char*, int pages) {
    static_cast<WriteTurn*>(turn)->note_log_pages(pages);
    return SQLITE_OK;
}

}  // namespace

Result<Database> Database::open(const std::string& path, const Options& options) {
    sqlite3* handle = nullptr;
    const int flags = (options.read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) |
                      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags, options.vfs.empty() ? nullptr : options.vfs.c_str());
    Database db{handle};
    if (code != SQLITE_OK) return failure_of(code, handle != nullptr ? sqlite3_errmsg(handle) : "out of memory");
    sqlite3_busy_timeout(handle, options.busy_timeout_ms);
    db.patience_ms_ = options.busy_timeout_ms;
    if (!options.read_only) db.turn_ = WriteTurn::of(db);
    auto opened = caught([&]() -> Result<Database> {
        if (options.key) {
            std::string raw = "x'" + hex(*options.key) + "'";
            sqlite3_key_v2(handle, "main", raw.data(), static_cast<int>(raw.size()));
            volatile char* wipe = raw.data();
            for (std::size_t i = 0; i < raw.size(); ++i) wipe[i] = 0;
            // A wrong key shows here, and must be an error of ours, not lines on standard error.
            db.script("PRAGMA cipher_log_level = NONE");
        }
        db.script("PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -" +
                  std::to_string(options.cache_kib));
        {
            Rows probe = db.query("SELECT count(*) FROM sqlite_schema");
            probe.next();
        }
        if (!options.read_only) db.script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        if (db.turn_ != nullptr) sqlite3_wal_hook(handle, note_log_pages, db.turn_.get());
        return std::move(db);
    });
    if (!opened && !options.key && opened.error().fault == Fault::wrong_key)
        return fail(Fault::storage, "the database file is damaged, or no database of Tern",
                    "restore it from a backup, or give another folder");
    return opened;
}

Database::Database(Database&& other) noexcept
    : db_(std::exchange(other.db_, nullptr)),
      turn_(std::move(other.turn_)),
      patience_ms_(other.patience_ms_),
      cache_(std::move(other.cache_)) {
    other.cache_.clear();
}

Database& Database::operator=(Database&& other) noexcept {
    if (this != &other) {
        close();
        db_ = std::exchange(other.db_, nullptr);
        turn_ = std::move(other.turn_);
        patience_ms_ = other.patience_ms_;
        cache_ = std::move(other.cache_);
        other.cache_.clear();
    }
    return *this;
}

Database::~Database() { close(); }

void Database::close() {
    for (auto& [sql, cached] : cache_) sqlite3_finalize(cached.statement);
    cache_.clear();
    if (db_ != nullptr) sqlite3_close_v2(db_);
    db_ = nullptr;
}

void Database::raise(int code) const { throw DatabaseError{failure_of(code, sqlite3_errmsg(db_)), code}; }

void Database::script(const std::string& sql) {
    const int code = sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) raise(code);
}

sqlite3_stmt* Database::prepare(std::string_view sql) const {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (code != SQLITE_OK) raise(code);
    return statement;
}

void Database::bind(sqlite3_stmt* statement, std::span<const Bound> args) const {
    int at = 0;
    for (const auto& arg : args) {
        ++at;
        int code = SQLITE_OK;
        switch (arg.kind) {
            case Bound::Kind::kNull:
                code = sqlite3_bind_null(statement, at);
                break;
            case Bound::Kind::kInt:
                code = sqlite3_bind_int64(statement, at, arg.integer);
                break;
            case Bound::Kind::kReal:
                code = sqlite3_bind_double(statement, at, arg.real);
                break;
            case Bound::Kind::kText:
                code = sqlite3_bind_text64(
                    statement, at,
                    reinterpret_cast<const char*>(arg.bytes.data() == nullptr ? view("").data() : arg.bytes.data()),
                    arg.bytes.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
                break;
            case Bound::Kind::kBlob:
                code = arg.bytes.empty()
                           ? sqlite3_bind_zeroblob(statement, at, 0)
                           : sqlite3_bind_blob64(statement, at, arg.bytes.data(), arg.bytes.size(), SQLITE_TRANSIENT);
                break;
        }
        if (code != SQLITE_OK) raise(code);
    }
}

Rows Database::query_bound(std::string_view sql, std::span<const Bound> args) {
    auto found = cache_.find(sql);
    if (found == cache_.end()) found = cache_.emplace(std::string(sql), Cached{}).first;
    Cached& cached = found->second;
    if (cached.in_use) {
        Rows rows{*this, prepare(sql), nullptr};
        bind(rows.statement_, args);
        return rows;
    }
    if (cached.statement == nullptr) cached.statement = prepare(sql);
    cached.in_use = true;
    Rows rows{*this, cached.statement, &cached.in_use};
    bind(cached.statement, args);
    return rows;
}

Rows Database::query_once(std::string_view sql, std::span<const Bound> args) {
    Rows rows{*this, prepare(sql), nullptr};
    bind(rows.statement_, args);
    return rows;
}

void Database::run_bound(std::string_view sql, std::span<const Bound> args) {
    Rows rows = query_bound(sql, args);
    while (rows.next()) {
    }
}

std::int64_t Database::last_rowid() const { return sqlite3_last_insert_rowid(db_); }
int Database::rows_changed() const { return sqlite3_changes(db_); }
bool Database::in_transaction() const { return sqlite3_get_autocommit(db_) == 0; }

Transaction::Transaction(Database& db) : db_(db) {
    if (db_.turn_ != nullptr && db_.turn_->take(std::chrono::milliseconds{db_.patience_ms_})) turn_ = db_.turn_;
    try {
        db_.run("BEGIN IMMEDIATE");
    } catch (...) {
        end();
        throw;
    }
}

Transaction::~Transaction() {
    // A failed COMMIT may have rolled back by itself already.
    if (open_ && db_.in_transaction()) sqlite3_exec(db_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    end();
}

void Transaction::commit() {
    db_.run("COMMIT");
    open_ = false;
    const auto turn = turn_;
    end();
    // Others write meanwhile. What can't be taken over now, for a reader or a full disk, is next time.
    if (turn != nullptr && turn->log_pages() >= kCheckpointPages)
        sqlite3_wal_checkpoint_v2(db_.handle(), "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

void Transaction::end() {
    if (turn_ != nullptr) std::exchange(turn_, nullptr)->give_back();
}

Status migrate(Database& db, std::span<const Migration> steps) {
    return caught([&]() -> Status {
        for (;;) {
            Transaction tx{db};
            const auto version = static_cast<std::size_t>(db.find_integer("PRAGMA user_version").value_or(0));
            if (version > steps.size())
                return fail(Fault::newer_version, "this data was written by a newer version of Tern",
                            "install the newer version; nothing was changed");
            if (version == steps.size()) return ok();
            steps[version].apply(db);
            db.script("PRAGMA user_version = " + std::to_string(version + 1));
            tx.commit();
        }
    });
}

}  // namespace tern

// SQLite, as both sides use it: whole statements, bound values, rows that reset themselves.
// Inside a room a failing statement throws DatabaseError; at the room's face `caught` turns it into a Failure.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "protocol/base/bytes.h"
#include "protocol/base/result.h"
#include "protocol/ids.h"

struct sqlite3;
struct sqlite3_stmt;

namespace tern {

struct DatabaseError {
    Failure failure;
    int sqlite_code = 0;  ///< extended result code
};

/// Runs `use` and turns a DatabaseError into its failure. `use` returns a Result or a Status.
template <class F>
auto caught(F&& use) -> decltype(use()) {
    try {
        return use();
    } catch (const DatabaseError& error) {
        return error.failure;
    }
}

/// One bound argument. Text and blobs must outlive the call that binds them (run) or the Rows (query).
class Bound {
public:
    enum class Kind : std::uint8_t { kNull, kInt, kReal, kText, kBlob };
    Bound(std::nullopt_t) : kind(Kind::kNull) {}
    template <std::integral T>
    Bound(T v) : kind(Kind::kInt), integer(static_cast<std::int64_t>(v)) {}
    Bound(double v) : kind(Kind::kReal), real(v) {}
    Bound(std::string_view v) : kind(Kind::kText), bytes(view(v)) {}
    Bound(const std::string& v) : Bound(std::string_view{v}) {}
    Bound(const char* v) : Bound(std::string_view{v}) {}
    Bound(ByteView v) : kind(Kind::kBlob), bytes(v) {}
    Bound(const Bytes& v) : Bound(ByteView{v}) {}
    template <std::size_t N>
    Bound(const std::array<std::uint8_t, N>& v) : Bound(ByteView{v}) {}
    template <class T>
    Bound(const Id<T>& v) : Bound(ByteView{v}) {}
    template <class T>
    Bound(const std::optional<T>& v) : Bound(std::nullopt) {
        if (v) *this = Bound(*v);
    }

    Kind kind;
    std::int64_t integer = 0;
    double real = 0;
    ByteView bytes;
};

/// The rows of one running query; resets the statement when it dies. Columns count from 0.
class Rows {
public:
    Rows(Rows&& other) noexcept;
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    Rows& operator=(Rows&&) = delete;
    ~Rows();

    /// Goes to the next row; false after the last one.
    bool next();
    int columns() const;
    std::string_view column_name(int column) const;
    bool is_null(int column) const;
    bool is_integer(int column) const;
    bool is_real(int column) const;
    bool is_text(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    /// Views live until next().
    std::string_view text(int column) const;
    ByteView blob(int column) const;
    template <class AnId>
    AnId id(int column) const {
        return AnId::of(blob(column));
    }

private:
    friend class Database;
    Rows(class Database& db, sqlite3_stmt* statement, bool* in_use)
        : db_(&db), statement_(statement), in_use_(in_use) {}
    class Database* db_;
    sqlite3_stmt* statement_;
    bool* in_use_;  ///< of the cached statement; none: a second, nested use of one, finalised instead of reset
};

/// One connection. Not thread-safe: one thread at a time.
class Database {
public:
    struct Options {
        std::optional<ByteView> key;  ///< 32 raw bytes: opens the file through SQLCipher
        bool read_only = false;
        int busy_timeout_ms = 10'000;
        int cache_kib = 32'000;
        std::string vfs;  ///< empty: the system's own
    };

    static Result<Database> open(const std::string& path, const Options& options);
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    /// Runs statements without arguments or rows.
    void script(const std::string& sql);
    template <class... Args>
    void run(std::string_view sql, const Args&... args) {
        const Bound bound[] = {Bound(args)..., Bound(std::nullopt)};
        run_bound(sql, {bound, sizeof...(args)});
    }
    template <class... Args>
    [[nodiscard]] Rows query(std::string_view sql, const Args&... args) {
        const Bound bound[] = {Bound(args)..., Bound(std::nullopt)};
        return query_bound(sql, {bound, sizeof...(args)});
    }
    void run_bound(std::string_view sql, std::span<const Bound> args);
    [[nodiscard]] Rows query_bound(std::string_view sql, std::span<const Bound> args);
    /// A statement made for this one use: not kept.
    [[nodiscard]] Rows query_once(std::string_view sql, std::span<const Bound> args);
    /// The first column of the first row; nothing where there is no row or it is null.
    template <class... Args>
    std::optional<std::int64_t> find_integer(std::string_view sql, const Args&... args) {
        Rows rows = query(sql, args...);
        return rows.next() && !rows.is_null(0) ? std::optional{rows.integer(0)} : std::nullopt;
    }
    template <class... Args>
    std::optional<Bytes> find_blob(std::string_view sql, const Args&... args) {
        Rows rows = query(sql, args...);
        return rows.next() && !rows.is_null(0) ? std::optional{copy(rows.blob(0))} : std::nullopt;
    }

    std::int64_t last_rowid() const;
    int rows_changed() const;
    bool in_transaction() const;
    /// For what this wrapper does not cover (custom functions, the backup API).
    sqlite3* handle() const { return db_; }

private:
    friend class Rows;
    friend class Transaction;
    struct Cached {
        sqlite3_stmt* statement = nullptr;
        bool in_use = false;
    };
    /// Finds by view, so that a statement that runs a hundred thousand times is not copied to be found.
    struct SqlHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view sql) const { return std::hash<std::string_view>{}(sql); }
    };
    explicit Database(sqlite3* db) : db_(db) {}
    void close();
    sqlite3_stmt* prepare(std::string_view sql) const;
    void bind(sqlite3_stmt* statement, std::span<const Bound> args) const;
    [[noreturn]] void raise(int code) const;

    sqlite3* db_ = nullptr;
    std::shared_ptr<class WriteTurn> turn_;
    int patience_ms_ = 0;  ///< with other writers
    std::unordered_map<std::string, Cached, SqlHash, std::equal_to<>> cache_;
};

/// BEGIN IMMEDIATE at birth, ROLLBACK at death unless committed. Of those that wait within this process, first come,
/// first served; in vain for `busy_timeout_ms`, by another process's write, it fails with `busy`.
class Transaction {
public:
    explicit Transaction(Database& db);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    void end();
    Database& db_;
    std::shared_ptr<class WriteTurn> turn_;  ///< none: not ours
    bool open_ = true;
};

/// One step each, in a transaction of its own: step i takes the file from user_version i to i+1. A file of a higher
/// version than there are steps is refused with `newer_version` and left alone.
struct Migration {
    std::string_view what;
    void (*apply)(Database&);
};
Status migrate(Database& db, std::span<const Migration> steps);

}  // namespace tern

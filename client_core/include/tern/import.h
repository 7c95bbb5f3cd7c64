// Records from files as the world writes them (CSV, XLSX, JSON, vCard, iCalendar), each row judged by itself; and the
// imports that were made here, which can be undone.
//
// All of it on the Client's thread; a Hooks::stop may be set from another, or from a signal's handler.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <tern/client.h>
#include <tern/json.h>

namespace tern {

namespace import_limits {
inline constexpr std::size_t kNotes = 10'000;        ///< of each kind that a report keeps: more say nothing new
inline constexpr std::size_t kNewChoices = 200;      ///< words new to a choice that are told, each once
inline constexpr std::size_t kJobNotes = 100;        ///< refusals that the job's record keeps
inline constexpr std::size_t kMatchKeys = 8;         ///< tried one after the other
inline constexpr std::uint64_t kProgressRows = 500;  ///< between two calls of on_progress
inline constexpr std::size_t kSamples = 3;           ///< of a column that look_into() shows
}  // namespace import_limits

struct ImportRequest {
    std::string file;
    std::string entity;  ///< empty: contacts from vCards, activities and tasks from iCalendar
    std::string format;  ///< csv, xlsx, json, jsonl, vcard, ical; empty: told from the file
    /// `col=field`, `field={col a} {col b}`, `field='text'`, with commas between; `col=` leaves the column out. Headers
    /// that are field names or labels, or that other CRMs write, need none.
    std::vector<std::string> map;
    /// By what a row is known already: `id`, `external_id`, `email`, `phone`, or a field; the first that fits decides.
    /// Empty: `id` and `external_id`, where the file has them.
    std::vector<std::string> match;
    std::optional<std::string> space;     ///< name or id
    std::optional<std::string> space_by;  ///< a column: a space's name or id, or a user, whose book it then is
    std::string date_order;               ///< mdy or dmy; empty: told from each column
    std::string zone;                     ///< IANA name, of times that name none; empty: the machine's
    std::string currency = "USD";         ///< of amounts that name none
    std::string region;                   ///< ISO country of phones to match that name none, where no address does
    std::string encoding;                 ///< such as GB18030; empty: told from the bytes
    char delimiter = '\0';                ///< of CSV; none: told from the header
    std::string sheet;                    ///< of a workbook; empty: the first
    bool dry_run = false;
};

struct ImportProgress {
    std::uint64_t rows = 0;  ///< judged so far
    std::uint64_t of = 0;
};

struct ImportHooks {
    std::function<void(const ImportProgress&)> on_progress;
    /// Once true, the import ends after the row that it is at; what was taken is written and can be undone.
    const std::atomic<bool>* stop = nullptr;
};

/// A row by its number; the first one after the header is 1.
struct RowNote {
    std::uint64_t row = 0;
    std::string reason;
};

struct ImportReport {
    std::uint64_t rows = 0;
    std::uint64_t created = 0;
    std::uint64_t updated = 0;    ///< of `merged`: those in which something was new
    std::uint64_t unchanged = 0;  ///< of `merged`: those in which nothing was
    std::uint64_t merged = 0;     ///< rows that were known
    std::uint64_t refused_rows = 0;
    std::uint64_t warned = 0;
    std::vector<RowNote> refused;                             ///< the first import_limits::kNotes
    std::vector<RowNote> warnings;                            ///< taken, but not whole; likewise
    std::vector<std::string> ignored;                         ///< columns that went nowhere
    std::vector<std::pair<std::string, std::string>> mapped;  ///< column, field: what was guessed
    std::vector<RecordId> jobs;                               ///< for undo_import(); none where nothing was written
    bool stopped = false;
    std::uint64_t total = 0;  ///< rows of the file

    /// Adds the other's numbers; what it tells of single rows and columns stays its own.
    void count(const ImportReport& other);
    Json json() const;
};

/// A file before anything of it is taken: for a person who says which column goes where.
struct FileLook {
    struct Column {
        std::string name;
        std::string field;                 ///< where it goes, as `map` says it; empty: nowhere
        std::vector<std::string> samples;  ///< the first import_limits::kSamples that are filled
    };
    std::string entity;  ///< of the request, else of the format
    std::uint64_t rows = 0;
    std::vector<Column> columns;
};
/// Reads the file to its end and writes nothing. Without an entity the columns go nowhere yet. `canceled` once `stop`
/// is true; else as import_file(), but for a file of which no column goes anywhere.
Result<FileLook> look_into(Client& client, const ImportRequest& request, const std::atomic<bool>* stop = nullptr);

/// Nothing is written where the file, the map or the space is wrong as a whole. Rows are written in batches, each whole
/// or not at all: what is interrupted goes on when it is run again with a key to match by.
Result<ImportReport> import_file(Client& client, const ImportRequest& request, const ImportHooks& hooks = {});

// --- imports that were made -----------------------------------------------------------------------------------------

struct ImportJob {
    RecordId id;
    std::string name;  ///< of the file
    std::string entity;
    std::int64_t rows = 0;
    std::optional<Millis> done_at;  ///< none: it was interrupted
    bool undoable = false;          ///< made on this device, and not undone yet
};
/// Newest first.
Result<std::vector<ImportJob>> imports(Client& client);

struct UndoReport {
    std::uint64_t deleted = 0;
    std::uint64_t restored = 0;  ///< records of which fields were put back
    /// Edited since, or in a space that one may not write in any more.
    std::vector<RecordId> left;

    Json json() const;
};
/// Deletes what the import created and puts back what it changed, unless somebody has changed it since: that is left
/// and listed. `not_found` for what was not imported on this device, or is undone already.
Result<UndoReport> undo_import(Client& client, const RecordId& job);

}  // namespace tern

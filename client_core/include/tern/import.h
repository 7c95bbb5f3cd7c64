// Records from a CSV file (RFC 4180, UTF-8), each row judged by itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tern/client.h>
#include <tern/json.h>

namespace tern {

struct ImportRequest {
    std::string file;
    std::string entity;
    /// `col=field`, `field={col a} {col b}`, `field='text'`, with commas between. Headers that are field names need
    /// none.
    std::vector<std::string> map;
    std::optional<std::string> space;     ///< name or id
    std::optional<std::string> space_by;  ///< a column: a space's name or id, or a user, whose book it then is
    std::string date_order;               ///< mdy or dmy; empty: told from each column
    std::string currency = "USD";         ///< of amounts that name none
    bool dry_run = false;
};

/// A row by its number; the first one after the header is 1.
struct RowNote {
    std::uint64_t row = 0;
    std::string reason;
};

struct ImportReport {
    std::uint64_t rows = 0;
    std::uint64_t created = 0;
    std::uint64_t updated = 0;  ///< of `merged`: those in which something was new
    std::uint64_t merged = 0;   ///< rows whose external_id was known
    std::vector<RowNote> refused;
    std::vector<RowNote> warnings;     ///< taken, but not whole
    std::vector<std::string> ignored;  ///< columns that went nowhere

    Json json() const;
};

/// Nothing is written where the file, the map or the space is wrong as a whole. Rows are written in batches, each whole
/// or not at all: what is interrupted goes on when it is run again with an external_id.
Result<ImportReport> import_csv(Client& client, const ImportRequest& request);

}  // namespace tern

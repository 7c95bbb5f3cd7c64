// Records as files for other programs, and for importing them again: ids and relations are kept.
//
// CSV and XLSX: a column for `id`, `space` (its name) and each field by its name; beside a reference `….title` for
// people. Sets and references are joined by semicolons; lists, and what holds a semicolon or comma, are JSON. A text
// that a spreadsheet would run as a formula is written with an apostrophe before it. Times are UTC, as ISO has them.
// JSON: as Records::get() shows a record, `space` by name. vCard and iCalendar: what those have, the rest as X-TERN-….
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <tern/client.h>

namespace tern {

struct ExportRequest {
    std::string entity;
    std::vector<std::string> where;  ///< each as read_where() takes it (query.h); all must hold
    std::vector<RecordId> ids;       ///< only these of them; empty: all
    std::string format;              ///< csv, xlsx, json, jsonl, vcard, ical; empty: by the file's ending, else csv
    std::string file;                ///< written beside and renamed, mode 0600; empty: to `take`
    std::string zone;                ///< IANA name: to which day an event of all day belongs; empty: the machine's
};

struct ExportHooks {
    /// The file's bytes, where the request names no file. XLSX needs one.
    std::function<Status(std::string_view)> take;
    std::function<void(std::uint64_t rows)> on_progress;
    const std::atomic<bool>* stop = nullptr;  ///< once true, the export fails with `canceled` and leaves no file
};

struct ExportReport {
    std::uint64_t rows = 0;
    /// Cells longer than a workbook's may be (32,767 letters), which are empty; events without a start in iCalendar.
    std::uint64_t left_out = 0;
};

/// The living records that fit, as they were made, of one moment. On the Client's thread. A failure leaves the file
/// that was there.
Result<ExportReport> export_records(Client& client, const ExportRequest& request, const ExportHooks& hooks = {});

}  // namespace tern

// A whole company as a folder of files, one for each kind of record: out of one org and into another, with its ids,
// relations, spaces, people and fields of its own.
//
// On the Client's thread; a hook's `stop` may be set from another, or from a signal's handler.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <tern/export.h>
#include <tern/import.h>

namespace tern {

struct CompanyHooks {
    /// `of`: rows of the file, 0 where that is not known yet.
    std::function<void(const std::string& file, std::uint64_t rows, std::uint64_t of)> on_progress;
    const std::atomic<bool>* stop = nullptr;
};

struct CompanyExport {
    std::string folder;          ///< new, or empty
    std::string format = "csv";  ///< csv, xlsx, json, jsonl
};

struct ExportedFile {
    std::string file, entity;
    ExportReport report;
};

/// Every living record that this device holds, of one moment: `account.csv` and so on. Imports and devices are not in
/// it: they are this org's own. The folder is there whole or not at all, mode 0700.
Result<std::vector<ExportedFile>> export_company(Client& client, const CompanyExport& request,
                                                 const CompanyHooks& hooks = {});

struct CompanyImport {
    std::string folder;
    /// How its files are written, as for one of them (ImportRequest).
    std::string date_order, zone, currency = "USD", encoding;
    char delimiter = '\0';
};

struct ImportedFile {
    std::string file, entity;
    ImportReport report;
    std::optional<Failure> failure;  ///< of the file as a whole: then nothing of it was taken, or not all of it
};

struct CompanyImported {
    std::vector<ImportedFile> files;  ///< in the order in which they were taken
    std::vector<std::string> spaces;  ///< that were made, by name
    std::vector<std::string> others;  ///< files that no kind of record is named after
    bool stopped = false;

    Json json() const;
};

/// Each file of the folder that is named after a kind of record, those first that others refer to. Spaces are known by
/// their names, and made where there are none; people by their logins: who has no account here yet comes along as a
/// name, and is one with the account once there is one and the folder is imported again.
Result<CompanyImported> import_company(Client& client, const CompanyImport& request, const CompanyHooks& hooks = {});

}  // namespace tern

// One entity's records as a file, at a moment that several files may share.
#pragma once

#include <tern/export.h>

namespace tern::crm {

/// All that is read while it lives is of one moment. Nothing is written through this connection meanwhile.
class Snapshot {
public:
    explicit Snapshot(Database& db) : db_(db) { db_.script("BEGIN"); }
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    Database& db_;
};

/// Within a Snapshot. Throws DatabaseError.
Result<ExportReport> export_as(Client& client, const ExportRequest& request, const ExportHooks& hooks);

}  // namespace tern::crm

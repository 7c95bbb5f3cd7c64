// What an import did, so that it can be undone. The job itself is a record, which syncs to one's other devices; its
// steps are a local table of this device's file: they would double what travels, and old values are customers' data
// that only the importer's device needs to look up. A step is written before what it tells of, so that an import that
// was killed can be undone, too.
#pragma once

#include <tern/import.h>
#include "client_core/crm/draft.h"
#include "client_core/store/store.h"

namespace tern::crm {

struct PlannedWrite {
    store::Write write;
    Value before;  ///< of a cell; unused for a birth
};

class ImportJournal {
public:
    ImportJournal(Client& client, const ImportRequest& request, const schema::Entity& entity)
        : client_(client), request_(request), entity_(entity) {}

    /// What `match` and the columns were, for the job's record.
    void describe(std::vector<std::string> match, std::vector<std::pair<std::string, std::string>> map);
    /// Before those are written. The first call makes the job's record.
    Status note(const std::vector<PlannedWrite>& writes);
    Status finish(const ImportReport& report);
    const std::optional<RecordId>& job() const { return job_; }

private:
    Status begin();

    Client& client_;
    const ImportRequest& request_;
    const schema::Entity& entity_;
    std::vector<std::string> match_;
    std::vector<std::pair<std::string, std::string>> map_;
    std::optional<RecordId> job_;
    std::int64_t seq_ = 0;
};

}  // namespace tern::crm

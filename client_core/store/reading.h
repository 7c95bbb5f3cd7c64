// A record as people ask for it: its cells, its past, its conflicts.
#pragma once

#include "client_core/store/merger.h"

namespace tern::store {

class Reading {
public:
    Reading(Core& core, Merger& merger) : core_(core), merger_(merger) {}

    std::vector<RecordHead> find(const RecordId& id);
    std::vector<Register> registers(const RecordHead& head);
    std::vector<HistoryEntry> history(const RecordHead& head);
    std::vector<Conflict> conflicts();
    std::vector<RecordHead> trash();
    std::map<SpaceId, std::int64_t> record_counts();

private:
    RecordHead head_of(const RecordRow& record);
    std::optional<RecordRow> row_of(const RecordHead& head);
    void add_births_cells(const RecordRow& record, const std::vector<ChangeRow>& rows, std::vector<HistoryEntry>& out);

    Core& core_;
    Merger& merger_;
};

}  // namespace tern::store

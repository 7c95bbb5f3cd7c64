#include "client_core/store/key_lookup.h"

#include "client_core/store/current_cells.h"
#include "client_core/store/searching.h"

namespace tern::store {
namespace {

std::optional<KeyedRecord> keyed_record(Core& core, const RecordRow& record) {
    const auto* plan = core.search.keys().plan(record.entity);
    if (plan == nullptr || !record.born || !record.alive) return std::nullopt;
    const auto cells = cells_for(core, record, [&](ColumnNumber column) { return plan->reads(column); });
    const auto views = views_of(cells);
    return KeyedRecord{record.id,
                       core.refs.spaces.id(record.space),
                       record.entity,
                       record.newest,
                       title_of(core, record),
                       plan->region(views),
                       plan->keys(views)};
}

}  // namespace

std::vector<KeyedRecord> records_with_key(Core& core, std::int64_t hash, std::size_t limit) {
    std::vector<std::int64_t> rids;
    {
        Rows rows = core.db.query("SELECT rid FROM match_key WHERE hash = ? ORDER BY rid DESC LIMIT ?", hash, limit);
        while (rows.next()) rids.push_back(rows.integer(0));
    }
    const Projection::EmptyTablesSkipped faster{core.projection};
    std::vector<KeyedRecord> out;
    for (const std::int64_t rid : rids)
        if (const auto record = core.records.at(rid))
            if (auto keyed = keyed_record(core, *record)) out.push_back(std::move(*keyed));
    return out;
}

std::vector<KeyedRecord> keyed_records(Core& core, const RecordId& id) {
    std::vector<KeyedRecord> out;
    for (const RecordRow& record : core.records.with_id(id))
        if (auto keyed = keyed_record(core, record)) out.push_back(std::move(*keyed));
    return out;
}

}  // namespace tern::store

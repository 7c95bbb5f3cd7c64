#include "client_core/store/state_hash.h"

#include "client_core/store/current_cells.h"
#include "protocol/base/suite.h"

namespace tern::store {
namespace {

const std::string kOfSpace = "SELECT " + std::string(RecordTable::kColumns) +
                             " FROM record WHERE space = ? AND birth_hlc IS NOT NULL ORDER BY id, entity";

void put_stamp(ByteWriter& out, const Stamp& stamp) { out.u64(stamp.hlc.value).raw(stamp.device); }

Bytes bytes_of(Core& core, const RecordRow& record) {
    const auto cells = current_cells(core, record);
    const bool alive_written = !cells.empty() && cells.front().column == column::kAlive;
    ByteWriter out;
    out.raw(record.id).u16(record.entity);
    put_stamp(out, record.birth);
    put_stamp(out, alive_written ? cells.front().stamp : record.birth);
    out.lp(encode(alive_written ? cells.front().value : alive_value({})));
    Bytes value;
    for (const CurrentCell& cell : cells) {
        if (cell.column < column::kCustom) continue;
        out.u16(cell.column).lp(cell.element);
        put_stamp(out, cell.stamp);
        value.clear();
        encode(cell.value, value);
        out.lp(value);
    }
    return out.take();
}

}  // namespace

Hash state_hash(Core& core, const SpaceId& space) {
    Hash hash{};
    const auto number = core.refs.spaces.find(space);
    if (!number) return hash;
    Rows rows = core.db.query(kOfSpace, *number);
    bool more = rows.next();  // from here on one snapshot, whatever others write
    const Projection::EmptyTablesSkipped skipped{core.projection};
    for (; more; more = rows.next()) {
        const RecordRow record = core.records.read(rows);
        hash = suite::h("tern/state", ByteWriter{}.raw(hash).lp(bytes_of(core, record)).bytes());
    }
    return hash;
}

Hash state_hash(Core& core) {
    std::vector<SpaceId> spaces;
    {
        Rows rows = core.db.query("SELECT id FROM space_ref ORDER BY id");
        while (rows.next()) spaces.push_back(rows.id<SpaceId>(0));
    }
    ByteWriter all;
    for (const SpaceId& space : spaces)
        if (const Hash hash = state_hash(core, space); hash != Hash{}) all.raw(space).raw(hash);
    return suite::h("tern/states", all.bytes());
}

}  // namespace tern::store

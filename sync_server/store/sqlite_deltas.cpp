// The part of SqliteStore that holds deltas, their tags and who wrote what last.
#include "sync_server/limits.h"
#include "sync_server/store/schema.h"
#include "sync_server/store/sqlite_store.h"

namespace tern::server {
namespace {

std::string_view page_query(Which which) {
    switch (which) {
        case Which::live:
            return "SELECT id, device, bytes FROM delta WHERE id > ? AND id <= ? AND live > 0 ORDER BY id";
        case Which::dead:
            return "SELECT id, device, bytes FROM delta WHERE id > ? AND id <= ? AND live = 0 ORDER BY id";
        case Which::all:
            break;
    }
    return "SELECT id, device, bytes FROM delta WHERE id > ? AND id <= ? ORDER BY id";
}

}  // namespace

SqliteStore::CachedSpace& SqliteStore::space(SpaceRef ref) {
    const auto found = spaces_.find(ref.v);
    if (found != spaces_.end()) return found->second;
    CachedSpace cached;
    cached.newest =
        static_cast<std::uint64_t>(db_.find_integer("SELECT newest FROM space WHERE ref = ?", ref.v).value_or(0));
    return spaces_.emplace(ref.v, std::move(cached)).first->second;
}

SqliteStore::CachedPosition& SqliteStore::position_of(SpaceRef ref, std::int64_t device) {
    auto& positions = space(ref).positions;
    const auto found = positions.find(device);
    if (found != positions.end()) return found->second;
    CachedPosition cached;
    Rows rows = db_.query("SELECT dev_seq, env FROM device_last WHERE space = ? AND device = ?", ref.v, device);
    if (rows.next()) cached.position = {static_cast<std::uint64_t>(rows.integer(0)), array_of<16>(rows.blob(1))};
    return positions.emplace(device, cached).first->second;
}

std::int64_t SqliteStore::device_ref(const DeviceId& id) {
    const auto found = device_refs_.find(id);
    if (found != device_refs_.end()) return found->second;
    const auto ref = db_.find_integer("SELECT ref FROM device WHERE device_id = ?", id);
    if (!ref) return 0;
    device_refs_.emplace(id, *ref);
    return *ref;
}

std::int64_t SqliteStore::make_device_ref(const DeviceId& id) {
    if (const auto ref = device_ref(id); ref != 0) return ref;
    writes();
    db_.run("INSERT INTO device(device_id) VALUES(?)", id);
    const auto ref = db_.last_rowid();
    device_refs_.emplace(id, ref);
    return ref;
}

const DeviceId& SqliteStore::device_id(std::int64_t ref) {
    const auto found = device_ids_.find(ref);
    if (found != device_ids_.end()) return found->second;
    const auto id = db_.find_blob("SELECT device_id FROM device WHERE ref = ?", ref);
    return device_ids_.emplace(ref, DeviceId::of(id.value_or(Bytes{}))).first->second;
}

Result<std::uint64_t> SqliteStore::newest(SpaceRef ref) {
    return guarded([&]() -> Result<std::uint64_t> { return space(ref).newest; });
}

Result<Position> SqliteStore::position(SpaceRef ref, const DeviceId& device) {
    return guarded([&]() -> Result<Position> {
        const auto known = device_ref(device);
        return known == 0 ? Position{} : position_of(ref, known).position;
    });
}

Result<std::optional<KnownDelta>> SqliteStore::find_delta(SpaceRef ref, const DeviceId& device, std::uint64_t seq) {
    return guarded([&]() -> Result<std::optional<KnownDelta>> {
        const auto cursor =
            db_.find_integer("SELECT cursor FROM authored WHERE space = ? AND device = ? AND dev_seq = ?", ref.v,
                             device_ref(device), seq);
        if (!cursor) return std::optional<KnownDelta>{};
        const auto bytes = db_.find_blob("SELECT bytes FROM delta WHERE id = ?",
                                         delta_key(ref.v, static_cast<std::uint64_t>(*cursor)));
        if (!bytes) return std::optional<KnownDelta>{};
        TERN_TRY(frame, read_delta(*bytes));
        return std::optional{KnownDelta{static_cast<std::uint64_t>(*cursor), frame.env_id}};
    });
}

Result<std::uint64_t> SqliteStore::add_delta(OrgRef org, SpaceRef ref, const DeltaFrame& frame, std::uint32_t live) {
    return guarded([&]() -> Result<std::uint64_t> {
        writes();
        const auto device = make_device_ref(frame.header.device);
        auto& position = position_of(ref, device);
        auto& cached = space(ref);
        if (cached.newest >= kCursorMax)
            return fail(Fault::quota, "this space has taken all the changes that it can", "make a new space");
        const auto cursor = ++cached.newest;
        cached.dirty = true;
        db_.run("INSERT INTO delta(id, device, kind, live, bytes) VALUES(?, ?, ?, ?, ?)", delta_key(ref.v, cursor),
                device, static_cast<int>(frame.header.kind), live, frame.bytes);
        db_.run("INSERT INTO authored(space, device, dev_seq, cursor) VALUES(?, ?, ?, ?)", ref.v, device,
                frame.header.dev_seq, cursor);
        position = {{frame.header.dev_seq, env_id16(frame.env_id)}, true};
        org_growth_[org.v] += static_cast<std::int64_t>(frame.bytes.size());
        return cursor;
    });
}

Status SqliteStore::add_tag(SpaceRef ref, const Tag& tag, const TagHolder& holder) {
    return guarded([&]() -> Status {
        writes();
        db_.run("INSERT INTO tag(space, tag, rank, device, cursor) VALUES(?, ?, ?, ?, ?)", ref.v, tag,
                rank_of(holder.stamp.hlc.value, holder.purge), make_device_ref(holder.stamp.device), holder.cursor);
        return ok();
    });
}

Result<std::vector<TagHolder>> SqliteStore::winners(SpaceRef ref, const Tag& tag) {
    return guarded([&]() -> Result<std::vector<TagHolder>> {
        std::vector<TagHolder> best;
        std::optional<std::int64_t> greatest;
        Rows rows = db_.query("SELECT rank, device, cursor FROM tag WHERE space = ? AND tag = ? ORDER BY rank DESC",
                              ref.v, tag);
        while (rows.next() && rows.integer(0) == greatest.value_or(rows.integer(0))) {
            greatest = rows.integer(0);
            const Stamp stamp{Hlc{hlc_of(*greatest)}, device_id(rows.integer(1))};
            if (!best.empty() && stamp < best.front().stamp) continue;
            if (!best.empty() && best.front().stamp < stamp) best.clear();
            best.push_back({stamp, purge_of(*greatest), static_cast<std::uint64_t>(rows.integer(2))});
        }
        return best;
    });
}

Result<bool> SqliteStore::holds(SpaceRef ref, const Tag& tag, const Stamp& stamp) {
    return guarded([&]() -> Result<bool> {
        return db_
            .find_integer("SELECT 1 FROM tag WHERE space = ? AND tag = ? AND rank IN (?, ?) AND device = ? LIMIT 1",
                          ref.v, tag, rank_of(stamp.hlc.value, false), rank_of(stamp.hlc.value, true),
                          device_ref(stamp.device))
            .has_value();
    });
}

Status SqliteStore::lose(SpaceRef ref, std::uint64_t cursor) {
    return guarded([&]() -> Status {
        writes();
        db_.run("UPDATE delta SET live = live - 1 WHERE id = ?", delta_key(ref.v, cursor));
        return ok();
    });
}

Result<Bytes> SqliteStore::delta_bytes(SpaceRef ref, std::uint64_t cursor) {
    return guarded([&]() -> Result<Bytes> {
        auto bytes = db_.find_blob("SELECT bytes FROM delta WHERE id = ?", delta_key(ref.v, cursor));
        if (!bytes) return fail(Fault::not_found, "there is no such delta");
        return *std::move(bytes);
    });
}

Result<DeltaPage> SqliteStore::deltas(SpaceRef ref, std::uint64_t after, std::uint64_t until, Which which,
                                      std::size_t max_bytes) {
    return guarded([&]() -> Result<DeltaPage> {
        DeltaPage page;
        page.scanned_to = std::min({until, space(ref).newest, after + limits::kScanCursors});
        if (page.scanned_to <= after) {
            page.scanned_to = after;
            return page;
        }
        std::size_t bytes = 0;
        Rows rows = db_.query(page_query(which), delta_key(ref.v, after), delta_key(ref.v, page.scanned_to));
        while (rows.next()) {
            const auto cursor = static_cast<std::uint64_t>(rows.integer(0)) & kCursorMax;
            const auto delta = rows.blob(2);
            if (!page.deltas.empty() && bytes + delta.size() > max_bytes) {
                page.scanned_to = page.deltas.back().cursor;
                break;
            }
            bytes += delta.size();
            page.deltas.push_back({cursor, device_id(rows.integer(1)), copy(delta)});
        }
        return page;
    });
}

Result<SpaceFigures> SqliteStore::figures(SpaceRef ref) {
    return guarded([&]() -> Result<SpaceFigures> {
        SpaceFigures out;
        Rows rows =
            db_.query("SELECT live > 0, count(*), total(length(bytes)) FROM delta WHERE id > ? AND id < ? GROUP BY 1",
                      delta_key(ref.v, 0), delta_key(ref.v + 1, 0));
        while (rows.next()) {
            const auto count = static_cast<std::uint64_t>(rows.integer(1));
            const auto bytes = static_cast<std::uint64_t>(rows.real(2));
            out.deltas += count;
            if (rows.integer(0) != 0) {
                out.live_deltas = count;
                out.live_bytes = bytes;
            } else {
                out.dead_bytes = bytes;
            }
        }
        return out;
    });
}

Result<std::uint32_t> SqliteStore::live_count(SpaceRef ref, std::uint64_t cursor) {
    return guarded([&]() -> Result<std::uint32_t> {
        return static_cast<std::uint32_t>(
            db_.find_integer("SELECT live FROM delta WHERE id = ?", delta_key(ref.v, cursor)).value_or(0));
    });
}

Result<std::vector<StoredTag>> SqliteStore::tags_of(SpaceRef ref) {
    return guarded([&]() -> Result<std::vector<StoredTag>> {
        std::vector<StoredTag> out;
        Rows rows = db_.query("SELECT tag, rank, device, cursor FROM tag WHERE space = ? ORDER BY tag", ref.v);
        while (rows.next()) {
            const auto rank = rows.integer(1);
            const Stamp stamp{Hlc{hlc_of(rank)}, device_id(rows.integer(2))};
            out.push_back({rows.id<Tag>(0), {stamp, purge_of(rank), static_cast<std::uint64_t>(rows.integer(3))}});
        }
        return out;
    });
}

Result<std::vector<std::string>> SqliteStore::integrity() {
    return guarded([&]() -> Result<std::vector<std::string>> {
        std::vector<std::string> out;
        Rows rows = db_.query("PRAGMA integrity_check");
        while (rows.next())
            if (rows.text(0) != "ok") out.emplace_back(rows.text(0));
        return out;
    });
}

}  // namespace tern::server

#include "client_core/store/restamp.h"

#include <algorithm>
#include <set>

#include "client_core/store/current_cells.h"
#include "client_core/store/merge.h"
#include "client_core/store/own_clock.h"
#include "client_core/store/stamps.h"
#include "protocol/limits.h"

namespace tern::store {
namespace {

struct Moved {
    std::int64_t txn = 0;
    std::int64_t space = 0;
    Stamp from;
    Stamp to;
    bool bump = false;
};

class Restamper {
public:
    Restamper(Core& core, Merger& merger, Millis difference, const Author& author)
        : core_(core), merger_(merger), difference_(difference), author_(author), clock_(core, author) {}

    void run() {
        read();
        if (moved_.empty()) return;
        read_fixed_stamps();
        choose();
        move();
        clock_.start_over();
    }

private:
    void read() {
        Rows rows = core_.db.query("SELECT id, space, hlc, dev, bump FROM txn WHERE state = 0 ORDER BY id");
        while (rows.next())
            moved_.push_back({rows.integer(0),
                              rows.integer(1),
                              core_.refs.stamp(rows.integer(2), rows.integer(3)),
                              {},
                              rows.integer(4) != 0});
    }

    /// Own stamps that stay: sealed, sent or refused. None of them may be given again in its space.
    void read_fixed_stamps() {
        const auto device = core_.refs.devices.number(author_.device);
        Rows rows = core_.db.query(
            "SELECT space, birth_hlc FROM record WHERE birth_dev = ?1 AND (txn IS NULL OR txn NOT IN (SELECT id FROM "
            "txn WHERE state = 0)) "
            "UNION SELECT space, hlc FROM change JOIN record USING (rid) WHERE dev = ?1 AND of_birth = 0 AND "
            "(change.txn IS NULL OR "
            "change.txn NOT IN (SELECT id FROM txn WHERE state = 0))",
            device);
        while (rows.next()) used_.emplace(rows.integer(0), static_cast<std::uint64_t>(rows.integer(1)));
    }

    void choose() {
        Hlc previous;
        for (Moved& moved : moved_) {
            // Nothing was written later than now: a stamp that says so comes from a clock that was mended since.
            const std::int64_t ms = std::clamp<Millis>(moved.from.hlc.ms() + difference_, 0, clock_.adjusted_ms());
            Hlc hlc = Hlc::at(ms, moved.from.hlc.counter());
            const Hlc base = greatest_base(moved);
            if (base.value != 0)
                hlc = moved.bump && base.next() > clock_.ceiling() ? base.next() : std::max(hlc, base.next());
            moved.bump = hlc > clock_.ceiling();
            if (!moved.bump) hlc = std::max(hlc, previous.next());
            while (!used_.emplace(moved.space, hlc.value).second) hlc = hlc.next();
            if (!moved.bump) previous = hlc;
            moved.to = {hlc, author_.device};
            now_[{moved.space, moved.from}] = moved.to;
        }
    }

    Hlc greatest_base(const Moved& moved) {
        Hlc out;
        const auto take = [&](std::int64_t space, ByteView packed) {
            for (const Stamp& base : unpack_stamps(packed)) out = std::max(out, now(space, base).hlc);
        };
        Rows rows = core_.db.query(
            "SELECT bases FROM change WHERE txn = ?1 AND of_birth = 0 UNION ALL SELECT birth_bases FROM record "
            "WHERE txn = ?1 AND birth_bases IS NOT NULL",
            moved.txn);
        while (rows.next()) take(moved.space, rows.blob(0));
        return out;
    }

    Stamp now(std::int64_t space, const Stamp& stamp) const {
        const auto at = now_.find({space, stamp});
        return at == now_.end() ? stamp : at->second;
    }

    void move() {
        std::vector<RecordRow> apart;
        for (RecordRow& record :
             core_.records.where("rid IN (SELECT rid FROM change WHERE txn IN (SELECT id FROM txn WHERE state = 0)) OR "
                                 "(txn IN (SELECT id FROM txn WHERE state = 0) AND rid IN (SELECT rid FROM change))")) {
            merger_.unpack(record);
            apart.push_back(std::move(record));
        }
        for (const Moved& moved : moved_) move_txn(moved);
        for (RecordRow& record : apart) {
            move_rows(record);
            merger_.pack(record);
            merger_.note(record.entity, record.id);
        }
        merger_.flush();
    }

    /// The delta itself, and the births in it that nothing was written upon yet.
    void move_txn(const Moved& moved) {
        const auto device = core_.refs.devices.number(moved.to.device);
        core_.db.run("UPDATE cell SET hlc = ?, dev = ? WHERE rid IN (SELECT rid FROM record WHERE txn = ?)",
                     moved.to.hlc.value, device, moved.txn);
        core_.db.run(
            "UPDATE record SET birth_hlc = ?, birth_dev = ?, newest_hlc = NULL, newest_dev = NULL WHERE txn = ?",
            moved.to.hlc.value, device, moved.txn);
        core_.db.run("UPDATE txn SET hlc = ?, dev = ?, bump = ? WHERE id = ?", moved.to.hlc.value, device,
                     moved.bump ? 1 : 0, moved.txn);
    }

    /// Two steps, since one row's new stamp may be another's old one.
    void move_rows(const RecordRow& record) {
        for (const ChangeRow& row : core_.log.all_of_record(record.rid)) {
            const Stamp stamp = now(record.space, row.stamp);
            std::vector<Stamp> bases = row.bases;
            for (Stamp& base : bases) base = now(record.space, base);
            std::sort(bases.begin(), bases.end());
            Bytes value = row.value;
            if (row.column == column::kAlive && row.stamp != stamp) value = moved_deletion(record.space, row.value);
            if (stamp == row.stamp && bases == row.bases && value == row.value) continue;
            core_.db.run("UPDATE change SET hlc = ?, dev = ?, bases = ?, value = ? WHERE \"row\" = ?",
                         -static_cast<std::int64_t>(stamp.hlc.value), core_.refs.devices.number(stamp.device),
                         pack_stamps(bases), value, row.row);
        }
        core_.db.run("UPDATE change SET hlc = -hlc WHERE rid = ? AND hlc < 0", record.rid);
    }

    Bytes moved_deletion(std::int64_t space, ByteView value) const {
        Alive alive = read_alive(value);
        alive.seen = now(space, alive.seen);
        return encode(alive_value(alive));
    }

    Core& core_;
    Merger& merger_;
    Millis difference_;
    Author author_;
    OwnClock clock_;
    std::vector<Moved> moved_;
    std::set<std::pair<std::int64_t, std::uint64_t>> used_;
    std::map<std::pair<std::int64_t, Stamp>, Stamp> now_;
};

}  // namespace

void set_clock_offset(Core& core, Merger& merger, Millis offset, const Author& author) {
    const Millis difference = offset - core.settings.integer(OwnClock::kOffset);
    core.settings.set_integer(OwnClock::kOffset, offset);
    Restamper{core, merger, difference, author}.run();
}

}  // namespace tern::store

#include "client_core/store/outbox.h"

#include <algorithm>
#include <set>

#include "client_core/store/stamps.h"

namespace tern::store {
namespace {

enum State : int { kNeverSealed = 0, kSealed = 1, kRefused = 2 };

std::size_t size_of(const std::vector<Change>& changes) {
    std::size_t bytes = 0;
    for (const Change& change : changes) bytes += change.value.size() + 24 * change.bases.size() + 64;
    return bytes;
}

}  // namespace

Change Outbox::birth_change(const RecordRow& record, const Stamp& birth, const std::vector<Stamp>& bases) {
    return {{record.entity, record.id, column::kBirth, {}},
            encode(birth_value(merger_.read_birth(record, birth))),
            bases,
            birth};
}

std::vector<Change> Outbox::changes_of(std::int64_t txn) {
    std::vector<Change> out;
    for (const RecordRow& record : core_.records.where("txn = ?1", txn))
        out.push_back(birth_change(record, record.birth, unpack_stamps(record.birth_bases)));
    for (const ChangeRow& row : core_.log.of_txn(txn)) {
        if (row.of_birth) continue;
        const auto record = core_.records.at(row.rid);
        if (row.column == column::kBirth)
            out.push_back(birth_change(*record, row.stamp, row.bases));
        else
            out.push_back({{record->entity, record->id, row.column, row.element}, row.value, row.bases, row.stamp});
    }
    std::sort(out.begin(), out.end(), [](const Change& a, const Change& b) { return a.cell < b.cell; });
    return out;
}

std::vector<UnsentDelta> Outbox::unsent(const SpaceId& space, std::size_t limit, std::size_t bytes) {
    std::vector<UnsentDelta> out;
    {
        Rows rows = core_.db.query(
            "SELECT txn.id, hlc, bump FROM txn JOIN space_ref ON n = space WHERE space_ref.id = ? AND state = 0 "
            "ORDER BY txn.id LIMIT ?",
            space, limit);
        while (rows.next())
            out.push_back(
                {rows.integer(0), space, Hlc{static_cast<std::uint64_t>(rows.integer(1))}, rows.integer(2) != 0, {}});
    }
    const Projection::EmptyTablesSkipped skipped{core_.projection};
    std::size_t used = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].changes = changes_of(out[i].txn);
        used += size_of(out[i].changes);
        if (i > 0 && used > bytes) {
            out.resize(i);
            break;
        }
    }
    return out;
}

void Outbox::mark_sealed(std::int64_t txn, std::uint64_t dev_seq, const Hash& env_id, ByteView bytes) {
    core_.db.run("UPDATE txn SET state = 1, dev_seq = ?, env_id = ?, bytes = ? WHERE id = ? AND state < 2", dev_seq,
                 env_id, bytes, txn);
}

void Outbox::unseal(std::int64_t txn) {
    core_.db.run("UPDATE txn SET state = 0, dev_seq = NULL, env_id = NULL, bytes = NULL WHERE id = ? AND state = 1",
                 txn);
}

std::vector<InFlight> Outbox::in_flight(const SpaceId& space) {
    std::vector<InFlight> out;
    Rows rows = core_.db.query(
        "SELECT txn.id, dev_seq, bytes FROM txn JOIN space_ref ON n = space WHERE space_ref.id = ? AND state = 1 "
        "ORDER BY dev_seq",
        space);
    while (rows.next())
        out.push_back({rows.integer(0), space, static_cast<std::uint64_t>(rows.integer(1)), copy(rows.blob(2))});
    return out;
}

std::optional<std::int64_t> Outbox::txn_of(const SpaceId& space, const Hash& env_id) {
    return core_.db.find_integer(
        "SELECT txn.id FROM txn JOIN space_ref ON n = space WHERE space_ref.id = ? AND state = 1 AND env_id = ?", space,
        env_id);
}

void Outbox::mark_acknowledged(std::int64_t txn) {
    core_.db.run("UPDATE record SET txn = NULL WHERE txn = ?", txn);
    core_.db.run("UPDATE change SET txn = NULL WHERE txn = ?", txn);
    core_.db.run("DELETE FROM txn WHERE id = ?", txn);
}

void Outbox::mark_refused(std::int64_t txn, Fault reason) {
    std::set<std::int64_t> rids;
    for (const RecordRow& record : core_.records.where("txn = ?1", txn)) rids.insert(record.rid);
    for (const ChangeRow& row : core_.log.of_txn(txn)) rids.insert(row.rid);
    std::vector<RecordRow> records;
    NoticeBook book;
    for (const std::int64_t rid : rids) {
        records.push_back(*core_.records.at(rid));
        merger_.unpack(records.back());
        book.add(records.back().entity, records.back().id);
    }
    core_.db.run("UPDATE txn SET state = 2, bytes = NULL, reason = ? WHERE id = ?", name(reason), txn);
    // A birth's cells go with it.
    core_.db.run(
        "UPDATE change SET txn = ?1 WHERE of_birth = 1 AND EXISTS (SELECT 1 FROM change AS birth WHERE birth.txn = ?1 "
        "AND "
        "birth.rid = change.rid AND birth.field = 0 AND birth.hlc = change.hlc AND birth.dev = change.dev) AND rid IN "
        "(SELECT rid FROM change WHERE txn = ?1)",
        txn);
    for (RecordRow& record : records) merger_.pack(record);
    merger_.flush();
    core_.notices.write(book);
}

std::vector<SpaceId> Outbox::spaces_with_unsent() {
    std::vector<SpaceId> out;
    Rows rows =
        core_.db.query("SELECT id FROM space_ref WHERE n IN (SELECT space FROM txn WHERE state < 2) ORDER BY id");
    while (rows.next()) out.push_back(rows.id<SpaceId>(0));
    return out;
}

std::int64_t Outbox::unsent_changes() {
    return core_.db
        .find_integer(
            "SELECT (SELECT count(*) FROM record WHERE txn IS NOT NULL) + (SELECT count(*) FROM change WHERE txn IS "
            "NOT NULL AND of_birth = 0 AND txn IN (SELECT id FROM txn WHERE state < 2))")
        .value_or(0);
}

std::int64_t Outbox::refused_changes() {
    return core_.db
        .find_integer(
            "SELECT count(*) FROM change WHERE txn IS NOT NULL AND of_birth = 0 AND txn IN "
            "(SELECT id FROM txn WHERE state = 2)")
        .value_or(0);
}

std::vector<RefusedWork> Outbox::refused() {
    std::vector<RefusedWork> out;
    {
        Rows rows = core_.db.query("SELECT txn.id, space, reason FROM txn WHERE state = 2 ORDER BY txn.id");
        while (rows.next())
            out.push_back({rows.integer(0), core_.refs.spaces.id(rows.integer(1)), fault_named(rows.text(2)), {}});
    }
    for (RefusedWork& work : out) work.changes = changes_of(work.txn);
    return out;
}

}  // namespace tern::store

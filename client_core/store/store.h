// The device's store: every record that this device may see, every clock that merging needs, every change that is not
// live any more or not sent yet. One SQLCipher file per org; everything that must agree changes in one transaction.
//
//  (1) Applying the same changes in any order, any number of times, gives the same state (state_hash).
//  (2) A cell without a `cell` row has its record's birth stamp; a cell with one has that row's.
//  (3) A change that lost is never dropped here: it is in `change`, listed under its record, and can be restored.
//  (4) The outbox is exactly the rows whose `txn` is not null.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "client_core/schema/schema.h"
#include "protocol/base/clock.h"
#include "protocol/base/database.h"
#include "protocol/base/result.h"
#include "protocol/change.h"

namespace tern::store {

struct SearchQuery;
struct SearchFound;
struct KeyedRecord;

/// Who writes here, and what this device's clock says. The stored correction is added inside the transaction.
struct Author {
    DeviceId device;
    Millis wall_ms = 0;
};

/// One write, as a person meant it. Column kBirth creates (value: birth_value()), kAlive deletes or undeletes.
struct Write {
    SpaceId space;
    Cell cell;
    Value value;
    /// Names every unsettled loser of the cell beside the winner as a base, so that the conflict ends everywhere.
    bool settles = false;
};

/// What changed, for screens. No ids: more than kNoticeIds records of the entity changed, look again at all of it.
struct Notice {
    EntityNumber entity = 0;
    std::vector<RecordId> records;
};

/// The unsent changes of one local transaction in one space, under one stamp: the content of one delta.
struct UnsentDelta {
    std::int64_t txn = 0;
    SpaceId space;
    Hlc hlc;
    bool bump = false;  ///< stamped over a far-future value: travels alone, with the bump flag
    std::vector<Change> changes;
};

/// Sealed, sent or about to be, not yet answered.
struct InFlight {
    std::int64_t txn = 0;
    SpaceId space;
    std::uint64_t dev_seq = 0;
    Bytes bytes;
};

struct RefusedWork {
    std::int64_t txn = 0;
    SpaceId space;
    Fault reason = Fault::internal;
    std::vector<Change> changes;
};

/// A cell's value with its clock. `stamp` is zero where the record has no such cell.
struct Register {
    ColumnNumber column = 0;
    Bytes element;
    Value value;
    Stamp stamp;
    bool pending = false;  ///< not yet acknowledged by the server
};

struct RecordHead {
    RecordId id;
    SpaceId space;
    EntityNumber entity = 0;
    Stamp birth;
    Stamp newest;  ///< the greatest stamp of any change of the record known here
    bool alive = true;
    bool pending = false;
};

/// One line of a record's history, newest first. `live` marks the value that holds.
struct HistoryEntry {
    std::int64_t row = 0;  ///< 0 for a birth's cell that still lives in its columns
    Cell cell;
    Value value;
    Stamp stamp;
    std::vector<Stamp> bases;
    bool live = false;
    bool conflict = false;
    bool pending = false;
};

/// A value that lost without its author's knowing, beside the one that won.
struct Conflict {
    SpaceId space;
    Cell cell;
    Value winner;
    Stamp winner_stamp;
    Value loser;  ///< for kAlive: null; the record was edited while somebody deleted it
    Stamp loser_stamp;
};

inline constexpr std::size_t kNoticeIds = 256;

class Store {
public:
    struct Options {
        std::string path;
        std::optional<ByteView> key;  ///< none only in tests and the simulator
        std::string vfs;
        int cache_kib = 32'000;
    };

    /// Creates or migrates. The schema must outlive the store.
    static Result<std::unique_ptr<Store>> open(const Options& options, const schema::Schema& schema);
    ~Store();

    /// The connection, for the rooms that keep tables of their own in this file (org, keys, sync).
    Database& database();
    /// With what the org defines. It may be another one after a write, a merge or take_notices(); the former ones stay
    /// valid as long as the store.
    const schema::Schema& schema() const;
    /// Where the records are that define the org's own fields, choices and entities: its `org` space, and no other.
    Status define_in(const SpaceId& space);

    // --- local writes: one BEGIN IMMEDIATE each, durable when they return -------------------------------------------

    /// All or nothing. Stamps them as the clock rules say, cuts them into deltas' worth (limits::kDeltaTags and
    /// kDeltaBodyBytes), one stamp each. A later write of the same cell in `writes` replaces the earlier.
    Status write(std::span<const Write> writes, const Author& author);

    /// Takes what the server's time says: from now on adjusted time = wall + offset. Restamps what was never sealed, in
    /// order, and computes the winners of the touched cells again. One transaction.
    Status set_clock_offset(Millis offset, const Author& author);
    Millis clock_offset();

    // --- sync: the caller holds the transaction ---------------------------------------------------------------------

    /// Merges changes that a verified delta of `space` brought (each with its own stamp). Throws DatabaseError. A
    /// change that is known already (same cell and stamp) does nothing; one of our own pending, it acknowledges
    /// nothing.
    void apply(const SpaceId& space, std::span<const Change> changes);

    /// The next never sealed deltas' worth of `space`, oldest first, up to `limit` and `bytes` of content.
    std::vector<UnsentDelta> unsent(const SpaceId& space, std::size_t limit, std::size_t bytes);
    void mark_sealed(std::int64_t txn, std::uint64_t dev_seq, const Hash& env_id, ByteView bytes);
    /// Sealed under an epoch or number that will not do: back to the outbox, to be sealed anew.
    void unseal(std::int64_t txn);
    std::vector<InFlight> in_flight(const SpaceId& space);
    std::optional<std::int64_t> txn_of(const SpaceId& space, const Hash& env_id);
    void mark_acknowledged(std::int64_t txn);
    /// Into the tray: withdrawn from the cells it had won, kept, shown, exportable.
    void mark_refused(std::int64_t txn, Fault reason);

    std::vector<SpaceId> spaces_with_unsent();
    std::int64_t unsent_changes();
    std::int64_t refused_changes();
    std::vector<RefusedWork> refused();

    // --- reading ----------------------------------------------------------------------------------------------------

    /// Everywhere this record is held: normally one space.
    std::vector<RecordHead> find(const RecordId& id);
    /// All cells of a record that hold a value, by (column, element).
    std::vector<Register> registers(const RecordHead& record);
    std::vector<HistoryEntry> history(const RecordHead& record);
    std::vector<Conflict> conflicts();
    /// Newest deletion first.
    std::vector<RecordHead> trash();
    /// Living records by space. One pass over all of them.
    std::map<SpaceId, std::int64_t> record_counts();
    /// What a person may mean by a text (searching.h). Throws DatabaseError.
    std::vector<SearchFound> search(const SearchQuery& query);
    /// Living records with that key of duplicates (key_lookup.h), by id. Throws DatabaseError.
    std::vector<KeyedRecord> with_key(std::int64_t hash, std::size_t limit);
    std::vector<KeyedRecord> keyed(const RecordId& id);

    /// What everybody in the space must agree on (protocol/README.md, "State hash").
    Hash state_hash(const SpaceId& space);
    /// Over the sorted (space, hash) of all spaces here.
    Hash state_hash();

    /// Small values of this device: its clock, its cursors, who it is.
    std::optional<Bytes> setting(std::string_view name);
    void set_setting(std::string_view name, ByteView value);

    /// What has changed since the last call, by this and by other processes on the same file.
    std::vector<Notice> take_notices();

    /// Every invariant that the code leans on: SQLite's own check, clocks against columns, tables against schema.
    Status check();

private:
    struct Rooms;
    explicit Store(std::unique_ptr<Rooms> rooms);
    std::unique_ptr<Rooms> rooms_;
};

}  // namespace tern::store

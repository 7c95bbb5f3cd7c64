#include "client_core/store/store.h"

#include "client_core/store/check.h"
#include "client_core/store/defining.h"
#include "client_core/store/key_lookup.h"
#include "client_core/store/migrations.h"
#include "client_core/store/outbox.h"
#include "client_core/store/own_clock.h"
#include "client_core/store/reading.h"
#include "client_core/store/restamp.h"
#include "client_core/store/searching.h"
#include "client_core/store/state_hash.h"
#include "client_core/store/writer.h"

namespace tern::store {

struct Store::Rooms {
    Rooms(Database&& db, const schema::Schema& schema)
        : core(std::move(db), schema), merger(core), outbox(core, merger), reading(core, merger) {}

    Core core;
    Merger merger;
    Outbox outbox;
    Reading reading;
};

Store::Store(std::unique_ptr<Rooms> rooms) : rooms_(std::move(rooms)) {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const Options& options, const schema::Schema& schema) {
    Database::Options database;
    database.key = options.key;
    database.vfs = options.vfs;
    database.cache_kib = options.cache_kib;
    TERN_TRY(db, Database::open(options.path, database));
    TERN_CHECK(migrate_store(db));
    return caught([&]() -> Result<std::unique_ptr<Store>> {
        auto rooms = std::make_unique<Rooms>(std::move(db), schema);
        fit_to_schema(rooms->core, rooms->merger);
        rooms->core.search.fit(rooms->core);
        rooms->core.notices.start();
        return std::unique_ptr<Store>(new Store(std::move(rooms)));
    });
}

Database& Store::database() { return rooms_->core.db; }
const schema::Schema& Store::schema() const { return rooms_->core.schema(); }

Status Store::write(std::span<const Write> writes, const Author& author) {
    return caught([&]() -> Status {
        Transaction tx{rooms_->core.db};
        catch_up(rooms_->core, rooms_->merger);
        TERN_CHECK(Writer(rooms_->core, rooms_->merger, author).write(writes));
        tx.commit();
        return ok();
    });
}

Status Store::set_clock_offset(Millis offset, const Author& author) {
    return caught([&]() -> Status {
        Transaction tx{rooms_->core.db};
        catch_up(rooms_->core, rooms_->merger);
        store::set_clock_offset(rooms_->core, rooms_->merger, offset, author);
        tx.commit();
        return ok();
    });
}

Status Store::define_in(const SpaceId& space) {
    return caught([&]() -> Status {
        if (space_of_definitions(rooms_->core) == space) return ok();
        Transaction tx{rooms_->core.db};
        set_space_of_definitions(rooms_->core, space);
        redefine(rooms_->core, rooms_->merger);
        tx.commit();
        return ok();
    });
}

Millis Store::clock_offset() { return rooms_->core.settings.integer(OwnClock::kOffset); }

void Store::apply(const SpaceId& space, std::span<const Change> changes) {
    catch_up(rooms_->core, rooms_->merger);
    const std::int64_t number = rooms_->core.refs.spaces.number(space);
    for (const Change& change : changes) rooms_->merger.apply(number, change, std::nullopt);
    rooms_->merger.flush();
}

std::vector<UnsentDelta> Store::unsent(const SpaceId& space, std::size_t limit, std::size_t bytes) {
    return rooms_->outbox.unsent(space, limit, bytes);
}
void Store::mark_sealed(std::int64_t txn, std::uint64_t dev_seq, const Hash& env_id, ByteView bytes) {
    rooms_->outbox.mark_sealed(txn, dev_seq, env_id, bytes);
}
void Store::unseal(std::int64_t txn) { rooms_->outbox.unseal(txn); }
std::vector<InFlight> Store::in_flight(const SpaceId& space) { return rooms_->outbox.in_flight(space); }
std::optional<std::int64_t> Store::txn_of(const SpaceId& space, const Hash& env_id) {
    return rooms_->outbox.txn_of(space, env_id);
}
void Store::mark_acknowledged(std::int64_t txn) { rooms_->outbox.mark_acknowledged(txn); }
void Store::mark_refused(std::int64_t txn, Fault reason) {
    catch_up(rooms_->core, rooms_->merger);
    rooms_->outbox.mark_refused(txn, reason);
}
std::vector<SpaceId> Store::spaces_with_unsent() { return rooms_->outbox.spaces_with_unsent(); }
std::int64_t Store::unsent_changes() { return rooms_->outbox.unsent_changes(); }
std::int64_t Store::refused_changes() { return rooms_->outbox.refused_changes(); }
std::vector<RefusedWork> Store::refused() { return rooms_->outbox.refused(); }

std::vector<RecordHead> Store::find(const RecordId& id) { return rooms_->reading.find(id); }
std::vector<Register> Store::registers(const RecordHead& record) { return rooms_->reading.registers(record); }
std::vector<HistoryEntry> Store::history(const RecordHead& record) { return rooms_->reading.history(record); }
std::vector<Conflict> Store::conflicts() { return rooms_->reading.conflicts(); }
std::vector<RecordHead> Store::trash() { return rooms_->reading.trash(); }
std::map<SpaceId, std::int64_t> Store::record_counts() { return rooms_->reading.record_counts(); }

std::vector<SearchFound> Store::search(const SearchQuery& query) { return find_text(rooms_->core, query); }

std::vector<KeyedRecord> Store::with_key(std::int64_t hash, std::size_t limit) {
    return records_with_key(rooms_->core, hash, limit);
}
std::vector<KeyedRecord> Store::keyed(const RecordId& id) { return keyed_records(rooms_->core, id); }

Hash Store::state_hash(const SpaceId& space) { return store::state_hash(rooms_->core, space); }
Hash Store::state_hash() { return store::state_hash(rooms_->core); }

std::optional<Bytes> Store::setting(std::string_view name) { return rooms_->core.settings.find(name); }
void Store::set_setting(std::string_view name, ByteView value) { rooms_->core.settings.set(name, value); }

std::vector<Notice> Store::take_notices() {
    auto out = rooms_->core.notices.take();
    if (!out.empty()) catch_up(rooms_->core, rooms_->merger);
    return out;
}
Status Store::check() {
    return caught([&] {
        catch_up(rooms_->core, rooms_->merger);
        return store::check(rooms_->core, rooms_->merger);
    });
}

}  // namespace tern::store

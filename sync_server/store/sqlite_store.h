// The ServerStore in one SQLite file, without a key: everything in it is sealed by devices already.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "protocol/base/database.h"
#include "sync_server/store/store.h"

namespace tern::server {

class SqliteStore final : public ServerStore {
public:
    /// `vfs`: empty for the system's own; a simulator names one of its own.
    static Result<std::unique_ptr<SqliteStore>> open(const std::string& path, const std::string& vfs = {});

    StoreHealth health() const override { return health_; }
    bool writing() const override { return db_.in_transaction(); }
    StoreHealth commit() override;
    void rollback() override;
    Status snapshot() override;
    Status mark() override;
    Status keep() override;
    Status undo() override;

    Result<std::optional<OrgRow>> org(const OrgId& id) override;
    Result<std::vector<OrgRow>> orgs() override;
    Result<OrgRow> add_org(const OrgId& id, std::uint64_t quota) override;
    Status set_quota(OrgRef org, std::uint64_t bytes) override;
    Status add_code(const Hash& code, Millis now) override;
    Result<bool> spend_code(const Hash& code) override;

    Result<std::vector<SpaceRow>> spaces(OrgRef org) override;
    Result<SpaceRef> add_space(OrgRef org, const SpaceId& id) override;
    Status add_record(OrgRef log, std::uint32_t seq, ByteView record) override {
        return add_log_record(log.v, seq, record);
    }
    Status add_record(SpaceRef log, std::uint32_t seq, ByteView record) override {
        return add_log_record(log.v, seq, record);
    }
    Result<std::vector<Bytes>> records(OrgRef log, std::uint32_t from, std::size_t max_bytes) override {
        return log_records(log.v, from, max_bytes);
    }
    Result<std::vector<Bytes>> records(SpaceRef log, std::uint32_t from, std::size_t max_bytes) override {
        return log_records(log.v, from, max_bytes);
    }
    Status put_key(SpaceRef space, std::uint32_t epoch, const UserId& user, ByteView sealed) override;
    Result<std::optional<Bytes>> key(SpaceRef space, std::uint32_t epoch, const UserId& user) override;

    Status put_join(OrgRef org, const JoinRow& join) override;
    Result<std::vector<JoinRow>> joins(OrgRef org) override;
    Status drop_join(OrgRef org, const suite::SignPublic& invite_key) override;
    Status put_slot(OrgRef org, const SlotRow& slot) override;
    Result<std::optional<SlotRow>> slot(OrgRef org, const UserId& user, std::uint8_t slot) override;
    Result<std::optional<UserId>> login_owner(OrgRef org, const std::array<std::uint8_t, 16>& login) override;

    Result<std::uint64_t> newest(SpaceRef space) override;
    Result<Position> position(SpaceRef space, const DeviceId& device) override;
    Result<std::optional<KnownDelta>> find_delta(SpaceRef space, const DeviceId& device, std::uint64_t seq) override;
    Result<std::uint64_t> add_delta(OrgRef org, SpaceRef space, const DeltaFrame& frame, std::uint32_t live) override;
    Status add_tag(SpaceRef space, const Tag& tag, const TagHolder& holder) override;
    Result<std::vector<TagHolder>> winners(SpaceRef space, const Tag& tag) override;
    Result<bool> holds(SpaceRef space, const Tag& tag, const Stamp& stamp) override;
    Status lose(SpaceRef space, std::uint64_t cursor) override;
    Result<Bytes> delta_bytes(SpaceRef space, std::uint64_t cursor) override;
    Result<DeltaPage> deltas(SpaceRef space, std::uint64_t after, std::uint64_t until, Which which,
                             std::size_t max_bytes) override;

    Result<std::vector<Bytes>> lineage() override;
    Status add_lineage(ByteView marker, Millis now) override;

    Result<SpaceFigures> figures(SpaceRef space) override;
    Result<std::uint32_t> live_count(SpaceRef space, std::uint64_t cursor) override;
    Result<std::vector<StoredTag>> tags_of(SpaceRef space) override;
    Result<std::vector<std::string>> integrity() override;

private:
    /// Values that change with every delta: kept here, written once a transaction.
    struct CachedPosition {
        Position position;
        bool dirty = false;
    };
    struct CachedSpace {
        std::uint64_t newest = 0;
        bool dirty = false;
        std::unordered_map<std::int64_t, CachedPosition> positions;  ///< by the device's short name
    };

    explicit SqliteStore(Database db) : db_(std::move(db)) {}
    /// Runs `use`; a DatabaseError becomes its failure and marks the store's health.
    template <class F>
    auto guarded(F&& use) -> decltype(use());
    void note(const DatabaseError& error);
    void writes();  ///< opens a transaction if none is open
    void flush();
    void forget();  ///< drops what is cached
    Status add_log_record(std::int64_t log, std::uint32_t seq, ByteView record);
    Result<std::vector<Bytes>> log_records(std::int64_t log, std::uint32_t from, std::size_t max_bytes);
    CachedSpace& space(SpaceRef ref);
    CachedPosition& position_of(SpaceRef ref, std::int64_t device);
    /// 0: this device has stored nothing yet.
    std::int64_t device_ref(const DeviceId& id);
    std::int64_t make_device_ref(const DeviceId& id);
    const DeviceId& device_id(std::int64_t ref);

    Database db_;
    StoreHealth health_ = StoreHealth::good;
    std::unordered_map<std::int64_t, CachedSpace> spaces_;
    std::unordered_map<std::int64_t, std::int64_t> org_growth_;
    std::unordered_map<DeviceId, std::int64_t> device_refs_;
    std::unordered_map<std::int64_t, DeviceId> device_ids_;
};

template <class F>
auto SqliteStore::guarded(F&& use) -> decltype(use()) {
    try {
        return use();
    } catch (const DatabaseError& error) {
        note(error);
        return error.failure;
    }
}

}  // namespace tern::server

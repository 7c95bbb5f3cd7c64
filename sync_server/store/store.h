// What the server keeps: orgs, logs, sealed keys, deltas and their blind index. The rooms above know only this face, so
// that another database can stand behind it.
//
// A write opens a transaction if none is open; everything since then is durable when commit() says `done`, and gone
// after rollback(). Reads see the open transaction. No exception leaves: a failure of the database itself also shows in
// health(), and then commit() takes nothing. Not thread-safe: one thread at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "protocol/base/clock.h"
#include "protocol/base/result.h"
#include "protocol/delta_frame.h"
#include "protocol/log_bodies.h"
#include "protocol/log_record.h"

namespace tern::server {

/// Short names of rows, for this database only. A space's and an org's number is that of its log.
struct OrgRef {
    std::int64_t v = 0;
    auto operator<=>(const OrgRef&) const = default;
};
struct SpaceRef {
    std::int64_t v = 0;
    auto operator<=>(const SpaceRef&) const = default;
};

enum class StoreHealth : std::uint8_t {
    good,
    full,    ///< this transaction cannot be written (disk full, database held); a later one may
    broken,  ///< the disk cannot be trusted (a failed fsync, damage): only a restart helps
};

struct OrgRow {
    OrgRef ref;
    OrgId id;
    std::uint64_t quota = 0;
    std::uint64_t bytes = 0;  ///< of stored deltas
};
struct SpaceRow {
    SpaceRef ref;
    SpaceId id;
};
/// A device's newest delta in a space; zeros: none yet.
struct Position {
    std::uint64_t seq = 0;
    std::array<std::uint8_t, 16> env{};
};
struct KnownDelta {
    std::uint64_t cursor = 0;
    Hash env_id{};
};
struct TagHolder {
    Stamp stamp;
    bool purge = false;
    std::uint64_t cursor = 0;
};
struct DeltaRow {
    std::uint64_t cursor = 0;
    DeviceId device;
    Bytes bytes;
};
enum class Which : std::uint8_t { all, live, dead };
struct DeltaPage {
    std::vector<DeltaRow> deltas;
    std::uint64_t scanned_to = 0;  ///< everything up to here was looked at
};
struct JoinRow {
    suite::SignPublic invite_key{};
    Bytes message;  ///< the JoinRequest as received
};
struct SlotRow {
    UserId user;
    std::uint8_t slot = 0;
    std::uint32_t version = 0;
    std::array<std::uint8_t, 16> login{};
    Bytes registration;
    Bytes signature;
    Bytes bundle;
};
/// For `check` and `stats`.
struct SpaceFigures {
    std::uint64_t deltas = 0;
    std::uint64_t live_deltas = 0;
    std::uint64_t live_bytes = 0;
    std::uint64_t dead_bytes = 0;
};
struct StoredTag {
    Tag tag;
    TagHolder holder;
};

class ServerStore {
public:
    virtual ~ServerStore() = default;

    virtual StoreHealth health() const = 0;
    virtual bool writing() const = 0;
    /// `good` when everything written is durable. Otherwise nothing is, and the caller rolls back.
    virtual StoreHealth commit() = 0;
    virtual void rollback() = 0;
    /// From here to rollback() reads see one state, whoever else writes.
    virtual Status snapshot() = 0;
    /// Within a transaction: what is written until keep() can be undone alone.
    virtual Status mark() = 0;
    virtual Status keep() = 0;
    virtual Status undo() = 0;

    virtual Result<std::optional<OrgRow>> org(const OrgId& id) = 0;
    virtual Result<std::vector<OrgRow>> orgs() = 0;
    virtual Result<OrgRow> add_org(const OrgId& id, std::uint64_t quota) = 0;
    virtual Status set_quota(OrgRef org, std::uint64_t bytes) = 0;
    virtual Status add_code(const Hash& code, Millis now) = 0;
    /// True once for each code.
    virtual Result<bool> spend_code(const Hash& code) = 0;

    virtual Result<std::vector<SpaceRow>> spaces(OrgRef org) = 0;
    virtual Result<SpaceRef> add_space(OrgRef org, const SpaceId& id) = 0;
    virtual Status add_record(OrgRef log, std::uint32_t seq, ByteView record) = 0;
    virtual Status add_record(SpaceRef log, std::uint32_t seq, ByteView record) = 0;
    /// In order, from `from` on; at least one if there is any, else as many as fit into `max_bytes`.
    virtual Result<std::vector<Bytes>> records(OrgRef log, std::uint32_t from, std::size_t max_bytes) = 0;
    virtual Result<std::vector<Bytes>> records(SpaceRef log, std::uint32_t from, std::size_t max_bytes) = 0;
    virtual Status put_key(SpaceRef space, std::uint32_t epoch, const UserId& user, ByteView sealed) = 0;
    virtual Result<std::optional<Bytes>> key(SpaceRef space, std::uint32_t epoch, const UserId& user) = 0;

    virtual Status put_join(OrgRef org, const JoinRow& join) = 0;
    virtual Result<std::vector<JoinRow>> joins(OrgRef org) = 0;
    virtual Status drop_join(OrgRef org, const suite::SignPublic& invite_key) = 0;
    virtual Status put_slot(OrgRef org, const SlotRow& slot) = 0;
    virtual Result<std::optional<SlotRow>> slot(OrgRef org, const UserId& user, std::uint8_t slot) = 0;
    virtual Result<std::optional<UserId>> login_owner(OrgRef org, const std::array<std::uint8_t, 16>& login) = 0;

    virtual Result<std::uint64_t> newest(SpaceRef space) = 0;
    virtual Result<Position> position(SpaceRef space, const DeviceId& device) = 0;
    virtual Result<std::optional<KnownDelta>> find_delta(SpaceRef space, const DeviceId& device, std::uint64_t seq) = 0;
    /// Stores the frame under the space's next cursor, as its device's newest.
    virtual Result<std::uint64_t> add_delta(OrgRef org, SpaceRef space, const DeltaFrame& frame,
                                            std::uint32_t live) = 0;
    virtual Status add_tag(SpaceRef space, const Tag& tag, const TagHolder& holder) = 0;
    /// Every stored delta that holds the tag's winning stamp; a purge's stamp wins over all others.
    virtual Result<std::vector<TagHolder>> winners(SpaceRef space, const Tag& tag) = 0;
    virtual Result<bool> holds(SpaceRef space, const Tag& tag, const Stamp& stamp) = 0;
    virtual Status lose(SpaceRef space, std::uint64_t cursor) = 0;
    virtual Result<Bytes> delta_bytes(SpaceRef space, std::uint64_t cursor) = 0;
    /// Deltas with after < cursor <= until, in order: at least one if there is any, else as many as fit.
    virtual Result<DeltaPage> deltas(SpaceRef space, std::uint64_t after, std::uint64_t until, Which which,
                                     std::size_t max_bytes) = 0;

    /// The newest markers, newest last.
    virtual Result<std::vector<Bytes>> lineage() = 0;
    virtual Status add_lineage(ByteView marker, Millis now) = 0;

    virtual Result<SpaceFigures> figures(SpaceRef space) = 0;
    virtual Result<std::uint32_t> live_count(SpaceRef space, std::uint64_t cursor) = 0;
    virtual Result<std::vector<StoredTag>> tags_of(SpaceRef space) = 0;
    /// The database's own words on its soundness; empty: sound.
    virtual Result<std::vector<std::string>> integrity() = 0;
};

}  // namespace tern::server

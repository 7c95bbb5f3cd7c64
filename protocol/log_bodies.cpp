#include "protocol/log_bodies.h"

#include <algorithm>

#include "protocol/log_record.h"

namespace tern {
namespace {

Failure bad(const char* what) {
    return fail(Fault::malformed, std::string("the body of a log record is not well formed: ") + what);
}

template <class T, class Key>
bool ascending(const std::vector<T>& items, Key key) {
    return std::adjacent_find(items.begin(), items.end(), [&](const T& a, const T& b) { return !(key(a) < key(b)); }) ==
           items.end();
}

void write(ByteWriter& out, const OrgPolicy& p) {
    out.u16(p.min_proto)
        .u16(p.history_days)
        .u16(p.trash_days)
        .u16(p.offline_days)
        .u8(p.kdf_ops)
        .u32(p.kdf_mem_kib)
        .u8(p.allow_pw_only ? 1 : 0);
}

/// false where a byte that must be 0 or 1 is neither.
bool read(ByteReader& in, OrgPolicy& p) {
    p.min_proto = in.u16();
    p.history_days = in.u16();
    p.trash_days = in.u16();
    p.offline_days = in.u16();
    p.kdf_ops = in.u8();
    p.kdf_mem_kib = in.u32();
    const auto flag = in.u8();
    p.allow_pw_only = flag == 1;
    return flag <= 1;
}

void read(ByteReader& in, Identity& identity) {
    identity.user = UserId{in.array<16>()};
    identity.uik = in.array<32>();
    identity.urk = in.array<32>();
    identity.ubk = in.array<32>();
    identity.seed = in.array<80>();
}

void write(ByteWriter& out, const EpochBlock& block) {
    out.u32(block.epoch).u16(block.tag_gen).raw(block.key_commit);
    if (block.prev) out.raw(*block.prev);
    out.u16(static_cast<std::uint16_t>(block.seats.size()));
    for (const auto& seat : block.seats) out.raw(seat.user).u32(seat.ubk_generation).raw(seat.seal_hash);
}

/// `in_force`: the epoch that a partial block would repeat; nothing where only a full one may stand.
bool read(ByteReader& in, EpochBlock& block, std::optional<std::uint32_t> in_force) {
    block.epoch = in.u32();
    block.tag_gen = in.u16();
    block.key_commit = in.array<32>();
    if (!in_force || block.epoch != *in_force) block.prev = in.array<136>();
    const auto n = in.u16();
    for (std::size_t i = 0; i < n && in.ok(); ++i) {
        EpochSeat seat;
        seat.user = UserId{in.array<16>()};
        seat.ubk_generation = in.u32();
        seat.seal_hash = in.array<16>();
        block.seats.push_back(seat);
    }
    return ascending(block.seats, [](const EpochSeat& seat) { return seat.user; });
}

void write(ByteWriter& out, const std::vector<Cut>& cuts) {
    out.u16(static_cast<std::uint16_t>(cuts.size()));
    for (const auto& cut : cuts) out.raw(cut.device).u64(cut.last_seq).raw(cut.env_id16).u32(cut.log_seq);
}

bool read(ByteReader& in, std::vector<Cut>& cuts) {
    const auto n = in.u16();
    for (std::size_t i = 0; i < n && in.ok(); ++i) {
        Cut cut;
        cut.device = DeviceId{in.array<16>()};
        cut.last_seq = in.u64();
        cut.env_id16 = in.array<16>();
        cut.log_seq = in.u32();
        cuts.push_back(cut);
    }
    return ascending(cuts, [](const Cut& cut) { return cut.device; });
}

void write(ByteWriter& out, const ForkMerge& merge) {
    out.u32(merge.fork_seq).u32(static_cast<std::uint32_t>(merge.losing_branch.size()));
    for (const auto& record : merge.losing_branch) out.lp(record);
}

/// false where a record is shorter than any can be: a body of nothing but such ones would grow sixfold in memory.
bool read(ByteReader& in, ForkMerge& merge) {
    merge.fork_seq = in.u32();
    const auto n = in.u32();
    for (std::size_t i = 0; i < n && in.ok(); ++i) {
        const auto record = in.lp();
        if (record.size() < kLeastRecordBytes) return false;
        merge.losing_branch.push_back(copy(record));
    }
    return true;
}

bool org_role_ok(std::uint8_t role) { return role >= 1 && role <= 3; }
bool space_role_ok(std::uint8_t role) { return role >= 1 && role <= 4; }

template <class Names>
auto named(const Names& names, std::string_view wanted, int first) -> std::optional<int> {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == wanted) return static_cast<int>(i) + first;
    return std::nullopt;
}

constexpr std::array<std::string_view, 3> kOrgRoles{"member", "admin", "owner"};
constexpr std::array<std::string_view, 5> kSpaceRoles{"none", "reader", "writer", "manager", "admin"};
constexpr std::array<std::string_view, 5> kSpaceKinds{"book", "team", "pool", "org", "private"};

}  // namespace

std::string_view name(OrgRole role) { return kOrgRoles.at(static_cast<std::size_t>(role) - 1); }
std::string_view name(SpaceRole role) { return kSpaceRoles.at(static_cast<std::size_t>(role)); }
std::string_view name(SpaceKind kind) { return kSpaceKinds.at(static_cast<std::size_t>(kind) - 1); }

std::optional<OrgRole> org_role_named(std::string_view wanted) {
    const auto at = named(kOrgRoles, wanted, 1);
    return at ? std::optional{static_cast<OrgRole>(*at)} : std::nullopt;
}
std::optional<SpaceRole> space_role_named(std::string_view wanted) {
    const auto at = named(kSpaceRoles, wanted, 0);
    return at && *at > 0 ? std::optional{static_cast<SpaceRole>(*at)} : std::nullopt;
}
std::optional<SpaceKind> space_kind_named(std::string_view wanted) {
    const auto at = named(kSpaceKinds, wanted, 1);
    return at ? std::optional{static_cast<SpaceKind>(*at)} : std::nullopt;
}

Bytes Identity::bytes() const {
    ByteWriter out;
    out.raw(user).raw(uik).raw(urk).raw(ubk).raw(seed);
    return out.take();
}

Bytes Identity::bytes_for(const OrgId& org) const {
    ByteWriter out;
    out.raw(org).raw(bytes());
    return out.take();
}

UserId user_id_of(const suite::SignPublic& uik) { return UserId{suite::h16("fs1/userid", uik)}; }

DeviceId device_id_of(const suite::SignPublic& dsk, const suite::BoxPublic& dbk) {
    ByteWriter keys;
    keys.raw(dsk).raw(dbk);
    return DeviceId{suite::h16("fs1/devid", keys.bytes())};
}

Bytes device_proof_message(const UserId& user, const DeviceAdd& device) {
    ByteWriter out;
    out.raw(user).raw(device.dsk).raw(device.dbk);
    return out.take();
}

Bytes body_of(const OrgGenesis& g) {
    ByteWriter out;
    out.raw(g.owner.bytes());
    write(out, g.policy);
    out.raw(g.nonce);
    return out.take();
}
template <>
Result<OrgGenesis> read_body<OrgGenesis>(ByteView body) {
    ByteReader in{body};
    OrgGenesis g;
    read(in, g.owner);
    const bool policy_ok = read(in, g.policy);
    g.nonce = in.array<16>();
    if (!in.done() || !policy_ok) return bad("org genesis");
    return g;
}

Bytes body_of(const Invite& i) {
    ByteWriter out;
    out.raw(i.key).u8(static_cast<std::uint8_t>(i.role)).u64(static_cast<std::uint64_t>(i.expiry_ms));
    return out.take();
}
template <>
Result<Invite> read_body<Invite>(ByteView body) {
    ByteReader in{body};
    Invite i;
    i.key = in.array<32>();
    const auto role = in.u8();
    const auto expiry = in.u64();
    if (!in.done() || !org_role_ok(role) || expiry >> 48 != 0) return bad("invite");
    i.role = static_cast<OrgRole>(role);
    i.expiry_ms = static_cast<Millis>(expiry);
    return i;
}

Bytes body_of(const UserAdd& u) {
    ByteWriter out;
    out.raw(u.identity.bytes_for(u.org))
        .raw(u.user_signature)
        .raw(u.invite_key)
        .raw(u.invite_signature)
        .u8(u.level)
        .raw(u.succeeds);
    return out.take();
}
template <>
Result<UserAdd> read_body<UserAdd>(ByteView body) {
    ByteReader in{body};
    UserAdd u;
    u.org = OrgId{in.array<16>()};
    read(in, u.identity);
    u.user_signature = in.array<64>();
    u.invite_key = in.array<32>();
    u.invite_signature = in.array<64>();
    u.level = in.u8();
    u.succeeds = UserId{in.array<16>()};
    if (!in.done() || u.level < 1 || u.level > 3) return bad("user_add");
    return u;
}

Bytes body_of(const DeviceAdd& d) {
    ByteWriter out;
    out.raw(d.device)
        .raw(d.dsk)
        .raw(d.dbk)
        .u8(static_cast<std::uint8_t>(d.platform))
        .u64(static_cast<std::uint64_t>(d.not_after))
        .raw(d.proof);
    return out.take();
}
template <>
Result<DeviceAdd> read_body<DeviceAdd>(ByteView body) {
    ByteReader in{body};
    DeviceAdd d;
    d.device = DeviceId{in.array<16>()};
    d.dsk = in.array<32>();
    d.dbk = in.array<32>();
    const auto platform = in.u8();
    const auto not_after = in.u64();
    d.proof = in.array<64>();
    if (!in.done() || platform > 5 || not_after >> 48 != 0) return bad("device_add");
    d.platform = static_cast<Platform>(platform);
    d.not_after = static_cast<Millis>(not_after);
    return d;
}

Bytes body_of(const DeviceRevoke& d) {
    ByteWriter out;
    out.raw(d.device).u8(d.reason);
    return out.take();
}
template <>
Result<DeviceRevoke> read_body<DeviceRevoke>(ByteView body) {
    ByteReader in{body};
    DeviceRevoke d{DeviceId{in.array<16>()}, in.u8()};
    if (!in.done() || d.reason < 1 || d.reason > 3) return bad("device_revoke");
    return d;
}

Bytes body_of(const UserKeyRotate& r) {
    ByteWriter out;
    out.u32(r.generation)
        .raw(r.ubk)
        .raw(r.previous)
        .raw(r.seed_for_urk)
        .u16(static_cast<std::uint16_t>(r.devices.size()));
    for (const auto& [device, seed] : r.devices) out.raw(device).raw(seed);
    return out.take();
}
template <>
Result<UserKeyRotate> read_body<UserKeyRotate>(ByteView body) {
    ByteReader in{body};
    UserKeyRotate r;
    r.generation = in.u32();
    r.ubk = in.array<32>();
    r.previous = in.array<104>();
    r.seed_for_urk = in.array<80>();
    const auto n = in.u16();
    for (std::size_t i = 0; i < n && in.ok(); ++i) {
        const DeviceId device{in.array<16>()};
        r.devices.emplace_back(device, in.array<80>());
    }
    if (!in.done() || !ascending(r.devices, [](const auto& d) { return d.first; })) return bad("user_key_rotate");
    return r;
}

Bytes body_of(const OrgRoleChange& c) {
    ByteWriter out;
    out.raw(c.user).u8(static_cast<std::uint8_t>(c.role));
    return out.take();
}
template <>
Result<OrgRoleChange> read_body<OrgRoleChange>(ByteView body) {
    ByteReader in{body};
    const UserId user{in.array<16>()};
    const auto role = in.u8();
    if (!in.done() || !org_role_ok(role)) return bad("org_role");
    return OrgRoleChange{user, static_cast<OrgRole>(role)};
}

Bytes body_of(const UserSuspend& s) {
    ByteWriter out;
    out.raw(s.user).u8(s.suspended ? 1 : 0);
    return out.take();
}
template <>
Result<UserSuspend> read_body<UserSuspend>(ByteView body) {
    ByteReader in{body};
    const UserId user{in.array<16>()};
    const auto flag = in.u8();
    if (!in.done() || flag > 1) return bad("user_suspend");
    return UserSuspend{user, flag == 1};
}

Bytes body_of(const OrgPolicy& p) {
    ByteWriter out;
    write(out, p);
    return out.take();
}
template <>
Result<OrgPolicy> read_body<OrgPolicy>(ByteView body) {
    ByteReader in{body};
    OrgPolicy p;
    if (!read(in, p) || !in.done()) return bad("policy");
    return p;
}

Bytes body_of(const ForkMerge& m) {
    ByteWriter out;
    write(out, m);
    return out.take();
}
template <>
Result<ForkMerge> read_body<ForkMerge>(ByteView body) {
    ByteReader in{body};
    ForkMerge m;
    if (!read(in, m) || !in.done()) return bad("fork_merge");
    return m;
}

Bytes body_of(const SpaceGenesis& g) {
    ByteWriter out;
    out.raw(g.nonce)
        .u8(static_cast<std::uint8_t>(g.kind))
        .u8(g.min_holders)
        .u16(static_cast<std::uint16_t>(g.members.size()));
    for (const auto& [user, role] : g.members) out.raw(user).u8(static_cast<std::uint8_t>(role));
    write(out, g.block);
    return out.take();
}
template <>
Result<SpaceGenesis> read_body<SpaceGenesis>(ByteView body) {
    ByteReader in{body};
    SpaceGenesis g;
    g.nonce = in.array<16>();
    const auto kind = in.u8();
    g.min_holders = in.u8();
    const auto n = in.u16();
    bool roles_ok = true;
    for (std::size_t i = 0; i < n && in.ok(); ++i) {
        const UserId user{in.array<16>()};
        const auto role = in.u8();
        roles_ok = roles_ok && space_role_ok(role);
        g.members.emplace_back(user, static_cast<SpaceRole>(role));
    }
    const bool block_ok = read(in, g.block, std::nullopt);
    if (!in.done() || !block_ok || !roles_ok || kind < 1 || kind > 5 || g.min_holders < 1 ||
        !ascending(g.members, [](const auto& m) { return m.first; }))
        return bad("space genesis");
    g.kind = static_cast<SpaceKind>(kind);
    return g;
}

Bytes body_of(const Members& m) {
    ByteWriter out;
    out.u16(static_cast<std::uint16_t>(m.changes.size()));
    for (const auto& change : m.changes)
        out.raw(change.user).u8(static_cast<std::uint8_t>(change.op)).u8(static_cast<std::uint8_t>(change.role));
    write(out, m.block);
    if (m.block.full()) write(out, m.cuts);
    return out.take();
}
Result<Members> read_members(ByteView body, std::uint32_t epoch_in_force) {
    ByteReader in{body};
    Members m;
    const auto n = in.u16();
    bool form = n > 0;
    for (std::size_t i = 0; i < n && in.ok(); ++i) {
        MemberChange change;
        change.user = UserId{in.array<16>()};
        const auto op = in.u8();
        const auto role = in.u8();
        change.op = static_cast<MemberOp>(op);
        change.role = static_cast<SpaceRole>(role);
        form = form && op >= 1 && op <= 3 && (change.op == MemberOp::remove ? role == 0 : space_role_ok(role));
        m.changes.push_back(change);
    }
    form = read(in, m.block, epoch_in_force) && form;
    if (m.block.full()) form = read(in, m.cuts) && form;
    if (!in.done() || !form || !ascending(m.changes, [](const auto& c) { return c.user; })) return bad("members");
    return m;
}

Bytes body_of(const EpochRotate& r) {
    ByteWriter out;
    write(out, r.block);
    write(out, r.cuts);
    return out.take();
}
template <>
Result<EpochRotate> read_body<EpochRotate>(ByteView body) {
    ByteReader in{body};
    EpochRotate r;
    const bool block_ok = read(in, r.block, std::nullopt);
    const bool cuts_ok = read(in, r.cuts);
    if (!in.done() || !block_ok || !cuts_ok) return bad("epoch_rotate");
    return r;
}

Bytes body_of(const SpacePolicy& p) {
    ByteWriter out;
    out.u8(p.min_holders).u16(static_cast<std::uint16_t>(p.rules.size()));
    for (const auto& rule : p.rules) out.u16(rule.entity).u16(rule.column).u8(static_cast<std::uint8_t>(rule.least));
    return out.take();
}
template <>
Result<SpacePolicy> read_body<SpacePolicy>(ByteView body) {
    ByteReader in{body};
    SpacePolicy p;
    p.min_holders = in.u8();
    const auto n = in.u16();
    bool roles_ok = true;
    for (std::size_t i = 0; i < n && in.ok(); ++i) {
        WriteRule rule;
        rule.entity = in.u16();
        rule.column = in.u16();
        const auto role = in.u8();
        roles_ok = roles_ok && space_role_ok(role);
        rule.least = static_cast<SpaceRole>(role);
        p.rules.push_back(rule);
    }
    if (!in.done() || !roles_ok || p.min_holders < 1 || !ascending(p.rules, [](const auto& r) {
            return std::pair{r.entity, r.column};
        }))
        return bad("space policy");
    return p;
}

Bytes body_of(const VoidDeltas& v) {
    ByteWriter out;
    out.raw(v.device).u64(v.from).u64(v.to).raw(v.env_id).u8(v.reason);
    return out.take();
}
template <>
Result<VoidDeltas> read_body<VoidDeltas>(ByteView body) {
    ByteReader in{body};
    VoidDeltas v;
    v.device = DeviceId{in.array<16>()};
    v.from = in.u64();
    v.to = in.u64();
    v.env_id = in.array<32>();
    v.reason = in.u8();
    const bool by_range = !v.device.is_zero() && v.from > 0 && v.from <= v.to && v.env_id == Hash{};
    const bool by_env = v.from == 0 && v.to == 0 && v.env_id != Hash{};
    if (!in.done() || (!by_range && !by_env)) return bad("void");
    return v;
}

Bytes body_of(const Erase& e) {
    ByteWriter out;
    out.u16(static_cast<std::uint16_t>(e.tags.size()));
    for (const auto& tag : e.tags) out.raw(tag);
    return out.take();
}
template <>
Result<Erase> read_body<Erase>(ByteView body) {
    ByteReader in{body};
    Erase e;
    const auto n = in.u16();
    for (std::size_t i = 0; i < n && in.ok(); ++i) e.tags.push_back(Tag{in.array<16>()});
    if (!in.done() || n == 0 || !ascending(e.tags, [](const Tag& tag) { return tag; })) return bad("erase");
    return e;
}

Bytes body_of_archive(bool archived) { return {static_cast<std::uint8_t>(archived ? 1 : 0)}; }
Result<bool> read_archive(ByteView body) {
    if (body.size() != 1 || body[0] > 1) return bad("archive");
    return body[0] == 1;
}

Bytes body_of(const SpaceForkMerge& m) {
    ByteWriter out;
    write(out, m.merge);
    write(out, m.block);
    write(out, m.cuts);
    return out.take();
}
template <>
Result<SpaceForkMerge> read_body<SpaceForkMerge>(ByteView body) {
    ByteReader in{body};
    SpaceForkMerge m;
    if (!read(in, m.merge)) return bad("fork_merge");
    const bool block_ok = read(in, m.block, std::nullopt);
    const bool cuts_ok = read(in, m.cuts);
    if (!in.done() || !block_ok || !cuts_ok) return bad("fork_merge");
    return m;
}

}  // namespace tern

#include "tests/support/made_org.h"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>

namespace tern::test {
namespace {

void must(const Status& status) {
    if (!status) throw std::runtime_error(status.error().text());
}
template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().text());
    return *std::move(result);
}

}  // namespace

Bytes random_bytes(std::size_t n) {
    Bytes out(n);
    suite::random(out);
    return out;
}

SigningKey SigningKey::make() {
    SigningKey key;
    crypto_sign_keypair(key.pub.data(), key.secret.data());
    return key;
}

Person MadeOrg::make_person() {
    Person person;
    person.uik = SigningKey::make();
    person.identity.uik = person.uik.pub;
    person.identity.user = user_id_of(person.uik.pub);
    person.identity.urk = suite::random_array<32>();
    person.identity.ubk = suite::random_array<32>();
    person.identity.seed = suite::random_array<80>();
    return person;
}

Phone MadeOrg::make_phone(const UserId& user) {
    Phone phone;
    phone.user = user;
    phone.dsk = SigningKey::make();
    phone.dbk = suite::random_array<32>();
    phone.id = device_id_of(phone.dsk.pub, phone.dbk);
    return phone;
}

MadeOrg::MadeOrg(Millis start) : founder(make_person()), now(start) {
    OrgGenesis genesis{founder.identity, {}, suite::random_array<16>()};
    LogRecordDraft draft;
    draft.type = RecordType::org_genesis;
    draft.time_ms = now;
    draft.user = founder.id();
    draft.body = body_of(genesis);
    const Bytes bytes = sign_log_record(draft, founder.uik.secret);
    org_.push_back(must(OrgLog::begin(bytes)));
    records_.push_back({log_of(id()), bytes, {}});
    add_phone(founder_phone, founder);
}

Bytes MadeOrg::org_record(RecordType type, Bytes body, const Phone& by) const {
    LogRecordDraft draft;
    draft.type = type;
    draft.log = log_of(id());
    draft.seq = org().length();
    draft.prev = org().head().hash;
    draft.org = org().head();
    draft.time_ms = now;
    draft.user = by.user;
    draft.device = by.id;
    draft.body = std::move(body);
    return sign_log_record(draft, by.dsk.secret);
}

MadeRecord MadeOrg::keep_org(Bytes bytes) {
    must(org_.front().append(bytes));
    records_.push_back({log_of(id()), std::move(bytes), {}});
    return records_.back();
}

MadeRecord MadeOrg::invite(Invitation& out, OrgRole role) {
    out.key = SigningKey::make();
    return keep_org(
        org_record(RecordType::invite, body_of(Invite{out.key.pub, role, now + 86'400'000}), founder_phone));
}

UserAdd MadeOrg::application(const Invitation& invitation, const Person& person) const {
    UserAdd add;
    add.org = id();
    add.identity = person.identity;
    const Bytes x = person.identity.bytes_for(id());
    add.user_signature = suite::sign(person.uik.secret, "fs1/useradd", x);
    add.invite_key = invitation.key.pub;
    add.invite_signature = suite::sign(invitation.key.secret, "fs1/invsig", x);
    return add;
}

MadeRecord MadeOrg::admit(const Invitation& invitation, Person& person) {
    return keep_org(org_record(RecordType::user_add, body_of(application(invitation, person)), founder_phone));
}

Bytes MadeOrg::device_add_record(const Phone& phone, const Person& person) const {
    DeviceAdd add;
    add.device = phone.id;
    add.dsk = phone.dsk.pub;
    add.dbk = phone.dbk;
    add.proof = suite::sign(phone.dsk.secret, "fs1/devpop", device_proof_message(person.id(), add));
    LogRecordDraft draft;
    draft.type = RecordType::device_add;
    draft.log = log_of(id());
    draft.seq = org().length();
    draft.prev = org().head().hash;
    draft.org = org().head();
    draft.time_ms = now;
    draft.user = person.id();
    draft.body = body_of(add);
    return sign_log_record(draft, person.uik.secret);
}

MadeRecord MadeOrg::add_phone(Phone& out, const Person& person) {
    out = make_phone(person.id());
    return keep_org(device_add_record(out, person));
}

MadeRecord MadeOrg::revoke(const Phone& phone, const Phone& by) {
    return keep_org(org_record(RecordType::device_revoke, body_of(DeviceRevoke{phone.id, 2}), by));
}

MadeRecord MadeOrg::suspend(const Person& person, bool suspended) {
    return keep_org(org_record(RecordType::user_suspend, body_of(UserSuspend{person.id(), suspended}), founder_phone));
}

MadeRecord MadeOrg::rotate_user_key(Person& person, const Phone& by) {
    UserKeyRotate rotate;
    rotate.generation = ++person.ubk_generation;
    rotate.ubk = suite::random_array<32>();
    rotate.previous = suite::random_array<104>();
    rotate.seed_for_urk = suite::random_array<80>();
    for (const auto* device : org().active_devices(person.id(), org().head().seq))
        rotate.devices.emplace_back(device->id, suite::random_array<80>());
    std::sort(rotate.devices.begin(), rotate.devices.end());
    return keep_org(org_record(RecordType::user_key_rotate, body_of(rotate), by));
}

MadeOrg::Member MadeOrg::add_member(OrgRole role) {
    Member member;
    member.person = make_person();
    Invitation invitation;
    invite(invitation, role);
    admit(invitation, member.person);
    add_phone(member.phone, member.person);
    return member;
}

EpochSeat MadeOrg::seat(const UserId& user, std::vector<Bytes>& sealed) const {
    EpochSeat out;
    out.user = user;
    if (org().key_in_doubt(user, org().head().seq)) return out;
    out.ubk_generation = org().key(user, org().head().seq)->generation;
    sealed.push_back(random_bytes(192));
    out.seal_hash = suite::h16("fs1/seal", sealed.back());
    return out;
}

EpochBlock MadeOrg::full_block(std::uint32_t epoch, const std::map<UserId, SpaceRole>& members,
                               std::vector<Bytes>& sealed) const {
    EpochBlock block;
    block.epoch = epoch;
    block.tag_gen = 1;
    block.key_commit = suite::random_array<32>();
    block.prev = epoch == 1 ? std::array<std::uint8_t, 136>{} : suite::random_array<136>();
    for (const auto& [user, role] : members) block.seats.push_back(seat(user, sealed));
    return block;
}

std::vector<Cut> MadeOrg::cuts(const SpaceId& space_id, const std::vector<UserId>& losing,
                               const std::map<DeviceId, std::uint64_t>& last) const {
    std::vector<Cut> out;
    for (const auto& device : space(space_id).devices_to_cut(org(), org().head().seq, losing)) {
        const auto known = last.find(device);
        out.push_back({device, known == last.end() ? 0 : known->second, {}, space(space_id).head().seq});
    }
    return out;
}

MadeRecord MadeOrg::make_space(SpaceId& out, const Phone& by, std::map<UserId, SpaceRole> members, SpaceKind kind) {
    members[by.user] = SpaceRole::admin;
    SpaceGenesis genesis;
    genesis.nonce = suite::random_array<16>();
    genesis.kind = kind;
    genesis.members = {members.begin(), members.end()};
    std::vector<Bytes> sealed;
    genesis.block = full_block(1, members, sealed);
    LogRecordDraft draft;
    draft.kind = LogKind::space;
    draft.type = RecordType::space_genesis;
    draft.org = org().head();
    draft.time_ms = now;
    draft.user = by.user;
    draft.device = by.id;
    draft.body = body_of(genesis);
    const Bytes bytes = sign_log_record(draft, by.dsk.secret);
    auto log = must(SpaceLog::begin(bytes, org()));
    out = log.id();
    spaces_.emplace(out, std::move(log));
    records_.push_back({LogId{}, bytes, std::move(sealed)});
    return records_.back();
}

Bytes MadeOrg::space_record(const SpaceId& id, RecordType type, Bytes body, const Phone& by) const {
    LogRecordDraft draft;
    draft.kind = LogKind::space;
    draft.type = type;
    draft.log = log_of(id);
    draft.seq = space(id).length();
    draft.prev = space(id).head().hash;
    draft.org = org().head();
    draft.time_ms = now;
    draft.user = by.user;
    draft.device = by.id;
    draft.body = std::move(body);
    return sign_log_record(draft, by.dsk.secret);
}

MadeRecord MadeOrg::keep_space(const SpaceId& id, Bytes bytes, std::vector<Bytes> sealed) {
    must(spaces_.at(id).append(bytes, org()));
    records_.push_back({log_of(id), std::move(bytes), std::move(sealed)});
    return records_.back();
}

MadeRecord MadeOrg::grant(const SpaceId& id, const UserId& user, SpaceRole role, const Phone& by) {
    const bool is_new = space(id).role(user) == SpaceRole::none;
    std::vector<Bytes> sealed;
    Members members;
    members.changes = {{user, is_new ? MemberOp::add : MemberOp::role, role}};
    members.block = space(id).epoch().block;
    members.block.prev.reset();
    members.block.seats.clear();
    if (is_new) members.block.seats.push_back(seat(user, sealed));
    return keep_space(id, space_record(id, RecordType::members, body_of(members), by), std::move(sealed));
}

MadeRecord MadeOrg::remove(const SpaceId& id, const UserId& user, const Phone& by,
                           const std::map<DeviceId, std::uint64_t>& last) {
    std::map<UserId, SpaceRole> after;
    for (const auto& [member, role] : space(id).members())
        if (member != user) after[member] = role;
    std::vector<Bytes> sealed;
    Members members;
    members.changes = {{user, MemberOp::remove, SpaceRole::none}};
    members.block = full_block(space(id).epoch().block.epoch + 1, after, sealed);
    members.cuts =
        cuts(id, space(id).role(user) >= SpaceRole::writer ? std::vector{user} : std::vector<UserId>{}, last);
    return keep_space(id, space_record(id, RecordType::members, body_of(members), by), std::move(sealed));
}

MadeRecord MadeOrg::rotate(const SpaceId& id, const Phone& by, const std::map<DeviceId, std::uint64_t>& last) {
    const auto list = space(id).members();
    std::vector<Bytes> sealed;
    EpochRotate rotate;
    rotate.block = full_block(space(id).epoch().block.epoch + 1, {list.begin(), list.end()}, sealed);
    rotate.cuts = cuts(id, {}, last);
    return keep_space(id, space_record(id, RecordType::epoch_rotate, body_of(rotate), by), std::move(sealed));
}

MadeRecord MadeOrg::archive(const SpaceId& id, const Phone& by, bool archived) {
    return keep_space(id, space_record(id, RecordType::archive, body_of_archive(archived), by), {});
}

Tag make_tag(std::uint64_t number) {
    ByteWriter out;
    out.u64(number);
    return Tag{suite::blake16({}, out.bytes())};
}

Bytes make_delta(const MadeOrg& org, Phone& phone, DeltaPlan plan) {
    const auto& space = org.space(plan.space);
    auto& sent = phone.sent[plan.space];
    DeltaHeader header;
    header.kind = plan.kind;
    header.flags = plan.flags;
    header.space = plan.space;
    header.epoch = plan.epoch.value_or(space.epoch().block.epoch);
    header.tag_gen = space.epoch().block.tag_gen;
    header.device = phone.id;
    header.dev_seq = ++sent.seq;
    header.prev_env = sent.env;
    header.hlc = plan.hlc;
    header.log_seq = space.head().seq;
    header.log_head16 = env_id16(space.head().hash);
    std::sort(plan.tags.begin(), plan.tags.end());
    header.tags = std::move(plan.tags);
    header.marks = std::move(plan.marks);
    const Bytes bytes =
        sign_delta(delta_header_bytes(header, plan.body_bytes), random_bytes(plan.body_bytes), phone.dsk.secret);
    const auto frame = read_delta(bytes);
    if (frame) sent.env = env_id16(frame->env_id);
    return bytes;
}

}  // namespace tern::test

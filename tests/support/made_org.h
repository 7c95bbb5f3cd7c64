// An org made by hand: real signatures and real logs, and random bytes wherever only devices could look inside.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "protocol/delta_frame.h"
#include "protocol/org_log.h"
#include "protocol/space_log.h"

namespace tern::test {

struct SigningKey {
    suite::SignPublic pub{};
    std::array<std::uint8_t, 64> secret{};
    static SigningKey make();
};

struct Person {
    Identity identity;
    SigningKey uik;
    std::uint32_t ubk_generation = 1;
    UserId id() const { return identity.user; }
};

struct Phone {
    DeviceId id;
    UserId user;
    SigningKey dsk;
    suite::BoxPublic dbk{};
    /// What this phone believes to have sent last, by space.
    struct Sent {
        std::uint64_t seq = 0;
        std::array<std::uint8_t, 16> env{};
    };
    std::map<SpaceId, Sent> sent;
};

/// A record and the boxes that travel beside it.
struct MadeRecord {
    LogId log;
    Bytes bytes;
    std::vector<Bytes> sealed;
};

class MadeOrg {
public:
    /// A founder with one phone.
    explicit MadeOrg(Millis now = 1'800'000'000'000);

    OrgId id() const { return org().id(); }
    const OrgLog& org() const { return org_.front(); }
    const SpaceLog& space(const SpaceId& id) const { return spaces_.at(id); }
    const std::vector<MadeRecord>& records() const { return records_; }
    Bytes genesis() const { return records_.front().bytes; }

    Person founder;
    Phone founder_phone;
    Millis now;

    // Each makes the next record, appends it to the logs here, and returns it. What is refused here throws.
    struct Invitation {
        SigningKey key;
    };
    MadeRecord invite(Invitation& out, OrgRole role = OrgRole::member);
    MadeRecord admit(const Invitation& invitation, Person& person);
    MadeRecord add_phone(Phone& out, const Person& person);
    MadeRecord revoke(const Phone& phone, const Phone& by);
    MadeRecord suspend(const Person& person, bool suspended);
    MadeRecord rotate_user_key(Person& person, const Phone& by);
    /// Invitation, admission and one phone in one go.
    struct Member {
        Person person;
        Phone phone;
    };
    Member add_member(OrgRole role = OrgRole::member);

    MadeRecord make_space(SpaceId& out, const Phone& by, std::map<UserId, SpaceRole> members = {},
                          SpaceKind kind = SpaceKind::book);
    MadeRecord grant(const SpaceId& space, const UserId& user, SpaceRole role, const Phone& by);
    MadeRecord remove(const SpaceId& space, const UserId& user, const Phone& by,
                      const std::map<DeviceId, std::uint64_t>& last = {});
    MadeRecord rotate(const SpaceId& space, const Phone& by, const std::map<DeviceId, std::uint64_t>& last = {});
    MadeRecord archive(const SpaceId& space, const Phone& by, bool archived);

    static Person make_person();
    static Phone make_phone(const UserId& user);
    /// X of user_add with both signatures.
    UserAdd application(const Invitation& invitation, const Person& person) const;

    /// The record that add_phone() would make, without making it.
    Bytes device_add_record(const Phone& phone, const Person& person) const;
    /// Any org record by a phone, not appended here.
    Bytes org_record(RecordType type, Bytes body, const Phone& by) const;
    Bytes space_record(const SpaceId& space, RecordType type, Bytes body, const Phone& by) const;

    // For tests that write records of their own.
    MadeRecord keep_org(Bytes bytes);
    MadeRecord keep_space(const SpaceId& space, Bytes bytes, std::vector<Bytes> sealed);
    EpochBlock full_block(std::uint32_t epoch, const std::map<UserId, SpaceRole>& members,
                          std::vector<Bytes>& sealed) const;
    EpochSeat seat(const UserId& user, std::vector<Bytes>& sealed) const;
    std::vector<Cut> cuts(const SpaceId& space, const std::vector<UserId>& losing,
                          const std::map<DeviceId, std::uint64_t>& last) const;

private:
    std::vector<OrgLog> org_;  ///< one; OrgLog has no public default constructor
    std::map<SpaceId, SpaceLog> spaces_;
    std::vector<MadeRecord> records_;
};

/// What to put into a delta; the rest is filled in from the org and the phone.
struct DeltaPlan {
    SpaceId space;
    std::vector<Tag> tags;
    Hlc hlc;
    DeltaKind kind = DeltaKind::delta;
    std::vector<Mark> marks;
    std::uint16_t flags = 0;
    std::size_t body_bytes = 80;
    std::optional<std::uint32_t> epoch;
};
/// The phone's next delta there; its numbers go on.
Bytes make_delta(const MadeOrg& org, Phone& phone, DeltaPlan plan);
Tag make_tag(std::uint64_t number);
Bytes random_bytes(std::size_t n);

}  // namespace tern::test

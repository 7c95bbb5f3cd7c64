// A script of log records that may be refused: what the verifier says is the result, and a refusal that changed
// anything says so.
#pragma once

#include <string>

#include "tests/support/made_org.h"

namespace tern::test {

/// Everything that can be asked of a log, as text: two logs that show the same picture are in the same state.
std::string picture(const OrgLog& log);
std::string picture(const SpaceLog& log);

class LogScript {
public:
    MadeOrg made;

    /// The next record of the org log by a device, or by a person's identity key; to be changed before it is signed.
    LogRecordDraft org_draft(RecordType type, Bytes body, const Phone& by) const;
    LogRecordDraft identity_draft(RecordType type, Bytes body, const Person& by) const;
    LogRecordDraft space_draft(const SpaceId& space, RecordType type, Bytes body, const Phone& by) const;

    // Each returns "" and keeps the record if it was accepted. Otherwise the refusal's text, and nothing was kept.
    std::string put_org(const Bytes& record);
    std::string put_space(const SpaceId& space, const Bytes& record);
    std::string put(RecordType type, const Bytes& body, const Phone& by) {
        return put_org(sign_log_record(org_draft(type, body, by), by.dsk.secret));
    }
    std::string put(RecordType type, const Bytes& body, const Person& by) {
        return put_org(sign_log_record(identity_draft(type, body, by), by.uik.secret));
    }
    std::string put(const SpaceId& space, RecordType type, const Bytes& body, const Phone& by) {
        return put_space(space, sign_log_record(space_draft(space, type, body, by), by.dsk.secret));
    }

    /// How many records were judged, and how many of them refused.
    std::size_t judged = 0;
    std::size_t refused = 0;

    // Bodies that are right as things stand now.
    UserKeyRotate key_rotation(const Person& person) const;
    DeviceAdd device(const Phone& phone, const Person& person) const;
    /// One change; the block is full where it must be, the cuts are exact.
    Members change(const SpaceId& space, const UserId& user, MemberOp op, SpaceRole role) const;
    Members full_change(const SpaceId& space, const UserId& user, MemberOp op, SpaceRole role) const;
    EpochRotate rotation(const SpaceId& space) const;
};

}  // namespace tern::test

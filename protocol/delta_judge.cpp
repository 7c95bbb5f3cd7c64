#include "protocol/delta_judge.h"

#include "protocol/limits.h"

namespace tern {
namespace {

bool on_chain(const DeltaHeader& header, const SpaceLog& space) {
    const auto hash = space.hash_at(header.log_seq);
    return hash && env_id16(*hash) == header.log_head16;
}

SpaceRole role_needed(DeltaKind kind) { return kind == DeltaKind::purge ? SpaceRole::manager : SpaceRole::writer; }

}  // namespace

Status judge_delta(const DeltaFrame& frame, const OrgLog& org, const SpaceLog& space, JudgeAt at) {
    const DeltaHeader& header = frame.header;
    if (header.space != space.id()) return fail(Fault::not_found, "a delta belongs to another space");
    if (header.log_seq >= space.length())
        return fail(Fault::not_found, "a delta's author knew a newer log", "fetch the space's log first");
    if (!on_chain(header, space))
        return fail(Fault::fork, "a delta's author knew another branch of the space's log",
                    "tell the space's managers");
    const std::uint32_t position = at == JudgeAt::current_heads ? space.head().seq : header.log_seq;
    const auto& epoch = space.epoch_at(position);
    if (header.epoch != epoch.block.epoch || header.tag_gen != epoch.block.tag_gen)
        return fail(Fault::epoch_stale, "a delta is sealed under an epoch that is not in force",
                    "fetch the space's log and seal it again");
    const auto* device = org.device(header.device);
    if (device == nullptr) return fail(Fault::not_found, "a delta's author is unknown here", "fetch the org log first");
    const auto cut = space.cut(header.device);
    if (cut && header.dev_seq > cut->last_seq) return fail(Fault::forbidden, "this device was cut off from the space");
    if (at == JudgeAt::current_heads && !org.device_active(header.device, org.head().seq))
        return fail(Fault::forbidden, "this device is not active any more");
    if (!cut && device->revoked_seq != 0)
        return fail(Fault::forbidden, "this device was revoked, and the space has not said how far its work counts");
    if (space.role(device->user, position) < role_needed(header.kind))
        return fail(Fault::role, "the author may not write this in the space", "ask one of the space's managers");
    if (!signature_fits(frame, device->dsk)) return fail(Fault::forged, "a delta's signature does not fit");
    return ok();
}

Status judge_clock(const DeltaFrame& frame, Millis now_ms) {
    if (frame.header.hlc.ms() <= now_ms + limits::kClockAheadMs) return ok();
    return fail(Fault::clock_ahead, "a stamp is more than five minutes ahead of the server's clock",
                "the device corrects itself and sends again");
}

Bytes AuthMessage::bytes() const {
    ByteWriter out;
    out.lp(view(server_name)).raw(org).raw(login).raw(device).raw(nonce).u64(server_ms).u8(action);
    out.raw(suite::h("fs1/pl", payload));
    return out.take();
}

}  // namespace tern

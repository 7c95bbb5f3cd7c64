#include "sync_server/session/desk.h"

namespace tern::server {
namespace {

Status write_spaces(Desk& desk, OrgState& org, proto::Welcome& welcome) {
    for (auto& [id, space] : org.spaces) {
        if (space.log.role(desk.session.user) == SpaceRole::none) continue;
        auto& status = *welcome.add_spaces();
        write_head(log_of(id), space.log.head(), *status.mutable_head());
        TERN_TRY(newest, desk.store.newest(space.ref));
        TERN_TRY(own, desk.store.position(space.ref, desk.session.device));
        status.set_newest_cursor(newest);
        status.set_own_last_seq(own.seq);
        if (own.seq != 0) status.set_own_last_env(string_of(own.env));
    }
    return ok();
}

Status write_joins(Desk& desk, OrgState& org, proto::Welcome& welcome) {
    if (!org.is_admin(desk.session.user)) return ok();
    TERN_TRY(joins, desk.store.joins(org.ref));
    for (const auto& join : joins)
        welcome.add_joins()->ParseFromArray(join.message.data(), static_cast<int>(join.message.size()));
    return ok();
}

}  // namespace

void write_head(const LogId& log, const LogHead& head, proto::Head& out) {
    out.set_log_id(string_of(log));
    out.set_seq(head.seq);
    out.set_hash(string_of(head.hash));
}

Status write_welcome(Desk& desk, OrgState& org, proto::Welcome& welcome) {
    welcome.set_server_ms(static_cast<std::uint64_t>(desk.now));
    TERN_TRY(lineage, desk.store.lineage());
    for (const auto& marker : lineage) welcome.add_lineage(string_of(marker));
    write_head(log_of(org.log.id()), org.log.head(), *welcome.mutable_org());
    if (desk.session.phase != Phase::device) return ok();
    TERN_CHECK(write_spaces(desk, org, welcome));
    return write_joins(desk, org, welcome);
}

}  // namespace tern::server

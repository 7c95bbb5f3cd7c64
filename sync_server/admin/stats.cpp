#include "sync_server/admin/stats.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "sync_server/access/access.h"

namespace tern::server {
namespace {

Result<OrgStats> stats_of(ServerStore& store, const OrgRow& row) {
    OrgStats out;
    out.id = row.id;
    out.quota = row.quota;
    out.bytes = row.bytes;
    Access access{store};
    TERN_TRY(org, access.org(row.id));
    out.users = org->log.users().size();
    for (const auto& [id, device] : org->log.devices()) out.devices += org->log.device_active(id, org->log.head().seq);
    out.spaces = org->spaces.size();
    out.records = org->log.length();
    for (const auto& [id, space] : org->spaces) {
        out.records += space.log.length();
        TERN_TRY(figures, store.figures(space.ref));
        out.figures.deltas += figures.deltas;
        out.figures.live_deltas += figures.live_deltas;
        out.figures.live_bytes += figures.live_bytes;
        out.figures.dead_bytes += figures.dead_bytes;
    }
    return out;
}

}  // namespace

Result<std::vector<OrgStats>> stats(ServerStore& store) {
    TERN_CHECK(store.snapshot());
    std::vector<OrgStats> out;
    TERN_TRY(orgs, store.orgs());
    for (const auto& row : orgs) {
        TERN_TRY(one, stats_of(store, row));
        out.push_back(one);
    }
    store.rollback();
    return out;
}

std::string stats_text(const std::vector<OrgStats>& orgs) {
    std::ostringstream out;
    for (const auto& org : orgs)
        out << "org " << id_text(org.id) << ": " << org.users << " users, " << org.devices << " devices, " << org.spaces
            << " spaces, " << org.records << " log records, " << org.figures.deltas << " deltas ("
            << org.figures.live_deltas << " live), " << org.figures.live_bytes << " bytes live, "
            << org.figures.dead_bytes << " bytes of history, " << org.bytes << " of " << org.quota << " bytes used\n";
    if (orgs.empty()) out << "no orgs\n";
    return out.str();
}

std::string stats_json(const std::vector<OrgStats>& orgs) {
    auto list = nlohmann::json::array();
    for (const auto& org : orgs)
        list.push_back({{"org", id_text(org.id)},
                        {"users", org.users},
                        {"devices", org.devices},
                        {"spaces", org.spaces},
                        {"log_records", org.records},
                        {"deltas", org.figures.deltas},
                        {"live_deltas", org.figures.live_deltas},
                        {"live_bytes", org.figures.live_bytes},
                        {"dead_bytes", org.figures.dead_bytes},
                        {"bytes", org.bytes},
                        {"quota", org.quota}});
    return nlohmann::json{{"orgs", list}}.dump() + "\n";
}

}  // namespace tern::server

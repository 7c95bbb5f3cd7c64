// How much of what there is, by org. Counts and sizes only.
#pragma once

#include <string>
#include <vector>

#include "sync_server/store/store.h"

namespace tern::server {

struct OrgStats {
    OrgId id;
    std::uint64_t quota = 0;
    std::uint64_t bytes = 0;
    std::uint64_t users = 0;
    std::uint64_t devices = 0;  ///< active ones
    std::uint64_t spaces = 0;
    std::uint64_t records = 0;
    SpaceFigures figures;
};

Result<std::vector<OrgStats>> stats(ServerStore& store);
std::string stats_text(const std::vector<OrgStats>& orgs);
std::string stats_json(const std::vector<OrgStats>& orgs);

}  // namespace tern::server

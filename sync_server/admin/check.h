// Is everything that this server holds what it was when it was taken? Everything is verified again from its bytes:
// logs, signatures, and the blind index against the deltas themselves.
#pragma once

#include <string>
#include <vector>

#include "sync_server/store/store.h"

namespace tern::server {

struct CheckReport {
    std::uint64_t orgs = 0;
    std::uint64_t records = 0;
    std::uint64_t deltas = 0;
    std::uint64_t tags = 0;
    /// One sentence each; empty: all is well. Names spaces by their ids, nothing else.
    std::vector<std::string> problems;
};

/// A failure only where the database cannot be read at all.
Result<CheckReport> check(ServerStore& store);

}  // namespace tern::server

#pragma once

#include <cstdint>

namespace tern::server {

/// Given by whoever owns the sockets; never used twice, never 0.
using ConnectionId = std::uint64_t;

}  // namespace tern::server

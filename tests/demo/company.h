// A company of some forty people that sells machines and service in two regions of China and in Europe: two years of
// its customers, deals, visits, quotes, orders and cases, in both languages. The same seed and day give the same
// records.
#pragma once

#include <functional>

#include <tern/client.h>

namespace tern::demo {

struct Plan {
    std::uint64_t seed = 1;
    std::size_t accounts = 300;
    Millis today = 0;  ///< the first moment of the demo's last day; its two years end there
};

struct Filled {
    std::size_t records = 0;
    std::size_t accounts = 0;
    std::size_t spaces = 0;
};

/// Into an org that has no such company yet; the client's user becomes its director and must be an admin.
/// `already_exists` where a demo company is there. `progress` gets the records written so far.
Result<Filled> fill(Client& client, const Plan& plan, const std::function<void(std::size_t)>& progress = {});

}  // namespace tern::demo

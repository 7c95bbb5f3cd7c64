// The other side: customers, and two years with them.
#pragma once

#include "tests/demo/house.h"

namespace tern::demo {

/// That many accounts with their contacts, deals, visits and all that follows; half as many leads; the teams' targets.
Status live(Maker& make, const House& house, std::size_t accounts);

}  // namespace tern::demo

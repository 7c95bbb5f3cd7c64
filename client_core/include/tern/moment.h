// A time as Tern writes it everywhere: 2017-03-01T00:00:00Z, with milliseconds where there are any.
#pragma once

#include <string>

#include "protocol/base/clock.h"

namespace tern {

std::string moment_text(Millis ms);

}  // namespace tern

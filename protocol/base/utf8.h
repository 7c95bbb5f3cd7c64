#pragma once

#include "protocol/base/bytes.h"

namespace tern {

/// Well-formed UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(ByteView bytes);

}  // namespace tern

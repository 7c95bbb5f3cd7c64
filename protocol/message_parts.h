// A stranger's protobuf message is measured before anything is made of it: a megabyte of empty fields would otherwise
// become tens of megabytes of objects.
#pragma once

#include "protocol/base/bytes.h"
#include "protocol/base/result.h"

namespace tern {

/// Walks the fields of the message, and of what its fields hold down to `levels`, and allocates nothing. `too_big` for
/// more than `most` of them, `malformed` for what is no message. Groups are not used here and refused.
Status check_parts(ByteView message, int levels, std::size_t most);

}  // namespace tern

// What an org needs before its first deal.
#pragma once

#include <tern/client.h>

namespace tern {

/// A pipeline with the stages that most sales go through, in the org's own space, where everybody reads it. All at once
/// or not at all. `chinese`: what they are called. `bad_argument` where this device holds a pipeline already,
/// `forbidden` where this person may not write in that space.
Result<RecordId> create_first_pipeline(Client& client, bool chinese);

}  // namespace tern

// JSON shapes that several commands print.
#pragma once

#include <vector>

#include <tern/client.h>
#include <tern/json.h>

namespace tern::cli {

/// [{"id","name","kind","role","records"}]
Json spaces_json(const std::vector<SpaceInfo>& spaces);
/// {"pushed","pulled","pending","refused"}; "waiting": true while nobody has let this device in; "alarms" if there are
/// any.
Json sync_json(const SyncResult& result);

}  // namespace tern::cli

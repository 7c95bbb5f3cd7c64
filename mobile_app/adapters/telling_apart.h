// What tells records of one name from each other: for a second line under the name.
#pragma once

#include <QString>
#include <map>
#include <vector>

#include <tern/client.h>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

/// Records of several kinds, by the entity's name.
using Kinds = std::map<std::string, std::vector<RecordId>>;

/// The values that the schema lists after the name; empty where there are none. What is in the trash is left out. On
/// the core's thread.
Result<std::map<RecordId, QString>> telling_apart(Client& client, const Reader& reader, const Kinds& kinds);

}  // namespace tern::app

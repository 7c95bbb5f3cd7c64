// One file's rows as records of one entity.
#pragma once

#include <tern/import.h>
#include "client_core/crm/elsewhere.h"
#include "client_core/exchange/table.h"

namespace tern::crm {

/// Of a file of another org with what its ids mean here; then people and spaces are taken, too, and a column `space`
/// tells where records go. Throws DatabaseError.
Result<ImportReport> import_as(Client& client, const ImportRequest& request, const ImportHooks& hooks,
                               std::string_view entity, exchange::Format format, const Elsewhere* elsewhere = nullptr);

}  // namespace tern::crm

// One file's rows as records of one entity.
#pragma once

#include <tern/import.h>
#include "client_core/exchange/table.h"

namespace tern::crm {

/// Throws DatabaseError.
Result<ImportReport> import_as(Client& client, const ImportRequest& request, const ImportHooks& hooks,
                               std::string_view entity, exchange::Format format);

}  // namespace tern::crm

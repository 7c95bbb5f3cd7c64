// A file to be imported, once all of it was looked at.
#pragma once

#include <atomic>
#include <memory>

#include <tern/import.h>
#include "client_core/crm/import_map.h"
#include "client_core/crm/import_survey.h"
#include "client_core/exchange/table.h"
#include "client_core/exchange/wall_zone.h"

namespace tern::crm {

/// A file that can be read to its end, and what its columns are.
struct OpenedFile {
    std::unique_ptr<exchange::TableSource> table;
    exchange::WallZone zone;
    Survey survey;
    Mapping mapping;
    exchange::Format format = exchange::Format::csv;
};

/// Nothing is written before a file was read to its end and its map is sound. `to_look_at`: also one of which nothing
/// would be taken.
Result<OpenedFile> open_file(const ImportRequest& request, const schema::Entity& entity, exchange::Format format,
                             const std::atomic<bool>* stop, bool to_look_at = false);

}  // namespace tern::crm

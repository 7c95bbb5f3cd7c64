// What an org defines for itself, put to use: read from its records, and the tables made to fit.
#pragma once

#include "client_core/store/merger.h"

namespace tern::store {

/// Definitions count in this space only: it is the org's, where admins write.
std::optional<SpaceId> space_of_definitions(Core& core);
void set_space_of_definitions(Core& core, const SpaceId& space);

/// Whether records of this entity define anything.
bool defines(const Core& core, EntityNumber entity);

/// When a store is opened, after its migrations: the file gets what this version of Tern has tables for.
void fit_to_schema(Core& core, Merger& merger);
/// Inside a transaction in which definitions may have changed.
void redefine(Core& core, Merger& merger);
/// Follows what another process has defined. Costs one look; reads and writes nothing else where nothing is new.
void catch_up(Core& core, Merger& merger);

}  // namespace tern::store

// Local work that no server has taken, newest first: for people to look at. What is sent is the outbox's (outbox.h).
#pragma once

#include <optional>
#include <vector>

#include "client_core/store/store.h"

namespace tern::store {

enum class LocalWork : std::uint8_t { waiting, refused };

struct LocalChange {
    SpaceId space;
    Cell cell;  ///< column::kBirth: the record was made here
    Stamp stamp;
    Value value;                     ///< null for a birth that waits: its record shows it
    Fault reason = Fault::internal;  ///< of refused work
    bool of_birth = false;           ///< a cell of a birth that is listed itself
};

/// Whole transactions, until they hold `limit` changes. What an older Tern cannot show is left out. Throws
/// DatabaseError.
std::vector<LocalChange> newest_work(Store& store, LocalWork which, std::size_t limit);

}  // namespace tern::store

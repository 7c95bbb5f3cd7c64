// What a record of a space's log brings beside its rules: an epoch block, cuts, and sealed boxes that must fit them.
#pragma once

#include <optional>
#include <vector>

#include "protocol/space_log.h"

namespace tern::server {

struct RecordParts {
    std::optional<EpochBlock> block;
    std::vector<Cut> cuts;
};

/// `epoch_in_force`: of the log that the record continues; 0 for a genesis.
Result<RecordParts> parts_of(const LogRecord& record, std::uint32_t epoch_in_force);

/// One box for each seat with a key, in their order, each with the hash that its seat names.
Status boxes_fit(const std::optional<EpochBlock>& block, const std::vector<ByteView>& sealed);

}  // namespace tern::server

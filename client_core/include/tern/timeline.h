// What happened around a record: the visits, calls, quotes, cases … that refer to it, in one stream.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <tern/query.h>

namespace tern {

struct TimelineEvent {
    Millis at = 0;     ///< Unix time; of a day, its beginning in UTC
    bool day = false;  ///< `at` names a day, no hour
    std::string entity;
    RecordId id;
};

/// The living records of the kinds that the schema calls events (docs/schema.md, "on timelines by") which refer to
/// `about` by a field of their own, also as one of several participants, at most `limit`, the latest first. What has no
/// time yet stands where it was made; what is planned stands in the future. `not_found` where there is no such record
/// here. On the Client's thread.
Result<std::vector<TimelineEvent>> timeline_of(Client& client, const Viewer& viewer, const RecordId& about,
                                               std::size_t limit);

}  // namespace tern

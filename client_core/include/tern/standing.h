// Where this device stands with the others, for people: what waits to be sent, what was refused, what several wrote
// without knowing of each other, what was deleted.
//
// Lists are cut at standing_limits and say how many more there are. All of it on the Client's thread.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <tern/records.h>

namespace tern {

namespace standing_limits {
inline constexpr std::size_t kRecords = 50;   ///< that a list names
inline constexpr std::size_t kChanges = 500;  ///< the newest ones, in which those records are looked for
}  // namespace standing_limits

/// What was done here to one record.
struct RecordWork {
    enum class Deed : std::uint8_t { created, changed, deleted, restored };

    RecordId id;
    std::string entity;
    std::string title;  ///< empty where it has no name
    Deed deed = Deed::changed;
    std::vector<std::string> fields;  ///< that were changed, each once
    Millis at = 0;                    ///< of the newest change
};

struct WorkList {
    std::vector<RecordWork> records;  ///< newest first
    std::int64_t more = 0;            ///< changes that belong to none of them; of the trash, records
};
Result<WorkList> waiting_work(Client& client);
/// The trash, with the time of each deletion.
Result<WorkList> deleted_work(Client& client);

/// A record's part of the tray: kept here, taken by nobody.
struct RefusedRecord {
    RecordWork work;
    Fault reason = Fault::internal;
    bool there = false;                                ///< false: it was made here, and taken by nobody
    std::vector<std::pair<std::string, Json>> values;  ///< what was written, by field
};
struct RefusedRecords {
    std::vector<RefusedRecord> records;  ///< newest first
    std::int64_t more = 0;               ///< changes that belong to none of them
};
Result<RefusedRecords> refused_work(Client& client);

// --- conflicts ------------------------------------------------------------------------------------------------------

struct Claim {
    Json value;  ///< of the field "alive": whether the record is there
    Millis at = 0;
    std::string by;  ///< a name; empty where the device is nobody's here
    Stamp stamp;
};

/// One field of one record, with all that was written to it at once.
struct FieldConflict {
    SpaceId space;
    Cell cell;
    std::string entity;
    std::string title;
    std::string field;               ///< "alive": edited while somebody deleted it
    Json element;                    ///< of a set or list; else null
    std::vector<std::string> parts;  ///< the fields that settle_with() takes; none: it is only chosen between
    std::vector<Claim> claims;       ///< first the one that holds, then the newest first
};
struct FieldConflicts {
    std::vector<FieldConflict> fields;
    std::int64_t more = 0;
};
Result<FieldConflicts> field_conflicts(Client& client);

/// Ends it everywhere, for the claim of that number. `lost` where others have written there since: then nothing is
/// done, for nobody has chosen between what is there now.
Status settle_for(Client& client, const FieldConflict& seen, std::size_t claim);
/// With a value of one's own: some of its parts, as Records::set() takes them. The others stay as they hold.
Status settle_with(Client& client, const FieldConflict& seen, const std::vector<Assignment>& parts);

}  // namespace tern

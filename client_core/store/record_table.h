// The table `record`: which records are known in which space, their births and what follows from all their changes.
#pragma once

#include <optional>

#include "client_core/store/refs.h"
#include "protocol/change.h"

namespace tern::store {

struct RecordRow {
    std::int64_t rid = 0;
    RecordId id;
    std::int64_t space = 0;  ///< space_ref
    EntityNumber entity = 0;
    bool born = false;
    Stamp birth;  ///< zero if not born
    Bytes birth_bases;
    Stamp newest;
    bool alive = true;
    std::int64_t older_births = 0;  ///< that this birth has replaced
    std::optional<Stamp> lost;      ///< the newest edit that the deletion did not know
    std::optional<std::int64_t> txn;

    bool operator==(const RecordRow&) const = default;
};

class RecordTable {
public:
    RecordTable(Database& db, Refs& refs) : db_(db), refs_(refs) {}

    std::optional<RecordRow> find(std::int64_t space, const RecordId& id, EntityNumber entity);
    std::optional<RecordRow> at(std::int64_t rid);
    std::vector<RecordRow> with_id(const RecordId& id);
    /// Those for which `condition` holds, by rid.
    std::vector<RecordRow> where(const std::string& condition, std::int64_t argument = 0);

    /// Fills in the rid.
    void insert(RecordRow& row);
    /// Writes what can change: all but rid, id, space and entity.
    void update(const RecordRow& row);

    /// Reads a row that was selected with kColumns.
    RecordRow read(const Rows& rows);
    /// kColumns of a table alias.
    static std::string qualified(std::string_view alias);
    static constexpr std::string_view kColumns =
        "rid, id, space, entity, birth_hlc, birth_dev, birth_bases, newest_hlc, newest_dev, alive, older_births, "
        "lost_hlc, "
        "lost_dev, txn";

private:
    Database& db_;
    Refs& refs_;
};

}  // namespace tern::store

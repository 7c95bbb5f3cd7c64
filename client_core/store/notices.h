// What changed, for screens of this and of other processes: a short ring of rows, written in the same transaction as
// the change itself.
#pragma once

#include <map>
#include <vector>

#include "client_core/store/shape.h"
#include "client_core/store/store.h"

namespace tern::store {

/// Records by entity; an entity with more than kNoticeIds has an entry without ids.
class NoticeBook {
public:
    void add(EntityNumber entity, const RecordId& id);
    void add_all_of(EntityNumber entity) { entries_[entity].all = true; }
    bool empty() const { return entries_.empty(); }
    /// The entities that it tells of.
    std::vector<EntityNumber> entities() const;
    std::vector<Notice> take();

private:
    struct Entry {
        bool all = false;
        std::vector<RecordId> ids;
    };
    std::map<EntityNumber, Entry> entries_;
};

class Notices {
public:
    Notices(Database& db, const Shapes& shapes) : db_(db), shapes_(shapes) {}

    /// From here on take() tells what is new.
    void start();
    /// Inside the transaction of what it tells of. Empties the book.
    void write(NoticeBook& book);
    std::vector<Notice> take();

private:
    Database& db_;
    const Shapes& shapes_;
    std::int64_t seen_ = 0;
};

}  // namespace tern::store

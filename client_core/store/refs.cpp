#include "client_core/store/refs.h"

namespace tern::store {

template <class AnId>
RefTable<AnId>::RefTable(Database& db, const std::string& table)
    : db_(db),
      select_number_("SELECT n FROM " + table + " WHERE id = ?"),
      select_id_("SELECT id FROM " + table + " WHERE n = ?"),
      insert_("INSERT INTO " + table + "(id) VALUES (?)") {}

template <class AnId>
std::optional<std::int64_t> RefTable<AnId>::find(const AnId& id) {
    if (const auto at = numbers_.find(id); at != numbers_.end()) return at->second;
    const auto number = db_.find_integer(select_number_, id);
    if (number) {
        numbers_.emplace(id, *number);
        ids_.emplace(*number, id);
    }
    return number;
}

template <class AnId>
std::int64_t RefTable<AnId>::number(const AnId& id) {
    if (const auto known = find(id)) return *known;
    db_.run(insert_, id);
    const std::int64_t number = db_.last_rowid();
    numbers_.emplace(id, number);
    ids_.emplace(number, id);
    return number;
}

template <class AnId>
const AnId& RefTable<AnId>::id(std::int64_t number) {
    if (const auto at = ids_.find(number); at != ids_.end()) return at->second;
    Rows rows = db_.query(select_id_, number);
    if (!rows.next())
        throw DatabaseError{fail(Fault::storage, "the database refers to a device or space that it does not hold")};
    return ids_.emplace(number, rows.template id<AnId>(0)).first->second;
}

template <class AnId>
void RefTable<AnId>::forget() {
    numbers_.clear();
    ids_.clear();
}

template class RefTable<DeviceId>;
template class RefTable<SpaceId>;

Refs::Refs(Database& db, Rollbacks& rollbacks) : devices(db, "device_ref"), spaces(db, "space_ref") {
    rollbacks.tell([this] {
        devices.forget();
        spaces.forget();
    });
}

}  // namespace tern::store

// What the store's tests are told with: a few devices, one space, small ids.
#pragma once

#include <memory>
#include <string>

#include "client_core/schema/crm_schema.h"
#include "client_core/store/store.h"

namespace tern::store::test {

inline constexpr Millis kNow = 1'750'000'000'000;
inline constexpr EntityNumber kContact = 2;

template <class AnId>
AnId id_of(std::uint8_t n) {
    AnId id;
    id.bytes.fill(n);
    return id;
}
inline DeviceId device(std::uint8_t n) { return id_of<DeviceId>(n); }
inline SpaceId space(std::uint8_t n = 1) { return id_of<SpaceId>(n); }
inline RecordId record(std::uint8_t n) { return id_of<RecordId>(n); }
inline Stamp stamp(std::uint64_t hlc, std::uint8_t n) { return {Hlc{hlc}, device(n)}; }

/// The number of a contact's field, or of another entity's.
ColumnNumber field(std::string_view name, std::string_view entity = "contact");
Cell cell(const RecordId& id, std::string_view name, Bytes element = {});
Cell birth_of(const RecordId& id, EntityNumber entity = kContact);
Cell alive_of(const RecordId& id, EntityNumber entity = kContact);
inline Value text_value(std::string text) { return Value{std::move(text)}; }

std::unique_ptr<Store> open_memory(const schema::Schema& schema = schema::crm());

/// One installation: a store of its own and a clock.
struct Phone {
    explicit Phone(std::uint8_t n, Millis now = kNow) : author{device(n), now}, store(open_memory()) {}

    Status write(std::vector<Write> writes);
    Status set(const RecordId& id, std::string_view name, Value value, bool settles = false);
    Status create(const RecordId& id, const std::string& family_name);
    Status remove(const RecordId& id);
    std::string text(const RecordId& id, std::string_view name);
    std::optional<RecordHead> head(const RecordId& id);
    void apply(const std::vector<Change>& changes);
    /// Everything unsent, as deltas; they count as acknowledged.
    std::vector<Change> send();

    Author author;
    std::unique_ptr<Store> store;
};
/// Both send and receive.
void meet(Phone& a, Phone& b);

/// A folder that is removed with all that is in it.
struct TempFolder {
    TempFolder();
    ~TempFolder();
    std::string path;
};

/// Everything that must not depend on the order of arrival, as text.
std::string picture(Store& store, const std::vector<RecordId>& records);
std::string line(const Cell& cell, const Value& value, const Stamp& stamp);

}  // namespace tern::store::test

// One record of the demo company in the making: fields by the names that the schema gives them.
#pragma once

#include "client_core/crm/draft.h"
#include "client_core/schema/schema.h"
#include "client_core/store/store.h"

namespace tern::demo {

class Record {
public:
    Record(const schema::Schema& schema, std::string_view entity, const RecordId& id)
        : schema_(schema), entity_(*schema.entity(entity)), id_(id) {}

    Record& text(std::string_view column, const std::string& value) {
        return value.empty() ? *this : put(column, Value{value});
    }
    Record& number(std::string_view column, std::int64_t value) { return put(column, Value{value}); }
    /// value / 10^scale.
    Record& decimal(std::string_view column, std::int64_t value, std::uint8_t scale = 0) {
        return put(column, Value{Decimal::normal(value, scale)});
    }
    Record& flag(std::string_view column, bool value = true) { return put(column, Value{value}); }
    Record& ref(std::string_view column, const RecordId& value) { return put(column, Value{AnyId{value.bytes}}); }
    Record& money(std::string_view column, std::int64_t minor, const std::string& currency) {
        return put(column, Value{minor}).put(std::string(column) + "_currency", Value{currency});
    }
    Record& poly(std::string_view field, std::string_view entity, const RecordId& value) {
        return put(std::string(field) + "_entity", Value{std::int64_t{schema_.entity(entity)->number}})
            .ref(std::string(field) + "_id", value);
    }
    /// One more element of a list, its members by name.
    using Members = std::vector<std::pair<std::string, Value>>;
    Record& element(std::string_view list, const Members& members);
    /// One more element of a set or of references.
    Record& in(std::string_view set, const std::string& choice) { return key(set, copy(view(choice))); }
    Record& with(std::string_view refs, const RecordId& value) {
        return key(refs, Bytes(value.bytes.begin(), value.bytes.end()));
    }

    const RecordId& id() const { return id_; }
    store::Write birth(const SpaceId& space) const;

private:
    Record& put(std::string_view column, Value value);
    Record& key(std::string_view field, Bytes element);

    const schema::Schema& schema_;
    const schema::Entity& entity_;
    RecordId id_;
    crm::Draft draft_;
    std::vector<BirthCell> elements_;
    std::int64_t order_ = 0;
};

}  // namespace tern::demo

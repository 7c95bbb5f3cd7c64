#include "tests/demo/record.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace tern::demo {
namespace {

/// The demo is written against the schema; what does not fit is a mistake in it.
[[noreturn]] void mistake(const schema::Entity& entity, std::string_view name) {
    std::fprintf(stderr, "demo: %s has no %.*s\n", entity.name.c_str(), static_cast<int>(name.size()), name.data());
    std::abort();
}

}  // namespace

Record& Record::put(std::string_view column, Value value) {
    const auto* place = entity_.column(column);
    if (place == nullptr) mistake(entity_, column);
    draft_.put(place->field->number, place->column->path, std::move(value));
    return *this;
}

Record& Record::key(std::string_view name, Bytes element) {
    const auto* field = entity_.field(name);
    if (field == nullptr || !field->has_elements()) mistake(entity_, name);
    elements_.push_back({field->number, std::move(element), Value{true}});
    return *this;
}

Record& Record::element(std::string_view list, const Members& members) {
    const auto* field = entity_.field(list);
    if (field == nullptr || field->type != schema::Type::list) mistake(entity_, list);
    Value value;
    value.set_member(1, Value{Decimal::normal(++order_, 0)});
    for (const auto& [name, member] : members) {
        const auto* known = field->member(std::string_view{name});
        if (known == nullptr) mistake(entity_, name);
        value.set_member(known->number, member);
    }
    Bytes id(id_.bytes.begin(), id_.bytes.end());
    id[0] = static_cast<std::uint8_t>(order_);  // unlike any other of this record
    elements_.push_back({field->number, std::move(id), std::move(value)});
    return *this;
}

store::Write Record::birth(const SpaceId& space) const {
    auto cells = draft_.birth();
    for (const BirthCell& element : elements_) {
        const bool twice = std::any_of(cells.begin(), cells.end(), [&](const BirthCell& cell) {
            return cell.column == element.column && cell.element == element.element;
        });
        if (!twice) cells.push_back(element);
    }
    return {space, Cell{entity_.number, id_, column::kBirth, {}}, birth_value(std::move(cells)), false};
}

}  // namespace tern::demo

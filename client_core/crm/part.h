// What a column stands for, and how a person's name for a field leads to it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client_core/schema/schema.h"
#include "protocol/base/result.h"

namespace tern::crm {

/// What a column is to a person: a value of its own, or one piece of a composite.
enum class Role : std::uint8_t { scalar, amount, currency, poly_entity, poly_id };

struct Part {
    Role role = Role::scalar;
    schema::Type type = schema::Type::text;
    const std::vector<schema::Choice>* choices = nullptr;
    const std::vector<EntityNumber>* targets = nullptr;
};
Part part_of(const schema::Field& field, const schema::Column& column);

/// What may be written or asked for under one name.
struct Target {
    enum class Kind : std::uint8_t { scalar, money, currency, poly, poly_entity, geo, elements };
    Kind kind = Kind::scalar;
    std::string name;
    const schema::Field* field = nullptr;
    std::vector<std::uint32_t> path;         ///< from the cell's value to the scalar, or to the composite
    schema::Type type = schema::Type::text;  ///< of the scalar, or of what an element's text is read as
    const std::vector<schema::Choice>* choices = nullptr;
    const std::vector<EntityNumber>* targets = nullptr;
    std::uint32_t member = 0;  ///< lists: the member that an element's text fills

    bool refers() const { return type == schema::Type::ref || kind == Kind::poly; }
};
/// `bad_argument` for a name that the entity does not have, with the nearest that it has.
Result<Target> target_named(const schema::Entity& entity, std::string_view name);
Result<const schema::Entity*> entity_named(const schema::Schema& schema, std::string_view name);
/// The member of a list that tells an element best: the first text, else the first after the order.
const schema::Member& telling_member(const schema::Field& list);

}  // namespace tern::crm

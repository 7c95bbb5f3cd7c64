// From a path that a person wrote (`account.parent.name`, `lines.product_id`) to columns, over references, elements,
// and backwards over the references of others (`opportunity.amount` of an account).
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>

#include "client_core/crm/part.h"
#include "client_core/query/compiling.h"

namespace tern::query {

/// What a path ends at, as SQL.
struct Place {
    enum class Kind : std::uint8_t {
        value,     ///< a column; `type` says of what
        money,     ///< minor units, `currency` beside it
        poly,      ///< an id, the entity's number beside it in `currency`'s stead: `entity`
        entity,    ///< a poly's entity number
        id,        ///< a record's own id
        space,     ///< the number of a record's space (space_ref)
        set,       ///< an element of a set: the choice's name as bytes
        elements,  ///< a list asked for without a member: its telling one
    };
    Kind kind = Kind::value;
    std::string path;  ///< as it was written, for messages
    std::string sql;
    std::string currency;  ///< of money
    std::string entity;    ///< of a poly
    schema::Type type = schema::Type::text;
    const std::vector<schema::Choice>* choices = nullptr;
    const std::vector<EntityNumber>* targets = nullptr;
    const schema::Field* joined = nullptr;  ///< the record's own field whose joined element it is of

    bool is_text() const;
    bool is_choice() const;
    bool is_number() const;
    bool is_time() const { return type == schema::Type::date || type == schema::Type::datetime; }
    /// For read_scalar().
    crm::Target target() const;
};

/// SQL for a condition on a place; may be null where the place is.
using Condition = std::function<Result<std::string>(const Place&)>;

/// Whether the condition holds at one of the places that the path leads to.
Result<std::string> any_match(Compiling& compiling, const Row& row, const std::string& path,
                              const Condition& condition);

/// The one place that the path leads to, references behind it as scalar sub-queries. `bad_argument` for paths over
/// fields with several values.
Result<Place> single_place(Compiling& compiling, const Row& row, const std::string& path);

/// Elements that a statement joins to their records, each field's once: two keys of a list are of one element.
struct ElementJoins {
    std::string sql;  ///< LEFT JOIN …
    std::map<const schema::Field*, std::string> aliases;
};

/// The same, for grouping and measuring; where the record's own field has elements, they are joined.
Result<Place> joined_place(Compiling& compiling, const Row& row, const std::string& path, ElementJoins& joins);

}  // namespace tern::query

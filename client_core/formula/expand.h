// Formulas of computed fields as SQL (schema/formula.h tells how they are written).
#pragma once

#include <set>
#include <string>

#include "client_core/schema/schema.h"
#include "protocol/base/database.h"

namespace tern::formula {

struct Record;

/// What an org's own rules make of a record, as SQL over it; NULL where it has none.
class Scores {
public:
    virtual ~Scores() = default;
    /// `entities`, where there is one, gets those whose records decide it.
    virtual std::string points(const Record& record, std::set<EntityNumber>* entities) = 0;
    virtual std::string reasons(const Record& record, std::set<EntityNumber>* entities) = 0;
};

/// What a formula is worked out in.
struct Scope {
    const schema::Schema& schema;
    std::string now;                             ///< SQL: Unix milliseconds
    std::string today;                           ///< SQL: days since 1970, where the viewer is
    bool held_twice = true;                      ///< whether some record may be held in several spaces
    std::set<EntityNumber>* entities = nullptr;  ///< gets those whose records decide the value
    Scores* scores = nullptr;                    ///< without them nothing has a score
};

/// One record in a statement: aliases of its row of `record`, and of its entity's table.
struct Record {
    const schema::Entity& entity;
    std::string record;
    std::string table;
};

/// What a computed field is of that record, in brackets.
std::string value_of(const Scope& scope, const Record& record, const schema::Computed& computed);
/// And its currency, of an amount.
std::string currency_of(const Scope& scope, const Record& record, const schema::Computed& computed);
/// The same of an element, whose row has that alias.
std::string value_of(const Scope& scope, const schema::Field& list, const std::string& element,
                     const schema::Computed& computed);
std::string currency_of(const Scope& scope, const schema::Field& list, const std::string& element,
                        const schema::Computed& computed);

/// Whether any record has, or ever had, rows in several spaces: the store notes it when the second one comes. To look
/// for the others in each row would cost more than all the rest of a list.
bool any_held_twice(Database& db);
/// What a view shows of an entity, to stand in FROM behind a JOIN of `record` and its table and a WHERE: born, alive,
/// and of a record held in several spaces one row.
std::string is_shown(const std::string& record, EntityNumber entity, bool held_twice);

}  // namespace tern::formula

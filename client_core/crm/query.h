// `--where` and `--sort` as SQL over the typed tables. Only names from the schema and bound values reach the statement.
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "client_core/crm/reading_text.h"
#include "protocol/base/database.h"

namespace tern::crm {

/// Values to bind, kept until the statement has run.
class Arguments {
public:
    using Value = std::variant<std::int64_t, double, std::string, Bytes>;
    /// The parameter's mark in SQL.
    std::string add(Value value);
    std::vector<Bound> bound() const;
    std::size_t size() const { return values_.size(); }

private:
    std::deque<Value> values_;
};

enum class Operator : std::uint8_t { equal, unequal, less, at_most, more, at_least, contains };

/// `account_id.name=Acme`, taken apart.
struct Where {
    std::vector<std::string> field;
    Operator op = Operator::equal;
    std::string value;
};
Result<Where> read_where(std::string_view text);

struct QueryContext {
    const schema::Schema& schema;
    Arguments& arguments;
    /// A space by name or id.
    std::function<Result<SpaceId>(std::string_view)> find_space;
};

/// SQL over the aliases r (record), s (space_ref) and t (the entity's table).
Result<std::string> condition(const schema::Entity& entity, const Where& where, const QueryContext& context);
/// `field` or `-field`, as ORDER BY; references sort by the name of what they refer to. Empty text: as records were
/// made.
Result<std::string> order(const schema::Schema& schema, const schema::Entity& entity, std::string_view sort);

/// Adds tern_fold(text) to a connection: what `~` compares.
void add_functions(Database& db);

}  // namespace tern::crm

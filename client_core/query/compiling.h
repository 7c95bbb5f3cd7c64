// What all of a query's compilation shares: bound values, aliases, who is looking, what the answer depends on.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "client_core/formula/expand.h"
#include "client_core/query/calendar.h"
#include "client_core/schema/schema.h"
#include "protocol/base/database.h"

namespace tern::query {

/// Values to bind, kept until the statement has run.
class Arguments {
public:
    using Value = std::variant<std::nullopt_t, std::int64_t, double, std::string, Bytes>;
    Arguments() = default;
    /// Instead of marks, the values themselves as SQL, for a piece of several statements.
    static Arguments written_out();
    /// The parameter's mark in SQL.
    std::string add(Value value);
    std::string add_bound(const Bound& value);
    std::vector<Bound> bound() const;
    std::size_t size() const { return values_.size(); }
    /// Forgets the newest, whose marks came into no statement after all.
    void cut(std::size_t size) { values_.erase(values_.begin() + static_cast<std::ptrdiff_t>(size), values_.end()); }

private:
    std::deque<Value> values_;
    bool written_out_ = false;
};

/// One statement in the making. Only names from the schema, aliases from here and marks reach its text.
struct Compiling {
    const schema::Schema& schema;
    const Viewer& viewer;
    const Zone& zone;
    Day today = 0;
    std::string collation;
    bool held_twice = true;  ///< whether some record may be held in several spaces
    /// A space by name or id.
    std::function<Result<SpaceId>(std::string_view)> find_space;

    formula::Scores* scores = nullptr;
    Arguments arguments{};
    std::set<EntityNumber> entities{};  ///< whose records decide the answer
    bool of_today = false;
    int aliases = 0;

    std::string alias(char letter) { return letter + std::to_string(++aliases); }
};

/// One record in a statement: its row of `record`, and its row of its entity's table.
struct Row {
    const schema::Entity* entity = nullptr;
    std::string record;
    std::string table;
};

/// `"name"`, as the schema's names may stand in SQL.
std::string quoted_name(std::string_view name);
std::string column(const std::string& alias, std::string_view name);
/// FROM and WHERE of `row`, up to a condition to be added: `record q1 JOIN "account" n1 ON … WHERE …`. Leaves what a
/// view shows: born, alive, and of a record held in several spaces one row.
/// `table_first`: goes through the entity's own table, or an index of it.
std::string from(const Compiling& compiling, const Row& row, const std::string& joins = {}, bool table_first = false);
/// At the end of an inner SELECT: has SQLite work out its columns once a row, instead of wherever they are named.
inline constexpr const char* kAsItIs = " LIMIT -1 OFFSET 0";

}  // namespace tern::query

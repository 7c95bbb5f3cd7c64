#include "client_core/query/condition.h"

#include <array>

namespace tern::query {
namespace {

/// A complement is taken of what is true or not; SQL's third answer would be lost in NOT.
std::string complement(const std::string& sql) { return "(" + sql + ") IS NOT TRUE"; }

std::size_t values_of(Comparison comparison) {
    switch (comparison) {
        case Comparison::empty:
        case Comparison::not_empty:
            return 0;
        case Comparison::between:
            return 2;
        default:
            return 1;
    }
}

/// A filter need not come from a text.
class Counter {
public:
    Status check(const Filter& filter, std::size_t depth) {
        if (depth > query_limits::kNesting + 1)
            return fail(Fault::too_big, "the filter is nested too deeply", "take out brackets that are not needed");
        const bool comparison = filter.kind == Filter::Kind::comparison;
        values_ += filter.values.size();
        if ((comparison && ++comparisons_ > query_limits::kComparisons) || values_ > query_limits::kValues)
            return fail(Fault::too_big, "the filter has too many conditions", "ask in several steps");
        const bool list = filter.comparison == Comparison::one_of || filter.comparison == Comparison::none_of;
        if ((comparison && !list && filter.values.size() != values_of(filter.comparison)) ||
            (filter.kind == Filter::Kind::negated && filter.parts.size() != 1))
            return fail(Fault::bad_argument, "a condition lacks its values", "give a value for " + filter.field);
        for (const Filter& part : filter.parts) TERN_CHECK(check(part, depth + 1));
        return ok();
    }

private:
    std::size_t comparisons_ = 0;
    std::size_t values_ = 0;
};

Result<std::string> compare(Compiling& compiling, const Row& row, const Filter& filter, bool negated) {
    Comparison asked = filter.comparison;
    if (asked == Comparison::is_not || asked == Comparison::none_of || asked == Comparison::empty) negated = !negated;
    if (asked == Comparison::is_not) asked = Comparison::is;
    if (asked == Comparison::none_of) asked = Comparison::one_of;
    if (asked == Comparison::empty) asked = Comparison::not_empty;
    TERN_TRY(sql, any_match(compiling, row, filter.field,
                            [&](const Place& place) { return comparison_at(compiling, place, asked, filter.values); }));
    return negated ? complement(sql) : "(" + sql + ")";
}

/// Negations go down to the comparisons: above them nothing is ever null.
Result<std::string> compile(Compiling& compiling, const Row& row, const Filter& filter, bool negated) {
    if (filter.kind == Filter::Kind::comparison) return compare(compiling, row, filter, negated);
    if (filter.kind == Filter::Kind::negated) return compile(compiling, row, filter.parts[0], !negated);
    const bool all = (filter.kind == Filter::Kind::all) != negated;
    std::string out;
    for (const Filter& part : filter.parts) {
        TERN_TRY(sql, compile(compiling, row, part, negated));
        out += (out.empty() ? "(" : all ? " AND " : " OR ") + sql;
    }
    if (out.empty()) return std::string(all ? "1" : "0");
    return out + ")";
}

}  // namespace

Result<std::string> condition_of(Compiling& compiling, const Row& row, const Filter& filter) {
    TERN_CHECK(Counter{}.check(filter, 0));
    TERN_TRY(sql, compile(compiling, row, filter, false));
    if (sql.size() > query_limits::kSqlBytes)
        return fail(Fault::too_big, "the filter looks into too many kinds of records",
                    "name fewer fields behind a reference");
    return std::move(sql);
}

std::string by_digits(const std::string& currency, const std::function<std::string(int)>& each) {
    // Those of ISO 4217; the rest have two.
    std::string out = "CASE tern_digits(" + currency + ")";
    for (const int digits : {0, 3, 4}) out += " WHEN " + std::to_string(digits) + " THEN " + each(digits);
    return out + " ELSE " + each(2) + " END";
}

}  // namespace tern::query

// In which order answers come, and where the next page begins.
#pragma once

#include <string>
#include <vector>

#include "client_core/query/path.h"

namespace tern::query {

/// One expression of ORDER BY. What is null comes last, whichever way.
struct Term {
    std::string sql;
    std::string collation;  ///< empty: by value
    bool descending = false;

    std::string collated() const { return collation.empty() ? sql : sql + " COLLATE " + collation; }
};

/// By what people see: texts in the viewer's order, choices as the schema lists them, references by name, money by its
/// number whatever the currency. `bad_argument` for what has no order.
Status add_terms(Compiling& compiling, const Place& place, bool descending, std::vector<Term>& out);

/// ` ORDER BY …`, ended by `tie`, which must be different in every row.
std::string order_by(const std::vector<Term>& terms, const std::string& tie);

/// The total order of a list: its terms, then the record's id, which tells when it was made.
class Order {
public:
    static Result<Order> of(Compiling& compiling, const Row& row, const std::vector<SortKey>& keys);

    const std::vector<Term>& terms() const { return terms_; }
    std::string order_by() const { return query::order_by(terms_, id_); }
    /// What it is sorted by, where that is worked out: to be selected once beside `rid` and `id`, in a SELECT that
    /// SQLite leaves as it is and that this order stands outside of. Else SQLite would work it out for every mention.
    const std::string& apart() const { return apart_; }
    /// Whether an index goes through all records in this order.
    bool has_index() const { return has_index_; }
    /// `, term, term…`: what token() reads, from column `first` on.
    std::string selected() const;
    std::string token(const Rows& rows, int first, const RecordId& id) const;
    /// SQL for "comes after the row of that token". `bad_argument` for one of another query.
    Result<std::string> after(Compiling& compiling, const std::string& token) const;

private:
    void set_apart(std::vector<Place>& places);
    Order(std::string id, std::int64_t mark) : id_(std::move(id)), mark_(mark) {}
    std::string id_;         ///< SQL of the record's id
    std::int64_t mark_ = 0;  ///< tells orders apart
    std::string apart_;      ///< `, sql AS k1…`
    bool has_index_ = false;
    std::vector<Term> terms_;
};

}  // namespace tern::query

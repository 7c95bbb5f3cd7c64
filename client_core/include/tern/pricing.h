// What a product costs an account on a day, and why. Exact amounts, nothing here is a double.
//
// The price book is the first that is valid on the day and in the currency: the document's own, the account's, one that
// names the account, a default one. In the book the price is that of the largest quantity break that the quantity
// reaches, else what the book's rules take off the list price; what a book lacks is looked up in those that it is based
// on, then in the default one, then the list price counts. Rules by a `condition`, and those based on a cost or on a
// book, are passed over.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <tern/client.h>
#include <tern/json.h>
#include <tern/query.h>

namespace tern {

struct Amount {
    std::int64_t minor = 0;  ///< cents, or whatever the currency's smallest unit is
    std::string currency;    ///< ISO 4217; empty: no amount

    bool empty() const { return currency.empty(); }
    std::string text() const;  ///< its digits: "9.50"
    std::string full() const;  ///< as Records::set() takes it: "9.50 EUR"
    bool operator==(const Amount&) const = default;
};
/// Of a currency's digits; `bad_argument` for what is no amount in it.
Result<Amount> read_amount(std::string_view text, std::string_view currency);

struct PriceRequest {
    RecordId product;
    std::optional<RecordId> account;
    std::optional<RecordId> book;  ///< the document's
    std::string currency;          ///< empty: that of the book that fits, else of the list price
    Decimal qty{1, 0};
    std::int64_t day = 0;  ///< days since 1970
};

enum class PriceFrom : std::uint8_t { book, rule, list };

/// The next larger quantity that makes it cheaper.
struct NextBreak {
    Decimal from;  ///< quantity
    Decimal more;  ///< how many are missing
    Amount unit;
};

struct Price {
    Amount unit;
    PriceFrom from = PriceFrom::list;
    std::optional<RecordId> book;
    std::string name;    ///< of the book or the rule
    Decimal break_from;  ///< of the break that was reached; zero: none
    std::optional<NextBreak> next;
    std::optional<Decimal> max_discount;  ///< per cent that may be taken off this price
    std::optional<Amount> list;           ///< the list price, where it is in that currency
    Decimal tax_pct;  ///< by the book's rates and the product's tax class; zero where there are none
};

/// One price of a product, for its page.
struct PriceRow {
    RecordId book;
    std::string name;
    Decimal from;  ///< quantity
    Amount unit;
    bool valid = false;  ///< today
};

/// Borrows the Client; use it on the Client's thread, for one look: books and rules are read once.
class Pricing {
public:
    Pricing(Client& client, Viewer viewer);

    /// `not_found` where the product has no price in the currency, or is not here; `bad_argument` for a quantity below
    /// zero.
    Result<Price> price(const PriceRequest& request);
    /// The book that price() looks into first; nothing where none fits.
    Result<std::optional<RecordId>> book_for(const std::optional<RecordId>& account,
                                             const std::optional<RecordId>& wanted, const std::string& currency,
                                             std::int64_t day);
    /// Empty where there is no such book.
    Result<std::string> currency_of(const RecordId& book);
    Result<bool> holds_tax(const std::optional<RecordId>& book);
    /// By book, then by quantity.
    Result<std::vector<PriceRow>> all_prices(const RecordId& product, std::int64_t day);

private:
    struct Book;
    struct Rule;
    struct Entry;
    struct Found;
    Status load();
    const Book* book(const RecordId& id) const;
    bool fits(const Book& book, const std::string& currency, const std::string& day) const;
    Result<std::vector<Entry>> entries(const RecordId& product);
    std::vector<const Book*> candidates(const PriceRequest& request, const std::optional<RecordId>& of_account) const;
    std::optional<Found> in_book(const Book& book, const std::vector<Entry>& entries, const Json& product,
                                 const PriceRequest& request, const std::string& day) const;
    std::optional<Found> by_rule(const Book& book, const Json& product, const Amount& base, const Decimal& qty,
                                 const std::string& day) const;

    Client& client_;
    Queries queries_;
    struct Loaded;
    std::shared_ptr<Loaded> loaded_;
};

}  // namespace tern

#include <tern/pricing.h>

#include <algorithm>
#include <chrono>

#include "client_core/crm/json_parts.h"
#include "client_core/crm/moment.h"
#include "client_core/crm/number.h"
#include "client_core/formula/lines.h"

namespace tern {

using crm::decimal_in;
using crm::id_in;
using crm::money_in;
using crm::text_in;
using formula::compared;

struct Pricing::Book {
    RecordId id;
    std::string name, currency;
    bool is_default = false, holds_tax = false;
    std::optional<RecordId> parent;
    std::string from, to;  ///< days, empty: open
    std::vector<RecordId> accounts;
    Decimal tax, reduced_tax;
};

struct Pricing::Rule {
    std::string name;
    std::optional<RecordId> book, category;
    std::string target, base, from, to, rounding;
    Decimal min_qty, pct;
    std::int64_t surcharge = 0;
    std::string surcharge_currency;
    Decimal step;
};

struct Pricing::Entry {
    RecordId id, book;
    Amount unit;
    Decimal min_qty;
    std::string from, to;
    std::optional<Decimal> max_discount;
};

struct Pricing::Loaded {
    std::vector<Book> books;
    std::vector<Rule> rules;
};

struct Pricing::Found {
    Price price;
};

namespace {

constexpr std::size_t kDeepest = 8;  ///< books based on books: a circle ends

bool on(const std::string& from, const std::string& to, const std::string& day) {
    return (from.empty() || from <= day) && (to.empty() || day <= to);
}

Failure no_price(const std::string& currency) {
    return fail(Fault::not_found, "that product has no price" + (currency.empty() ? std::string{} : " in " + currency),
                "type a price, or add one to a price book");
}

Decimal rate(const Json& product, const Decimal& standard, const Decimal& reduced) {
    const auto kind = text_in(product, "tax_class");
    if (kind == "zero" || kind == "exempt") return {};
    return kind == "reduced" ? reduced : standard;
}

}  // namespace

std::string Amount::text() const {
    return empty() ? std::string{} : crm::amount_text(minor, crm::currency_digits(currency));
}
std::string Amount::full() const { return empty() ? std::string{} : text() + " " + currency; }

Result<Amount> read_amount(std::string_view text, std::string_view currency) {
    const auto typed = crm::money_from(text, currency);
    const bool other = typed && !typed->currency.empty() && typed->currency != currency;
    const auto minor = typed && !other ? crm::minor_units(typed->amount, crm::currency_digits(currency)) : std::nullopt;
    if (!minor || currency.empty())
        return fail(Fault::bad_argument, "that is no amount in " + std::string(currency),
                    "write digits, at most " + std::to_string(crm::currency_digits(currency)) + " after the point");
    return Amount{*minor, std::string(currency)};
}

Pricing::Pricing(Client& client, Viewer viewer) : client_(client), queries_(client, std::move(viewer)) {}

Status Pricing::load() {
    if (loaded_) return ok();
    auto loaded = std::make_shared<Loaded>();
    Query books;
    books.entity = "price_book";
    TERN_CHECK(crm::each(queries_, books, [&](const Json& at) {
        Book book;
        if (const auto id = id_in(at, "id")) book.id = *id;
        book.name = text_in(at, "name");
        book.currency = text_in(at, "currency");
        book.is_default = text_in(at, "default") == "true";
        book.holds_tax = text_in(at, "tax_inclusive") == "true";
        book.parent = id_in(at, "parent_id");
        book.from = text_in(at, "valid_from");
        book.to = text_in(at, "valid_to");
        if (const Json* all = at.find("accounts"))
            for (const auto& [none, id] : all->members())
                if (const auto account = record_id_from(id.plain())) book.accounts.push_back(*account);
        book.tax = decimal_in(at, "tax_pct");
        book.reduced_tax = decimal_in(at, "reduced_tax_pct");
        loaded->books.push_back(std::move(book));
    }));
    Query rules;
    rules.entity = "price_rule";
    TERN_CHECK(crm::each(queries_, rules, [&](const Json& at) {
        Rule rule{text_in(at, "name"),
                  id_in(at, "price_book_id"),
                  id_in(at, "category_id"),
                  text_in(at, "target"),
                  text_in(at, "base"),
                  text_in(at, "valid_from"),
                  text_in(at, "valid_to"),
                  text_in(at, "rounding_method"),
                  decimal_in(at, "min_qty"),
                  decimal_in(at, "pct"),
                  0,
                  {},
                  decimal_in(at, "rounding_factor")};
        if (const auto more = money_in(at, "surcharge"); !more.empty()) {
            rule.surcharge = more.minor;
            rule.surcharge_currency = more.currency;
        }
        loaded->rules.push_back(std::move(rule));
    }));
    loaded_ = std::move(loaded);
    return ok();
}

const Pricing::Book* Pricing::book(const RecordId& id) const {
    const auto at =
        std::find_if(loaded_->books.begin(), loaded_->books.end(), [&](const Book& book) { return book.id == id; });
    return at == loaded_->books.end() ? nullptr : &*at;
}

bool Pricing::fits(const Book& book, const std::string& currency, const std::string& day) const {
    return on(book.from, book.to, day) && (currency.empty() || book.currency == currency);
}

/// In the order in which they are asked; not yet told apart by day and currency.
std::vector<const Pricing::Book*> Pricing::candidates(const PriceRequest& request,
                                                      const std::optional<RecordId>& of_account) const {
    std::vector<const Book*> out;
    const auto add = [&](const Book* book) {
        if (book != nullptr && std::find(out.begin(), out.end(), book) == out.end()) out.push_back(book);
    };
    if (request.book) add(book(*request.book));
    if (of_account) add(book(*of_account));
    for (const Book& book : loaded_->books)
        if (request.account &&
            std::find(book.accounts.begin(), book.accounts.end(), *request.account) != book.accounts.end())
            add(&book);
    for (const Book& book : loaded_->books)
        if (book.is_default) add(&book);
    return out;
}

Result<std::vector<Pricing::Entry>> Pricing::entries(const RecordId& product) {
    Query query;
    query.entity = "price_entry";
    query.filter = Filter::compare("product_id", Comparison::is, {FilterValue::of(uuid_text(product))});
    std::vector<Entry> out;
    TERN_CHECK(crm::each(queries_, query, [&](const Json& at) {
        const auto id = id_in(at, "id");
        const auto book = id_in(at, "price_book_id");
        const auto unit = money_in(at, "unit_price");
        if (!id || !book || unit.empty()) return;
        Entry entry{*id, *book, unit, decimal_in(at, "min_qty"), text_in(at, "valid_from"), text_in(at, "valid_to"),
                    {}};
        if (!text_in(at, "max_discount_pct").empty()) entry.max_discount = decimal_in(at, "max_discount_pct");
        out.push_back(std::move(entry));
    }));
    // The break that is reached last counts; of two alike the one that begins later, then the newer one.
    std::sort(out.begin(), out.end(), [](const Entry& a, const Entry& b) {
        if (const int order = compared(a.min_qty, b.min_qty); order != 0) return order < 0;
        return std::tie(a.from, a.id) < std::tie(b.from, b.id);
    });
    return out;
}

std::optional<Pricing::Found> Pricing::in_book(const Book& book, const std::vector<Entry>& entries, const Json& product,
                                               const PriceRequest& request, const std::string& day) const {
    std::optional<Found> out;
    for (const Entry& entry : entries) {
        if (entry.book != book.id || entry.unit.currency != book.currency || !on(entry.from, entry.to, day)) continue;
        if (compared(entry.min_qty, request.qty) <= 0) {
            out = Found{};
            out->price = {entry.unit, PriceFrom::book,    book.id, book.name, entry.min_qty,
                          {},         entry.max_discount, {},      {}};
        } else if (out && !out->price.next && entry.unit.minor < out->price.unit.minor) {
            if (const auto more = formula::difference(entry.min_qty, request.qty))
                out->price.next = NextBreak{entry.min_qty, *more, entry.unit};
        }
    }
    if (out) return out;
    const auto list = money_in(product, "list_price");
    if (list.currency == book.currency) return by_rule(book, product, list, request.qty, day);
    return std::nullopt;
}

std::optional<Pricing::Found> Pricing::by_rule(const Book& book, const Json& product, const Amount& base,
                                               const Decimal& qty, const std::string& day) const {
    const Rule* best = nullptr;
    for (const Rule& rule : loaded_->rules) {
        const bool of_category = rule.target == "category";
        if (rule.book != book.id || !on(rule.from, rule.to, day) || compared(rule.min_qty, qty) > 0) continue;
        if (rule.base == "cost" || rule.base == "book" || rule.target == "condition") continue;
        if (of_category && (!rule.category || rule.category != id_in(product, "category_id"))) continue;
        if (rule.surcharge != 0 && rule.surcharge_currency != base.currency) continue;
        const bool best_of_category = best != nullptr && best->target == "category";
        if (best == nullptr || (of_category && !best_of_category) ||
            (of_category == best_of_category && compared(rule.min_qty, best->min_qty) >= 0))
            best = &rule;
    }
    if (best == nullptr) return std::nullopt;
    const auto step = crm::minor_units(best->step, crm::currency_digits(base.currency));
    const auto rounding = best->rounding == "up"     ? formula::Rounding::up
                          : best->rounding == "down" ? formula::Rounding::down
                                                     : formula::Rounding::half_up;
    const auto unit = formula::changed_price(base.minor, Decimal{-best->pct.mantissa, best->pct.scale}, best->surcharge,
                                             step.value_or(1), rounding);
    if (!unit || *unit < 0) return std::nullopt;
    Found out;
    out.price = {{*unit, base.currency},
                 PriceFrom::rule,
                 book.id,
                 best->name.empty() ? book.name : best->name,
                 best->min_qty,
                 {},
                 {},
                 {},
                 {}};
    return out;
}

Result<Price> Pricing::price(const PriceRequest& request) {
    TERN_CHECK(load());
    if (compared(request.qty, {}) < 0)
        return fail(Fault::bad_argument, "a quantity is not below zero", "write how many are sold");
    const auto day = crm::date_text(request.day);
    TERN_TRY(product, crm::one_record(queries_, "product", request.product));
    if (product.is_null()) return fail(Fault::not_found, "that product is not here", "sync first, or choose another");
    TERN_TRY(entries, this->entries(request.product));
    std::optional<RecordId> of_account;
    if (request.account) {
        TERN_TRY(account, crm::one_record(queries_, "account", *request.account));
        of_account = id_in(account, "price_book_id");
    }
    const auto list = money_in(product, "list_price");
    auto currency = request.currency;
    const Book* rates = nullptr;
    for (const Book* book : candidates(request, of_account)) {
        if (!fits(*book, currency, day)) continue;
        if (currency.empty()) currency = book->currency;
        if (rates == nullptr) rates = book;
        const Book* at = book;
        for (std::size_t deep = 0; at != nullptr && deep < kDeepest; ++deep) {
            if (auto found = fits(*at, currency, day) ? in_book(*at, entries, product, request, day) : std::nullopt) {
                if (list.currency == currency) found->price.list = list;
                found->price.tax_pct = rate(product, rates->tax, rates->reduced_tax);
                return found->price;
            }
            at = at->parent ? this->book(*at->parent) : nullptr;
        }
    }
    if (list.empty() || (!currency.empty() && list.currency != currency)) return no_price(currency);
    Price out;
    out.unit = list;
    out.list = list;
    if (rates != nullptr) out.tax_pct = rate(product, rates->tax, rates->reduced_tax);
    return out;
}

Result<std::optional<RecordId>> Pricing::book_for(const std::optional<RecordId>& account,
                                                  const std::optional<RecordId>& wanted, const std::string& currency,
                                                  std::int64_t day) {
    TERN_CHECK(load());
    std::optional<RecordId> of_account;
    if (account) {
        TERN_TRY(record, crm::one_record(queries_, "account", *account));
        of_account = id_in(record, "price_book_id");
    }
    PriceRequest request;
    request.account = account;
    request.book = wanted;
    for (const Book* book : candidates(request, of_account))
        if (fits(*book, currency, crm::date_text(day))) return std::optional{book->id};
    return std::optional<RecordId>{};
}

Result<std::string> Pricing::currency_of(const RecordId& id) {
    TERN_CHECK(load());
    const Book* found = book(id);
    return found == nullptr ? std::string{} : found->currency;
}

Result<bool> Pricing::holds_tax(const std::optional<RecordId>& id) {
    TERN_CHECK(load());
    const Book* found = id ? book(*id) : nullptr;
    return found != nullptr && found->holds_tax;
}

Result<std::vector<PriceRow>> Pricing::all_prices(const RecordId& product, std::int64_t day) {
    TERN_CHECK(load());
    TERN_TRY(entries, this->entries(product));
    std::vector<PriceRow> out;
    const auto today = crm::date_text(day);
    for (const Book& book : loaded_->books)
        for (const Entry& entry : entries)
            if (entry.book == book.id)
                out.push_back({book.id, book.name, entry.min_qty, entry.unit,
                               fits(book, {}, today) && on(entry.from, entry.to, today)});
    return out;
}

}  // namespace tern

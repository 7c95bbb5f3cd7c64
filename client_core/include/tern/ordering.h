// Documents with lines while they are being written: quotes, orders, invoices, contracts. What is typed is a plain
// value; preview() says what saving would give, to the cent, and what a person should know first.
#pragma once

#include <string>
#include <vector>

#include <tern/pricing.h>
#include <tern/records.h>

namespace tern {

namespace ordering_limits {
inline constexpr std::size_t kLines =
    500;  ///< of one document: above what a person types, far below what a cell list takes
}

/// Numbers as people type them: `12`, `1.5`, `9.90`.
struct DraftLine {
    std::optional<RecordId> product;  ///< none: named by hand
    std::string name;
    std::string sku;
    std::string unit;
    std::string qty = "1";
    std::string price;             ///< empty: what Pricing says
    std::string discount_pct;      ///< empty: none
    std::string discount_amount;   ///< off the line, in the document's currency
    std::string tax_pct;           ///< empty: what Pricing says
    std::vector<Assignment> rest;  ///< members that nothing here looks at; kept
    bool operator==(const DraftLine&) const = default;
};

struct DocumentDraft {
    std::string entity;
    std::optional<RecordId> id;  ///< none: a new one
    std::optional<RecordId> account;
    std::optional<RecordId> book;
    std::string currency;
    std::string shipping, adjustment;  ///< in the currency; empty: none
    std::vector<Assignment> fields;    ///< the others that are to be written
    std::vector<DraftLine> lines;
};

struct LinePreview {
    Amount unit, net, tax;
    std::optional<Price> price;  ///< what Pricing says, even where another one was typed
    Decimal tax_pct;
    std::optional<Failure> problem;  ///< why the line cannot be saved
    bool price_typed = false;
};

/// What a second pair of eyes must see: a discount above what the price allows, or what an approval process names. The
/// limit is its `criteria`: a number of per cent (`discount_over`), an amount as `"5000 EUR"` (`amount_over`).
struct ApprovalNeed {
    enum class Why : std::uint8_t { discount, amount, price_limit };
    Why why = Why::discount;
    std::optional<RecordId> process;
    std::string limit;
    std::size_t line = 0;  ///< from 0; of a discount
};

struct Credit {
    Amount limit, used;
    Amount left;  ///< after this document; below zero: it is above the limit
};

struct Preview {
    std::vector<LinePreview> lines;
    Amount subtotal, discount, tax, total;  ///< as the computed fields; empty without a line that can be worked out
    bool holds_tax = false;
    std::optional<RecordId> book;  ///< that will be saved
    std::optional<Credit> credit;  ///< where the account has a limit in the document's currency
    std::vector<ApprovalNeed> approvals;
    std::optional<Failure> problem;  ///< the first reason not to save
};

struct ProductChoice {
    RecordId id;
    std::string name, sku, unit;
    std::optional<Price> price;  ///< none where it has none for this document
    std::string stock;           ///< digits; empty: not known
    std::string last_qty;        ///< bought before: how many, last time
};

/// Borrows the Client; use it on the Client's thread. Nothing waits for a network.
class Ordering {
public:
    Ordering(Client& client, Viewer viewer);

    /// A new one, with what its account says: price book, currency, addresses, terms. `bad_argument` for an entity
    /// without lines.
    Result<DocumentDraft> blank(std::string_view entity, const std::optional<RecordId>& account);
    Result<DocumentDraft> open(const RecordId& id);
    /// A new document with the lines and terms of another one; an order from a quote refers to it.
    Result<DocumentDraft> copy(const RecordId& id, std::string_view entity);

    Result<Preview> preview(const DocumentDraft& draft);
    /// The document and its lines in one write. `submit`: confirmed, or in approval with a request for it where one is
    /// needed. One that was confirmed or approved and needs approval as it is now is a draft again where it is only
    /// saved. The first problem of preview() where there is one.
    Result<RecordId> save(const DocumentDraft& draft, bool submit);

    Result<DraftLine> line_for(const RecordId& product, std::string_view qty);
    /// By name, SKU or barcode; the best first.
    Result<std::vector<ProductChoice>> find(const DocumentDraft& draft, std::string_view text, std::size_t limit);
    /// The product whose barcode or SKU that is, whole; nothing where none or several are.
    Result<std::optional<RecordId>> scanned(std::string_view text);
    /// Of the account's last orders, the newest first.
    Result<std::vector<ProductChoice>> bought_before(const DocumentDraft& draft, std::size_t limit);

private:
    Result<LinePreview> look_at(const DocumentDraft& draft, const DraftLine& line, Preview& out);
    Status add_credit(const DocumentDraft& draft, Preview& out);
    Status add_approvals(const DocumentDraft& draft, Preview& out);
    Result<ProductChoice> choice(const DocumentDraft& draft, const Json& product);
    std::vector<Assignment> assignments(const DocumentDraft& draft, const Preview& preview) const;
    Status put_state(const DocumentDraft& draft, bool submit, bool approval, std::vector<Assignment>& fields);
    Status ask_for_approval(const DocumentDraft& draft, const Preview& preview, const RecordId& id);
    std::int64_t day_of(const DocumentDraft& draft) const;

    Client& client_;
    Records records_;
    Queries queries_;
    Pricing pricing_;
    std::int64_t today_ = 0;
};

/// `12.5`, without trailing zeros.
std::string decimal_text(const Decimal& value);
/// A quantity and some more, or fewer; as it was where it is no number or would not stay above zero.
std::string stepped(std::string_view qty, std::int64_t by);

}  // namespace tern

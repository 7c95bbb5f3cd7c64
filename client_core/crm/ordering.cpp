#include <tern/ordering.h>
#include <tern/search.h>

#include <algorithm>
#include <chrono>

#include <tern/approvals.h>
#include "client_core/crm/document_state.h"
#include "client_core/crm/json_parts.h"
#include "client_core/crm/moment.h"
#include "client_core/crm/number.h"
#include "client_core/crm/part.h"
#include "client_core/crm/text.h"
#include "client_core/formula/lines.h"
#include "protocol/base/suite.h"

namespace tern {
namespace {

using crm::decimal_in;
using crm::id_in;
using crm::money_in;
using crm::text_in;
using formula::compared;
using formula::line_part;
using formula::LinePart;

constexpr std::size_t kLastOrders = 5;
constexpr std::int64_t kQuoteDays = 30;

/// Members of a line that a DraftLine has a place for.
constexpr std::string_view kOwnMembers[] = {"order",
                                            "product_id",
                                            "name",
                                            "sku",
                                            "unit",
                                            "qty",
                                            "unit_price",
                                            "unit_price_currency",
                                            "discount_pct",
                                            "discount_amount",
                                            "discount_amount_currency",
                                            "tax_pct",
                                            "amount",
                                            "amount_currency",
                                            "tax_amount",
                                            "tax_amount_currency",
                                            "delivered_qty"};

bool has_computed(const schema::Entity& entity, std::string_view name) {
    return std::any_of(entity.computed.begin(), entity.computed.end(),
                       [&](const schema::Computed& one) { return one.name == name; });
}

bool is_field(const schema::Entity& entity, std::string_view name) {
    return crm::target_named(entity, name).has_value();
}

/// Told apart on devices that do not know of each other: the day, and four letters that nobody confuses.
std::string fresh_number(const std::string& entity, std::int64_t day) {
    constexpr std::string_view kLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    auto date = crm::date_text(day).substr(2);
    std::erase(date, '-');
    std::string out = (entity == "quote" ? "Q-" : entity == "order" ? "O-" : "D-") + date + "-";
    for (const auto byte : suite::random_array<4>()) out += kLetters[byte % kLetters.size()];
    return out;
}

/// Nothing typed is nothing; nothing at all for what is no number.
std::optional<Decimal> typed(std::string_view text) {
    return crm::trimmed(text).empty() ? Decimal{} : crm::decimal_from(text);
}

Failure bad_number(const std::string& what, const std::string& remedy) {
    return fail(Fault::bad_argument, what, remedy);
}

bool add(std::int64_t& to, std::int64_t more) { return !__builtin_add_overflow(to, more, &to); }

const std::string* value_of(const std::vector<Assignment>& fields, std::string_view name) {
    for (const auto& [field, text] : fields)
        if (field == name) return &text;
    return nullptr;
}

void put(std::vector<Assignment>& fields, const std::string& name, std::string text) {
    for (auto& [field, old] : fields)
        if (field == name) return void(old = std::move(text));
    fields.emplace_back(name, std::move(text));
}

std::optional<std::int64_t> day_from(const std::string* text) {
    int year = 0;
    unsigned month = 0, day = 0;
    if (text == nullptr || std::sscanf(text->c_str(), "%d-%u-%u", &year, &month, &day) != 3) return std::nullopt;
    using namespace std::chrono;
    const year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!date.ok()) return std::nullopt;
    return sys_days{date}.time_since_epoch().count();
}

/// Of another document or of an account: what has the same name in both.
void carry(const Json& from, const schema::Entity& to, std::initializer_list<std::string_view> prefixes,
           DocumentDraft& out) {
    for (const auto& [name, value] : from.members()) {
        const bool wanted = std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) {
            return name == prefix || name.starts_with(std::string(prefix) + "_");
        });
        if (!wanted || value.is_array() || value.is_object() || value.is_null() || !is_field(to, name)) continue;
        put(out.fields, name, value.plain());
    }
}

DraftLine line_of(const Json& at) {
    DraftLine line;
    line.product = id_in(at, "product_id");
    line.name = text_in(at, "name");
    line.sku = text_in(at, "sku");
    line.unit = text_in(at, "unit");
    line.qty = text_in(at, "qty");
    line.price = text_in(at, "unit_price");
    line.discount_pct = text_in(at, "discount_pct");
    if (typed(line.discount_pct) == Decimal{}) line.discount_pct.clear();
    line.discount_amount = text_in(at, "discount_amount");
    line.tax_pct = text_in(at, "tax_pct");
    for (const auto& [name, value] : at.members())
        if (std::find(std::begin(kOwnMembers), std::end(kOwnMembers), name) == std::end(kOwnMembers) &&
            name.find('.') == std::string::npos && !value.is_null())
            line.rest.emplace_back(name, value.plain());
    return line;
}

}  // namespace

std::string decimal_text(const Decimal& value) { return crm::decimal_text(value); }

std::string stepped(std::string_view qty, std::int64_t by) {
    const auto now = crm::decimal_from(qty);
    const auto out = now ? formula::difference(*now, Decimal::normal(-by, 0)) : std::nullopt;
    return out && compared(*out, {}) > 0 ? decimal_text(*out) : std::string(qty);
}

Ordering::Ordering(Client& client, Viewer viewer)
    : client_(client), records_(client), queries_(client, viewer), pricing_(client, viewer) {
    records_.set_zone(viewer.zone);
    if (const auto today = queries_.today()) today_ = *today;
}

std::int64_t Ordering::day_of(const DocumentDraft& draft) const {
    return day_from(value_of(draft.fields, "order_date")).value_or(today_);
}

Result<DocumentDraft> Ordering::blank(std::string_view entity_name, const std::optional<RecordId>& account) {
    TERN_TRY(entity, crm::entity_named(client_.schema(), entity_name));
    if (entity->field("lines") == nullptr || !has_computed(*entity, "grand_total"))
        return fail(Fault::bad_argument, "a " + entity->label.en + " has no lines with prices",
                    "choose a quote or order");
    DocumentDraft out;
    out.entity = entity->name;
    out.account = account;
    if (entity->name == "order") put(out.fields, "order_date", crm::date_text(today_));
    if (entity->name == "quote") put(out.fields, "valid_until", crm::date_text(today_ + kQuoteDays));
    std::string currency;
    if (account) {
        TERN_TRY(record, crm::one_record(queries_, "account", *account));
        if (record.is_null()) return fail(Fault::not_found, "that customer is not here", "sync first");
        currency = text_in(record, "currency");
        carry(record, *entity, {"billing_addr", "shipping_addr", "payment_terms"}, out);
        if (entity->name == "quote") put(out.fields, "name", text_in(record, "name"));
    }
    TERN_TRY(book, pricing_.book_for(account, {}, currency, today_));
    out.book = book;
    out.currency = currency;
    if (book && currency.empty()) {
        TERN_TRY(told, pricing_.currency_of(*book));
        out.currency = told;
    }
    return out;
}

Result<DocumentDraft> Ordering::open(const RecordId& id) {
    TERN_TRY(record, records_.get(id));
    const Json* kind = record.find("_entity") != nullptr ? record.find("_entity") : record.find("entity");
    DocumentDraft out;
    out.entity = kind == nullptr ? std::string{} : kind->plain();
    out.id = id;
    out.account = id_in(record, "account_id");
    out.book = id_in(record, "price_book_id");
    out.shipping = text_in(record, "shipping");
    out.adjustment = text_in(record, "adjustment");
    for (const char* name : {"name", "order_date", "valid_until", "delivery_date", "po_number", "payment_terms"})
        if (const auto text = text_in(record, name); !text.empty()) out.fields.emplace_back(name, text);
    if (const Json* lines = record.find("lines"))
        for (const auto& [none, line] : lines->members()) {
            out.lines.push_back(line_of(line));
            if (out.currency.empty()) out.currency = text_in(line, "unit_price_currency");
        }
    if (out.currency.empty() && out.book) {
        TERN_TRY(told, pricing_.currency_of(*out.book));
        out.currency = told;
    }
    // What costs what the price book says follows it; what was agreed stays.
    for (DraftLine& line : out.lines) {
        const auto qty = typed(line.qty);
        if (!line.product || !qty) continue;
        const auto now = pricing_.price({*line.product, out.account, out.book, out.currency, *qty, day_of(out)});
        const auto kept = read_amount(line.price, out.currency);
        if (now && kept && now->unit == *kept) line.price.clear();
    }
    return out;
}

Result<DocumentDraft> Ordering::copy(const RecordId& id, std::string_view entity_name) {
    TERN_TRY(from, open(id));
    TERN_TRY(record, records_.get(id));
    TERN_TRY(out, blank(entity_name, from.account));
    TERN_TRY(entity, crm::entity_named(client_.schema(), entity_name));
    carry(record, *entity, {"contact_id", "opportunity_id", "billing_addr", "shipping_addr", "payment_terms"}, out);
    if (from.entity == "quote" && out.entity == "order") put(out.fields, "quote_id", uuid_text(id));
    if (from.entity == "quote" && out.entity == "quote") carry(record, *entity, {"name"}, out);
    out.book = from.book;
    out.currency = from.currency;
    out.shipping = from.shipping;
    out.adjustment = from.adjustment;
    out.lines = from.lines;
    return out;
}

Result<DraftLine> Ordering::line_for(const RecordId& product, std::string_view qty) {
    TERN_TRY(record, crm::one_record(queries_, "product", product));
    if (record.is_null()) return fail(Fault::not_found, "that product is not here", "sync first, or choose another");
    DraftLine line;
    line.product = product;
    line.name = text_in(record, "name");
    line.sku = text_in(record, "sku");
    line.unit = text_in(record, "unit");
    line.qty = std::string(qty);
    return line;
}

Result<LinePreview> Ordering::look_at(const DocumentDraft& draft, const DraftLine& line, Preview& out) {
    LinePreview look;
    const auto qty = typed(line.qty);
    if (!qty || compared(*qty, {}) <= 0) {
        look.problem = bad_number("that is no quantity", "write a number above 0");
        return look;
    }
    if (line.product) {
        const auto price =
            pricing_.price({*line.product, draft.account, out.book, draft.currency, *qty, day_of(draft)});
        if (price)
            look.price = *price;
        else if (line.price.empty())
            look.problem = price.error();
    }
    look.price_typed = !crm::trimmed(line.price).empty();
    if (look.price_typed) {
        const auto unit = read_amount(line.price, draft.currency);
        if (!unit) return look.problem = unit.error(), look;
        look.unit = *unit;
    } else if (look.price) {
        look.unit = look.price->unit;
    } else {
        if (!look.problem) look.problem = bad_number("that line has no price", "type one");
        return look;
    }
    const auto off = typed(line.discount_pct);
    if (!off || compared(*off, {}) < 0 || compared(*off, {100, 0}) > 0)
        return look.problem = bad_number("a discount is between 0 and 100 %", "write a number like 12.5"), look;
    std::int64_t amount_off = 0;
    if (!line.discount_amount.empty()) {
        const auto amount = read_amount(line.discount_amount, draft.currency);
        if (!amount) return look.problem = amount.error(), look;
        amount_off = amount->minor;
    }
    const bool tax_typed = !crm::trimmed(line.tax_pct).empty();
    const auto tax_pct = tax_typed ? typed(line.tax_pct) : look.price ? std::optional{look.price->tax_pct} : Decimal{};
    if (!tax_pct) return look.problem = bad_number("that is no tax rate", "write a number like 19"), look;
    look.tax_pct = *tax_pct;
    const formula::LineTerms terms{*qty,     look.unit.minor, *off, Decimal::normal(amount_off, 0),
                                   *tax_pct, out.holds_tax};
    const auto gross = line_part(LinePart::gross, terms), discount = line_part(LinePart::discount, terms),
               net = line_part(LinePart::net, terms), tax = line_part(LinePart::tax, terms);
    if (!gross || !discount || !net || !tax || !add(out.subtotal.minor, *gross) ||
        !add(out.discount.minor, *discount) || !add(out.tax.minor, *tax))
        return look.problem = bad_number("that amount is too large", "write a smaller quantity or price"), look;
    look.net = {*net, draft.currency};
    look.tax = {*tax, draft.currency};
    for (Amount* sum : {&out.subtotal, &out.discount, &out.tax}) sum->currency = draft.currency;
    return look;
}

Result<Preview> Ordering::preview(const DocumentDraft& draft) {
    return caught([&]() -> Result<Preview> {
        TERN_TRY(entity, crm::entity_named(client_.schema(), draft.entity));
        Preview out;
        if (draft.lines.size() > ordering_limits::kLines)
            return fail(Fault::too_big, "a document has at most " + std::to_string(ordering_limits::kLines) + " lines",
                        "make two of it");
        out.book = draft.book;
        if (!out.book && is_field(*entity, "price_book_id")) {
            TERN_TRY(book, pricing_.book_for(draft.account, {}, draft.currency, day_of(draft)));
            out.book = book;
        }
        if (has_computed(*entity, "prices_hold_tax")) {
            TERN_TRY(holds, pricing_.holds_tax(out.book));
            out.holds_tax = holds;
        }
        for (const DraftLine& line : draft.lines) {
            TERN_TRY(look, look_at(draft, line, out));
            if (look.problem && !out.problem) out.problem = look.problem;
            out.lines.push_back(std::move(look));
        }
        if (out.subtotal.empty()) {
            if (!out.problem) out.problem = bad_number("there is no line yet", "add a product");
        } else {
            std::int64_t total = out.subtotal.minor;
            bool fits = !__builtin_sub_overflow(total, out.discount.minor, &total);
            if (!out.holds_tax) fits = fits && add(total, out.tax.minor);
            if (is_field(*entity, "shipping"))
                for (const auto* more : {&draft.shipping, &draft.adjustment}) {
                    if (more->empty()) continue;
                    const auto amount = read_amount(*more, draft.currency);
                    if (!amount && !out.problem) out.problem = amount.error();
                    if (amount) fits = fits && add(total, amount->minor);
                }
            if (fits) out.total = {total, draft.currency};
        }
        if (!draft.account && !out.problem) out.problem = bad_number("this is for no customer yet", "choose one");
        TERN_CHECK(add_credit(draft, out));
        TERN_CHECK(add_approvals(draft, out));
        return out;
    });
}

Status Ordering::add_credit(const DocumentDraft& draft, Preview& out) {
    if (!draft.account || out.total.empty() || draft.entity == "invoice") return ok();
    Query query;
    query.entity = "account_credit";
    query.filter = Filter::compare("account_id", Comparison::is, {FilterValue::of(uuid_text(*draft.account))});
    query.sort = {{"reviewed_on", true}};
    query.page_size = 1;
    TERN_CHECK(crm::each(queries_, query, [&](const Json& at) {
        const auto limit = money_in(at, "credit_limit");
        if (limit.empty() || limit.currency != out.total.currency) return;
        Credit credit{limit, money_in(at, "credit_used"), limit};
        if (credit.used.empty()) credit.used = {0, limit.currency};
        if (__builtin_sub_overflow(limit.minor, credit.used.minor, &credit.left.minor) ||
            __builtin_sub_overflow(credit.left.minor, out.total.minor, &credit.left.minor))
            return;
        out.credit = credit;
    }));
    return ok();
}

Status Ordering::add_approvals(const DocumentDraft& draft, Preview& out) {
    const auto is_over = [&](std::size_t line, const Decimal& limit) {
        return compared(typed(draft.lines[line].discount_pct).value_or(Decimal{}), limit) > 0;
    };
    for (std::size_t i = 0; i < out.lines.size(); ++i) {
        const auto& price = out.lines[i].price;
        if (price && price->max_discount && is_over(i, *price->max_discount)) {
            out.approvals.push_back({ApprovalNeed::Why::price_limit, {}, decimal_text(*price->max_discount), i});
            break;
        }
    }
    Query query;
    query.entity = "approval_process";
    query.filter = Filter::compare("entity", Comparison::is, {FilterValue::of(draft.entity)});
    TERN_CHECK(crm::each(queries_, query, [&](const Json& at) {
        const auto id = id_in(at, "id");
        if (!id || text_in(at, "active") == "false") return;
        const auto trigger = text_in(at, "trigger"), limit = text_in(at, "criteria");
        if (trigger == "discount_over") {
            const auto most = crm::decimal_from(limit);
            for (std::size_t i = 0; most && i < out.lines.size(); ++i)
                if (is_over(i, *most))
                    return void(out.approvals.push_back({ApprovalNeed::Why::discount, id, decimal_text(*most), i}));
        } else if (trigger == "amount_over" && !out.total.empty()) {
            const auto most = read_amount(limit, out.total.currency);
            if (most && out.total.minor > most->minor)
                out.approvals.push_back({ApprovalNeed::Why::amount, id, most->full(), 0});
        }
    }));
    return ok();
}

std::vector<Assignment> Ordering::assignments(const DocumentDraft& draft, const Preview& preview) const {
    std::vector<Assignment> out = draft.fields;
    const auto& entity = *client_.schema().entity(draft.entity);
    if (draft.account) put(out, "account_id", uuid_text(*draft.account));
    if (is_field(entity, "price_book_id")) put(out, "price_book_id", preview.book ? uuid_text(*preview.book) : "");
    if (is_field(entity, "shipping"))
        for (const auto& [name, text] : {std::pair{"shipping", draft.shipping}, {"adjustment", draft.adjustment}})
            put(out, name, text.empty() ? std::string{} : text + " " + draft.currency);
    Json lines = Json::array();
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
        const DraftLine& line = draft.lines[i];
        const LinePreview& look = preview.lines[i];
        Json at = Json::object();
        const auto member = [&](std::string_view name, const std::string& text) {
            if (!text.empty()) at.add(name, Json::text(text));
        };
        at.add("order", Json{static_cast<std::int64_t>(i + 1)});
        if (line.product) member("product_id", uuid_text(*line.product));
        member("name", line.name);
        member("sku", line.sku);
        member("unit", line.unit);
        member("qty", decimal_text(*typed(line.qty)));
        member("unit_price", look.unit.text());
        member("unit_price_currency", look.unit.currency);
        if (!line.discount_pct.empty()) member("discount_pct", decimal_text(*typed(line.discount_pct)));
        if (!line.discount_amount.empty()) {
            member("discount_amount", line.discount_amount);
            member("discount_amount_currency", draft.currency);
        }
        member("tax_pct", decimal_text(look.tax_pct));
        const bool list_known = value_of(line.rest, "list_price") != nullptr;
        if (!list_known && look.price && look.price->list) {
            member("list_price", look.price->list->text());
            member("list_price_currency", look.price->list->currency);
        }
        for (const auto& [name, text] : line.rest) member(name, text);
        lines.add(std::move(at));
    }
    put(out, "lines", lines.size() == 0 ? std::string{} : lines.dump());
    return out;
}

/// How it stands once it is written.
Status Ordering::put_state(const DocumentDraft& draft, bool submit, bool approval, std::vector<Assignment>& fields) {
    const auto& entity = *client_.schema().entity(draft.entity);
    const auto state = crm::state_field(draft.entity), agreed = crm::state_agreed(draft.entity);
    if (submit) {
        put(fields, state, approval ? "in_approval" : agreed);
        // What was asked for once says nothing about what needs nobody's approval now.
        if (draft.id && !approval && is_field(entity, "approval_id")) put(fields, "approval_id", "");
    } else if (!draft.id) {
        if (is_field(entity, state)) put(fields, state, "draft");
    } else if (approval) {
        TERN_TRY(now, records_.get(*draft.id));
        if (text_in(now, state) == agreed) put(fields, state, "draft");
    }
    return ok();
}

Result<RecordId> Ordering::save(const DocumentDraft& draft, bool submit) {
    return caught([&]() -> Result<RecordId> {
        TERN_TRY(look, preview(draft));
        if (look.problem) return *look.problem;
        auto fields = assignments(draft, look);
        const bool approval = !look.approvals.empty();
        TERN_CHECK(put_state(draft, submit, approval, fields));
        auto id = draft.id;
        if (id) {
            TERN_CHECK(records_.set(*id, fields));
        } else {
            const std::string number = draft.entity + "_no";
            if (is_field(*client_.schema().entity(draft.entity), number) && value_of(fields, number) == nullptr)
                put(fields, number, fresh_number(draft.entity, today_));
            if (draft.entity == "quote" && value_of(fields, "name") == nullptr)
                put(fields, "name", records_.title(*draft.account));
            TERN_TRY(made, records_.create(draft.entity, fields));
            id = made;
        }
        if (submit && approval) TERN_CHECK(ask_for_approval(draft, look, *id));
        return *id;
    });
}

Status Ordering::ask_for_approval(const DocumentDraft& draft, const Preview& look, const RecordId& id) {
    std::vector<Assignment> fields{{"record", draft.entity + ":" + uuid_text(id)},
                                   {"submitter_id", uuid_text(RecordId{client_.user().bytes})},
                                   {"state", "pending"}};
    for (const auto& need : look.approvals)
        if (need.process) {
            fields.emplace_back("process_id", uuid_text(*need.process));
            break;
        }
    Json seen = Json::object();
    TERN_TRY(document, records_.get(id));
    seen.add("version", Json{document_version(document)});
    seen.add("total", Json::text(look.total.full()));
    seen.add("lines", Json::count(draft.lines.size()));
    fields.emplace_back("snapshot", seen.dump());
    const auto head = client_.store().find(id);
    TERN_TRY(request, records_.create("approval_request", fields,
                                      head.empty() ? std::nullopt : std::optional{head.front().space}));
    return records_.set(id, {{"approval_id", uuid_text(request)}});
}

Result<ProductChoice> Ordering::choice(const DocumentDraft& draft, const Json& product) {
    ProductChoice out;
    if (const auto id = id_in(product, "id")) out.id = *id;
    out.name = text_in(product, "name");
    out.sku = text_in(product, "sku");
    out.unit = text_in(product, "unit");
    out.stock = text_in(product, "stock_qty");
    const auto price = pricing_.price({out.id, draft.account, draft.book, draft.currency, {1, 0}, day_of(draft)});
    if (price) out.price = *price;
    return out;
}

Result<std::vector<ProductChoice>> Ordering::find(const DocumentDraft& draft, std::string_view text,
                                                  std::size_t limit) {
    std::vector<ProductChoice> out;
    if (crm::trimmed(text).empty()) return out;
    TERN_TRY(hits, search_records(client_, {std::string(text), "product", limit}));
    for (const SearchHit& hit : hits) {
        TERN_TRY(product, crm::one_record(queries_, "product", hit.id));
        if (product.is_null() || text_in(product, "active") == "false") continue;
        TERN_TRY(one, choice(draft, product));
        out.push_back(std::move(one));
    }
    return out;
}

Result<std::optional<RecordId>> Ordering::scanned(std::string_view text) {
    std::vector<RecordId> found;
    const auto whole = std::string(crm::trimmed(text));
    if (whole.empty()) return std::optional<RecordId>{};
    for (const char* field : {"barcode", "sku"}) {
        Query query;
        query.entity = "product";
        query.filter = Filter::compare(field, Comparison::is, {FilterValue::of(whole)});
        query.page_size = 2;
        TERN_TRY(answer, queries_.ids(query));
        if (answer.ids.size() == 1) return std::optional{answer.ids.front()};
        if (!answer.ids.empty()) break;
    }
    return std::optional<RecordId>{};
}

Result<std::vector<ProductChoice>> Ordering::bought_before(const DocumentDraft& draft, std::size_t limit) {
    std::vector<ProductChoice> out;
    if (!draft.account) return out;
    Query query;
    query.entity = "order";
    query.filter = Filter::compare("account_id", Comparison::is, {FilterValue::of(uuid_text(*draft.account))});
    query.sort = {{"order_date", true}};
    query.page_size = kLastOrders;
    std::vector<std::pair<RecordId, std::string>> bought;
    TERN_CHECK(crm::each(queries_, query, [&](const Json& order) {
        const Json* lines = order.find("lines");
        if (lines == nullptr || text_in(order, "status") == "cancelled") return;
        for (const auto& [none, line] : lines->members())
            if (const auto id = id_in(line, "product_id");
                id && std::none_of(bought.begin(), bought.end(), [&](const auto& one) { return one.first == *id; }))
                bought.emplace_back(*id, text_in(line, "qty"));
    }));
    for (const auto& [id, qty] : bought) {
        if (out.size() >= limit) break;
        TERN_TRY(product, crm::one_record(queries_, "product", id));
        if (product.is_null() || text_in(product, "active") == "false") continue;
        TERN_TRY(one, choice(draft, product));
        one.last_qty = qty;
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace tern

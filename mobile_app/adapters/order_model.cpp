#include "mobile_app/adapters/order_model.h"

#include <QCoreApplication>

#include "mobile_app/adapters/display.h"
#include "mobile_app/adapters/refusals.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

constexpr std::size_t kFound = 8;  ///< more would hide the lines
constexpr std::size_t kAgain = 12;

std::optional<RecordId> id_from(const QString& text) {
    const auto id = record_id_from(text.toStdString());
    return id ? std::optional{*id} : std::nullopt;
}

/// `use(Ordering&)` as the core's thread takes it.
template <class Use>
auto on_ordering(Use use) {
    return [use = std::move(use), reader = Backend::instance()->reader()](Client& client) {
        using Answer = decltype(use(std::declval<Ordering&>()));
        auto viewer = Backend::viewer(client, reader);
        if (!viewer) return Answer{viewer.error()};
        Ordering ordering{client, *viewer};
        return use(ordering);
    };
}

template <class Use, class Done>
void ask_ordering(QObject* owner, Use use, Done done) {
    Backend::instance()->ask(owner, on_ordering(std::move(use)), std::move(done));
}

}  // namespace

OrderModel::OrderModel(QObject* parent) : QAbstractListModel(parent) {
    connect(Backend::instance(), &Backend::languageChanged, this, &OrderModel::look);
}

void OrderModel::componentComplete() {
    complete_ = true;
    load();
}

QString OrderModel::account() const { return draft_.account ? text(uuid_text(*draft_.account)) : account_; }

void OrderModel::load() {
    const auto id = id_from(record_), from = id_from(copy_of_), account = id_from(account_);
    ask_ordering(
        this,
        [id, from, account, entity = entity_.toStdString()](Ordering& ordering) {
            return id ? ordering.open(*id) : from ? ordering.copy(*from, entity) : ordering.blank(entity, account);
        },
        [this](Result<DocumentDraft> draft) {
            if (!draft) return Backend::instance()->say(draft.error());
            take_draft(std::move(*draft));
        });
}

void OrderModel::take_draft(DocumentDraft draft) {
    beginResetModel();
    draft_ = std::move(draft);
    preview_ = {};
    preview_.lines.resize(draft_.lines.size());
    endResetModel();
    entity_ = text(draft_.entity);
    loaded_ = true;
    name_them();
    look();
    ask_ordering(
        this, [draft = draft_](Ordering& ordering) { return ordering.bought_before(draft, kAgain); },
        [this](Result<std::vector<ProductChoice>> products) {
            again_ = products ? choices(*products) : QVariantList{};
            Q_EMIT foundChanged();
        });
    Q_EMIT loadedChanged();
}

void OrderModel::name_them() {
    Backend::instance()->ask(
        this,
        [account = draft_.account, book = draft_.book](Client& client) {
            Records records{client};
            return Names{account ? text(records.title(*account)) : QString{},
                         book ? text(records.title(*book)) : QString{}};
        },
        [this](const Names& names) {
            account_name_ = names.account;
            book_name_ = names.book;
            Q_EMIT loadedChanged();
        });
}

/// Another customer: what it says counts, the lines stay.
void OrderModel::setAccount(const QString& id) {
    account_ = id;
    if (!complete_ || !id_from(id) || draft_.account == id_from(id)) return;
    dirty_ = true;
    ask_ordering(
        this,
        [id = id_from(id), entity = entity_.toStdString()](Ordering& ordering) { return ordering.blank(entity, id); },
        [this](Result<DocumentDraft> draft) {
            if (!draft) return Backend::instance()->say(draft.error());
            draft->id = draft_.id;
            draft->lines = draft_.lines;
            take_draft(std::move(*draft));
        });
}

void OrderModel::setBook(const QString& id) {
    const auto book = id_from(id);
    if (book == draft_.book) return;
    draft_.book = book;
    dirty_ = true;
    Backend::instance()->ask(
        this,
        [book, reader = Backend::instance()->reader()](Client& client) -> Result<std::string> {
            TERN_TRY(viewer, Backend::viewer(client, reader));
            return book ? Pricing(client, std::move(viewer)).currency_of(*book) : Result<std::string>{std::string{}};
        },
        [this](Result<std::string> currency) {
            if (currency && !currency->empty()) draft_.currency = *currency;
            name_them();
            look();
        });
}

// --- products --------------------------------------------------------------------------------------------------------

QVariantList OrderModel::choices(const std::vector<ProductChoice>& products) {
    QVariantList out;
    for (const auto& one : products) {
        QStringList note{text(one.sku)};
        if (!one.stock.empty())
            note.push_back(QCoreApplication::translate("OrderModel", "stock %1").arg(text(one.stock)));
        note.removeAll(QString{});
        out.push_back(QVariantMap{
            {"id", text(uuid_text(one.id))},
            {"name", text(one.name)},
            {"note", note.join(QStringLiteral(" · "))},
            {"price", one.price ? shown(one.price->unit, true) : QCoreApplication::translate("OrderModel", "no price")},
            {"lastQty", text(one.last_qty)}});
    }
    return out;
}

void OrderModel::search(const QString& words) {
    const auto searched = ++searched_;
    ask_ordering(
        this,
        [draft = draft_, words = words.toStdString()](Ordering& ordering) {
            return ordering.find(draft, words, kFound);
        },
        [this, searched](Result<std::vector<ProductChoice>> products) {
            if (searched != searched_) return;
            found_ = products ? choices(*products) : QVariantList{};
            Q_EMIT foundChanged();
        });
}

void OrderModel::take(const QString& words) {
    if (words.trimmed().isEmpty()) return;
    ask_ordering(
        this,
        [draft = draft_, words = words.toStdString()](Ordering& ordering) -> Result<std::optional<RecordId>> {
            TERN_TRY(scanned, ordering.scanned(words));
            if (scanned) return scanned;
            TERN_TRY(found, ordering.find(draft, words, 1));
            return found.empty() ? std::optional<RecordId>{} : std::optional{found.front().id};
        },
        [this, words](Result<std::optional<RecordId>> product) {
            if (!product) return Backend::instance()->say(product.error());
            if (!*product) return Q_EMIT noSuchProduct(words);
            add(text(uuid_text(**product)));
        });
}

void OrderModel::add(const QString& product, const QString& qty) {
    const auto id = id_from(product);
    if (!id) return;
    const auto is_it = [&](const DraftLine& one) { return one.product == id; };
    const auto at = std::find_if(draft_.lines.begin(), draft_.lines.end(), is_it);
    if (at != draft_.lines.end()) {
        const int row = static_cast<int>(at - draft_.lines.begin());
        step(row, 1);
        return Q_EMIT added(row);
    }
    ask_ordering(
        this, [id = *id, qty = qty.toStdString()](Ordering& ordering) { return ordering.line_for(id, qty); },
        [this](Result<DraftLine> line) {
            if (!line) return Backend::instance()->say(line.error());
            put_line(std::move(*line));
        });
}

void OrderModel::put_line(DraftLine line) {
    // A second scan of the same may have come first.
    for (std::size_t i = 0; i < draft_.lines.size(); ++i)
        if (line.product && draft_.lines[i].product == line.product) {
            step(static_cast<int>(i), 1);
            return Q_EMIT added(static_cast<int>(i));
        }
    beginInsertRows({}, count(), count());
    draft_.lines.push_back(std::move(line));
    preview_.lines.emplace_back();
    endInsertRows();
    dirty_ = true;
    look();
    Q_EMIT added(count() - 1);
}

// --- lines -----------------------------------------------------------------------------------------------------------

DraftLine* OrderModel::line(int row) {
    return row < 0 || row >= count() ? nullptr : &draft_.lines[static_cast<std::size_t>(row)];
}

void OrderModel::changed(int row) {
    dirty_ = true;
    Q_EMIT dataChanged(index(row), index(row));
    look();
}

void OrderModel::step(int row, int by) {
    auto* at = line(row);
    if (at != nullptr) setQty(row, text(stepped(at->qty, by)));
}

void OrderModel::setQty(int row, const QString& value) {
    auto* at = line(row);
    if (at == nullptr || at->qty == value.toStdString()) return;
    at->qty = value.toStdString();
    changed(row);
}

void OrderModel::setDiscount(int row, const QString& value) {
    auto* at = line(row);
    if (at == nullptr || at->discount_pct == value.toStdString()) return;
    at->discount_pct = value.toStdString();
    changed(row);
}

void OrderModel::setPrice(int row, const QString& value) {
    auto* at = line(row);
    if (at == nullptr || at->price == value.toStdString()) return;
    at->price = value.toStdString();
    changed(row);
}

void OrderModel::discountAll(const QString& value) {
    for (auto& at : draft_.lines) at.discount_pct = value.toStdString();
    if (count() == 0) return;
    dirty_ = true;
    Q_EMIT dataChanged(index(0), index(count() - 1));
    look();
}

void OrderModel::removeLine(int row) {
    if (line(row) == nullptr) return;
    removed_ = {row, *line(row)};
    beginRemoveRows({}, row, row);
    draft_.lines.erase(draft_.lines.begin() + row);
    preview_.lines.erase(preview_.lines.begin() + row);
    endRemoveRows();
    dirty_ = true;
    look();
}

void OrderModel::restoreLine() {
    if (!removed_) return;
    const int row = std::min(removed_->first, count());
    beginInsertRows({}, row, row);
    draft_.lines.insert(draft_.lines.begin() + row, removed_->second);
    preview_.lines.insert(preview_.lines.begin() + row, LinePreview{});
    endInsertRows();
    removed_.reset();
    look();
}

QString OrderModel::field(const QString& name) const {
    for (const auto& [field, value] : draft_.fields)
        if (field == name.toStdString()) return text(value);
    return {};
}

void OrderModel::setField(const QString& name, const QString& value) {
    if (field(name) == value) return;
    dirty_ = true;
    for (auto& [field, old] : draft_.fields)
        if (field == name.toStdString()) {
            old = value.toStdString();
            return look();
        }
    draft_.fields.emplace_back(name.toStdString(), value.toStdString());
    look();
}

// --- what it comes to ------------------------------------------------------------------------------------------------

void OrderModel::look() {
    if (!loaded_) return;
    const auto asked = ++asked_;
    Q_EMIT totalsChanged();
    ask_ordering(
        this, [draft = draft_](Ordering& ordering) { return ordering.preview(draft); },
        [this, asked](Result<Preview> preview) {
            if (asked != asked_) return;
            if (!preview) return Backend::instance()->say(preview.error());
            seen_ = asked;
            shown_again(std::move(*preview));
        });
}

void OrderModel::shown_again(Preview preview) {
    preview_ = std::move(preview);
    if (preview_.book != draft_.book) {
        draft_.book = preview_.book;
        name_them();
    }
    Amount net = preview_.subtotal;
    if (!net.empty() && __builtin_sub_overflow(net.minor, preview_.discount.minor, &net.minor)) net = {};
    net_ = shown(net, false);
    make_warnings();
    if (count() > 0) Q_EMIT dataChanged(index(0), index(count() - 1));
    Q_EMIT totalsChanged();
}

void OrderModel::make_warnings() {
    warnings_.clear();
    if (preview_.credit && preview_.credit->left.minor < 0) {
        Amount over = preview_.credit->left;
        over.minor = -over.minor;
        warnings_.push_back(QVariantMap{
            {"kind", "credit"},
            {"tone", "bad"},
            {"text",
             QCoreApplication::translate("OrderModel", "%1 above the credit limit of %2 (%3 open)")
                 .arg(shown(over, false), shown(preview_.credit->limit, false), shown(preview_.credit->used, false))}});
    }
    for (const auto& need : preview_.approvals) {
        const auto limit = text(need.limit);
        const auto said =
            need.why == ApprovalNeed::Why::amount
                ? QCoreApplication::translate("OrderModel", "Needs approval: above %1").arg(limit)
                : QCoreApplication::translate("OrderModel", "Needs approval: discount above %1%").arg(limit);
        warnings_.push_back(QVariantMap{{"kind", "approval"}, {"tone", "warn"}, {"text", said}});
    }
}

QString OrderModel::problem() const { return preview_.problem ? refusal_text(*preview_.problem) : QString{}; }

QString OrderModel::shown(const Amount& amount, bool nothing_is_empty) {
    if (amount.empty()) return {};
    if (nothing_is_empty && amount.minor == 0) return {};
    return Display::money(amount.text(), amount.currency, Backend::instance()->reader().locale);
}

QString OrderModel::reason(const LinePreview& look) const {
    if (!look.price) return look.price_typed ? QCoreApplication::translate("OrderModel", "typed") : QString{};
    const auto& price = *look.price;
    auto said =
        price.from == PriceFrom::list ? QCoreApplication::translate("OrderModel", "list price") : text(price.name);
    if (price.break_from != Decimal{})
        said = QCoreApplication::translate("OrderModel", "%1, from %2").arg(said, text(decimal_text(price.break_from)));
    if (look.price_typed)
        said = QCoreApplication::translate("OrderModel", "typed; %1: %2").arg(said, shown(price.unit, false));
    return said;
}

QString OrderModel::hint(const LinePreview& look) const {
    if (look.price_typed || !look.price || !look.price->next) return {};
    return QCoreApplication::translate("OrderModel", "%1 more: %2 each")
        .arg(text(decimal_text(look.price->next->more)), shown(look.price->next->unit, false));
}

QHash<int, QByteArray> OrderModel::roleNames() const {
    return {{NameRole, "name"},
            {SkuRole, "sku"},
            {UnitRole, "unit"},
            {QtyRole, "qty"},
            {DiscountRole, "discount"},
            {PriceRole, "price"},
            {TypedPriceRole, "typedPrice"},
            {AmountRole, "amount"},
            {ReasonRole, "reason"},
            {HintRole, "hint"},
            {ProblemRole, "problem"}};
}

QVariant OrderModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count()) return {};
    const auto row = static_cast<std::size_t>(index.row());
    const DraftLine& line = draft_.lines[row];
    static const LinePreview nothing;
    const LinePreview& look = row < preview_.lines.size() ? preview_.lines[row] : nothing;
    switch (role) {
        case NameRole:
            return text(line.name);
        case SkuRole:
            return text(line.sku);
        case UnitRole:
            return text(line.unit);
        case QtyRole:
            return text(line.qty);
        case DiscountRole:
            return text(line.discount_pct);
        case PriceRole:
            return shown(look.unit, false);
        case TypedPriceRole:
            return text(line.price);
        case AmountRole:
            return shown(look.net, false);
        case ReasonRole:
            return reason(look);
        case HintRole:
            return hint(look);
        case ProblemRole:
            return look.problem ? refusal_text(*look.problem) : QString{};
        default:
            return {};
    }
}

void OrderModel::save(bool submit) {
    if (saving_) return;
    saving_ = true;
    Q_EMIT savingChanged();
    const bool approval = submit && needsApproval();
    Backend::instance()->act(
        this, on_ordering([draft = draft_, submit](Ordering& ordering) { return ordering.save(draft, submit); }),
        [this, approval](Result<RecordId> id) {
            saving_ = false;
            Q_EMIT savingChanged();
            if (!id) return Backend::instance()->say(id.error());
            dirty_ = false;
            Q_EMIT totalsChanged();
            Backend::instance()->wrote();
            Q_EMIT saved(text(uuid_text(*id)), approval);
        });
}

}  // namespace tern::app

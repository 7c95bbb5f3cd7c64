#include "mobile_app/adapters/paper.h"

#include <tern/records.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include "mobile_app/adapters/display.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

QString part(const Json& record, const std::string& name) {
    const Json* value = record.find(name);
    return value == nullptr || value->is_null() ? QString{} : text(value->plain());
}

QString amount(const Json& record, const std::string& name, const QLocale& locale) {
    const auto number = part(record, name);
    return number.isEmpty()
               ? QString{}
               : Display::money(number.toStdString(), part(record, name + "_currency").toStdString(), locale);
}

/// Within the table every amount is in one currency, which the totals name.
QString plain_amount(const Json& record, const std::string& name, const QLocale& locale) {
    const auto number = part(record, name);
    return number.isEmpty() ? QString{} : Display::money(number.toStdString(), {}, locale);
}

QString percent(const Json& record, const std::string& name) {
    const auto number = part(record, name);
    return number.isEmpty() || number == QStringLiteral("0") ? QString{} : number + QLatin1Char('%');
}

void add_address(const Json& record, Paper& out) {
    for (const std::string of : {"billing_addr", "shipping_addr"}) {
        const auto street = part(record, of + "_street"), postcode = part(record, of + "_postcode"),
                   city = part(record, of + "_city"), region = part(record, of + "_region"),
                   country = part(record, of + "_country");
        QStringList place{postcode, city};
        place.removeAll(QString{});
        for (const auto& line : {street, place.join(QLatin1Char(' ')), region, country})
            if (!line.isEmpty()) out.address.push_back(line);
        if (!out.address.isEmpty()) return;
    }
}

void add_lines(const Json& record, const Reader& reader, Paper& out) {
    const Json* lines = record.find("lines");
    if (lines == nullptr) return;
    for (const auto& [none, at] : lines->members()) {
        Paper::Line line;
        line.name = part(at, "name");
        line.sku = part(at, "sku");
        line.qty = part(at, "qty");
        line.unit = part(at, "unit");
        line.price = plain_amount(at, "unit_price", reader.locale);
        line.discount = percent(at, "discount_pct");
        line.tax = percent(at, "tax_pct");
        line.amount = plain_amount(at, "amount", reader.locale);
        out.lines.push_back(std::move(line));
    }
}

void add_totals(const Json& record, const Reader& reader, Paper& out) {
    const bool holds_tax = part(record, "prices_hold_tax") == QStringLiteral("true");
    const auto add = [&](const QString& label, const std::string& name, bool even_zero) {
        const auto shown = amount(record, name, reader.locale);
        if (shown.isEmpty() || (!even_zero && part(record, name).toDouble() == 0)) return;
        out.totals.emplace_back(label, shown);
    };
    add(QCoreApplication::translate("PaperModel", "Subtotal"), "subtotal", true);
    add(QCoreApplication::translate("PaperModel", "Discounts"), "discount_total", false);
    if (!holds_tax) add(QCoreApplication::translate("PaperModel", "Tax"), "tax_total", true);
    add(QCoreApplication::translate("PaperModel", "Shipping"), "shipping", false);
    add(QCoreApplication::translate("PaperModel", "Adjustment"), "adjustment", false);
    if (holds_tax) add(QCoreApplication::translate("PaperModel", "Tax included"), "tax_total", true);
    add(QCoreApplication::translate("PaperModel", "Total"), "grand_total", true);
}

void add_facts(const Json& record, const EntityFace& face, Display& display, Paper& out) {
    for (const char* name : {"order_date", "valid_until", "issued_on", "due_date", "delivery_date", "po_number",
                             "contact_id", "payment_terms", "delivery_terms"}) {
        const auto* field = face.field(QLatin1String(name));
        const auto shown = field == nullptr ? QString{} : display.of(*field, record);
        if (!shown.isEmpty()) out.facts.emplace_back(field->label, shown);
    }
}

}  // namespace

QString Paper::text() const {
    QStringList out{from, title + QLatin1Char(' ') + number, customer};
    out += address;
    for (const auto& [label, value] : facts) out.push_back(label + QStringLiteral(": ") + value);
    for (const auto& line : lines)
        out.push_back(
            QStringList{line.sku, line.name, line.qty, line.unit, line.price, line.discount, line.amount}.join(
                QLatin1Char('\t')));
    for (const auto& [label, value] : totals) out.push_back(label + QLatin1Char('\t') + value);
    out.push_back(terms);
    return out.join(QLatin1Char('\n'));
}

Result<Paper> read_paper(Client& client, const Reader& reader, const RecordId& id) {
    Records records{client};
    records.set_zone(reader.zone.id().toStdString());
    TERN_TRY(record, records.get(id));
    Paper out;
    out.entity = part(record, record.find("_entity") != nullptr ? "_entity" : "entity");
    const auto* face = reader.faces->entity(out.entity);
    if (face == nullptr || face->field(QStringLiteral("grand_total")) == nullptr)
        return fail(Fault::bad_argument, "that record has no lines", "choose a quote, order or invoice");
    Display display{records, reader.locale, reader.zone};
    TERN_TRY(status, client.status(false));
    out.from = text(status.org_name);
    out.title = face->label;
    for (const auto& name : {out.entity.toStdString() + "_no", std::string("request_no")})
        if (out.number.isEmpty()) out.number = part(record, name);
    const std::string state = out.entity == QStringLiteral("quote") ? "stage" : "status";
    out.state = part(record, state);
    if (const auto* field = face->field(text(state))) out.state_label = display.of(*field, record);
    out.customer = display.named(part(record, "account_id").toStdString());
    add_address(record, out);
    if (const auto account = record_id_from(part(record, "account_id").toStdString()); out.address.isEmpty() && account)
        if (const auto found = records.get(*account)) add_address(*found, out);
    add_facts(record, *face, display, out);
    add_lines(record, reader, out);
    add_totals(record, reader, out);
    out.terms = part(record, "terms");
    return out;
}

PaperModel::PaperModel(QObject* parent) : QObject(parent) {
    auto* backend = Backend::instance();
    connect(backend, &Backend::dataChanged, this, &PaperModel::load);
    connect(backend, &Backend::stateChanged, this, &PaperModel::load);
    connect(backend, &Backend::facesChanged, this, &PaperModel::load);
}

void PaperModel::setRecordId(const QString& id) {
    if (id == id_) return;
    id_ = id;
    loaded_ = false;
    paper_ = {};
    Q_EMIT recordIdChanged();
    Q_EMIT loadedChanged();
    load();
}

void PaperModel::load() {
    const auto id = record_id_from(id_.toStdString());
    if (!id) return;
    auto* backend = Backend::instance();
    backend->ask(
        this, [id = *id, reader = backend->reader()](Client& client) { return read_paper(client, reader, id); },
        [this, asked = id_](Result<Paper> paper) {
            if (asked != id_) return;
            loaded_ = paper.has_value();
            paper_ = paper ? std::move(*paper) : Paper{};
            Q_EMIT loadedChanged();
        });
}

QVariantList PaperModel::lines() const {
    QVariantList out;
    for (const auto& line : paper_.lines)
        out.push_back(QVariantMap{{"name", line.name},
                                  {"sku", line.sku},
                                  {"qty", line.qty},
                                  {"unit", line.unit},
                                  {"price", line.price},
                                  {"discount", line.discount},
                                  {"amount", line.amount}});
    return out;
}

QVariantList PaperModel::totals() const {
    QVariantList out;
    for (const auto& [label, value] : paper_.totals) out.push_back(QVariantMap{{"label", label}, {"amount", value}});
    return out;
}

void PaperModel::savePdf(const QString& folder) {
    const auto id = record_id_from(id_.toStdString());
    if (!id || printing_) return;
    printing_ = true;
    Q_EMIT printingChanged();
    const auto into = folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : folder;
    auto* backend = Backend::instance();
    backend->act(
        this,
        [id = *id, into, reader = backend->reader()](Client& client) -> Result<Printed> {
            TERN_TRY(paper, read_paper(client, reader, id));
            QDir{}.mkpath(into);
            auto name = paper.number.isEmpty() ? paper.customer : paper.number;
            for (const QChar bad : QStringLiteral("/\\:*?\"<>|")) name.replace(bad, QLatin1Char('-'));
            return print_paper(paper, into + QStringLiteral("/%1 %2.pdf").arg(paper.title, name));
        },
        [this](Result<Printed> done) {
            printing_ = false;
            Q_EMIT printingChanged();
            if (!done) return Backend::instance()->say(done.error());
            Q_EMIT printed(done->file, done->pages);
        });
}

}  // namespace tern::app

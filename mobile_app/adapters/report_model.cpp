#include "mobile_app/adapters/report_model.h"

#include <utility>

#include <tern/records.h>

#include "mobile_app/adapters/display.h"
#include "mobile_app/adapters/refusals.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

/// A sync brings many changes: a report is asked again once for all of a moment's.
constexpr int kQuietMs = 150;

QVariantMap measured(const Json& value, const QLocale& locale) {
    if (!value.is_object()) {
        const auto plain = text(value.is_null() ? "0" : value.plain());
        return {{"text", locale.toString(plain.toDouble(), 'f', plain.contains(QLatin1Char('.')) ? 2 : 0)},
                {"brief", Display::brief(plain.toDouble(), locale)},
                {"number", plain.toDouble()}};
    }
    QStringList all, brief;
    double first = 0;
    for (const auto& [currency, amount] : value.members()) {
        if (all.isEmpty()) first = text(amount.plain()).toDouble();
        all.push_back(Display::money(amount.plain(), currency, locale));
        brief.push_back(Display::brief(std::stod(amount.plain()), currency, locale));
    }
    const auto plus = QStringLiteral(" + ");
    return {{"text", all.join(plus)}, {"brief", brief.join(plus)}, {"number", first}};
}

}  // namespace

ReportModel::ReportModel(QObject* parent) : QObject(parent), asking_(kQuietMs, [this] { return ask(); }) {
    auto* backend = Backend::instance();
    connect(backend, &Backend::dataChanged, this, [this] { asking_.again(); });
    connect(backend, &Backend::stateChanged, this, &ReportModel::asked);
    connect(backend, &Backend::facesChanged, this, &ReportModel::asked);
}

void ReportModel::put(QString& into, const QString& text) {
    if (into == text) return;
    into = text;
    Q_EMIT askedChanged();
    asked();
}

void ReportModel::setLimit(int limit) {
    if (limit == limit_) return;
    limit_ = limit;
    Q_EMIT askedChanged();
    asked();
}

void ReportModel::asked() { asking_.anew(); }

bool ReportModel::ask() {
    if (entity_.isEmpty()) return false;
    const auto query = [&]() -> Result<Query> {
        Query out;
        out.entity = entity_.toStdString();
        TERN_TRY(filter, read_filter(filter_.toStdString()));
        TERN_TRY(keys, read_group_by(group_by_.toStdString()));
        TERN_TRY(measures, read_measures(measures_.toStdString()));
        TERN_TRY(sort, read_sort(sort_.toStdString()));
        out.filter = std::move(filter);
        out.group_by = std::move(keys);
        out.measures = std::move(measures);
        out.sort = std::move(sort);
        if (limit_ > 0) out.page_size = static_cast<std::size_t>(limit_);
        return out;
    }();
    if (!query) {
        Q_EMIT refused(refusal_text(query.error()));
        return false;
    }
    auto* backend = Backend::instance();
    backend->ask(
        this, [query = *query, reader = backend->reader()](Client& client) { return read(client, reader, query); },
        [this](Result<QVariantList> rows) {
            asking_.answered();
            if (!rows) return Q_EMIT refused(refusal_text(rows.error()));
            if (std::exchange(ready_, true) && *rows == rows_) return;  // what is drawn stays
            rows_ = std::move(*rows);
            Q_EMIT rowsChanged();
        });
    return true;
}

Result<QVariantList> ReportModel::read(Client& client, const Reader& reader, const Query& query) {
    TERN_TRY(viewer, Backend::viewer(client, reader));
    TERN_TRY(groups, Queries(client, std::move(viewer)).report(query));
    Records records{client};
    Display display{records, reader.locale, reader.zone};
    const auto* face = reader.faces->entity(text(query.entity));
    QVariantList out;
    for (const auto& [no_name, group] : groups.members()) {
        QStringList keys, raw;
        QVariantList values;
        for (const auto& [name, value] : group.members()) {
            const auto at = static_cast<std::size_t>(keys.size());
            if (at >= query.group_by.size()) {
                values.push_back(measured(value, reader.locale));
                continue;
            }
            const auto& key = query.group_by[at];
            const auto* field = face == nullptr ? nullptr : face->field(text(key.field));
            Json one = Json::object();
            one.add(key.field, value);
            const auto plain = value.is_null() ? QString{} : text(value.plain());
            raw.push_back(plain);
            keys.push_back(field == nullptr || key.bucket != Bucket::none
                               ? (record_id_from(plain.toStdString()) ? display.named(plain.toStdString()) : plain)
                               : display.of(*field, one));
        }
        out.push_back(QVariantMap{{"keys", keys}, {"raw", raw}, {"values", values}});
    }
    return out;
}

}  // namespace tern::app

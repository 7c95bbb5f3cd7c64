#include "mobile_app/adapters/product_prices.h"

#include <tern/ordering.h>

#include "mobile_app/adapters/display.h"

namespace tern::app {

ProductPrices::ProductPrices(QObject* parent) : QObject(parent) {
    auto* backend = Backend::instance();
    connect(backend, &Backend::dataChanged, this, &ProductPrices::load);
    connect(backend, &Backend::facesChanged, this, &ProductPrices::load);
    connect(backend, &Backend::stateChanged, this, &ProductPrices::load);
}

void ProductPrices::setProduct(const QString& id) {
    if (id == product_) return;
    product_ = id;
    rows_.clear();
    Q_EMIT rowsChanged();
    load();
}

void ProductPrices::load() {
    const auto id = record_id_from(product_.toStdString());
    if (!id) return;
    auto* backend = Backend::instance();
    backend->ask(
        this,
        [id = *id, reader = backend->reader()](Client& client) -> Result<std::vector<PriceRow>> {
            TERN_TRY(viewer, Backend::viewer(client, reader));
            TERN_TRY(today, Queries(client, viewer).today());
            return Pricing(client, viewer).all_prices(id, today);
        },
        [this, backend](Result<std::vector<PriceRow>> prices) {
            if (!prices) return backend->say(prices.error());
            QVariantList rows;
            for (const auto& row : *prices)
                rows.push_back(QVariantMap{
                    {"book", QString::fromStdString(row.name)},
                    {"from", row.from == Decimal{} ? QString{} : QString::fromStdString(decimal_text(row.from))},
                    {"price", Display::money(row.unit.text(), row.unit.currency, backend->reader().locale)},
                    {"valid", row.valid}});
            if (rows == rows_) return;
            rows_ = std::move(rows);
            Q_EMIT rowsChanged();
        });
}

}  // namespace tern::app

// What a product costs by price book and quantity.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QVariantList>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

class ProductPrices : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString product MEMBER product_ WRITE setProduct NOTIFY rowsChanged)
    /// [{"book", "from", "price", "valid"}…], by book, then by quantity
    Q_PROPERTY(QVariantList rows READ rows NOTIFY rowsChanged)

public:
    explicit ProductPrices(QObject* parent = nullptr);
    void setProduct(const QString& id);
    QVariantList rows() const { return rows_; }

Q_SIGNALS:
    void rowsChanged();

private:
    void load();
    QString product_;
    QVariantList rows_;
};

}  // namespace tern::app

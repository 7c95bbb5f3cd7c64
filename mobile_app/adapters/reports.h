// The reports that people keep, and the views that a report may begin with.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QTimer>
#include <QVariantList>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

class Reports : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// [{"id", "name", "entity", "kind": the entity's plural, "filter", "groupBy", "measure", "chart", "problem"}…]
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)
    Q_PROPERTY(QVariantList views READ views NOTIFY changed)  ///< [{"name", "entity", "filter"}…]
    Q_PROPERTY(bool ready READ ready NOTIFY changed)

public:
    explicit Reports(QObject* parent = nullptr);
    QVariantList rows() const { return rows_; }
    QVariantList views() const { return views_; }
    bool ready() const { return ready_; }

    /// name, entity, filter, groupBy, measure, chart: makes it, or gives that of this name its new content.
    Q_INVOKABLE void keep(const QVariantMap& report);

Q_SIGNALS:
    void changed();
    void kept(const QString& name);
    /// It cannot be asked or kept so: a sentence for the person.
    void refused(const QString& what);

private:
    struct Known {
        QVariantList rows, views;
    };
    void ask();
    static Result<Known> read(Client& client, const Reader& reader);

    QVariantList rows_, views_;
    bool ready_ = false;
    QTimer soon_;
};

}  // namespace tern::app

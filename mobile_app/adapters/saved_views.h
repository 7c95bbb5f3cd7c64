// The views that people keep of one kind of record: the same as the `tern` command's.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QVariantList>
#include <QVariantMap>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

class SavedViews : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString entity READ entity WRITE setEntity NOTIFY entityChanged)
    /// {"id", "name", "pinned", "shared", "kind", "filter", "sort", "groupBy", "columns"}, pinned ones first.
    Q_PROPERTY(QVariantList views READ views NOTIFY viewsChanged)
    /// Teams with whom a view can be shared: {"value", "label"}.
    Q_PROPERTY(QVariantList teams READ teams NOTIFY viewsChanged)

public:
    explicit SavedViews(QObject* parent = nullptr);

    QString entity() const { return entity_; }
    void setEntity(const QString& entity);
    QVariantList views() const { return views_; }
    QVariantList teams() const { return teams_; }

    /// `view` as in `views`. `team`: for whom, empty: for oneself alone. One of that name gets the new content.
    Q_INVOKABLE void save(const QVariantMap& view, const QString& team);
    Q_INVOKABLE void rename(const QString& id, const QString& name);
    Q_INVOKABLE void pin(const QString& id, bool pinned);
    Q_INVOKABLE void remove(const QString& id);

Q_SIGNALS:
    void entityChanged();
    void viewsChanged();
    void saved(const QString& id);

private:
    struct Read {
        QVariantList views, teams;
    };
    void load();
    static Result<Read> read(Client& client, const std::string& entity);

    QString entity_;
    QVariantList views_, teams_;
};

}  // namespace tern::app

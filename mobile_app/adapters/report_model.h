// Counts and sums by group, kept true.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QVariantList>

#include <tern/query.h>

#include "mobile_app/adapters/asking.h"
#include "mobile_app/adapters/backend.h"

namespace tern::app {

class ReportModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString entity MEMBER entity_ WRITE setEntity NOTIFY askedChanged)
    Q_PROPERTY(QString filter MEMBER filter_ WRITE setFilter NOTIFY askedChanged)
    Q_PROPERTY(QString groupBy MEMBER group_by_ WRITE setGroupBy NOTIFY askedChanged)
    Q_PROPERTY(QString measures MEMBER measures_ WRITE setMeasures NOTIFY askedChanged)
    Q_PROPERTY(QString sort MEMBER sort_ WRITE setSort NOTIFY askedChanged)
    Q_PROPERTY(int limit MEMBER limit_ WRITE setLimit NOTIFY askedChanged)
    /// Of each group {"keys": [text…], "raw": [as filters take it…], "values": [{"text", "brief", "number"}…]}: amounts
    /// of several currencies as a text of all, and the number of the first.
    Q_PROPERTY(QVariantList rows READ rows NOTIFY rowsChanged)
    /// False while its page is hidden: nothing is asked for what nobody sees.
    Q_PROPERTY(bool inSight READ inSight WRITE setInSight NOTIFY inSightChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY rowsChanged)

public:
    explicit ReportModel(QObject* parent = nullptr);

    void setEntity(const QString& entity) { put(entity_, entity); }
    void setFilter(const QString& filter) { put(filter_, filter); }
    void setGroupBy(const QString& keys) { put(group_by_, keys); }
    void setMeasures(const QString& measures) { put(measures_, measures); }
    void setSort(const QString& sort) { put(sort_, sort); }
    void setLimit(int limit);
    QVariantList rows() const { return rows_; }
    bool ready() const { return ready_; }
    bool inSight() const { return asking_.in_sight(); }
    void setInSight(bool in_sight) {
        asking_.set_in_sight(in_sight);
        Q_EMIT inSightChanged();
    }

Q_SIGNALS:
    void inSightChanged();
    void askedChanged();
    void rowsChanged();
    void refused(const QString& what);

private:
    void put(QString& into, const QString& text);
    void asked();
    bool ask();
    static Result<QVariantList> read(Client& client, const Reader& reader, const Query& query);

    QString entity_, filter_, group_by_, measures_, sort_;
    int limit_ = 0;
    QVariantList rows_;
    bool ready_ = false;
    Asking asking_;
};

}  // namespace tern::app

// A filter as a person builds it: conditions by field, comparison and value, joined by "all" or "any". Text is read and
// written by the core alone.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QVariantList>

#include <tern/query.h>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

class FilterModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString entity READ entity WRITE setEntity NOTIFY entityChanged)
    /// As docs/cli.md writes filters.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(bool any READ any WRITE setAny NOTIFY changed)
    /// {"path", "comparison", "values": [as fields take them], "shown": [as people read them], "label"}. One without a
    /// path is what this builder has no form for: it is kept as it is.
    Q_PROPERTY(QVariantList conditions READ conditions NOTIFY changed)
    /// {"path", "label", "kind", "choices", "targets"}: of the record, then of the records that it refers to.
    Q_PROPERTY(QVariantList fields READ fields NOTIFY entityChanged)

public:
    explicit FilterModel(QObject* parent = nullptr);

    QString entity() const { return entity_; }
    void setEntity(const QString& entity);
    QString text() const;
    void setText(const QString& text);
    bool any() const { return any_; }
    void setAny(bool any);
    QVariantList conditions() const;
    QVariantList fields() const;

    Q_INVOKABLE QVariantMap field(const QString& path) const;
    Q_INVOKABLE QString label(const QString& path) const;
    /// {"value", "label", "takes": "nothing", "one", "two", "many", "period"}, the likeliest first.
    Q_INVOKABLE QVariantList comparisons(const QString& path) const;
    /// {"value", "label"} of days relative to today, as a condition's value takes them.
    Q_INVOKABLE QVariantList periods() const;
    /// In place of condition `at`; -1: a further one. `shown` goes with `values`.
    Q_INVOKABLE void put(int at, const QString& path, const QString& comparison, const QStringList& values,
                         const QStringList& shown);
    Q_INVOKABLE void remove(int at);
    Q_INVOKABLE void clear();
    /// The filter and one group of a report: `key` as "owner_id" or "closed_at:month", `raw` as ReportModel gives it,
    /// empty for none.
    Q_INVOKABLE QString within(const QString& key, const QString& raw) const;

Q_SIGNALS:
    void entityChanged();
    void changed();
    void refused(const QString& what);

private:
    struct Condition {
        Filter filter;  ///< a comparison, or what was read and has no form here
        QStringList shown;
        bool formed() const { return filter.kind == Filter::Kind::comparison; }
    };
    QVariantMap map_of(const Condition& condition) const;
    QString label_of(const Condition& condition) const;
    QString word_of(const Condition& condition, std::size_t at) const;
    void look_up_names();
    Filter own() const;
    const FieldFace* face_of(const QString& path, QString* label = nullptr) const;

    QString entity_;
    bool any_ = false;
    std::vector<Condition> conditions_;
};

}  // namespace tern::app

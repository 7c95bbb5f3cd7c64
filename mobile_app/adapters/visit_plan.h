// The stops of one day, kept true.
#pragma once

#include <QDate>
#include <QObject>
#include <QQmlEngine>
#include <QVariantList>

#include <tern/visits.h>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

class VisitPlan : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString day READ day WRITE setDay NOTIFY dayChanged)  ///< ISO 8601; empty: today
    Q_PROPERTY(bool ready READ ready NOTIFY stopsChanged)
    /// {"visit", "target", "entity", "title", "site", "state", "stateLabel", "time", "at" (ISO 8601), "minutes",
    /// "fixed", "late" (minutes), "distance" (from the stop before, as text), "latitude", "longitude", "placed",
    /// "ahead"}
    Q_PROPERTY(QVariantList stops READ stops NOTIFY stopsChanged)
    Q_PROPERTY(QString state READ state NOTIFY stopsChanged)  ///< of the plan; empty: there is none yet
    Q_PROPERTY(QString id READ id NOTIFY stopsChanged)        ///< of the plan; empty: there is none yet
    Q_PROPERTY(QString stateLabel READ stateLabel NOTIFY stopsChanged)
    Q_PROPERTY(QString distance READ distance NOTIFY stopsChanged)

public:
    explicit VisitPlan(QObject* parent = nullptr);

    QString day() const { return day_; }
    void setDay(const QString& day);
    bool ready() const { return ready_; }
    QVariantList stops() const { return shown_.stops; }
    QString state() const { return shown_.state; }
    QString id() const { return shown_.id; }
    QString stateLabel() const { return shown_.state_label; }
    QString distance() const { return shown_.distance; }

    Q_INVOKABLE void move(int from, int to);
    Q_INVOKABLE void setTime(int stop, const QString& at);  ///< ISO 8601; empty: it follows from the order again
    Q_INVOKABLE void submit();
    /// Leads to a stop's visit, which is made where there is none: by reached().
    Q_INVOKABLE void reach(int stop);

    static QString distance_text(std::int64_t metres, const QLocale& locale);
    /// As it is shown; `faces` for the labels of states.
    static QVariantMap shown_stop(const Stop& stop, const Reader& reader);

Q_SIGNALS:
    void dayChanged();
    void stopsChanged();
    void reached(const QString& visit);

private:
    struct Shown {
        QVariantList stops;
        QString id, state, state_label, distance;

        bool operator==(const Shown&) const = default;
    };
    void load();
    void change(std::function<Status(Visits&, std::int64_t day)> use);
    /// Days since 1970 of day_; today where it is empty.
    std::int64_t day_number() const;

    QString day_;
    bool ready_ = false;
    int asked_ = 0;
    Shown shown_;
};

}  // namespace tern::app

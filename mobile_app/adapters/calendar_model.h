// What happens on some days: visits, planned activities, and tasks that are due.
#pragma once

#include <QDate>
#include <QObject>
#include <QQmlEngine>
#include <QVariantList>

#include <tern/query.h>

#include "mobile_app/adapters/asking.h"
#include "mobile_app/adapters/backend.h"

namespace tern::app {

class CalendarModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString from READ from WRITE setFrom NOTIFY askedChanged)  ///< the first day, 2017-03-01
    Q_PROPERTY(int days READ days WRITE setDays NOTIFY askedChanged)
    Q_PROPERTY(bool team READ team WRITE setTeam NOTIFY askedChanged)  ///< all of one's team, else one's own
    /// By time: {"id", "entity", "title", "aside", "day", "time", "tone", "icon", "allDay", "minute" (of the day),
    /// "length" (minutes), "lane", "lanes"}: what meets at one time stands side by side in lanes. A task has its due
    /// time. What lasts over midnight stands on the day on which it begins.
    Q_PROPERTY(QVariantList events READ events NOTIFY eventsChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY eventsChanged)

public:
    explicit CalendarModel(QObject* parent = nullptr);

    QString from() const { return from_; }
    void setFrom(const QString& day);
    int days() const { return days_; }
    void setDays(int days);
    bool team() const { return team_; }
    void setTeam(bool team);
    QVariantList events() const { return events_; }
    bool ready() const { return ready_; }
    Q_INVOKABLE QVariantList on(const QString& day) const;

Q_SIGNALS:
    void askedChanged();
    void eventsChanged();

private:
    void asked();
    bool ask();
    static Result<QVariantList> read(Client& client, const Reader& reader, QDate first, QDate last, bool team);

    QString from_;
    int days_ = 7;
    bool team_ = false, ready_ = false;
    QVariantList events_;
    quint64 generation_ = 0;
    Asking asking_;
};

}  // namespace tern::app

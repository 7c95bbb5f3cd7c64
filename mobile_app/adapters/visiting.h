// One visit, from before it to after it; and FieldWork, what is open right now.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QQmlEngine>
#include <QVariantList>
#include <QVariantMap>

#include <tern/visits.h>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

class Visiting : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString visitId READ visitId WRITE setVisitId NOTIFY visitIdChanged)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(bool missing READ missing NOTIFY changed)
    /// "title", "target", "entity", "site", "state", "stateLabel", "when", "time", "checkedInAt", "checkedOutAt"
    /// (QDateTime), "proof", "proofLabel", "duration", "outcome", "summary", "purpose", "followAt" (as read),
    /// "followDays" (-1: none), "latitude", "longitude", "placed"
    Q_PROPERTY(QVariantMap visit READ visit NOTIFY changed)
    /// {"label", "kind", "required", "done", "note"}
    Q_PROPERTY(QVariantList actions READ actions NOTIFY changed)
    Q_PROPERTY(QString left READ left NOTIFY changed)      ///< what is required and not done, by label
    Q_PROPERTY(QVariantMap next READ next NOTIFY changed)  ///< the next stop of today; empty: none
    /// What checking in here and now would prove: "verified", "outside", "unverified"; metres (-1: unknown), radius.
    Q_PROPERTY(QString proof READ proof NOTIFY nearnessChanged)
    Q_PROPERTY(QString distance READ distance NOTIFY nearnessChanged)  ///< as read, empty: unknown
    Q_PROPERTY(QString radius READ radius NOTIFY nearnessChanged)
    Q_PROPERTY(bool placeKnown READ placeKnown NOTIFY nearnessChanged)
    Q_PROPERTY(bool working READ working NOTIFY workingChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)  ///< why the last deed was refused

public:
    explicit Visiting(QObject* parent = nullptr);

    QString visitId() const { return id_; }
    void setVisitId(const QString& id);
    bool loaded() const { return loaded_; }
    bool missing() const { return missing_; }
    QVariantMap visit() const { return read_.visit; }
    QVariantList actions() const { return read_.actions; }
    QString left() const { return read_.left; }
    QVariantMap next() const { return read_.next; }
    QString proof() const { return near_.proof; }
    QString distance() const { return near_.distance; }
    QString radius() const { return near_.radius; }
    bool placeKnown() const { return near_.place_known; }
    bool working() const { return working_; }
    QString problem() const { return problem_; }

    /// After the device has moved.
    Q_INVOKABLE void lookNear();
    Q_INVOKABLE void checkIn();
    Q_INVOKABLE void checkInByHand(const QString& reason);
    Q_INVOKABLE void setDone(int action, bool done);
    Q_INVOKABLE void checkOut(const QString& outcome, const QString& summary);
    Q_INVOKABLE void followUp(int days);
    Q_INVOKABLE void skip(const QString& reason);

Q_SIGNALS:
    void visitIdChanged();
    void changed();
    void nearnessChanged();
    void workingChanged();
    void problemChanged();
    void checkedIn();
    void checkedOut();

private:
    struct Read {
        QVariantMap visit, next;
        QVariantList actions;
        QString left;
        bool operator==(const Read&) const = default;
    };
    struct Near {
        QString proof = QStringLiteral("unverified"), distance, radius;
        bool place_known = false;
    };
    void load();
    void act(std::function<Status(Visits&, const RecordId&)> use, void (Visiting::*after)() = nullptr);
    static Result<Read> read(Client& client, const Reader& reader, const RecordId& id);

    QString id_, problem_;
    bool loaded_ = false, missing_ = false, working_ = false;
    Read read_;
    Near near_;
};

/// The visit that this user is checked in at, for the banner; and the way to a customer's visit of today.
class FieldWork : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QString openId READ openId NOTIFY changed)  ///< empty: none
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QDateTime since READ since NOTIFY changed)

public:
    explicit FieldWork(QObject* parent = nullptr);

    QString openId() const { return id_; }
    QString title() const { return title_; }
    QDateTime since() const { return since_; }

    /// Finds or makes today's visit there: found().
    Q_INVOKABLE void visitAt(const QString& entity, const QString& target);

Q_SIGNALS:
    void changed();
    void found(const QString& visit);

private:
    void look();

    QString id_, title_;
    QDateTime since_;
};

}  // namespace tern::app

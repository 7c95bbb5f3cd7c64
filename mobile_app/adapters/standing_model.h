// Where this device stands with the others, record by record: what waits, what was refused, what several wrote at once,
// what was deleted, and whose devices there are.
#pragma once

#include <tern/standing.h>

#include <QObject>
#include <QQmlEngine>
#include <QVariantList>
#include <QVariantMap>
#include <vector>

#include "mobile_app/adapters/asking.h"
#include "mobile_app/adapters/backend.h"

namespace tern::app {

class StandingModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// {id, title, kind, iconName, what, at}, newest first; and how many changes are in none of them.
    Q_PROPERTY(QVariantList waiting READ waiting NOTIFY changed)
    Q_PROPERTY(int moreWaiting READ moreWaiting NOTIFY changed)
    /// As `waiting`, with reason, values: [{label, value}], and whether the record is there.
    Q_PROPERTY(QVariantList refused READ refused NOTIFY changed)
    Q_PROPERTY(int moreRefused READ moreRefused NOTIFY changed)
    /// {key, title, kind, iconName, field, claims: [{value, by, at}], parts: fields as FieldEditor takes them, with
    /// what holds}. The first claim holds; the key is another one as soon as somebody writes there again.
    Q_PROPERTY(QVariantList conflicts READ conflicts NOTIFY changed)
    Q_PROPERTY(int moreConflicts READ moreConflicts NOTIFY changed)
    /// As `waiting`.
    Q_PROPERTY(QVariantList trash READ trash NOTIFY changed)
    Q_PROPERTY(int moreTrash READ moreTrash NOTIFY changed)
    /// {name, person, since, glyph, mine, thisOne}.
    Q_PROPERTY(QVariantList devices READ devices NOTIFY changed)
    Q_PROPERTY(int moreDevices READ moreDevices NOTIFY changed)
    /// False while its page is hidden: nothing is asked for what nobody sees.
    Q_PROPERTY(bool inSight READ inSight WRITE setInSight NOTIFY inSightChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)  ///< why a value of one's own is not taken

public:
    explicit StandingModel(QObject* parent = nullptr);

    QVariantList waiting() const { return shown_.waiting; }
    int moreWaiting() const { return shown_.more_waiting; }
    QVariantList refused() const { return shown_.refused; }
    int moreRefused() const { return shown_.more_refused; }
    QVariantList conflicts() const { return shown_.conflicts; }
    int moreConflicts() const { return shown_.more_conflicts; }
    QVariantList trash() const { return shown_.trash; }
    int moreTrash() const { return shown_.more_trash; }
    QVariantList devices() const { return shown_.devices; }
    int moreDevices() const { return shown_.more_devices; }
    bool ready() const { return ready_; }
    bool inSight() const { return asking_.in_sight(); }
    void setInSight(bool in_sight) {
        asking_.set_in_sight(in_sight);
        Q_EMIT inSightChanged();
    }
    QString problem() const { return problem_; }

    /// Ends a conflict for one of its claims.
    Q_INVOKABLE void choose(const QString& key, int claim);
    /// Ends it with what was typed for some of its parts; settled() or `problem` tells how that went.
    Q_INVOKABLE void settle(const QString& key, const QVariantMap& parts);
    Q_INVOKABLE void forgetProblem();
    /// All of the tray that is listed, as text, to the clipboard.
    Q_INVOKABLE void copyRefused() const;

Q_SIGNALS:
    void changed();
    void inSightChanged();
    void problemChanged();
    void settled();

private:
    struct Shown {
        QVariantList waiting, refused, conflicts, trash, devices;
        int more_waiting = 0, more_refused = 0, more_conflicts = 0, more_trash = 0, more_devices = 0;
        std::vector<FieldConflict> seen;  ///< as `conflicts`

        bool looks_like(const Shown& other) const;
    };
    bool ask();
    static Result<Shown> read(Client& client, const Reader& reader);
    void answered(const Status& status);
    Result<FieldConflict> seen(const QString& key) const;

    Shown shown_;
    QString problem_;
    bool ready_ = false;
    Asking asking_;
};

}  // namespace tern::app

// Who is in which space, and letting somebody in.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QTimer>
#include <QVariantList>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

class People : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// {"id", "name", "kind", "role", "mine": may change who is in it, "members": [{"id", "name", "login", "role"}]}
    Q_PROPERTY(QVariantList spaces READ spaces NOTIFY changed)
    Q_PROPERTY(bool mayInvite READ mayInvite NOTIFY changed)
    Q_PROPERTY(QString link READ link NOTIFY linkChanged)  ///< of the last invitation, to hand over
    Q_PROPERTY(QString problem READ problem NOTIFY linkChanged)

public:
    explicit People(QObject* parent = nullptr);
    QVariantList spaces() const { return spaces_; }
    bool mayInvite() const { return may_invite_; }
    QString link() const { return link_; }
    QString problem() const { return problem_; }

    /// `spaces`: ids of those that the newcomer may write in. `role`: member or admin, of the org.
    Q_INVOKABLE void invite(const QString& login, const QString& name, const QString& role, const QStringList& spaces);
    Q_INVOKABLE void forgetLink();
    /// reader, writer, manager or admin.
    Q_INVOKABLE void grant(const QString& space, const QString& user, const QString& role);
    /// team, book or pool.
    Q_INVOKABLE void createSpace(const QString& name, const QString& kind);

Q_SIGNALS:
    void changed();
    void linkChanged();

private:
    struct Known {
        QVariantList spaces;
        bool may_invite = false;
    };
    void ask();
    void changed_by(Status status);
    static Result<Known> read(Client& client);

    QVariantList spaces_;
    bool may_invite_ = false;
    QString link_, problem_;
    QTimer soon_;
};

}  // namespace tern::app

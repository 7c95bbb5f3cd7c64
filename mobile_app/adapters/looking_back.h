// What happened: the history of a record, imports; and the spaces that this device holds.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QTimer>
#include <QVariantList>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

class LookingBack : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Kind kind MEMBER kind_ WRITE setKind NOTIFY askedChanged)
    Q_PROPERTY(QString recordId MEMBER id_ WRITE setRecordId NOTIFY askedChanged)  ///< of a history
    /// Objects as Records gives them, with names for ids, labels for fields and local times.
    Q_PROPERTY(QVariantList rows READ rows NOTIFY rowsChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY rowsChanged)

public:
    enum Kind { History, Spaces, Imports };
    Q_ENUM(Kind)
    explicit LookingBack(QObject* parent = nullptr);

    void setKind(Kind kind);
    void setRecordId(const QString& id);
    QVariantList rows() const { return rows_; }
    bool ready() const { return ready_; }
    Q_INVOKABLE void refresh();

Q_SIGNALS:
    void askedChanged();
    void rowsChanged();

private:
    static Result<QVariantList> read(Client& client, const Reader& reader, Kind kind, const QString& id);

    Kind kind_ = History;
    QString id_;
    QVariantList rows_;
    bool ready_ = false;
    QTimer soon_;
};

}  // namespace tern::app

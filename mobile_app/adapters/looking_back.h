// What this device has taken in: the spaces that it holds, and files that were imported here.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QVariantList>

#include "mobile_app/adapters/asking.h"
#include "mobile_app/adapters/backend.h"

namespace tern::app {

class LookingBack : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Kind kind MEMBER kind_ WRITE setKind NOTIFY askedChanged)
    /// Of a space {name, kind, records}; of an import {id, name, kind, rows, at, undoable}.
    Q_PROPERTY(QVariantList rows READ rows NOTIFY rowsChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY rowsChanged)

public:
    enum Kind { Spaces, Imports };
    Q_ENUM(Kind)
    explicit LookingBack(QObject* parent = nullptr);

    void setKind(Kind kind);
    QVariantList rows() const { return rows_; }
    bool ready() const { return ready_; }
    Q_INVOKABLE void refresh() { asking_.anew(); }

Q_SIGNALS:
    void askedChanged();
    void rowsChanged();

private:
    bool ask();
    static Result<QVariantList> read(Client& client, const Reader& reader, Kind kind);

    Kind kind_ = Spaces;
    QVariantList rows_;
    bool ready_ = false;
    Asking asking_;
};

}  // namespace tern::app

// Sales targets of a period, with what is reached and the records that count for it.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QVariantList>

#include "mobile_app/adapters/asking.h"
#include "mobile_app/adapters/backend.h"

namespace tern::app {

class TargetsModel : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(Targets)
    Q_PROPERTY(QString period MEMBER period_ NOTIFY askedChanged)  ///< "this quarter"
    /// [{"id", "title", "part": in per cent, "actual", "goal", "entity", "filter"}…]
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)

public:
    explicit TargetsModel(QObject* parent = nullptr);
    QVariantList rows() const { return rows_; }
    bool ready() const { return ready_; }

Q_SIGNALS:
    void askedChanged();
    void changed();

private:
    bool ask();

    QString period_ = QStringLiteral("this quarter");
    QVariantList rows_;
    bool ready_ = false;
    Asking asking_;
};

}  // namespace tern::app

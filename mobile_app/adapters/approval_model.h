// Whether a document waits for a second pair of eyes, and the word on it.
#pragma once

#include <QObject>
#include <QQmlEngine>

#include <tern/approvals.h>

#include "mobile_app/adapters/asking.h"
#include "mobile_app/adapters/backend.h"

namespace tern::app {

class ApprovalModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString document MEMBER document_ WRITE setDocument NOTIFY documentChanged)
    Q_PROPERTY(bool waiting READ waiting NOTIFY changed)
    Q_PROPERTY(QString submitter READ submitter NOTIFY changed)
    Q_PROPERTY(QString since READ since NOTIFY changed)
    Q_PROPERTY(bool own READ own NOTIFY changed)          ///< this user has handed it in
    Q_PROPERTY(bool altered READ altered NOTIFY changed)  ///< it is not what was handed in any more
    Q_PROPERTY(bool lapsed READ lapsed NOTIFY changed)    ///< it is not what was approved: it counts as not approved

public:
    explicit ApprovalModel(QObject* parent = nullptr);
    void setDocument(const QString& id);
    bool waiting() const { return pending_.has_value(); }
    QString submitter() const { return pending_ ? QString::fromStdString(pending_->submitter) : QString{}; }
    QString since() const;
    bool own() const { return pending_ && pending_->own; }
    bool altered() const { return pending_ && pending_->changed; }
    bool lapsed() const { return standing_ == ApprovalStanding::changed; }

    Q_INVOKABLE void decide(bool approve, const QString& comment);

Q_SIGNALS:
    void documentChanged();
    void changed();
    void decided(bool approved);

private:
    bool ask();

    QString document_;
    std::optional<PendingApproval> pending_;
    ApprovalStanding standing_ = ApprovalStanding::none;
    Asking asking_;
};

}  // namespace tern::app

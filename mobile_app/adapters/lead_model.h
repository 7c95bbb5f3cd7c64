// A lead on its way to becoming a customer.
#pragma once

#include <QObject>
#include <QQmlEngine>

#include <tern/leads.h>

#include "mobile_app/adapters/asking.h"
#include "mobile_app/adapters/backend.h"

namespace tern::app {

class LeadModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString lead READ lead WRITE setLead NOTIFY leadChanged)
    /// Accounts that may be its company: [{"id", "title", "because"}…], the likeliest first.
    Q_PROPERTY(QVariantList known READ known NOTIFY knownChanged)
    Q_PROPERTY(bool deals READ deals NOTIFY knownChanged)  ///< there is a pipeline for one
    Q_PROPERTY(bool working READ working NOTIFY workingChanged)

public:
    explicit LeadModel(QObject* parent = nullptr);
    QString lead() const { return id_; }
    void setLead(const QString& id);
    QVariantList known() const { return read_.known; }
    bool deals() const { return read_.deals; }
    bool working() const { return working_; }

    /// `account`: one that is known, empty: a new one. `deal`: what it is called, empty: none is opened.
    Q_INVOKABLE void convert(const QString& account, const QString& deal);

Q_SIGNALS:
    void leadChanged();
    void knownChanged();
    void workingChanged();
    void converted(const QString& account, const QString& deal);
    void refused(const QString& why);

private:
    struct Read {
        QVariantList known;
        bool deals = false;
        bool operator==(const Read&) const = default;
    };
    bool ask();
    static Result<Read> read(Client& client, const RecordId& lead);

    QString id_;
    Read read_;
    bool working_ = false;
    Asking asking_;
};

}  // namespace tern::app

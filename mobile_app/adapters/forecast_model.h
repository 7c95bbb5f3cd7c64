// The forecast of a period: one's own figures to submit, and the team's tree with what its lead makes of them.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QVariantList>

#include <tern/forecasts.h>

#include "mobile_app/adapters/asking.h"
#include "mobile_app/adapters/backend.h"

namespace tern::app {

class ForecastModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString period MEMBER period_ NOTIFY askedChanged)      ///< "this quarter"
    Q_PROPERTY(QString category MEMBER category_ NOTIFY askedChanged)  ///< whose figures `lines` holds
    /// [{"value", "label"}…]: the surest first
    Q_PROPERTY(QVariantList categories READ categories NOTIFY changed)
    /// [{"category", "currency", "label", "computed", "digits": the same to write on, "said": digits, "changed": to
    /// what by who leads, "fixed": nothing to submit}…]
    Q_PROPERTY(QVariantList mine READ mine NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(QString since READ since NOTIFY changed)  ///< when it was submitted; empty: not yet
    /// Teams and people as they lie in each other: [{"team": or a person, "id", "within": ids of teams, "name",
    /// "currency", "computed", "submitted", "counts", "changed": by who leads, "digits", "note", "may"}…]
    Q_PROPERTY(QVariantList lines READ lines NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)

public:
    explicit ForecastModel(QObject* parent = nullptr);
    QVariantList categories() const { return told_.categories; }
    QVariantList mine() const { return told_.mine; }
    QString note() const { return told_.note; }
    QString since() const { return told_.since; }
    QVariantList lines() const { return told_.lines; }
    bool ready() const { return ready_; }

    /// [{"category", "currency", "amount"}…]
    Q_INVOKABLE void submit(const QVariantList& words, const QString& note);
    /// Empty: the person's own figure counts again.
    Q_INVOKABLE void change(const QString& user, const QString& currency, const QString& amount, const QString& note);

Q_SIGNALS:
    void askedChanged();
    void changed();
    void submitted();
    void altered();

private:
    struct Told {
        QVariantList categories, mine, lines;
        QString note, since;
        bool operator==(const Told&) const = default;
    };
    class Teller;
    bool ask();
    void write(std::function<Status(Client&, const Viewer&)> work, void (ForecastModel::*done)());

    QString period_ = QStringLiteral("this quarter"), category_ = QStringLiteral("commit");
    Told told_;
    bool ready_ = false;
    Asking asking_;
};

}  // namespace tern::app

// The numbers of one question, by group, for charts and tables: each knows the records behind it.
#pragma once

#include <QObject>
#include <QQmlEngine>

#include "mobile_app/adapters/asking.h"
#include "mobile_app/adapters/figures_read.h"

namespace tern::app {

class Figures : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString entity MEMBER entity_ NOTIFY askedChanged)
    Q_PROPERTY(QString filter MEMBER filter_ NOTIFY askedChanged)  ///< as docs/cli.md writes filters
    Q_PROPERTY(QString scope MEMBER scope_ NOTIFY askedChanged)    ///< whose: mine, team; else everybody's
    Q_PROPERTY(QString owner MEMBER owner_ NOTIFY askedChanged)    ///< the field that says whose
    Q_PROPERTY(QString period MEMBER period_ NOTIFY askedChanged)  ///< "this month"; empty: of all time
    Q_PROPERTY(QString at MEMBER at_ NOTIFY askedChanged)          ///< the field that says when
    Q_PROPERTY(QString groupBy MEMBER group_by_ NOTIFY askedChanged)
    Q_PROPERTY(QString orderedBy MEMBER ordered_by_ NOTIFY askedChanged)  ///< as FiguresAsked
    Q_PROPERTY(QString measure MEMBER measure_ NOTIFY askedChanged)       ///< "sum:amount"; empty: how many
    Q_PROPERTY(bool counted MEMBER counted_ NOTIFY askedChanged)
    Q_PROPERTY(int top MEMBER top_ NOTIFY askedChanged)
    Q_PROPERTY(QVariantList charts READ charts NOTIFY changed)  ///< as FiguresRead
    Q_PROPERTY(QVariantMap table READ table NOTIFY changed)
    Q_PROPERTY(QString whole READ whole NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// False while its page is hidden: nothing is asked for what nobody sees.
    Q_PROPERTY(bool inSight READ inSight WRITE setInSight NOTIFY inSightChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit Figures(QObject* parent = nullptr);

    QVariantList charts() const { return read_.charts; }
    QVariantMap table() const { return read_.table; }
    QString whole() const { return read_.whole; }
    int count() const { return read_.count; }
    bool ready() const { return ready_; }
    bool inSight() const { return asking_.in_sight(); }
    void setInSight(bool in_sight) {
        asking_.set_in_sight(in_sight);
        Q_EMIT inSightChanged();
    }
    QString problem() const { return problem_; }
    /// The table as `format` (csv, xlsx, pdf), into a new file in the person's documents.
    Q_INVOKABLE void save(const QString& title, const QString& format);

Q_SIGNALS:
    void inSightChanged();
    void askedChanged();
    void changed();
    void saved(const QString& file, int rows);

private:
    Result<FiguresAsked> asked() const;
    bool ask();

    QString entity_, filter_, scope_, owner_ = QStringLiteral("owner_id"), period_, at_, group_by_, ordered_by_,
                                      measure_;
    bool counted_ = true;
    int top_ = 0;
    FiguresRead read_;
    bool ready_ = false;
    QString problem_;
    quint64 generation_ = 0;
    Asking asking_;
};

}  // namespace tern::app

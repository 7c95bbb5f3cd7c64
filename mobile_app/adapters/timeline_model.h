// What happened with a record, for a page: visits, calls, quotes … that refer to it and what people changed in it, in
// one stream, the latest first.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QVariantList>

#include "mobile_app/adapters/asking.h"
#include "mobile_app/adapters/backend.h"

namespace tern::app {

class TimelineModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString recordId MEMBER id_ WRITE setRecordId NOTIFY askedChanged)
    Q_PROPERTY(Shows shows MEMBER shows_ WRITE setShows NOTIFY askedChanged)
    Q_PROPERTY(int limit MEMBER limit_ WRITE setLimit NOTIFY askedChanged)
    /// {event, id, entity, icon, title, text, who, at, badge, tone, ahead, facts: [{label, value}]}. Of a change `id`
    /// is empty; `facts` are what was changed by one person at one moment.
    Q_PROPERTY(QVariantList rows READ rows NOTIFY rowsChanged)
    /// False while its page is hidden: nothing is asked for what nobody sees.
    Q_PROPERTY(bool inSight READ inSight WRITE setInSight NOTIFY inSightChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY rowsChanged)
    Q_PROPERTY(bool more READ more NOTIFY rowsChanged)  ///< there is more than `limit`

public:
    enum Shows { Everything, Events, Changes };
    Q_ENUM(Shows)
    explicit TimelineModel(QObject* parent = nullptr);

    void setRecordId(const QString& id);
    void setShows(Shows shows);
    void setLimit(int limit);
    QVariantList rows() const { return read_.rows; }
    bool ready() const { return ready_; }
    bool inSight() const { return asking_.in_sight(); }
    void setInSight(bool in_sight) {
        asking_.set_in_sight(in_sight);
        Q_EMIT inSightChanged();
    }
    bool more() const { return read_.more; }

Q_SIGNALS:
    void inSightChanged();
    void askedChanged();
    void rowsChanged();

private:
    struct Read {
        QVariantList rows;
        bool more = false;
        bool operator==(const Read&) const = default;
    };
    struct Asked {
        RecordId id;
        Shows shows;
        std::size_t limit;
    };
    void asked();
    bool ask();
    static Result<Read> read(Client& client, const Reader& reader, const Asked& asked);

    QString id_;
    Shows shows_ = Everything;
    int limit_ = 12;
    Read read_;
    bool ready_ = false;
    quint64 generation_ = 0;
    Asking asking_;
};

}  // namespace tern::app

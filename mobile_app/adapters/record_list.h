// A list of records that stays true: what a query answers, row by row, as rows come into sight. Only ids are held; rows
// are read in the background when they are shown, the visible ones first. The first screens of a long list are there
// before the whole is in order: to find the first few of fifty thousand costs a tenth of sorting them.
#pragma once

#include <QAbstractListModel>
#include <QCache>
#include <QQmlEngine>
#include <QSet>
#include <QTimer>
#include <cstring>
#include <memory>
#include <unordered_map>

#include <tern/live_query.h>

#include "mobile_app/adapters/asking.h"
#include "mobile_app/adapters/backend.h"
#include "mobile_app/adapters/record_row.h"

namespace tern {

/// For Qt's containers. The last bytes of a UUIDv7 are random.
inline std::size_t qHash(const RecordId& id, std::size_t seed = 0) noexcept {
    std::size_t out;
    std::memcpy(&out, id.bytes.data() + id.bytes.size() - sizeof out, sizeof out);
    return out ^ seed;
}

}  // namespace tern

namespace tern::app {

class RecordList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString entity READ entity WRITE setEntity NOTIFY askedChanged)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY askedChanged)  ///< as docs/cli.md writes filters
    Q_PROPERTY(QString sort READ sort WRITE setSort NOTIFY askedChanged)        ///< "-amount,name"
    Q_PROPERTY(int limit READ limit WRITE setLimit NOTIFY askedChanged)         ///< 0: all
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY readyChanged)  ///< the first answer is there
    /// Until then `count` is that of the first screens.
    Q_PROPERTY(bool whole READ whole NOTIFY wholeChanged)
    Q_PROPERTY(QVariantList columns READ columns NOTIFY askedChanged)
    /// Which fields `columns` and `values` are, in order; empty: those that the schema lists.
    Q_PROPERTY(QStringList chosenColumns READ chosenColumns WRITE setChosenColumns NOTIFY askedChanged)
    /// False while its page is hidden: what changes meanwhile is looked at when it is shown again.
    Q_PROPERTY(bool inSight READ inSight WRITE setInSight NOTIFY inSightChanged)
    Q_PROPERTY(int selectedCount READ selectedCount NOTIFY selectionChanged)

public:
    enum Role {
        RecordIdRole = Qt::UserRole,
        TitleRole,     ///< the record's name
        SubtitleRole,  ///< the next values that the schema lists, joined
        BadgeRole,     ///< the choice that says how it stands, else the first, by label
        ToneRole,      ///< the same choice's name: what colour it has
        AsideRole,     ///< the first amount, else the first day
        ValuesRole,    ///< all listed values, in the order of `columns`
        LoadedRole,    ///< false: still being read
        SelectedRole,
        PhoneRole,  ///< the first number, as it is dialled
        MailRole,   ///< the first address
        MarksRole,  ///< of `chosenColumns`: those that are true, by name
    };
    explicit RecordList(QObject* parent = nullptr);
    ~RecordList() override;

    QString entity() const { return entity_; }
    QString filter() const { return filter_; }
    QString sort() const { return sort_; }
    int limit() const { return limit_; }
    void setEntity(const QString& entity);
    void setFilter(const QString& filter);
    void setSort(const QString& sort);
    void setLimit(int limit);
    int count() const { return static_cast<int>(ids_.size()); }
    bool ready() const { return ready_; }
    bool whole() const { return whole_; }
    bool inSight() const { return following_.in_sight(); }
    void setInSight(bool in_sight) {
        following_.set_in_sight(in_sight);
        Q_EMIT inSightChanged();
    }
    /// As Backend::fields() gives them.
    QVariantList columns() const;
    QStringList chosenColumns() const { return chosen_columns_; }
    void setChosenColumns(const QStringList& names);
    int selectedCount() const { return static_cast<int>(selected_.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE QString idAt(int row) const;
    Q_INVOKABLE int rowOf(const QString& id) const;

    Q_INVOKABLE void toggle(int row);
    /// From one row to another, both included, beside what is selected.
    Q_INVOKABLE void selectTo(int from, int to);
    Q_INVOKABLE void selectAll();  ///< once the whole is there
    Q_INVOKABLE void selectNone();
    Q_INVOKABLE QStringList selectedIds() const;  ///< in the list's order

Q_SIGNALS:
    void askedChanged();
    void countChanged();
    void readyChanged();
    void wholeChanged();
    void inSightChanged();
    void selectionChanged();
    /// The filter cannot be read, say: a sentence for the person.
    void refused(const QString& what);

private:
    struct Live;  ///< lives on the core's thread
    using Read = std::vector<std::pair<RecordId, RecordRow>>;
    /// A record, and the row in which it stood when it was asked for.
    using Wanted = std::pair<RecordId, int>;
    struct Held {
        RecordRow shown;
        int at = 0;  ///< the row in which it was last drawn
    };

    void asked();
    void ask_now();
    bool sorts_by_what_is_worked_out() const;
    void ask_whole();
    void begin_with(std::vector<RecordId> ids);
    void complete(std::vector<RecordId> ids);
    void set_whole(bool whole);
    void follow(const std::vector<store::Notice>& notices);
    bool follow_missed();
    void show(std::vector<RecordId> ids);
    void apply(const Difference& difference);
    void move_rows(const Difference& difference);
    void refresh_row(const RecordId& id);
    void want(const RecordId& id, int row) const;
    void want_around(int row) const;
    /// Where it stands now; -1 where it does not.
    int place_of(const RecordId& id, int likely) const;
    void read_wanted();
    void read_some(std::vector<Wanted> wanted);
    void forget_all_rows();
    void selected(int first, int last);
    static Result<Read> read(Client& client, const Reader& reader, const QString& entity, std::vector<RecordId> ids,
                             const QStringList& columns);

    QString entity_, filter_, sort_;
    int limit_ = 0;
    bool ready_ = false, whole_ = false;
    bool all_wanted_ = false;  ///< to be selected
    Query query_;              ///< as it is asked
    std::vector<RecordId> ids_;
    std::shared_ptr<Live> live_;
    quint64 generation_ = 0;  ///< of the question: answers to an older one are dropped
    QTimer soon_;
    QTimer whole_soon_;
    mutable QTimer read_soon_;
    mutable std::vector<Wanted> wanted_;
    mutable QSet<RecordId> reading_;
    mutable QCache<RecordId, Held> rows_;
    mutable int drawn_ = 0;  ///< the row that was drawn last: where the person looks
    std::vector<store::Notice> missed_;
    Asking following_;
    QStringList chosen_columns_;
    QSet<RecordId> selected_;
};

}  // namespace tern::app

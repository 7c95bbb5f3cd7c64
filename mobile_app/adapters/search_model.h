// Search as one types, over all kinds of records.
#pragma once

#include <QAbstractListModel>
#include <QQmlEngine>
#include <map>

#include <tern/search.h>

#include "mobile_app/adapters/asking.h"
#include "mobile_app/adapters/backend.h"

namespace tern::app {

/// A record that the next answer finds, too, keeps its
/// row, so that a finger on its way to it does not miss.
class SearchModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(QString entity READ entity WRITE setEntity NOTIFY textChanged)   ///< empty: all
    Q_PROPERTY(QStringList kinds READ kinds WRITE setKinds NOTIFY textChanged)  ///< only of these; empty: of all
    Q_PROPERTY(int count READ count NOTIFY answered)
    Q_PROPERTY(bool settled READ settled NOTIFY answered)  ///< what is shown answers what is typed

public:
    enum Role {
        RecordIdRole = Qt::UserRole,
        IconRole,
        TitleRole,
        TitleFoundRole,  ///< the same as StyledText, in <b> what was typed
        AboutRole,       ///< in a line: the text in which it was found, else what tells it from others of its name
        AboutFoundRole,
    };
    explicit SearchModel(QObject* parent = nullptr);

    QString text() const { return text_; }
    void setText(const QString& text);
    QString entity() const { return entity_; }
    void setEntity(const QString& entity);
    QStringList kinds() const { return kinds_; }
    void setKinds(const QStringList& kinds);
    int count() const { return static_cast<int>(hits_.size()); }
    bool settled() const { return shown_ == asked_; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    Q_INVOKABLE QString idAt(int row) const;
    /// {"title", "titleFound", "about", "aboutFound", "icon"}
    Q_INVOKABLE QVariantMap hitAt(int row) const;

Q_SIGNALS:
    void textChanged();
    void answered();

private:
    using About = std::map<RecordId, QString>;
    void become_asked();
    bool ask();
    void take(std::vector<SearchHit> hits);
    void place(SearchHit hit, int row);
    void ask_about();
    QString about(const SearchHit& hit, bool marked) const;

    QString text_, entity_;
    QStringList kinds_;
    std::vector<SearchHit> hits_;
    About about_;  ///< what tells those apart that are shown
    Asking asking_;
    quint64 asked_ = 0, shown_ = 0;
};

}  // namespace tern::app

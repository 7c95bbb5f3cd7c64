// Search as one types, over all kinds of records.
#pragma once

#include <QAbstractListModel>
#include <QQmlEngine>

#include <tern/search.h>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

class SearchModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(QString entity READ entity WRITE setEntity NOTIFY textChanged)  ///< empty: all
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool settled READ settled NOTIFY countChanged)  ///< what is shown answers what is typed

public:
    enum Role {
        RecordIdRole = Qt::UserRole,
        EntityRole,
        KindRole,  ///< the entity's label
        IconRole,
        TitleRole,
        ExcerptRole  ///< the text in which it was found; empty: the title
    };
    explicit SearchModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    QString text() const { return text_; }
    void setText(const QString& text);
    QString entity() const { return entity_; }
    void setEntity(const QString& entity);
    int count() const { return static_cast<int>(hits_.size()); }
    bool settled() const { return shown_ == asked_; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    Q_INVOKABLE QString idAt(int row) const;
    /// {"title", "excerpt", "kind", "icon"}
    Q_INVOKABLE QVariantMap hitAt(int row) const;

Q_SIGNALS:
    void textChanged();
    void countChanged();

private:
    void ask();

    QString text_, entity_;
    std::vector<SearchHit> hits_;
    quint64 asked_ = 0, shown_ = 0;
};

}  // namespace tern::app

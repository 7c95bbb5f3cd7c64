// Records that may be one, and making one of them: value by value, seen before it is done, taken back afterwards.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QStringList>
#include <QTimer>
#include <QVariantList>
#include <map>

#include <tern/duplicates.h>
#include <tern/merging.h>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

/// The suggestions over what this device holds.
class DuplicateList : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString entity MEMBER entity_ WRITE setEntity NOTIFY entityChanged)  ///< empty: of all kinds
    /// {"first", "second", "firstTitle", "secondTitle", "kind", "iconName", "because", "strong"}
    Q_PROPERTY(QVariantList pairs READ pairs NOTIFY pairsChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY pairsChanged)

public:
    explicit DuplicateList(QObject* parent = nullptr);
    void setEntity(const QString& entity);
    QVariantList pairs() const { return pairs_; }
    bool ready() const { return ready_; }
    /// These two are not one: they are not suggested again.
    Q_INVOKABLE void keepSeparate(const QString& first, const QString& second);

Q_SIGNALS:
    void entityChanged();
    void pairsChanged();

private:
    void ask();

    QString entity_;
    QVariantList pairs_;
    bool ready_ = false;
    QTimer soon_;
};

class MergeModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QStringList ids MEMBER ids_ WRITE setIds NOTIFY askedChanged)      ///< 2 to 10 of one kind
    Q_PROPERTY(QString winner READ winner WRITE setWinner NOTIFY previewChanged)  ///< the one that stays; the first
    Q_PROPERTY(QVariantList records READ records NOTIFY previewChanged)           ///< {"id", "title", "about"}
    /// What they differ in: {"field", "label", "from", "options": [{"id", "text"}]}
    Q_PROPERTY(QVariantList fields READ fields NOTIFY previewChanged)
    Q_PROPERTY(QVariantList united READ united NOTIFY previewChanged)  ///< {"label", "text"}: what the winner gains
    Q_PROPERTY(int references READ references NOTIFY previewChanged)   ///< records that refer to the winner afterwards
    Q_PROPERTY(QString problem READ problem NOTIFY previewChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY previewChanged)

public:
    explicit MergeModel(QObject* parent = nullptr);
    void setIds(const QStringList& ids);
    QString winner() const { return winner_; }
    void setWinner(const QString& id);
    QVariantList records() const { return preview_.records; }
    QVariantList fields() const { return preview_.fields; }
    QVariantList united() const { return preview_.united; }
    int references() const { return preview_.references; }
    QString problem() const { return problem_; }
    bool ready() const { return ready_; }

    /// The value of that record is to stay.
    Q_INVOKABLE void choose(const QString& field, const QString& id);
    Q_INVOKABLE void merge();

Q_SIGNALS:
    void askedChanged();
    void previewChanged();
    void merged(const QString& winner);

private:
    struct Preview {
        QVariantList records, fields, united;
        int references = 0;
    };
    MergeRequest request() const;
    void look();
    static Result<Preview> preview(Client& client, const Reader& reader, const MergeRequest& request);

    QStringList ids_;
    QString winner_, problem_;
    std::map<QString, QString> chosen_;
    Preview preview_;
    bool ready_ = false;
};

}  // namespace tern::app

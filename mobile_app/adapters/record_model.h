// One record: its fields as people read them, and a draft of what they change. Saved at once or not at all; a field
// that somebody else changes meanwhile keeps what is being typed.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QTimer>
#include <QVariantList>
#include <map>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

class RecordModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)  ///< empty: a new one
    Q_PROPERTY(
        QString entity READ entity WRITE setEntity NOTIFY entityChanged)  ///< of a new one; else the record's own
    Q_PROPERTY(QString title READ title NOTIFY loadedChanged)
    Q_PROPERTY(bool loaded READ loaded NOTIFY loadedChanged)
    Q_PROPERTY(bool missing READ missing NOTIFY loadedChanged)
    Q_PROPERTY(bool deleted READ deleted NOTIFY loadedChanged)
    /// Those of Backend::fields(), with `shown` as people read it and `raw` as they would type it.
    Q_PROPERTY(QVariantList fields READ fields NOTIFY fieldsChanged)
    /// Those of them that hold something.
    Q_PROPERTY(QVariantList told READ told NOTIFY fieldsChanged)
    Q_PROPERTY(bool dirty READ dirty NOTIFY dirtyChanged)
    Q_PROPERTY(bool saving READ saving NOTIFY savingChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)  ///< why it was not saved
    /// What a new record may already be, the likeliest first: {"id", "title", "kind", "because"}.
    Q_PROPERTY(QVariantList alike READ alike NOTIFY alikeChanged)

public:
    explicit RecordModel(QObject* parent = nullptr);

    QString recordId() const { return id_; }
    void setRecordId(const QString& id);
    QString entity() const { return entity_; }
    void setEntity(const QString& entity);
    QString title() const { return read_.title; }
    bool loaded() const { return loaded_; }
    bool missing() const { return missing_; }
    bool deleted() const { return read_.deleted; }
    QVariantList fields() const { return fields_; }
    QVariantList told() const { return told_; }
    bool dirty() const { return !draft_.empty(); }
    bool saving() const { return saving_; }
    QString problem() const { return problem_; }
    QVariantList alike() const { return alike_; }

    /// As it stands, or as it is being typed.
    Q_INVOKABLE QString raw(const QString& field) const;
    Q_INVOKABLE QString shown(const QString& field) const;
    Q_INVOKABLE void type(const QString& field, const QString& text);
    Q_INVOKABLE void discard();
    Q_INVOKABLE void save();
    /// One field, at once.
    Q_INVOKABLE void set(const QString& field, const QString& text);

Q_SIGNALS:
    void recordIdChanged();
    void entityChanged();
    void loadedChanged();
    void fieldsChanged();
    void dirtyChanged();
    void savingChanged();
    void problemChanged();
    void alikeChanged();
    void saved(const QString& id);

private:
    struct Loaded {
        QString entity, title;
        bool deleted = false;
        std::map<QString, std::pair<QString, QString>> values;  ///< shown and raw, by field
        bool operator==(const Loaded&) const = default;
    };
    void load();
    void take(Loaded loaded);
    void make_fields();
    void refuse(const Failure& failure);
    void look_for_alike();
    static Result<Loaded> read(Client& client, const Reader& reader, const RecordId& id);

    QString id_, entity_, problem_;
    bool loaded_ = false, missing_ = false, saving_ = false;
    Loaded read_;
    std::shared_ptr<const Faces> shown_with_;  ///< none: what is shown is to be made anew
    std::map<QString, QString> draft_;
    QVariantList fields_, told_, alike_;
    QTimer typed_;
};

}  // namespace tern::app

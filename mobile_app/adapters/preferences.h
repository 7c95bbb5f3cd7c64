// How this person likes the app: kept on this device, outside the org's data.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QSettings>

namespace tern::app {

class Preferences : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(Look look READ look WRITE setLook NOTIFY lookChanged)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)    ///< "en", "zh"
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged)  ///< 0.85 to 1.6

public:
    enum Look { System, Light, Dark };
    Q_ENUM(Look)
    explicit Preferences(QObject* parent = nullptr) : QObject(parent) {}

    Look look() const;
    void setLook(Look look);
    QString language() const;
    void setLanguage(const QString& language);
    qreal textScale() const;
    void setTextScale(qreal scale);

    /// Of one list or page: how wide a column is, say.
    Q_INVOKABLE QVariant kept(const QString& name) const { return settings_.value(name); }
    Q_INVOKABLE void keep(const QString& name, const QVariant& value) { settings_.setValue(name, value); }

Q_SIGNALS:
    void lookChanged();
    void languageChanged();
    void textScaleChanged();

private:
    QSettings settings_;
};

}  // namespace tern::app

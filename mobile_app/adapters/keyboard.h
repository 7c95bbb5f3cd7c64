// Whether the person works by keys just now: then a page puts the keys where a hand on a keyboard wants them and shows
// where that is, which on a phone would open the screen's keyboard, or draw a ring that nobody asked for. Enter presses
// the button that has the keys, as Space does.
#pragma once

#include <QObject>
#include <QQmlEngine>

namespace tern::app {

class Keyboard : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool used READ used NOTIFY usedChanged)
    Q_PROPERTY(Qt::FocusReason reason READ reason NOTIFY usedChanged)  ///< of focus that the app itself moves

public:
    explicit Keyboard(QObject* parent = nullptr);
    bool used() const { return used_; }
    Qt::FocusReason reason() const { return used_ ? Qt::TabFocusReason : Qt::OtherFocusReason; }
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void usedChanged();

private:
    void use(bool keys);
    bool used_ = false;
};

}  // namespace tern::app

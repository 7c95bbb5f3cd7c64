#include "mobile_app/adapters/keyboard.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QQuickItem>
#include <QQuickWindow>
#include <utility>

namespace tern::app {
namespace {

/// Letters alone may come from a screen's keyboard, too.
bool leads_somewhere(const QKeyEvent& event) {
    const int key = event.key();
    return (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) || key == Qt::Key_Tab ||
           key == Qt::Key_Backtab || (key >= Qt::Key_Home && key <= Qt::Key_PageDown) ||
           (key >= Qt::Key_F1 && key <= Qt::Key_F35) || key == Qt::Key_Escape;
}

bool is_enter(const QKeyEvent& event) {
    return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) &&
           !(event.modifiers() & ~Qt::KeypadModifier) && !event.isAutoRepeat();
}

/// Every button of the app is one of Qt's; Ctrl Enter goes on to the page, which saves.
bool press(QObject* window) {
    const auto* shown = qobject_cast<QQuickWindow*>(window);
    auto* item = shown == nullptr ? nullptr : shown->activeFocusItem();
    // A switch is turned by Space alone: Enter may be meant for the form around it.
    return item != nullptr && item->inherits("QQuickAbstractButton") && !item->property("checkable").toBool() &&
           QMetaObject::invokeMethod(item, "clicked");
}

}  // namespace

Keyboard::Keyboard(QObject* parent) : QObject(parent) { qApp->installEventFilter(this); }

bool Keyboard::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::KeyPress: {
            const auto& key = static_cast<const QKeyEvent&>(*event);
            if (leads_somewhere(key)) use(true);
            if (is_enter(key) && press(watched)) return true;
            break;
        }
        case QEvent::TouchBegin:
        case QEvent::MouseButtonPress:
            use(false);
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

void Keyboard::use(bool keys) {
    if (std::exchange(used_, keys) != keys) Q_EMIT usedChanged();
}

}  // namespace tern::app

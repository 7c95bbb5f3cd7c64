// A person at the app: sees items by their names, taps, types, waits.
#pragma once

#include <QQuickItem>
#include <QQuickView>
#include <QTest>
#include <functional>
#include <optional>

namespace tern::test {

class Driver {
public:
    explicit Driver(QQuickView& view) : view_(view) {}

    /// The visible one of that objectName, wherever it was made; nullptr where there is none.
    QQuickItem* find(const QString& name) const { return find(view_.contentItem(), name); }
    bool sees(const QString& name) const { return find(name) != nullptr; }
    QString text(const QString& name) const {
        const auto* item = find(name);
        return item == nullptr ? QString{} : item->property("text").toString();
    }
    bool wait(const std::function<bool()>& until, int ms = 15'000) const { return QTest::qWaitFor(until, ms); }
    bool waits_for(const QString& name) const {
        return wait([&] { return sees(name); });
    }

    /// With a finger in the middle of it; scrolled into sight first.
    bool tap(const QString& name) {
        if (!waits_for(name)) return false;
        QPoint at;
        if (!wait([&] { return rests(name, at); })) return false;
        QTest::touchEvent(&view_, finger_).press(0, at);
        QTest::qWait(20);
        QTest::touchEvent(&view_, finger_).release(0, at);
        QTest::qWait(60);
        return true;
    }
    /// From the middle of one to the middle of the other, after resting for that long.
    bool drag(const QString& from, const QString& to, int rest_ms) {
        if (!waits_for(from) || !waits_for(to)) return false;
        const auto middle = [&](const QString& name) {
            const auto* item = find(name);
            return item->mapToScene(QPointF{item->width() / 2, item->height() / 2});
        };
        const QPointF start = middle(from), end = middle(to);
        QTest::touchEvent(&view_, finger_).press(0, start.toPoint());
        QTest::qWait(rest_ms);
        for (int i = 1; i <= 10; ++i) {
            QTest::touchEvent(&view_, finger_).move(0, (start + (end - start) * i / 10).toPoint());
            QTest::qWait(10);
        }
        QTest::touchEvent(&view_, finger_).release(0, end.toPoint());
        QTest::qWait(60);
        return true;
    }
    /// Into a box, in place of what is there.
    bool type(const QString& name, const QString& text) {
        if (!tap(name)) return false;
        auto* focus = view_.activeFocusItem();
        if (focus == nullptr) return false;
        QMetaObject::invokeMethod(focus, "selectAll");
        if (text.isEmpty()) QTest::keyClick(&view_, Qt::Key_Delete);
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, &view_, Qt::Key_unknown, QString{c}, Qt::NoModifier, -1);
        QTest::qWait(20);
        return true;
    }
    void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
        QTest::keyClick(&view_, key, with);
        QTest::qWait(60);
    }

private:
    static QQuickItem* find(QQuickItem* below, const QString& name) {
        if (!below->isVisible()) return nullptr;
        const auto children = below->childItems();
        for (auto at = children.rbegin(); at != children.rend(); ++at)  // what lies on top first
            if (auto* found = find(*at, name)) return found;
        return below->objectName() == name ? below : nullptr;
    }
    /// In sight, and not moved by what is still being read above it: where its middle is.
    bool rests(const QString& name, QPoint& at) {
        const auto place = [&]() -> std::optional<QPoint> {
            auto* item = find(name);
            if (item == nullptr) return std::nullopt;
            show(item);
            return item->mapToScene(QPointF{item->width() / 2, item->height() / 2}).toPoint();
        };
        const auto first = place();
        QTest::qWait(40);
        const auto then = place();
        if (then) at = *then;
        return first && first == then && !turning(name);
    }
    /// While one page gives way to another, the stack of pages takes no taps; a frame that is late looks like rest.
    bool turning(const QString& name) const {
        for (const auto* item = find(name); item != nullptr; item = item->parentItem())
            if (item->property("busy").toBool() && item->property("depth").isValid()) return true;
        return false;
    }
    /// Every page that scrolls is a Flickable.
    void show(QQuickItem* item) {
        for (auto* up = item->parentItem(); up != nullptr; up = up->parentItem()) {
            if (!up->inherits("QQuickFlickable")) continue;
            const qreal y = item->mapToItem(up, QPointF{}).y();
            if (y >= 0 && y + item->height() <= up->height()) continue;
            const qreal most = qMax(0.0, up->property("contentHeight").toReal() - up->height());
            up->setProperty("contentY", qBound(0.0, up->property("contentY").toReal() + y - up->height() / 3, most));
        }
    }

    QQuickView& view_;
    QPointingDevice* finger_ = QTest::createTouchDevice();
};

}  // namespace tern::test

// Two hands on a keyboard: they press keys and see where the keys are, and do nothing else.
#pragma once

#include <gmock/gmock.h>

#include "tests/ui/driver.h"

namespace tern::test {

class Hands {
public:
    Hands(QQuickView& view, const Driver& eyes) : view_(view), eyes_(eyes) {}

    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
        QTest::keyClick(&view_, key, with);
        QTest::qWait(40);
    }
    void write(const std::string& text) {
        for (const char letter : text) QTest::keyClick(&view_, letter);
        QTest::qWait(40);
    }
    /// The keys are at the item of that name, or within.
    bool at(const QString& name) const {
        for (auto* item = view_.activeFocusItem(); item != nullptr; item = item->parentItem())
            if (item->objectName() == name && item->isVisible()) return true;
        return false;
    }
    /// They come there by themselves.
    bool reach(const QString& name) const {
        return eyes_.wait([&] { return at(name); }, 5'000);
    }
    /// Something that is seen has them.
    bool holds() const {
        return eyes_.wait([&] { return view_.activeFocusItem() != nullptr && view_.activeFocusItem()->isVisible(); });
    }
    bool tab_to(const QString& name, int most = 30) { return by(Qt::Key_Tab, name, most); }
    /// To a part of the page.
    bool part_to(const QString& name) { return by(Qt::Key_F6, name, 12); }
    /// By the palette, to the line of that name.
    void go(const std::string& words, const QString& line) {
        press(Qt::Key_K, Qt::ControlModifier);
        ASSERT_TRUE(reach("searchBox")) << where();
        write(words);
        ASSERT_TRUE(eyes_.waits_for(line)) << words;
        press(Qt::Key_Return);
    }
    std::string where() const {
        QStringList names;
        for (auto* item = view_.activeFocusItem(); item != nullptr; item = item->parentItem())
            if (!item->objectName().isEmpty()) names.push_back(item->objectName());
        const char* kind =
            view_.activeFocusItem() == nullptr ? "nothing" : view_.activeFocusItem()->metaObject()->className();
        return "at " + names.join(" < ").toStdString() + " (" + kind + ")";
    }

private:
    bool by(Qt::Key key, const QString& name, int most) {
        for (int i = 0; i < most && !at(name); ++i) press(key);
        return at(name);
    }

    QQuickView& view_;
    const Driver& eyes_;
};

}  // namespace tern::test

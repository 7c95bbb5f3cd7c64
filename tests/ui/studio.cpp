#include "tests/ui/studio.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <algorithm>

#include "mobile_app/adapters/app.h"

namespace tern::test {

Studio::Studio(app::Backend::Options options, Film& film) : backend(std::move(options)), film_(film) {
    view.engine()->addImportPath("qrc:/qt/qml");
    app::translate(*view.engine(), backend);
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.setSource(QUrl{"qrc:/qt/qml/Tern/App.qml"});
    if (view.status() != QQuickView::Ready) qFatal("the app does not load");
    QQmlComponent component{view.engine()};
    component.setData("import QtQuick\nimport Tern\nQtObject { property var go: Go }", QUrl{});
    holder_.reset(component.create());
    ways_ = holder_->property("go").value<QObject*>();
    preferences_ = view.engine()->singletonInstance<app::Preferences*>(qmlTypeId("Tern", 1, 0, "Preferences"));
    view.resize(390, 844);
    view.show();
}

void Studio::wait_for(app::Backend::State state) {
    for (int i = 0; i < 1'000 && backend.state() != state; ++i) settle(20);
    if (backend.state() != state) qFatal("the app does not open");
}

/// Pages ask when they are shown, and again for what they were answered: a picture waits until nobody is asking.
void Studio::answered() {
    for (int round = 0; round < 4; ++round) {
        settle(60);
        if (backend.state() == app::Backend::State::Open) ask([](Client&) { return true; });
    }
}

/// A finger somewhere else than on a key: no ring shows where the keys are.
void Studio::take_in_hand() {
    QObject nobody;
    QMouseEvent touch{QEvent::MouseButtonPress, {}, {}, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier};
    QCoreApplication::sendEvent(&nobody, &touch);
}

void Studio::shoot(const std::vector<Way>& pages) {
    for (const bool wide : {false, true}) {
        view.resize(wide ? 1440 : 390, wide ? 900 : 844);
        for (const bool dark : {false, true}) {
            preferences_->setLook(dark ? app::Preferences::Dark : app::Preferences::Light);
            for (const char* language : {"en", "zh"}) {
                backend.setLanguage(language);
                for (const Way& way : pages) {
                    const QString name = QString{"%1-%2-%3-%4"}.arg(wide ? "desk" : "phone", way.name,
                                                                    dark ? "dark" : "light", language);
                    if (!name.contains(film_.only)) continue;  // what is not shown need not be read
                    close_sheets();                            // of the page before
                    way.go();
                    if (!wide) take_in_hand();
                    answered();
                    settle();
                    if (view.grabWindow().save(film_.folder + "/" + name + ".png")) ++film_.made;
                }
            }
        }
    }
}

QObject* Studio::shell() { return view.rootObject()->findChild<QObject*>("stage")->property("item").value<QObject*>(); }

QQuickItem* Studio::top() {
    return view.rootObject()->findChild<QObject*>("pages")->property("currentItem").value<QQuickItem*>();
}

void Studio::welcome(bool joins) { shell()->setProperty("joins", joins); }

void Studio::section(const char* name) { QMetaObject::invokeMethod(shell(), "visit", Q_ARG(QVariant, QString{name})); }

void Studio::run(const char* command) { QMetaObject::invokeMethod(shell(), "run", Q_ARG(QVariant, QString{command})); }

void Studio::list(const char* entity, const char* filter) {
    QMetaObject::invokeMethod(ways_, "list", Q_ARG(QString, entity), Q_ARG(QString, filter));
}

void Studio::record(const QString& id) { QMetaObject::invokeMethod(ways_, "record", Q_ARG(QString, id)); }

void Studio::form(const char* entity, const QString& id) {
    QMetaObject::invokeMethod(ways_, "form", Q_ARG(QString, entity), Q_ARG(QString, id),
                              Q_ARG(QVariant, QVariantMap{}));
}

void Studio::page(const char* name, const QVariantMap& properties) {
    QMetaObject::invokeMethod(ways_, "page", Q_ARG(QString, name), Q_ARG(QVariant, properties));
}

void Studio::choose(int row) { QMetaObject::invokeMethod(top(), "select", Q_ARG(QVariant, row)); }

void Studio::scroll(const char* name, int y) {
    for (auto* item : view.rootObject()->findChildren<QQuickItem*>(name)) item->setProperty("contentY", y);
}

void Studio::close_sheets() {
    const auto open = [this] {
        const auto on_top = view.contentItem()->childItems();
        return std::any_of(on_top.begin(), on_top.end(),
                           [](const QQuickItem* item) { return item->inherits("QQuickOverlay") && item->isVisible(); });
    };
    for (int i = 0; i < 6 && open(); ++i) QTest::keyClick(&view, Qt::Key_Escape), settle(60);
}

}  // namespace tern::test

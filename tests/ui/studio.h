// The app before a camera: brought to a page by what leads there, taken in both sizes, looks and languages.
#pragma once

#include <QQuickView>
#include <functional>
#include <optional>
#include <vector>

#include "mobile_app/adapters/backend.h"
#include "mobile_app/adapters/preferences.h"
#include "tests/ui/driver.h"

namespace tern::test {

class Studio {
public:
    struct Film {
        QString folder;  ///< where the pictures go
        QString only;    ///< pages whose name holds this
        int made = 0;
    };
    Studio(app::Backend::Options options, Film& film);

    /// A page, and how one gets there.
    struct Way {
        const char* name;
        std::function<void()> go;
    };
    void shoot(const std::vector<Way>& pages);

    // --- ways --------------------------------------------------------------------------------------------------------
    void welcome(bool joins);
    void section(const char* name);
    void list(const char* entity, const char* filter = "");
    void record(const QString& id);
    void form(const char* entity, const QString& id = {});
    void page(const char* name, const QVariantMap& properties = {});
    void run(const char* command);
    void press(const char* name) { driver.tap(name); }
    /// Of the page on top.
    void put(const char* property, const QVariant& value) { top()->setProperty(property, value); }
    void choose(int row);
    void scroll(const char* name, int y);
    void close_sheets();
    app::Preferences& preferences() { return *preferences_; }
    static void settle(int ms = 400) { QTest::qWait(ms); }
    void wait_for(app::Backend::State state);

    template <class Work>
    auto ask(Work work) {
        std::optional<decltype(work(std::declval<Client&>()))> out;
        backend.ask(&backend, work, [&](auto result) { out = std::move(result); });
        for (int i = 0; i < 500 && !out; ++i) settle(20);
        if (!out) qFatal("no answer");
        return std::move(*out);
    }

    app::Backend backend;
    QQuickView view;
    Driver driver{view};

private:
    QObject* shell();
    QQuickItem* top();
    void answered();
    void take_in_hand();

    Film& film_;
    std::unique_ptr<QObject> holder_;
    QObject* ways_ = nullptr;
    app::Preferences* preferences_ = nullptr;
};

}  // namespace tern::test

// The app over a folder, a server of its own, and what every story begins with.
#pragma once

#include <gmock/gmock.h>
#include <tern/records.h>

#include <QQmlEngine>
#include <QRegularExpression>
#include <QTemporaryDir>

#include "mobile_app/adapters/app.h"
#include "tests/ui/driver.h"
#include "tests/ui/server.h"

namespace tern::test {

using app::Backend;

/// The app at a phone's size over a folder.
class Phone {
public:
    explicit Phone(const QString& folder) : backend_({folder.toStdString(), {}, "en"}), driver(view_) {
        view_.engine()->addImportPath("qrc:/qt/qml");
        app::translate(*view_.engine(), backend_);
        view_.setResizeMode(QQuickView::SizeRootObjectToView);
        view_.setSource(QUrl{"qrc:/qt/qml/Tern/App.qml"});
        view_.resize(390, 844);
        view_.show();
        view_.requestActivate();
        EXPECT_EQ(view_.status(), QQuickView::Ready);
    }
    Backend& backend() { return backend_; }
    /// As another program on the same folder would.
    bool make(const std::string& entity, const std::vector<Assignment>& fields) {
        bool done = false, made = false;
        backend_.ask(
            &backend_, [=](Client& client) { return Records{client}.create(entity, fields); },
            [&](Result<RecordId> id) {
                done = true;
                made = id.has_value();
                if (!id) ADD_FAILURE() << id.error().text();
            });
        return driver.wait([&] { return done; }) && made;
    }
    QQuickView& view() { return view_; }
    /// Of the box in a form's field.
    QString text_in(const QString& field) {
        const auto* item = driver.find(field);
        return item == nullptr ? QString{} : item->property("item").value<QQuickItem*>()->property("text").toString();
    }

private:
    Backend backend_;
    QQuickView view_;

public:
    Driver driver;
};

/// Of the key in a recovery kit.
inline QString last_group(const QString& kit) {
    return QRegularExpression{QStringLiteral("^key:.*-(\\w+)\\s*$"), QRegularExpression::MultilineOption}
        .match(kit)
        .captured(1);
}

template <class T>
T must(Result<T> result) {
    EXPECT_TRUE(result) << result.error().text();
    return std::move(*result);
}

class App : public testing::Test {
protected:
    /// What the core says, asked as the app's own pages do.
    template <class Work>
    static auto ask(Phone& phone, Work work) {
        std::optional<decltype(work(std::declval<Client&>()))> out;
        phone.backend().ask(&phone.backend(), work, [&](auto result) { out = std::move(result); });
        EXPECT_TRUE(phone.driver.wait([&] { return out.has_value(); }));
        return std::move(*out);
    }
    static void found_org(Phone& phone, const Server& server) {
        auto& person = phone.driver;
        ASSERT_TRUE(person.type("server", server.url()));
        ASSERT_TRUE(person.type("org", "Maven"));
        ASSERT_TRUE(person.type("name", "Ann"));
        ASSERT_TRUE(person.type("email", "ann@maven.example"));
        ASSERT_TRUE(person.type("password", "correct horse battery"));
        ASSERT_TRUE(person.tap("go"));
        ASSERT_TRUE(person.waits_for("kit")) << person.text("toast").toStdString();
        const auto kit = person.text("kit").trimmed();
        EXPECT_FALSE(person.find("go")->isEnabled()) << "the kit is asked back";
        ASSERT_TRUE(person.type("kitWord", last_group(kit)));
        ASSERT_TRUE(person.tap("go"));
        ASSERT_TRUE(person.waits_for("nav_today"));
        EXPECT_EQ(phone.backend().kit(), QString{}) << "it is not kept";
    }
    static void add_customer(Phone& phone, const QString& name) {
        auto& person = phone.driver;
        ASSERT_TRUE(person.tap("nav_add"));
        ASSERT_TRUE(person.tap("new_account"));
        ASSERT_TRUE(person.type("field_name", name));
        ASSERT_TRUE(person.tap("save"));
        ASSERT_TRUE(person.waits_for("recordTitle")) << person.text("problem").toStdString();
        ASSERT_TRUE(person.wait([&] { return person.text("recordTitle") == name; }));
    }

    QTemporaryDir folder;
    Server server;
};

}  // namespace tern::test

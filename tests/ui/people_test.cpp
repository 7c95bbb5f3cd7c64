// Letting a colleague in: from one screen to the other.
#include <QQuickItemGrabResult>

#include "tests/ui/app_fixture.h"

namespace tern::test {
namespace {

class Invitation : public App {
protected:
    bool open(Phone& phone, const QString& password) {
        return phone.driver.type("password", password) && phone.driver.tap("go") && phone.driver.waits_for("nav_today");
    }
    static bool synced(Phone& phone) {
        return phone.driver.wait([&] {
            return phone.backend().syncState() == Backend::SyncState::Synced && phone.backend().pending() == 0;
        });
    }
    /// What a camera would take of it.
    bool photograph(Phone& phone, const QString& item, const QString& file) {
        const auto grabbed = phone.driver.find(item)->grabToImage(QSize{600, 600});
        if (!grabbed) return false;
        bool ready = false;
        QObject::connect(grabbed.data(), &QQuickItemGrabResult::ready, [&] { ready = true; });
        return phone.driver.wait([&] { return ready; }) && grabbed->saveToFile(file);
    }
};

TEST_F(Invitation, GoesFromOneScreenToTheOtherAsACode) {
    const QString picture = folder.path() + "/code.png";
    QString link;
    {
        Phone admin{folder.path() + "/ann"};
        auto& person = admin.driver;
        ASSERT_NO_FATAL_FAILURE(found_org(admin, server));
        ASSERT_TRUE(person.tap("nav_more"));
        ASSERT_TRUE(person.tap("goPeople"));
        ASSERT_TRUE(person.tap("newSpace"));
        ASSERT_TRUE(person.type("spaceName", "Team North"));
        ASSERT_TRUE(person.tap("makeSpace"));
        ASSERT_TRUE(synced(admin));
        ASSERT_TRUE(person.tap("invite"));
        ASSERT_TRUE(person.type("inviteLogin", "ben@maven.example"));
        ASSERT_TRUE(person.type("inviteName", "Ben"));
        ASSERT_TRUE(person.tap("place_0"));
        ASSERT_TRUE(person.tap("inviteGo"));
        ASSERT_TRUE(person.waits_for("qr")) << person.text("toast").toStdString();
        link = person.text("inviteLink");
        ASSERT_TRUE(photograph(admin, "qr", picture));
        ASSERT_TRUE(synced(admin));
    }
    {
        Phone newcomer{folder.path() + "/ben"};
        auto& person = newcomer.driver;
        ASSERT_TRUE(person.waits_for("how"));
        QMetaObject::invokeMethod(person.find("how"), "chosen", Q_ARG(QVariant, true));
        auto* reader = newcomer.view().rootObject()->findChild<QObject*>("qrReader");
        ASSERT_NE(reader, nullptr);
        QMetaObject::invokeMethod(reader, "read", Q_ARG(QString, picture));
        ASSERT_TRUE(person.wait([&] { return person.text("link") == link; })) << person.text("link").toStdString();
        ASSERT_TRUE(person.type("email", "ben@maven.example"));
        ASSERT_TRUE(person.type("password", "staple battery"));
        ASSERT_TRUE(person.tap("go"));
        ASSERT_TRUE(person.waits_for("kit")) << person.text("toast").toStdString();
    }
    {
        Phone admin{folder.path() + "/ann"};
        ASSERT_TRUE(open(admin, "correct horse battery"));
        ASSERT_TRUE(synced(admin));
        QTest::qWait(500);
    }
    Phone newcomer{folder.path() + "/ben"};
    ASSERT_TRUE(open(newcomer, "staple battery"));
    auto& person = newcomer.driver;
    ASSERT_TRUE(person.tap("nav_more"));
    ASSERT_TRUE(person.tap("goPeople"));
    EXPECT_TRUE(person.wait([&] {
        for (int i = 0; person.sees("space_" + QString::number(i)); ++i)
            if (person.find("space_" + QString::number(i))->property("space").toMap()["name"] == "Team North")
                return true;
        return false;
    }));
    EXPECT_FALSE(person.sees("invite")) << "who is no admin lets nobody in";
}

TEST_F(Invitation, IsNotFoundInAPictureWithoutACode) {
    Phone newcomer{folder.path() + "/ben"};
    auto& person = newcomer.driver;
    ASSERT_TRUE(person.waits_for("how"));
    auto* reader = newcomer.view().rootObject()->findChild<QObject*>("qrReader");
    ASSERT_NE(reader, nullptr);
    const QString picture = folder.path() + "/nothing.png";
    QImage blank{200, 200, QImage::Format_RGB32};
    blank.fill(Qt::lightGray);
    ASSERT_TRUE(blank.save(picture));
    for (const auto& file : {picture, folder.path() + "/not there.png"}) {
        QMetaObject::invokeMethod(reader, "read", Q_ARG(QString, file));
        ASSERT_TRUE(
            person.wait([&] { return person.find("toast") != nullptr && person.text("toast").contains("code"); }));
        person.find("toast")->setProperty("text", "");
    }
}

}  // namespace
}  // namespace tern::test

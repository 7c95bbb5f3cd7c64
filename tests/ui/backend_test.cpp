// Questions and deeds of pages that come and go, as the app's one door to the core treats them.
#include <chrono>
#include <thread>

#include "tests/ui/app_fixture.h"

namespace tern::test {
namespace {

class Door : public App {
protected:
    /// The core's thread has its hands full.
    static void occupy(Backend& backend) {
        backend.ask(
            &backend,
            [](Client&) {
                std::this_thread::sleep_for(std::chrono::milliseconds{300});
                return true;
            },
            [](bool) {});
    }
};

TEST_F(Door, DoesWhatWasSavedEvenWhileTheAppIsClosed) {
    {
        Phone phone{folder.path() + "/data"};
        ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
        occupy(phone.backend());
        phone.backend().act(
            &phone.backend(),
            [](Client& client) {
                return Records{client}.create("account", {{"name", "Umbrella"}});
            },
            [](const Result<RecordId>&) {});
    }
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_TRUE(person.type("password", "correct horse battery"));
    ASSERT_TRUE(person.tap("go"));
    ASSERT_TRUE(person.tap("nav_account"));
    EXPECT_TRUE(
        person.wait([&] { return person.sees("row_0") && person.find("row_0")->property("title") == "Umbrella"; }));
}

TEST_F(Door, AsksNothingForAPageThatWasLeft) {
    Phone phone{folder.path() + "/data"};
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    auto page = std::make_unique<QObject>(), next = std::make_unique<QObject>();
    std::atomic<bool> asked = false, answered = false;
    occupy(phone.backend());
    phone.backend().ask(
        page.get(), [&](Client&) { return asked = true; }, [](bool) {});
    phone.backend().ask(
        next.get(), [](Client&) { return true; }, [&](bool) { answered = true; });
    page.reset();
    ASSERT_TRUE(phone.driver.wait([&] { return answered.load(); }));
    EXPECT_FALSE(asked);
}

TEST_F(Door, TellsWhatWentWrongWithADeedWhosePageWasLeft) {
    Phone phone{folder.path() + "/data"};
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    auto page = std::make_unique<QObject>();
    phone.backend().act(
        page.get(),
        [](Client& client) {
            return Records{client}.create("account", {{"employees", "many"}});
        },
        [](const Result<RecordId>&) {});
    page.reset();
    EXPECT_TRUE(phone.driver.wait([&] {
        return phone.driver.text("toast").contains("employees", Qt::CaseInsensitive);
    })) << phone.driver.text("toast").toStdString();
}

}  // namespace
}  // namespace tern::test

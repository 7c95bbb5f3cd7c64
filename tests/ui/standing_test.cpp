// "Sync and trust": what waits is listed by name, and what two wrote at once ends with a third value for both.
#include <QClipboard>
#include <QGuiApplication>

#include "tests/ui/app_fixture.h"

namespace tern::test {
namespace {

class Standing : public App {
protected:
    Standing() {
        std::string kit;
        ann_ = must(Client::create_org({folder.path().toStdString() + "/ann", {"correct horse battery", {}}},
                                       {server.url().toStdString(), "Maven", "ann@maven.example", "Ann", {}, {}}, kit));
        team_ = must(ann_->create_space("Team North", SpaceKind::team));
        acme_ = must(Records{*ann_}.create("account", {{"name", "Acme"}, {"website", "old.example"}}, team_));
    }
    QString invite_ben() {
        InviteRequest request;
        request.login = "ben@maven.example";
        request.name = "Ben";
        request.spaces = {{team_, SpaceRole::writer}};
        const auto link = must(ann_->invite(request));
        sync_ann();
        return QString::fromStdString(link);
    }
    void sync_ann() { must(ann_->sync()); }
    /// Ben's phone, with all that Ann has shared.
    void let_in(Phone& phone) {
        auto& person = phone.driver;
        phone.backend().join({{"link", invite_ben()}, {"email", "ben@maven.example"}, {"password", "staple battery"}});
        ASSERT_TRUE(person.waits_for("kit")) << person.text("toast").toStdString();
        phone.backend().forgetKit();
        for (int i = 0; i < 20 && !person.sees("nav_more"); ++i) {
            sync_ann();
            person.wait([&] { return person.sees("nav_more"); }, 1'000);
        }
        ASSERT_TRUE(person.sees("nav_more")) << "let in";
        ASSERT_TRUE(person.wait([&] { return website(phone) == "old.example"; }));
    }
    std::string website(Phone& phone) {
        std::optional<std::string> out;
        phone.backend().ask(
            &phone.backend(), [id = acme_](Client& client) { return website_of(client, id); },
            [&](std::string value) { out = std::move(value); });
        EXPECT_TRUE(phone.driver.wait([&] { return out.has_value(); }));
        return out.value_or("");
    }
    static std::string website_of(Client& client, const RecordId& id) {
        const auto record = Records{client}.get(id);
        const Json* value = record ? record->find("website") : nullptr;
        return value == nullptr ? std::string{} : value->plain();
    }
    static bool settled(Phone& phone) {
        return phone.driver.wait([&] {
            return phone.backend().syncState() == Backend::SyncState::Synced && phone.backend().pending() == 0;
        });
    }

    std::unique_ptr<Client> ann_;
    SpaceId team_;
    RecordId acme_;
};

TEST_F(Standing, ListsWhatWaitsAndEndsAConflictWithAThirdValue) {
    Phone phone{folder.path() + "/ben"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(let_in(phone));

    // Both write while Ben has no network.
    phone.backend().setOnline(false);
    phone.backend().set(QString::fromStdString(uuid_text(acme_)), "website", "ben.example");
    ASSERT_TRUE(Records{*ann_}.set(acme_, {{"website", "ann.example"}}));
    sync_ann();
    ASSERT_TRUE(person.tap("nav_more"));
    ASSERT_TRUE(person.tap("goSync"));
    ASSERT_TRUE(person.waits_for("waiting_0"));
    EXPECT_EQ(person.text("waiting_0"), "Acme");
    const auto work = person.find("waiting_0")->property("work").toMap();
    EXPECT_EQ(work["what"], "Website");
    EXPECT_EQ(work["kind"], phone.backend().entity("account")["label"]);
    ASSERT_TRUE(person.waits_for("device_0"));
    EXPECT_TRUE(person.sees("device_1")) << "Ann's";
    EXPECT_FALSE(person.sees("conflict_0"));

    phone.backend().setOnline(true);
    ASSERT_TRUE(person.waits_for("conflict_0")) << phone.backend().trouble().toStdString();
    ASSERT_TRUE(person.sees("keep_0"));
    ASSERT_TRUE(person.sees("restore_0"));
    ASSERT_TRUE(person.tap("edit_0"));
    ASSERT_TRUE(person.type("field_website", "acme.example"));
    ASSERT_TRUE(person.tap("settleGo"));
    ASSERT_TRUE(person.wait([&] { return phone.backend().conflicts() == 0; }));
    ASSERT_TRUE(person.wait([&] { return !person.sees("conflict_0") && !person.sees("settleGo"); }));
    ASSERT_TRUE(settled(phone)) << phone.backend().trouble().toStdString();
    EXPECT_TRUE(person.wait([&] { return !person.sees("waiting_0"); })) << "nothing waits any more";
    sync_ann();
    EXPECT_EQ(website(phone), "acme.example");
    EXPECT_EQ(website_of(*ann_, acme_), "acme.example");
    EXPECT_EQ(Records{*ann_}.conflicts()->size(), 0U);
}

TEST_F(App, ShowsWhatWasRefusedAndGivesItAway) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    ASSERT_TRUE(person.wait([&] { return phone.backend().pending() == 0; }));
    phone.backend().setOnline(false);
    ASSERT_TRUE(phone.make("account", {{"name", "Acme"}, {"website", "acme.example"}}));
    // As a server answers whose space one may not write in any more.
    phone.backend().ask(
        &phone.backend(),
        [](Client& client) -> Status {
            auto& store = client.store();
            Transaction transaction{store.database()};
            for (const SpaceId& space : store.spaces_with_unsent())
                for (const auto& delta : store.unsent(space, 100, 1'000'000))
                    store.mark_refused(delta.txn, Fault::role);
            transaction.commit();
            return ok();
        },
        [&](Status status) {
            EXPECT_TRUE(status);
            phone.backend().wrote();
        });
    ASSERT_TRUE(person.tap("nav_more"));
    ASSERT_TRUE(person.tap("goSync"));
    ASSERT_TRUE(person.waits_for("copyRefused"));
    QString text;
    ASSERT_TRUE(person.tap("copyRefused"));
    ASSERT_TRUE(person.wait([&] {
        text = QGuiApplication::clipboard()->text();
        return !text.isEmpty();
    }));
    EXPECT_TRUE(text.contains("Acme") && text.contains("acme.example") && text.contains("You may not write that"))
        << text.toStdString();
    EXPECT_EQ(phone.backend().syncState(), Backend::SyncState::Attention);
}

}  // namespace
}  // namespace tern::test

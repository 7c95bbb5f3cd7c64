// A person saves while the sync beside takes a colleague's work in: every save is taken, and none of either's is lost.
#include <thread>

#include "tests/ui/app_fixture.h"

namespace tern::test {
namespace {

class Saving : public App {
protected:
    std::string home(const char* who) const { return folder.path().toStdString() + "/" + who; }
};

TEST_F(Saving, GoesOnWhileAColleaguesWorkIsMerged) {
    constexpr int kColleagues = 400, kOwn = 200;
    std::string kit;
    auto ann = must(Client::create_org({home("ann"), {"correct horse battery", {}}},
                                       {server.url().toStdString(), "Maven", "ann@maven.example", "Ann", {}, {}}, kit));
    const auto team = must(ann->create_space("Team North", SpaceKind::team));
    InviteRequest request;
    request.login = "ben@maven.example";
    request.name = "Ben";
    request.spaces = {{team, SpaceRole::writer}};
    const auto link = must(ann->invite(request));
    must(ann->sync());
    auto ben = must(Client::join({home("ben"), {"staple battery", {}}}, {link, "ben@maven.example", {}}, kit));
    for (int i = 0; i < 3; ++i) must(ben->sync()), must(ann->sync());
    for (int i = 0; i < kColleagues; ++i)
        must(Records{*ann}.create("account", {{"name", "Ann's " + std::to_string(i)}}, team));
    must(ann->sync());

    auto screen = must(Client::open({home("ben"), {"staple battery", {}}}));
    std::atomic<bool> taken_in = false;
    std::thread merging{[&] {
        must(ben->sync());
        taken_in = true;
    }};
    int saved = 0;
    do {
        must(Records{*screen}.create("account", {{"name", "Ben's " + std::to_string(saved)}}, team));
        ++saved;
    } while (!taken_in && saved < kOwn);
    merging.join();
    for (int i = 0; i < 2; ++i) must(ben->sync()), must(ann->sync());

    const auto names = [](Client& client, const std::string& whose) {
        int out = 0;
        const auto status = Records{client}.list({"account", {"name starts with \"" + whose + "\""}, "", {}},
                                                 [&](const Json&) { ++out; });
        EXPECT_TRUE(status) << status.error().text();
        return out;
    };
    for (Client* client : {ann.get(), ben.get()}) {
        EXPECT_EQ(names(*client, "Ann's "), kColleagues);
        EXPECT_EQ(names(*client, "Ben's "), saved);
    }
}

}  // namespace
}  // namespace tern::test

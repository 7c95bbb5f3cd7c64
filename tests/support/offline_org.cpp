#include "tests/support/offline_org.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "client_core/directory_names.h"
#include "client_core/org/directory.h"
#include "client_core/schema/crm_schema.h"
#include "client_core/sync/enrolment.h"
#include "client_core/vault.h"
#include "protocol/base/suite.h"

namespace tern::test {
namespace {

/// A step that a fixture needs and that cannot fail in a sound build.
template <class R>
auto need(R&& result) {
    if (!result) {
        std::fprintf(stderr, "offline org: %s\n", result.error().text().c_str());
        std::abort();
    }
    return std::move(*result);
}
void need_ok(const Status& status) {
    if (status) return;
    std::fprintf(stderr, "offline org: %s\n", status.error().text().c_str());
    std::abort();
}

Bytes bytes_of(const proto::ServerMessage& message) {
    const std::string text = message.SerializeAsString();
    return copy(view(text));
}

/// The server's lines: a challenge, a welcome, and `done` to whatever is put.
void found(sync::Founding& founding, const sync::Now& now) {
    proto::ServerMessage message;
    message.mutable_challenge()->set_min_proto(1);
    message.mutable_challenge()->set_max_proto(1);
    message.mutable_challenge()->set_nonce(std::string(32, 'n'));
    message.mutable_challenge()->set_server_ms(static_cast<std::uint64_t>(now.wall));
    for (int turns = 0; !founding.done() && turns < 20; ++turns) {
        const auto turn = founding.on_message(bytes_of(message), now);
        if (turn.ended) need_ok(*turn.ended);
        message.Clear();
        if (turns == 0)
            message.mutable_welcome()->set_server_ms(static_cast<std::uint64_t>(now.wall));
        else
            message.mutable_done();
    }
}

}  // namespace

OfflineOrg::OfflineOrg(const std::string& org_name) {
    char path[] = "/tmp/tern-test-XXXXXX";
    if (::mkdtemp(path) == nullptr) std::abort();
    path_ = path;
    suite::start();
    const Unlock unlock{std::nullopt, key_file()};
    const auto key = need(create_vault(folder(), unlock));
    store::Store::Options options;
    options.path = folder() + "/tern.db";
    options.key = key.view();
    {
        const auto store = need(store::Store::open(options, schema::crm()));
        const sync::Now now{system_clock().wall_ms(), system_clock().steady_ms()};
        auto made = org::make_account({"ws://offline.example:1", "ann@acme.example", "a password"});
        const auto seal = [](org::NewAccount& account, const Hash& genesis, const LogHead& head) {
            org::seal_slots_with_root(account, crypto::random_key(), suite::random_array<16>(), genesis, head);
            return ok();
        };
        sync::Founding founding{*store, made, "offline.example", "", Platform::linux_desktop, seal};
        found(founding, now);
        org::Directory directory{*store};
        need_ok(directory.load());
        const DirectoryNames names{*store, directory};
        const auto home = *directory.org_space();
        const store::Write writes[] = {names.name_space(home, home, org_name, SpaceKind::org),
                                       names.name_user(home, made.account.user, "ann@acme.example", "Ann Lee")};
        need_ok(store->write(writes, {made.account.device.id(), now.wall}));
    }
    client_ = open();
}

OfflineOrg::~OfflineOrg() {
    client_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::unique_ptr<Client> OfflineOrg::open() const {
    Client::Options options;
    options.folder = folder();
    options.unlock.device_key_file = key_file();
    return need(Client::open(options));
}

}  // namespace tern::test

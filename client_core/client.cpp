#include <tern/client.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "client_core/formula/functions.h"
#include "client_core/net/converse.h"
#include "client_core/org/authoring.h"
#include "client_core/org/invites.h"
#include "client_core/rooms.h"
#include "client_core/schema/crm_schema.h"
#include "client_core/sync/enrolment.h"
#include "client_core/vault.h"

namespace tern {
namespace {

constexpr std::string_view kLastSync = "last_sync";
constexpr std::string_view kOrgName = "org_name";
constexpr std::string_view kPersonName = "person_name";

const Clock& clock_of(const Client::Options& options) {
    return options.clock != nullptr ? *options.clock : system_clock();
}

std::string setting_text(store::Store& store, std::string_view name) {
    const auto value = store.setting(name);
    return value ? std::string(text(*value)) : std::string{};
}

Result<std::unique_ptr<store::Store>> open_store(const std::string& folder, const crypto::Key& key) {
    store::Store::Options options;
    options.path = folder + "/tern.db";
    options.key = key.view();
    return store::Store::open(options, schema::crm());
}

/// Characters do not matter, bytes do: what fits a line of a list, and one delta many times over.
constexpr std::size_t kSpaceNameBytes = 200;

Status check_space_name(std::string_view name) {
    if (name.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return fail(Fault::bad_argument, "a space needs a name");
    if (name.size() > kSpaceNameBytes)
        return fail(Fault::bad_argument, "the space's name is longer than 200 bytes", "shorten it");
    return ok();
}

/// A vault without its database is a loss to be told, not a reason to begin anew.
Status check_database(const std::string& folder) {
    std::error_code error;
    const auto bytes = std::filesystem::file_size(folder + "/tern.db", error);
    if (!error && bytes > 0) return ok();
    return fail(Fault::storage, "the folder's database, tern.db, is missing or empty",
                "put it back from a backup of the folder, or begin in another folder");
}

/// A folder in which no account came to be is left as it was found.
class UndoFolder {
public:
    explicit UndoFolder(std::string folder) : folder_(std::move(folder)) {}
    ~UndoFolder() {
        if (kept_) return;
        std::error_code ignored;
        for (const char* file : {"/vault", "/tern.db", "/tern.db-wal", "/tern.db-shm"})
            std::filesystem::remove(folder_ + file, ignored);
    }
    UndoFolder(const UndoFolder&) = delete;
    UndoFolder& operator=(const UndoFolder&) = delete;
    void keep() { kept_ = true; }

private:
    std::string folder_;
    bool kept_ = false;
};

Result<org::Credentials> credentials(const std::string& server, const std::string& login, const Unlock& unlock) {
    if (!unlock.password)
        return fail(Fault::bad_argument, "an account needs a password", "give --password-file or TERN_PASSWORD");
    TERN_TRY(normal_login, crypto::normal_login(login));
    TERN_TRY(password, crypto::normal_password(*unlock.password));
    TERN_TRY(endpoint, net::Endpoint::read(server));
    return org::Credentials{endpoint.url(), normal_login, password};
}

}  // namespace

Client::Client(std::unique_ptr<Rooms> rooms) : rooms_(std::move(rooms)) {
    formula::add_functions(rooms_->store->database(), [this](const DeviceId& device) { return user_of(device); });
}
Client::~Client() = default;

Result<std::unique_ptr<Client>> Client::open(const Options& options) {
    if (!suite::start()) return fail(Fault::internal, "the crypto library cannot be started");
    TERN_TRY(key, open_vault(options.folder, options.unlock));
    TERN_CHECK(check_database(options.folder));
    return open_folder(options.folder, clock_of(options), std::move(key));
}

Result<std::unique_ptr<Client>> Client::another() const {
    return open_folder(rooms_->folder, rooms_->clock, rooms_->key);
}

Result<std::unique_ptr<Client>> Client::open_folder(const std::string& folder, const Clock& clock, crypto::Key key) {
    TERN_TRY(opened, open_store(folder, key));
    auto rooms = std::make_unique<Rooms>(folder, clock, std::move(key), std::move(opened));
    TERN_TRY(account, org::Account::load(*rooms->store));
    rooms->account = std::move(account);
    TERN_CHECK(rooms->directory.load());
    TERN_CHECK(rooms->follow_definitions());
    return std::unique_ptr<Client>(new Client(std::move(rooms)));
}

Result<std::unique_ptr<Client>> Client::create_org(const Options& options, const NewOrg& wanted, std::string& kit) {
    if (!suite::start()) return fail(Fault::internal, "the crypto library cannot be started");
    if (wanted.name.empty()) return fail(Fault::bad_argument, "an org needs a name", "give --org NAME");
    TERN_TRY(who, credentials(wanted.server, wanted.login, options.unlock));
    TERN_TRY(endpoint, net::Endpoint::read(who.server));
    TERN_TRY(key, create_vault(options.folder, options.unlock));
    UndoFolder undo{options.folder};
    TERN_TRY(opened, open_store(options.folder, key));
    auto rooms = std::make_unique<Rooms>(options.folder, clock_of(options), std::move(key), std::move(opened));
    auto made = org::make_account(who);
    made.account.server_pin = wanted.pinned_ca;
    sync::Founding founding{*rooms->store,
                            made,
                            endpoint.host,
                            wanted.org_code,
                            Platform::linux_desktop,
                            [&](org::NewAccount& account, const Hash& genesis, const LogHead& head) {
                                return org::seal_slots(account, who, genesis, head);
                            }};
    const std::atomic<bool> never{false};
    const net::Trust trust{wanted.pinned_ca, rooms->clock.wall_ms()};
    net::Conversation talk;
    talk.on_message = [&](ByteView bytes, const sync::Now& now) { return founding.on_message(bytes, now); };
    talk.finished = [&] { return founding.done(); };
    TERN_CHECK(net::converse(endpoint, trust, rooms->clock, never, talk));
    undo.keep();
    kit = made.kit.text();
    rooms->account = made.account;
    rooms->store->set_setting(kOrgName, view(wanted.name));
    rooms->store->set_setting(kPersonName, view(wanted.person.empty() ? who.login : wanted.person));
    TERN_CHECK(rooms->directory.load());
    TERN_CHECK(rooms->write_names());
    auto client = std::unique_ptr<Client>(new Client(std::move(rooms)));
    TERN_CHECK(client->sync());
    return client;
}

Result<std::unique_ptr<Client>> Client::join(const Options& options, const Invitation& invitation, std::string& kit) {
    if (!suite::start()) return fail(Fault::internal, "the crypto library cannot be started");
    TERN_TRY(link, org::InviteLink::read(invitation.link));
    TERN_TRY(who, credentials(link.server, invitation.login, options.unlock));
    if (crypto::login_id(link.org, who.login) != link.login)
        return fail(Fault::bad_argument, "this invitation is for another login",
                    "give the e-mail address that was invited, or ask for an invitation of your own");
    TERN_TRY(key, create_vault(options.folder, options.unlock));
    UndoFolder undo{options.folder};
    TERN_TRY(opened, open_store(options.folder, key));
    auto rooms = std::make_unique<Rooms>(options.folder, clock_of(options), std::move(key), std::move(opened));
    auto made = org::make_account(who);
    made.account.org = link.org;
    made.account.server_pin = invitation.pinned_ca;
    made.account.guest = link.keys();
    made.account.identity_seed = made.identity.seed;
    made.account.promised_head = link.head;
    TERN_CHECK(org::seal_slots(made, who, Hash{}, link.head));
    TERN_CHECK(made.account.save(*rooms->store));
    rooms->account = made.account;
    auto client = std::unique_ptr<Client>(new Client(std::move(rooms)));
    TERN_CHECK(client->sync());
    undo.keep();
    kit = made.kit.text();
    return client;
}

Status Client::Rooms::follow_definitions() {
    const auto home = directory.org_space();
    return home ? store->define_in(*home) : ok();
}

Status Client::Rooms::write_names() {
    return caught([&]() -> Status {
        TERN_CHECK(follow_definitions());
        std::vector<store::Write> writes;
        const auto home = directory.org_space();
        if (!home || directory.role(*home, account.user) < SpaceRole::writer) return ok();
        if (const auto org_name = setting_text(*store, kOrgName);
            !org_name.empty() && names.space_name(*home).empty()) {
            writes.push_back(names.name_space(*home, *home, org_name, SpaceKind::org));
            writes.push_back(names.name_user(*home, account.user, account.login, setting_text(*store, kPersonName)));
        }
        org::Invites invites{*store};
        const auto admitted = invites.in_state(org::InviteState::admitted);
        for (const auto& invite : admitted)
            if (!names.is_named(invite.user))
                writes.push_back(names.name_user(*home, invite.user, invite.login,
                                                 invite.name.empty() ? invite.login : invite.name));
        if (!writes.empty()) TERN_CHECK(store->write(writes, author()));
        for (const auto& invite : admitted) invites.set_state(invite.key, org::InviteState::named, invite.user);
        return ok();
    });
}

/// A book in which nobody else writes without managing it, kept by an admin of the org: anybody may grant anybody a
/// space, and must not become the home of a colleague's new records by that.
bool Client::Rooms::is_own_book(const SpaceLog& log) const {
    if (log.kind() != SpaceKind::book || log.role(account.user) != SpaceRole::writer) return false;
    const auto& org = directory.org();
    bool kept_by_admin = false;
    for (const auto& [member, role] : log.members()) {
        if (role == SpaceRole::writer && member != account.user) return false;
        const auto in_org = org.role(member, org.head().seq);
        kept_by_admin |= role == SpaceRole::admin && in_org && *in_org >= OrgRole::admin;
    }
    return kept_by_admin;
}

Result<std::string> Client::invite(const InviteRequest& request) {
    return caught([&]() -> Result<std::string> {
        TERN_CHECK(rooms_->directory.refresh());
        if (waiting()) return fail(Fault::forbidden, "this device is not let in yet", "ask an admin to sync");
        TERN_TRY(login, crypto::normal_login(request.login));
        const auto& org = rooms_->directory.org();
        const auto own = org.role(user(), org.head().seq);
        if (!own || *own < OrgRole::admin || request.role > *own)
            return fail(Fault::forbidden, "only admins invite, and up to their own role", "ask an admin of the org");
        for (const auto& [space, role] : request.spaces) {
            const auto mine = rooms_->directory.role(space, user());
            if (mine != SpaceRole::admin && !(mine == SpaceRole::manager && role <= SpaceRole::writer))
                return fail(Fault::forbidden, "you may not grant that role in that space",
                            "ask one of the space's admins");
        }
        if (rooms_->names.has_login(login))
            return fail(Fault::already_exists, "somebody of the org has this login already",
                        "invite with another e-mail address");
        org::InviteLink link;
        link.login = crypto::login_id(org.id(), login);
        link.server = rooms_->account.server;
        link.org = org.id();
        link.head = org.head();
        link.inviter = user();
        link.token = suite::random_array<16>();
        org::PendingInvite pending;
        pending.key = link.keys().public_key;
        pending.role = request.role;
        pending.expiry_ms = adjusted_now() + request.valid_ms;
        pending.login = login;
        pending.name = request.name.empty() ? login : request.name;
        pending.spaces = request.spaces;
        org::Invites{*rooms_->store}.add(pending);
        return link.text();
    });
}

Result<SpaceId> Client::create_space(std::string_view space_name, SpaceKind kind) {
    return caught([&]() -> Result<SpaceId> {
        TERN_CHECK(check_space_name(space_name));
        if (waiting()) return fail(Fault::forbidden, "this device is not let in yet", "ask an admin to sync");
        if (kind == SpaceKind::org) return fail(Fault::bad_argument, "an org has one space of its own already");
        TERN_TRY(known, spaces(false));
        // A private one is found by nobody else, and no colleague's choice of a name may stand in its way.
        const bool shown_to_others = kind != SpaceKind::personal;
        for (const auto& space : known)
            if (shown_to_others && space.name == space_name)
                return fail(Fault::already_exists, "there is a space of that name here already", "choose another name");
        const org::Author author_of_record{rooms_->account, rooms_->directory, adjusted_now()};
        const auto keys = crypto::SpaceKeys::first();
        const std::uint8_t holders = kind == SpaceKind::book ? 2 : 1;
        const auto record = author_of_record.space(kind, holders, {}, keys);
        const auto id = space_id_of(record.bytes);
        {
            Transaction transaction{rooms_->store->database()};
            TERN_CHECK(rooms_->directory.append_space(id, record.bytes));
            TERN_CHECK(rooms_->directory.add_keys(id, keys));
            org::Invites{*rooms_->store}.keep_seals(log_of(id), 0, record.sealed);
            transaction.commit();
        }
        const auto shared = rooms_->directory.org_space();
        const bool in_directory = kind != SpaceKind::personal && shared && may_write(*shared);
        const store::Write naming[] = {rooms_->names.name_space(in_directory ? *shared : id, id, space_name, kind)};
        TERN_CHECK(rooms_->store->write(naming, author()));
        return id;
    });
}

Status Client::grant(const SpaceId& space, const UserId& who, SpaceRole role) {
    return caught([&]() -> Status {
        TERN_CHECK(rooms_->directory.refresh());
        const auto mine = rooms_->directory.role(space, user());
        if (mine != SpaceRole::admin && !(mine == SpaceRole::manager && role <= SpaceRole::writer))
            return fail(Fault::forbidden, "you may not grant that role in that space", "ask one of the space's admins");
        if (rooms_->directory.org().user(who) == nullptr)
            return fail(Fault::not_found, "there is no such user in the org", "invite them first");
        if (rooms_->directory.role(space, who) > role)
            return fail(Fault::bad_argument, "that user has a higher role there",
                        "lowering a role rotates the space's keys and comes with `space revoke`");
        org::Invites{*rooms_->store}.add_grant({space, who, role});
        return ok();
    });
}

Result<std::vector<SpaceInfo>> Client::spaces(bool counted) {
    return caught([&]() -> Result<std::vector<SpaceInfo>> {
        TERN_CHECK(rooms_->directory.refresh());
        const auto counts = counted ? rooms_->store->record_counts() : std::map<SpaceId, std::int64_t>{};
        std::vector<SpaceInfo> out;
        for (const auto& [id, log] : rooms_->directory.spaces()) {
            const auto role = log.role(user());
            if (role == SpaceRole::none) continue;
            const auto count = counts.find(id);
            out.push_back({id, rooms_->names.space_name(id), log.kind(), role,
                           count == counts.end() ? std::int64_t{0} : count->second});
        }
        std::sort(out.begin(), out.end(), [](const SpaceInfo& a, const SpaceInfo& b) {
            return std::tie(a.name, a.id) < std::tie(b.name, b.id);
        });
        return out;
    });
}

Result<std::vector<MemberInfo>> Client::members(const SpaceId& space) {
    return caught([&]() -> Result<std::vector<MemberInfo>> {
        TERN_CHECK(rooms_->directory.refresh());
        const auto* log = rooms_->directory.space(space);
        if (log == nullptr) return fail(Fault::not_found, "there is no such space here");
        std::vector<MemberInfo> out;
        for (const auto& [member, role] : log->members())
            out.push_back({member, rooms_->names.user_name(member), rooms_->names.user_login(member), role});
        return out;
    });
}

Result<SpaceId> Client::find_space(std::string_view name_or_id) {
    TERN_TRY(all, spaces(false));
    std::vector<SpaceId> found;
    for (const auto& space : all) {
        if (id_text(space.id) == name_or_id) return space.id;
        if (space.name == name_or_id) found.push_back(space.id);
    }
    if (found.size() == 1) return found.front();
    if (found.empty())
        return fail(Fault::not_found, "there is no space \"" + std::string(name_or_id) + "\" here",
                    "see `tern space list`");
    return fail(Fault::bad_argument, "several spaces bear that name", "give the id of one, from `tern space list`");
}

Result<UserId> Client::find_user(std::string_view who) {
    return caught([&]() -> Result<UserId> {
        TERN_CHECK(rooms_->directory.refresh());
        std::vector<UserId> found;
        const auto login = crypto::normal_login(who);
        for (const auto& [id, known] : rooms_->directory.org().users()) {
            if (id_text(id) == who) return id;
            if (rooms_->names.user_name(id) == who || (login && rooms_->names.user_login(id) == *login))
                found.push_back(id);
        }
        if (found.size() == 1) return found.front();
        if (found.empty())
            return fail(Fault::not_found, "there is no user \"" + std::string(who) + "\" in the org",
                        "see `tern list user`");
        return fail(Fault::bad_argument, "several users bear that name", "give the login of one");
    });
}

Result<StatusInfo> Client::status(bool counted) {
    return caught([&]() -> Result<StatusInfo> {
        StatusInfo out;
        const auto& account = rooms_->account;
        out.org = account.org;
        out.user = account.user;
        out.login = account.login;
        out.device = account.device.id();
        out.server = account.server;
        out.waiting = account.waiting();
        out.pending = rooms_->store->unsent_changes();
        out.refused = rooms_->store->refused_changes();
        if (const auto last = rooms_->store->setting(kLastSync))
            out.last_sync = static_cast<Millis>(ByteReader{*last}.u64());
        TERN_TRY(all, spaces(counted));
        out.spaces = std::move(all);
        if (const auto directory = rooms_->directory.org_space()) out.org_name = rooms_->names.space_name(*directory);
        return out;
    });
}

std::optional<UserId> Client::user_of(const DeviceId& device) const {
    const auto* known = rooms_->directory.has_org() ? rooms_->directory.org().device(device) : nullptr;
    return known == nullptr ? std::nullopt : std::optional{known->user};
}

store::Store& Client::store() { return *rooms_->store; }
const schema::Schema& Client::schema() const { return rooms_->store->schema(); }
store::Author Client::author() const { return rooms_->author(); }
Millis Client::adjusted_now() { return rooms_->clock.wall_ms() + rooms_->store->clock_offset(); }
const UserId& Client::user() const { return rooms_->account.user; }
std::optional<SpaceId> Client::org_space() const { return rooms_->directory.org_space(); }
OrgId Client::org() const { return rooms_->account.org; }
bool Client::waiting() const { return rooms_->account.waiting(); }

bool Client::may_write(const SpaceId& space) { return rooms_->directory.role(space, user()) >= SpaceRole::writer; }

Result<SpaceId> Client::home_for(const std::optional<SpaceId>& parent) {
    if (parent && may_write(*parent)) return *parent;
    std::optional<SpaceId> personal;
    std::vector<SpaceId> books;
    for (const auto& [id, log] : rooms_->directory.spaces()) {
        if (rooms_->is_own_book(log)) books.push_back(id);
        if (log.kind() == SpaceKind::personal && log.role(user()) == SpaceRole::admin) personal = id;
    }
    if (books.size() == 1) return books.front();
    return personal ? Result<SpaceId>{*personal} : create_space("Private", SpaceKind::personal);
}

}  // namespace tern

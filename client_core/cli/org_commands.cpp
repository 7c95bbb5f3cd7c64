// org create, invite, join.
#include <fcntl.h>
#include <unistd.h>

#include "client_core/cli/session.h"

namespace tern::cli {
namespace {

struct CreateOptions {
    Client::NewOrg org;
    std::string kit_file;
};

struct InviteOptions {
    InviteRequest request;
    std::string role = "member";
    std::vector<std::string> spaces;
};

struct JoinOptions {
    Client::Invitation invitation;
    std::string kit_file;
};

std::string kit_path(const Session& session, const std::string& wanted) {
    return wanted.empty() ? session.folder() + "/recovery-kit.txt" : wanted;
}

/// The only copy there will be: never over another file, readable by its owner alone.
Status write_kit(const std::string& path, const std::string& kit) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return fail(Fault::storage, "the recovery kit " + path + " cannot be written",
                    "choose another file with --kit-file");
    const std::string text = kit + "\n";
    const bool written =
        ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
    ::close(file);
    if (!written)
        return fail(Fault::storage, "the recovery kit " + path + " cannot be written", "make room on the disk");
    return ok();
}

/// Before anything is made: a kit that could not be written later would be lost.
Status check_kit_place(const std::string& path) {
    if (::access(path.c_str(), F_OK) == 0)
        return fail(Fault::already_exists, "there is a recovery kit at " + path + " already",
                    "choose another file with --kit-file");
    return ok();
}

void tell_kit(const std::string& path) {
    remark("the recovery kit is in " + path + ": move it to a safe place, off this machine");
}

int create_org(const Session& session, CreateOptions options) {
    const auto run = [&]() -> Status {
        TERN_TRY(how, session.options());
        TERN_TRY(pin, session.pinned_ca());
        options.org.pinned_ca = pin;
        const auto path = kit_path(session, options.kit_file);
        TERN_CHECK(check_kit_place(path));
        std::string kit;
        TERN_TRY(client, Client::create_org(how, options.org, kit));
        TERN_CHECK(write_kit(path, kit));
        TERN_TRY(status, client->status());
        if (session.json()) {
            print_json(Json::object()
                           .add("org", Json{id_text(status.org)})
                           .add("user", Json{id_text(status.user)})
                           .add("device", Json{id_text(status.device)})
                           .add("kit_file", Json{path}));
        } else {
            print_line("made the org " + options.org.name + " on " + status.server);
        }
        tell_kit(path);
        return ok();
    };
    const auto status = run();
    return status ? kDone : refuse(status.error());
}

int join(const Session& session, JoinOptions options) {
    const auto run = [&]() -> Status {
        TERN_TRY(how, session.options());
        TERN_TRY(pin, session.pinned_ca());
        options.invitation.pinned_ca = pin;
        const auto path = kit_path(session, options.kit_file);
        TERN_CHECK(check_kit_place(path));
        std::string kit;
        TERN_TRY(client, Client::join(how, options.invitation, kit));
        TERN_CHECK(write_kit(path, kit));
        const bool waiting = client->waiting();
        TERN_TRY(status, client->status());
        if (session.json()) {
            print_json(Json::object()
                           .add("org", Json{id_text(status.org)})
                           .add("user", Json{id_text(status.user)})
                           .add("device", Json{id_text(status.device)})
                           .add("kit_file", Json{path})
                           .add("waiting", Json{waiting}));
        } else {
            print_line(waiting ? "waiting for an admin's device; run `tern sync` later" : "joined");
        }
        tell_kit(path);
        return ok();
    };
    const auto status = run();
    return status ? kDone : refuse(status.error());
}

int invite(const Session& session, InviteOptions options) {
    const auto role = org_role_named(options.role);
    if (!role)
        return refuse(
            fail(Fault::bad_argument, "there is no role " + options.role + " in an org", "use member, admin or owner"));
    options.request.role = *role;
    return with_client(session, [&](Client& client) -> Status {
        for (const auto& text : options.spaces) {
            const auto colon = text.rfind(':');
            const auto space_role =
                colon == std::string::npos ? std::nullopt : space_role_named(text.substr(colon + 1));
            if (!space_role)
                return fail(Fault::bad_argument, "a space is granted as SPACE:ROLE",
                            "the role is reader, writer, manager or admin");
            TERN_TRY(space, client.find_space(text.substr(0, colon)));
            options.request.spaces.emplace_back(space, *space_role);
        }
        TERN_TRY(link, client.invite(options.request));
        if (session.json())
            print_json(Json::object().add("code", Json{link}));
        else
            print_line(link);
        remark("hand this link to nobody else; it becomes valid at the next `tern sync`");
        return ok();
    });
}

}  // namespace

void add_org_commands(CLI::App& app, Session& session) {
    auto* org = app.add_subcommand("org", "the org")->require_subcommand(1);
    auto* create = org->add_subcommand("create", "make an org, with this device as its first admin");
    auto made = std::make_shared<CreateOptions>();
    create->add_option("--server", made->org.server, "wss://HOST:PORT")->required();
    create->add_option("--org", made->org.name, "the org's name")->required();
    create->add_option("--email", made->org.login, "your login")->required();
    create->add_option("--name", made->org.person, "your name");
    create->add_option("--code", made->org.org_code, "of `tern-server org allow`, where the server asks for one");
    create->add_option("--kit-file", made->kit_file, "where to write the recovery kit");
    create->callback([&session, made] { session.action = [&session, made] { return create_org(session, *made); }; });

    auto* inviting = app.add_subcommand("invite", "print a one-time invitation");
    auto invitation = std::make_shared<InviteOptions>();
    inviting->add_option("--email", invitation->request.login, "the guest's login")->required();
    inviting->add_option("--name", invitation->request.name, "the guest's name");
    inviting->add_option("--role", invitation->role, "member, admin or owner")->capture_default_str();
    inviting->add_option("--space", invitation->spaces, "SPACE:ROLE, as often as needed")->expected(1)->take_all();
    inviting->callback(
        [&session, invitation] { session.action = [&session, invitation] { return invite(session, *invitation); }; });

    auto* joining = app.add_subcommand("join", "join an org by an invitation");
    auto guest = std::make_shared<JoinOptions>();
    joining->add_option("LINK", guest->invitation.link, "of `tern invite`")->required();
    joining->add_option("--email", guest->invitation.login, "your login")->required();
    joining->add_option("--kit-file", guest->kit_file, "where to write the recovery kit");
    joining->callback([&session, guest] { session.action = [&session, guest] { return join(session, *guest); }; });
}

}  // namespace tern::cli

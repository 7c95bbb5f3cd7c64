// space list, create, grant, members.
#include "client_core/cli/session.h"
#include "client_core/cli/shapes.h"

namespace tern::cli {
namespace {

struct Words {
    std::string space, user, role, kind = "book";
};

Status create(const Session& session, const Words& words, Client& client) {
    const auto kind = space_kind_named(words.kind);
    if (!kind)
        return fail(Fault::bad_argument, "there is no kind of space named " + words.kind,
                    "use book, team, pool or private");
    TERN_TRY(id, client.create_space(words.space, *kind));
    if (session.json())
        print_json(Json::object().add("id", Json{id_text(id)}));
    else
        print_line(id_text(id));
    return ok();
}

Status grant(const Session& session, const Words& words, Client& client) {
    const auto role = space_role_named(words.role);
    if (!role || *role == SpaceRole::none)
        return fail(Fault::bad_argument, "there is no role " + words.role + " in a space",
                    "use reader, writer, manager or admin");
    TERN_TRY(space, client.find_space(words.space));
    TERN_TRY(user, client.find_user(words.user));
    TERN_CHECK(client.grant(space, user, *role));
    if (session.json())
        print_json(Json::object()
                       .add("space", Json{id_text(space)})
                       .add("user", Json{id_text(user)})
                       .add("role", Json{words.role}));
    remark("granted at the next `tern sync`");
    return ok();
}

Status members(const Session& session, const Words& words, Client& client) {
    TERN_TRY(space, client.find_space(words.space));
    TERN_TRY(all, client.members(space));
    Json out = Json::array();
    for (const auto& member : all)
        out.add(Json::object()
                    .add("user", Json{id_text(member.user)})
                    .add("name", Json{member.name})
                    .add("login", Json{member.login})
                    .add("role", Json::text(name(member.role))));
    if (session.json())
        print_json(out);
    else
        print_objects(out, {"name", "login", "role", "user"});
    return ok();
}

Status list(const Session& session, Client& client) {
    TERN_TRY(all, client.spaces());
    const Json out = spaces_json(all);
    if (session.json())
        print_json(out);
    else
        print_objects(out, {"name", "kind", "role", "records", "id"});
    return ok();
}

}  // namespace

void add_space_commands(CLI::App& app, Session& session) {
    auto* space = app.add_subcommand("space", "spaces: what is shared with whom")->require_subcommand(1);
    auto words = std::make_shared<Words>();
    act(space->add_subcommand("list", "the spaces that you are in"), session, words,
        [](const Session& s, const Words&, Client& client) { return list(s, client); });

    auto* making = space->add_subcommand("create", "make a space");
    making->add_option("NAME", words->space)->required();
    making->add_option("--kind", words->kind, "book, team, pool or private")->capture_default_str();
    act(making, session, words, create);

    auto* granting = space->add_subcommand("grant", "let a user into a space");
    granting->add_option("SPACE", words->space, "name or id")->required();
    granting->add_option("USER", words->user, "login, name or id")->required();
    granting->add_option("ROLE", words->role, "reader, writer, manager or admin")->required();
    act(granting, session, words, grant);

    auto* showing = space->add_subcommand("members", "who is in a space");
    showing->add_option("SPACE", words->space, "name or id")->required();
    act(showing, session, words, members);

    for (const char* later : {"revoke", "rotate"}) {
        space->add_subcommand(later, "not yet")->allow_extras()->fallthrough(false)->group("")->callback([&session] {
            session.action = [] {
                remark("not yet: this comes with a later version of Tern");
                return kWrongCommand;
            };
        });
    }
}

}  // namespace tern::cli

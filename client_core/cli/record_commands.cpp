// get, create, set, delete, undelete, convert.
#include <tern/approvals.h>
#include <tern/leads.h>
#include <tern/records.h>
#include "client_core/cli/session.h"
#include "client_core/cli/titles.h"

namespace tern::cli {
namespace {

struct Words {
    std::string id, entity, space, account, deal, closes;
    std::vector<std::string> fields;
};

Result<RecordId> id_of(const std::string& text) {
    const auto id = record_id_from(text);
    return id ? Result<RecordId>{*id}
              : fail(Fault::bad_argument, "that is no record's id", "give the id that `tern list` shows");
}

Result<std::vector<Assignment>> assignments(const std::vector<std::string>& fields) {
    std::vector<Assignment> out;
    for (const auto& field : fields) {
        const auto equals = field.find('=');
        if (equals == std::string::npos || equals == 0)
            return fail(Fault::bad_argument, "a field is given as name=value", "put quotes around values with spaces");
        out.emplace_back(field.substr(0, equals), field.substr(equals + 1));
    }
    return out;
}

/// A document that was approved says whether it still is.
Status add_approval(Client& client, const RecordId& id, Json& record) {
    if (record.find("approval_id") == nullptr) return ok();
    TERN_TRY(standing, approval_standing(client, id));
    if (standing == ApprovalStanding::approved) record.add("approval", Json{std::string{"approved"}});
    if (standing == ApprovalStanding::changed) record.add("approval", Json{std::string{"changed since approved"}});
    return ok();
}

Status get(const Session& session, const Words& words, Client& client) {
    Records records{client};
    TERN_TRY(id, id_of(words.id));
    TERN_TRY(record, records.get(id));
    TERN_CHECK(add_approval(client, id, record));
    if (session.json()) {
        print_json(record);
        return ok();
    }
    Titles titles{records};
    std::vector<std::vector<std::string>> lines;
    for (const auto& [name, value] : record.members())
        lines.push_back({name, name == "id" ? value.plain() : titles.of(value.plain())});
    print_table({"field", "value"}, lines);
    return ok();
}

Status create(const Session& session, const Words& words, Client& client) {
    Records records{client};
    TERN_TRY(fields, assignments(words.fields));
    std::optional<SpaceId> space;
    if (!words.space.empty()) {
        TERN_TRY(found, client.find_space(words.space));
        space = found;
    }
    TERN_TRY(id, records.create(words.entity, fields, space));
    if (session.json())
        print_json(Json::object().add("id", Json{uuid_text(id)}));
    else
        print_line(uuid_text(id));
    return ok();
}

Status done(const Session& session, const RecordId& id) {
    if (session.json()) print_json(Json::object().add("id", Json{uuid_text(id)}));
    return ok();
}

Status set(const Session& session, const Words& words, Client& client) {
    TERN_TRY(id, id_of(words.id));
    TERN_TRY(fields, assignments(words.fields));
    TERN_CHECK(Records{client}.set(id, fields));
    return done(session, id);
}

Status remove(const Session& session, const Words& words, Client& client) {
    TERN_TRY(id, id_of(words.id));
    TERN_CHECK(Records{client}.remove(id));
    return done(session, id);
}

Status undelete(const Session& session, const Words& words, Client& client) {
    TERN_TRY(id, id_of(words.id));
    TERN_CHECK(Records{client}.undelete(id));
    return done(session, id);
}

Status convert(const Session& session, const Words& words, Client& client) {
    TERN_TRY(lead, id_of(words.id));
    LeadConversion asked{lead, {}, {}, words.closes};
    if (!words.account.empty()) {
        TERN_TRY(account, id_of(words.account));
        asked.account = account;
    }
    if (!words.deal.empty()) asked.deal = words.deal;
    TERN_TRY(made, convert_lead(client, asked));
    Json out = Json::object();
    out.add("account", Json::text(uuid_text(made.account)));
    out.add("contact", Json::text(uuid_text(made.contact)));
    if (made.deal) out.add("deal", Json::text(uuid_text(*made.deal)));
    if (session.json()) {
        print_json(out);
        return ok();
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& [name, id] : out.members()) rows.push_back({name, id.plain()});
    print_table({"made", "id"}, rows);
    return ok();
}

}  // namespace

void add_record_commands(CLI::App& app, Session& session) {
    auto words = std::make_shared<Words>();
    auto* getting = app.add_subcommand("get", "one record");
    getting->add_option("ID", words->id)->required();
    act(getting, session, words, get);

    auto* creating = app.add_subcommand("create", "make a record");
    creating->add_option("ENTITY", words->entity)->required();
    creating->add_option("FIELD=VALUE", words->fields);
    creating->add_option("--space", words->space, "name or id; else the parent's, your book, or your private space");
    act(creating, session, words, create);

    auto* setting = app.add_subcommand("set", "change fields of a record; an empty value takes it away");
    setting->add_option("ID", words->id)->required();
    setting->add_option("FIELD=VALUE", words->fields)->required();
    act(setting, session, words, set);

    auto* deleting = app.add_subcommand("delete", "put a record into the trash");
    deleting->add_option("ID", words->id)->required();
    act(deleting, session, words, remove);

    auto* restoring = app.add_subcommand("undelete", "take a record out of the trash");
    restoring->add_option("ID", words->id)->required();
    act(restoring, session, words, undelete);

    auto* converting = app.add_subcommand("convert", "make an account, a contact and a deal of a lead");
    converting->add_option("LEAD", words->id)->required();
    converting->add_option("--account", words->account, "one that is there, by id; else a new one is made");
    converting->add_option("--deal", words->deal, "what the deal is called; else none is opened");
    converting->add_option("--closes", words->closes, "when the deal is expected to close");
    act(converting, session, words, convert);
}

}  // namespace tern::cli

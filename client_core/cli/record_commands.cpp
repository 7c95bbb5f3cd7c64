// list, get, create, set, delete, undelete.
#include <map>

#include <tern/records.h>
#include "client_core/cli/session.h"

namespace tern::cli {
namespace {

struct Words {
    ListRequest list;
    std::size_t limit = 0;
    std::string id, entity, space;
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

/// Records' ids by the names that people know.
class Titles {
public:
    explicit Titles(Records& records) : records_(records) {}
    std::string of(const std::string& text) {
        const auto id = record_id_from(text);
        if (!id) return text;
        auto [known, fresh] = known_.try_emplace(*id);
        if (fresh) known->second = records_.title(*id);
        return known->second.empty() ? text : known->second;
    }

private:
    Records& records_;
    std::map<RecordId, std::string> known_;
};

/// The columns that the schema shows in lists; the id last, since it is the longest.
std::vector<std::string> list_columns(const schema::Entity& entity) {
    std::vector<std::string> out = entity.title;
    const auto add = [&](const std::string& name) {
        if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
    };
    for (const auto& field : entity.fields) {
        if (!field.list_column) continue;
        if (field.has_elements())
            add(field.name);
        else
            for (const auto& column : field.columns) add(column.name);
    }
    out.emplace_back("id");
    return out;
}

Status list_as_json(Records& records, const ListRequest& request) {
    bool first = true;
    TERN_CHECK(records.list(request, [&](const Json& record) {
        print_line((first ? "[" : ",") + record.dump());
        first = false;
    }));
    print_line(first ? "[]" : "]");
    return ok();
}

Status list(const Session& session, const Words& words, Client& client) {
    Records records{client};
    ListRequest request = words.list;
    if (words.limit > 0) request.limit = words.limit;
    if (session.json()) return list_as_json(records, request);
    Titles titles{records};
    std::vector<Json> found;
    TERN_CHECK(records.list(request, [&](Json record) { found.push_back(std::move(record)); }));
    if (found.empty()) {
        remark("no records");
        return ok();
    }
    const auto* entity = client.schema().entity(found[0].find("entity")->plain());
    const auto columns = list_columns(*entity);
    std::vector<std::vector<std::string>> rows;
    for (const auto& record : found) {
        auto& row = rows.emplace_back();
        for (const auto& column : columns) {
            const Json* value = record.find(column);
            row.push_back(value == nullptr ? std::string{}
                          : column == "id" ? value->plain()
                                           : titles.of(value->plain()));
        }
    }
    print_table(columns, rows);
    return ok();
}

Status get(const Session& session, const Words& words, Client& client) {
    Records records{client};
    TERN_TRY(id, id_of(words.id));
    TERN_TRY(record, records.get(id));
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

using Use = Status (*)(const Session&, const Words&, Client&);

void act(CLI::App* command, Session& session, std::shared_ptr<Words> words, Use use) {
    command->callback([&session, words, use] {
        session.action = [&session, words, use] {
            return with_client(session, [&](Client& client) { return use(session, *words, client); });
        };
    });
}

}  // namespace

void add_record_commands(CLI::App& app, Session& session) {
    auto words = std::make_shared<Words>();
    auto* listing = app.add_subcommand("list", "records of one kind");
    listing->add_option("ENTITY", words->list.entity, "account, contact, opportunity, …")->required();
    listing->add_option("--where", words->list.where, "field=value, !=, <, <=, >, >=, ~ (contains); all must hold")
        ->expected(1)
        ->take_all();
    listing->add_option("--sort", words->list.sort, "field, or -field for descending");
    listing->add_option("--limit", words->limit, "at most so many")->check(CLI::PositiveNumber);
    act(listing, session, words, list);

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
}

}  // namespace tern::cli

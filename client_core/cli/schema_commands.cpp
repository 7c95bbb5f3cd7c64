// field list, create, choice, retire, restore; entity list, create.
#include <tern/custom.h>

#include "client_core/cli/session.h"

namespace tern::cli {
namespace {

struct Words {
    CustomField field;
    CustomEntity entity;
    std::string name;
    std::vector<std::string> choices;
};

/// NAME, NAME=English or NAME=English=中文.
CustomName choice_of(const std::string& text) {
    const auto first = text.find('=');
    if (first == std::string::npos) return {text, {}, {}};
    const auto second = text.find('=', first + 1);
    CustomName out{text.substr(0, first), text.substr(first + 1, second - first - 1), {}};
    if (second != std::string::npos) out.label_zh = text.substr(second + 1);
    return out;
}

Status told(const Session& session, const RecordId& id) {
    if (session.json())
        print_json(Json::object().add("id", Json{uuid_text(id)}));
    else
        print_line(uuid_text(id));
    return ok();
}

Status create_field(const Session& session, Words& words, Client& client) {
    for (const auto& choice : words.choices) words.field.choices.push_back(choice_of(choice));
    TERN_TRY(id, define_field(client, words.field));
    return told(session, id);
}

Status create_entity(const Session& session, Words& words, Client& client) {
    TERN_TRY(id, define_entity(client, words.entity));
    return told(session, id);
}

Status create_choice(const Session& session, Words& words, Client& client) {
    TERN_TRY(id, define_choice(client, words.field.entity, words.name, words.field.name));
    return told(session, id);
}

Status show_fields(const Session& session, Words& words, Client& client) {
    TERN_TRY(all, list_fields(client, words.field.entity));
    if (session.json())
        print_json(all);
    else
        print_objects(all, {"name", "type", "label_en", "label_zh", "section", "custom", "retired"});
    return ok();
}

Status show_entities(const Session& session, Words&, Client& client) {
    TERN_TRY(all, list_entities(client));
    if (session.json())
        print_json(all);
    else
        print_objects(all, {"name", "label_en", "label_zh", "records", "custom"});
    return ok();
}

void add_labels(CLI::App* command, CustomName& name) {
    command->add_option("--label", name.label_en, "what people read in English");
    command->add_option("--label-zh", name.label_zh, "and in Chinese");
}

void add_field_commands(CLI::App& app, Session& session, const std::shared_ptr<Words>& words) {
    auto* field =
        app.add_subcommand("field", "the fields of an entity, and those that your org adds")->require_subcommand(1);
    auto* listing = field->add_subcommand("list", "all fields of an entity");
    listing->add_option("ENTITY", words->field.entity)->required();
    act(listing, session, words, show_fields);

    auto* making = field->add_subcommand("create", "add a field to an entity, for everybody in the org");
    making->add_option("ENTITY", words->field.entity)->required();
    making->add_option("NAME", words->field.name.name, "for filters and imports: region, machine_type")->required();
    making->add_option("--type", words->field.type, "text, long, int, dec, money, pct, bool, date, datetime, pick, …")
        ->capture_default_str();
    add_labels(making, words->field.name);
    making->add_option("--choice", words->choices, "NAME=English=中文, once for each, of a pick or set")
        ->allow_extra_args(false);
    making->add_option("--to", words->field.target, "the entity that a ref or refs points to");
    making->add_option("--section", words->field.section, "of the form");
    making->add_option("--default", words->field.default_value, "what a form starts with");
    making->add_option("--search-weight", words->field.search_weight, "0: not searched; 10: like a name");
    making->add_flag("--required", words->field.required, "a form asks for it");
    making->add_flag("--in-lists", words->field.list_column, "shown in lists");
    act(making, session, words, create_field);

    auto* choosing = field->add_subcommand("choice", "add a choice to a field of the CRM's");
    choosing->add_option("ENTITY", words->field.entity)->required();
    choosing->add_option("FIELD", words->name, "industry, or phones.label")->required();
    choosing->add_option("NAME", words->field.name.name)->required();
    add_labels(choosing, words->field.name);
    act(choosing, session, words, create_choice);

    for (const bool retires : {true, false}) {
        auto* command = retires ? field->add_subcommand("retire", "no longer ask for a custom field; its values stay")
                                : field->add_subcommand("restore", "ask for a retired field again");
        command->add_option("ENTITY", words->field.entity)->required();
        command->add_option("NAME", words->name)->required();
        act(
            command, session, words,
            retires
                ? [](const Session&, Words& w, Client& client) { return retire_field(client, w.field.entity, w.name); }
                : [](const Session&, Words& w, Client& client) {
                      return restore_field(client, w.field.entity, w.name);
                  });
    }
}

}  // namespace

void add_schema_commands(CLI::App& app, Session& session) {
    auto words = std::make_shared<Words>();
    add_field_commands(app, session, words);

    auto* entity =
        app.add_subcommand("entity", "the kinds of records, and those that your org adds")->require_subcommand(1);
    act(entity->add_subcommand("list", "all of them, with how many records are here"), session, words, show_entities);
    auto* making = entity->add_subcommand("create", "add a kind of records, for everybody in the org");
    making->add_option("NAME", words->entity.name.name, "for commands and filters: machine")->required();
    add_labels(making, words->entity.name);
    making->add_option("--plural", words->entity.plural_en, "of many, in English");
    making->add_option("--plural-zh", words->entity.plural_zh, "and in Chinese");
    making->add_option("--icon", words->entity.icon);
    act(making, session, words, create_entity);
}

}  // namespace tern::cli

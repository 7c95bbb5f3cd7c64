#include "client_core/schema/compiler/handbook.h"

#include <algorithm>

namespace tern::schema {
namespace {

constexpr std::string_view kIntroduction = R"(# The schema

Every entity of the CRM, with its fields. Generated from `protocol/crm` by `TERN_UPDATE_GOLDEN=1 build/tests/schema_tests`; a test
tells when it is out of date.

How a field merges when several people wrote it apart from each other:

- **register**: one value; the last to write wins, and a losing value stays in the record's history.
- **group**: several values that make sense only together; one register for all of them.
- **set**: each element by itself; two people who each add one keep both.
- **list**: each element by itself, as a group; its members are the rows below it.
- **counter**: increments, added up.

A `!` marks what forms ask for; nothing is refused for want of it. "Starts as" is what a form shows first; the `tern` command and
imports write what they are given and no more. *dup* marks what speaks for two records being one; of these, an import matches
by `external_id`.

What is *computed* is worked out by each device when it is asked for, from what it holds, by the formula in `protocol/crm`; it is
never stored or sent. It can be filtered, sorted and summed like any other field. Amounts are exact; a document's lines are rounded
half to even, each by itself.
)";

std::string_view merge_kind(const Field& field) {
    switch (field.type) {
        case Type::set:
        case Type::refs:
            return "set";
        case Type::list:
            return "list";
        case Type::counter:
            return "counter";
        case Type::group:
        case Type::money:
        case Type::geo:
        case Type::address:
        case Type::poly:
            return "group";
        default:
            return "register";
    }
}

/// A cell of a table: what would end it is escaped.
std::string cell(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
    return out;
}

std::string target_names(const Schema& schema, const std::vector<EntityNumber>& targets) {
    std::string out;
    for (const EntityNumber target : targets) out += (out.empty() ? " → " : ", ") + schema.entity(target)->name;
    return out;
}

std::string choice_names(const std::vector<Choice>& choices) {
    std::string out;
    for (const Choice& choice : choices)
        out += (out.empty() ? ": " : ", ") + ("`" + choice.name + "` ") +
               (choice.label.en == choice.label.zh ? choice.label.en : choice.label.en + " " + choice.label.zh);
    return out;
}

/// What a field and a member have alike.
template <class Part>
std::string row(const Schema& schema, const std::string& shown_name, const Part& part, std::string_view merges,
                bool to_self) {
    const std::string targets = to_self ? " → the same entity" : target_names(schema, part.targets);
    std::string type = std::string(name(part.type)) + targets + choice_names(part.choices);
    if (!part.default_value.empty()) type += "; starts as `" + part.default_value + "`";
    if (part.dedupe != DedupeKey::none) type += "; *dup*";
    return "| " + shown_name + (part.required ? " !" : "") + " | " + cell(part.label.en) + " | " + cell(part.label.zh) +
           " | " + cell(type) + " | " + std::string(merges) + " |\n";
}

std::string row(const Schema& schema, const std::string& shown_name, const Computed& computed) {
    return "| " + shown_name + " | " + cell(computed.label.en) + " | " + cell(computed.label.zh) + " | " +
           cell(std::string(name(computed.type)) + target_names(schema, computed.targets) +
                choice_names(computed.choices)) +
           " | computed |\n";
}

std::string rows(const Schema& schema, const Entity& entity, const Field& field) {
    const bool to_self =
        field.common && field.targets == std::vector<EntityNumber>{entity.number} && field.name == "merged_into";
    std::string out = row(schema, "`" + field.name + "`", field, merge_kind(field), to_self);
    for (const Member& member : field.members)
        if (field.type == Type::group || member.number > 1)
            out += row(schema, "· `" + member.name + "`", member, "", false);
    for (const Computed& computed : field.computed) out += row(schema, "· `" + computed.name + "`", computed);
    return out;
}

/// Those of every entity stand with the common fields.
bool is_of_all(const Schema& schema, const Computed& computed) {
    return std::all_of(schema.entities().begin(), schema.entities().end(), [&](const Entity& entity) {
        const auto* same = entity.computed_field(computed.name);
        return same != nullptr && same->formula == computed.formula;
    });
}

std::string computed_rows(const Schema& schema, const Entity& entity, bool common) {
    std::string out;
    for (const Computed& computed : entity.computed)
        if (is_of_all(schema, computed) == common) out += row(schema, "`" + computed.name + "`", computed);
    return out.empty() ? out : "| **Computed** | | **自动计算** | | |\n" + out;
}

std::string heading() { return "\n| field | English | 中文 | type | merges as |\n|---|---|---|---|---|\n"; }

std::string in_order(const Schema& schema, const Entity& entity, bool common) {
    std::string out = heading();
    std::size_t shown = 0;
    for (const Section& section : entity.sections) {
        const bool of_common = entity.field(section.fields.front())->common;
        if (of_common != common) continue;
        out += "| **" + cell(section.label.en) + "** | | **" + cell(section.label.zh) + "** | | |\n";
        for (const ColumnNumber number : section.fields) out += rows(schema, entity, *entity.field(number)), ++shown;
    }
    if (shown == 0)
        for (const Field& field : entity.fields)
            if (field.common == common) out += rows(schema, entity, field);
    return out + computed_rows(schema, entity, common);
}

std::string chapter(const Schema& schema, const Entity& entity) {
    std::string out = "\n## " + entity.label.en + " · " + entity.label.zh + "\n\n`" + entity.name + "`, entity " +
                      std::to_string(entity.number) + ". Named by ";
    for (std::size_t i = 0; i < entity.title.size(); ++i) out += (i == 0 ? "`" : ", `") + entity.title[i] + "`";
    if (entity.timeline == TimelineRole::event)
        out += "; on timelines by " +
               (entity.timeline_date.empty() ? std::string("when it was made") : "`" + entity.timeline_date + "`");
    return out + ".\n" + in_order(schema, entity, false);
}

}  // namespace

std::string handbook(const Schema& schema) {
    std::string out{kIntroduction};
    if (schema.entities().empty()) return out;
    out += "\n## Every record\n" + in_order(schema, schema.entities().front(), true);
    for (const Entity& entity : schema.entities()) out += chapter(schema, entity);
    return out;
}

}  // namespace tern::schema

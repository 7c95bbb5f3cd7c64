#include "client_core/schema/extension.h"

#include <algorithm>
#include <set>

#include "client_core/schema/columns.h"
#include "client_core/schema/field_loader.h"

namespace tern::schema {
namespace {

constexpr ColumnNumber kNameOfCustomEntity = column::kFirstField;
constexpr const char* kOwnSection = "custom";

/// `name`, or with the first number behind it that makes it new.
template <class Taken>
std::string free_name(const std::string& name, const Taken& is_taken) {
    std::string out = name;
    for (int n = 2; is_taken(out); ++n) out = name + "_" + std::to_string(n);
    return out;
}

/// A name that can stand in a filter; what a person wrote there otherwise is still the label.
std::string usable_name(const std::string& name, const RecordId& id) {
    return is_name(name) ? name : "custom_" + hex(id).substr(24);
}

class Extension {
public:
    Extension(const Schema& base, const Definitions& definitions)
        : definitions_(definitions), entities_(base.entities().begin(), base.entities().end()) {
        if (base.entities().size() > 1) learn_common(base.entities()[0], base.entities()[1]);
    }

    Schema make() {
        for (const EntityDefinition& definition : definitions_.entities) add(definition);
        for (const ChoiceDefinition& definition : definitions_.choices) add(definition);
        ColumnNumber number = kFirstCustomField;
        for (const FieldDefinition& definition : definitions_.fields)
            if (static_cast<std::size_t>(number - kFirstCustomField) < kCustomFields) number += add(definition, number);
        return Schema{std::move(entities_)};
    }

private:
    /// What every entity has. Where two entities' common fields refer each to its own entity, all do.
    void learn_common(const Entity& one, const Entity& other) {
        for (const Computed& computed : one.computed)
            if (const auto* same = other.computed_field(computed.name);
                same != nullptr && same->formula == computed.formula)
                common_computed_.push_back(computed);
        for (const Field& field : one.fields) {
            if (!field.common) continue;
            common_.push_back(field);
            const Field* same = other.field(field.number);
            if (same != nullptr && field.targets == std::vector{one.number} &&
                same->targets == std::vector{other.number})
                self_.insert(field.number);
        }
        for (const Section& section : one.sections)
            if (one.field(section.fields.front())->common) common_sections_.push_back(section);
    }

    Entity* find(EntityNumber number) {
        const auto at = std::find_if(entities_.begin(), entities_.end(),
                                     [&](const Entity& entity) { return entity.number == number; });
        return at == entities_.end() ? nullptr : &*at;
    }

    void add(const EntityDefinition& definition) {
        if (definition.number < kFirstCustomEntity || find(definition.number) != nullptr) return;
        Entity out;
        out.number = definition.number;
        out.name = free_name(usable_name(definition.name, definition.id), [&](const std::string& name) {
            return std::any_of(entities_.begin(), entities_.end(), [&](const Entity& e) { return e.name == name; });
        });
        out.stored = custom_sql_name(definition.number);
        out.label = definition.label;
        out.plural = definition.plural;
        out.icon = definition.icon;
        out.retired = definition.retired;
        out.title = {"name"};
        out.computed = common_computed_;
        Field name;
        name.number = kNameOfCustomEntity;
        name.name = "name";
        name.label = {"Name", "名称"};
        name.required = name.list_column = name.indexed = true;
        name.search_weight = 10;
        name.section = "general";
        lay_out(name);
        out.fields.push_back(std::move(name));
        for (Field field : common_) {
            if (self_.contains(field.number)) field.targets = {definition.number};
            out.fields.push_back(std::move(field));
        }
        out.sections.push_back({"general", {"General", "基本信息"}, {kNameOfCustomEntity}});
        out.sections.insert(out.sections.end(), common_sections_.begin(), common_sections_.end());
        entities_.push_back(std::move(out));
    }

    void add(const ChoiceDefinition& definition) {
        Entity* entity = find(definition.entity);
        if (entity == nullptr || definition.choice.name.empty()) return;
        for (Field& field : entity->fields) {
            if (field.number != definition.field) continue;
            if (definition.member == 0) add_choice(field.type, field.choices, definition.choice);
            for (Member& member : field.members)
                if (member.number == definition.member) add_choice(member.type, member.choices, definition.choice);
        }
    }

    static void add_choice(Type type, std::vector<Choice>& choices, const Choice& choice) {
        const auto same = [&](const Choice& other) { return other.name == choice.name; };
        if ((type == Type::pick || type == Type::set) && std::none_of(choices.begin(), choices.end(), same))
            choices.push_back(choice);
    }

    /// How many numbers it took.
    ColumnNumber add(const FieldDefinition& definition, ColumnNumber number) {
        Entity* entity = find(definition.entity);
        const bool refers = definition.type == Type::ref || definition.type == Type::refs;
        if (entity == nullptr || !can_be_custom(definition.type) || (refers && find(definition.target) == nullptr))
            return 0;
        if (++fields_of_[definition.entity] > kCustomFieldsOfEntity) return 0;
        Field out;
        out.number = number;
        out.defined_by = definition.id;
        out.retired = definition.retired;
        out.type = definition.type;
        out.label = definition.label;
        if (refers) out.targets = {definition.target};
        for (const Choice& choice : definition.choices) add_choice(Type::pick, out.choices, choice);
        out.required = definition.required;
        out.list_column = definition.list_column;
        out.search_weight = definition.search_weight;
        out.default_value = definition.default_value;
        put_in_place(*entity, definition, out);
        entity->fields.push_back(std::move(out));
        return 1;
    }

    /// Names and columns that no other field of the entity has, and a section of the form.
    static void put_in_place(Entity& entity, const FieldDefinition& definition, Field& field) {
        std::set<std::string> taken{"id", "space"};
        for (const Computed& computed : entity.computed) taken.insert(computed.name);
        for (const Field& other : entity.fields) {
            taken.insert(other.name);
            if (other.has_elements()) continue;
            for (const Column& column : other.columns) taken.insert(column.name);
        }
        const auto is_taken = [&](const std::string& wanted) {
            Field probe = field;
            probe.name = wanted;
            lay_out(probe);
            return taken.contains(wanted) || std::any_of(probe.columns.begin(), probe.columns.end(),
                                                         [&](const Column& c) { return taken.contains(c.name); });
        };
        field.name = free_name(usable_name(definition.name, definition.id), is_taken);
        lay_out(field);
        for (Column& column : field.columns)
            column.stored = custom_sql_name(field) + column.name.substr(field.name.size());
        if (field.retired) return;
        Section& section = section_for(entity, definition.section);
        field.section = section.name;
        section.fields.push_back(field.number);
    }

    /// The one that is wanted, if it is there, else one of the org's own, before those that close every form.
    static Section& section_for(Entity& entity, const std::string& wanted) {
        auto& sections = entity.sections;
        const auto named = [&](const std::string& name) {
            return std::find_if(sections.begin(), sections.end(), [&](const Section& s) { return s.name == name; });
        };
        if (const auto at = named(wanted); at != sections.end()) return *at;
        if (const auto at = named(kOwnSection); at != sections.end()) return *at;
        const auto closes = [&](const Section& section) {
            return !section.fields.empty() &&
                   std::any_of(entity.fields.begin(), entity.fields.end(), [&](const Field& other) {
                       return other.common && other.number == section.fields.front();
                   });
        };
        return *sections.insert(std::find_if(sections.begin(), sections.end(), closes),
                                {kOwnSection, {"More", "更多信息"}, {}});
    }

    const Definitions& definitions_;
    std::vector<Entity> entities_;
    std::vector<Field> common_;
    std::set<ColumnNumber> self_;  ///< common fields that refer to their own entity
    std::vector<Section> common_sections_;
    std::vector<Computed> common_computed_;
    std::map<EntityNumber, std::size_t> fields_of_;
};

}  // namespace

bool is_definition(std::string_view entity) {
    return entity == "custom_field" || entity == "custom_entity" || entity == "custom_choice";
}

bool can_be_custom(Type type) {
    switch (type) {
        case Type::poly:
        case Type::blob:
        case Type::json:
        case Type::list:
        case Type::group:
        case Type::counter:
            return false;
        default:
            return true;
    }
}

Schema extended(const Schema& base, const Definitions& definitions) { return Extension{base, definitions}.make(); }

}  // namespace tern::schema

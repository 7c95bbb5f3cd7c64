// What an org adds to the CRM's schema: fields, choices and whole entities of its own. The definitions are records of
// the org's space (protocol/crm/custom.textproto); all devices that hold the same ones make the same schema of them.
#pragma once

#include <string>
#include <vector>

#include "client_core/schema/schema.h"

namespace tern::schema {

/// SQLite allows a table 2,000 columns, and an address takes ten of them.
inline constexpr std::size_t kCustomFieldsOfEntity = 150;
/// As many as have numbers.
inline constexpr std::size_t kCustomFields = 0x10000 - kFirstCustomField;

struct FieldDefinition {
    RecordId id;
    bool retired = false;
    EntityNumber entity = 0;
    std::string name;
    Label label;
    Type type = Type::text;
    EntityNumber target = 0;  ///< of a ref or refs
    std::vector<Choice> choices;
    std::string section;
    bool required = false;
    bool list_column = false;
    std::uint32_t search_weight = 0;
    std::string default_value;

    bool operator==(const FieldDefinition&) const = default;
};

struct EntityDefinition {
    RecordId id;
    bool retired = false;
    EntityNumber number = 0;  ///< kFirstCustomEntity and up, drawn by chance
    std::string name;
    Label label;
    Label plural;
    std::string icon;

    bool operator==(const EntityDefinition&) const = default;
};

/// One more choice of a pick or set that the CRM has.
struct ChoiceDefinition {
    RecordId id;
    EntityNumber entity = 0;
    ColumnNumber field = 0;
    std::uint32_t member = 0;  ///< of a group or list; 0: the field itself
    Choice choice;

    bool operator==(const ChoiceDefinition&) const = default;
};

/// Each ascending by id.
struct Definitions {
    std::vector<EntityDefinition> entities;
    std::vector<FieldDefinition> fields;
    std::vector<ChoiceDefinition> choices;

    bool empty() const { return entities.empty() && fields.empty() && choices.empty(); }
    bool operator==(const Definitions&) const = default;
};

/// Whether records of that entity are definitions.
bool is_definition(std::string_view entity);

/// Whether an org's own field may be of this type: those that a person can fill in without a form of their own.
bool can_be_custom(Type type);

/// `base` with what the definitions add. Never fails: a definition that cannot be followed (of an unknown entity, of a
/// type that no custom field has, beyond the limits above) is passed over, and what was written under it stays as it
/// is. A name that is taken already gets a number behind it; the definition with the lower id, the earlier one, keeps
/// the name. Two entities that drew the same number are one, with the fields of both.
Schema extended(const Schema& base, const Definitions& definitions);

}  // namespace tern::schema

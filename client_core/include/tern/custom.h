// What an org adds to the CRM for itself: fields, choices, and entities with records of their own. Written by those who
// may write in the org's space; every device follows when it syncs. Errors are values; use it on the Client's thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tern/client.h>
#include <tern/json.h>

namespace tern {

/// A name for filters and imports, and what people read. A label that is empty is taken from the other language, or
/// from the name.
struct CustomName {
    std::string name;  ///< lower case letters, digits and underscores; never changes
    std::string label_en;
    std::string label_zh;
};

struct CustomField {
    std::string entity;
    CustomName name;
    std::string type = "text";  ///< as protocol/crm/custom.textproto lists them
    std::string target;         ///< of a ref or refs: the entity
    std::vector<CustomName> choices;
    std::string section;  ///< of the form; empty: one of the org's own
    bool required = false;
    bool list_column = false;
    unsigned search_weight = 0;  ///< 0: not searched; 10: like a name
    std::string default_value;
};

struct CustomEntity {
    CustomName name;
    std::string plural_en;
    std::string plural_zh;
    std::string icon;
};

/// `forbidden` where one may not write in the org's space; `bad_argument` for a name that is taken or none, and for
/// what the type does not allow; `too_big` where the entity has as many as it can.
Result<RecordId> define_field(Client& client, const CustomField& field);
Result<RecordId> define_entity(Client& client, const CustomEntity& entity);
/// One more choice for a pick or set of the CRM's, or of an element's: `field` or `field.member`. A custom field's
/// choices are its own.
Result<RecordId> define_choice(Client& client, std::string_view entity, std::string_view field,
                               const CustomName& choice);

/// From now on nobody is asked for it; what is there stays, and restore_field() brings it back.
Status retire_field(Client& client, std::string_view entity, std::string_view field);
Status restore_field(Client& client, std::string_view entity, std::string_view field);

/// [{"name","type","label_en","label_zh","section","required","list","custom","retired"}], in the form's order.
Result<Json> list_fields(Client& client, std::string_view entity);
/// [{"name","number","label_en","label_zh","records","custom","retired"}].
Result<Json> list_entities(Client& client);

}  // namespace tern

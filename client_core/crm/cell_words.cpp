#include "client_core/crm/cell_words.h"

#include "client_core/crm/names.h"
#include "client_core/crm/shown.h"

namespace tern::crm {
namespace {

const schema::Field* field_of(const schema::Schema& schema, const Cell& cell) {
    const auto* entity = schema.entity(cell.entity);
    return entity == nullptr ? nullptr : entity->field(cell.column);
}

}  // namespace

std::string field_name(const schema::Schema& schema, const Cell& cell) {
    if (cell.column == column::kAlive) return "alive";
    const auto* field = field_of(schema, cell);
    return field == nullptr ? "field " + std::to_string(cell.column) : field->name;
}

Json shown_element(const schema::Schema& schema, const Cell& cell) {
    if (cell.element.empty()) return {};
    const auto* field = field_of(schema, cell);
    if (field != nullptr && field->type == schema::Type::refs) return Json{uuid_text(RecordId::of(cell.element))};
    if (field != nullptr && field->type == schema::Type::set) return Json::text(text(cell.element));
    return Json{hex(cell.element)};
}

Json shown_value(const schema::Schema& schema, const Cell& cell, const Value& value) {
    if (cell.column == column::kAlive) {
        const auto alive = parse_alive(value);
        return alive ? Json{alive->alive} : Json{};
    }
    const auto* field = field_of(schema, cell);
    return field == nullptr ? Json{} : shown_cell(schema, *field, value);
}

std::string person_of(Client& client, const DeviceId& device) {
    const auto user = client.user_of(device);
    if (!user) return {};
    const auto name = title(client.store(), RecordId{user->bytes}, client.schema().entity("user")->number);
    return name.empty() ? id_text(*user) : name;
}

}  // namespace tern::crm

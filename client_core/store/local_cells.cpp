#include "client_core/store/local_cells.h"

#include "client_core/store/tables.h"

namespace tern::store {

void to_stored(const schema::Schema& schema, EntityNumber entity, ColumnNumber& column, Bytes& element) {
    if (column < schema::kFirstCustomField) return;
    const auto* type = schema.entity(entity);
    const auto* field = type == nullptr ? nullptr : type->field(column);
    if (field == nullptr) return;
    column = column::kCustom;
    element.insert(element.begin(), field->defined_by.bytes.begin(), field->defined_by.bytes.end());
}

bool to_local(const schema::Schema& schema, EntityNumber entity, ColumnNumber& column, Bytes& element) {
    if (column >= schema::kFirstCustomField) return false;
    if (column != column::kCustom || element.size() < kDefinitionBytes) return true;
    const auto* type = schema.entity(entity);
    const auto* field =
        type == nullptr ? nullptr : type->defined_by(RecordId::of(ByteView{element}.first(kDefinitionBytes)));
    if (field == nullptr || field->has_elements() == (element.size() == kDefinitionBytes)) return true;
    column = field->number;
    element.erase(element.begin(), element.begin() + kDefinitionBytes);
    return true;
}

}  // namespace tern::store

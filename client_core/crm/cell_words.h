// How a cell, its value and its author are told to people.
#pragma once

#include <string>

#include <tern/client.h>
#include <tern/json.h>

namespace tern::crm {

/// "alive" for a deletion; "field 4711" for one that this version does not know.
std::string field_name(const schema::Schema& schema, const Cell& cell);
/// Which one of a set or list; null for a plain field.
Json shown_element(const schema::Schema& schema, const Cell& cell);
Json shown_value(const schema::Schema& schema, const Cell& cell, const Value& value);
/// The name of the device's user; empty where the device is nobody's here.
std::string person_of(Client& client, const DeviceId& device);

}  // namespace tern::crm

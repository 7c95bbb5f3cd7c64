// Objects of JSON as flat cells. Numbers keep their digits; containers inside are written out again as text.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "client_core/exchange/table.h"

namespace tern::exchange {

/// A member by its name; false stops the reading, with a reason of one's own.
using PutMember = std::function<bool(std::string_view name, std::string text, CellKind kind)>;

/// One object. Of an object inside, its scalar members are put too, as `name.member`. What is empty is not put. The
/// reason why it cannot be read, empty where it can.
std::string read_json_object(std::string_view text, const PutMember& put);
/// An array of objects, or of scalars, which are put without a name. `next` comes before each item's members.
std::string read_json_array(std::string_view text, const std::function<void()>& next, const PutMember& put);
/// A text in quotes, escaped.
std::string json_text(std::string_view text);

}  // namespace tern::exchange

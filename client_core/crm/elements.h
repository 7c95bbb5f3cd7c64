// Lists, sets and references as JSON arrays: how an export writes what does not fit between semicolons.
#pragma once

#include "client_core/crm/draft.h"

namespace tern::crm {

/// Whether a cell of that field is written so.
bool is_element_array(const Target& target, std::string_view text);
/// `[{"order":1,"phone":"+1 555","label":"work"}]`, `["hot","new"]`. Elements that name their order are the whole list;
/// else they are added, and those that are there already (by what tells an element best) are filled.
Status assign_array(Draft& draft, const Target& target, std::string_view text, const Reading& reading);

/// One value of an element that is told by several columns of a row. Added like those without an order.
Result<Value> read_member(const schema::Field& list, const schema::Member& member, std::string_view text,
                          const Reading& reading);
void add_element(Draft& draft, const schema::Field& list, Value element);

}  // namespace tern::crm

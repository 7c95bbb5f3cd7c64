// Where a document with lines keeps how it stands, and what it becomes.
#pragma once

#include <string>
#include <string_view>

namespace tern::crm {

inline std::string state_field(std::string_view entity) { return entity == "quote" ? "stage" : "status"; }

/// Handed in where nobody needs to approve it, or approved.
inline std::string state_agreed(std::string_view entity) { return entity == "order" ? "confirmed" : "approved"; }

}  // namespace tern::crm

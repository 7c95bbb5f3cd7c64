// Whether two phone numbers are one, by libphonenumber.
#pragma once

#include <string>
#include <string_view>

namespace tern::crm {

/// `+8613800138000`; empty for what is no number, or names no country and stands in none.
std::string e164(std::string_view text, std::string_view region);

/// Regions are ISO countries in capitals, or empty. A number whose country nobody knows is compared without it.
bool same_phone(std::string_view a, std::string_view region_a, std::string_view b, std::string_view region_b);

}  // namespace tern::crm

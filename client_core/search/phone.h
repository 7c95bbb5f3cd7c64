// Phone numbers as digits that compare, whatever their notation. For finding, not for judging: what is dialled or
// compared for duplicates is made by libphonenumber.
#pragma once

#include <string>
#include <string_view>

namespace tern::search {

struct PhoneDigits {
    std::string national;  ///< without country code, trunk zeros and extension; empty: too short to be a number
    std::string country;   ///< the country code, where the number names it by `+` or `00`
};
PhoneDigits phone_digits(std::string_view text);

/// The country code at the start of `digits` (ITU-T E.164), empty where there is none.
std::string_view country_code(std::string_view digits);

/// Nothing but digits and the signs that people put between them, and at least four digits.
bool looks_like_phone(std::string_view text);

}  // namespace tern::search

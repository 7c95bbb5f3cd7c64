// Numbers as other countries and programs write them, brought into the one form that number.h reads.
#pragma once

#include <string>
#include <string_view>

namespace tern::crm {

/// What `1.234` means in a column.
enum class NumberStyle : std::uint8_t { point, comma };

/// What one text tells of its column: 1.234,56 can only be one of them. Of 1.234 and 1,234 nothing.
struct NumberHint {
    bool point = false, comma = false;
};
NumberHint number_hint(std::string_view text);

/// `(1.234,56 €)` as `-1234.56 €`: digits grouped by nothing, a point, a sign in front. What is no number stays as it
/// is.
std::string plain_number(std::string_view text, NumberStyle style);

}  // namespace tern::crm

// Text as people write it: trimmed, compared without regard to case, quoted in messages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tern::crm {

/// Without white space at both ends, the ideographic and the unbreakable kinds included.
std::string_view trimmed(std::string_view text);
/// What two spellings have in common (NFKC, case folded).
std::string folded(std::string_view text);
/// Letters and digits alone, folded: `GTX Pro` and `GTXPro` are one.
std::string loose(std::string_view text);
/// In quotes, cut to what a message may repeat.
std::string quoted(std::string_view text);
/// Trimmed pieces, empty ones left out.
std::vector<std::string_view> pieces(std::string_view text, char separator);
/// The candidate nearest in spelling, empty where none is near.
std::string nearest(std::string_view wanted, const std::vector<std::string>& candidates);

}  // namespace tern::crm

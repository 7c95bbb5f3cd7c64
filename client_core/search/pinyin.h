// How Chinese characters are read, in the letters that people type: without tones, `v` for ü.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace tern::search {

/// Readings of one character, the usual one first; none for what is no character of the basic block. A character with
/// several readings (重 zhong, chong) has them only where names use them.
std::vector<std::string_view> readings(char32_t character);
/// The usual one; empty where there is none. Cheap.
std::string_view reading(char32_t character);
/// Whether a character has more than one.
bool has_others(char32_t character);

}  // namespace tern::search

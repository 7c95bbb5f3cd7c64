// What pinyin_maker.cpp makes while building.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tern::search {

inline constexpr char32_t kFirstRead = 0x4e00, kLastRead = 0x9fff;

struct NameReading {
    char32_t character;
    const char syllable[7];
};

extern const char kSyllables[][7];         ///< the first is empty
extern const std::uint16_t kReadings[];    ///< by character from kFirstRead: a place in kSyllables
extern const NameReading kNameReadings[];  ///< as a family name, where that differs; by character
extern const std::size_t kNameReadingCount;

}  // namespace tern::search

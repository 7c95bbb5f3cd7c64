// Text as words that compare: case, width and diacritics folded, Chinese and Japanese as runs of characters. Each word
// knows which bytes of the text its own bytes came from, so that a match can be shown.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tern::search {

/// Longer words are cut, on both sides of a comparison alike: what people type is shorter, and an index page is 4 KiB.
inline constexpr std::size_t kWordBytes = 32;
/// Of one text: a note of ten pages is found by its beginning.
inline constexpr std::size_t kWordsInText = 400;

/// After so many bytes of the word, the text has been read up to `end`.
struct Step {
    std::uint16_t length = 0;
    std::uint32_t end = 0;
};

struct Word {
    bool characters = false;  ///< of a script without spaces; `text` is its characters, one step each
    std::string text;
    std::vector<Step> steps;
    std::string spelled;  ///< how German and the Nordic languages write it without their letters (mueller); else empty
    std::vector<Step> spelled_steps;
    std::uint32_t begin = 0;
    bool joined = false;  ///< of several words with `-`, `_` or an apostrophe between them, which came before it
};

/// The words of `text`, in order. The word is valid during the call. Bytes that are no UTF-8 separate.
void for_each_word(std::string_view text, const std::function<void(const Word&)>& take);

/// One spelling for all that look alike: NFKC, case folded, Latin, Greek and Cyrillic letters without their marks.
std::string folded(std::string_view text);

}  // namespace tern::search

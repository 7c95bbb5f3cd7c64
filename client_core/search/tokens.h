// What the search index holds of a text: tokens, each of a kind, so that one word can be asked for in titles alone or
// everywhere, by its beginning, its characters, its pinyin or its end.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "client_core/search/words.h"

namespace tern::search {

/// Changed with whatever changes the tokens of a text: an older index is built anew.
inline constexpr int kTokensVersion = 1;

/// The letter that stands before the token in the index.
enum class Kind : char {
    title = 't',        ///< a word of the title
    other = 'o',        ///< of any other text
    run = 'w',          ///< a whole run of characters in the title
    title_chars = 'c',  ///< up to three characters of the title, from each on
    other_chars = 'd',  ///< of any other text
    pinyin = 'p',       ///< a run of characters as letters, from each character on
    initials = 'i',     ///< first letters of its syllables
    reversed = 'r',     ///< a title's word backwards: for what was mistyped at its beginning
    phone = 'm',        ///< digits without the country code
    phone_end = 'n',    ///< digits backwards: for the last four
    entity = 'e',
};

/// Characters in a token of title_chars: as many as FTS5's prefix indexes hold, less the kind.
inline constexpr std::size_t kWindow = 3;

struct Token {
    Kind kind = Kind::other;
    std::string_view text;
    std::uint32_t begin = 0;      ///< in the text, in bytes
    std::span<const Step> steps;  ///< none where the kind does not run along the text
    bool at_start = true;         ///< of its word
};
using TakeToken = std::function<void(const Token&)>;

/// `numbered`: also with its parts joined (`a10023` of A-10023). `spoken`: that, and by pinyin.
enum class Treatment { other, numbered, spoken, title };

void tokens_of_text(std::string_view text, Treatment treatment, const TakeToken& take);
void tokens_of_phone(std::string_view text, const TakeToken& take);

std::string backwards(std::string_view text);

}  // namespace tern::search

// A filter's text as words, quoted texts and signs.
#pragma once

#include <string>
#include <string_view>

namespace tern::query {

struct Token {
    enum class Kind : unsigned char { word, text, sign, end, broken };
    Kind kind = Kind::end;
    std::string_view written;  ///< as it stands, quotes included
    std::string value;         ///< of a text, without quotes; of what is broken, why
};

class Tokens {
public:
    /// `text` must be UTF-8 and outlive the tokens.
    explicit Tokens(std::string_view text) : text_(text) { next(); }

    const Token& now() const { return now_; }
    /// The one after it, without going there.
    Token ahead() const;
    void next();
    /// Whether this is that word, not quoted, in any case; goes beyond it if so.
    bool take_word(std::string_view word);
    bool take_sign(std::string_view sign);
    /// "at character 7", of the token that is now.
    std::string place() const;
    /// The text from the beginning of `first` to the end of `last`.
    static std::string_view between(std::string_view first, std::string_view last);

private:
    Token read();
    Token read_quoted();

    std::string_view text_;
    std::size_t at_ = 0;
    Token now_;
};

/// Whether `text` would be read as one word.
bool is_bare(std::string_view text);

}  // namespace tern::query

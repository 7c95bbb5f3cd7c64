#include "client_core/query/filter_tokens.h"

#include <algorithm>

#include "client_core/query/words.h"

namespace tern::query {
namespace {

constexpr std::string_view kSigns[] = {"!=", "<>", "<=", ">=", "=", "<", ">", "~", "(", ")", ","};

/// Bytes of the white space at the start, the ideographic and the unbreakable kinds included; 0 where there is none.
std::size_t space_at(std::string_view text) {
    for (const std::string_view space : {" ", "\t", "\n", "\r", "\u00a0", "\u3000"})
        if (text.starts_with(space)) return space.size();
    return 0;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

std::size_t word_length(std::string_view text) {
    std::size_t n = 0;
    while (n < text.size() && std::string_view{"()\",=!<>~"}.find(text[n]) == std::string_view::npos &&
           !is_control(text[n]) && space_at(text.substr(n)) == 0)
        ++n;
    return n;
}

}  // namespace

bool is_bare(std::string_view text) { return !text.empty() && word_length(text) == text.size(); }

Token Tokens::read() {
    while (const auto n = space_at(text_.substr(at_))) at_ += n;
    const auto left = text_.substr(at_);
    if (left.empty()) return {Token::Kind::end, left, {}};
    if (left.front() == '"') return read_quoted();
    for (const auto sign : kSigns)
        if (left.starts_with(sign))
            return at_ += sign.size(), Token{Token::Kind::sign, left.substr(0, sign.size()), {}};
    const auto n = word_length(left);
    if (n == 0) return {Token::Kind::broken, left.substr(0, 1), "this character has no meaning here"};
    at_ += n;
    return {Token::Kind::word, left.substr(0, n), {}};
}

/// A backslash stands before a quotation mark or another backslash; anywhere else it is one.
Token Tokens::read_quoted() {
    const auto left = text_.substr(at_);
    Token out{Token::Kind::text, {}, {}};
    for (std::size_t i = 1; i < left.size(); ++i) {
        if (left[i] == '"') {
            at_ += i + 1;
            out.written = left.substr(0, i + 1);
            return out;
        }
        if (left[i] == '\\' && i + 1 < left.size() && (left[i + 1] == '"' || left[i + 1] == '\\')) ++i;
        if (is_control(left[i])) break;
        out.value += left[i];
    }
    return {Token::Kind::broken, left.substr(0, 1), "this quotation mark has no partner on its line"};
}

Token Tokens::ahead() const {
    Tokens copy = *this;
    copy.next();
    return copy.now_;
}

void Tokens::next() { now_ = read(); }

bool Tokens::take_word(std::string_view word) {
    if (now_.kind != Token::Kind::word || !same_word(now_.written, word)) return false;
    next();
    return true;
}

bool Tokens::take_sign(std::string_view sign) {
    if (now_.kind != Token::Kind::sign || now_.written != sign) return false;
    next();
    return true;
}

std::string Tokens::place() const {
    const auto before = text_.substr(0, static_cast<std::size_t>(now_.written.data() - text_.data()));
    const auto characters = std::count_if(before.begin(), before.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
    return "at character " + std::to_string(characters + 1);
}

std::string_view Tokens::between(std::string_view first, std::string_view last) {
    return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

}  // namespace tern::query

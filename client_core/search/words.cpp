#include "client_core/search/words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>

namespace tern::search {
namespace {

/// Marks above this stand in scripts where they are letters of their own (kana, Hangul).
constexpr UChar32 kEndOfMarkedLetters = 0x2000;
constexpr UChar32 kEndOfTable = 0x250;
constexpr std::size_t kJoinedWords = 4;
/// A run of characters without a break is taken in pieces: a paragraph would make one word.
constexpr std::size_t kRunCharacters = 64;

std::string without_marks(icu::UnicodeString text) {
    UErrorCode error = U_ZERO_ERROR;
    if (!text.isEmpty() && text.char32At(0) < kEndOfMarkedLetters) {
        text = icu::Normalizer2::getNFDInstance(error)->normalize(text, error);
        icu::UnicodeString kept;
        for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
            if (const UChar32 c = text.char32At(i); u_charType(c) != U_NON_SPACING_MARK) kept.append(c);
        text = kept;
    }
    std::string out;
    return text.toUTF8String(out);
}

std::string fold_slowly(UChar32 c) {
    switch (c) {  // letters that Unicode does not take apart
        case 0xe6:
        case 0xc6:
            return "ae";
        case 0xf8:
        case 0xd8:
            return "o";
        case 0x142:
        case 0x141:
            return "l";
        case 0x111:
        case 0x110:
        case 0xf0:
        case 0xd0:
            return "d";
        case 0x153:
        case 0x152:
            return "oe";
        case 0x131:
        case 0x130:
            return "i";
        case 0xfe:
        case 0xde:
            return "th";
        default:
            break;
    }
    UErrorCode error = U_ZERO_ERROR;
    const auto* folder = icu::Normalizer2::getNFKCCasefoldInstance(error);
    if (U_FAILURE(error)) return {};
    return without_marks(folder->normalize(icu::UnicodeString{c}, error));
}

void append_folded(UChar32 c, std::string& out) {
    static const auto table = [] {
        std::array<std::string, kEndOfTable> all;
        for (UChar32 i = 0; i < kEndOfTable; ++i) all[static_cast<std::size_t>(i)] = fold_slowly(i);
        return all;
    }();
    if (c < 0x80)
        out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    else if (c < kEndOfTable)
        out += table[static_cast<std::size_t>(c)];
    else if (c >= 0x4e00 && c <= 0x9fff)
        icu::UnicodeString{c}.toUTF8String(out);
    else
        out += fold_slowly(c);
}

std::string_view respelled(UChar32 c) {
    switch (c) {
        case 0xe4:
        case 0xc4:
            return "ae";
        case 0xf6:
        case 0xd6:
        case 0xf8:
        case 0xd8:
            return "oe";
        case 0xfc:
        case 0xdc:
            return "ue";
        case 0xe5:
        case 0xc5:
            return "aa";
        default:
            return {};
    }
}

bool is_character(UChar32 c) {
    return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x20000 && c <= 0x3ffff) ||
           (c >= 0x3041 && c <= 0x30ff && c != 0x30fb) || (c >= 0xf900 && c <= 0xfaff) || c == 0x3005 || c == 0x3007 ||
           (c >= 0xff66 && c <= 0xff9f);
}

bool is_ascii_word(UChar32 c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_mark(UChar32 c) { return c >= 0x300 && (U_GET_GC_MASK(c) & U_GC_MN_MASK) != 0; }
bool is_letter(UChar32 c) { return c < 0x80 ? is_ascii_word(c) : u_isalnum(c) && !is_character(c); }
bool joins(UChar32 c) { return c == '-' || c == '_' || c == '\'' || c == 0x2019; }

class Splitter {
public:
    Splitter(std::string_view text, const std::function<void(const Word&)>& take) : text_(text), take_(take) {}

    void run() {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
        const auto length = static_cast<std::int32_t>(text_.size());
        for (std::int32_t at = 0; at < length && count_ < kWordsInText;) {
            const std::int32_t from = at;
            UChar32 c = 0;
            U8_NEXT(bytes, at, length, c);
            if (c < 0) c = ' ';
            step(c, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(at));
        }
        end_word();
        end_chain();
    }

private:
    void step(UChar32 c, std::uint32_t from, std::uint32_t to) {
        if (is_mark(c)) {
            if (!word_.steps.empty()) word_.steps.back().end = to;
            if (c == 0x308 && !word_.characters) umlaut_apart();
        } else if (is_character(c)) {
            if (!word_.characters) end_word(), end_chain();
            if (word_.steps.size() >= kRunCharacters) end_word();
            begin(from, true);
            add(c, to);
        } else if (is_letter(c)) {
            if (word_.characters) end_word();
            begin(from, false);
            add(c, to);
        } else {
            const bool goes_on = joins(c) && !word_.text.empty() && !word_.characters;
            end_word();
            if (!goes_on) end_chain();
        }
    }

    void begin(std::uint32_t from, bool characters) {
        if (!word_.text.empty()) return;
        word_.begin = from;
        word_.characters = characters;
    }

    void add(UChar32 c, std::uint32_t to) {
        if (!word_.characters && word_.text.size() >= kWordBytes) return;
        const std::size_t before = word_.text.size();
        append_folded(c, word_.text);
        word_.steps.push_back({static_cast<std::uint16_t>(word_.text.size()), to});
        if (word_.characters) return;
        const auto other = respelled(c);
        if (!other.empty() && word_.spelled.empty()) begin_spelling(before);
        if (word_.spelled.empty()) return;
        if (other.empty())
            word_.spelled.append(word_.text, before);
        else
            word_.spelled += other;
        word_.spelled_steps.push_back({static_cast<std::uint16_t>(word_.spelled.size()), to});
    }

    void begin_spelling(std::size_t length) {
        word_.spelled.assign(word_.text, 0, length);
        word_.spelled_steps.assign(word_.steps.begin(), word_.steps.end() - 1);
    }

    /// `u` and a combining diaeresis.
    void umlaut_apart() {
        if (word_.text.empty() || std::string_view("aou").find(word_.text.back()) == std::string_view::npos) return;
        if (word_.spelled.empty()) {
            word_.spelled = word_.text;
            word_.spelled_steps = word_.steps;
        }
        word_.spelled += 'e';
        word_.spelled_steps.back().length = static_cast<std::uint16_t>(word_.spelled.size());
    }

    void end_word() {
        if (word_.text.empty()) return clear(word_);
        if (!word_.characters) {
            cut(word_.text, word_.steps);
            cut(word_.spelled, word_.spelled_steps);
        }
        take_(word_);
        ++count_;
        if (!word_.characters) add_to_chain();
        clear(word_);
    }

    void add_to_chain() {
        if (chained_ == 0) chain_.begin = word_.begin;
        ++chained_;
        const auto before = static_cast<std::uint16_t>(chain_.text.size());
        chain_.text += word_.text;
        for (const Step& step : word_.steps)
            chain_.steps.push_back({static_cast<std::uint16_t>(before + step.length), step.end});
    }

    void end_chain() {
        if (chained_ > 1 && chained_ <= kJoinedWords) {
            chain_.joined = true;
            cut(chain_.text, chain_.steps);
            take_(chain_);
        }
        clear(chain_);
        chained_ = 0;
    }

    static void cut(std::string& text, std::vector<Step>& steps) {
        if (text.size() <= kWordBytes) return;
        while (!steps.empty() && steps.back().length > kWordBytes) steps.pop_back();
        text.resize(steps.empty() ? 0 : steps.back().length);
    }

    static void clear(Word& word) {
        word.text.clear();
        word.steps.clear();
        word.spelled.clear();
        word.spelled_steps.clear();
        word.joined = word.characters = false;
    }

    std::string_view text_;
    const std::function<void(const Word&)>& take_;
    Word word_, chain_;
    std::size_t chained_ = 0, count_ = 0;
};

}  // namespace

void for_each_word(std::string_view text, const std::function<void(const Word&)>& take) { Splitter(text, take).run(); }

std::string folded(std::string_view text) {
    std::string out;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, length, c);
        if (c >= 0 && !is_mark(c)) append_folded(c, out);
    }
    return out;
}

}  // namespace tern::search

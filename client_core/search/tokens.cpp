#include "client_core/search/tokens.h"

#include <algorithm>

#include "client_core/search/phone.h"
#include "client_core/search/pinyin.h"

namespace tern::search {
namespace {

/// Of one run, a company's name and its town; what follows is found by its characters.
constexpr std::size_t kSpokenCharacters = 24;
/// Names are short; each more is one more set of tokens.
constexpr std::size_t kOtherReadings = 3;
constexpr std::size_t kInitials = 12;
/// Shorter words are not looked for with typing mistakes.
constexpr std::size_t kFewestReversed = 4;

char32_t character_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    if (byte(0) < 0xe0 || at + 3 > text.size()) return 0;
    if (byte(0) < 0xf0) return static_cast<char32_t>((byte(0) & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f));
    return 0;  // outside the basic plane: no reading
}

/// A run of characters as syllables.
class Spoken {
public:
    explicit Spoken(const Word& run, const TakeToken& take) : run_(run), take_(take) {}

    void tell() {
        std::size_t at = 0;
        const std::size_t count = std::min(run_.steps.size(), kSpokenCharacters);
        for (std::size_t i = 0; i < count; ++i) {
            const char32_t c = character_at(run_.text, at);
            at = run_.steps[i].length;
            const auto syllable = reading(c);
            if (syllable.empty()) {
                end_part();
                first_ = i + 1;
                continue;
            }
            characters_.push_back(c);
            syllables_.push_back(syllable);
        }
        end_part();
    }

private:
    void end_part() {
        if (syllables_.empty()) return;
        for (std::size_t from = 0; from < syllables_.size(); ++from) tell_from(from);
        tell_initials();
        std::size_t others = 0;
        for (std::size_t i = 0; i < characters_.size(); ++i) {
            if (!has_others(characters_[i])) continue;
            const auto usual = syllables_[i];
            for (const auto& other : readings(characters_[i])) {
                if (other == usual || ++others > kOtherReadings) continue;
                syllables_[i] = other;
                for (std::size_t from = 0; from <= i; ++from) tell_from(from);
                if (other[0] != usual[0]) tell_initials();
            }
            syllables_[i] = usual;
        }
        syllables_.clear();
        characters_.clear();
    }

    std::uint32_t begin_of(std::size_t i) const {
        const std::size_t place = first_ + i;
        return place == 0 ? run_.begin : run_.steps[place - 1].end;
    }

    void tell_from(std::size_t from) {
        text_.clear();
        steps_.clear();
        for (std::size_t i = from; i < syllables_.size() && text_.size() < kWordBytes; ++i) {
            text_ += syllables_[i];
            if (text_.size() > kWordBytes) text_.resize(kWordBytes);
            steps_.push_back({static_cast<std::uint16_t>(text_.size()), run_.steps[first_ + i].end});
        }
        take_({Kind::pinyin, text_, begin_of(from), steps_, from == 0});
    }

    void tell_initials() {
        if (syllables_.size() < 2) return;
        text_.clear();
        steps_.clear();
        for (std::size_t i = 0; i < syllables_.size() && i < kInitials; ++i) {
            text_ += syllables_[i][0];
            steps_.push_back({static_cast<std::uint16_t>(i + 1), run_.steps[first_ + i].end});
        }
        take_({Kind::initials, text_, begin_of(0), steps_, true});
    }

    const Word& run_;
    const TakeToken& take_;
    std::size_t first_ = 0;  ///< of this part, among the run's characters
    std::vector<char32_t> characters_;
    std::vector<std::string_view> syllables_;
    std::string text_;
    std::vector<Step> steps_;
};

void tell_characters(const Word& run, Treatment treatment, const TakeToken& take) {
    const bool title = treatment == Treatment::title;
    if (title && run.text.size() <= kWordBytes) take({Kind::run, run.text, run.begin, run.steps, true});
    std::size_t from = 0;
    std::uint32_t begin = run.begin;
    for (std::size_t i = 0; i < run.steps.size(); ++i) {
        const std::size_t last = std::min(i + kWindow, run.steps.size());
        const std::string_view window = std::string_view(run.text).substr(from, run.steps[last - 1].length - from);
        take({title ? Kind::title_chars : Kind::other_chars, window, begin, {}, i == 0});
        from = run.steps[i].length;
        begin = run.steps[i].end;
    }
    if (treatment >= Treatment::spoken) Spoken(run, take).tell();
}

/// Backwards, what is not ASCII would be no UTF-8.
bool all_ascii_letters(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void tell_word(const Word& word, Treatment treatment, const TakeToken& take) {
    if (word.joined && treatment == Treatment::other) return;
    const Kind kind = treatment == Treatment::title ? Kind::title : Kind::other;
    take({kind, word.text, word.begin, word.steps, true});
    if (!word.spelled.empty()) take({kind, word.spelled, word.begin, word.spelled_steps, true});
    if (treatment != Treatment::title || word.joined || word.text.size() < kFewestReversed ||
        !all_ascii_letters(word.text))
        return;
    take({Kind::reversed, backwards(word.text), word.begin, {}, true});
}

}  // namespace

std::string backwards(std::string_view text) { return {text.rbegin(), text.rend()}; }

void tokens_of_text(std::string_view text, Treatment treatment, const TakeToken& take) {
    for_each_word(text, [&](const Word& word) {
        word.characters ? tell_characters(word, treatment, take) : tell_word(word, treatment, take);
    });
}

void tokens_of_phone(std::string_view text, const TakeToken& take) {
    const auto digits = phone_digits(text);
    if (digits.national.empty()) return;
    const Step whole[] = {{static_cast<std::uint16_t>(kWordBytes), static_cast<std::uint32_t>(text.size())}};
    take({Kind::phone, digits.national, 0, whole, true});
    take({Kind::phone_end, backwards(digits.national), 0, whole, true});
}

}  // namespace tern::search

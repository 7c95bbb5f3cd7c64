#include "client_core/search/asked.h"

#include <algorithm>

#include "client_core/search/phone.h"

namespace tern::search {
namespace {

constexpr std::size_t kLastDigits = 4;
constexpr std::size_t kFewestInitials = 2;
/// A number that names its country without `+` has at least so many digits after it.
constexpr std::size_t kDigitsAfterCountry = 7;

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string token(Kind kind, std::string_view text, bool whole) {
    std::string out = "\"";
    out += static_cast<char>(kind);
    out += text;
    return out += whole ? "\"" : "\"*";
}

std::string any_of(const std::vector<std::string>& all) {
    if (all.size() == 1) return all[0];
    std::string out;
    for (const auto& one : all) out += (out.empty() ? "(" : " OR ") + one;
    return out + ")";
}

void add_digits(std::string_view digits, bool whole, std::vector<std::string>& out) {
    out.push_back(token(Kind::phone, digits, whole));
    if (digits.size() >= kLastDigits) out.push_back(token(Kind::phone_end, backwards(digits), whole));
}

std::string phone_expression(const Wanted& word, Stage stage) {
    std::vector<std::string> out;
    const bool whole = stage == Stage::exact;
    add_digits(word.text, whole, out);
    if (!word.spelled.empty()) add_digits(word.spelled, whole, out);
    return any_of(out);
}

/// Windows of a run of any length. All of it: tell judge().
std::string characters_expression(const Wanted& word, Stage stage) {
    if (stage == Stage::exact_title) return token(Kind::run, word.text, true);
    std::vector<std::size_t> starts{0};
    for (std::size_t at = 0; at < word.text.size();) {
        do ++at;
        while (at < word.text.size() && (static_cast<unsigned char>(word.text[at]) & 0xc0) == 0x80);
        starts.push_back(at);
    }
    const std::size_t count = starts.size() - 1;
    std::string out;
    for (std::size_t i = 0; i == 0 || i + kWindow <= count; ++i) {
        const auto window = word.text.substr(starts[i], starts[std::min(i + kWindow, count)] - starts[i]);
        const bool whole = count >= kWindow;
        std::vector<std::string> kinds{token(Kind::title_chars, window, whole)};
        if (stage == Stage::all || stage == Stage::exact) kinds.push_back(token(Kind::other_chars, window, whole));
        out += (out.empty() ? "" : " AND ") + any_of(kinds);
    }
    return "(" + out + ")";
}

std::string word_expression(const Wanted& word, Stage stage) {
    const bool whole = stage == Stage::exact_title || stage == Stage::exact;
    const bool everywhere = stage == Stage::exact || stage == Stage::all;
    std::vector<std::string> out;
    const auto add = [&](std::string_view text) {
        out.push_back(token(Kind::title, text, whole));
        if (everywhere) out.push_back(token(Kind::other, text, whole));
    };
    add(word.text);
    if (!word.spelled.empty()) add(word.spelled);
    if (is_number(word.text)) {
        if (everywhere) add_digits(word.text, whole, out);
    } else {
        out.push_back(token(Kind::pinyin, word.text, whole));
        if (word.text.size() >= kFewestInitials) out.push_back(token(Kind::initials, word.text, whole));
    }
    for (const auto& near : word.near) out.push_back('"' + near + '"');
    return any_of(out);
}

// --- judging ---------------------------------------------------------------------------------------------------------

struct Best {
    std::optional<Match> match;
    std::uint32_t weight = 0;
    std::size_t text = 0;
    Mark mark;

    void take(Match found, std::uint32_t its_weight, std::size_t its_text, Mark its_mark) {
        if (match && std::pair{*match, ~weight} <= std::pair{found, ~its_weight}) return;
        match = found;
        weight = its_weight;
        text = its_text;
        mark = its_mark;
    }
};

std::uint32_t end_of(std::span<const Step> steps, std::size_t length, std::uint32_t begin) {
    for (const Step& step : steps)
        if (step.length >= length) return step.end;
    return steps.empty() ? begin : steps.back().end;
}

std::optional<Match> match_word(const Wanted& word, const Token& token, std::size_t& length) {
    for (const std::string* text : {&word.text, &word.spelled}) {
        if (text->empty()) continue;
        length = text->size();
        const bool starts = token.text.starts_with(*text);
        const bool same = token.text.size() == text->size();
        switch (token.kind) {
            case Kind::title:
            case Kind::other:
                if (starts) return same ? Match::exact : Match::prefix;
                break;
            case Kind::pinyin:
                if (starts && !is_number(*text))
                    return !token.at_start ? Match::inside : same ? Match::exact : Match::prefix;
                break;
            case Kind::initials:
                if (starts && length >= kFewestInitials) return Match::prefix;
                break;
            case Kind::phone:
                if (starts && is_number(*text)) return same ? Match::exact : Match::prefix;
                break;
            case Kind::phone_end:
                if (is_number(*text) && length >= kLastDigits && token.text.starts_with(backwards(*text)))
                    return same ? Match::exact : Match::inside;
                break;
            default:
                break;
        }
    }
    for (const auto& near : word.near)
        if (near[0] == static_cast<char>(token.kind) && std::string_view(near).substr(1) == token.text) {
            length = token.text.size();
            return Match::typo;
        }
    return std::nullopt;
}

void judge_characters(const Wanted& word, const Text& text, std::size_t place, Best& best) {
    for_each_word(text.text, [&](const Word& run) {
        if (!run.characters) return;
        const auto at = run.text.find(word.text);
        if (at == std::string::npos) return;
        const Match match = at > 0 ? Match::inside : run.text.size() == word.text.size() ? Match::exact : Match::prefix;
        const auto begin = at == 0 ? run.begin : end_of(run.steps, at, run.begin);
        best.take(match, text.weight, place, {begin, end_of(run.steps, at + word.text.size(), run.begin)});
    });
}

std::vector<Best> judge_words(const Asked& asked, const std::vector<Text>& texts) {
    std::vector<Best> out(asked.words.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t k = 0; k < out.size(); ++k)
            if (asked.words[k].characters) judge_characters(asked.words[k], texts[i], i, out[k]);
        tokens_of(texts[i], [&](const Token& token) {
            for (std::size_t k = 0; k < out.size(); ++k) {
                std::size_t length = 0;
                if (asked.words[k].characters) continue;
                if (const auto match = match_word(asked.words[k], token, length))
                    out[k].take(*match, texts[i].weight, i, {token.begin, end_of(token.steps, length, token.begin)});
            }
        });
    }
    return out;
}

std::vector<Mark> merged(std::vector<Mark> marks) {
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
    std::vector<Mark> out;
    for (const Mark& mark : marks) {
        if (!out.empty() && mark.begin <= out.back().end)
            out.back().end = std::max(out.back().end, mark.end);
        else
            out.push_back(mark);
    }
    return out;
}

}  // namespace

Asked read_words(std::string_view text) {
    Asked out;
    for_each_word(text.substr(0, kQueryBytes), [&](const Word& word) {
        if (word.joined || out.words.size() == kQueryWords) return;
        out.words.push_back({word.characters, word.text, word.spelled, {}});
    });
    return out;
}

Asked read_asked(std::string_view text) {
    text = text.substr(0, kQueryBytes);
    Asked out = read_words(text);
    if (!looks_like_phone(text) ||
        (out.words.size() == 1 && is_number(out.words[0].text) && text.find('+') == text.npos &&
         !out.words[0].text.starts_with('0') && out.words[0].text.size() < kDigitsAfterCountry + 1))
        return out;
    const auto digits = phone_digits(text);
    if (digits.national.empty()) return out;
    Wanted number{false, digits.national, {}, {}};
    const auto country = country_code(digits.national);
    if (digits.country.empty() && digits.national.size() >= country.size() + kDigitsAfterCountry && !country.empty())
        number.spelled = digits.national.substr(country.size());
    out.words = {std::move(number)};
    out.phone = true;
    return out;
}

std::string expression(const Asked& asked, Stage stage, std::optional<EntityNumber> entity) {
    std::string out;
    for (const Wanted& word : asked.words) {
        if (!out.empty()) out += " AND ";
        out += asked.phone       ? phone_expression(word, stage)
               : word.characters ? characters_expression(word, stage)
                                 : word_expression(word, stage);
    }
    if (entity) out += " AND \"e" + std::to_string(*entity) + '"';
    return out;
}

std::optional<Verdict> judge(const Asked& asked, const std::vector<Text>& texts) {
    if (asked.empty()) return std::nullopt;
    const auto all = judge_words(asked, texts);
    Verdict out;
    for (const Best& best : all) {
        if (!best.match) return std::nullopt;
        out.match = std::max(out.match, *best.match);
        out.weight += best.weight;
    }
    // The title if any word is in it, else the weightiest field.
    const auto shown = std::max_element(all.begin(), all.end(), [&](const Best& a, const Best& b) {
        const auto rank = [&](const Best& best) {
            return std::pair{texts[best.text].treatment == Treatment::title, best.weight};
        };
        return rank(a) < rank(b);
    });
    out.text = shown->text;
    for (const Best& best : all)
        if (best.text == out.text) out.marks.push_back(best.mark);
    out.marks = merged(std::move(out.marks));
    return out;
}

}  // namespace tern::search

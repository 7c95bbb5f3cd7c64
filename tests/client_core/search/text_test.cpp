// Folding, words, pinyin, phones and typing mistakes, each by itself.
#include <gmock/gmock.h>

#include "client_core/search/asked.h"
#include "client_core/search/phone.h"
#include "client_core/search/pinyin.h"
#include "client_core/search/tokens.h"
#include "client_core/search/typos.h"

namespace tern::search {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> out;
    for_each_word(text, [&](const Word& word) { out.push_back(word.text); });
    return out;
}

std::vector<std::string> tokens(std::string_view text, Treatment treatment = Treatment::title) {
    std::vector<std::string> out;
    tokens_of_text(text, treatment,
                   [&](const Token& token) { out.push_back(static_cast<char>(token.kind) + std::string(token.text)); });
    return out;
}

TEST(Folding, MakesOneSpellingOfManyThatLookAlike) {
    EXPECT_EQ(folded("MÜLLER"), "muller");
    EXPECT_EQ(folded("Straße"), "strasse");
    EXPECT_EQ(folded("Ｔｅｒｎ １２"), "tern 12");
    EXPECT_EQ(folded("Ærø"), "aero");
    EXPECT_EQ(folded("Łódź"), "lodz");
    EXPECT_EQ(folded("u\u0308"), "u");
    EXPECT_EQ(folded("Ελλάς"), "ελλασ");
    EXPECT_EQ(folded("が"), "が") << "kana's marks are letters of their own";
    EXPECT_EQ(folded("한국"), "한국");
}

TEST(Words, EndWhereScriptsAndSignsDo) {
    EXPECT_THAT(words("Anna  Lee, 华为Tech"), ElementsAre("anna", "lee", "华为", "tech"));
    EXPECT_THAT(words("A-10023"), ElementsAre("a", "10023", "a10023"));
    EXPECT_THAT(words("O'Brien"), ElementsAre("o", "brien", "obrien"));
    EXPECT_THAT(words("anna.lee@maven.example"), ElementsAre("anna", "lee", "maven", "example"));
    EXPECT_THAT(words(""), IsEmpty());
    EXPECT_THAT(words("\xff\xfe ok \xc3"), ElementsAre("ok"));
}

TEST(Words, KnowWhereTheirLettersCameFrom) {
    std::vector<std::uint32_t> ends;
    for_each_word("xÜber", [&](const Word& word) {
        for (const Step& step : word.steps) ends.push_back(step.end);
        EXPECT_EQ(word.spelled, "xueber");
        EXPECT_EQ(word.spelled_steps[1].length, 3);
        EXPECT_EQ(word.spelled_steps[1].end, 3U);
    });
    EXPECT_THAT(ends, ElementsAre(1, 3, 4, 5, 6));
}

TEST(Words, AreCutAlikeOnBothSides) {
    const std::string longest(100, 'a');
    EXPECT_EQ(words(longest)[0].size(), kWordBytes);
    EXPECT_LE(words(std::string(3 * 1000, 'a') + ' ' + longest).size(), 2U);
    std::string many;
    for (int i = 0; i < 3000; ++i) many += "w" + std::to_string(i) + ' ';
    EXPECT_EQ(words(many).size(), kWordsInText);
}

TEST(Pinyin, ReadsNames) {
    EXPECT_EQ(reading(U'伟'), "wei");
    EXPECT_EQ(reading(U'绿'), "lv");
    EXPECT_EQ(reading(U'a'), "");
    EXPECT_THAT(readings(U'曾'), Contains("zeng"));
    EXPECT_THAT(readings(U'曾'), Contains("ceng"));
    EXPECT_THAT(readings(U'重'), Contains("chong"));
    EXPECT_THAT(readings(U'吕'), Contains("lu"));
    EXPECT_TRUE(has_others(U'重'));
    EXPECT_FALSE(has_others(U'伟'));
}

TEST(Tokens, OfChineseAreWindowsPinyinAndInitials) {
    EXPECT_THAT(tokens("张伟明"),
                ElementsAre("w张伟明", "c张伟明", "c伟明", "c明", "pzhangweiming", "pweiming", "pming", "izwm"));
    EXPECT_THAT(tokens("张伟", Treatment::other), ElementsAre("d张伟", "d伟"));
    EXPECT_THAT(tokens("重庆"), Contains("pchongqing"));
}

TEST(Tokens, OfLatinTitlesAreAlsoBackwards) {
    EXPECT_THAT(tokens("Müller GmbH"), ElementsAre("tmuller", "tmueller", "rrellum", "tgmbh", "rhbmg"));
    EXPECT_THAT(tokens("Müller", Treatment::other), ElementsAre("omuller", "omueller"));
}

TEST(Phones, AreOneInAnyNotation) {
    for (const char* text : {"+86 138-0013-8000", "0086 13800138000", "13800138000", "(138) 0013 8000",
                             "+86(0)13800138000", "１３８００１３８０００"})
        EXPECT_EQ(phone_digits(text).national, "13800138000") << text;
    EXPECT_EQ(phone_digits("+49 151 2345678 ext. 12").national, "1512345678");
    EXPECT_EQ(phone_digits("+1 555 0100").country, "1");
    EXPECT_EQ(phone_digits("+852 2345 6789").country, "852");
    EXPECT_EQ(phone_digits("12").national, "");
    EXPECT_TRUE(looks_like_phone("+49 (0) 30/12.34"));
    EXPECT_FALSE(looks_like_phone("A-1234"));
}

TEST(Typos, AreCountedUpToALimit) {
    EXPECT_EQ(edits_between("muller", "muler", 1), 1U);
    EXPECT_EQ(edits_between("muller", "mulelr", 1), 1U) << "two letters swapped";
    EXPECT_EQ(edits_between("muller", "miller", 2), 1U);
    EXPECT_EQ(edits_between("muller", "mahler", 1), 2U);
    EXPECT_EQ(edits_between("", "abc", 2), 3U);
    EXPECT_EQ(edits_between("kitten", "sitting", 3), 3U);
    EXPECT_EQ(edits_allowed("bob"), 0U);
    EXPECT_EQ(edits_allowed("anna"), 1U);
    EXPECT_EQ(edits_allowed("schneider"), 2U);
    EXPECT_EQ(edits_allowed("1380013"), 0U) << "a digit is no slip";
}

TEST(Asked, IsANumberOnlyWhereItLooksLikeOne) {
    EXPECT_TRUE(read_asked("+86 138").phone || read_asked("+86 1380").phone);
    EXPECT_TRUE(read_asked("138-0013-8000").phone);
    EXPECT_EQ(read_asked("8613800138000").words[0].spelled, "13800138000");
    EXPECT_FALSE(read_asked("8000").phone);
    EXPECT_FALSE(read_asked("zhang 8000").phone);
    EXPECT_EQ(read_asked("one two three four five six seven eight nine").words.size(), kQueryWords);
    EXPECT_TRUE(read_asked(" ,;").empty());
}

TEST(Judging, MarksWhatWasTyped) {
    const std::vector<Text> texts{{"name", "Zoé Müller", 10, Treatment::title, false},
                                  {"mails", "zm@firm.example", 4, Treatment::other, false}};
    const auto marks = [&](std::string_view typed) {
        const auto verdict = judge(read_asked(typed), texts);
        return verdict ? verdict->marks : std::vector<Mark>{};
    };
    EXPECT_THAT(marks("mül"), ElementsAre(Mark{5, 9}));
    EXPECT_THAT(marks("muel"), ElementsAre(Mark{5, 9}));
    EXPECT_THAT(marks("zoe mul"), ElementsAre(Mark{0, 4}, Mark{5, 9}));
    EXPECT_THAT(marks("firm"), ElementsAre(Mark{3, 7}));
    EXPECT_THAT(marks("zoe nobody"), IsEmpty());
    EXPECT_EQ(judge(read_asked("zoe müller"), texts)->match, Match::exact);
    EXPECT_EQ(judge(read_asked("zo"), texts)->match, Match::prefix);
    EXPECT_EQ(judge(read_asked("zm"), texts)->text, 1U);
    const std::vector<Text> chinese{{"name", "北京华为", 10, Treatment::title, false}};
    EXPECT_THAT(judge(read_asked("华"), chinese)->marks, ElementsAre(Mark{6, 9}));
    EXPECT_THAT(judge(read_asked("huaw"), chinese)->marks, ElementsAre(Mark{6, 12}));
    EXPECT_THAT(judge(read_asked("bjh"), chinese)->marks, ElementsAre(Mark{0, 9}));
    EXPECT_EQ(judge(read_asked("北京华为"), chinese)->match, Match::exact);
    EXPECT_FALSE(judge(read_asked("为华"), chinese).has_value());
}

}  // namespace
}  // namespace tern::search

#include "client_core/search/pinyin.h"

#include <algorithm>

#include "client_core/search/pinyin_table.h"

namespace tern::search {
namespace {

/// Characters of names of people, places and companies that are read in two ways, beyond what ICU calls family names;
/// and what passports write for ü. By character.
constexpr NameReading kOtherReadings[] = {
    {U'万', "mo"},    {U'乐', "yue"},   {U'会', "kuai"}, {U'传', "zhuan"}, {U'佛', "bi"},    {U'便', "pian"},
    {U'单', "shan"},  {U'厦', "sha"},   {U'参', "shen"}, {U'召', "shao"},  {U'吕', "lu"},    {U'壳', "qiao"},
    {U'大', "dai"},   {U'奇', "ji"},    {U'女', "nu"},   {U'强', "jiang"}, {U'晟', "cheng"}, {U'朝', "zhao"},
    {U'柏', "bo"},    {U'校', "jiao"},  {U'率', "lv"},   {U'盛', "cheng"}, {U'省', "xing"},  {U'石', "dan"},
    {U'种', "chong"}, {U'系', "ji"},    {U'绿', "lu"},   {U'缪', "mou"},   {U'藏', "zang"},  {U'行', "hang"},
    {U'行', "heng"},  {U'角', "jue"},   {U'调', "tiao"}, {U'车', "ju"},    {U'都', "dou"},   {U'重', "chong"},
    {U'长', "chang"}, {U'长', "zhang"},
};

void add_from(const NameReading* begin, const NameReading* end, char32_t character,
              std::vector<std::string_view>& out) {
    const auto before = [](const NameReading& entry, char32_t c) { return entry.character < c; };
    for (auto at = std::lower_bound(begin, end, character, before); at != end && at->character == character; ++at)
        if (std::find(out.begin(), out.end(), at->syllable) == out.end()) out.emplace_back(at->syllable);
}

}  // namespace

std::string_view reading(char32_t character) {
    if (character < kFirstRead || character > kLastRead) return {};
    return kSyllables[kReadings[character - kFirstRead]];
}

std::vector<std::string_view> readings(char32_t character) {
    std::vector<std::string_view> out;
    if (const auto usual = reading(character); !usual.empty()) out.push_back(usual);
    add_from(kNameReadings, kNameReadings + kNameReadingCount, character, out);
    add_from(std::begin(kOtherReadings), std::end(kOtherReadings), character, out);
    return out;
}

bool has_others(char32_t character) {
    static const std::vector<bool> known = [] {
        std::vector<bool> out(kLastRead - kFirstRead + 1);
        for (char32_t c = kFirstRead; c <= kLastRead; ++c) out[c - kFirstRead] = readings(c).size() > 1;
        return out;
    }();
    return character >= kFirstRead && character <= kLastRead && known[character - kFirstRead];
}

}  // namespace tern::search

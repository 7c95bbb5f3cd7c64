#include "client_core/matching/names.h"

#include <algorithm>
#include <array>
#include <vector>

#include "client_core/search/phone.h"
#include "client_core/search/words.h"

namespace tern::matching {
namespace {

constexpr std::size_t kFewestSigns = 3;
constexpr std::size_t kLastDigits = 8, kFewestDigits = 6;

/// Words at the end of a name that tell what a company is, not which. Letters with dots between come as single ones.
constexpr std::string_view kLegalForms[] = {
    "ab", "ag",   "and",     "aps", "as",   "bv",       "co",      "company",  "corp", "corporation",
    "ek", "et",   "eurl",    "gbr", "gmbh", "group",    "holding", "holdings", "inc",  "incorporated",
    "kg", "kgaa", "limited", "llc", "llp",  "lp",       "ltd",     "mbh",      "nv",   "ohg",
    "oy", "plc",  "pte",     "pty", "pvt",  "sa",       "sarl",    "sas",      "sasu", "sci",
    "se", "sl",   "snc",     "spa", "srl",  "stiftung", "ug",      "und"};
/// The longest first.
constexpr std::string_view kChineseForms[] = {
    "集团股份有限公司", "集团有限公司", "股份有限公司", "有限责任公司", "有限合伙",
    "有限公司",         "集团公司",     "总公司",       "集团",         "公司"};
constexpr std::string_view kFreeProviders[] = {
    "126.com",     "139.com",    "163.com",    "21cn.com",    "aliyun.com",  "aol.com",        "foxmail.com",
    "free.fr",     "gmail.com",  "gmx.at",     "gmx.ch",      "gmx.de",      "gmx.net",        "googlemail.com",
    "hotmail.com", "hotmail.de", "hotmail.fr", "icloud.com",  "laposte.net", "live.com",       "mail.ru",
    "me.com",      "msn.com",    "orange.fr",  "outlook.com", "proton.me",   "protonmail.com", "qq.com",
    "sfr.fr",      "sina.cn",    "sina.com",   "sohu.com",    "t-online.de", "vip.163.com",    "wanadoo.fr",
    "web.de",      "yahoo.com",  "yahoo.de",   "yahoo.fr",    "yandex.ru",   "yeah.net"};

template <class List>
bool is_in(const List& list, std::string_view wanted) {
    return std::find(std::begin(list), std::end(list), wanted) != std::end(list);
}

/// Single letters in a row are one word: `S.A.R.L.`, `e. K.`
std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> out;
    bool letters = false;
    search::for_each_word(name, [&](const search::Word& word) {
        if (word.joined) return;
        const bool letter = word.text.size() == 1 && word.text[0] >= 'a';
        if (letter && letters)
            out.back() += word.text;
        else
            out.push_back(word.text);
        letters = letter;
    });
    return out;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) out += word;
    return out;
}

std::string without_chinese_form(std::string name) {
    if (is_in(kChineseForms, name)) return name;  // a form alone is a name
    for (const auto form : kChineseForms)
        if (name.size() > form.size() && name.ends_with(form)) {
            name.resize(name.size() - form.size());
            break;
        }
    return name;
}

std::string lower(std::string_view text) {
    std::string out = search::folded(text);
    std::erase_if(out, [](char c) { return c == ' ' || c == '\t'; });
    return out;
}

}  // namespace

std::string company_key(std::string_view name) {
    auto words = words_of(name);
    const std::string whole = joined(words);
    while (words.size() > 1 && is_in(kLegalForms, words.back())) words.pop_back();
    if (words.size() > 1 && words[0] == "the") words.erase(words.begin());
    std::string out = without_chinese_form(joined(words));
    return out.empty() ? whole : out;
}

std::string person_key(std::string_view given, std::string_view family) {
    auto words = words_of(given);
    auto more = words_of(family);
    if (words.empty() || more.empty()) return {};
    words.insert(words.end(), more.begin(), more.end());
    std::sort(words.begin(), words.end());
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

std::string mail_key(std::string_view mail) {
    std::string out = lower(mail);
    const auto at = out.rfind('@');
    if (at == std::string::npos || at == 0 || out.find('.', at) == std::string::npos) return {};
    const auto tag = out.find('+');
    if (tag != std::string::npos && tag > 0 && tag < at) out.erase(tag, at - tag);
    return out;
}

std::string domain_key(std::string_view text) {
    std::string out = lower(text);
    if (const auto scheme = out.find("://"); scheme != std::string::npos) out.erase(0, scheme + 3);
    out.resize(std::min(out.find_first_of("/?#"), out.size()));
    if (const auto at = out.rfind('@'); at != std::string::npos) out.erase(0, at + 1);
    out.resize(std::min(out.find(':'), out.size()));
    while (out.ends_with('.')) out.pop_back();
    if (out.starts_with("www.")) out.erase(0, 4);
    const auto dot = out.find('.');
    return dot == std::string::npos || dot == 0 || is_in(kFreeProviders, out) ? std::string{} : out;
}

std::string exact_key(std::string_view text) {
    const std::string out = joined(words_of(text));
    return out.size() < kFewestSigns ? std::string{} : out;
}

std::string phone_key(std::string_view text) {
    const std::string digits = search::phone_digits(text).national;
    if (digits.size() < kFewestDigits) return {};
    return digits.substr(digits.size() - std::min(digits.size(), kLastDigits));
}

}  // namespace tern::matching

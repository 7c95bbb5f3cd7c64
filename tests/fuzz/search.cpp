// What people type or paste into the search box, against texts that hold the same bytes.
#include "client_core/search/asked.h"
#include "protocol/base/utf8.h"
#include "tests/fuzz/property.h"

using namespace tern;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string typed{text(ByteView{data, size})};
    const auto words = search::read_words(typed);
    const auto asked = search::read_asked(typed);
    fuzz::must(words.words.size() <= search::kQueryWords, "a query has so many words at most");
    for (const auto& word : words.words) {
        fuzz::must(!word.text.empty(), "a word has letters");
        fuzz::must(is_utf8(view(word.text)), "a word is UTF-8");
        fuzz::must(word.text.find('"') == std::string::npos, "a word cannot end its quotes");
    }
    if (!asked.empty())
        for (const auto stage :
             {search::Stage::exact_title, search::Stage::exact, search::Stage::title, search::Stage::all})
            fuzz::must(!search::expression(asked, stage, EntityNumber{2}).empty(), "what is asked has an expression");
    const std::vector<search::Text> texts{{"name", typed, 10, search::Treatment::title, false},
                                          {"mobile", typed, 4, search::Treatment::other, true}};
    for (const auto* query : {&words, &asked}) {
        const auto verdict = search::judge(*query, texts);
        if (!verdict) continue;
        std::size_t last = 0;
        for (const auto& mark : verdict->marks) {
            fuzz::must(last <= mark.begin && mark.begin <= mark.end && mark.end <= typed.size(),
                       "marks lie in the text");
            last = mark.end;
        }
    }
    // What is a word of the query is a word of the text.
    if (typed.size() <= search::kQueryBytes && !words.empty())
        fuzz::must(search::judge(words, texts).has_value(), "a text is found by itself");
    return 0;
}

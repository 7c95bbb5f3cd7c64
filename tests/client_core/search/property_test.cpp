// Random names in two languages: a slow scan of all of them, which knows nothing of the index, finds the same.
#include <gtest/gtest.h>
#include <tern/records.h>
#include <tern/search.h>

#include <map>
#include <random>
#include <set>

#include "tests/support/offline_org.h"

namespace tern {
namespace {

struct Character {
    const char* text;
    const char* pinyin;
};
constexpr Character kCharacters[] = {{"张", "zhang"}, {"王", "wang"}, {"李", "li"},   {"伟", "wei"}, {"芳", "fang"},
                                     {"明", "ming"},  {"华", "hua"},  {"海", "hai"},  {"丽", "li"},  {"杰", "jie"},
                                     {"文", "wen"},   {"建", "jian"}, {"国", "guo"},  {"云", "yun"}, {"北", "bei"},
                                     {"京", "jing"},  {"东", "dong"}, {"方", "fang"}, {"科", "ke"},  {"技", "ji"}};
constexpr const char* kLetters = "abeilmnorst";

/// What a record is called, and every text that must find it.
struct Named {
    std::string id;
    std::vector<std::string> words;            ///< Latin, lower case
    std::vector<const Character*> characters;  ///< of its one Chinese run
};

class World {
public:
    explicit World(std::uint64_t seed) : dice_(seed) {
        for (int i = 0; i < 120; ++i) below(2) == 0 ? add_latin() : add_chinese();
    }

    std::size_t below(std::size_t n) { return dice_() % n; }
    const std::vector<Named>& all() const { return all_; }
    Client& client() { return org_.client(); }

    std::set<std::string> found(const std::string& text) {
        std::set<std::string> out;
        const auto hits = search_records(client(), {text, "account", search_limits::kHits});
        EXPECT_TRUE(hits);
        for (const auto& hit : *hits)
            if (hit.match != SearchMatch::typo) out.insert(uuid_text(hit.id));
        return out;
    }

    /// Changes one record's name, or deletes it and brings it back under the same name.
    void disturb() {
        Named& named = all_[below(all_.size())];
        const auto id = *record_id_from(named.id);
        if (below(3) == 0) {
            ASSERT_TRUE(records_.remove(id));
            ASSERT_TRUE(records_.undelete(id));
            return;
        }
        Named fresh = below(2) == 0 ? latin() : chinese();
        ASSERT_TRUE(records_.set(id, {{"name", name_of(fresh)}}));
        fresh.id = named.id;
        named = fresh;
    }

private:
    Named latin() {
        Named out;
        for (std::size_t i = 0; i < 1 + below(3); ++i) {
            std::string word;
            for (std::size_t k = 0; k < 2 + below(5); ++k) word += kLetters[below(11)];
            out.words.push_back(word);
        }
        return out;
    }
    Named chinese() {
        Named out;
        for (std::size_t i = 0; i < 1 + below(6); ++i)
            out.characters.push_back(&kCharacters[below(std::size(kCharacters))]);
        return out;
    }
    std::string name_of(const Named& named) {
        std::string out;
        for (const auto& word : named.words) {
            std::string shown = word;
            if (below(2) == 0) shown[0] = static_cast<char>(shown[0] - 32);
            if (const auto e = shown.find('e'); e != std::string::npos && below(3) == 0) shown.replace(e, 1, "é");
            out += (out.empty() ? "" : below(2) == 0 ? " " : ", ") + shown;
        }
        for (const auto* character : named.characters) out += character->text;
        return out;
    }
    void add(Named named) {
        const auto id = records_.create("account", {{"name", name_of(named)}});
        ASSERT_TRUE(id);
        named.id = uuid_text(*id);
        all_.push_back(std::move(named));
    }
    void add_latin() { add(latin()); }
    void add_chinese() { add(chinese()); }

    test::OfflineOrg org_;
    Records records_{org_.client()};
    std::mt19937_64 dice_;
    std::vector<Named> all_;
};

std::string pinyin_from(const Named& named, std::size_t from) {
    std::string out;
    for (std::size_t i = from; i < named.characters.size(); ++i) out += named.characters[i]->pinyin;
    return out;
}
std::string initials(const Named& named) {
    std::string out;
    for (const auto* character : named.characters) out += character->pinyin[0];
    return out.size() > 1 ? out : "";
}

/// One word that was typed: letters.
bool matches(const Named& named, const std::string& typed) {
    for (const auto& word : named.words)
        if (word.starts_with(typed)) return true;
    for (std::size_t i = 0; i < named.characters.size(); ++i)
        if (pinyin_from(named, i).starts_with(typed)) return true;
    return typed.size() > 1 && initials(named).starts_with(typed);
}
bool matches_characters(const Named& named, const std::string& typed) {
    std::string run;
    for (const auto* character : named.characters) run += character->text;
    return run.find(typed) != std::string::npos;
}

template <class F>
std::set<std::string> scan(const World& world, F&& holds) {
    std::set<std::string> out;
    for (const auto& named : world.all())
        if (holds(named)) out.insert(named.id);
    return out;
}

void ask_about(World& world, const Named& named) {
    const auto ask = [&](const std::string& typed) {
        if (typed.empty()) return;
        const auto expected = scan(world, [&](const Named& other) { return matches(other, typed); });
        EXPECT_TRUE(expected.contains(named.id)) << typed;
        EXPECT_EQ(world.found(typed), expected) << typed;
    };
    for (const auto& word : named.words) ask(word.substr(0, 1 + world.below(word.size())));
    if (named.words.size() > 1) {
        const auto a = named.words[0].substr(0, 1), b = named.words.back();
        EXPECT_EQ(world.found(b + " " + a),
                  scan(world, [&](const Named& other) { return matches(other, a) && matches(other, b); }));
    }
    if (named.characters.empty()) return;
    const std::string spoken = pinyin_from(named, world.below(named.characters.size()));
    ask(spoken);
    ask(spoken.substr(0, 1 + world.below(spoken.size())));
    ask(initials(named));
    const std::size_t from = world.below(named.characters.size());
    std::string run;
    for (std::size_t i = from; i < named.characters.size() && i < from + 1 + world.below(5); ++i)
        run += named.characters[i]->text;
    const auto expected = scan(world, [&](const Named& other) { return matches_characters(other, run); });
    EXPECT_TRUE(expected.contains(named.id));
    EXPECT_EQ(world.found(run), expected) << run;
}

class SlowScan : public testing::TestWithParam<std::uint64_t> {};

TEST_P(SlowScan, FindsTheSame) {
    World world{GetParam()};
    for (int round = 0; round < 3; ++round) {
        for (const auto& named : world.all()) ask_about(world, named);
        for (int i = 0; i < 20; ++i) world.disturb();
    }
    EXPECT_TRUE(world.client().store().check());
}

INSTANTIATE_TEST_SUITE_P(Seeds, SlowScan, testing::Range<std::uint64_t>(0, 6));

}  // namespace
}  // namespace tern

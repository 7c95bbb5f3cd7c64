// What a person typed into the search box: words that must all be found, and how the index is asked for them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client_core/search/document.h"
#include "protocol/change.h"

namespace tern::search {

/// Of a query: what is longer was pasted, and is found by its beginning.
inline constexpr std::size_t kQueryBytes = 256;
inline constexpr std::size_t kQueryWords = 8;

struct Wanted {
    bool characters = false;
    std::string text;
    std::string spelled;            ///< as a Word's
    std::vector<std::string> near;  ///< tokens, with their kind, that it may have been meant for
};

struct Asked {
    std::vector<Wanted> words;
    bool phone = false;  ///< the words are one number: `text` has its digits, `spelled` those after a country code

    bool empty() const { return words.empty(); }
};
/// The words of `text`; one number where it looks like one and has several parts.
Asked read_asked(std::string_view text);
/// The words of a text that looks like a phone number, which may be no number after all.
Asked read_words(std::string_view text);

/// Wider from one to the next. What is found in one ranks above what only the next finds.
enum class Stage { exact_title, exact, title, all };

/// For FTS5's MATCH. Finds all records that match, and some that do not: judge() tells.
std::string expression(const Asked& asked, Stage stage, std::optional<EntityNumber> entity);

// --- how well a record matches ---------------------------------------------------------------------------------------

enum class Match : std::uint8_t {
    exact,   ///< whole words
    prefix,  ///< their beginnings
    inside,  ///< characters or digits within
    typo,    ///< but for a letter or two
};

struct Mark {
    std::size_t begin = 0, end = 0;  ///< bytes
    bool operator==(const Mark&) const = default;
};

struct Verdict {
    Match match = Match::exact;  ///< of the word that matches worst
    std::uint32_t weight = 0;    ///< of the fields in which the words were found best
    std::size_t text = 0;        ///< the one to show, of `texts`
    std::vector<Mark> marks;     ///< in it; ascending, apart
};
/// Nothing where some word is not found, or nothing was asked.
std::optional<Verdict> judge(const Asked& asked, const std::vector<Text>& texts);

}  // namespace tern::search

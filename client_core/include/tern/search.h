// Search as one types, over all entities: one box, what one means on top.
//
// A text is split into words; all must be found in one record, each at the beginning of a word: without regard to case,
// width and diacritics (Müller, muller, mueller), Chinese by any of its characters, by pinyin (zhangwei, zhang w, zw),
// phone numbers in any notation and by their last four digits or more, mail addresses and numbers by their parts. Where
// little is found, words of 4 letters and more may have one typing mistake, those of 8 and more two.
//
// How it is done: an inverted index (SQLite's FTS5) in the device's own encrypted file, kept in the transaction that
// changes a record. Of each question a bounded number of the newest records is loaded and judged, so that one letter
// costs what a full name costs. Mistakes: optimal string alignment distance (Boytsov 2011, "Indexing methods for
// approximate dictionary searching"), over words that share their first or last part. Pinyin: ICU's Han-Latin.
#pragma once

#include <string>
#include <vector>

#include <tern/client.h>
#include <tern/json.h>

namespace tern {

namespace search_limits {
inline constexpr std::size_t kHits = 200;     ///< of one answer: more is no search but a list
inline constexpr std::size_t kExcerpt = 120;  ///< bytes of a long text that are shown around what was found
}  // namespace search_limits

struct SearchRequest {
    std::string text;        ///< as it was typed so far; beyond 256 bytes or 8 words the rest is left out
    std::string entity;      ///< by name or label; empty: all
    std::size_t limit = 20;  ///< 1 to search_limits::kHits
};

enum class SearchMatch : std::uint8_t { exact, prefix, inside, typo };
/// "exact", "prefix", "inside", "typo".
std::string_view name(SearchMatch match);

/// Bytes of a text, for showing what was found.
struct SearchMark {
    std::size_t begin = 0, end = 0;
    bool operator==(const SearchMark&) const = default;
};

struct SearchHit {
    RecordId id;
    std::string entity;
    SpaceId space;
    std::string title;
    std::string field;  ///< the column in which it was found, the weightiest one
    std::string text;  ///< what stands there, cut to kExcerpt around the first mark; the title where it was found there
    std::vector<SearchMark> marks;  ///< in `text`, ascending
    SearchMatch match = SearchMatch::exact;
};

/// Best first: whole words before beginnings before what is inside before typing mistakes; then titles before other
/// fields; then what was changed last. What is in the trash is not found. Nothing typed finds nothing. `bad_argument`
/// for an unknown entity or a limit out of range; `storage`. On the Client's thread.
Result<std::vector<SearchHit>> search_records(Client& client, const SearchRequest& request);

/// [{"id","entity","title","space","field","text","marks":[[begin,end]…],"match"}]
Json json(const std::vector<SearchHit>& hits);

}  // namespace tern

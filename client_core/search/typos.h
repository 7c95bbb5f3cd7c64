// Words that were mistyped: how far two are apart, and where in a sorted list of tokens the near ones can stand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client_core/search/tokens.h"

namespace tern::search {

/// Edits that a word of that length may hold: none below 4 letters, two from 8 on.
std::size_t edits_allowed(std::string_view word);

/// Letters put in, left out, replaced or swapped with their neighbour (optimal string alignment); `limit` + 1 for more.
std::size_t edits_between(std::string_view a, std::string_view b, std::size_t limit);

/// Tokens from `first` up to, not including, `end`, `kind` included.
struct Range {
    Kind kind = Kind::title;
    std::string first, end;
};
/// With so few edits, the word's first or its last part is mostly whole: words of titles that begin so, or, read
/// backwards, end so. Other texts are left out: looking at a term costs as much as there are records with it.
std::vector<Range> ranges_near(std::string_view word);

}  // namespace tern::search

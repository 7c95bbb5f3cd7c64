// Filters as people type them and saved views keep them; the same bytes as keys of sorting, grouping and measures.
#include <tern/query.h>

#include "tests/fuzz/property.h"

using namespace tern;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view typed = text(ByteView{data, size});
    if (const auto filter = read_filter(typed)) {
        const auto written = filter_text(*filter);
        // Quotes and words written out may make a text longer than it was, but not one that has no need of them.
        const auto again = read_filter(written);
        fuzz::must(again ? *again == *filter : written.size() > query_limits::kTextBytes,
                   "what is read is written the same");
    } else {
        fuzz::must(!filter.error().what.empty(), "a refusal says why");
    }
    if (const auto where = read_where(typed)) fuzz::must(!filter_text(*where).empty(), "a condition has a text");
    if (const auto sort = read_sort(typed)) {
        const auto again = read_sort(sort_text(*sort));
        fuzz::must(again && *again == *sort, "sorting is written the same");
    }
    if (const auto keys = read_group_by(typed)) {
        const auto again = read_group_by(group_by_text(*keys));
        fuzz::must(again && *again == *keys, "grouping is written the same");
    }
    (void)read_measures(typed);
    return 0;
}

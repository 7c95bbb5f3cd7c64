// The way back from a number to the records behind it.
#include <charconv>
#include <chrono>
#include <cstdio>

#include "client_core/crm/text.h"
#include "client_core/query/words.h"

namespace tern {
namespace {

namespace chr = std::chrono;

/// The first day of a bucket, of its text as calendar.h writes it.
std::optional<chr::sys_days> first_day(Bucket bucket, const std::string& text) {
    int year = 0, part = 1, day = 1;
    const char* shape = bucket == Bucket::week      ? "%d-W%d"
                        : bucket == Bucket::quarter ? "%d-Q%d"
                        : bucket == Bucket::day     ? "%d-%d-%d"
                                                    : "%d-%d";
    const int wanted = bucket == Bucket::day ? 3 : bucket == Bucket::year ? 1 : 2;
    if (std::sscanf(text.c_str(), shape, &year, &part, &day) < wanted) return std::nullopt;
    if (bucket == Bucket::week) {
        const chr::sys_days fourth = chr::year{year} / 1 / 4;  // always in week 1
        const chr::weekday on{fourth};
        return fourth - chr::days{on.iso_encoding() - 1} + chr::weeks{part - 1};
    }
    const auto month = static_cast<unsigned>(bucket == Bucket::quarter ? 3 * part - 2
                                             : bucket == Bucket::year  ? 1
                                                                       : part);
    const chr::year_month_day out{chr::year{year}, chr::month{month}, chr::day{static_cast<unsigned>(day)}};
    return out.ok() ? std::optional{chr::sys_days{out}} : std::nullopt;
}

chr::sys_days last_day(Bucket bucket, chr::sys_days first) {
    if (bucket == Bucket::day) return first;
    if (bucket == Bucket::week) return first + chr::days{6};
    const int months = bucket == Bucket::month ? 1 : bucket == Bucket::quarter ? 3 : 12;
    return chr::sys_days{chr::year_month_day{first} + chr::months{months}} - chr::days{1};
}

FilterValue day_text(chr::sys_days day) {
    const chr::year_month_day date{day};
    char out[32];
    std::snprintf(out, sizeof out, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()));
    return FilterValue::of(out);
}

Result<Filter> of_key(const GroupKey& key, const Json& group) {
    const Json* value = group.find(query::key_text(key));
    if (value == nullptr)
        return fail(Fault::bad_argument, "the group has no " + crm::quoted(query::key_text(key)),
                    "give a group of this report");
    if (value->is_null()) return Filter::compare(key.field, Comparison::empty);
    if (key.bucket == Bucket::none)
        return Filter::compare(key.field, Comparison::is, {FilterValue::of(value->plain())});
    const auto first = first_day(key.bucket, value->plain());
    if (!first)
        return fail(Fault::bad_argument, crm::quoted(value->plain()) + " is no " + query::key_text(key),
                    "give a group of this report");
    return Filter::compare(key.field, Comparison::between, {day_text(*first), day_text(last_day(key.bucket, *first))});
}

}  // namespace

Result<Filter> filter_of_group(const Query& query, const Json& group) {
    std::vector<Filter> parts;
    const bool all = query.filter.kind == Filter::Kind::all;
    if (all) parts = query.filter.parts;
    if (!all) parts.push_back(query.filter);
    for (const GroupKey& key : query.group_by) {
        TERN_TRY(part, of_key(key, group));
        parts.push_back(std::move(part));
    }
    return Filter::all_of(std::move(parts));
}

}  // namespace tern

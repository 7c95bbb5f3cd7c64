// Questions about records: which ones, in which order, summed up by what. A Query is a plain value that screens build,
// people type and saved views keep; Queries answers it from the device's own store, in one bound SQL statement.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tern/client.h>
#include <tern/json.h>

namespace tern {

namespace query_limits {
inline constexpr std::size_t kTextBytes = 16'384;    ///< of one filter: far above what a person types
inline constexpr std::size_t kNesting = 32;          ///< brackets and `not`s: the parser and SQLite recurse over them
inline constexpr std::size_t kComparisons = 200;     ///< of one filter: SQLite takes expressions up to 1,000 deep
inline constexpr std::size_t kValues = 2'000;        ///< of one filter: SQLite takes 32,766 parameters
inline constexpr std::size_t kHops = 3;              ///< from record to record: each multiplies the work
inline constexpr std::size_t kKeys = 8;              ///< of sorting, of grouping, and of measures
inline constexpr std::size_t kSqlBytes = 400'000;    ///< of the statement; SQLite's own limit is a million
inline constexpr std::int32_t kPeriodDays = 36'500;  ///< "last N days": a hundred years
}  // namespace query_limits

/// Days relative to the viewer's today, in the viewer's zone. Weeks begin on Monday.
struct Period {
    enum class Kind : std::uint8_t {
        day,
        week,
        month,
        quarter,
        year,
        last_days,   ///< today and the days before it, `days` together
        next_days,   ///< today and the days after it, `days` together
        older_than,  ///< before the day that lies `days` before today
    };
    Kind kind = Kind::day;
    std::int32_t shift = 0;  ///< day to year: -1 the last, 0 this, 1 the next
    std::int32_t days = 0;   ///< the other three: 1 to query_limits::kPeriodDays

    bool operator==(const Period&) const = default;
};

/// What a field is compared with. Words that mean nothing for the field's type count as text: `name = me`.
struct FilterValue {
    enum class Kind : std::uint8_t { text, me, my_team, period };
    Kind kind = Kind::text;
    std::string text;  ///< as a person types the field's values (docs/cli.md); of the other kinds, how it was written
    Period period{};

    static FilterValue of(std::string_view text) { return {Kind::text, std::string(text)}; }
    /// Of the other kinds whatever the writing.
    bool operator==(const FilterValue& other) const;
};

enum class Comparison : std::uint8_t {
    is,
    is_not,  ///< whatever `is` does not hold for: the empty ones, too
    less,
    at_most,
    more,
    at_least,
    between,  ///< two values, both included
    contains,
    starts_with,
    ends_with,
    empty,
    not_empty,
    one_of,
    none_of,  ///< whatever `one_of` does not hold for
};

/// A condition on a record. Of a field with several values (a list, set or references, and what lies behind them) a
/// comparison holds if it holds for one of them; its negation, if it holds for none.
struct Filter {
    enum class Kind : std::uint8_t { all, any, negated, comparison };
    Kind kind = Kind::all;      ///< `all` of nothing holds for every record
    std::vector<Filter> parts;  ///< `negated` has exactly one
    std::string field;          ///< a path: `amount`, `account_id.industry`, `lines.product_id.name`; `_id` may go
    Comparison comparison = Comparison::is;
    std::vector<FilterValue> values;

    static Filter compare(std::string_view field, Comparison comparison, std::vector<FilterValue> values = {});
    static Filter all_of(std::vector<Filter> parts);
    static Filter any_of(std::vector<Filter> parts);
    static Filter no(Filter part);
    bool operator==(const Filter& other) const;
};

struct SortKey {
    std::string field;
    bool descending = false;  ///< what is empty comes last either way

    bool operator==(const SortKey&) const = default;
};

enum class Bucket : std::uint8_t { none, day, week, month, quarter, year };

struct GroupKey {
    std::string field;
    Bucket bucket = Bucket::none;  ///< dates and times only

    bool operator==(const GroupKey&) const = default;
};

struct Measure {
    enum class Kind : std::uint8_t { count, sum, average, least, most };
    Kind kind = Kind::count;
    std::string field;  ///< `count` has none

    bool operator==(const Measure&) const = default;
};

struct Query {
    std::string entity;  ///< by name or label
    Filter filter;
    std::vector<SortKey> sort;  ///< ties, and records of a query without sorting: as they were made
    std::vector<GroupKey> group_by;
    std::vector<Measure> measures;
    std::optional<std::size_t> page_size;
    std::string after;  ///< a token of the page before; opaque, of this device, and holds customer data
};

// --- as text. Failures are `bad_argument` or `too_big`, tell the place and what to write instead --------------------

/// `stage_id = Won and amount >= 1000 and (owner = me or not account.industry in (retail, software))`; docs/cli.md has
/// the grammar. An empty text holds for every record.
Result<Filter> read_filter(std::string_view text);
/// One that read_filter() takes, and reads as the same filter.
std::string filter_text(const Filter& filter);
/// What `--where` takes: `field=value` with the value to the end of the line as it stands, or a filter.
Result<Filter> read_where(std::string_view text);
/// `-amount, name`
Result<std::vector<SortKey>> read_sort(std::string_view text);
std::string sort_text(const std::vector<SortKey>& keys);
/// `owner_id, closed_at:month`
Result<std::vector<GroupKey>> read_group_by(std::string_view text);
std::string group_by_text(const std::vector<GroupKey>& keys);
/// `count, sum:amount`; also average (avg), min, max.
Result<std::vector<Measure>> read_measures(std::string_view text);

/// What holds for exactly the records that one group of Queries::report() counts: `group` as that gave it. Those that
/// an amount in one currency comes from: group by `amount_currency`, too. `bad_argument` for a group of another query.
Result<Filter> filter_of_group(const Query& query, const Json& group);

// --- answers --------------------------------------------------------------------------------------------------------

/// Whether records of that kind can be asked for: by name or label.
bool is_entity(const Client& client, std::string_view name);

/// Who asks, where and when. The core has no clock and no locale of its own.
struct Viewer {
    Millis now = 0;            ///< Unix time
    std::string zone = "UTC";  ///< IANA name: what "today" is, and to which month a time belongs
    std::string locale;        ///< ICU name: how texts sort; `zh` by pinyin. Empty: the root order
    UserId me;
    std::vector<UserId> team;  ///< `my_team`
};
/// This client's user now, in UTC; the team is everybody in the team spaces that the user is in.
Result<Viewer> viewer_of(Client& client);

struct Answer {
    std::vector<RecordId> ids;           ///< in order
    std::string after;                   ///< for Query::after of the next page; empty: this was the last
    EntityNumber entity = 0;             ///< of the ids
    std::vector<EntityNumber> entities;  ///< whose records decide it, ascending
    bool of_today = false;               ///< another day may have another answer
    std::int64_t day = 0;                ///< on which it was given: days since 1970 where the viewer is
};

/// Borrows the Client; use it on the Client's thread, as long as that lives.
class Queries {
public:
    Queries(Client& client, Viewer viewer);

    const Viewer& viewer() const { return viewer_; }
    void set_viewer(Viewer viewer) { viewer_ = std::move(viewer); }
    /// Days since 1970 where the viewer is. `bad_argument` for a zone that there is not.
    Result<std::int64_t> today() const;

    /// One object a record, as Records::get() shows it. The next page's token, empty after the last.
    Result<std::string> list(const Query& query, const std::function<void(Json)>& take);
    Result<Answer> ids(const Query& query);
    /// Those records as list() shows them, in this order; those that are not there any more are left out.
    Status show(std::string_view entity, std::span<const RecordId> ids, const std::function<void(Json)>& take);
    /// By group_by, one object a group, in the groups' order: the keys by their text (`closed_at:month`), null where
    /// empty; the measures by theirs (`count`, `sum:amount`). Sums are exact; those of money are objects by currency,
    /// since amounts of different currencies have no sum. Averages are rounded to six digits, money to its own. A
    /// record with several values of a list counts once in each of their groups.
    Result<Json> report(const Query& query);

private:
    Client& client_;
    Viewer viewer_;
};

}  // namespace tern

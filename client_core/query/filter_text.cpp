// Filters as values and back to text; `--where`, `--sort`, `--group-by` and `--measure` from text.
#include <algorithm>

#include "client_core/crm/text.h"
#include "client_core/query/filter_tokens.h"
#include "client_core/query/words.h"

namespace tern {
namespace {

using crm::quoted;
using crm::trimmed;

/// What holds for all records, or for none: every record has an id.
constexpr std::string_view kAlways = "id not empty";
constexpr std::string_view kNever = "id empty";

std::string value_text(const FilterValue& value) {
    using Kind = FilterValue::Kind;
    if (value.kind == Kind::me) return "me";
    if (value.kind == Kind::my_team) return "my_team";
    if (value.kind == Kind::period) return query::period_text(value.period);
    if (query::is_bare(value.text) && !query::is_keyword(value.text)) return value.text;
    std::string out{"\""};
    for (const char c : value.text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

/// A filter that was built wrong has too few; the compiler refuses it, here it merely shows.
const FilterValue& nth(const Filter& filter, std::size_t i) {
    static const FilterValue none;
    return i < filter.values.size() ? filter.values[i] : none;
}

std::string list_text(const std::vector<FilterValue>& values) {
    std::string out;
    for (const auto& value : values) out += (out.empty() ? "(" : ", ") + value_text(value);
    return out + ")";
}

std::string single_text(const Filter& filter, std::string_view sign, std::string_view in) {
    const FilterValue& value = nth(filter, 0);
    if (value.kind != FilterValue::Kind::period) return filter.field + std::string(sign) + value_text(value);
    if (value.period.kind != Period::Kind::older_than) return filter.field + std::string(in) + value_text(value);
    const bool no = filter.comparison == Comparison::is_not;
    return filter.field + (no ? " not " : " ") + value_text(value);
}

std::string comparison_text(const Filter& filter) {
    switch (filter.comparison) {
        case Comparison::is:
            return single_text(filter, " = ", " in ");
        case Comparison::is_not:
            return single_text(filter, " != ", " not in ");
        case Comparison::less:
            return filter.field + " < " + value_text(nth(filter, 0));
        case Comparison::at_most:
            return filter.field + " <= " + value_text(nth(filter, 0));
        case Comparison::more:
            return filter.field + " > " + value_text(nth(filter, 0));
        case Comparison::at_least:
            return filter.field + " >= " + value_text(nth(filter, 0));
        case Comparison::between:
            return filter.field + " between " + value_text(nth(filter, 0)) + " and " + value_text(nth(filter, 1));
        case Comparison::contains:
            return filter.field + " contains " + value_text(nth(filter, 0));
        case Comparison::starts_with:
            return filter.field + " starts with " + value_text(nth(filter, 0));
        case Comparison::ends_with:
            return filter.field + " ends with " + value_text(nth(filter, 0));
        case Comparison::empty:
            return filter.field + " empty";
        case Comparison::not_empty:
            return filter.field + " not empty";
        case Comparison::one_of:
            return filter.values.empty() ? std::string(kNever) : filter.field + " in " + list_text(filter.values);
        case Comparison::none_of:
            return filter.values.empty() ? std::string(kAlways) : filter.field + " not in " + list_text(filter.values);
    }
    return {};
}

/// With brackets where it would be read otherwise without: `and` binds closer than `or`.
std::string part_text(const Filter& filter, Filter::Kind within) {
    const bool several = filter.kind == Filter::Kind::all || filter.kind == Filter::Kind::any;
    if (!several) return filter_text(filter);
    if (filter.parts.empty()) return std::string(filter.kind == Filter::Kind::all ? kAlways : kNever);
    if (filter.kind == Filter::Kind::all && within == Filter::Kind::any) return filter_text(filter);
    return "(" + filter_text(filter) + ")";
}

/// `field=value`, taken apart at the first sign.
std::optional<Filter> read_simple(std::string_view text) {
    struct Sign {
        std::string_view sign;
        Comparison comparison;
    };
    // Two characters before one.
    constexpr Sign kSigns[] = {{"!=", Comparison::is_not}, {"<=", Comparison::at_most}, {">=", Comparison::at_least},
                               {"=", Comparison::is},      {"<", Comparison::less},     {">", Comparison::more},
                               {"~", Comparison::contains}};
    const auto end = std::min(text.find_first_of("!<>=~"), text.size());
    const auto field = trimmed(text.substr(0, end));
    if (!query::is_path(field)) return std::nullopt;
    for (const Sign& sign : kSigns) {
        if (!text.substr(end).starts_with(sign.sign)) continue;
        const auto value = trimmed(text.substr(end + sign.sign.size()));
        if (!value.empty()) return Filter::compare(field, sign.comparison, {FilterValue::of(value)});
        if (sign.comparison == Comparison::is) return Filter::compare(field, Comparison::empty);
        if (sign.comparison == Comparison::is_not) return Filter::compare(field, Comparison::not_empty);
        return std::nullopt;
    }
    return std::nullopt;
}

/// Whether a text that was no filter was meant as one: it is quoted, or goes on with `and field =`.
bool was_meant_as_filter(std::string_view value) {
    if (value.starts_with('"')) return true;
    query::Tokens tokens{value};
    bool joined = false;
    for (; tokens.now().kind != query::Token::Kind::end && tokens.now().kind != query::Token::Kind::broken;
         tokens.next()) {
        const auto& token = tokens.now();
        const auto next = tokens.ahead();
        const bool goes_on = (next.kind == query::Token::Kind::sign && next.written != "(" && next.written != ")" &&
                              next.written != ",") ||
                             (next.kind == query::Token::Kind::word && query::is_keyword(next.written) &&
                              !query::same_word(next.written, "and") && !query::same_word(next.written, "or"));
        if (joined && token.kind == query::Token::Kind::word && query::is_path(token.written) && goes_on) return true;
        const bool bracket = token.kind == query::Token::Kind::sign && token.written == "(";
        const bool no = query::same_word(token.written, "not");
        joined = query::same_word(token.written, "and") || query::same_word(token.written, "or") ||
                 (joined && (bracket || no));
    }
    return false;
}

template <class T, class F>
Result<std::vector<T>> read_keys(std::string_view text, F&& read) {
    std::vector<T> out;
    for (const auto piece : crm::pieces(text, ',')) {
        TERN_TRY(key, read(piece));
        out.push_back(std::move(key));
    }
    if (out.size() <= query_limits::kKeys) return out;
    return fail(Fault::too_big, quoted(text) + " names more than " + std::to_string(query_limits::kKeys) + " fields",
                "leave some out");
}

Failure no_field(std::string_view text) {
    return fail(Fault::bad_argument, quoted(text) + " names no field", "write a field's name");
}

std::pair<std::string_view, std::string_view> cut_at_colon(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return {trimmed(text), {}};
    return {trimmed(text.substr(0, colon)), trimmed(text.substr(colon + 1))};
}

}  // namespace

bool FilterValue::operator==(const FilterValue& other) const {
    return kind == other.kind && (kind == Kind::text ? text == other.text : period == other.period);
}

Filter Filter::compare(std::string_view field, Comparison comparison, std::vector<FilterValue> values) {
    return {Kind::comparison, {}, std::string(field), comparison, std::move(values)};
}
Filter Filter::all_of(std::vector<Filter> parts) { return {Kind::all, std::move(parts), {}, Comparison::is, {}}; }
Filter Filter::any_of(std::vector<Filter> parts) { return {Kind::any, std::move(parts), {}, Comparison::is, {}}; }
Filter Filter::no(Filter part) {
    Filter out{Kind::negated, {}, {}, Comparison::is, {}};
    out.parts.push_back(std::move(part));
    return out;
}

bool Filter::operator==(const Filter& other) const {
    return kind == other.kind && parts == other.parts && field == other.field && comparison == other.comparison &&
           values == other.values;
}

std::string filter_text(const Filter& filter) {
    if (filter.kind == Filter::Kind::comparison) return comparison_text(filter);
    if (filter.kind == Filter::Kind::negated)
        return "not " + part_text(filter.parts.empty() ? Filter{} : filter.parts[0], filter.kind);
    if (filter.parts.empty() && filter.kind == Filter::Kind::any) return std::string(kNever);
    std::string out;
    for (const Filter& part : filter.parts)
        out += (out.empty() ? "" : filter.kind == Filter::Kind::all ? " and " : " or ") + part_text(part, filter.kind);
    return out;
}

Result<Filter> read_where(std::string_view text) {
    if (trimmed(text).empty())
        return fail(Fault::bad_argument, "the condition is empty", "write field=value, or leave it out");
    auto filter = read_filter(text);
    if (filter) return filter;
    auto simple = read_simple(text);
    if (!simple || (!simple->values.empty() && was_meant_as_filter(simple->values[0].text))) return filter.error();
    return std::move(*simple);
}

Result<std::vector<SortKey>> read_sort(std::string_view text) {
    return read_keys<SortKey>(text, [](std::string_view piece) -> Result<SortKey> {
        const bool down = piece.starts_with('-');
        const auto field = trimmed(piece.substr(down ? 1 : 0));
        if (field.empty()) return no_field(piece);
        return SortKey{std::string(field), down};
    });
}

std::string sort_text(const std::vector<SortKey>& keys) {
    std::string out;
    for (const auto& key : keys) out += (out.empty() ? "" : ",") + std::string(key.descending ? "-" : "") + key.field;
    return out;
}

Result<std::vector<GroupKey>> read_group_by(std::string_view text) {
    return read_keys<GroupKey>(text, [](std::string_view piece) -> Result<GroupKey> {
        const auto [field, word] = cut_at_colon(piece);
        if (field.empty()) return no_field(piece);
        if (word.empty()) return GroupKey{std::string(field), Bucket::none};
        if (const auto bucket = query::bucket_named(word)) return GroupKey{std::string(field), *bucket};
        return fail(Fault::bad_argument, quoted(word) + " is no span of time",
                    "write day, week, month, quarter or year");
    });
}

std::string group_by_text(const std::vector<GroupKey>& keys) {
    std::string out;
    for (const auto& key : keys) out += (out.empty() ? "" : ",") + query::key_text(key);
    return out;
}

Result<std::vector<Measure>> read_measures(std::string_view text) {
    return read_keys<Measure>(text, [](std::string_view piece) -> Result<Measure> {
        const auto [word, field] = cut_at_colon(piece);
        const auto kind = query::measure_named(word);
        if (kind && (*kind == Measure::Kind::count) == field.empty()) return Measure{*kind, std::string(field)};
        return fail(Fault::bad_argument, quoted(piece) + " is no measure",
                    "write count, sum:field, average:field, min:field or max:field");
    });
}

}  // namespace tern

// The filter language, by recursive descent:
//
//   filter     = both {"or" both}
//   both       = one {"and" one}
//   one        = "not" one | "(" filter ")" | comparison
//   comparison = PATH ("=" | "!=" | "<" | "<=" | ">" | ">=" | "~") value | PATH ["is"] ["not"] what | PATH "is" value
//   what       = "contains" value | "starts with" value | "ends with" value | "between" value "and" value | "empty"
//              | "in" "(" value {"," value} ")" | "in" period | "older than" NUMBER "days"
//   value      = WORD | NUMBER CURRENCY | QUOTED | "me" | "my_team" | period
//   period     = "today" | "yesterday" | "tomorrow" | ("last" | "this" | "next") UNIT
//              | ("last" | "next") NUMBER "days"
#include <charconv>

#include "client_core/crm/number.h"
#include "client_core/crm/text.h"
#include "client_core/query/filter_tokens.h"
#include "client_core/query/words.h"
#include "protocol/base/utf8.h"

namespace tern {
namespace {

using crm::quoted;
using query::Token;
using query::Tokens;

constexpr std::string_view kOperators =
    "one of =, !=, <, <=, >, >=, in, between, contains, starts with, ends with, empty";

bool begins_number(std::string_view word) {
    return !word.empty() && (word[0] == '-' || word[0] == '+' || (word[0] >= '0' && word[0] <= '9'));
}

class Parser {
public:
    explicit Parser(std::string_view text) : tokens_(text) {}

    Result<Filter> whole() {
        if (at_end()) return Filter{};
        TERN_TRY(filter, either(0));
        if (!at_end()) return unexpected("`and`, `or` or the end", "put quotes around a text of several words");
        return std::move(filter);
    }

private:
    bool at_end() const { return tokens_.now().kind == Token::Kind::end; }
    bool is_word() const { return tokens_.now().kind == Token::Kind::word; }

    Failure unexpected(std::string_view expected, std::string_view remedy = {}) const {
        const Token& token = tokens_.now();
        std::string what = "the filter cannot be read " + tokens_.place() + ": ";
        if (token.kind == Token::Kind::broken)
            return fail(Fault::bad_argument, what + token.value, "quote texts as \"…\"");
        what += at_end() ? "it ends" : quoted(token.written) + " stands";
        return fail(Fault::bad_argument, what + " where " + std::string(expected) + " is expected",
                    std::string(remedy));
    }

    Result<Filter> either(std::size_t depth) {
        std::vector<Filter> parts;
        do {
            TERN_TRY(part, both(depth));
            parts.push_back(std::move(part));
        } while (tokens_.take_word("or"));
        return parts.size() == 1 ? std::move(parts[0]) : Filter::any_of(std::move(parts));
    }

    Result<Filter> both(std::size_t depth) {
        std::vector<Filter> parts;
        do {
            TERN_TRY(part, one(depth));
            parts.push_back(std::move(part));
        } while (tokens_.take_word("and"));
        return parts.size() == 1 ? std::move(parts[0]) : Filter::all_of(std::move(parts));
    }

    Result<Filter> one(std::size_t depth) {
        if (depth > query_limits::kNesting)
            return fail(Fault::too_big, "the filter is nested deeper than " + std::to_string(query_limits::kNesting),
                        "take out brackets that are not needed");
        if (tokens_.take_word("not")) {
            TERN_TRY(part, one(depth + 1));
            return Filter::no(std::move(part));
        }
        if (!tokens_.take_sign("(")) return comparison();
        TERN_TRY(part, either(depth + 1));
        if (!tokens_.take_sign(")"))
            return unexpected("`and`, `or` or `)`", "put quotes around a text of several words");
        return std::move(part);
    }

    Result<Filter> comparison() {
        if (++comparisons_ > query_limits::kComparisons)
            return fail(Fault::too_big,
                        "the filter has over " + std::to_string(query_limits::kComparisons) + " conditions",
                        "use `field in (…)` for many values of one field");
        const Token field = tokens_.now();
        if (!is_word() || !query::is_path(field.written) || query::is_keyword(field.written))
            return unexpected("a field's name", "write field = value");
        tokens_.next();
        if (tokens_.now().kind == Token::Kind::sign) return by_sign(field.written);
        const bool is = tokens_.take_word("is");
        const bool no = tokens_.take_word("not");
        return by_word(field.written, is, no);
    }

    Result<Filter> by_sign(std::string_view field) {
        struct Sign {
            std::string_view sign;
            Comparison comparison;
        };
        constexpr Sign kSigns[] = {{"=", Comparison::is},        {"!=", Comparison::is_not},
                                   {"<>", Comparison::is_not},   {"<", Comparison::less},
                                   {"<=", Comparison::at_most},  {">", Comparison::more},
                                   {">=", Comparison::at_least}, {"~", Comparison::contains}};
        for (const Sign& sign : kSigns)
            if (tokens_.take_sign(sign.sign)) return with_value(field, sign.comparison);
        return unexpected(kOperators);
    }

    Result<Filter> by_word(std::string_view field, bool is, bool no) {
        if (tokens_.take_word("empty")) return Filter::compare(field, no ? Comparison::not_empty : Comparison::empty);
        if (tokens_.take_word("in")) return in(field, no);
        if (tokens_.take_word("older")) return older(field, no);
        struct Word {
            std::string_view word, second;
            Comparison comparison;
        };
        constexpr Word kWords[] = {{"contains", "", Comparison::contains},
                                   {"starts", "with", Comparison::starts_with},
                                   {"ends", "with", Comparison::ends_with}};
        for (const Word& word : kWords) {
            if (!tokens_.take_word(word.word)) continue;
            if (!word.second.empty() && !tokens_.take_word(word.second)) return unexpected("`with`");
            TERN_TRY(filter, with_value(field, word.comparison));
            return no ? Filter::no(std::move(filter)) : std::move(filter);
        }
        if (tokens_.take_word("between")) return between(field, no);
        if (is) return with_value(field, no ? Comparison::is_not : Comparison::is);
        return unexpected(kOperators, no ? "" : "put quotes around a text of several words");
    }

    Result<Filter> with_value(std::string_view field, Comparison comparison) {
        if (tokens_.now().kind == Token::Kind::text && tokens_.now().value.empty()) {
            const bool is = comparison == Comparison::is;
            if (!is && comparison != Comparison::is_not)
                return unexpected("a text that is not empty", "write field empty");
            tokens_.next();
            return Filter::compare(field, is ? Comparison::empty : Comparison::not_empty);
        }
        TERN_TRY(read, value());
        return Filter::compare(field, comparison, {std::move(read)});
    }

    Result<Filter> between(std::string_view field, bool no) {
        TERN_TRY(from, value());
        if (!tokens_.take_word("and")) return unexpected("`and`", "write field between 1 and 5");
        TERN_TRY(to, value());
        auto filter = Filter::compare(field, Comparison::between, {std::move(from), std::move(to)});
        return no ? Filter::no(std::move(filter)) : std::move(filter);
    }

    Result<Filter> in(std::string_view field, bool no) {
        if (!tokens_.take_sign("(")) return with_value(field, no ? Comparison::is_not : Comparison::is);
        std::vector<FilterValue> values;
        do {
            TERN_TRY(read, value());
            values.push_back(std::move(read));
        } while (tokens_.take_sign(","));
        if (!tokens_.take_sign(")")) return unexpected("`,` or `)`", "put quotes around a text of several words");
        return Filter::compare(field, no ? Comparison::none_of : Comparison::one_of, std::move(values));
    }

    Result<Filter> older(std::string_view field, bool no) {
        if (!tokens_.take_word("than")) return unexpected("`than`", "write field older than 30 days");
        TERN_TRY(days, days_of(Period::Kind::older_than));
        return Filter::compare(field, no ? Comparison::is_not : Comparison::is,
                               {{FilterValue::Kind::period, query::period_text(days), days}});
    }

    Result<FilterValue> value() {
        if (++values_ > query_limits::kValues)
            return fail(Fault::too_big, "the filter has over " + std::to_string(query_limits::kValues) + " values",
                        "ask in several steps");
        const Token first = tokens_.now();
        if (first.kind == Token::Kind::text && !first.value.empty())
            return tokens_.next(), FilterValue::of(first.value);
        if (!is_word()) return unexpected("a value", "write a word, a number or a text in double quotes");
        if (const auto day = query::period_word(first.written)) return special(FilterValue::Kind::period, *day);
        if (same(first, "me")) return special(FilterValue::Kind::me, {});
        if (same(first, "my_team")) return special(FilterValue::Kind::my_team, {});
        if (same(first, "last") || same(first, "this") || same(first, "next")) return perhaps_period();
        if (query::is_keyword(first.written)) return unexpected("a value", "put double quotes around it if it is one");
        tokens_.next();
        const Token second = tokens_.now();
        const bool currency = is_word() && crm::is_currency(second.written) && !query::is_keyword(second.written);
        if (!begins_number(first.written) || !currency) return FilterValue::of(first.written);
        tokens_.next();
        return FilterValue::of(Tokens::between(first.written, second.written));
    }

    static bool same(const Token& token, std::string_view word) { return query::same_word(token.written, word); }

    FilterValue special(FilterValue::Kind kind, Period period) {
        FilterValue out{kind, std::string(tokens_.now().written), period};
        tokens_.next();
        return out;
    }

    /// `this month`, `next 7 days`; else the word is a text like any other.
    Result<FilterValue> perhaps_period() {
        const Token first = tokens_.now();
        const Token second = tokens_.ahead();
        const std::int32_t shift = same(first, "last") ? -1 : same(first, "this") ? 0 : 1;
        const bool word = second.kind == Token::Kind::word;
        const auto unit = word ? query::period_unit(second.written) : std::nullopt;
        tokens_.next();
        if (unit) {
            tokens_.next();
            return FilterValue{FilterValue::Kind::period,
                               std::string(Tokens::between(first.written, second.written)),
                               {*unit, shift, 0}};
        }
        if (!word || shift == 0 || !begins_number(second.written)) return FilterValue::of(first.written);
        TERN_TRY(days, days_of(shift < 0 ? Period::Kind::last_days : Period::Kind::next_days));
        return FilterValue{FilterValue::Kind::period, query::period_text(days), days};
    }

    /// `30 days`
    Result<Period> days_of(Period::Kind kind) {
        const auto digits = tokens_.now().written;
        std::int32_t days = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), days);
        if (!is_word() || error != std::errc{} || end != digits.data() + digits.size() || days < 1 ||
            days > query_limits::kPeriodDays)
            return unexpected("a number of days from 1 to " + std::to_string(query_limits::kPeriodDays));
        tokens_.next();
        if (!tokens_.take_word("days") && !tokens_.take_word("day")) return unexpected("`days`");
        return Period{kind, 0, days};
    }

    Tokens tokens_;
    std::size_t comparisons_ = 0;
    std::size_t values_ = 0;
};

}  // namespace

Result<Filter> read_filter(std::string_view text) {
    if (text.size() > query_limits::kTextBytes)
        return fail(Fault::too_big, "the filter is longer than " + std::to_string(query_limits::kTextBytes) + " bytes",
                    "ask in several steps");
    if (!is_utf8(view(text))) return fail(Fault::bad_argument, "the filter is not UTF-8", "save the text as UTF-8");
    return Parser{text}.whole();
}

}  // namespace tern

#include "mobile_app/adapters/filter_words.h"

#include <QCoreApplication>
#include <algorithm>

namespace tern::app {
namespace {

QString say(const char* words) { return QCoreApplication::translate("Filter", words); }

constexpr QLatin1String kNothing{"nothing"}, kOne{"one"}, kTwo{"two"}, kMany{"many"}, kPeriod{"period"};

const ComparisonWord kFilled{Comparison::not_empty, QT_TRANSLATE_NOOP("Filter", "is filled"), kNothing};
const ComparisonWord kEmpty{Comparison::empty, QT_TRANSLATE_NOOP("Filter", "is empty"), kNothing};
const ComparisonWord kIs{Comparison::is, QT_TRANSLATE_NOOP("Filter", "is"), kOne};
const ComparisonWord kIsNot{Comparison::is_not, QT_TRANSLATE_NOOP("Filter", "is not"), kOne};
const ComparisonWord kOneOf{Comparison::one_of, QT_TRANSLATE_NOOP("Filter", "is one of"), kMany};
const ComparisonWord kNoneOf{Comparison::none_of, QT_TRANSLATE_NOOP("Filter", "is none of"), kMany};

const std::vector<ComparisonWord>& of_texts() {
    static const std::vector<ComparisonWord> words{
        {Comparison::contains, QT_TRANSLATE_NOOP("Filter", "contains"), kOne},
        kIs,
        kIsNot,
        {Comparison::starts_with, QT_TRANSLATE_NOOP("Filter", "starts with"), kOne},
        {Comparison::ends_with, QT_TRANSLATE_NOOP("Filter", "ends with"), kOne},
        kFilled,
        kEmpty};
    return words;
}

const std::vector<ComparisonWord>& of_numbers() {
    static const std::vector<ComparisonWord> words{
        {Comparison::at_least, QT_TRANSLATE_NOOP("Filter", "is at least"), kOne},
        {Comparison::at_most, QT_TRANSLATE_NOOP("Filter", "is at most"), kOne},
        {Comparison::more, QT_TRANSLATE_NOOP("Filter", "is more than"), kOne},
        {Comparison::less, QT_TRANSLATE_NOOP("Filter", "is less than"), kOne},
        {Comparison::between, QT_TRANSLATE_NOOP("Filter", "is between"), kTwo},
        kIs,
        kFilled,
        kEmpty};
    return words;
}

const std::vector<ComparisonWord>& of_days() {
    static const std::vector<ComparisonWord> words{
        {Comparison::is, QT_TRANSLATE_NOOP("Filter", "is in"), kPeriod},
        {Comparison::is, QT_TRANSLATE_NOOP("Filter", "is on"), kOne},
        {Comparison::less, QT_TRANSLATE_NOOP("Filter", "is before"), kOne},
        {Comparison::more, QT_TRANSLATE_NOOP("Filter", "is after"), kOne},
        {Comparison::between, QT_TRANSLATE_NOOP("Filter", "is between"), kTwo},
        kFilled,
        kEmpty};
    return words;
}

const std::vector<ComparisonWord>& of_choices() {
    static const std::vector<ComparisonWord> words{kOneOf, kNoneOf, kFilled, kEmpty};
    return words;
}

const std::vector<ComparisonWord>& of_references() {
    static const std::vector<ComparisonWord> words{kIs, kIsNot, kFilled, kEmpty};
    return words;
}

const std::vector<ComparisonWord>& of_yes_or_no() {
    static const std::vector<ComparisonWord> words{kIs};
    return words;
}

struct NamedPeriod {
    const char* value;
    const char* said;
};
constexpr NamedPeriod kPeriods[] = {
    {"today", QT_TRANSLATE_NOOP("Filter", "today")},
    {"yesterday", QT_TRANSLATE_NOOP("Filter", "yesterday")},
    {"tomorrow", QT_TRANSLATE_NOOP("Filter", "tomorrow")},
    {"this week", QT_TRANSLATE_NOOP("Filter", "this week")},
    {"last week", QT_TRANSLATE_NOOP("Filter", "last week")},
    {"next week", QT_TRANSLATE_NOOP("Filter", "next week")},
    {"this month", QT_TRANSLATE_NOOP("Filter", "this month")},
    {"last month", QT_TRANSLATE_NOOP("Filter", "last month")},
    {"next month", QT_TRANSLATE_NOOP("Filter", "next month")},
    {"this quarter", QT_TRANSLATE_NOOP("Filter", "this quarter")},
    {"last quarter", QT_TRANSLATE_NOOP("Filter", "last quarter")},
    {"this year", QT_TRANSLATE_NOOP("Filter", "this year")},
    {"last year", QT_TRANSLATE_NOOP("Filter", "last year")},
    {"last 7 days", QT_TRANSLATE_NOOP("Filter", "the last 7 days")},
    {"last 30 days", QT_TRANSLATE_NOOP("Filter", "the last 30 days")},
    {"last 90 days", QT_TRANSLATE_NOOP("Filter", "the last 90 days")},
    {"next 7 days", QT_TRANSLATE_NOOP("Filter", "the next 7 days")},
    {"next 30 days", QT_TRANSLATE_NOOP("Filter", "the next 30 days")},
    {"older than 30 days", QT_TRANSLATE_NOOP("Filter", "more than 30 days ago")},
    {"older than 90 days", QT_TRANSLATE_NOOP("Filter", "more than 90 days ago")},
};

/// The core reads the words, so that one meaning has one form.
std::optional<Period> period_of(const char* words) {
    const bool alone = std::string_view{words}.starts_with("older");  // has no `in` before it
    const auto read = read_filter((alone ? "x " : "x in ") + std::string{words});
    if (!read || read->values.empty() || read->values[0].kind != FilterValue::Kind::period) return std::nullopt;
    return read->values[0].period;
}

}  // namespace

QString ComparisonWord::name() const { return QString::fromLatin1(said); }
QString ComparisonWord::label() const { return say(said); }

const std::vector<ComparisonWord>& words_of(FieldKind kind) {
    static const std::vector<ComparisonWord> none;
    switch (kind) {
        case FieldKind::text:
        case FieldKind::long_text:
        case FieldKind::phone:
        case FieldKind::mail:
        case FieldKind::url:
            return of_texts();
        case FieldKind::number:
        case FieldKind::money:
        case FieldKind::percent:
        case FieldKind::duration:
            return of_numbers();
        case FieldKind::date:
        case FieldKind::datetime:
            return of_days();
        case FieldKind::choice:
        case FieldKind::choices:
            return of_choices();
        case FieldKind::reference:
        case FieldKind::references:
            return of_references();
        case FieldKind::boolean:
            return of_yes_or_no();
        default:
            return none;
    }
}

std::optional<ComparisonWord> word_named(FieldKind kind, const QString& name) {
    for (const auto& word : words_of(kind))
        if (word.name() == name) return word;
    return std::nullopt;
}

std::optional<ComparisonWord> word_for(FieldKind kind, const Filter& comparison) {
    const bool period = !comparison.values.empty() && comparison.values[0].kind == FilterValue::Kind::period;
    auto wanted = comparison.comparison;
    if (&words_of(kind) == &of_choices() && wanted == Comparison::is) wanted = Comparison::one_of;
    if (&words_of(kind) == &of_choices() && wanted == Comparison::is_not) wanted = Comparison::none_of;
    for (const auto& word : words_of(kind))
        if (word.comparison == wanted && (wanted != Comparison::is || period == (word.takes == kPeriod))) return word;
    return std::nullopt;
}

QVariantList period_choices() {
    QVariantList out;
    for (const auto& period : kPeriods)
        out.push_back(QVariantMap{{"value", QLatin1String(period.value)}, {"label", say(period.said)}});
    return out;
}

QString period_label(const Period& period) {
    for (const auto& known : kPeriods)
        if (period_of(known.value) == period) return say(known.said);
    FilterValue value;
    value.kind = FilterValue::Kind::period;
    value.period = period;
    const auto text = filter_text(Filter::compare("x", Comparison::is, {value}));
    return QString::fromStdString(text.substr(text.find(' ', 2) + 1));
}

FilterValue value_of(FieldKind kind, QLatin1String takes, const QString& chosen) {
    const auto text = chosen.toStdString();
    FilterValue out = FilterValue::of(text);
    if (takes == kPeriod) {
        if (const auto period = period_of(text.c_str())) {
            out.kind = FilterValue::Kind::period;
            out.period = *period;
        }
    } else if (kind == FieldKind::reference || kind == FieldKind::references) {
        if (text == "me") out.kind = FilterValue::Kind::me;
        if (text == "my_team") out.kind = FilterValue::Kind::my_team;
    }
    return out;
}

QString me_label() { return say(QT_TRANSLATE_NOOP("Filter", "me")); }
QString my_team_label() { return say(QT_TRANSLATE_NOOP("Filter", "my team")); }

QString yes_or_no(const QString& raw) {
    return raw == QLatin1String("true") ? say(QT_TRANSLATE_NOOP("Filter", "yes"))
                                        : say(QT_TRANSLATE_NOOP("Filter", "no"));
}

}  // namespace tern::app

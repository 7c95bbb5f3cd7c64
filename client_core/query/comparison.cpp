// One comparison at one place, by the place's type.
#include <algorithm>

#include "client_core/crm/number.h"
#include "client_core/crm/reading_text.h"
#include "client_core/crm/text.h"
#include "client_core/query/condition.h"
#include "client_core/query/words.h"
#include "client_core/store/scalar.h"

namespace tern::query {
namespace {

using crm::expected;
using schema::Type;
using Values = std::vector<FilterValue>;

/// A reference named in a condition need not be one record: the name itself is looked for.
class NoNames : public crm::Names {
public:
    Result<RecordId> find(const schema::Entity& entity, std::string_view name) override {
        return crm::no_such_record(entity, name);
    }
};

bool is_order(Comparison c) {
    return c == Comparison::less || c == Comparison::at_most || c == Comparison::more || c == Comparison::at_least;
}
bool looks_into_text(Comparison c) {
    return c == Comparison::contains || c == Comparison::starts_with || c == Comparison::ends_with;
}

std::string sign(Comparison c) {
    switch (c) {
        case Comparison::less:
            return " < ";
        case Comparison::at_most:
            return " <= ";
        case Comparison::more:
            return " > ";
        case Comparison::at_least:
            return " >= ";
        default:
            return " = ";
    }
}

class At {
public:
    At(Compiling& compiling, const Place& place) : compiling_(compiling), place_(place) {}

    Result<std::string> compare(Comparison comparison, const Values& values) {
        if (comparison == Comparison::not_empty) return present();
        if (comparison == Comparison::one_of) return one_of(values);
        const bool between = comparison == Comparison::between;
        if (between && !is_range() && !is_ordered()) return no_such_comparison();
        if (is_range()) return range(comparison, values);
        if (!between) return single(comparison, values.at(0));
        TERN_TRY(from, single(Comparison::at_least, values.at(0)));
        TERN_TRY(to, single(Comparison::at_most, values.at(1)));
        return from + " AND " + to;
    }

private:
    std::string mark(Arguments::Value value) { return compiling_.arguments.add(std::move(value)); }
    bool is_range() const { return is_value() && place_.is_time(); }
    bool is_value() const { return place_.kind == Place::Kind::value || place_.kind == Place::Kind::elements; }
    bool is_reference() const { return is_value() && place_.type == Type::ref; }
    bool is_ordered() const {
        return place_.kind == Place::Kind::money ||
               (is_value() && (place_.is_number() || place_.is_text() || place_.is_time()));
    }

    Failure no_such_comparison() const {
        return fail(Fault::bad_argument, place_.path + " cannot be compared in that way",
                    is_reference() ? "use =, !=, in, contains, or a field behind it" : "use =, != or in");
    }

    std::string present() const {
        if (place_.kind == Place::Kind::elements || place_.kind == Place::Kind::set || place_.kind == Place::Kind::id)
            return "1";
        const std::string there = place_.sql + " IS NOT NULL";
        return is_value() && (place_.is_text() || place_.is_choice()) ? there + " AND " + place_.sql + " <> ''" : there;
    }

    Result<std::string> one_of(const Values& values) {
        std::string out;
        for (const FilterValue& value : values) {
            TERN_TRY(one, compare(Comparison::is, {value}));
            out += (out.empty() ? "(" : " OR (") + one + ")";
        }
        return out.empty() ? std::string{"0"} : out;
    }

    Result<std::string> single(Comparison comparison, FilterValue value) {
        if (value.text.empty() && value.kind == FilterValue::Kind::me) value.text = "me";
        if (value.text.empty() && value.kind == FilterValue::Kind::my_team) value.text = "my_team";
        if (value.text.empty() && value.kind == FilterValue::Kind::period) value.text = period_text(value.period);
        if (crm::trimmed(value.text).empty())
            return fail(Fault::bad_argument, "a condition on " + place_.path + " has no value",
                        "write " + place_.path + " empty");
        if (is_order(comparison) && !is_ordered()) return no_such_comparison();
        switch (place_.kind) {
            case Place::Kind::id:
                return id(comparison, value.text);
            case Place::Kind::space:
                return space(comparison, value.text);
            case Place::Kind::money:
                return looks_into_text(comparison) ? no_such_comparison() : money(comparison, value.text);
            case Place::Kind::poly:
                return poly(comparison, value.text);
            case Place::Kind::set:
                return set(comparison, value.text);
            case Place::Kind::entity:
                return looks_into_text(comparison) ? no_such_comparison() : scalar(comparison, value.text);
            case Place::Kind::value:
            case Place::Kind::elements:
                break;
        }
        if (is_reference()) return reference(comparison, value);
        if (place_.is_text() || place_.is_choice()) return words(comparison, value.text);
        if (looks_into_text(comparison) || place_.type == Type::blob) return no_such_comparison();
        return scalar(comparison, value.text);
    }

    std::string looked_into(const std::string& text, Comparison comparison, std::string_view wanted) {
        const std::string folded = "tern_fold(" + text + ")";
        const std::string mark_ = mark(crm::folded(wanted));
        if (comparison == Comparison::contains) return "instr(" + folded + ", " + mark_ + ") > 0";
        if (comparison == Comparison::starts_with) return "substr(" + folded + ", 1, length(" + mark_ + ")) = " + mark_;
        return "substr(" + folded + ", -length(" + mark_ + ")) = " + mark_;
    }

    Result<std::string> words(Comparison comparison, const std::string& value) {
        if (looks_into_text(comparison)) return looked_into(place_.sql, comparison, value);
        if (place_.is_choice()) return scalar(comparison, value);
        const std::string order = is_order(comparison) ? " COLLATE " + compiling_.collation : "";
        return place_.sql + order + sign(comparison) + mark(std::string(crm::trimmed(value)));
    }

    Result<std::string> scalar(Comparison comparison, const std::string& value) {
        NoNames names;
        TERN_TRY(wanted, crm::read_scalar(place_.target(), value, {compiling_.schema, names}));
        Bound bound{std::nullopt};
        store::put_scalar(place_.kind == Place::Kind::entity ? Type::integer : place_.type, wanted, bound);
        return place_.sql + sign(comparison) + compiling_.arguments.add_bound(bound);
    }

    Result<std::string> id(Comparison comparison, const std::string& value) {
        if (comparison != Comparison::is) return no_such_comparison();
        const auto wanted = record_id_from(crm::trimmed(value));
        if (!wanted) return expected(place_.path, "a record's id", value);
        return place_.sql + " = " + mark(copy(*wanted));
    }

    Result<std::string> space(Comparison comparison, const std::string& value) {
        if (comparison != Comparison::is) return no_such_comparison();
        TERN_TRY(wanted, compiling_.find_space(value));
        return place_.sql + " = (SELECT n FROM space_ref WHERE id = " + mark(copy(wanted)) + ")";
    }

    Result<std::string> set(Comparison comparison, const std::string& value) {
        if (looks_into_text(comparison)) return looked_into("CAST(" + place_.sql + " AS TEXT)", comparison, value);
        const auto known = crm::choice_named(*place_.choices, value);
        return place_.sql + " = " + mark(copy(view(known.empty() ? value : known)));
    }

    // --- references -------------------------------------------------------------------------------------------------

    bool may_be_user() const {
        const auto* user = compiling_.schema.entity("user");
        return user != nullptr && place_.targets != nullptr &&
               std::find(place_.targets->begin(), place_.targets->end(), user->number) != place_.targets->end();
    }

    Result<std::string> reference(Comparison comparison, const FilterValue& value) {
        const auto text = crm::trimmed(value.text);
        if (comparison == Comparison::is && may_be_user()) {
            if (value.kind == FilterValue::Kind::me) return place_.sql + " = " + mark(copy(compiling_.viewer.me));
            if (value.kind == FilterValue::Kind::my_team) return of_team();
        }
        const auto wanted = comparison == Comparison::is ? record_id_from(text) : std::nullopt;
        if (wanted) return place_.sql + " = " + mark(copy(*wanted));
        std::string out;
        for (const EntityNumber number : *place_.targets) {
            const auto named = named_records(number, comparison, text);
            if (!named.empty()) out += (out.empty() ? "" : " UNION ") + named;
        }
        return place_.sql + " IN (" + out + ")";
    }

    std::string of_team() {
        std::string out;
        for (const UserId& user : compiling_.viewer.team) out += (out.empty() ? "" : ", ") + mark(copy(user));
        return place_.sql + " IN (" + out + ")";
    }

    /// By the name that the record bears; nothing where this version does not know the entity.
    std::string named_records(EntityNumber number, Comparison comparison, std::string_view name) {
        const auto* entity = compiling_.schema.entity(number);
        if (entity == nullptr) return {};
        compiling_.entities.insert(number);
        const Row row{entity, compiling_.alias('q'), compiling_.alias('n')};
        std::string named;
        if (looks_into_text(comparison)) {
            named = looked_into(crm::title_of(*entity, row.table), comparison, name);
        } else {
            mark(std::string(name));
            named = crm::bears_name(*entity, row.table, static_cast<int>(compiling_.arguments.size()));
        }
        return "SELECT " + row.record + ".id FROM " + from(compiling_, row) + " AND " + named;
    }

    /// `account:Acme`, `account:ID`, an id, or a name in any of the entities.
    Result<std::string> poly(Comparison comparison, std::string_view value) {
        const auto colon = value.find(':');
        std::vector<EntityNumber> entities = *place_.targets;
        if (colon != std::string_view::npos) {
            TERN_TRY(entity, crm::entity_named(compiling_.schema, value.substr(0, colon)));
            entities = {entity->number};
            value = value.substr(colon + 1);
        }
        const auto text = crm::trimmed(value);
        const auto id = comparison == Comparison::is ? record_id_from(text) : std::nullopt;
        std::string out;
        for (const EntityNumber number : entities) {
            const auto named = id ? mark(copy(*id)) : named_records(number, comparison, text);
            if (named.empty()) continue;
            out += (out.empty() ? "(" : " OR (") + place_.entity + " = " + mark(std::int64_t{number}) + " AND " +
                   place_.sql + " IN (" + named + "))";
        }
        return out.empty() ? std::string{"0"} : out;
    }

    // --- money ------------------------------------------------------------------------------------------------------

    /// Amounts of different currencies have different digits; a currency in the text narrows to it.
    Result<std::string> money(Comparison comparison, const std::string& value) {
        const auto typed = crm::money_from(crm::trimmed(value), "USD");
        if (!typed) return expected(place_.path, "an amount such as 1054 or 1054 EUR", value);
        const auto units = [&](int digits) -> std::string {
            if (const auto minor = crm::minor_units(typed->amount, digits)) return mark(*minor);
            // Between two amounts of that currency, or beyond all of them.
            double factor = 1;
            for (int i = digits; i < typed->amount.scale; ++i) factor *= 10;
            for (int i = typed->amount.scale; i < digits; ++i) factor /= 10;
            return mark(static_cast<double>(typed->amount.mantissa) / factor);
        };
        if (typed->currency.empty()) return place_.sql + sign(comparison) + by_digits(place_.currency, units);
        const auto amount = units(crm::currency_digits(typed->currency));
        return place_.sql + sign(comparison) + amount + " AND " + place_.currency + " = " + mark(typed->currency);
    }

    // --- dates and times: every value is a span of days or milliseconds ---------------------------------------------

    Result<Span> span_of(const FilterValue& value) {
        if (value.kind == FilterValue::Kind::period) {
            compiling_.of_today = true;
            TERN_TRY(days, days_of(value.period, compiling_.today));
            return in_units(days);
        }
        const bool is_date = place_.type == Type::date;
        const auto day = is_date || crm::names_a_day(value.text)
                             ? crm::days_from(value.text, crm::DateOrder::month_first)
                             : std::nullopt;
        if (day) return in_units({*day, *day + 1});
        const auto at = is_date ? std::nullopt : crm::moment_from(value.text, crm::DateOrder::month_first);
        if (at) return Span{*at, *at + 1};
        return expected(place_.path,
                        is_date ? "a date such as 2017-03-01, or today"
                                : "a time such as 2017-03-01 or 2017-03-01T09:30Z, or today",
                        value.text);
    }

    Span in_units(Span days) const {
        if (place_.type == Type::date) return days;
        if (days.start) days.start = compiling_.zone.start_of(*days.start);
        if (days.end) days.end = compiling_.zone.start_of(*days.end);
        return days;
    }

    std::string within(const std::optional<std::int64_t>& start, const std::optional<std::int64_t>& end) {
        std::string out = start ? place_.sql + " >= " + mark(*start) : "";
        if (end) out += (out.empty() ? "" : " AND ") + place_.sql + " < " + mark(*end);
        return out;
    }

    Result<std::string> range(Comparison comparison, const Values& values) {
        if (looks_into_text(comparison)) return no_such_comparison();
        TERN_TRY(span, span_of(values.at(0)));
        if (!span.start && comparison != Comparison::is) return no_such_comparison();
        switch (comparison) {
            case Comparison::less:
                return within(std::nullopt, span.start);
            case Comparison::at_most:
                return within(std::nullopt, span.end);
            case Comparison::more:
                return within(span.end, std::nullopt);
            case Comparison::at_least:
                return within(span.start, std::nullopt);
            case Comparison::between: {
                TERN_TRY(last, span_of(values.at(1)));
                return within(span.start, last.end);
            }
            default:
                return within(span.start, span.end);
        }
    }

    Compiling& compiling_;
    const Place& place_;
};

}  // namespace

Result<std::string> comparison_at(Compiling& compiling, const Place& place, Comparison comparison,
                                  const Values& values) {
    return At{compiling, place}.compare(comparison, values);
}

}  // namespace tern::query

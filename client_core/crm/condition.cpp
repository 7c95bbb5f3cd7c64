// One `--where` as SQL.
#include "client_core/crm/number.h"
#include "client_core/crm/query.h"
#include "client_core/crm/text.h"
#include "client_core/store/scalar.h"

namespace tern::crm {
namespace {

using schema::Entity;
using schema::Type;

constexpr Millis kDayMs = 86'400'000;

/// A reference named in a condition need not be one record: the name itself is looked for.
class NoNames : public Names {
public:
    Result<RecordId> find(const Entity& entity, std::string_view name) override { return no_such_record(entity, name); }
};

std::string_view sign(Operator op) {
    switch (op) {
        case Operator::equal:
            return " = ";
        case Operator::unequal:
            return " IS NOT ";
        case Operator::less:
            return " < ";
        case Operator::at_most:
            return " <= ";
        case Operator::more:
            return " > ";
        case Operator::at_least:
            return " >= ";
        case Operator::contains:
            break;
    }
    return " = ";
}

bool is_order(Operator op) { return op != Operator::equal && op != Operator::unequal && op != Operator::contains; }

Failure no_such_comparison(const std::string& name) {
    return fail(Fault::bad_argument, name + " cannot be compared in that way", "use = or !=");
}

class Condition {
public:
    Condition(const Entity& entity, std::string alias, const QueryContext& context)
        : entity_(entity), t_(std::move(alias)), context_(context) {}

    Result<std::string> of(const std::string& name, Operator op, const std::string& value) {
        TERN_TRY(target, target_named(entity_, name));
        if (target.kind == Target::Kind::elements) return of_elements(target, op, value);
        if (target.kind == Target::Kind::poly || target.kind == Target::Kind::geo)
            return fail(Fault::bad_argument, name + " has several fields",
                        "ask for one of " + target.field->columns[0].name + ", " + target.field->columns[1].name);
        return of_column(target, t_ + ".\"" + name + "\"", op, value);
    }

    /// `account_id.name=Acme`: those whose reference leads to a record for which the rest holds.
    Result<std::string> of_hop(const std::string& ref, const std::string& name, Operator op, const std::string& value) {
        TERN_TRY(target, target_named(entity_, ref));
        const auto* place = entity_.column(ref);
        if (target.type != Type::ref || place == nullptr || target.targets->empty())
            return fail(Fault::bad_argument, quoted(ref) + " refers to no record", "write field=value");
        std::string out;
        Failure last;
        for (const EntityNumber number : *target.targets) {
            const auto* referred = context_.schema.entity(number);
            if (referred == nullptr) continue;
            const auto inner = Condition{*referred, "n", context_}.of(name, op, value);
            if (!inner) {
                last = inner.error();
                continue;
            }
            out += (out.empty() ? "" : " OR ") + t_ + ".\"" + ref + "\" IN (SELECT q.id FROM record q JOIN \"" +
                   referred->name + "\" n ON n.rid = q.rid WHERE q.alive = 1 AND (" + *inner + "))";
        }
        if (out.empty()) return last;
        return "(" + out + ")";
    }

private:
    std::string mark(Arguments::Value value) { return context_.arguments.add(std::move(value)); }

    Result<std::string> of_column(const Target& target, const std::string& column, Operator op,
                                  const std::string& value) {
        if (value.empty() && !is_order(op)) {
            if (op == Operator::unequal) return column + " IS NOT NULL AND " + column + " <> ''";
            return "(" + column + " IS NULL OR " + column + " = '')";
        }
        if (target.type == Type::ref) return of_reference(target, column, op, value);
        if (op == Operator::contains) return "instr(tern_fold(" + column + "), " + mark(folded(value)) + ") > 0";
        if (target.kind == Target::Kind::money) return of_money(target, column, op, value);
        if (target.type == Type::datetime && names_a_day(value)) return of_day(target, column, op, value);
        NoNames names;
        const Reading reading{context_.schema, names};
        TERN_TRY(wanted, read_scalar(target, value, reading));
        Bound bound{std::nullopt};
        store::put_scalar(target.kind == Target::Kind::poly_entity ? Type::integer : target.type, wanted, bound);
        return column + std::string(sign(op)) + mark_of(bound);
    }

    std::string mark_of(const Bound& bound) {
        switch (bound.kind) {
            case Bound::Kind::kReal:
                return mark(bound.real);
            case Bound::Kind::kText:
                return mark(std::string(text(bound.bytes)));
            case Bound::Kind::kBlob:
                return mark(copy(bound.bytes));
            case Bound::Kind::kInt:
                return mark(bound.integer);
            case Bound::Kind::kNull:
                break;
        }
        return "NULL";
    }

    /// By id, or all that bear the name.
    Result<std::string> of_reference(const Target& target, const std::string& column, Operator op,
                                     const std::string& value) {
        if (is_order(op)) return no_such_comparison(target.name);
        const std::string no = op == Operator::unequal ? " NOT" : "";
        if (const auto id = record_id_from(value)) return column + std::string(sign(op)) + mark(copy(*id));
        const std::string in = referred(*target.targets, op, value);
        if (op == Operator::unequal) return "(" + column + " IS NULL OR " + column + " NOT IN (" + in + "))";
        return column + no + " IN (" + in + ")";
    }

    std::string referred(const std::vector<EntityNumber>& targets, Operator op, const std::string& value) {
        std::string out;
        for (const EntityNumber number : targets) {
            const auto* entity = context_.schema.entity(number);
            if (entity == nullptr) continue;
            std::string named;
            if (op == Operator::contains) {
                named = "instr(tern_fold(" + title_of(*entity, "n") + "), " + mark(folded(value)) + ") > 0";
            } else {
                mark(value);
                named = bears_name(*entity, "n", static_cast<int>(context_.arguments.size()));
            }
            out += (out.empty() ? "" : " UNION ") + ("SELECT q.id FROM record q JOIN \"" + entity->name +
                                                     "\" n ON n.rid = q.rid WHERE q.alive = 1 AND " + named);
        }
        return out.empty() ? "SELECT NULL" : out;
    }

    /// Amounts of different currencies have different digits; a currency in the text narrows to it.
    Result<std::string> of_money(const Target& target, const std::string& column, Operator op,
                                 const std::string& value) {
        const auto typed = money_from(value, "USD");
        if (!typed) return expected(target.name, "an amount such as 1054 or 1054 EUR", value);
        const std::string currency = column.substr(0, column.size() - 1) + "_currency\"";
        const auto units = [&](int digits) {
            const auto minor = minor_units(typed->amount, digits);
            if (minor) return mark(*minor);
            double factor = 1;
            for (int i = digits; i < typed->amount.scale; ++i) factor *= 10;
            return mark(static_cast<double>(typed->amount.mantissa) / factor);
        };
        if (!typed->currency.empty())
            return "(" + column + std::string(sign(op)) + units(currency_digits(typed->currency)) + " AND " + currency +
                   " = " + mark(typed->currency) + ")";
        std::string cases =
            "CASE WHEN " + currency +
            " IN ('BIF','CLP','DJF','GNF','ISK','JPY','KMF','KRW','PYG','RWF','UGX','VND','VUV','XAF','XOF','XPF') "
            "THEN " +
            units(0);
        cases += " WHEN " + currency + " IN ('BHD','IQD','JOD','KWD','LYD','OMR','TND') THEN " + units(3);
        cases += " WHEN " + currency + " IN ('CLF','UYW') THEN " + units(4) + " ELSE " + units(2) + " END";
        return column + std::string(sign(op)) + cases;
    }

    /// A day is all of it.
    Result<std::string> of_day(const Target& target, const std::string& column, Operator op, const std::string& value) {
        const auto start = moment_from(value, DateOrder::month_first);
        if (!start) return expected(target.name, "a date such as 2017-03-01", value);
        const Millis end = *start + kDayMs;
        switch (op) {
            case Operator::less:
                return column + " < " + mark(*start);
            case Operator::at_least:
                return column + " >= " + mark(*start);
            case Operator::at_most:
                return column + " < " + mark(end);
            case Operator::more:
                return column + " >= " + mark(end);
            default:
                break;
        }
        const std::string within = "(" + column + " >= " + mark(*start) + " AND " + column + " < " + mark(end) + ")";
        return op == Operator::unequal ? within + " IS NOT 1" : within;
    }

    /// True of one of the elements.
    Result<std::string> of_elements(const Target& target, Operator op, const std::string& value) {
        const std::string any = "EXISTS (SELECT 1 FROM \"" + schema::child_table(entity_, *target.field) +
                                "\" c WHERE c.rid = " + t_ + ".rid";
        if (value.empty() && !is_order(op)) return (op == Operator::unequal ? "" : "NOT ") + any + ")";
        const std::string no = op == Operator::unequal ? "NOT " : "";
        const Operator positive = op == Operator::unequal ? Operator::equal : op;
        if (target.field->type != Type::list) {
            if (is_order(op)) return no_such_comparison(target.name);
            if (const auto id = record_id_from(value)) return no + any + " AND c.elem = " + mark(copy(*id)) + ")";
            if (target.field->type == Type::refs)
                return no + any + " AND c.elem IN (" + referred(*target.targets, positive, value) + "))";
            const auto choice = choice_named(*target.choices, value);
            return no + any + " AND c.elem = " + mark(copy(view(choice.empty() ? value : choice))) + ")";
        }
        TERN_TRY(inner, of_column(target, "c.\"" + target.field->member(target.member)->name + "\"", positive, value));
        return no + any + " AND " + inner + ")";
    }

    const Entity& entity_;
    std::string t_;
    const QueryContext& context_;
};

Result<std::string> of_space(const Where& where, const QueryContext& context) {
    if (where.op != Operator::equal && where.op != Operator::unequal) return no_such_comparison("space");
    TERN_TRY(space, context.find_space(where.value));
    return "s.id" + std::string(sign(where.op)) + context.arguments.add(copy(space));
}

Result<std::string> of_id(const Where& where, const QueryContext& context) {
    const auto id = record_id_from(where.value);
    if (!id) return expected("id", "a record's id", where.value);
    if (where.op == Operator::contains) return no_such_comparison("id");
    return "r.id" + std::string(sign(where.op)) + context.arguments.add(copy(*id));
}

}  // namespace

Result<std::string> condition(const schema::Entity& entity, const Where& where, const QueryContext& context) {
    if (where.field.size() > 2)
        return fail(Fault::bad_argument, "a condition goes over one reference at most", "write ref.field=value");
    Condition compiled{entity, "t", context};
    if (where.field.size() == 2) return compiled.of_hop(where.field[0], where.field[1], where.op, where.value);
    if (where.field[0] == "space") return of_space(where, context);
    if (where.field[0] == "id") return of_id(where, context);
    return compiled.of(where.field[0], where.op, where.value);
}

}  // namespace tern::crm

#include "client_core/crm/reading_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "client_core/crm/number.h"
#include "client_core/crm/text.h"
#include "protocol/base/utf8.h"
#include "protocol/limits.h"

namespace tern::crm {
namespace {

using schema::Type;

constexpr std::size_t kChoicesShown = 12;

/// What a value may have beside its text in its encoding.
constexpr std::size_t kTextBytes = limits::kValueBytes - 64;

/// -most <= value <= most.
bool within(Decimal value, std::int64_t most) {
    for (int i = 0; i < value.scale; ++i)
        if (__builtin_mul_overflow(most, std::int64_t{10}, &most)) return true;
    return value.mantissa <= most && value.mantissa >= -most;
}

Result<Value> read_text(const Target& target, std::string_view text, bool one_line) {
    if (text.size() > kTextBytes)
        return fail(Fault::too_big, target.name + " is longer than " + std::to_string(kTextBytes) + " bytes",
                    "shorten it, or attach it as a file");
    if (!is_utf8(view(text))) return fail(Fault::bad_argument, target.name + " is not UTF-8", "save the text as UTF-8");
    std::string out{text};
    for (char& c : out) {
        const bool breaks = c == '\n' || c == '\r' || c == '\t';
        if (breaks && one_line)
            c = ' ';
        else if (!breaks && (static_cast<unsigned char>(c) < 0x20 || c == 0x7f))
            return fail(Fault::bad_argument, target.name + " has control characters in it", "take them out");
    }
    return Value{std::move(out)};
}

Result<Value> read_boolean(const Target& target, std::string_view text) {
    const auto word = folded(text);
    for (const std::string_view yes : {"yes", "y", "true", "1", "on", "是", "真"})
        if (word == yes) return Value{true};
    for (const std::string_view no : {"no", "n", "false", "0", "off", "否", "假"})
        if (word == no) return Value{false};
    return expected(target.name, "yes or no", text);
}

Result<Value> read_choice(const Target& target, std::string_view text) {
    auto known = choice_named(*target.choices, text);
    if (!known.empty()) return Value{std::move(known)};
    if (target.type == Type::pick) return read_text(target, text, true);
    std::string all;
    std::size_t shown = 0;
    for (const auto& choice : *target.choices) {
        if (++shown > kChoicesShown) break;
        all += (all.empty() ? "" : ", ") + choice.name;
    }
    return expected(target.name, "one of " + all + (shown > kChoicesShown ? ", …" : ""), text);
}

Result<Value> read_decimal(const Target& target, std::string_view text, bool percent) {
    if (percent && text.ends_with('%')) text = trimmed(text.substr(0, text.size() - 1));
    const auto value = decimal_from(text);
    if (!value) return expected(target.name, percent ? "a percentage such as 12.5" : "a number such as 1054.50", text);
    if (percent && (value->mantissa < 0 || !within(*value, 100))) return expected(target.name, "0 to 100", text);
    return Value{*value};
}

Result<Value> read_date(const Target& target, std::string_view text, const Reading& reading) {
    const bool is_date = target.type == Type::date;
    if (is_date) {
        if (const auto days = days_from(text, reading.order)) return Value{*days};
    } else if (const auto time = written_time(text, reading.order)) {
        return Value{time->floating && reading.zone != nullptr ? reading.zone->utc_of(time->at) : time->at};
    }
    if (reading.order == DateOrder::day_first)
        return expected(target.name, "a date: 2017-03-01 or day/month/year", text);
    return expected(target.name,
                    is_date ? "a date: 2017-03-01 or month/day/year" : "a time: 2017-03-01 or 2017-03-01T09:30Z", text);
}

Result<Value> read_record(const Target& target, std::string_view text, const Reading& reading) {
    auto id = find_record(reading.schema, *target.targets, text, reading.names);
    if (!id) return fail(id.error().fault, target.name + ": " + id.error().what, id.error().remedy);
    return Value{AnyId{id->bytes}};
}

Result<Value> read_json(const Target& target, std::string_view text) {
    if (!nlohmann::json::accept(text)) return expected(target.name, "a JSON document", text);
    return read_text(target, text, false);
}

Result<Value> read_blob(const Target& target, std::string_view text) {
    const auto bytes = from_hex(text);
    if (!bytes) return expected(target.name, "bytes as hexadecimal digits", text);
    return Value{*bytes};
}

Result<Value> read_entity_number(const Target& target, std::string_view text, const Reading& reading) {
    TERN_TRY(entity, entity_named(reading.schema, text));
    if (std::find(target.targets->begin(), target.targets->end(), entity->number) == target.targets->end())
        return fail(Fault::bad_argument, target.name + " does not refer to " + entity->name);
    return Value{std::int64_t{entity->number}};
}

}  // namespace

Failure expected(const std::string& column, std::string_view what, std::string_view got) {
    return fail(Fault::bad_argument, column + " cannot be " + quoted(got), "expected " + std::string(what));
}

std::string choice_named(const std::vector<schema::Choice>& choices, std::string_view text) {
    for (const auto& choice : choices)
        if (choice.name == text) return choice.name;
    const auto wanted = folded(text);
    for (const auto& choice : choices)
        if (folded(choice.name) == wanted || folded(choice.label.en) == wanted || folded(choice.label.zh) == wanted)
            return choice.name;
    return {};
}

Result<Value> read_scalar(const Target& target, std::string_view typed, const Reading& reading) {
    const auto text = trimmed(typed);
    if (text.empty()) return Value{};
    if (target.kind == Target::Kind::poly_entity) return read_entity_number(target, text, reading);
    switch (target.type) {
        case Type::integer: {
            const auto value = integer_from(text);
            return value ? Result<Value>{Value{*value}} : expected(target.name, "a whole number", text);
        }
        case Type::duration: {
            const auto value = seconds_from(text);
            return value ? Result<Value>{Value{*value}}
                         : expected(target.name, "a duration such as 90, 1:30 or 1h30m", text);
        }
        case Type::decimal:
            return read_decimal(target, text, false);
        case Type::percent:
            return read_decimal(target, text, true);
        case Type::boolean:
            return read_boolean(target, text);
        case Type::date:
        case Type::datetime:
            return read_date(target, text, reading);
        case Type::enumeration:
        case Type::pick:
            return read_choice(target, text);
        case Type::ref:
            return read_record(target, text, reading);
        case Type::json:
            return read_json(target, text);
        case Type::blob:
            return read_blob(target, text);
        case Type::long_text:
        case Type::rich:
            return read_text(target, text, false);
        default:
            return read_text(target, text, true);
    }
}

Result<Value> read_poly(const Target& target, std::string_view typed, const Reading& reading) {
    const auto text = trimmed(typed);
    if (text.empty()) return Value{};
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return expected(target.name, "entity:ID, such as account:0190…", text);
    TERN_TRY(entity, entity_named(reading.schema, text.substr(0, colon)));
    if (std::find(target.targets->begin(), target.targets->end(), entity->number) == target.targets->end())
        return fail(Fault::bad_argument, target.name + " does not refer to " + entity->name);
    TERN_TRY(id, find_record(reading.schema, {entity->number}, text.substr(colon + 1), reading.names));
    Value out;
    out.set_member(1, Value{std::int64_t{entity->number}});
    out.set_member(2, Value{AnyId{id.bytes}});
    return out;
}

Result<Value> read_geo(const Target& target, std::string_view typed) {
    const auto text = trimmed(typed);
    if (text.empty()) return Value{};
    const auto parts = pieces(text, ',');
    if (parts.size() < 2 || parts.size() > 3)
        return expected(target.name, "latitude,longitude such as 52.52,13.405", text);
    const auto lat = decimal_from(parts[0]);
    const auto lng = decimal_from(parts[1]);
    if (!lat || !lng || !within(*lat, 90) || !within(*lng, 180))
        return expected(target.name, "latitude,longitude such as 52.52,13.405", text);
    Value out;
    out.set_member(1, Value{*lat});
    out.set_member(2, Value{*lng});
    if (parts.size() == 3) {
        const auto metres = integer_from(parts[2]);
        if (!metres || *metres < 0)
            return expected(target.name, "an accuracy in whole metres as the third number", text);
        out.set_member(3, Value{*metres});
    }
    return out;
}

}  // namespace tern::crm

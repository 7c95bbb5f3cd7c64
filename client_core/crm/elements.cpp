#include "client_core/crm/elements.h"

#include <algorithm>
#include <map>

#include "client_core/crm/number.h"
#include "client_core/crm/text.h"
#include "client_core/exchange/json_objects.h"
#include "protocol/base/suite.h"

namespace tern::crm {
namespace {

using exchange::CellKind;
using schema::Field;

constexpr std::uint32_t kOrder = 1;  // of a list's element

/// One item of the array; a scalar has the empty name.
using Item = std::map<std::string, std::string, std::less<>>;

Result<std::vector<Item>> items_of(const Target& target, std::string_view text) {
    std::vector<Item> out;
    const auto why = exchange::read_json_array(
        text, [&] { out.emplace_back(); },
        [&](std::string_view name, std::string value, CellKind) {
            out.back()[std::string(name)] = std::move(value);
            return true;
        });
    if (!why.empty()) return expected(target.name, "a JSON array", text);
    return out;
}

Target target_of(const Field& field, const schema::Column& column) {
    const Part part = part_of(field, column);
    Target out;
    out.name = field.name + "." + column.name;
    out.field = &field;
    out.path = column.path;
    out.type = part.type;
    out.choices = part.choices;
    out.targets = part.targets;
    if (part.role == Role::poly_entity) out.kind = Target::Kind::poly_entity;
    return out;
}

/// An amount in the currency that stands beside it.
Result<Value> read_amount(const Target& target, const std::string& text, std::string_view currency) {
    const auto amount = decimal_from(text);
    const auto minor = amount ? minor_units(*amount, currency_digits(currency)) : std::nullopt;
    if (!minor) return expected(target.name, "an amount in " + std::string(currency), text);
    return Value{*minor};
}

bool is_computed(const Field& list, const std::string& name) {
    return std::any_of(list.computed.begin(), list.computed.end(), [&](const schema::Computed& computed) {
        return name == computed.name || name == computed.name + "_currency";
    });
}

Result<Value> read_element(const Field& list, const Item& item, const Reading& reading) {
    Draft element;  // of one cell, which is the element
    std::size_t found = 0;
    for (const auto& column : list.columns) {
        const auto at = item.find(column.name);
        if (at == item.end()) continue;
        ++found;
        const auto target = target_of(list, column);
        const bool amount = part_of(list, column).role == Role::amount;
        std::string currency = reading.currency;
        if (const auto told = item.find(column.name + "_currency"); amount && told != item.end())
            currency = told->second;
        TERN_TRY(value, amount ? read_amount(target, at->second, currency) : read_scalar(target, at->second, reading));
        element.put(list.number, column.path, std::move(value));
        if (!amount) continue;
        auto path = column.path;
        path.back() = 2;
        element.put(list.number, path, Value{currency});
    }
    // What is worked out comes along in what was exported, and is worked out again.
    const auto passed_over = std::count_if(item.begin(), item.end(), [&](const auto& one) {
        return one.first.find('.') != std::string::npos || is_computed(list, one.first);
    });
    if (found + static_cast<std::size_t>(passed_over) < item.size() || found == 0)
        return fail(Fault::bad_argument, list.name + " has an element with fields that it does not know",
                    "see docs/schema.md");
    const Value* value = element.find(list.number, {});
    return value == nullptr ? Value{} : *value;
}

bool same_telling(const Value& a, const Value& b, std::uint32_t member) {
    const Value* left = a.member(member);
    const Value* right = b.member(member);
    return left != nullptr && right != nullptr && *left == *right;
}

std::int64_t order_in(const Value& element) {
    const Value* member = element.member(kOrder);
    const auto* order = member == nullptr ? nullptr : member->as<Decimal>();
    std::int64_t out = order == nullptr ? 0 : order->mantissa;
    for (int i = 0; order != nullptr && i < order->scale; ++i) out /= 10;
    return out;
}

CellKey fresh_key(const Field& list) {
    const auto key = suite::random_array<16>();
    return {list.number, Bytes(key.begin(), key.end())};
}

Status replace_list(Draft& draft, const Target& target, std::vector<Value> elements) {
    auto old = draft.elements(target.field->number);
    std::vector<bool> kept(old.size(), false);
    const auto take = [&](Value& element, auto&& fits) {
        for (std::size_t i = 0; i < old.size(); ++i) {
            if (kept[i] || !fits(old[i].second)) continue;
            kept[i] = true;
            draft.put_cell(old[i].first, std::move(element));
            return true;
        }
        return false;
    };
    std::vector<bool> done(elements.size(), false);
    for (std::size_t i = 0; i < elements.size(); ++i)
        done[i] = take(elements[i], [&](const Value& known) { return known == elements[i]; });
    std::vector<CellKey> keys;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (done[i]) continue;
        done[i] =
            take(elements[i], [&](const Value& known) { return same_telling(known, elements[i], target.member); });
        if (!done[i]) keys.push_back(fresh_key(*target.field));
    }
    // Two that people added at once bear the same order: then the keys' order is the list's.
    std::sort(keys.begin(), keys.end());
    auto key = keys.begin();
    for (std::size_t i = 0; i < elements.size(); ++i)
        if (!done[i]) draft.put_cell(std::move(*key++), std::move(elements[i]));
    for (std::size_t i = 0; i < old.size(); ++i)
        if (!kept[i]) draft.put_cell(old[i].first, Value{});
    return ok();
}

/// Sets and references: what tells each is its key.
Status assign_keys(Draft& draft, const Target& target, const std::vector<Item>& items, const Reading& reading) {
    std::vector<CellKey> wanted;
    for (const auto& item : items) {
        const auto at = item.find(std::string_view{});
        if (at == item.end()) return expected(target.name, "an array of texts", "an object");
        TERN_TRY(value, read_scalar(target, at->second, reading));
        const auto* id = value.as<AnyId>();
        wanted.push_back({target.field->number, id != nullptr ? Bytes(id->bytes.begin(), id->bytes.end())
                                                              : copy(view(*value.as<std::string>()))});
    }
    for (const auto& [key, value] : draft.elements(target.field->number))
        if (std::find(wanted.begin(), wanted.end(), key) == wanted.end()) draft.put_cell(key, Value{});
    for (auto& key : wanted) draft.put_cell(std::move(key), Value{true});
    return ok();
}

}  // namespace

bool is_element_array(const Target& target, std::string_view text) {
    return target.kind == Target::Kind::elements && trimmed(text).starts_with('[');
}

Status assign_array(Draft& draft, const Target& target, std::string_view text, const Reading& reading) {
    TERN_TRY(items, items_of(target, text));
    if (target.field->type != schema::Type::list) return assign_keys(draft, target, items, reading);
    std::vector<Value> elements;
    bool whole = !items.empty();
    for (const auto& item : items) {
        TERN_TRY(element, read_element(*target.field, item, reading));
        whole = whole && element.member(kOrder) != nullptr;
        elements.push_back(std::move(element));
    }
    if (whole) return replace_list(draft, target, std::move(elements));
    for (auto& element : elements) add_element(draft, *target.field, std::move(element));
    return ok();
}

Result<Value> read_member(const Field& list, const schema::Member& member, std::string_view text,
                          const Reading& reading) {
    for (const auto& column : list.columns)
        if (column.path == std::vector<std::uint32_t>{member.number})
            return read_scalar(target_of(list, column), text, reading);
    return fail(Fault::bad_argument, list.name + " cannot be filled like that", "write it as JSON");
}

void add_element(Draft& draft, const Field& list, Value element) {
    const auto telling = telling_member(list).number;
    std::int64_t last = 0;
    for (auto& [key, known] : draft.elements(list.number)) {
        last = std::max(last, order_in(known));
        if (!same_telling(known, element, telling)) continue;
        const auto* members = element.as<Value::Map>();
        for (const auto& [number, value] : *members) known.set_member(number, value);
        draft.put_cell(key, std::move(known));
        return;
    }
    element.set_member(kOrder, Value{Decimal::normal(last + 1, 0)});
    draft.put_cell(fresh_key(list), std::move(element));
}

}  // namespace tern::crm

#include "client_core/crm/draft.h"

#include <algorithm>
#include <tuple>

#include "client_core/crm/elements.h"
#include "client_core/crm/number.h"
#include "client_core/crm/text.h"
#include "protocol/base/suite.h"

namespace tern::crm {
namespace {

using schema::Type;

constexpr std::uint32_t kOrder = 1;  // of a list's element
constexpr std::uint32_t kMinor = 1, kCurrency = 2;

void erase_member(Value& value, std::uint32_t number) {
    auto* map = value.as<Value::Map>();
    if (map == nullptr) return;
    std::erase_if(*map, [&](const Value::Member& member) { return member.first == number; });
    if (map->empty()) value = Value{};
}

void put_at(Value& value, std::span<const std::uint32_t> path, Value wanted) {
    if (path.empty()) {
        value = std::move(wanted);
        return;
    }
    const Value* there = value.member(path[0]);
    Value inner = there == nullptr ? Value{} : *there;
    put_at(inner, path.subspan(1), std::move(wanted));
    if (inner.is_null())
        erase_member(value, path[0]);
    else
        value.set_member(path[0], std::move(inner));
}

/// The whole number at or below an element's order; 0 where it has none.
std::int64_t order_in(const Value& element) {
    const Value* member = element.member(kOrder);
    const auto* order = member == nullptr ? nullptr : member->as<Decimal>();
    if (order == nullptr) return 0;
    std::int64_t out = order->mantissa;
    for (int i = 0; i < order->scale; ++i) out /= 10;
    return out;
}

std::string currency_in(const Value* money) {
    const Value* member = money == nullptr ? nullptr : money->member(kCurrency);
    const auto* text = member == nullptr ? nullptr : member->as<std::string>();
    return text == nullptr ? std::string{} : *text;
}

}  // namespace

const Value* value_at(const Value& value, std::span<const std::uint32_t> path) {
    const Value* at = &value;
    for (const auto number : path) {
        at = at->member(number);
        if (at == nullptr) return nullptr;
    }
    return at->is_null() ? nullptr : at;
}

Value& Draft::cell(ColumnNumber column) {
    const CellKey key{column, {}};
    const auto known = cells_.find(key);
    if (known != cells_.end()) return known->second;
    const auto old = old_.find(key);
    return cells_[key] = old == old_.end() ? Value{} : old->second;
}

void Draft::put(ColumnNumber column, std::span<const std::uint32_t> path, Value value) {
    put_at(cell(column), path, std::move(value));
}

const Value* Draft::find(ColumnNumber column, std::span<const std::uint32_t> path) const {
    const CellKey key{column, {}};
    const auto touched = cells_.find(key);
    if (touched != cells_.end()) return value_at(touched->second, path);
    const auto old = old_.find(key);
    return old == old_.end() ? nullptr : value_at(old->second, path);
}

Status Draft::assign(const Target& target, std::string_view text, const Reading& reading) {
    switch (target.kind) {
        case Target::Kind::money:
            return assign_money(target, text, reading);
        case Target::Kind::currency:
            return assign_currency(target, text);
        case Target::Kind::elements:
            return assign_elements(target, text, reading);
        case Target::Kind::poly: {
            TERN_TRY(value, read_poly(target, text, reading));
            put(target.field->number, target.path, std::move(value));
            return ok();
        }
        case Target::Kind::geo: {
            TERN_TRY(value, read_geo(target, text));
            put(target.field->number, target.path, std::move(value));
            return ok();
        }
        case Target::Kind::scalar:
        case Target::Kind::poly_entity:
            break;
    }
    TERN_TRY(value, read_scalar(target, text, reading));
    put(target.field->number, target.path, std::move(value));
    return ok();
}

/// The record keeps its currency where the text names none.
Status Draft::assign_money(const Target& target, std::string_view text, const Reading& reading) {
    if (trimmed(text).empty()) {
        put(target.field->number, target.path, Value{});
        return ok();
    }
    const std::string own = currency_in(find(target.field->number, target.path));
    const std::string usual = own.empty() ? reading.currency : own;
    const auto typed = money_from(text, usual);
    if (!typed) return expected(target.name, "an amount such as 1054, 1,054.00 EUR or $99.50", text);
    const std::string currency = typed->currency.empty() ? usual : typed->currency;
    const auto minor = minor_units(typed->amount, currency_digits(currency));
    if (!minor)
        return expected(
            target.name,
            "an amount in " + currency + " with at most " + std::to_string(currency_digits(currency)) + " decimals",
            text);
    std::vector<std::uint32_t> path = target.path;
    path.push_back(kMinor);
    put(target.field->number, path, Value{*minor});
    path.back() = kCurrency;
    put(target.field->number, path, Value{currency});
    return ok();
}

/// The amount stays the same number of the new currency.
Status Draft::assign_currency(const Target& target, std::string_view typed) {
    const auto text = trimmed(typed);
    if (text.empty()) return ok();  // an amount without a currency would be no amount
    if (!is_currency(text)) return expected(target.name, "a currency such as EUR", text);
    std::vector<std::uint32_t> path = target.path;
    path.push_back(kMinor);
    if (const Value* old = find(target.field->number, path); old != nullptr && old->as<std::int64_t>() != nullptr) {
        const auto amount =
            amount_of(*old->as<std::int64_t>(), currency_digits(currency_in(find(target.field->number, target.path))));
        const auto minor = minor_units(amount, currency_digits(text));
        if (!minor)
            return fail(Fault::bad_argument, target.name + ": the amount has more decimals than that currency",
                        "write a new amount first");
        put(target.field->number, path, Value{*minor});
    }
    path.back() = kCurrency;
    put(target.field->number, path, Value{std::string(text)});
    return ok();
}

Status Draft::assign_elements(const Target& target, std::string_view text, const Reading& reading) {
    if (is_element_array(target, text)) return assign_array(*this, target, text, reading);
    return target.field->type == Type::list ? assign_list(target, text, reading) : assign_keys(target, text, reading);
}

/// Sets of references or choices: the text tells all that are to be in.
Status Draft::assign_keys(const Target& target, std::string_view text, const Reading& reading) {
    const char separator = text.find(';') != std::string_view::npos ? ';' : ',';
    Cells wanted;
    for (const auto piece : pieces(text, separator)) {
        TERN_TRY(value, read_scalar(target, piece, reading));
        const auto* id = value.as<AnyId>();
        const Bytes key =
            id != nullptr ? Bytes(id->bytes.begin(), id->bytes.end()) : copy(view(*value.as<std::string>()));
        wanted[{target.field->number, key}] = Value{true};
    }
    for (const auto& [key, value] : old_)
        if (key.first == target.field->number && !wanted.contains(key)) wanted[key] = Value{};
    for (auto& [key, value] : wanted) cells_[key] = std::move(value);
    return ok();
}

/// An element that is named again is kept with all that it has; others go. The text's order is the list's.
Status Draft::assign_list(const Target& target, std::string_view text, const Reading& reading) {
    Cells wanted;
    std::int64_t last = 0;
    for (const auto piece : pieces(text, ';')) {
        TERN_TRY(value, read_scalar(target, piece, reading));
        const auto same = std::find_if(old_.begin(), old_.end(), [&](const auto& old) {
            const Value* told = old.second.member(target.member);
            return old.first.first == target.field->number && told != nullptr && *told == value &&
                   !wanted.contains(old.first);
        });
        const auto key = suite::random_array<16>();
        CellKey place{target.field->number, Bytes(key.begin(), key.end())};
        Value element;
        element.set_member(target.member, std::move(value));
        if (same != old_.end()) std::tie(place, element) = *same;
        const std::int64_t own = order_in(element);
        if (own <= last) element.set_member(kOrder, Value{Decimal{last + 1, 0}});
        last = std::max(last + 1, own);
        wanted[std::move(place)] = std::move(element);
    }
    for (const auto& [key, value] : old_)
        if (key.first == target.field->number && !wanted.contains(key)) wanted[key] = Value{};
    for (auto& [key, value] : wanted) cells_[key] = std::move(value);
    return ok();
}

std::vector<std::pair<CellKey, Value>> Draft::elements(ColumnNumber column) const {
    std::vector<std::pair<CellKey, Value>> out;
    for (const auto& [key, value] : old_)
        if (key.first == column && !cells_.contains(key)) out.emplace_back(key, value);
    for (const auto& [key, value] : cells_)
        if (key.first == column && !value.is_null()) out.emplace_back(key, value);
    return out;
}

Value Draft::old(const CellKey& key) const {
    const auto known = old_.find(key);
    return known == old_.end() ? Value{} : known->second;
}

Cells Draft::changed() const {
    Cells out;
    for (const auto& [key, value] : cells_) {
        const auto old = old_.find(key);
        if (old == old_.end() ? !value.is_null() : old->second != value) out[key] = value;
    }
    return out;
}

std::vector<BirthCell> Draft::birth() const {
    std::vector<BirthCell> out;
    out.reserve(cells_.size());
    for (const auto& [key, value] : cells_)
        if (!value.is_null()) out.push_back({key.first, key.second, value});
    return out;
}

}  // namespace tern::crm

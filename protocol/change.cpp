#include "protocol/change.h"

#include <algorithm>
#include <tuple>

namespace tern {
namespace {

auto order(const BirthCell& cell) { return std::tie(cell.column, cell.element); }

Failure bad_birth() { return fail(Fault::malformed, "a record's birth is not laid out as it must be"); }

}  // namespace

Value birth_value(std::vector<BirthCell> cells) {
    std::sort(cells.begin(), cells.end(), [](const auto& a, const auto& b) { return order(a) < order(b); });
    Value::List out;
    out.reserve(cells.size());
    for (auto& cell : cells) {
        if (cell.value.is_null()) continue;
        Value::List triple;  // not from braces: those would copy every value
        triple.reserve(3);
        triple.emplace_back(std::int64_t{cell.column});
        triple.emplace_back(std::move(cell.element));
        triple.emplace_back(std::move(cell.value));
        out.emplace_back(std::move(triple));
    }
    return out;
}

Result<std::vector<BirthCell>> parse_birth(const Value& value) {
    const auto* list = value.as<Value::List>();
    if (list == nullptr) return bad_birth();
    std::vector<BirthCell> out;
    out.reserve(list->size());
    for (const auto& item : *list) {
        const auto* triple = item.as<Value::List>();
        if (triple == nullptr || triple->size() != 3) return bad_birth();
        const auto* column = (*triple)[0].as<std::int64_t>();
        const auto* element = (*triple)[1].as<Bytes>();
        const bool is_field =
            column != nullptr && *column <= 0xffff && (*column == column::kCustom || *column >= column::kFirstField);
        if (!is_field || element == nullptr || (*triple)[2].is_null()) return bad_birth();
        BirthCell cell{static_cast<ColumnNumber>(*column), *element, (*triple)[2]};
        if (!out.empty() && !(order(out.back()) < order(cell))) return bad_birth();
        out.push_back(std::move(cell));
    }
    return out;
}

Value alive_value(const Alive& alive) {
    Value::Map map{{1, Value{alive.alive}}};
    if (!alive.alive) {
        map.emplace_back(2, Value{static_cast<std::int64_t>(alive.seen.hlc.value)});
        map.emplace_back(3, Value{AnyId{alive.seen.device.bytes}});
    }
    return map;
}

Result<Alive> parse_alive(const Value& value) {
    const auto bad = [] { return fail(Fault::malformed, "a deletion is not laid out as it must be"); };
    const auto* map = value.as<Value::Map>();
    const auto* alive = value.member(1) != nullptr ? value.member(1)->as<bool>() : nullptr;
    if (alive == nullptr) return bad();
    if (*alive) return map->size() == 1 ? Result<Alive>{Alive{}} : bad();
    const auto* hlc = value.member(2) != nullptr ? value.member(2)->as<std::int64_t>() : nullptr;
    const auto* device = value.member(3) != nullptr ? value.member(3)->as<AnyId>() : nullptr;
    if (hlc == nullptr || device == nullptr || map->size() != 3) return bad();
    return Alive{false, Stamp{Hlc{static_cast<std::uint64_t>(*hlc)}, DeviceId{device->bytes}}};
}

}  // namespace tern

#include "client_core/crm/shown.h"

#include <nlohmann/json.hpp>

#include "client_core/crm/draft.h"
#include "client_core/crm/moment.h"
#include "client_core/crm/number.h"

namespace tern::crm {
namespace {

using schema::Type;

Json shown_integer(Type type, std::int64_t value) {
    if (type == Type::date) return Json{date_text(value)};
    if (type == Type::datetime) return Json{moment_text(value)};
    return Json{value};
}

/// What does not fit its column's type is shown as it is.
Json shown_value(Type type, const Value& value) {
    if (const auto* v = value.as<bool>()) return Json{*v};
    if (const auto* v = value.as<std::int64_t>()) return shown_integer(type, *v);
    if (const auto* v = value.as<Decimal>()) return Json::literal(decimal_text(*v));
    if (const auto* v = value.as<Bytes>()) return Json{hex(*v)};
    if (value.as<AnyId>() != nullptr) return Json{uuid_of(value)};
    if (const auto* v = value.as<std::string>()) {
        if (type == Type::json && nlohmann::json::accept(*v))
            return Json::literal(nlohmann::ordered_json::parse(*v).dump());
        return Json{*v};
    }
    return {};
}

Json shown_amount(const Value& minor, const Value& currency) {
    const auto* number = minor.as<std::int64_t>();
    const auto* code = currency.as<std::string>();
    return number == nullptr ? Json{}
                             : Json::literal(amount_text(*number, currency_digits(code == nullptr ? "" : *code)));
}

Json shown_entity(const schema::Schema& schema, const Value& number) {
    const auto* n = number.as<std::int64_t>();
    const auto* entity =
        n != nullptr && *n > 0 && *n <= 0xffff ? schema.entity(static_cast<EntityNumber>(*n)) : nullptr;
    return entity == nullptr ? shown_value(Type::integer, number) : Json{entity->name};
}

}  // namespace

std::string uuid_of(const Value& id) {
    const auto* bytes = id.as<AnyId>();
    return bytes == nullptr ? std::string{} : uuid_text(RecordId{bytes->bytes});
}

std::vector<ShownColumn> shown_columns(const schema::Field& field, std::size_t first) {
    std::vector<ShownColumn> out;
    for (std::size_t i = 0; i < field.columns.size(); ++i) {
        const Part part = part_of(field, field.columns[i]);
        // A money's currency is the column after its amount.
        out.push_back({field.columns[i].name, part.role, part.type, field.columns[i].type, first + i + 1});
    }
    return out;
}

std::vector<ShownColumn> shown_columns(const schema::Computed& computed, std::size_t first) {
    using schema::Type;
    if (computed.type != Type::money) return {{computed.name, Role::scalar, computed.type, computed.type, first + 1}};
    return {{computed.name, Role::amount, Type::money, Type::integer, first + 1},
            {computed.name + "_currency", Role::currency, Type::text, Type::text, first + 2}};
}

void show(const schema::Schema& schema, std::span<const ShownColumn> columns, std::span<const Value> values,
          Json& object) {
    std::size_t place = columns.empty() ? 0 : columns[0].currency - 1;
    for (const ShownColumn& column : columns) {
        const Value& value = values[place++];
        if (value.is_null()) continue;
        switch (column.role) {
            case Role::amount:
                object.add(column.name, shown_amount(value, values[column.currency]));
                break;
            case Role::poly_entity:
                object.add(column.name, shown_entity(schema, value));
                break;
            default:
                object.add(column.name, shown_value(column.type, value));
        }
    }
}

Json shown_cell(const schema::Schema& schema, const schema::Field& field, const Value& value) {
    if (value.is_null()) return {};
    if (field.columns.empty() || (field.columns.size() == 1 && field.columns[0].path.empty()))
        return shown_value(field.type, value);
    std::vector<Value> values;
    for (const auto& column : field.columns) {
        const Value* piece = value_at(value, column.path);
        values.push_back(piece == nullptr ? Value{} : *piece);
    }
    Json out = Json::object();
    show(schema, shown_columns(field, 0), values, out);
    return out;
}

}  // namespace tern::crm

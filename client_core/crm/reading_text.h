// A column's value from a person's text.
#pragma once

#include <string>
#include <string_view>

#include "client_core/crm/moment.h"
#include "client_core/crm/names.h"
#include "client_core/crm/part.h"
#include "client_core/exchange/wall_zone.h"
#include "protocol/value.h"

namespace tern::crm {

/// What reading a text needs to know beside the field. Lives as long as the reading.
struct Reading {
    const schema::Schema& schema;
    Names& names;
    std::string currency = "USD";
    DateOrder order = DateOrder::month_first;
    const exchange::WallZone* zone = nullptr;  ///< of times that name none; none: UTC
};

/// Of a scalar, an element's member, or a piece of a composite. Null for an empty text. A failure names the column and
/// says what is expected.
Result<Value> read_scalar(const Target& target, std::string_view text, const Reading& reading);
/// `account:ACME` or `account:ID`, as a poly's map.
Result<Value> read_poly(const Target& target, std::string_view text, const Reading& reading);
/// `52.52,13.405`, as a geo's map.
Result<Value> read_geo(const Target& target, std::string_view text);
/// The choice's name, by name or label in any language and case; empty where none fits.
std::string choice_named(const std::vector<schema::Choice>& choices, std::string_view text);

Failure expected(const std::string& column, std::string_view what, std::string_view got);

}  // namespace tern::crm

// How the formulas of computed fields are written: SQL expressions in which braces stand for what the schema names, so
// that a formula reads like what it means and cannot reach anything else.
//
//   {amount}            a column of the record itself, or of the element; or another computed field before it
//   {amount_currency}   of a computed amount, too
//   {lines}             FROM {lines} l: the elements of the record's own field; their computed fields are not there
//   {all opportunity}   FROM {all opportunity} o: all living records of an entity, with `id` beside their columns
//   {id} {entity}       the record's id, of an element, too; and its entity's number
//   {born} {changed}    when the record was made, and last changed: Unix milliseconds, by the stamps
//   {born_by} {changed_by}  the id of the device that did so
//   {now} {today}       Unix milliseconds; days since 1970, where the viewer is
//   {rule_points}       what the org's score rules of the entity give the record; null where there are none
//   {rule_reasons}      a JSON array: which of them, and how many points each
//
// Beside SQLite's own functions: those of client_core/formula/functions.h. What a formula reads of the records behind a
// reference is best held by that reference's index (index_with in protocol/crm): lists work it out for every record.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tern::schema {

struct FormulaPiece {
    enum class Kind : std::uint8_t { sql, name, all };
    Kind kind = Kind::sql;
    std::string text;  ///< SQL as it stands, or the name
};

/// Nothing where a brace is not closed, or holds no name.
std::optional<std::vector<FormulaPiece>> formula_pieces(std::string_view formula);
/// Whether a name in braces stands for the record or the moment, whatever the entity.
bool formula_word(std::string_view name);

}  // namespace tern::schema

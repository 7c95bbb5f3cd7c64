// What a person wants written to one record, cell by cell, against what the record holds now.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "client_core/crm/reading_text.h"
#include "protocol/change.h"

namespace tern::crm {

using CellKey = std::pair<ColumnNumber, Bytes>;
using Cells = std::map<CellKey, Value>;

/// The part of a value that a path leads to; nullptr where there is none.
const Value* value_at(const Value& value, std::span<const std::uint32_t> path);

class Draft {
public:
    Draft() = default;
    /// Of a record that holds `old`.
    explicit Draft(Cells old) : old_(std::move(old)) {}

    /// An empty text takes the value away. Nothing changes on a failure.
    Status assign(const Target& target, std::string_view text, const Reading& reading);
    /// Members of a group that are not named stay as they are.
    void put(ColumnNumber column, std::span<const std::uint32_t> path, Value value);
    const Value* find(ColumnNumber column, std::span<const std::uint32_t> path) const;

    /// The elements of a list, set or references as they would be.
    std::vector<std::pair<CellKey, Value>> elements(ColumnNumber column) const;
    /// Null: taken away.
    void put_cell(CellKey key, Value value) { cells_[std::move(key)] = std::move(value); }
    /// What the record holds in a cell; null where it is empty.
    Value old(const CellKey& key) const;

    /// Cells that differ from the old; null: taken away.
    Cells changed() const;
    /// All cells that were touched, equal or not.
    const Cells& touched() const { return cells_; }
    std::vector<BirthCell> birth() const;

private:
    Status assign_money(const Target& target, std::string_view text, const Reading& reading);
    Status assign_currency(const Target& target, std::string_view text);
    Status assign_elements(const Target& target, std::string_view text, const Reading& reading);
    Status assign_keys(const Target& target, std::string_view text, const Reading& reading);
    Status assign_list(const Target& target, std::string_view text, const Reading& reading);
    Value& cell(ColumnNumber column);

    Cells old_;
    Cells cells_;
};

}  // namespace tern::crm

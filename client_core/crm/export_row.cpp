#include "client_core/crm/export_row.h"

#include <map>

#include "client_core/crm/part.h"

namespace tern::crm {
namespace {

using exchange::OutField;
using exchange::SheetCell;
using schema::Type;

/// Of id, space and entity, with which a record as it is read begins.
constexpr std::size_t kFixed = 3;
/// Names are kept for so many records that were referred to.
constexpr std::size_t kTitles = 20'000;

/// `hot; new`, as the importer splits it again; JSON where that would split a piece.
std::string joined(const Json& items) {
    std::string out;
    for (const auto& [no_name, item] : items.members()) {
        const auto text = item.plain();
        if (text.find_first_of(";,") != std::string::npos || text.starts_with('[')) return items.dump();
        out += (out.empty() ? "" : "; ") + text;
    }
    return out;
}

bool holds_objects(const Json& list) { return list.size() > 0 && list.members()[0].second.is_object(); }

}  // namespace

ExportRow::ExportRow(Client& client, const schema::Entity& entity, std::vector<SpaceInfo> spaces) : records_(client) {
    std::map<std::string, int> named;
    for (const auto& space : spaces) ++named[space.name];
    // A name that two spaces bear would lead into none.
    for (auto& space : spaces)
        if (named[space.name] == 1) spaces_[id_text(space.id)] = std::move(space.name);
    add_column("id", Type::text, false);
    add_column("space", Type::text, false);
    for (const auto& field : entity.fields) {
        if (field.type == Type::counter) continue;  // it counts by itself
        if (field.has_elements()) {
            add_column(field.name, field.type, false);
            continue;
        }
        for (const auto& column : field.columns) {
            const auto part = part_of(field, column);
            const bool amount = part.role == Role::amount;
            add_column(column.name, amount ? Type::decimal : part.type,
                       part.type == Type::ref || part.role == Role::poly_id);
        }
    }
}

void ExportRow::add_column(const std::string& name, Type type, bool refers) {
    // The first bears the name: a field called as the record's own `id` would be no column.
    if (!places_.emplace(name, header_.size()).second) return;
    header_.push_back(name);
    columns_.push_back({type, refers});
    if (!refers) return;
    header_.push_back(name + ".title");
    columns_.push_back({});
}

std::string ExportRow::space_name(const Json& id) const {
    const auto at = spaces_.find(id.plain());
    return at == spaces_.end() || at->second.empty() ? id.plain() : at->second;
}

std::string ExportRow::title_of(const std::string& id) {
    if (const auto known = titles_.find(id); known != titles_.end()) return known->second;
    const auto record = record_id_from(id);
    if (titles_.size() >= kTitles) titles_.clear();
    return titles_[id] = record ? records_.title(*record) : std::string{};
}

SheetCell ExportRow::cell(Type type, const Json& value) const {
    if (value.is_array()) return {SheetCell::Kind::text, holds_objects(value) ? value.dump() : joined(value)};
    const auto text = value.plain();
    switch (type) {
        case Type::integer:
        case Type::decimal:
        case Type::percent:
        case Type::duration:
            return {value.is_number() ? SheetCell::Kind::number : SheetCell::Kind::text, text};
        case Type::boolean:
            return {text == "true" || text == "false" ? SheetCell::Kind::boolean : SheetCell::Kind::text, text};
        case Type::date:
            return {text.size() == 10 ? SheetCell::Kind::date : SheetCell::Kind::text, text};
        default:
            return {SheetCell::Kind::text, value.is_object() ? value.dump() : text};
    }
}

std::vector<SheetCell> ExportRow::cells(const Json& record) {
    std::vector<SheetCell> out(header_.size());
    out[0].text = record.members()[0].second.plain();
    out[1].text = space_name(record.members()[1].second);
    for (std::size_t i = kFixed; i < record.size(); ++i) {
        const auto& [name, value] = record.members()[i];
        const auto place = places_.find(name);
        if (place == places_.end()) continue;
        out[place->second] = cell(columns_[place->second].type, value);
        if (columns_[place->second].has_title) out[place->second + 1].text = title_of(value.plain());
    }
    return out;
}

Json ExportRow::object(const Json& record) {
    Json out = Json::object();
    out.add("id", record.members()[0].second);
    out.add("space", Json{space_name(record.members()[1].second)});
    for (std::size_t i = kFixed; i < record.size(); ++i)
        if (places_.contains(record.members()[i].first)) out.add(record.members()[i].first, record.members()[i].second);
    return out;
}

exchange::OutFields ExportRow::fields(const Json& record) {
    exchange::OutFields out;
    out["id"].text = record.members()[0].second.plain();
    for (std::size_t i = kFixed; i < record.size(); ++i) {
        const auto& [name, value] = record.members()[i];
        const auto place = places_.find(name);
        if (place == places_.end()) continue;
        auto& field = out[name];
        const auto shown = cell(columns_[place->second].type, value);
        field.text = value.is_array() ? value.dump() : shown.text;
        field.kind = value.is_array()                      ? OutField::Kind::json
                     : shown.kind == SheetCell::Kind::text ? OutField::Kind::text
                                                           : OutField::Kind::exact;
        if (columns_[place->second].has_title) field.title = title_of(value.plain());
        for (const auto& [no_name, item] : value.members()) {
            if (!value.is_array()) break;
            auto& element = field.elements.emplace_back();
            for (const auto& [member, told] : item.members())
                if (item.is_object()) element[member] = told.plain();
        }
    }
    return out;
}

}  // namespace tern::crm

#include "client_core/crm/import_match.h"

#include <algorithm>

#include "client_core/crm/part.h"
#include "client_core/crm/text.h"
#include "client_core/store/scalar.h"
#include "client_core/store/tables.h"

namespace tern::crm {
namespace {

/// As many digits as tell a subscriber apart, without what countries and exits put before them.
constexpr std::size_t kPhoneDigits = 10;

std::string phone_digits(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c >= '0' && c <= '9') out += c;
    return out.size() > kPhoneDigits ? out.substr(out.size() - kPhoneDigits) : out;
}

}  // namespace

Result<std::vector<std::string>> keys_to_match_by(const ImportRequest& request, const Mapping& mapping) {
    auto names = request.match;
    if (names.size() > import_limits::kMatchKeys)
        return fail(Fault::bad_argument, "an import matches by at most 8 keys", "name fewer");
    const auto mapped = [&](auto&& fits) { return std::any_of(mapping.fields.begin(), mapping.fields.end(), fits); };
    const auto of_type = [&](schema::Type type) {
        return mapped([type](const MappedField& field) { return field.target.type == type; });
    };
    const auto named = [&](std::string_view name) {
        return mapped([name](const MappedField& field) { return field.target.name == name; });
    };
    for (const auto& name : names) {
        const bool told = name == "email"   ? of_type(schema::Type::mail)
                          : name == "phone" ? of_type(schema::Type::phone)
                          : name == "id"    ? mapping.id_column.has_value()
                                            : named(name);
        if (!told)
            return fail(Fault::bad_argument, "the file has no column for " + quoted(name),
                        "map one, or match by something else");
    }
    if (names.empty() && named("external_id")) names.emplace_back("external_id");
    return names;
}

std::string Matcher::formed(const Value& value, Form form) {
    const auto* text = value.as<std::string>();
    if (text == nullptr) {
        if (value.is_null()) return {};
        const auto bytes = encode(value);
        return {bytes.begin(), bytes.end()};
    }
    switch (form) {
        case Form::phone:
            return phone_digits(*text);
        case Form::folded:
            return folded(trimmed(*text));
        case Form::exact:
            break;
    }
    return *text;
}

void Matcher::add_places(schema::Type type, Key& key) const {
    for (const auto& field : entity_.fields)
        for (const auto& column : field.columns)
            if (part_of(field, column).type == type && (field.type == schema::Type::list || !field.has_elements()))
                key.places.push_back({&field, &column});
}

Result<Matcher::Key> Matcher::key_named(const std::string& name) const {
    Key out;
    out.name = name;
    if (name == "email" || name == "phone") {
        out.form = name == "email" ? Form::folded : Form::phone;
        add_places(name == "email" ? schema::Type::mail : schema::Type::phone, out);
    } else if (const auto* place = entity_.column(name)) {
        out.form = name == "external_id" ? Form::exact : Form::folded;
        out.places.push_back({place->field, place->column});
    } else {
        TERN_TRY(target, target_named(entity_, name));
        if (target.field->type == schema::Type::list)
            for (const auto& column : target.field->columns)
                if (column.path == std::vector<std::uint32_t>{target.member})
                    out.places.push_back({target.field, &column});
        out.form = target.type == schema::Type::phone ? Form::phone : Form::folded;
    }
    if (out.places.empty())
        return fail(Fault::bad_argument, entity_.name + " cannot be matched by " + quoted(name),
                    "match by external_id, email, phone or a field with one value");
    return out;
}

Status Matcher::begin(const std::vector<std::string>& names) {
    for (const auto& name : names) {
        TERN_TRY(key, key_named(name));
        load(key);
        keys_.push_back(std::move(key));
    }
    return ok();
}

void Matcher::put(Key& key, std::string text, const RecordId& id) {
    if (text.empty()) return;
    const auto [at, fresh] = key.known.try_emplace(std::move(text), id);
    if (!fresh && at->second != id) at->second = RecordId{};
}

void Matcher::load(Key& key) {
    for (const auto& place : key.places) {
        const std::string table =
            place.field->has_elements() ? store::element_table(entity_, *place.field) : '"' + entity_.sql() + '"';
        const std::string column = "t.\"" + place.column->sql() + "\"";
        Rows rows = store_.database().query(
            "SELECT r.id, " + column + " FROM " + table +
                " t JOIN record r ON r.rid = t.rid WHERE r.alive = 1 AND r.entity = ? AND " + column + " IS NOT NULL",
            entity_.number);
        while (rows.next())
            put(key, formed(store::get_scalar(place.column->type, rows, 1), key.form), rows.id<RecordId>(0));
    }
}

std::vector<std::string> Matcher::told(const Key& key, const Draft& draft) {
    std::vector<std::string> out;
    const auto take = [&](const Value* value) {
        if (value == nullptr) return;
        if (auto text = formed(*value, key.form); !text.empty()) out.push_back(std::move(text));
    };
    for (const auto& place : key.places) {
        if (!place.field->has_elements())
            take(draft.find(place.field->number, place.column->path));
        else
            for (const auto& [cell, element] : draft.elements(place.field->number))
                take(value_at(element, place.column->path));
    }
    return out;
}

Result<std::optional<RecordId>> Matcher::find(const Draft& draft) {
    for (const auto& key : keys_) {
        std::optional<RecordId> found;
        for (const auto& text : told(key, draft)) {
            const auto at = key.known.find(text);
            if (at == key.known.end()) continue;
            if (at->second.is_zero() || (found && *found != at->second))
                return fail(Fault::bad_argument, "several records have that " + key.name,
                            "match by something else, or mend them");
            found = at->second;
        }
        if (found) return found;
    }
    return std::optional<RecordId>{};
}

void Matcher::add(const Draft& draft, const RecordId& id) {
    for (auto& key : keys_)
        for (auto& text : told(key, draft)) put(key, std::move(text), id);
}

}  // namespace tern::crm

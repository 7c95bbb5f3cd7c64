#include "client_core/crm/import_match.h"

#include <algorithm>

#include "client_core/crm/part.h"
#include "client_core/crm/text.h"
#include "client_core/matching/names.h"
#include "client_core/store/scalar.h"
#include "client_core/store/tables.h"

namespace tern::crm {
namespace {

constexpr std::uint32_t kCountry = 6;  // of an address

/// A country as phones take it; empty for what is none.
std::string region_from(std::string_view text) {
    if (text.size() != 2) return {};
    std::string out{text};
    for (char& c : out) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    return out;
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

Matcher::Matcher(store::Store& store, const schema::Entity& entity, std::string region)
    : store_(store), entity_(entity), region_(region_from(region)) {
    for (const auto& field : entity.fields)
        for (const auto& column : field.columns)
            if (field.type == schema::Type::address && column.path == std::vector<std::uint32_t>{kCountry})
                countries_.push_back({&field, &column});
}

Matcher::Form Matcher::form_of(schema::Type type) {
    return type == schema::Type::phone ? Form::phone : type == schema::Type::mail ? Form::mail : Form::folded;
}

std::string Matcher::formed(const Value& value, Form form) {
    const auto* text = value.as<std::string>();
    if (text == nullptr) {
        if (value.is_null()) return {};
        const auto bytes = encode(value);
        return {bytes.begin(), bytes.end()};
    }
    switch (form) {
        case Form::mail:
            if (auto key = matching::mail_key(trimmed(*text)); !key.empty()) return key;
            [[fallthrough]];
        case Form::folded:
            return folded(trimmed(*text));
        case Form::exact:
        case Form::phone:
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
        out.form = name == "email" ? Form::mail : Form::phone;
        add_places(name == "email" ? schema::Type::mail : schema::Type::phone, out);
    } else if (const auto* place = entity_.column(name)) {
        const auto type = part_of(*place->field, *place->column).type;
        out.form = name == "external_id" ? Form::exact : form_of(type);
        out.places.push_back({place->field, place->column});
    } else {
        TERN_TRY(target, target_named(entity_, name));
        if (target.field->type == schema::Type::list)
            for (const auto& column : target.field->columns)
                if (column.path == std::vector<std::uint32_t>{target.member})
                    out.places.push_back({target.field, &column});
        out.form = form_of(target.type);
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

void Matcher::put(Key& key, std::string text, const std::string& region, const RecordId& id) {
    if (key.form == Form::phone) return key.phones.add(text, region, id);
    if (text.empty()) return;
    const auto [at, fresh] = key.known.try_emplace(std::move(text), id);
    if (!fresh && at->second != id) at->second = RecordId{};
}

void Matcher::load(Key& key) {
    const std::string own = '"' + entity_.sql() + '"';
    std::string countries, join;
    if (key.form == Form::phone && !countries_.empty()) {
        for (const auto& place : countries_) countries += ", e.\"" + place.column->sql() + '"';
        join = " JOIN " + own + " e ON e.rid = r.rid";
    }
    for (const auto& place : key.places) {
        const std::string table = place.field->has_elements() ? store::element_table(entity_, *place.field) : own;
        const std::string column = "t.\"" + place.column->sql() + "\"";
        Rows rows = store_.database().query("SELECT r.id, " + column + countries + " FROM " + table +
                                                " t CROSS JOIN record r ON r.rid = t.rid" + join +
                                                " WHERE r.alive = 1 AND r.entity = ? AND " + column + " IS NOT NULL",
                                            entity_.number);
        while (rows.next()) {
            std::string region;
            for (int i = 2; i < rows.columns() && region.empty(); ++i) region = region_from(rows.text(i));
            put(key, formed(store::get_scalar(place.column->type, rows, 1), key.form),
                region.empty() ? region_ : region, rows.id<RecordId>(0));
        }
    }
}

std::string Matcher::region_of(const Draft& draft) const {
    for (const auto& place : countries_) {
        const Value* value = draft.find(place.field->number, place.column->path);
        const auto* text = value == nullptr ? nullptr : value->as<std::string>();
        if (auto region = text == nullptr ? std::string{} : region_from(*text); !region.empty()) return region;
    }
    return region_;
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

std::optional<RecordId> Matcher::bearer(const Key& key, const std::string& text, const std::string& region) {
    if (key.form == Form::phone) {
        const auto found = key.phones.find(text, region);
        if (found.empty()) return std::nullopt;
        return found.size() == 1 ? found.front() : RecordId{};
    }
    const auto at = key.known.find(text);
    return at == key.known.end() ? std::nullopt : std::optional{at->second};
}

Result<std::optional<RecordId>> Matcher::find(const Draft& draft) {
    const auto region = region_of(draft);
    for (const auto& key : keys_) {
        std::optional<RecordId> found;
        for (const auto& text : told(key, draft)) {
            const auto one = bearer(key, text, region);
            if (!one) continue;
            if (one->is_zero() || (found && *found != *one))
                return fail(Fault::bad_argument, "several records have that " + key.name,
                            "match by something else, or mend them");
            found = one;
        }
        if (found) return found;
    }
    return std::optional<RecordId>{};
}

void Matcher::add(const Draft& draft, const RecordId& id) {
    const auto region = region_of(draft);
    for (auto& key : keys_)
        for (auto& text : told(key, draft)) put(key, std::move(text), region, id);
}

}  // namespace tern::crm

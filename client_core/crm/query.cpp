#include "client_core/crm/query.h"

#include <sqlite3.h>

#include "client_core/crm/text.h"

namespace tern::crm {
namespace {

struct Spelling {
    std::string_view text;
    Operator op;
};
// Two characters before one.
constexpr Spelling kSpellings[] = {{"!=", Operator::unequal}, {"<=", Operator::at_most}, {">=", Operator::at_least},
                                   {"=", Operator::equal},    {"<", Operator::less},     {">", Operator::more},
                                   {"~", Operator::contains}};

bool in_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

void fold_for_sqlite(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    if (bytes == nullptr) return sqlite3_result_null(context);
    const std::string out = folded({bytes, static_cast<std::size_t>(sqlite3_value_bytes(values[0]))});
    sqlite3_result_text(context, out.data(), static_cast<int>(out.size()), SQLITE_TRANSIENT);
}

}  // namespace

std::string Arguments::add(Value value) {
    values_.push_back(std::move(value));
    return "?" + std::to_string(values_.size());
}

std::vector<Bound> Arguments::bound() const {
    std::vector<Bound> out;
    for (const Value& value : values_) std::visit([&](const auto& v) { out.emplace_back(v); }, value);
    return out;
}

Result<Where> read_where(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && in_name(text[end])) ++end;
    const auto name = text.substr(0, end);
    auto rest = trimmed(text.substr(end));
    Where out;
    for (const auto piece : pieces(name, '.')) out.field.emplace_back(piece);
    for (const Spelling& spelling : kSpellings) {
        if (out.field.empty() || !rest.starts_with(spelling.text)) continue;
        out.op = spelling.op;
        out.value = trimmed(rest.substr(spelling.text.size()));
        return out;
    }
    return fail(Fault::bad_argument, "the condition " + quoted(text) + " cannot be read",
                "write field=value, or !=, <, <=, >, >=, ~ (contains)");
}

void add_functions(Database& db) {
    sqlite3_create_function_v2(db.handle(), "tern_fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
                               fold_for_sqlite, nullptr, nullptr, nullptr);
}

Result<std::string> order(const schema::Schema& schema, const schema::Entity& entity, std::string_view sort) {
    if (sort.empty()) return std::string{" ORDER BY r.id"};
    const bool down = sort.starts_with('-');
    if (down) sort.remove_prefix(1);
    const std::string way = down ? " DESC" : "";
    if (sort == "id") return " ORDER BY r.id" + way;
    if (sort == "space") return " ORDER BY s.id" + way + ", r.id";
    TERN_TRY(target, target_named(entity, sort));
    const auto* place = entity.column(sort);
    if (place == nullptr)
        return fail(Fault::bad_argument, "records cannot be sorted by " + target.name,
                    "sort by a field with one value");
    std::string by = "t.\"" + place->column->name + "\"";
    if (target.type == schema::Type::ref && !target.targets->empty()) {
        const auto* referred = schema.entity(target.targets->front());
        if (referred != nullptr)
            by = "(SELECT " + title_of(*referred, "n") + " FROM record q JOIN \"" + referred->name +
                 "\" n ON n.rid = q.rid WHERE q.id = " + by + " LIMIT 1)";
    }
    return " ORDER BY " + by + " COLLATE NOCASE" + way + ", r.id";
}

}  // namespace tern::crm

#include "client_core/crm/names.h"

#include "client_core/crm/text.h"

namespace tern::crm {
namespace {

std::string column(const std::string& alias, const std::string& name) { return alias + ".\"" + name + '"'; }

/// The parts of a name with `separator` between those that are there.
std::string joined(const schema::Entity& entity, const std::string& alias, const std::string& separator,
                   bool backwards) {
    std::string out;
    const auto add = [&](const std::string& name) {
        out += (out.empty() ? "coalesce(" : " || coalesce('" + separator + "' || ") + column(alias, name) + ", '')";
    };
    if (backwards)
        for (auto at = entity.title.rbegin(); at != entity.title.rend(); ++at) add(*at);
    else
        for (const auto& name : entity.title) add(name);
    return "trim(" + out + ")";
}

}  // namespace

std::string title_of(const schema::Entity& entity, const std::string& alias) {
    const auto& names = entity.title;
    if (names.size() == 1) return column(alias, names[0]);
    if (names.size() < 2 || names[0] != "given_name" || names[1] != "family_name")
        return joined(entity, alias, " ", false);
    std::string out =
        "coalesce(tern_person(" + column(alias, names[1]) + ", " + column(alias, names[0]) + ", NULL), '')";
    for (std::size_t i = 2; i < names.size(); ++i) out += " || coalesce(' ' || " + column(alias, names[i]) + ", '')";
    return "trim(" + out + ")";
}

std::string bears_name(const schema::Entity& entity, const std::string& alias, int parameter) {
    const std::string mark = " = ?" + std::to_string(parameter);
    std::string out = title_of(entity, alias) + mark;
    // 张伟, but also 伟 张.
    if (entity.title.size() > 1)
        out += " OR " + joined(entity, alias, " ", false) + mark + " OR " + joined(entity, alias, "", true) + mark;
    if (entity.name == "user") out += " OR " + column(alias, "login") + mark;
    return "(" + out + ")";
}

Failure no_such_record(const schema::Entity& entity, std::string_view name) {
    return fail(Fault::not_found, "there is no " + entity.name + " " + quoted(name) + " here",
                "create it first, or check the spelling");
}

Failure several_records(const schema::Entity& entity, std::string_view name) {
    return fail(Fault::bad_argument, "several records of " + entity.name + " are named " + quoted(name),
                "give the id of one");
}

Result<RecordId> StoredNames::find(const schema::Entity& entity, std::string_view name) {
    return caught([&]() -> Result<RecordId> {
        const bool narrowed = pipeline_ && entity.name == "stage";
        const std::string sql = "SELECT DISTINCT r.id FROM \"" + entity.sql() +
                                "\" t CROSS JOIN record r ON r.rid = t.rid WHERE r.alive = 1 AND " +
                                bears_name(entity, "t", 1) + (narrowed ? " AND t.\"pipeline_id\" = ?2" : "") +
                                " LIMIT 2";
        const Bound args[] = {Bound(trimmed(name)), narrowed ? Bound(*pipeline_) : Bound(std::nullopt)};
        Rows rows = store_.database().query_bound(sql, {args, narrowed ? 2U : 1U});
        if (!rows.next()) return no_such_record(entity, name);
        const auto found = rows.id<RecordId>(0);
        if (rows.next()) return several_records(entity, name);
        return found;
    });
}

std::string title(store::Store& store, const RecordId& id, EntityNumber entity) {
    const auto* type = store.schema().entity(entity);
    if (type == nullptr) return {};
    Rows rows =
        store.database().query("SELECT " + title_of(*type, "t") + " FROM record r JOIN \"" + type->sql() +
                                   "\" t ON t.rid = r.rid WHERE r.id = ? AND r.entity = ? ORDER BY r.alive DESC",
                               id, entity);
    return rows.next() ? std::string(rows.text(0)) : std::string{};
}

Result<RecordId> find_record(const schema::Schema& schema, const std::vector<EntityNumber>& targets,
                             std::string_view text, Names& names) {
    if (const auto id = record_id_from(trimmed(text))) return names.here(*id);
    Failure last = fail(Fault::bad_argument, "a record's id is needed", "give it as tern list shows it");
    for (const EntityNumber number : targets) {
        const auto* entity = schema.entity(number);
        if (entity == nullptr) continue;
        auto found = names.find(*entity, trimmed(text));
        if (found || found.error().fault != Fault::not_found) return found;
        last = found.error();
    }
    return last;
}

}  // namespace tern::crm

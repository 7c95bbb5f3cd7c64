#include "client_core/crm/rules.h"

#include <algorithm>

#include "client_core/crm/document_state.h"
#include "client_core/crm/number.h"

namespace tern::crm {
namespace {

using schema::Entity;

constexpr const char* kParents[] = {"parent_id", "account_id", "opportunity_id", "lead_id", "contact_id"};

std::optional<RecordId> id_at(const Entity& entity, const Draft& draft, std::string_view column) {
    const auto* place = entity.column(column);
    if (place == nullptr || place->field->has_elements()) return std::nullopt;
    const Value* value = draft.find(place->field->number, place->column->path);
    const auto* id = value == nullptr ? nullptr : value->as<AnyId>();
    return id == nullptr ? std::nullopt : std::optional{RecordId{id->bytes}};
}

void put(const Entity& entity, Draft& draft, std::string_view column, Value value) {
    const auto* place = entity.column(column);
    if (place != nullptr) draft.put(place->field->number, place->column->path, std::move(value));
}

bool has(const Entity& entity, const Draft& draft, std::string_view column) {
    const auto* place = entity.column(column);
    return place != nullptr && draft.find(place->field->number, place->column->path) != nullptr;
}

struct Stage {
    std::optional<RecordId> pipeline;
    bool closes = false;
};

Stage read_stage(store::Store& store, const RecordId& id) {
    Rows rows = store.database().query(
        "SELECT t.pipeline_id, t.kind FROM record r JOIN stage t ON t.rid = r.rid WHERE r.id = ? AND r.alive = 1", id);
    if (!rows.next()) return {};
    Stage out;
    if (!rows.is_null(0)) out.pipeline = rows.id<RecordId>(0);
    out.closes = rows.text(1) == "won" || rows.text(1) == "lost";
    return out;
}

}  // namespace

std::optional<RecordId> parent_of(const Entity& entity, const Draft& draft) {
    for (const char* column : kParents)
        if (const auto id = id_at(entity, draft, column)) return id;
    return entity.name == "stage" ? id_at(entity, draft, "pipeline_id") : std::nullopt;
}

std::optional<store::RecordHead> living_head(store::Store& store, const RecordId& id) {
    std::optional<store::RecordHead> out;
    for (const auto& head : store.find(id))
        if (head.alive) out = head;
    return out;
}

Cells cells_of(store::Store& store, const store::RecordHead& head) {
    Cells out;
    for (auto& cell : store.registers(head)) out[{cell.column, std::move(cell.element)}] = std::move(cell.value);
    return out;
}

std::string account_currency(store::Store& store, const Entity& entity, const Draft& draft) {
    if (const auto* own = entity.column("currency")) {
        const Value* value = draft.find(own->field->number, own->column->path);
        const auto* text = value == nullptr ? nullptr : value->as<std::string>();
        if (text != nullptr && is_currency(*text)) return *text;
    }
    const auto account = id_at(entity, draft, "account_id");
    if (!account) return {};
    Rows rows = store.database().query(
        "SELECT t.currency FROM record r JOIN account t ON t.rid = r.rid WHERE r.id = ? AND r.alive = 1", *account);
    return rows.next() && is_currency(rows.text(0)) ? std::string(rows.text(0)) : std::string{};
}

void own(const Entity& entity, Draft& draft, const RecordId& user) {
    if (entity.column("owner_id") != nullptr && !has(entity, draft, "owner_id"))
        put(entity, draft, "owner_id", Value{AnyId{user.bytes}});
}

std::optional<RecordId> stage_of(const Entity& entity, const Draft& draft) {
    return entity.name == "opportunity" ? id_at(entity, draft, "stage_id") : std::nullopt;
}

void follow_stage(store::Store& store, const Entity& entity, Draft& draft, const std::optional<RecordId>& before,
                  std::optional<Millis> now) {
    const auto stage = stage_of(entity, draft);
    if (!stage || stage == before) return;
    const Stage known = read_stage(store, *stage);
    if (known.pipeline) put(entity, draft, "pipeline_id", Value{AnyId{known.pipeline->bytes}});
    if (!now) return;
    if (before) put(entity, draft, "last_stage_id", Value{AnyId{before->bytes}});
    put(entity, draft, "stage_entered_at", Value{*now});
    if (!known.closes)
        put(entity, draft, "closed_at", Value{});
    else if (!has(entity, draft, "closed_at"))
        put(entity, draft, "closed_at", Value{*now});
}

void enter_first_stage(store::Store& store, const Entity& entity, Draft& draft) {
    if (entity.name != "opportunity" || stage_of(entity, draft)) return;
    const auto pipeline = id_at(entity, draft, "pipeline_id");
    const std::string narrowed = pipeline ? " AND p.id = ?" : "";
    const std::string sql =
        "SELECT r.id FROM stage t CROSS JOIN record r ON r.rid = t.rid JOIN record p ON p.id = t.pipeline_id AND "
        "p.alive = 1 "
        "JOIN pipeline l ON l.rid = p.rid "
        "WHERE r.alive = 1 AND coalesce(t.kind, 'open') = 'open' AND coalesce(l.active, 1) = 1 AND coalesce(l.entity, "
        "'opportunity') = 'opportunity'" +
        narrowed + " ORDER BY l.\"order\" IS NULL, l.\"order\", p.id, t.\"order\" IS NULL, t.\"order\", r.id LIMIT 1";
    const Bound args[] = {pipeline ? Bound(*pipeline) : Bound(std::nullopt)};
    std::optional<RecordId> first;
    {
        Rows rows = store.database().query_bound(sql, {args, pipeline ? 1U : 0U});
        if (rows.next()) first = rows.id<RecordId>(0);
    }
    if (first) put(entity, draft, "stage_id", Value{AnyId{first->bytes}});
}

void reopen(const Entity& entity, Draft& draft) {
    if (!id_at(entity, draft, "approval_id")) return;
    const auto* place = entity.column(state_field(entity.name));
    const Value* state = place == nullptr ? nullptr : draft.find(place->field->number, place->column->path);
    const auto* name = state == nullptr ? nullptr : state->as<std::string>();
    if (name == nullptr || *name != state_agreed(entity.name)) return;
    const auto agreed_to = [&](ColumnNumber column) {
        return std::any_of(kAgreedTo.begin(), kAgreedTo.end(), [&](std::string_view wanted) {
            const auto* named = entity.column(wanted);
            const auto* field = named != nullptr ? named->field : entity.field(wanted);
            return field != nullptr && field->number == column;
        });
    };
    for (const auto& [key, value] : draft.changed())
        if (agreed_to(key.first)) return put(entity, draft, state_field(entity.name), Value{std::string{"draft"}});
}

int reading_rank(const Target& target) {
    if (target.name == "pipeline_id") return 0;
    if (target.refers()) return 1;
    return target.kind == Target::Kind::currency || target.name == "currency" ? 2 : 3;
}

}  // namespace tern::crm

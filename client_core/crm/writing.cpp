#include "client_core/crm/writing.h"

#include <tern/merging.h>

#include <algorithm>

#include "client_core/crm/document_state.h"
#include "client_core/crm/rules.h"
#include "client_core/schema/extension.h"

namespace tern::crm {
namespace {

/// Reads what was typed into `draft`.
Status assign_all(Client& client, const schema::Entity& entity, const std::vector<Assignment>& fields, Draft& draft) {
    std::vector<std::pair<Target, const std::string*>> targets;
    for (const auto& [name, text] : fields) {
        TERN_TRY(target, target_named(entity, name));
        targets.emplace_back(std::move(target), &text);
    }
    std::stable_sort(targets.begin(), targets.end(),
                     [](const auto& a, const auto& b) { return reading_rank(a.first) < reading_rank(b.first); });
    StoredNames names{client.store()};
    Reading reading{client.schema(), names};
    for (const auto& [target, text] : targets) {
        if (const auto known = account_currency(client.store(), entity, draft); !known.empty())
            reading.currency = known;
        TERN_CHECK(draft.assign(target, *text, reading));
        if (target.name != "pipeline_id") continue;
        const Value* pipeline = draft.find(target.field->number, target.path);
        if (pipeline != nullptr && pipeline->as<AnyId>() != nullptr)
            names.prefer_pipeline(RecordId{pipeline->as<AnyId>()->bytes});
    }
    return ok();
}

bool says(const std::vector<Assignment>& fields, std::string_view name) {
    return std::any_of(fields.begin(), fields.end(), [&](const Assignment& one) { return one.first == name; });
}

Result<SpaceId> space_for(Client& client, const schema::Entity& entity, const Draft& draft,
                          const std::optional<SpaceId>& wanted) {
    if (wanted)
        return client.may_write(*wanted)
                   ? Result<SpaceId>{*wanted}
                   : fail(Fault::forbidden, "you may not write in that space", "ask a manager of the space");
    std::optional<SpaceId> near;
    if (const auto parent = parent_of(entity, draft))
        if (const auto head = living_head(client.store(), *parent)) near = head->space;
    return client.home_for(near);
}

}  // namespace

Failure not_here() {
    return fail(Fault::not_found, "there is no such record here", "look for it with `tern list`, or sync first");
}
Failure may_not_write() {
    return fail(Fault::forbidden, "you may not write in that record's space", "ask a manager of the space");
}

Result<store::RecordHead> writable_head(Client& client, const RecordId& id) {
    const auto head = living_head(client.store(), id);
    if (!head && merged_into(client, id) != id)
        return fail(Fault::not_found, "that record was merged into " + uuid_text(merged_into(client, id)),
                    "use that one, or `tern unmerge`");
    if (!head && !client.store().find(id).empty())
        return fail(Fault::not_found, "that record is in the trash", "`tern undelete` brings it back");
    if (!head) return not_here();
    if (!client.may_write(head->space)) return may_not_write();
    return *head;
}

Result<RecordId> Writing::create(std::string_view entity_name, const std::vector<Assignment>& fields,
                                 const std::optional<SpaceId>& space) {
    TERN_TRY(entity, entity_named(client_.schema(), entity_name));
    if (entity->name == "user" || entity->name == "space")
        return fail(Fault::bad_argument, "a " + entity->name + " is not made as a record",
                    entity->name == "user" ? "use `tern invite`" : "use `tern space create`");
    if (schema::is_definition(entity->name))
        return fail(Fault::bad_argument, "a " + entity->label.en + " is not made as a record",
                    "use `tern field` or `tern entity`");
    const Millis now = client_.adjusted_now();
    Draft draft;
    TERN_CHECK(assign_all(client_, *entity, fields, draft));
    own(*entity, draft, RecordId{client_.user().bytes});
    enter_first_stage(client_.store(), *entity, draft);
    follow_stage(client_.store(), *entity, draft, std::nullopt, now);
    TERN_TRY(home, space_for(client_, *entity, draft, space));
    const auto id = new_record_id(now);
    writes_.push_back({home, Cell{entity->number, id, column::kBirth, {}}, birth_value(draft.birth()), false});
    return id;
}

Status Writing::set(const RecordId& id, const std::vector<Assignment>& fields) {
    TERN_TRY(head, writable_head(client_, id));
    const auto* entity = client_.schema().entity(head.entity);
    if (entity == nullptr)
        return fail(Fault::newer_version, "this record is of a kind that this version of Tern does not know",
                    "install the newer version");
    Draft draft{cells_of(client_.store(), head)};
    const auto stage_before = stage_of(*entity, draft);
    TERN_CHECK(assign_all(client_, *entity, fields, draft));
    follow_stage(client_.store(), *entity, draft, stage_before, client_.adjusted_now());
    if (!says(fields, state_field(entity->name))) reopen(*entity, draft);
    for (const auto& [key, value] : draft.changed())
        writes_.push_back({head.space, Cell{head.entity, id, key.first, key.second}, value, false});
    return ok();
}

Status Writing::commit() { return writes_.empty() ? ok() : client_.store().write(writes_, client_.author()); }

}  // namespace tern::crm

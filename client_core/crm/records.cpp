#include <tern/records.h>

#include <tern/merging.h>

#include <algorithm>

#include "client_core/crm/rules.h"
#include "client_core/crm/text.h"
#include "client_core/schema/extension.h"

namespace tern {
namespace {

using crm::Draft;
using crm::Target;

Failure no_such_record() {
    return fail(Fault::not_found, "there is no such record here", "look for it with `tern list`, or sync first");
}
Failure may_not_write() {
    return fail(Fault::forbidden, "you may not write in that record's space", "ask a manager of the space");
}

/// Reads what was typed into `draft`.
Status assign_all(Client& client, const schema::Entity& entity, const std::vector<Assignment>& fields, Draft& draft) {
    std::vector<std::pair<Target, const std::string*>> targets;
    for (const auto& [name, text] : fields) {
        TERN_TRY(target, crm::target_named(entity, name));
        targets.emplace_back(std::move(target), &text);
    }
    std::stable_sort(targets.begin(), targets.end(), [](const auto& a, const auto& b) {
        return crm::reading_rank(a.first) < crm::reading_rank(b.first);
    });
    crm::StoredNames names{client.store()};
    crm::Reading reading{client.schema(), names};
    for (const auto& [target, text] : targets) {
        if (const auto known = crm::account_currency(client.store(), entity, draft); !known.empty())
            reading.currency = known;
        TERN_CHECK(draft.assign(target, *text, reading));
        if (target.name != "pipeline_id") continue;
        const Value* pipeline = draft.find(target.field->number, target.path);
        if (pipeline != nullptr && pipeline->as<AnyId>() != nullptr)
            names.prefer_pipeline(RecordId{pipeline->as<AnyId>()->bytes});
    }
    return ok();
}

Result<SpaceId> space_for(Client& client, const schema::Entity& entity, const Draft& draft,
                          const std::optional<SpaceId>& wanted) {
    if (wanted)
        return client.may_write(*wanted)
                   ? Result<SpaceId>{*wanted}
                   : fail(Fault::forbidden, "you may not write in that space", "ask a manager of the space");
    std::optional<SpaceId> near;
    if (const auto parent = crm::parent_of(entity, draft))
        if (const auto head = crm::living_head(client.store(), *parent)) near = head->space;
    return client.home_for(near);
}

}  // namespace

Records::Records(Client& client) : client_(client) {}

Result<RecordId> Records::create(std::string_view entity_name, const std::vector<Assignment>& fields,
                                 const std::optional<SpaceId>& space) {
    return caught([&]() -> Result<RecordId> {
        TERN_TRY(entity, crm::entity_named(client_.schema(), entity_name));
        if (entity->name == "user" || entity->name == "space")
            return fail(Fault::bad_argument, "a " + entity->name + " is not made as a record",
                        entity->name == "user" ? "use `tern invite`" : "use `tern space create`");
        if (schema::is_definition(entity->name))
            return fail(Fault::bad_argument, "a " + entity->label.en + " is not made as a record",
                        "use `tern field` or `tern entity`");
        const Millis now = client_.adjusted_now();
        Draft draft;
        TERN_CHECK(assign_all(client_, *entity, fields, draft));
        crm::own(*entity, draft, RecordId{client_.user().bytes});
        crm::enter_first_stage(client_.store(), *entity, draft);
        crm::follow_stage(client_.store(), *entity, draft, std::nullopt, now);
        TERN_TRY(home, space_for(client_, *entity, draft, space));
        const auto id = new_record_id(now);
        const store::Write writes[] = {
            {home, Cell{entity->number, id, column::kBirth, {}}, birth_value(draft.birth()), false}};
        TERN_CHECK(client_.store().write(writes, client_.author()));
        return id;
    });
}

Result<store::RecordHead> Records::living(const RecordId& id) {
    const auto head = crm::living_head(client_.store(), id);
    if (!head && merged_into(client_, id) != id)
        return fail(Fault::not_found, "that record was merged into " + uuid_text(merged_into(client_, id)),
                    "use that one, or `tern unmerge`");
    if (!head && !client_.store().find(id).empty())
        return fail(Fault::not_found, "that record is in the trash", "`tern undelete` brings it back");
    if (!head) return no_such_record();
    if (!client_.may_write(head->space)) return may_not_write();
    return *head;
}

Status Records::set(const RecordId& id, const std::vector<Assignment>& fields) {
    return caught([&]() -> Status {
        TERN_TRY(head, living(id));
        const auto* entity = client_.schema().entity(head.entity);
        if (entity == nullptr)
            return fail(Fault::newer_version, "this record is of a kind that this version of Tern does not know",
                        "install the newer version");
        Draft draft{crm::cells_of(client_.store(), head)};
        const auto stage_before = crm::stage_of(*entity, draft);
        TERN_CHECK(assign_all(client_, *entity, fields, draft));
        crm::follow_stage(client_.store(), *entity, draft, stage_before, client_.adjusted_now());
        std::vector<store::Write> writes;
        for (const auto& [key, value] : draft.changed())
            writes.push_back({head.space, Cell{head.entity, id, key.first, key.second}, value, false});
        return writes.empty() ? ok() : client_.store().write(writes, client_.author());
    });
}

Status Records::write(const store::RecordHead& head, ColumnNumber column, const Bytes& element, const Value& value,
                      bool settles) {
    const store::Write writes[] = {{head.space, Cell{head.entity, head.id, column, element}, value, settles}};
    return client_.store().write(writes, client_.author());
}

Status Records::remove(const RecordId& id) {
    return caught([&]() -> Status {
        TERN_TRY(head, living(id));
        if (head.entity == client_.schema().entity("user")->number ||
            head.entity == client_.schema().entity("space")->number)
            return fail(Fault::bad_argument, "people and spaces are not deleted as records",
                        "use `tern user remove` or `tern space revoke`");
        return write(head, column::kAlive, {}, alive_value({false, {}}), false);
    });
}

Status Records::undelete(const RecordId& id) {
    return caught([&]() -> Status {
        if (crm::living_head(client_.store(), id))
            return fail(Fault::bad_argument, "that record is not in the trash", "there is nothing to do");
        const auto heads = client_.store().find(id);
        if (heads.empty()) return no_such_record();
        if (!client_.may_write(heads.back().space)) return may_not_write();
        return write(heads.back(), column::kAlive, {}, alive_value({true, {}}), false);
    });
}

std::string Records::title(const RecordId& id) {
    std::string out;
    const auto status = caught([&]() -> Status {
        const auto heads = client_.store().find(id);
        if (!heads.empty()) out = crm::title(client_.store(), id, heads.back().entity);
        return ok();
    });
    return status ? out : std::string{};
}

}  // namespace tern

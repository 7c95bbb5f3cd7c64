#include <tern/records.h>

#include "client_core/crm/rules.h"
#include "client_core/crm/writing.h"

namespace tern {

Records::Records(Client& client) : client_(client) {}

Result<RecordId> Records::create(std::string_view entity_name, const std::vector<Assignment>& fields,
                                 const std::optional<SpaceId>& space) {
    return caught([&]() -> Result<RecordId> {
        crm::Writing writing{client_};
        TERN_TRY(id, writing.create(entity_name, fields, space));
        TERN_CHECK(writing.commit());
        return id;
    });
}

Result<store::RecordHead> Records::living(const RecordId& id) { return crm::writable_head(client_, id); }

Status Records::set(const RecordId& id, const std::vector<Assignment>& fields) {
    return caught([&]() -> Status {
        crm::Writing writing{client_};
        TERN_CHECK(writing.set(id, fields));
        return writing.commit();
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
        if (heads.empty()) return crm::not_here();
        if (!client_.may_write(heads.back().space)) return crm::may_not_write();
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

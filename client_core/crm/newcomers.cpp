#include "client_core/crm/newcomers.h"

#include <algorithm>

#include "client_core/crm/references.h"
#include "client_core/crm/rules.h"
#include "client_core/crm/text.h"

namespace tern::crm {
namespace {

/// The columns of that name, row by row; empty where the file has none.
Result<std::vector<std::vector<std::string>>> columns_of(const ImportRequest& request, exchange::Format format,
                                                         const std::vector<std::string>& names) {
    TERN_TRY(table, exchange::open_table(request.file, format, {request.encoding, request.delimiter, {}, {}, {}}));
    std::vector<exchange::TableRow> rows;
    for (exchange::TableRow row;;) {
        TERN_TRY(any, table->next(row));
        if (!any) break;
        if (row.broken.empty()) rows.push_back(row);
    }
    std::vector<std::vector<std::string>> out;
    for (const auto& row : rows) {
        auto& told = out.emplace_back();
        for (const auto& name : names) {
            const auto& header = table->header();  // of JSON it is whole only now
            const auto at = static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin());
            told.push_back(at < row.cells.size() ? std::string(trimmed(row.cells[at])) : std::string{});
        }
    }
    return out;
}

}  // namespace

Result<SpaceId> Newcomers::space_here(const RecordId& id, const std::string& name, SpaceKind kind,
                                      std::vector<std::string>& made) {
    TERN_TRY(spaces, client_.spaces(false));
    for (const auto& space : spaces)
        if (RecordId{space.id.bytes} == id) return space.id;
    if (kind == SpaceKind::org) {
        const auto home = client_.org_space();
        return home ? Result<SpaceId>{*home} : fail(Fault::forbidden, "this device is not let in yet");
    }
    for (const auto& space : spaces) {
        const bool own = space.kind == SpaceKind::personal && space.role == SpaceRole::admin;
        if (kind == SpaceKind::personal ? own : space.name == name) return space.id;
    }
    made.push_back(name);
    return client_.create_space(name, kind);
}

/// Nothing here has that id but, perhaps, a record of that kind: what else has it is not to be taken for one.
bool Newcomers::may_be(std::string_view entity, const RecordId& id) const {
    const auto number = client_.schema().entity(entity)->number;
    const auto heads = client_.store().find(id);
    return std::all_of(heads.begin(), heads.end(), [&](const auto& head) { return head.entity == number; });
}

Status Newcomers::meet_spaces(const ImportRequest& request, exchange::Format format, std::vector<std::string>& made) {
    TERN_TRY(rows, columns_of(request, format, {"id", "name", "kind"}));
    std::set<std::string> twice;
    for (const auto& row : rows) {
        const auto id = record_id_from(row[0]);
        const auto kind = space_kind_named(row[2]);
        if (!id || row[1].empty() || !kind || !may_be("space", *id)) continue;  // the row itself is refused later
        TERN_TRY(here, space_here(*id, row[1], *kind, made));
        elsewhere_.spaces[id_text(SpaceId{id->bytes})] = here;
        if (!elsewhere_.spaces.emplace(row[1], here).second) twice.insert(row[1]);
        elsewhere_.records[*id] = RecordId{here.bytes};
        if (*kind == SpaceKind::org || *kind == SpaceKind::personal)
            elsewhere_.as_they_are.insert(RecordId{here.bytes});
    }
    for (const auto& name : twice) elsewhere_.spaces.erase(name);
    return ok();
}

Status Newcomers::meet_people(const ImportRequest& request, exchange::Format format) {
    TERN_TRY(rows, columns_of(request, format, {"id", "login"}));
    for (const auto& row : rows) {
        const auto id = record_id_from(row[0]);
        if (!id || row[1].empty() || !may_be("user", *id) || client_.find_user(id_text(UserId{id->bytes}))) continue;
        const auto account = client_.find_user(row[1]);
        if (!account) continue;
        elsewhere_.records[*id] = RecordId{account->bytes};
        TERN_CHECK(lead_to(RecordId{account->bytes}, *id));
    }
    return ok();
}

Status Newcomers::lead_to(const RecordId& account, const RecordId& name_only) {
    const auto head = living_head(client_.store(), name_only);
    if (!head || !client_.may_write(head->space)) return ok();
    std::vector<store::Write> writes;
    for (const CellEdit& edit : redirected(client_.store(), {name_only}, account))
        if (client_.may_write(edit.head.space))
            writes.push_back(
                {edit.head.space, Cell{edit.head.entity, edit.head.id, edit.column, edit.element}, edit.after, false});
    writes.push_back({head->space, Cell{head->entity, head->id, column::kAlive, {}}, alive_value({false, {}}), false});
    return client_.store().write(writes, client_.author());
}

}  // namespace tern::crm

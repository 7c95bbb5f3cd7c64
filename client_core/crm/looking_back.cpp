// A record's history, the trash, and conflicts.
#include <algorithm>

#include <tern/moment.h>
#include <tern/records.h>
#include "client_core/crm/cell_words.h"
#include "client_core/crm/names.h"
#include "client_core/crm/rules.h"

namespace tern {

using crm::field_name;
using crm::person_of;
using crm::shown_element;
using crm::shown_value;

namespace {

std::string time_of(const Stamp& stamp) { return moment_text(stamp.hlc.ms()); }

}  // namespace

Result<Json> Records::history(const RecordId& id) {
    return caught([&]() -> Result<Json> {
        Json out = Json::array();
        const auto heads = client_.store().find(id);
        if (heads.empty())
            return fail(Fault::not_found, "there is no such record here",
                        "look for it with `tern list`, or sync first");
        for (const auto& head : heads) {
            for (const auto& entry : client_.store().history(head)) {
                Json line = Json::object();
                line.add("at", Json{time_of(entry.stamp)})
                    .add("user", Json{person_of(client_, entry.stamp.device)})
                    .add("device", Json{id_text(entry.stamp.device)});
                line.add("field", Json{field_name(client_.schema(), entry.cell)});
                if (!entry.cell.element.empty()) line.add("element", shown_element(client_.schema(), entry.cell));
                line.add("value", shown_value(client_.schema(), entry.cell, entry.value)).add("live", Json{entry.live});
                line.add("conflict", Json{entry.conflict}).add("pending", Json{entry.pending});
                out.add(std::move(line));
            }
        }
        return out;
    });
}

Result<Json> Records::trash() {
    return caught([&]() -> Result<Json> {
        Json out = Json::array();
        for (const auto& head : client_.store().trash()) {
            const auto* entity = client_.schema().entity(head.entity);
            Json line = Json::object();
            line.add("id", Json{uuid_text(head.id)}).add("entity", entity == nullptr ? Json{} : Json{entity->name});
            line.add("title", Json{crm::title(client_.store(), head.id, head.entity)})
                .add("space", Json{id_text(head.space)});
            const auto history = client_.store().history(head);
            const auto deletion = std::find_if(history.begin(), history.end(),
                                               [](const auto& e) { return e.live && e.cell.column == column::kAlive; });
            if (deletion != history.end()) line.add("deleted_at", Json{time_of(deletion->stamp)});
            out.add(std::move(line));
        }
        return out;
    });
}

Result<Json> Records::conflicts() {
    return caught([&]() -> Result<Json> {
        Json out = Json::array();
        std::int64_t n = 0;
        for (const auto& conflict : client_.store().conflicts()) {
            const auto* entity = client_.schema().entity(conflict.cell.entity);
            Json line = Json::object();
            line.add("n", Json{++n})
                .add("id", Json{uuid_text(conflict.cell.record)})
                .add("entity", entity == nullptr ? Json{} : Json{entity->name});
            line.add("title", Json{crm::title(client_.store(), conflict.cell.record, conflict.cell.entity)})
                .add("space", Json{id_text(conflict.space)});
            line.add("field", Json{field_name(client_.schema(), conflict.cell)});
            if (!conflict.cell.element.empty()) line.add("element", shown_element(client_.schema(), conflict.cell));
            line.add("winner", shown_value(client_.schema(), conflict.cell, conflict.winner))
                .add("winner_at", Json{time_of(conflict.winner_stamp)});
            line.add("winner_by", Json{person_of(client_, conflict.winner_stamp.device)})
                .add("loser", shown_value(client_.schema(), conflict.cell, conflict.loser));
            line.add("loser_at", Json{time_of(conflict.loser_stamp)})
                .add("loser_by", Json{person_of(client_, conflict.loser_stamp.device)});
            out.add(std::move(line));
        }
        return out;
    });
}

Status Records::settle(const RecordId& id, const std::string& field, const std::string& text) {
    return settle(id, {{field, text}});
}

Status Records::settle(const RecordId& id, const std::vector<Assignment>& fields) {
    return caught([&]() -> Status {
        TERN_TRY(head, living(id));
        const auto* entity = client_.schema().entity(head.entity);
        if (entity == nullptr)
            return fail(Fault::newer_version, "this record is of a kind that this version of Tern does not know",
                        "install the newer version");
        crm::StoredNames names{client_.store()};
        const crm::Reading reading{client_.schema(), names};
        crm::Draft draft{crm::cells_of(client_.store(), head)};
        for (const auto& [name, typed] : fields) {
            TERN_TRY(target, crm::target_named(*entity, name));
            TERN_CHECK(draft.assign(target, typed, reading));
        }
        std::vector<store::Write> writes;
        for (const auto& [key, value] : draft.touched())
            writes.push_back({head.space, Cell{head.entity, id, key.first, key.second}, value, true});
        return writes.empty() ? ok() : client_.store().write(writes, client_.author());
    });
}

Status Records::restore(std::size_t n) { return end_conflict(n, true); }
Status Records::keep(std::size_t n) { return end_conflict(n, false); }

/// Writes the chosen value again, above both.
Status Records::end_conflict(std::size_t n, bool for_loser) {
    return caught([&]() -> Status {
        const auto all = client_.store().conflicts();
        if (n == 0 || n > all.size())
            return fail(Fault::not_found, "there is no conflict of that number", "see `tern conflicts`");
        const auto& conflict = all[n - 1];
        if (!client_.may_write(conflict.space))
            return fail(Fault::forbidden, "you may not write in that record's space", "ask a manager of the space");
        Value value = for_loser ? conflict.loser : conflict.winner;
        // Of a deletion the loser is an edit: to restore it is to have the record back.
        if (conflict.cell.column == column::kAlive) value = alive_value({for_loser, {}});
        const store::Write writes[] = {{conflict.space, conflict.cell, value, true}};
        return client_.store().write(writes, client_.author());
    });
}

}  // namespace tern

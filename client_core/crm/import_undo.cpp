// Imports that were made here, and how one is undone.
#include <algorithm>
#include <map>
#include <set>

#include <tern/import.h>
#include <tern/records.h>
#include "client_core/crm/rules.h"
#include "client_core/store/local_cells.h"

namespace tern {
namespace {

/// Writes that go in one transaction, as an import's.
constexpr std::size_t kBatchWrites = 250;

struct Step {
    RecordId record;
    ColumnNumber column = 0;
    Bytes element;
    Value before, after;
};

class Undo {
public:
    Undo(Client& client, const RecordId& job) : client_(client), job_(job) {}

    Result<UndoReport> run() {
        read_steps();
        if (born_.empty() && changed_.empty())
            return fail(Fault::not_found, "there is nothing of that import to undo on this device",
                        "see `tern imports`; an import is undone where it was made, and once");
        // What was changed first, so that a record that was both is judged as the import left it.
        for (const auto& [record, steps] : changed_)
            if (!born_.contains(record)) TERN_CHECK(put_back(record, steps));
        for (const auto& record : born_) TERN_CHECK(remove(record));
        TERN_CHECK(flush());
        client_.store().database().run("DELETE FROM import_step WHERE job = ?", job_);
        if (crm::living_head(client_.store(), job_)) TERN_CHECK(Records{client_}.set(job_, {{"undo_token", ""}}));
        return std::move(report_);
    }

private:
    void read_steps() {
        Rows rows = client_.store().database().query(
            "SELECT ids, field, key, old, new FROM import_step WHERE job = ? ORDER BY seq", job_);
        while (rows.next()) {
            if (rows.is_null(1)) {
                const auto ids = rows.blob(0);
                for (std::size_t i = 0; i + 16 <= ids.size(); i += 16) born_.insert(RecordId::of(ids.subspan(i, 16)));
                continue;
            }
            Step step{rows.id<RecordId>(0), static_cast<ColumnNumber>(rows.integer(1)), copy(rows.blob(2)), {}, {}};
            auto before = decode_value(rows.blob(3)), after = decode_value(rows.blob(4));
            if (!before || !after) continue;
            step.before = std::move(*before);
            step.after = std::move(*after);
            auto& steps = changed_[step.record];
            // A cell that was written twice goes back to what it was at first.
            const auto known = std::find_if(steps.begin(), steps.end(), [&](const Step& other) {
                return other.column == step.column && other.element == step.element;
            });
            if (known != steps.end())
                known->after = std::move(step.after);
            else
                steps.push_back(std::move(step));
        }
    }

    std::optional<store::RecordHead> head_of(const RecordId& record) {
        const auto head = crm::living_head(client_.store(), record);
        if (head && !client_.may_write(head->space)) {
            report_.left.push_back(record);
            return std::nullopt;
        }
        return head;
    }

    Status put_back(const RecordId& record, const std::vector<Step>& steps) {
        const auto head = head_of(record);
        if (!head) return ok();
        const auto now = crm::cells_of(client_.store(), *head);
        bool all = true, any = false;
        for (Step step : steps) {
            store::to_local(client_.schema(), head->entity, step.column, step.element);
            const auto at = now.find({step.column, step.element});
            const Value held = at == now.end() ? Value{} : at->second;
            if (held == step.before) continue;  // never written, or put back by somebody
            const bool untouched = held == step.after;
            all = all && untouched;
            if (!untouched) continue;
            any = true;
            TERN_CHECK(add({head->space, Cell{head->entity, record, step.column, step.element}, step.before, false}));
        }
        report_.restored += any;
        if (!all) report_.left.push_back(record);
        return ok();
    }

    /// Whether nobody but the import has written to a record that it made.
    bool is_untouched(const store::RecordHead& head) {
        if (head.newest == head.birth) return true;
        const auto own = changed_.find(head.id);
        for (const auto& entry : client_.store().history(head)) {
            if (entry.stamp == head.birth) continue;
            const bool known =
                own != changed_.end() && std::any_of(own->second.begin(), own->second.end(), [&](Step step) {
                    store::to_local(client_.schema(), head.entity, step.column, step.element);
                    return step.column == entry.cell.column && step.element == entry.cell.element &&
                           step.after == entry.value;
                });
            if (!known) return false;
        }
        return true;
    }

    Status remove(const RecordId& record) {
        const auto head = head_of(record);
        if (!head) return ok();  // deleted since, or never written
        if (!is_untouched(*head)) {
            report_.left.push_back(record);
            return ok();
        }
        ++report_.deleted;
        return add({head->space, Cell{head->entity, record, column::kAlive, {}}, alive_value({false, {}}), false});
    }

    Status add(store::Write write) {
        writes_.push_back(std::move(write));
        return writes_.size() < kBatchWrites ? ok() : flush();
    }

    Status flush() {
        if (!writes_.empty()) TERN_CHECK(client_.store().write(writes_, client_.author()));
        writes_.clear();
        return ok();
    }

    Client& client_;
    RecordId job_;
    std::set<RecordId> born_;
    std::map<RecordId, std::vector<Step>> changed_;
    std::vector<store::Write> writes_;
    UndoReport report_;
};

}  // namespace

Json UndoReport::json() const {
    Json records = Json::array();
    for (const auto& id : left) records.add(Json{uuid_text(id)});
    return Json::object()
        .add("deleted", Json::count(deleted))
        .add("restored", Json::count(restored))
        .add("left", std::move(records));
}

Result<std::vector<ImportJob>> imports(Client& client) {
    return caught([&] {
        Rows rows = client.store().database().query(
            "SELECT r.id, t.name, t.entity, t.rows, t.done_at, t.undo_token IS NOT NULL AND "
            "EXISTS(SELECT 1 FROM import_step s WHERE s.job = r.id) "
            "FROM import_job t CROSS JOIN record r ON r.rid = t.rid WHERE r.alive = 1 ORDER BY r.id DESC");
        std::vector<ImportJob> out;
        while (rows.next()) {
            ImportJob job{
                rows.id<RecordId>(0), std::string(rows.text(1)), std::string(rows.text(2)), rows.integer(3), {}, false};
            if (!rows.is_null(4)) job.done_at = rows.integer(4);
            job.undoable = rows.integer(5) != 0;
            out.push_back(std::move(job));
        }
        return Result<std::vector<ImportJob>>{std::move(out)};
    });
}

Result<UndoReport> undo_import(Client& client, const RecordId& job) {
    return caught([&] { return Undo{client, job}.run(); });
}

}  // namespace tern

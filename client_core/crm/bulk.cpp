#include <tern/bulk.h>

#include <algorithm>

#include "client_core/crm/rules.h"
#include "client_core/crm/writing.h"

namespace tern {

struct BulkSteps {
    struct Step {
        store::Write write;  ///< what was written
        Value before;
    };
    std::vector<std::vector<Step>> records;
};

namespace {

using Steps = std::vector<BulkSteps::Step>;

/// What one record would be given; none where it holds that already.
using Planner = std::function<Result<Steps>(const RecordId&)>;

Steps with_before(store::Store& store, const store::RecordHead& head, const std::vector<store::Write>& writes) {
    const auto held = crm::cells_of(store, head);
    Steps out;
    for (const auto& write : writes) {
        const auto at = held.find({write.cell.column, write.cell.element});
        out.push_back({write, at == held.end() ? Value{} : at->second});
    }
    return out;
}

class Bulk {
public:
    Bulk(Client& client, const BulkHooks& hooks, Planner plan)
        : client_(client), hooks_(hooks), plan_(std::move(plan)) {}

    Result<BulkReport> run(std::span<const RecordId> ids) {
        std::uint64_t done = 0;
        for (std::size_t from = 0; from < ids.size(); from += bulk_limits::kBatch) {
            if (hooks_.stop != nullptr && *hooks_.stop) {
                report_.stopped = true;
                break;
            }
            const auto batch = ids.subspan(from, std::min(bulk_limits::kBatch, ids.size() - from));
            TERN_CHECK(write(batch));
            done += batch.size();
            if (hooks_.on_progress) hooks_.on_progress(done, ids.size());
        }
        report_.steps = std::move(steps_);
        return std::move(report_);
    }

private:
    Status write(std::span<const RecordId> batch) {
        std::vector<store::Write> writes;
        for (const RecordId& id : batch) {
            auto planned = plan_(id);
            if (!planned) {
                ++report_.refused;
                if (report_.reasons.size() < bulk_limits::kReasons) report_.reasons.push_back({id, planned.error()});
                continue;
            }
            if (planned->empty()) {
                ++report_.unchanged;
                continue;
            }
            ++report_.changed;
            for (const auto& step : *planned) writes.push_back(step.write);
            steps_->records.push_back(std::move(*planned));
        }
        return writes.empty() ? ok() : client_.store().write(writes, client_.author());
    }

    Client& client_;
    const BulkHooks& hooks_;
    Planner plan_;
    BulkReport report_;
    std::shared_ptr<BulkSteps> steps_ = std::make_shared<BulkSteps>();
};

bool is_person_or_space(const Client& client, EntityNumber number) {
    const auto* entity = client.schema().entity(number);
    return entity != nullptr && (entity->name == "user" || entity->name == "space");
}

}  // namespace

Result<BulkReport> set_all(Client& client, std::span<const RecordId> ids, const std::vector<Assignment>& fields,
                           const BulkHooks& hooks) {
    return caught([&] {
        return Bulk{client, hooks,
                    [&](const RecordId& id) -> Result<Steps> {
                        TERN_TRY(head, crm::writable_head(client, id));
                        crm::Writing writing{client};
                        TERN_CHECK(writing.set(id, fields));
                        return with_before(client.store(), head, writing.writes());
                    }}
            .run(ids);
    });
}

Result<BulkReport> remove_all(Client& client, std::span<const RecordId> ids, const BulkHooks& hooks) {
    return caught([&] {
        return Bulk{client, hooks,
                    [&](const RecordId& id) -> Result<Steps> {
                        TERN_TRY(head, crm::writable_head(client, id));
                        if (is_person_or_space(client, head.entity))
                            return fail(Fault::bad_argument, "people and spaces are not deleted as records",
                                        "leave them out");
                        const Cell cell{head.entity, id, column::kAlive, {}};
                        return Steps{{{head.space, cell, alive_value({false, {}}), false}, alive_value({true, {}})}};
                    }}
            .run(ids);
    });
}

Result<BulkUndone> undo_bulk(Client& client, const BulkSteps& steps) {
    return caught([&]() -> Result<BulkUndone> {
        auto& store = client.store();
        BulkUndone out;
        std::vector<store::Write> writes;
        for (const auto& record : steps.records) {
            const Cell& first = record.front().write.cell;
            const auto heads = store.find(first.record);
            const auto head = std::find_if(heads.begin(), heads.end(), [&](const store::RecordHead& one) {
                return one.space == record.front().write.space;
            });
            const bool was_deleted = first.column == column::kAlive;
            if (head == heads.end() || head->alive == was_deleted || !client.may_write(head->space)) {
                ++out.left;
                continue;
            }
            const auto now = was_deleted ? crm::Cells{} : crm::cells_of(store, *head);
            bool all = true;
            for (const auto& step : record) {
                const auto at = now.find({step.write.cell.column, step.write.cell.element});
                const Value held = at == now.end() ? Value{} : at->second;
                if (!was_deleted && held == step.before) continue;
                if (!was_deleted && held != step.write.value) {
                    all = false;
                    continue;
                }
                writes.push_back({step.write.space, step.write.cell, step.before, false});
            }
            ++(all ? out.restored : out.left);
            if (writes.size() < bulk_limits::kBatch) continue;
            TERN_CHECK(store.write(writes, client.author()));
            writes.clear();
        }
        if (!writes.empty()) TERN_CHECK(store.write(writes, client.author()));
        return out;
    });
}

}  // namespace tern

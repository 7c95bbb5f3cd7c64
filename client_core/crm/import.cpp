#include <tern/import.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "client_core/crm/import_homes.h"
#include "client_core/crm/import_journal.h"
#include "client_core/crm/import_match.h"
#include "client_core/crm/import_open.h"
#include "client_core/crm/import_rows.h"
#include "client_core/crm/import_run.h"
#include "client_core/crm/name_index.h"
#include "client_core/crm/number.h"
#include "client_core/crm/rules.h"
#include "client_core/crm/text.h"

namespace tern {
namespace {

using crm::Draft;
using crm::RowReading;
using exchange::Format;
using exchange::TableRow;

/// Writes of one space that go in one transaction: a delta's worth of births and a little more, some 20 ms of the lock.
constexpr std::size_t kBatchWrites = 250;

class Import {
public:
    Import(Client& client, const ImportRequest& request, const ImportHooks& hooks, const schema::Entity& entity,
           crm::OpenedFile& file, const std::unordered_set<std::uint64_t>& kept, const crm::Elsewhere* elsewhere)
        : client_(client),
          request_(request),
          hooks_(hooks),
          entity_(entity),
          file_(file),
          kept_(kept),
          elsewhere_(elsewhere),
          names_(client.store(), elsewhere),
          homes_(client, names_, elsewhere),
          rows_(client, entity, file.mapping, names_, file.zone, request,
                file.format == Format::json || file.format == Format::jsonl),
          matcher_(client.store(), entity, request.region),
          journal_(client, request, entity) {}

    Result<ImportReport> run() {
        const auto& header = file_.table->header();
        TERN_CHECK(homes_.begin(request_, header));
        TERN_CHECK(choose_keys());
        report_.total = file_.survey.rows;
        report_.mapped = file_.mapping.guessed;
        report_.ignored = crm::unused_columns(header, file_.mapping);
        if (request_.space_by) std::erase(report_.ignored, *request_.space_by);
        for (auto& other : file_.table->left_out()) report_.ignored.push_back(std::move(other));
        now_ = client_.adjusted_now();
        for (const auto& field : file_.mapping.fields)
            if (field.target.refers() && refers_to_self(field)) names_.load(entity_);
        const auto taken = take_rows();
        if (!taken) report_.stopped = true;
        if (taken) TERN_CHECK(flush_all());
        if (taken) TERN_CHECK(resolve_deferred());
        if (taken) TERN_CHECK(flush_all());
        TERN_CHECK(journal_.finish(report_));
        TERN_CHECK(taken);
        if (journal_.job()) report_.jobs.push_back(*journal_.job());
        const auto by_row = [](const RowNote& a, const RowNote& b) { return a.row < b.row; };
        std::stable_sort(report_.warnings.begin(), report_.warnings.end(), by_row);
        return std::move(report_);
    }

    /// Rows to which later ones of the same file belong: a dry run needs to keep what they hold.
    std::unordered_set<std::uint64_t> take_wanted() { return std::move(wanted_); }

private:
    struct Deferred {
        std::uint64_t row = 0;
        RecordId record;
        RowReading::Later later;
    };

    Status choose_keys() {
        TERN_TRY(names, crm::keys_to_match_by(request_, file_.mapping));
        auto told = names;
        std::erase(names, "id");
        TERN_CHECK(matcher_.begin(names));
        if (file_.mapping.id_column && request_.match.empty()) told.insert(told.begin(), "id");
        std::vector<std::pair<std::string, std::string>> map;
        for (const auto& field : file_.mapping.fields)
            if (const auto column = field.source.column())
                map.emplace_back(file_.table->header()[*column], field.target.name);
        journal_.describe(std::move(told), std::move(map));
        return ok();
    }

    bool refers_to_self(const crm::MappedField& field) const {
        const auto& targets = *field.target.targets;
        return std::find(targets.begin(), targets.end(), entity_.number) != targets.end();
    }

    Status take_rows() {
        TableRow row;
        while (true) {
            if (hooks_.stop != nullptr && *hooks_.stop) {
                report_.stopped = true;
                return ok();
            }
            TERN_TRY(any, file_.table->next(row));
            if (!any) return ok();
            ++report_.rows;
            TERN_CHECK(take_row(row));
            const bool tell = report_.rows % import_limits::kProgressRows == 0 || report_.rows == report_.total;
            if (hooks_.on_progress && tell) hooks_.on_progress({report_.rows, report_.total});
        }
    }

    Status take_row(TableRow& row) {
        if (!row.broken.empty()) {
            refuse(row.broken);
            return ok();
        }
        row.cells.resize(std::max(row.cells.size(), file_.table->header().size()));
        for (auto& remark : row.remarks) warn(std::move(remark));
        TERN_TRY(id, own_id(row));
        if (!id) return ok();
        if (elsewhere_ != nullptr && elsewhere_->as_they_are.contains(id->record)) {
            ++report_.merged;
            ++report_.unchanged;
            return ok();
        }
        if (id->known) return take_known(row, id->record);
        RowReading reading;
        rows_.read(row, true, reading);
        if (reading.refusal) {
            refuse(reading.refusal->text());
            return ok();
        }
        // A row that names its own record is that one and no other.
        if (!id->told && !matcher_.empty()) {
            const auto found = matcher_.find(reading.draft);
            if (!found) {
                refuse(found.error().text());
                return ok();
            }
            if (*found) return take_known(row, **found);
        }
        return take_new(row, *id, reading);
    }

    struct OwnId {
        RecordId record;
        bool told = false, known = false;
    };

    /// The record that the row names by Tern's own id; nothing where the row is refused for it.
    Result<std::optional<OwnId>> own_id(const TableRow& row) {
        const auto column = file_.mapping.id_column;
        const std::string text = column ? row.cells[*column] : std::string{};
        if (text.empty()) return std::optional{OwnId{new_record_id(now_)}};
        auto id = record_id_from(text);
        if (!id) {  // the survey saw none: the file was changed meanwhile
            refuse("that is no record's id");
            return std::optional<OwnId>{};
        }
        *id = names_.here(*id);
        if (unflushed_.contains(*id) || dry_rows_.contains(*id)) return std::optional{OwnId{*id, true, true}};
        const auto heads = client_.store().find(*id);
        const auto alive = std::find_if(heads.begin(), heads.end(), [](const auto& head) { return head.alive; });
        if (heads.empty()) return std::optional{OwnId{*id, true, false}};
        if (alive == heads.end()) {
            refuse("that record is in the trash; `tern undelete` brings it back");
            return std::optional<OwnId>{};
        }
        if (alive->entity != entity_.number) {
            refuse("that id is a record's of another kind; give the right --entity");
            return std::optional<OwnId>{};
        }
        return std::optional{OwnId{*id, true, true}};
    }

    void refuse(std::string reason) {
        ++report_.refused_rows;
        if (report_.refused.size() < import_limits::kNotes)
            report_.refused.push_back({report_.rows, std::move(reason)});
    }
    void warn(std::string reason) { warn_of(report_.rows, std::move(reason)); }
    void warn_of(std::uint64_t row, std::string reason) {
        ++report_.warned;
        if (report_.warnings.size() < import_limits::kNotes) report_.warnings.push_back({row, std::move(reason)});
    }

    void keep_notes(RowReading& reading, const RecordId& id) {
        for (auto& warning : reading.warnings) warn(std::move(warning));
        for (auto& later : reading.later) deferred_.push_back({report_.rows, id, std::move(later)});
    }

    Status take_new(const TableRow& row, const OwnId& id, RowReading& reading) {
        auto& draft = reading.draft;
        const auto home = homes_.of(row.cells, crm::parent_of(entity_, draft));
        if (!home) {
            refuse(home.error().text());
            return ok();
        }
        keep_notes(reading, id.record);
        if (!id.told) {  // else it is one of ours that comes back: as it was
            crm::own(entity_, draft, RecordId{home->owner.value_or(client_.user()).bytes});
            crm::enter_first_stage(client_.store(), entity_, draft);
            crm::follow_stage(client_.store(), entity_, draft, std::nullopt, std::nullopt);
        }
        matcher_.add(draft, id.record);
        names_.add_if_known(entity_, title_in(draft), text_in(draft, "external_id"), id.record);
        ++report_.created;
        if (request_.dry_run) {
            dry_rows_[id.record] = report_.rows;
            if (kept_.contains(report_.rows)) remember(id.record, draft);
            return ok();
        }
        unflushed_.insert(id.record);
        return add(home->space, {{home->space, Cell{entity_.number, id.record, column::kBirth, {}},
                                  birth_value(draft.birth()), false},
                                 {}});
    }

    /// What a dry run would have written.
    void remember(const RecordId& id, const Draft& draft) {
        auto& cells = dry_cells_[id];
        for (const auto& [key, value] : draft.touched()) {
            if (value.is_null())
                cells.erase(key);
            else
                cells[key] = value;
        }
    }

    /// The cells that a record holds; nothing where a dry run has not kept them.
    std::optional<crm::Cells> cells_of(const RecordId& id, const std::optional<store::RecordHead>& head) {
        if (head && !request_.dry_run) return crm::cells_of(client_.store(), *head);
        if (const auto kept = dry_cells_.find(id); kept != dry_cells_.end()) return kept->second;
        if (head) return crm::cells_of(client_.store(), *head);
        if (const auto row = dry_rows_.find(id); row != dry_rows_.end()) wanted_.insert(row->second);
        return std::nullopt;
    }

    /// An empty cell of the file says nothing; a filled one that differs is written.
    Status take_known(const TableRow& row, const RecordId& id) {
        if (unflushed_.contains(id)) TERN_CHECK(flush_all());
        const auto head = crm::living_head(client_.store(), id);
        RowReading reading;
        const auto cells = cells_of(id, head);
        reading.draft = Draft{cells.value_or(crm::Cells{})};
        const auto stage_before = crm::stage_of(entity_, reading.draft);
        rows_.read(row, false, reading);
        if (reading.refusal) {
            refuse(reading.refusal->text());
            return ok();
        }
        crm::follow_stage(client_.store(), entity_, reading.draft, stage_before, std::nullopt);
        const auto changed = reading.draft.changed();
        if (head && !changed.empty() && !client_.may_write(head->space)) {
            refuse("the record is in a space in which you may not write; ask a manager of the space");
            return ok();
        }
        keep_notes(reading, id);
        ++report_.merged;
        ++(changed.empty() ? report_.unchanged : report_.updated);
        if (request_.dry_run && (dry_rows_.contains(id) ? kept_.contains(dry_rows_[id]) : !changed.empty())) {
            if (!dry_cells_.contains(id) && cells) dry_cells_[id] = *cells;
            remember(id, reading.draft);
        }
        return changed.empty() || !head ? ok() : write_changes(*head, reading.draft, changed);
    }

    Status write_changes(const store::RecordHead& head, const Draft& draft, const crm::Cells& changed) {
        if (request_.dry_run) return ok();
        unflushed_.insert(head.id);
        for (const auto& [key, value] : changed)
            TERN_CHECK(add(
                head.space,
                {{head.space, Cell{entity_.number, head.id, key.first, key.second}, value, false}, draft.old(key)}));
        return ok();
    }

    std::string text_in(const Draft& draft, std::string_view column) const {
        const auto* place = entity_.column(column);
        const Value* value = place == nullptr ? nullptr : draft.find(place->field->number, place->column->path);
        const auto* text = value == nullptr ? nullptr : value->as<std::string>();
        return text == nullptr ? std::string{} : *text;
    }

    std::string title_in(const Draft& draft) const {
        std::string out;
        for (const auto& column : entity_.title) {
            const auto text = text_in(draft, column);
            if (!text.empty()) out += (out.empty() ? "" : " ") + text;
        }
        return out;
    }

    Status resolve_deferred() {
        for (const Deferred& deferred : deferred_) {
            const auto head = crm::living_head(client_.store(), deferred.record);
            Draft draft{head ? crm::cells_of(client_.store(), *head) : crm::Cells{}};
            const auto status = rows_.assign_later(deferred.later, draft);
            if (!status) warn_of(deferred.row, status.error().what);
            if (status && head) TERN_CHECK(write_changes(*head, draft, draft.changed()));
        }
        return ok();
    }

    Status add(const SpaceId& space, crm::PlannedWrite write) {
        auto& batch = batches_[space];
        batch.push_back(std::move(write));
        return batch.size() < kBatchWrites ? ok() : flush(batch);
    }

    Status flush(std::vector<crm::PlannedWrite>& batch) {
        if (batch.empty()) return ok();
        TERN_CHECK(journal_.note(batch));
        std::vector<store::Write> writes;
        writes.reserve(batch.size());
        for (auto& planned : batch) writes.push_back(std::move(planned.write));
        batch.clear();
        TERN_CHECK(client_.store().write(writes, client_.author()));
        now_ = client_.adjusted_now();
        return ok();
    }

    Status flush_all() {
        for (auto& [space, batch] : batches_) TERN_CHECK(flush(batch));
        unflushed_.clear();
        return ok();
    }

    Client& client_;
    const ImportRequest& request_;
    const ImportHooks& hooks_;
    const schema::Entity& entity_;
    crm::OpenedFile& file_;
    const std::unordered_set<std::uint64_t>& kept_;
    const crm::Elsewhere* elsewhere_;
    crm::NameIndex names_;
    crm::ImportHomes homes_;
    crm::RowReader rows_;
    crm::Matcher matcher_;
    crm::ImportJournal journal_;
    std::unordered_map<SpaceId, std::vector<crm::PlannedWrite>> batches_;
    std::unordered_set<RecordId> unflushed_;
    std::vector<Deferred> deferred_;
    std::unordered_map<RecordId, std::uint64_t> dry_rows_;  ///< records that a dry run would have made
    std::unordered_map<RecordId, crm::Cells> dry_cells_;
    std::unordered_set<std::uint64_t> wanted_;
    ImportReport report_;
    Millis now_ = 0;
};

}  // namespace

Result<ImportReport> crm::import_as(Client& client, const ImportRequest& request, const ImportHooks& hooks,
                                    std::string_view name, Format format, const Elsewhere* elsewhere) {
    TERN_TRY(entity, crm::entity_named(client.schema(), name));
    if (elsewhere == nullptr && (entity->name == "user" || entity->name == "space"))
        return fail(Fault::bad_argument, "a " + entity->name + " is not made as a record",
                    "use `tern invite` or `tern space create`");
    TERN_TRY(file, open_file(request, *entity, format, hooks.stop));
    auto told = request;
    const auto& header = file.table->header();
    if (elsewhere != nullptr && std::find(header.begin(), header.end(), "space") != header.end())
        told.space_by = "space";
    std::unordered_set<std::uint64_t> kept;
    while (true) {
        Import import{client, told, hooks, *entity, file, kept, elsewhere};
        TERN_TRY(report, import.run());
        auto wanted = import.take_wanted();
        if (!request.dry_run || wanted.empty() || report.stopped || !kept.empty()) return std::move(report);
        // Rows of the file mean each other: judged again, with what those would have written.
        kept = std::move(wanted);
        TERN_CHECK(file.table->rewind());
    }
}

}  // namespace tern

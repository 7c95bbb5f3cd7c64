#include <tern/import.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "client_core/crm/csv.h"
#include "client_core/crm/import_homes.h"
#include "client_core/crm/import_map.h"
#include "client_core/crm/name_index.h"
#include "client_core/crm/number.h"
#include "client_core/crm/rules.h"
#include "client_core/crm/text.h"

namespace tern {
namespace {

using crm::Draft;
using crm::MappedField;
using Row = std::vector<std::string>;

/// Writes of one space that go in one transaction: a delta's worth of births and a little more, some 20 ms of the lock.
constexpr std::size_t kBatchWrites = 250;

/// What 3/4/2017 means in each column, and whether the file can be read to its end. Nothing is written before this.
Status survey(const std::string& path, const std::string& wanted, std::vector<MappedField>& fields) {
    TERN_TRY(csv, crm::CsvReader::open(path));
    std::vector<bool> first_is_day(fields.size(), wanted == "dmy"), second_is_day(fields.size(), false);
    Row row;
    while (true) {
        TERN_TRY(any, csv.next(row));
        if (!any) break;
        for (std::size_t i = 0; i < fields.size() && wanted.empty(); ++i) {
            const auto column = fields[i].source.column();
            if (!fields[i].is_date() || !column || *column >= row.size()) continue;
            const auto numbers = crm::slashed_numbers(row[*column]);
            if (!numbers) continue;
            if (numbers->first > 12) first_is_day[i] = true;
            if (numbers->second > 12) second_is_day[i] = true;
        }
    }
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (first_is_day[i] && !second_is_day[i]) fields[i].order = crm::DateOrder::day_first;
    return ok();
}

class Import {
public:
    Import(Client& client, const ImportRequest& request)
        : client_(client),
          request_(request),
          names_(client.store()),
          homes_(client, names_),
          reading_{client.schema(), names_, request.currency} {}

    Result<ImportReport> run() {
        TERN_TRY(entity, crm::entity_named(client_.schema(), request_.entity));
        entity_ = entity;
        if (entity->name == "user" || entity->name == "space")
            return fail(Fault::bad_argument, "a " + entity->name + " is not made as a record",
                        "use `tern invite` or `tern space create`");
        if (!crm::is_currency(request_.currency))
            return fail(Fault::bad_argument, "the currency is not three capital letters", "such as EUR");
        TERN_TRY(csv, crm::CsvReader::open(request_.file));
        TERN_TRY(fields, crm::read_map(*entity, csv.header(), request_.map));
        fields_ = std::move(fields);
        TERN_CHECK(survey(request_.file, request_.date_order, fields_));
        TERN_CHECK(homes_.begin(request_, csv.header()));
        report_.ignored = crm::unused_columns(csv.header(), fields_);
        if (request_.space_by) std::erase(report_.ignored, *request_.space_by);
        now_ = client_.adjusted_now();
        note_what_is_known();
        TERN_CHECK(take_rows(csv));
        TERN_CHECK(flush_all());
        TERN_CHECK(resolve_deferred());
        TERN_CHECK(flush_all());
        const auto by_row = [](const RowNote& a, const RowNote& b) { return a.row < b.row; };
        std::stable_sort(report_.warnings.begin(), report_.warnings.end(), by_row);
        return std::move(report_);
    }

private:
    /// A reference to a record of the same file that may stand further down.
    struct Deferred {
        std::uint64_t row = 0;
        RecordId record;
        const MappedField* field = nullptr;
        std::string text;
    };

    void note_what_is_known() {
        bool amounts = false, accounts = false;
        for (const auto& field : fields_) {
            if (field.target.refers() && refers_to_self(field)) names_.load(*entity_);
            amounts = amounts || field.target.kind == crm::Target::Kind::money;
            accounts = accounts || field.target.name == "account_id" || field.target.name == "currency";
            if (field.target.name == "external_id") external_ = &field;
        }
        ask_currency_ = amounts && accounts;
        if (external_ == nullptr) return;
        Rows rows = client_.store().database().query(
            "SELECT t.external_id, r.id FROM \"" + entity_->name +
            "\" t JOIN record r ON r.rid = t.rid WHERE r.alive = 1 AND t.external_id IS NOT NULL");
        while (rows.next()) known_.emplace(rows.text(0), rows.id<RecordId>(1));
    }

    Status take_rows(crm::CsvReader& csv) {
        Row row;
        while (true) {
            TERN_TRY(any, csv.next(row));
            if (!any) return ok();
            ++report_.rows;
            if (row.size() != csv.header().size()) {
                refuse(fail(Fault::malformed,
                            "the row has " + std::to_string(row.size()) + " fields and the header " +
                                std::to_string(csv.header().size()),
                            "mend the row"));
                continue;
            }
            const auto external = external_ == nullptr ? std::string{} : external_->source.text(row);
            const auto known = external.empty() ? known_.end() : known_.find(external);
            TERN_CHECK(known == known_.end() ? take_new(row, external) : take_known(row, known->second));
        }
    }

    void refuse(const Failure& failure) { report_.refused.push_back({report_.rows, failure.text()}); }
    void warn(std::string reason) { report_.warnings.push_back({report_.rows, std::move(reason)}); }

    /// Reads the row's fields. False: the row is refused, and said so. What refers to nobody is only warned of.
    bool read_row(const Row& row, const RecordId& id, bool is_new, Draft& draft) {
        reading_.currency = request_.currency;
        std::vector<std::string> warnings;
        for (const MappedField& field : fields_) {
            const std::string text = field.source.text(row);
            if (text.empty()) {
                if (is_new && field.required()) warnings.push_back(field.target.name + " is empty");
                continue;
            }
            if (ask_currency_ && field.target.kind == crm::Target::Kind::money) use_account_currency(draft);
            reading_.order = field.order;
            const auto status = draft.assign(field.target, text, reading_);
            if (status) continue;
            if (!field.target.refers()) {
                refuse(status.error());
                return false;
            }
            if (refers_to_self(field) && status.error().fault == Fault::not_found)
                deferred_.push_back({report_.rows, id, &field, text});
            else
                warnings.push_back(status.error().what);
        }
        for (auto& warning : warnings) warn(std::move(warning));
        return true;
    }

    void use_account_currency(const Draft& draft) {
        if (const auto own = crm::account_currency(client_.store(), *entity_, draft); !own.empty())
            reading_.currency = own;
    }

    bool refers_to_self(const MappedField& field) const {
        const auto& targets = *field.target.targets;
        return std::find(targets.begin(), targets.end(), entity_->number) != targets.end();
    }

    Status take_new(const Row& row, const std::string& external) {
        const auto id = new_record_id(now_);
        Draft draft;
        const auto deferred_before = deferred_.size();
        const bool taken = read_row(row, id, true, draft);
        const auto home = taken ? homes_.of(row, crm::parent_of(*entity_, draft)) : Result<crm::Home>{crm::Home{}};
        if (taken && !home) refuse(home.error());
        if (!taken || !home) {
            deferred_.resize(deferred_before);
            return ok();
        }
        crm::own(*entity_, draft, RecordId{home->owner.value_or(client_.user()).bytes});
        crm::enter_first_stage(client_.store(), *entity_, draft);
        crm::follow_stage(client_.store(), *entity_, draft, std::nullopt, std::nullopt);
        if (!external.empty()) known_.emplace(external, id);
        names_.add_if_known(*entity_, title_in(draft), id);
        ++report_.created;
        unflushed_.insert(id);
        return add(home->space,
                   {home->space, Cell{entity_->number, id, column::kBirth, {}}, birth_value(draft.birth()), false});
    }

    /// An empty cell of the file says nothing; a filled one that differs is written.
    Status take_known(const Row& row, const RecordId& id) {
        if (unflushed_.contains(id)) TERN_CHECK(flush_all());
        const auto head = crm::living_head(client_.store(), id);
        Draft draft{head ? crm::cells_of(client_.store(), *head) : crm::Cells{}};
        const auto stage_before = crm::stage_of(*entity_, draft);
        if (!read_row(row, id, false, draft)) return ok();
        ++report_.merged;
        if (!head) return ok();  // a dry run's own row
        crm::follow_stage(client_.store(), *entity_, draft, stage_before, std::nullopt);
        const auto changed = draft.changed();
        if (changed.empty()) return ok();
        if (!client_.may_write(head->space)) {
            --report_.merged;
            refuse(fail(Fault::forbidden, "the record is in a space in which you may not write",
                        "ask a manager of the space"));
            return ok();
        }
        ++report_.updated;
        unflushed_.insert(id);
        for (const auto& [key, value] : changed)
            TERN_CHECK(add(head->space, {head->space, Cell{entity_->number, id, key.first, key.second}, value, false}));
        return ok();
    }

    std::string title_in(const Draft& draft) const {
        std::string out;
        for (const auto& column : entity_->title) {
            const auto* place = entity_->column(column);
            const Value* value = draft.find(place->field->number, place->column->path);
            const auto* text = value == nullptr ? nullptr : value->as<std::string>();
            if (text != nullptr) out += (out.empty() ? "" : " ") + *text;
        }
        return out;
    }

    Status resolve_deferred() {
        for (const Deferred& deferred : deferred_) {
            const auto head = crm::living_head(client_.store(), deferred.record);
            Draft draft{head ? crm::cells_of(client_.store(), *head) : crm::Cells{}};
            const auto status = draft.assign(deferred.field->target, deferred.text, reading_);
            if (!status) report_.warnings.push_back({deferred.row, status.error().what});
            if (!status || !head) continue;
            for (const auto& [key, value] : draft.changed())
                TERN_CHECK(add(head->space, {head->space, Cell{entity_->number, deferred.record, key.first, key.second},
                                             value, false}));
        }
        return ok();
    }

    Status add(const SpaceId& space, store::Write write) {
        auto& batch = batches_[space];
        batch.push_back(std::move(write));
        return batch.size() < kBatchWrites ? ok() : flush(batch);
    }

    Status flush(std::vector<store::Write>& batch) {
        if (!batch.empty() && !request_.dry_run) TERN_CHECK(client_.store().write(batch, client_.author()));
        batch.clear();
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
    crm::NameIndex names_;
    crm::ImportHomes homes_;
    crm::Reading reading_;
    const schema::Entity* entity_ = nullptr;
    std::vector<MappedField> fields_;
    const MappedField* external_ = nullptr;
    bool ask_currency_ = false;
    std::unordered_map<std::string, RecordId> known_;  ///< by external_id
    std::unordered_map<SpaceId, std::vector<store::Write>> batches_;
    std::unordered_set<RecordId> unflushed_;
    std::vector<Deferred> deferred_;
    ImportReport report_;
    Millis now_ = 0;
};

Json notes_json(const std::vector<RowNote>& notes) {
    Json out = Json::array();
    for (const auto& note : notes)
        out.add(Json::object().add("row", Json::count(note.row)).add("reason", Json{note.reason}));
    return out;
}

}  // namespace

Json ImportReport::json() const {
    Json out = Json::object();
    out.add("rows", Json::count(rows))
        .add("created", Json::count(created))
        .add("updated", Json::count(updated))
        .add("merged", Json::count(merged));
    Json columns = Json::array();
    for (const auto& column : ignored) columns.add(Json{column});
    out.add("refused", notes_json(refused)).add("warnings", notes_json(warnings)).add("ignored", std::move(columns));
    return out;
}

Result<ImportReport> import_csv(Client& client, const ImportRequest& request) {
    return caught([&] { return Import{client, request}.run(); });
}

}  // namespace tern

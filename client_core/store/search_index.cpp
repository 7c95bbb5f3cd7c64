#include "client_core/store/search_index.h"

#include "client_core/store/core.h"
#include "client_core/store/current_cells.h"
#include "client_core/store/local_cells.h"
#include "protocol/base/suite.h"

namespace tern::store {
namespace {

constexpr std::string_view kSetting = "search";
/// Records whose tokens check() looks at, spread over all.
constexpr std::int64_t kChecked = 500;

const std::string kInsert = "INSERT INTO search(rowid, tokens) VALUES (?, ?)";
const std::string kRemove = "DELETE FROM search WHERE rowid = ?";
const std::string kLiving = "birth_hlc IS NOT NULL AND alive = 1";

/// What decides how an entity's records are read.
std::string description(const search::Plan& plan) {
    std::string out;
    for (const auto& name : plan.entity().title) out += '/' + name;
    for (const auto& field : plan.entity().fields)
        if (plan.reads(field.number))
            out += ',' + (field.is_custom() ? hex(field.defined_by) : std::to_string(field.number)) + ':' +
                   std::to_string(field.search_weight) + ':' + std::to_string(static_cast<int>(field.type));
    return out;
}

Failure broken(const std::string& what) {
    return fail(Fault::storage, "the local data does not fit together: the " + what + " not what the records say",
                "restore it from a backup, or log in again on an empty folder");
}

}  // namespace

std::vector<CurrentCell> cells_for(Core& core, const RecordRow& record, const Wants& wants) {
    auto cells =
        current_cells(core, record, [&](ColumnNumber column) { return column == column::kCustom || wants(column); });
    for (CurrentCell& cell : cells) to_local(core.schema(), record.entity, cell.column, cell.element);
    return cells;
}

std::vector<search::CellView> views_of(const std::vector<CurrentCell>& cells) {
    std::vector<search::CellView> out;
    out.reserve(cells.size());
    for (const CurrentCell& cell : cells)
        if (!cell.value.is_null()) out.push_back({cell.column, &cell.value});
    return out;
}

SearchIndex::SearchIndex(Database& db, Rollbacks& rollbacks) : db_(db), keys_(db) {
    rollbacks.tell([this] { touched_.clear(); });
}

void SearchIndex::use(const schema::Schema& schema) {
    before_ = std::move(plans_);
    schema_ = &schema;
    plans_.clear();
    for (const auto& entity : schema.entities())
        if (search::Plan plan{entity}; plan.searchable()) plans_.emplace(entity.number, std::move(plan));
    keys_.use(schema);
}

void SearchIndex::follow(Core& core) {
    if (!fitted_) return;  // fit() will see to it
    for (const auto& [number, its_plan] : plans_) {
        const auto at = before_.find(number);
        if (at != before_.end() && description(at->second) == description(its_plan)) continue;
        for (const RecordRow& record : core.records.where("entity = ?1 AND " + kLiving, number))
            touched_.insert(record.rid);
    }
    core.settings.set(kSetting, fingerprint());
}

const search::Plan* SearchIndex::plan(EntityNumber entity) const {
    const auto at = plans_.find(entity);
    return at == plans_.end() ? nullptr : &at->second;
}

bool SearchIndex::reads(EntityNumber entity, ColumnNumber column) const {
    const auto* its_plan = plan(entity);
    return (its_plan != nullptr && its_plan->reads(column)) || keys_.reads(entity, column);
}

void SearchIndex::write(std::int64_t rid, EntityNumber entity, std::span<const search::CellView> cells) {
    if (const auto* its_plan = plan(entity)) db_.run(kInsert, rid, its_plan->tokens(cells));
    keys_.add(rid, entity, cells);
}

void SearchIndex::add(const RecordRow& record, const std::vector<BirthCell>& cells) {
    if (!concerns(record.entity)) return;
    // As merging shows them: by column and element.
    std::vector<std::tuple<ColumnNumber, Bytes, const Value*>> ordered;
    for (const BirthCell& cell : cells) {
        ordered.emplace_back(cell.column, cell.element, &cell.value);
        to_local(*schema_, record.entity, std::get<0>(ordered.back()), std::get<1>(ordered.back()));
    }
    std::sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) {
        return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
    });
    std::vector<search::CellView> views;
    for (const auto& [column, element, value] : ordered) views.push_back({column, value});
    write(record.rid, record.entity, views);
}

void SearchIndex::touch(const RecordRow& record, ColumnNumber column) {
    if (concerns(record.entity) &&
        (column == column::kAlive || column == column::kCustom || reads(record.entity, column)))
        touched_.insert(record.rid);
}

void SearchIndex::touch(const RecordRow& record) {
    if (concerns(record.entity)) touched_.insert(record.rid);
}

void SearchIndex::read(Core& core, const RecordRow& record) {
    const auto cells = cells_for(core, record, [&](ColumnNumber column) { return reads(record.entity, column); });
    write(record.rid, record.entity, views_of(cells));
}

void SearchIndex::flush(Core& core) {
    for (const std::int64_t rid : touched_) {
        const auto record = core.records.at(rid);
        db_.run(kRemove, rid);
        keys_.remove(rid);
        if (record && record->born && record->alive) read(core, *record);
    }
    touched_.clear();
}

Bytes SearchIndex::fingerprint() const {
    std::string all = std::to_string(search::kTokensVersion);
    for (const auto& [number, its_plan] : plans_) all += ' ' + std::to_string(number) + description(its_plan);
    all += '|' + std::to_string(matching::kKeysVersion);
    return copy(suite::h("tern/search", view(all)));
}

void SearchIndex::fit(Core& core) {
    fitted_ = true;
    const Bytes wanted = fingerprint();
    const auto fits = [&] { return core.settings.find(kSetting).value_or(Bytes{}) == wanted; };
    if (fits()) return;
    Transaction tx{db_};
    if (!fits()) {
        build(core);
        core.settings.set(kSetting, wanted);
    }
    tx.commit();
}

void SearchIndex::build(Core& core) {
    db_.run("INSERT INTO search(search) VALUES ('delete-all')");
    keys_.remove_all();
    touched_.clear();
    const Projection::EmptyTablesSkipped faster{core.projection};
    for (const auto& entity : core.schema().entities())
        if (concerns(entity.number))
            for (const RecordRow& record : core.records.where("entity = ?1 AND " + kLiving, entity.number))
                read(core, record);
}

bool SearchIndex::holds(std::int64_t rid, std::string_view token) {
    const std::string quoted = '"' + std::string(token) + '"';
    return db_.find_integer("SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?", quoted, rid).has_value();
}

Status SearchIndex::check_record(Core& core, const RecordRow& record) {
    const auto cells = cells_for(core, record, [&](ColumnNumber column) { return reads(record.entity, column); });
    const auto views = views_of(cells);
    if (!keys_.agrees(record.rid, record.entity, views)) return broken("keys of duplicates are");
    const std::string tokens = plan(record.entity)->tokens(views);
    for (std::size_t at = 0; at < tokens.size();) {
        const auto end = std::min(tokens.find(' ', at), tokens.size());
        if (!holds(record.rid, std::string_view(tokens).substr(at, end - at))) return broken("search index is");
        at = end + 1;
    }
    return ok();
}

Status SearchIndex::check(Core& core) {
    db_.run("INSERT INTO search(search) VALUES ('integrity-check')");
    std::string entities;
    for (const auto& [number, its_plan] : plans_) entities += (entities.empty() ? "" : ", ") + std::to_string(number);
    const std::string living = kLiving + " AND entity IN (" + entities + ")";
    if (db_.find_integer("SELECT 1 FROM search_docsize WHERE id NOT IN (SELECT rid FROM record WHERE " + living +
                         ")") ||
        db_.find_integer("SELECT 1 FROM record WHERE " + living + " AND rid NOT IN (SELECT id FROM search_docsize)"))
        return broken("search index is");
    if (db_.find_integer("SELECT 1 FROM record_key WHERE rid NOT IN (SELECT rid FROM record WHERE " + kLiving + ")") ||
        db_.find_integer("SELECT 1 FROM match_key WHERE rid NOT IN (SELECT rid FROM record_key)"))
        return broken("keys of duplicates are");
    const auto count = db_.find_integer("SELECT count(*) FROM record").value_or(0);
    for (const RecordRow& record : core.records.where(living + " AND rid % ?1 = 0", 1 + count / kChecked))
        TERN_CHECK(check_record(core, record));
    return ok();
}

}  // namespace tern::store

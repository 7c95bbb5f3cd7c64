#include "client_core/crm/import_journal.h"

#include <filesystem>

#include <tern/moment.h>
#include <tern/records.h>
#include "client_core/store/local_cells.h"
#include "protocol/base/utf8.h"

namespace tern::crm {
namespace {

/// An import can be undone for as long as the server keeps history (DESIGN, "history").
constexpr Millis kKeptMs = Millis{90} * 24 * 60 * 60 * 1000;
/// A job's notes stay far below what one value may hold.
constexpr std::size_t kNotesBytes = 16 * 1024;

std::string base_name(const std::string& path) {
    auto name = std::filesystem::path{path}.filename().string();
    for (char& c : name)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '_';
    return is_utf8(view(name)) && !name.empty() ? name : "import";
}

std::string outcome(const ImportReport& report) {
    Json refused = Json::array();
    std::size_t bytes = 0, n = 0;
    for (const auto& note : report.refused) {
        bytes += note.reason.size() + 32;
        if (++n > import_limits::kJobNotes || bytes > kNotesBytes) break;
        refused.add(Json::object().add("row", Json::count(note.row)).add("reason", Json{note.reason}));
    }
    return Json::object()
        .add("created", Json::count(report.created))
        .add("updated", Json::count(report.updated))
        .add("unchanged", Json::count(report.unchanged))
        .add("refused_rows", Json::count(report.refused_rows))
        .add("refused", std::move(refused))
        .dump();
}

}  // namespace

void ImportJournal::describe(std::vector<std::string> match, std::vector<std::pair<std::string, std::string>> map) {
    match_ = std::move(match);
    map_ = std::move(map);
}

Status ImportJournal::begin() {
    std::vector<Assignment> fields{
        {"name", base_name(request_.file)}, {"entity", entity_.name}, {"mode", match_.empty() ? "create" : "upsert"}};
    Json map = Json::object();
    std::size_t bytes = 0;
    for (const auto& [column, field] : map_) {
        bytes += column.size() + field.size() + 8;
        if (bytes < kNotesBytes) map.add(column, Json{field});
    }
    if (map.size() > 0) fields.emplace_back("map", map.dump());
    std::string keys;
    for (const auto& key : match_) keys += (keys.empty() ? "" : "; ") + key;
    if (!keys.empty()) fields.emplace_back("match_keys", keys);
    fields.emplace_back("undo_token", uuid_text(new_record_id(client_.adjusted_now())));
    TERN_TRY(id, Records{client_}.create("import_job", fields));
    job_ = id;
    // Ids tell when they were made: older steps go, as history does.
    const auto oldest = new_record_id(client_.adjusted_now() - kKeptMs);
    client_.store().database().run("DELETE FROM import_step WHERE job < ?", oldest);
    return ok();
}

Status ImportJournal::note(const std::vector<PlannedWrite>& writes) {
    if (!job_) TERN_CHECK(begin());
    auto& db = client_.store().database();
    Transaction tx{db};
    Bytes born;
    for (const auto& [write, before] : writes) {
        if (write.cell.column == column::kBirth) {
            born.insert(born.end(), write.cell.record.bytes.begin(), write.cell.record.bytes.end());
            continue;
        }
        Cell cell = write.cell;
        store::to_stored(client_.schema(), cell.entity, cell.column, cell.element);
        db.run("INSERT INTO import_step(job, seq, ids, field, key, old, new) VALUES(?, ?, ?, ?, ?, ?, ?)", *job_,
               seq_++, cell.record, std::int64_t{cell.column}, cell.element, encode(before), encode(write.value));
    }
    if (!born.empty()) db.run("INSERT INTO import_step(job, seq, ids) VALUES(?, ?, ?)", *job_, seq_++, born);
    tx.commit();
    return ok();
}

Status ImportJournal::finish(const ImportReport& report) {
    if (!job_) return ok();
    return Records{client_}.set(*job_, {{"rows", std::to_string(report.rows)},
                                        {"errors", outcome(report)},
                                        {"done_at", report.stopped ? "" : moment_text(client_.adjusted_now())}});
}

}  // namespace tern::crm

#include "client_core/org/directory.h"

#include <algorithm>

namespace tern::org {
namespace {

constexpr std::string_view kAllRecords =
    "SELECT log, seq, bytes FROM log_record WHERE log = ? AND seq >= ? ORDER BY seq";

crypto::Key key_at(const Rows& rows, int column) { return crypto::Key{rows.blob(column)}; }

}  // namespace

Status Directory::load() {
    org_.reset();
    spaces_.clear();
    keys_.clear();
    return refresh();
}

Status Directory::refresh() {
    return caught([&]() -> Status {
        Database& db = store_.database();
        if (!org_) {
            const auto genesis = db.find_blob("SELECT bytes FROM log_record WHERE kind = 0 AND seq = 0");
            if (!genesis) return ok();
            TERN_TRY(log, OrgLog::begin(*genesis));
            org_ = std::move(log);
            note_time(*genesis);
        }
        Rows org_rows = db.query(kAllRecords, log_of(org_->id()), org_->length());
        while (org_rows.next()) TERN_CHECK(take_org(org_rows.blob(2)));

        std::vector<LogId> logs;
        Rows log_rows = db.query("SELECT log FROM log_record WHERE kind = 1 AND seq = 0 ORDER BY log");
        while (log_rows.next()) logs.push_back(log_rows.id<LogId>(0));
        for (const auto& log : logs) {
            const SpaceId id{log.bytes};
            const auto* known = space(id);
            Rows rows = db.query(kAllRecords, log, known == nullptr ? 0U : known->length());
            while (rows.next()) TERN_CHECK(take_space(id, rows.blob(2)));
        }
        Rows key_rows = db.query("SELECT space, epoch, tag_gen, space_key, hist_key, tag_key FROM space_key");
        while (key_rows.next()) {
            const auto at = std::pair{key_rows.id<SpaceId>(0), static_cast<std::uint32_t>(key_rows.integer(1))};
            if (keys_.contains(at)) continue;
            keys_.emplace(at, crypto::SpaceKeys{at.second, static_cast<std::uint16_t>(key_rows.integer(2)),
                                                key_at(key_rows, 3), key_at(key_rows, 4), key_at(key_rows, 5)});
        }
        return ok();
    });
}

Status Directory::begin(ByteView genesis, const OrgId& expected) {
    if (org_id_of(genesis) != expected)
        return fail(Fault::forged, "the server shows another org than the one expected",
                    "check the invitation with who sent it");
    if (org_) return ok();
    TERN_TRY(log, OrgLog::begin(genesis));
    TERN_CHECK(store_record(log_of(expected), 0, genesis));
    org_ = std::move(log);
    note_time(genesis);
    return ok();
}

const SpaceLog* Directory::space(const SpaceId& id) const {
    const auto found = spaces_.find(id);
    return found == spaces_.end() ? nullptr : &found->second;
}

Status Directory::take_org(ByteView record) {
    TERN_CHECK(org_->append(record));
    note_time(record);
    return ok();
}

Status Directory::take_space(const SpaceId& id, ByteView record) {
    const auto found = spaces_.find(id);
    if (found == spaces_.end()) {
        TERN_TRY(log, SpaceLog::begin(record, *org_));
        if (log.id() != id)
            return fail(Fault::forged, "the server shows another space than the one asked for", "tell your admin");
        spaces_.emplace(id, std::move(log));
    } else {
        TERN_CHECK(found->second.append(record, *org_));
    }
    note_time(record);
    return ok();
}

Status Directory::append_org(ByteView record) {
    const auto seq = org_->length();
    TERN_CHECK(take_org(record));
    return store_record(log_of(org_->id()), seq, record);
}

Status Directory::append_space(const SpaceId& id, ByteView record) {
    const auto* known = space(id);
    const auto seq = known == nullptr ? 0U : known->length();
    TERN_CHECK(take_space(id, record));
    return store_record(log_of(id), seq, record);
}

Status Directory::store_record(const LogId& log, std::uint32_t seq, ByteView record) {
    return caught([&]() -> Status {
        const bool is_org = !org_ || log == log_of(org_->id());
        store_.database().run("INSERT OR IGNORE INTO log_record (log, seq, kind, bytes) VALUES (?, ?, ?, ?)", log, seq,
                              is_org ? 0 : 1, record);
        return ok();
    });
}

std::vector<Bytes> Directory::records(const LogId& log, std::uint32_t from, std::size_t bytes) {
    std::vector<Bytes> out;
    std::size_t total = 0;
    Rows rows = store_.database().query(kAllRecords, log, from);
    while (rows.next()) {
        total += rows.blob(2).size();
        if (!out.empty() && total > bytes) break;
        out.push_back(copy(rows.blob(2)));
    }
    return out;
}

const crypto::SpaceKeys* Directory::keys(const SpaceId& space, std::uint32_t epoch) const {
    const auto found = keys_.find({space, epoch});
    return found == keys_.end() ? nullptr : &found->second;
}

Status Directory::add_keys(const SpaceId& id, const crypto::SpaceKeys& newest) {
    const auto* log = space(id);
    if (log == nullptr) return fail(Fault::not_found, "keys for a space whose log is not here");
    return caught([&]() -> Status {
        crypto::SpaceKeys keys = newest;
        for (;;) {
            if (!keys_.contains({id, keys.epoch})) {
                store_.database().run(
                    "INSERT OR REPLACE INTO space_key (space, epoch, tag_gen, space_key, hist_key, tag_key) VALUES (?, "
                    "?, ?, ?, ?, ?)",
                    id, keys.epoch, keys.tag_gen, ByteView{keys.space_key}, ByteView{keys.hist_key},
                    ByteView{keys.tag_key});
                keys_.emplace(std::pair{id, keys.epoch}, keys);
            }
            const auto& epochs = log->epochs();
            const auto at = std::find_if(epochs.begin(), epochs.end(),
                                         [&](const SpaceEpoch& e) { return e.block.epoch == keys.epoch; });
            if (at == epochs.begin() || at == epochs.end()) return ok();
            const auto before = std::prev(at);
            if (keys_.contains({id, before->block.epoch})) return ok();
            TERN_TRY(previous, keys.unwrap_previous(log->key_scope(keys.epoch), at->block,
                                                    log->key_scope(before->block.epoch), before->block));
            keys = previous;
        }
    });
}

std::optional<SpaceId> Directory::org_space() const {
    for (const auto& [id, log] : spaces_)
        if (log.kind() == SpaceKind::org) return id;
    return std::nullopt;
}

SpaceRole Directory::role(const SpaceId& id, const UserId& user) const {
    const auto* log = space(id);
    return log == nullptr ? SpaceRole::none : log->role(user);
}

void Directory::note_time(ByteView bytes) {
    const auto record = read_log_record(bytes);
    if (record) signed_times_[record->user] = std::max(signed_times_[record->user], record->time_ms);
}

Millis Directory::newest_signed_time(const UserId& except) const {
    Millis newest = 0;
    for (const auto& [user, time] : signed_times_)
        if (user != except) newest = std::max(newest, time);
    return newest;
}

}  // namespace tern::org

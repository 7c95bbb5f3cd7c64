#include "client_core/sync/state.h"

namespace tern::sync {
namespace {

constexpr std::string_view kLineageSetting = "lineage";
constexpr std::string_view kWitnessSetting = "witness";

/// What two deltas under one stamp must share: tags and content, whatever key or number they travel under.
std::array<std::uint8_t, 16> content_hash(const DeltaFrame& frame, ByteView content) {
    ByteWriter message;
    for (const auto& tag : frame.header.tags) message.raw(tag);
    message.raw(content);
    return suite::h16("fs1/content", message.bytes());
}

}  // namespace

Bytes content_of(std::span<const Change> changes) {
    ByteWriter out;
    for (const auto& change : changes) out.lp(change.value);
    return out.take();
}

std::int64_t State::number_of(const char* table, ByteView id) {
    auto& cache = std::string_view{table} == "sync_space" ? spaces_ : devices_;
    const Bytes key = copy(id);
    if (const auto found = cache.find(key); found != cache.end()) return found->second;
    Database& db = store_.database();
    const std::string name{table};
    auto n = db.find_integer("SELECT n FROM " + name + " WHERE id = ?", id);
    if (!n) {
        db.run("INSERT INTO " + name + " (id) VALUES (?)", id);
        return db.last_rowid();  // not cached: the caller's transaction may still roll back
    }
    cache[key] = *n;
    return *n;
}

SpaceCursor State::space(const SpaceId& id) {
    SpaceCursor out;
    Rows rows =
        store_.database().query("SELECT stage, cursor, until, last_seq, acked_env FROM sync_space WHERE id = ?", id);
    if (!rows.next()) return out;
    out.stage = static_cast<Stage>(rows.integer(0));
    out.cursor = static_cast<std::uint64_t>(rows.integer(1));
    out.until = static_cast<std::uint64_t>(rows.integer(2));
    out.last_seq = static_cast<std::uint64_t>(rows.integer(3));
    out.acked_env = array_of<16>(rows.blob(4));
    return out;
}

void State::save(const SpaceId& id, const SpaceCursor& c) {
    store_.database().run(
        "UPDATE sync_space SET stage = ?, cursor = ?, until = ?, last_seq = ?, acked_env = ? WHERE n = ?",
        static_cast<int>(c.stage), static_cast<std::int64_t>(c.cursor), static_cast<std::int64_t>(c.until),
        static_cast<std::int64_t>(c.last_seq), c.acked_env, number_of("sync_space", id));
}

void State::reset_cursors() { store_.database().run("UPDATE sync_space SET stage = 0, cursor = 0, until = 0"); }

bool State::seen(const DeltaFrame& frame) {
    return env_of(frame.header.space, frame.header.device, frame.header.dev_seq) == env_id16(frame.env_id);
}

bool State::equivocates(const DeltaFrame& frame, ByteView content) {
    const auto same_number = env_of(frame.header.space, frame.header.device, frame.header.dev_seq);
    if (same_number && *same_number != env_id16(frame.env_id)) return true;
    if (frame.header.kind == DeltaKind::carry) return false;  // its changes bear stamps of their own
    const auto content16 = content_hash(frame, content);
    Rows rows = store_.database().query("SELECT content FROM seen_delta WHERE space = ? AND device = ? AND hlc = ?",
                                        number_of("sync_space", frame.header.space),
                                        number_of("sync_device", frame.header.device),
                                        static_cast<std::int64_t>(frame.header.hlc.value));
    while (rows.next())
        if (!rows.blob(0).empty() && !equal(rows.blob(0), content16)) return true;
    return false;
}

void State::mark_seen(const DeltaFrame& frame, ByteView content) {
    const auto content16 = content_hash(frame, content);
    const bool comparable = frame.header.kind != DeltaKind::carry && !content.empty();
    store_.database().run(
        "INSERT OR IGNORE INTO seen_delta (space, device, dev_seq, env, hlc, content) VALUES (?, ?, ?, ?, ?, ?)",
        number_of("sync_space", frame.header.space), number_of("sync_device", frame.header.device),
        static_cast<std::int64_t>(frame.header.dev_seq), env_id16(frame.env_id),
        static_cast<std::int64_t>(frame.header.hlc.value), comparable ? ByteView{content16} : ByteView{});
}

std::optional<std::array<std::uint8_t, 16>> State::env_of(const SpaceId& space, const DeviceId& device,
                                                          std::uint64_t dev_seq) {
    const auto env = store_.database().find_blob(
        "SELECT env FROM seen_delta WHERE space = ? AND device = ? AND dev_seq = ?", number_of("sync_space", space),
        number_of("sync_device", device), static_cast<std::int64_t>(dev_seq));
    return env ? std::optional{array_of<16>(*env)} : std::nullopt;
}

std::uint64_t State::last_seq_seen(const SpaceId& space, const DeviceId& device) {
    return static_cast<std::uint64_t>(
        store_.database()
            .find_integer("SELECT max(dev_seq) FROM seen_delta WHERE space = ? AND device = ?",
                          number_of("sync_space", space), number_of("sync_device", device))
            .value_or(0));
}

void State::refuse(const SpaceId& space, const Hash& env_id, Fault reason, ByteView bytes) {
    store_.database().run("INSERT OR REPLACE INTO refused_delta (space, env, reason, bytes) VALUES (?, ?, ?, ?)", space,
                          env_id16(env_id), name(reason), bytes);
}

std::vector<Quarantined> State::quarantined() {
    std::vector<Quarantined> out;
    Rows rows =
        store_.database().query("SELECT rowid, space, bytes FROM refused_delta WHERE length(bytes) > 0 ORDER BY rowid");
    while (rows.next()) out.push_back({rows.integer(0), rows.id<SpaceId>(1), copy(rows.blob(2))});
    return out;
}

void State::release(std::int64_t row) { store_.database().run("DELETE FROM refused_delta WHERE rowid = ?", row); }

std::int64_t State::refused_deltas() {
    return store_.database().find_integer("SELECT count(*) FROM refused_delta").value_or(0);
}

Millis State::witness() {
    const auto bytes = store_.setting(kWitnessSetting);
    return bytes ? static_cast<Millis>(ByteReader{*bytes}.u64()) : 0;
}

void State::set_witness(Millis time) {
    ByteWriter bytes;
    bytes.u64(static_cast<std::uint64_t>(time));
    store_.set_setting(kWitnessSetting, bytes.bytes());
}

std::vector<Bytes> State::lineage() {
    std::vector<Bytes> out;
    const auto bytes = store_.setting(kLineageSetting).value_or(Bytes{});
    for (std::size_t at = 0; at + 16 <= bytes.size(); at += 16) out.push_back(copy(ByteView{bytes}.subspan(at, 16)));
    return out;
}

void State::set_lineage(const std::vector<Bytes>& markers) {
    Bytes bytes;
    for (const auto& marker : markers) bytes.insert(bytes.end(), marker.begin(), marker.end());
    store_.set_setting(kLineageSetting, bytes);
}

}  // namespace tern::sync

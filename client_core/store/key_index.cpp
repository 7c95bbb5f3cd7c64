#include "client_core/store/key_index.h"

#include <algorithm>

namespace tern::store {
namespace {

/// The hashes in a row of record_key.
template <class F>
void each_hash(ByteView packed, F&& use) {
    ByteReader in{packed};
    while (in.left() >= 8) use(static_cast<std::int64_t>(in.u64()));
}

}  // namespace

void KeyIndex::use(const schema::Schema& schema) {
    plans_.clear();
    for (const auto& entity : schema.entities())
        if (matching::Plan plan{entity}; plan.has_keys()) plans_.emplace(entity.number, std::move(plan));
}

const matching::Plan* KeyIndex::plan(EntityNumber entity) const {
    const auto at = plans_.find(entity);
    return at == plans_.end() ? nullptr : &at->second;
}

bool KeyIndex::reads(EntityNumber entity, ColumnNumber column) const {
    const auto* its_plan = plan(entity);
    return its_plan != nullptr && its_plan->reads(column);
}

Bytes KeyIndex::packed(EntityNumber entity, std::span<const search::CellView> cells) const {
    const auto* its_plan = plan(entity);
    std::vector<std::uint64_t> hashes;
    if (its_plan != nullptr)
        for (const auto& key : its_plan->keys(cells)) hashes.push_back(static_cast<std::uint64_t>(key.hash));
    std::sort(hashes.begin(), hashes.end());
    ByteWriter out;
    for (const std::uint64_t hash : hashes) out.u64(hash);
    return out.take();
}

void KeyIndex::add(std::int64_t rid, EntityNumber entity, std::span<const search::CellView> cells) {
    const Bytes hashes = packed(entity, cells);
    if (hashes.empty()) return;
    db_.run("INSERT INTO record_key(rid, hashes) VALUES (?, ?)", rid, hashes);
    each_hash(hashes, [&](std::int64_t hash) { db_.run("INSERT INTO match_key(hash, rid) VALUES (?, ?)", hash, rid); });
}

void KeyIndex::remove(std::int64_t rid) {
    const auto hashes = db_.find_blob("SELECT hashes FROM record_key WHERE rid = ?", rid);
    if (!hashes) return;
    each_hash(*hashes,
              [&](std::int64_t hash) { db_.run("DELETE FROM match_key WHERE hash = ? AND rid = ?", hash, rid); });
    db_.run("DELETE FROM record_key WHERE rid = ?", rid);
}

void KeyIndex::remove_all() { db_.script("DELETE FROM match_key; DELETE FROM record_key"); }

bool KeyIndex::agrees(std::int64_t rid, EntityNumber entity, std::span<const search::CellView> cells) {
    const Bytes hashes = packed(entity, cells);
    bool all = db_.find_blob("SELECT hashes FROM record_key WHERE rid = ?", rid).value_or(Bytes{}) == hashes;
    each_hash(hashes, [&](std::int64_t hash) {
        all &= db_.find_integer("SELECT 1 FROM match_key WHERE hash = ? AND rid = ?", hash, rid).has_value();
    });
    return all;
}

}  // namespace tern::store

#include "client_core/store/writer.h"

#include <algorithm>

#include "protocol/limits.h"

namespace tern::store {
namespace {

/// Of a delta's 64 KiB, the rest is for padding and what the envelope's body adds to each change.
constexpr std::size_t kContentBytes = 56 * 1024;
constexpr std::size_t kBytesPerChange = 64;
constexpr std::size_t kBytesPerBase = 24;
constexpr std::size_t kBytesPerBirthCell = 12;

Failure too_long() {
    return fail(Fault::bad_argument, "a value is larger than 48 KiB",
                "shorten it, or attach it as a file; nothing was written");
}

}  // namespace

Status Writer::write(std::span<const Write> writes) {
    TERN_TRY(plans, plan(writes));
    for (auto& [space, plan] : plans) TERN_CHECK(write_space(space, plan));
    merger_.flush();
    return ok();
}

Result<std::vector<std::pair<SpaceId, Writer::Plan>>> Writer::plan(std::span<const Write> writes) {
    std::vector<std::pair<SpaceId, Plan>> out;
    std::map<std::pair<SpaceId, Cell>, std::size_t> last;
    for (std::size_t i = 0; i < writes.size(); ++i) last[{writes[i].space, writes[i].cell}] = i;
    for (std::size_t i = 0; i < writes.size(); ++i) {
        if (last[{writes[i].space, writes[i].cell}] != i) continue;
        auto at = std::find_if(out.begin(), out.end(), [&](const auto& p) { return p.first == writes[i].space; });
        if (at == out.end()) at = out.insert(out.end(), {writes[i].space, {}});
        TERN_CHECK(put_into(at->second, writes[i]));
    }
    for (auto& [space, plan] : out) {
        fold_into_births(plan);
        split_births(plan);
    }
    return out;
}

std::size_t Writer::encoded_size(const Value& value) {
    scratch_.clear();
    encode(value, scratch_);
    return scratch_.size();
}

Status Writer::put_into(Plan& plan, const Write& write) {
    Planned planned{write.cell, {}, {}, write.settles, {}, {}, 0};
    if (write.cell.column == column::kBirth) {
        auto cells = parse_birth(write.value);
        if (!cells) return fail(Fault::bad_argument, "a new record's fields are not laid out as they must be");
        for (const BirthCell& cell : *cells)
            if (encoded_size(cell.value) > limits::kValueBytes) return too_long();
        planned.birth = std::move(*cells);
    } else {
        if (write.cell.column == column::kAlive && !parse_alive(write.value))
            return fail(Fault::bad_argument, "a deletion is not laid out as it must be");
        if (write.cell.column == column::kHome)
            return fail(Fault::bad_argument, "a record's home is not written directly");
        if (encoded_size(write.value) > limits::kValueBytes) return too_long();
        planned.value = write.value;
    }
    plan.push_back(std::move(planned));
    return ok();
}

/// Under one stamp a record has its birth or later changes, never both: what is written of it together with its birth
/// becomes part of that.
void Writer::fold_into_births(Plan& plan) {
    std::map<std::pair<EntityNumber, RecordId>, std::size_t> births;
    for (std::size_t i = 0; i < plan.size(); ++i)
        if (plan[i].cell.column == column::kBirth) births[{plan[i].cell.entity, plan[i].cell.record}] = i;
    if (births.empty()) return;
    std::vector<bool> folded(plan.size(), false);
    for (std::size_t i = 0; i < plan.size(); ++i) {
        const Cell& cell = plan[i].cell;
        const auto at = births.find({cell.entity, cell.record});
        if (cell.column < column::kCustom || at == births.end()) continue;
        auto& cells = plan[at->second].birth;
        std::erase_if(cells, [&](const BirthCell& c) { return c.column == cell.column && c.element == cell.element; });
        if (!plan[i].value.is_null()) cells.push_back({cell.column, cell.element, std::move(plan[i].value)});
        folded[i] = true;
    }
    Plan left;
    for (std::size_t i = 0; i < plan.size(); ++i)
        if (!folded[i]) left.push_back(std::move(plan[i]));
    // Births first: what deletes a record that is born here comes after it.
    std::stable_partition(left.begin(), left.end(), [](const Planned& p) { return p.cell.column == column::kBirth; });
    plan = std::move(left);
}

/// What does not fit into a delta beside the rest of a birth follows as cells.
void Writer::split_births(Plan& plan) {
    Plan out;
    for (Planned& planned : plan) {
        std::vector<BirthCell> all = std::move(planned.birth);
        planned.birth.clear();
        Planned birth = std::move(planned);
        Plan later;
        birth.bytes = kBytesPerChange + kBytesPerBase;
        for (BirthCell& cell : all) {
            const std::size_t bytes = encoded_size(cell.value) + cell.element.size() + kBytesPerBirthCell;
            if (birth.bytes + bytes > kContentBytes) {
                Cell place = birth.cell;
                place.column = cell.column;
                place.element = std::move(cell.element);
                later.push_back({std::move(place), std::move(cell.value), {}, false, {}, {}, 0});
                continue;
            }
            birth.bytes += bytes;
            birth.birth.push_back(std::move(cell));
        }
        out.push_back(std::move(birth));
        std::move(later.begin(), later.end(), std::back_inserter(out));
    }
    plan = std::move(out);
}

Status Writer::write_space(const SpaceId& space, Plan& plan) {
    space_ = core_.refs.spaces.number(space);
    for (Planned& planned : plan) TERN_CHECK(add(planned));
    flush(false);
    return ok();
}

Status Writer::add(Planned& planned) {
    const bool is_birth = planned.cell.column == column::kBirth;
    if (born_.contains(planned.cell.record)) flush(false);
    TERN_CHECK(look_up(planned));
    if (clock_.needs_bump(planned.replaced)) {
        flush(false);
        delta_.push_back(std::move(planned));
        flush(true);
        return ok();
    }
    if (!is_birth) planned.bytes = kBytesPerChange + encoded_size(planned.value) + planned.cell.element.size();
    planned.bytes += kBytesPerBase * planned.bases.size();
    if (delta_.size() == limits::kDeltaTags || delta_bytes_ + planned.bytes > kContentBytes) flush(false);
    delta_bytes_ += planned.bytes;
    if (is_birth) born_.insert(planned.cell.record);
    delta_.push_back(std::move(planned));
    return ok();
}

/// What the write replaces, hence its bases; and, for a deletion, what its author has seen.
Status Writer::look_up(Planned& planned) {
    const Cell& cell = planned.cell;
    const auto record = core_.records.find(space_, cell.record, cell.entity);
    if (!record || !record->born) {
        if (cell.column == column::kBirth) return ok();
        return fail(Fault::not_found, "there is no such record in this space",
                    "it may have been moved; look for it again");
    }
    planned.replaced = merger_.shown(*record, cell.column, cell.element).stamp;
    planned.bases = {planned.replaced};
    if (planned.settles) {
        for (const ChangeRow& row : core_.log.of_cell(record->rid, cell.column, cell.element))
            if (row.conflict) planned.bases.push_back(row.stamp);
        if (cell.column == column::kAlive && record->lost) planned.bases.push_back(*record->lost);
    }
    // The winner is the greatest; of a longer list the rest is settled by the next write.
    std::sort(planned.bases.begin(), planned.bases.end());
    planned.bases.erase(std::unique(planned.bases.begin(), planned.bases.end()), planned.bases.end());
    if (planned.bases.size() > limits::kBases)
        planned.bases.erase(planned.bases.begin(), planned.bases.end() - limits::kBases);
    planned.replaced = planned.bases.back();
    if (cell.column == column::kAlive) {
        Alive alive = parse_alive(planned.value).value();
        if (!alive.alive && alive.seen.is_zero()) {
            alive.seen = record->newest;
            planned.value = alive_value(alive);
        }
    }
    return ok();
}

void Writer::flush(bool bump) {
    if (delta_.empty()) return;
    Stamp replaced;
    for (const Planned& planned : delta_) replaced = std::max(replaced, planned.replaced);
    const Hlc hlc = bump ? clock_.bump(space_, replaced) : clock_.next(space_, replaced);
    const Stamp stamp{hlc, author_.device};
    core_.db.run("INSERT INTO txn(space, hlc, dev, bump, state) VALUES (?, ?, ?, ?, 0)", space_, hlc.value,
                 core_.refs.devices.number(author_.device), bump ? 1 : 0);
    const std::int64_t txn = core_.db.last_rowid();
    for (const Planned& planned : delta_) {
        if (planned.cell.column == column::kBirth)
            merger_.apply_birth(space_, planned.cell, stamp, planned.bases, planned.birth, txn);
        else
            merger_.apply(space_, Change{planned.cell, encode(planned.value), planned.bases, stamp}, txn);
    }
    delta_.clear();
    delta_bytes_ = 0;
    born_.clear();
}

}  // namespace tern::store

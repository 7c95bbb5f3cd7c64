#include "client_core/store/projection.h"

#include <algorithm>
#include <limits>

#include "client_core/store/scalar.h"

namespace tern::store {
namespace {

using schema::Column;
using schema::Type;
using Columns = std::span<const Column>;

/// The columns whose path goes through member `number` at `depth`: a run, since columns are in the order of paths.
std::pair<std::size_t, std::size_t> run_of(Columns columns, std::size_t depth, std::uint32_t number) {
    std::size_t first = 0;
    while (first < columns.size() && columns[first].path[depth] != number) ++first;
    std::size_t last = first;
    while (last < columns.size() && columns[last].path[depth] == number) ++last;
    return {first, last - first};
}

bool is_leaf(Columns columns, std::size_t depth) { return columns.size() == 1 && columns[0].path.size() == depth; }

/// Spreads a value over its columns. False: some of it did not fit.
bool spread(const Value& value, Columns columns, std::size_t depth, std::span<Bound> out) {
    if (is_leaf(columns, depth)) return put_scalar(columns[0].type, value, out[0]);
    const auto* map = value.as<Value::Map>();
    if (map == nullptr || map->empty()) return false;
    bool exact = true;
    for (const auto& [number, member] : *map) {
        const auto [first, count] = run_of(columns, depth, number);
        exact &= count > 0 && spread(member, columns.subspan(first, count), depth + 1, out.subspan(first, count));
    }
    return exact;
}

/// The inverse. Null, not an empty map, where all columns are null.
Value gather(const Rows& rows, int at, Columns columns, std::size_t depth) {
    if (is_leaf(columns, depth)) return get_scalar(columns[0].type, rows, at);
    Value::Map map;
    for (std::size_t i = 0; i < columns.size();) {
        const std::uint32_t number = columns[i].path[depth];
        std::size_t end = i;
        while (end < columns.size() && columns[end].path[depth] == number) ++end;
        Value member = gather(rows, at + static_cast<int>(i), columns.subspan(i, end - i), depth + 1);
        if (!member.is_null()) map.emplace_back(number, std::move(member));
        i = end;
    }
    return map.empty() ? Value{} : Value{std::move(map)};
}

/// An element that is there: what its row says.
Value gather_element(const ElementField& field, const Rows& rows, int at) {
    if (field.field->type == Type::set || field.field->type == Type::refs) return true;
    Value value = gather(rows, at, field.field->columns, 0);
    if (value.is_null() && field.field->type == Type::list) return Value::Map{};
    return value;
}

/// As it travels.
ColumnCell cell_of(const schema::Field& field, ByteView element, Value value) {
    if (!field.is_custom()) return {field.number, copy(element), std::move(value)};
    Bytes place(field.defined_by.bytes.begin(), field.defined_by.bytes.end());
    place.insert(place.end(), element.begin(), element.end());
    return {column::kCustom, std::move(place), std::move(value)};
}

}  // namespace

Projection::Projection(Database& db, Rollbacks& rollbacks) : db_(db) {
    rollbacks.tell([this] { indexed_.clear(); });
}

void Projection::use(const Tables& tables) {
    tables_ = &tables;
    indexed_.clear();
    empty_.clear();
}

void Projection::index(EntityNumber entity) {
    if (!indexed_.insert(entity).second) return;
    for (const std::string& sql : tables_->of(entity)->indexes) db_.script(sql);
}

std::vector<std::size_t> Projection::insert(EntityNumber entity, std::int64_t rid,
                                            const std::vector<BirthCell>& cells) {
    std::vector<std::size_t> irregular;
    const EntityTable* table = tables_->of(entity);
    std::vector<Bound> bound(1 + (table == nullptr ? 0 : table->columns), Bound(std::nullopt));
    bound[0] = Bound(rid);
    std::vector<std::pair<std::size_t, Slot>> elements;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const BirthCell& cell = cells[i];
        const Slot slot = table != nullptr ? slot_of(*table, cell.column, cell.element) : Slot{};
        if (slot.plain != nullptr) {
            const Columns columns = slot.plain->field->columns;
            if (spread(cell.value, columns, 0, std::span{bound}.subspan(1 + slot.plain->first, columns.size())))
                continue;
        } else if (slot.elements != nullptr) {
            elements.emplace_back(i, slot);
            continue;
        }
        irregular.push_back(i);
    }
    if (table != nullptr) {
        index(entity);
        db_.run_bound(table->insert, bound);
    }
    for (const auto& [i, slot] : elements)
        if (!put_element(*slot.elements, rid, slot.element, cells[i].value)) irregular.push_back(i);
    return irregular;
}

void Projection::remove(EntityNumber entity, std::int64_t rid) {
    const EntityTable* table = tables_->of(entity);
    if (table == nullptr) return;
    db_.run(table->remove, rid);
    for (const auto& [number, field] : table->elements) db_.run(field.clear, rid);
}

bool Projection::put(EntityNumber entity, std::int64_t rid, ColumnNumber column, ByteView element, const Value& value) {
    const EntityTable* table = tables_->of(entity);
    if (table == nullptr) return value.is_null();
    const Slot slot = slot_of(*table, column, element);
    if (slot.elements != nullptr) return put_element(*slot.elements, rid, slot.element, value);
    if (slot.plain == nullptr) return value.is_null();
    const Columns columns = slot.plain->field->columns;
    std::vector<Bound> bound(columns.size() + 1, Bound(std::nullopt));
    bound.back() = Bound(rid);
    const bool exact = value.is_null() || spread(value, columns, 0, std::span{bound}.first(columns.size()));
    db_.run_bound(slot.plain->update, bound);
    return exact;
}

bool Projection::put_element(const ElementField& field, std::int64_t rid, ByteView element, const Value& value) {
    const Columns columns = field.field->columns;
    bool exact = true;
    if (value.is_null()) {
        db_.run(field.remove, rid, element);
    } else {
        std::vector<Bound> bound(columns.size() + 2, Bound(std::nullopt));
        bound[0] = Bound(rid);
        bound[1] = Bound(element);
        const auto* map = value.as<Value::Map>();
        if (columns.empty())
            exact = value == Value{true};
        else if (field.field->type != Type::list || map == nullptr || !map->empty())  // an empty map is just the row
            exact = spread(value, columns, 0, std::span{bound}.subspan(2));
        db_.run_bound(field.upsert, bound);
    }
    if (field.field->type == Type::counter) update_sum(field, rid);
    return exact;
}

/// Added up here: SQLite's sum() fails on overflow, and increments come from strangers.
void Projection::update_sum(const ElementField& field, std::int64_t rid) {
    std::int64_t sum = 0;
    {
        Rows rows = db_.query(field.select_all, rid);
        while (rows.next()) {
            const std::int64_t part = rows.integer(1);
            if (__builtin_add_overflow(sum, part, &sum))
                sum = part > 0 ? std::numeric_limits<std::int64_t>::max() : std::numeric_limits<std::int64_t>::min();
        }
    }
    db_.run(field.update_sum, sum, rid);
}

Value Projection::get(EntityNumber entity, std::int64_t rid, ColumnNumber column, ByteView element) {
    const EntityTable* table = tables_->of(entity);
    if (table == nullptr) return {};
    const Slot slot = slot_of(*table, column, element);
    if (slot.elements != nullptr) {
        Rows rows = db_.query(slot.elements->select, rid, slot.element);
        return rows.next() ? gather_element(*slot.elements, rows, 0) : Value{};
    }
    if (slot.plain == nullptr) return {};
    Rows rows = db_.query(slot.plain->select, rid);
    return rows.next() ? gather(rows, 0, slot.plain->field->columns, 0) : Value{};
}

void Projection::get_all(EntityNumber entity, std::int64_t rid, std::vector<ColumnCell>& out,
                         const std::function<bool(ColumnNumber)>& wants) {
    const EntityTable* table = tables_->of(entity);
    if (table == nullptr) return;
    {
        Rows rows = db_.query(table->select, rid);
        if (!rows.next()) return;
        for (const auto& [number, plain] : table->plain) {
            if (wants && !wants(number)) continue;
            Value value = gather(rows, static_cast<int>(plain.first), plain.field->columns, 0);
            if (!value.is_null()) out.push_back(cell_of(*plain.field, {}, std::move(value)));
        }
    }
    for (const auto& [number, field] : table->elements) {
        if ((wants && !wants(number)) || is_skipped(field)) continue;
        Rows rows = db_.query(field.select_all, rid);
        while (rows.next()) {
            Value value = gather_element(field, rows, 1);
            if (!value.is_null()) out.push_back(cell_of(*field.field, rows.blob(0), std::move(value)));
        }
    }
}

bool Projection::is_skipped(const ElementField& field) {
    if (!skips_empty_) return false;
    const auto [at, unknown] = empty_.try_emplace(&field, false);
    if (unknown) at->second = !db_.find_integer("SELECT 1 FROM " + field.table + " LIMIT 1");
    return at->second;
}

Projection::EmptyTablesSkipped::EmptyTablesSkipped(Projection& projection) : projection_(projection) {
    projection_.skips_empty_ = true;
}

Projection::EmptyTablesSkipped::~EmptyTablesSkipped() {
    projection_.skips_empty_ = false;
    projection_.empty_.clear();
}

}  // namespace tern::store

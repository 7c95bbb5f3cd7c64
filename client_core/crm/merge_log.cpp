#include "client_core/crm/merge_log.h"

#include <algorithm>
#include <map>

#include "client_core/crm/rules.h"
#include "client_core/crm/text.h"
#include "client_core/store/local_cells.h"
#include "protocol/base/suite.h"

namespace tern::crm {
namespace {

constexpr std::uint32_t kOrder = 1, kRecord = 2, kEntity = 3, kField = 4, kElement = 5, kBefore = 6, kAfter = 7;

const schema::Entity& entity_of(Client& client) { return *client.schema().entity(std::string_view{"merge"}); }
ColumnNumber field(Client& client, std::string_view name) { return entity_of(client).field(name)->number; }

/// Under the numbers that last: other devices, and this one tomorrow, give custom fields other ones.
Value element_of(const schema::Schema& schema, const CellEdit& edit, std::int64_t order) {
    ColumnNumber column = edit.column;
    Bytes element = edit.element;
    store::to_stored(schema, edit.head.entity, column, element);
    Value::Map map;
    map.emplace_back(kOrder, Decimal::normal(order, 0));
    map.emplace_back(kRecord, uuid_text(edit.head.id));
    map.emplace_back(kEntity, std::int64_t{edit.head.entity});
    map.emplace_back(kField, std::int64_t{column});
    if (!element.empty()) map.emplace_back(kElement, element);
    map.emplace_back(kBefore, encode(edit.before));
    map.emplace_back(kAfter, digest_of(edit.after));
    return Value{std::move(map)};
}

std::optional<MergedCell> cell_of(const schema::Schema& schema, const Value& element) {
    const auto text = [&](std::uint32_t n) {
        const Value* member = element.member(n);
        return member == nullptr ? nullptr : member->as<std::string>();
    };
    const auto bytes = [&](std::uint32_t n) {
        const Value* member = element.member(n);
        return member == nullptr ? nullptr : member->as<Bytes>();
    };
    const auto number = [&](std::uint32_t n) {
        const Value* member = element.member(n);
        const auto* value = member == nullptr ? nullptr : member->as<std::int64_t>();
        return value == nullptr || *value < 0 || *value > 0xffff ? -1 : *value;
    };
    const auto* record = text(kRecord);
    const auto id = record == nullptr ? std::nullopt : record_id_from(*record);
    if (!id || number(kEntity) < 0 || number(kField) < 0 || bytes(kBefore) == nullptr || bytes(kAfter) == nullptr)
        return std::nullopt;
    auto before = decode_value(*bytes(kBefore));
    if (!before) return std::nullopt;
    MergedCell out{*id,
                   static_cast<EntityNumber>(number(kEntity)),
                   static_cast<ColumnNumber>(number(kField)),
                   {},
                   std::move(*before),
                   *bytes(kAfter)};
    if (const auto* name = bytes(kElement)) out.element = *name;
    if (!store::to_local(schema, out.entity, out.column, out.element)) return std::nullopt;
    return out;
}

}  // namespace

Bytes digest_of(const Value& value) {
    const Hash hash = suite::h("tern/merged", encode(value));
    return {hash.begin(), hash.begin() + 16};
}

std::vector<store::Write> births_of(Client& client, const MergeLog& what, const std::string& title,
                                    const std::vector<CellEdit>& edits) {
    std::string losers;
    for (const RecordId& id : what.losers) losers += (losers.empty() ? "" : " ") + uuid_text(id);
    std::map<SpaceId, std::vector<BirthCell>> spaces;
    std::int64_t order = 0;
    for (const CellEdit& edit : edits) {
        auto& cells = spaces[edit.head.space];
        cells.push_back(
            {field(client, "changes"), copy(suite::random_array<16>()), element_of(client.schema(), edit, ++order)});
    }
    std::vector<store::Write> out;
    for (auto& [space, cells] : spaces) {
        cells.push_back({field(client, "title"), {}, Value{title}});
        cells.push_back({field(client, "operation"), {}, Value{what.operation}});
        cells.push_back({field(client, "winner"), {}, Value{uuid_text(what.winner)}});
        cells.push_back({field(client, "losers"), {}, Value{losers}});
        cells.push_back({field(client, "merged_at"), {}, Value{what.at}});
        out.push_back({space, Cell{entity_of(client).number, new_record_id(what.at), column::kBirth, {}},
                       birth_value(std::move(cells)), false});
    }
    return out;
}

namespace {

/// Those that were not undone and fit, newest first.
std::string logs_sql(const char* fitting) {
    std::string out =
        "SELECT r.id, s.id, t.operation, t.winner, t.losers, t.merged_at FROM merge t CROSS JOIN record r ON r.rid = "
        "t.rid "
        "JOIN space_ref s ON s.n = r.space WHERE r.alive = 1 AND t.undone_at IS NULL AND (";
    return out.append(fitting).append(") ORDER BY t.merged_at DESC, t.operation, r.id");
}

std::vector<MergeLog> logs_of(Rows rows) {
    std::vector<MergeLog> out;
    while (rows.next()) {
        const auto winner = record_id_from(rows.text(3));
        if (!winner) continue;
        MergeLog log{
            rows.id<RecordId>(0), rows.id<SpaceId>(1), std::string(rows.text(2)), *winner, {}, rows.integer(5), {}};
        for (const auto piece : pieces(rows.text(4), ' '))
            if (const auto id = record_id_from(piece)) log.losers.push_back(*id);
        out.push_back(std::move(log));
    }
    return out;
}

}  // namespace

std::vector<MergeLog> merges(Client& client, const std::optional<RecordId>& about) {
    const std::string wanted = about ? uuid_text(*about) : std::string{};
    return logs_of(client.store().database().query(
        logs_sql("?1 = '' OR t.winner = ?1 OR r.id = ?2 OR instr(t.losers, ?1) > 0 OR t.operation = (SELECT "
                 "m.operation FROM merge m JOIN record o ON o.rid = m.rid WHERE o.id = ?2)"),
        wanted, about.value_or(RecordId{})));
}

std::vector<MergeLog> undone_elsewhere(Client& client) {
    return logs_of(client.store().database().query(
        logs_sql("EXISTS (SELECT 1 FROM merge m JOIN record o ON o.rid = m.rid WHERE o.alive = 1 AND m.operation = "
                 "t.operation AND o.space = r.space AND m.undone_at IS NOT NULL)")));
}

void read_cells(Client& client, MergeLog& log) {
    for (const auto& head : client.store().find(log.id)) {
        if (head.space != log.space) continue;
        std::map<std::int64_t, MergedCell> ordered;
        for (const auto& [key, value] : cells_of(client.store(), head)) {
            if (key.first != field(client, "changes")) continue;
            const Value* order = value.member(kOrder);
            const auto* number = order == nullptr ? nullptr : order->as<Decimal>();
            if (auto cell = cell_of(client.schema(), value); cell && number != nullptr)
                ordered.emplace(number->mantissa, std::move(*cell));
        }
        for (auto& [order, cell] : ordered) log.cells.push_back(std::move(cell));
    }
}

store::Write undone(Client& client, const MergeLog& log) {
    return {log.space, Cell{entity_of(client).number, log.id, field(client, "undone_at"), {}},
            Value{std::int64_t{client.adjusted_now()}}, false};
}

}  // namespace tern::crm

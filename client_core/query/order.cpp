#include "client_core/query/order.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "client_core/crm/names.h"
#include "client_core/query/condition.h"
#include "protocol/value.h"

namespace tern::query {
namespace {

using schema::Type;

/// FNV-1a, 64 bits: to tell a token of another order, not to guard against anybody.
std::int64_t mark_of(const std::string& text) {
    std::uint64_t out = 14'695'981'039'346'656'037U;
    for (const char c : text) out = (out ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
    return std::bit_cast<std::int64_t>(out);
}

void add_choice_terms(Compiling& compiling, const Place& place, const std::string& sql, bool descending,
                      std::vector<Term>& out) {
    std::string all{"\n"};
    if (place.choices != nullptr)
        for (const auto& choice : *place.choices) all += choice.name + "\n";
    const std::string at = "instr(" + compiling.arguments.add(all) + ", char(10) || " + sql + " || char(10))";
    out.push_back({"(" + at + " = 0)", {}, descending});  // what an org made up comes after
    out.push_back({at, {}, descending});
    out.push_back({sql, compiling.collation, descending});
}

std::string title_behind(Compiling& compiling, const Place& place) {
    std::string out;
    for (const EntityNumber number : *place.targets) {
        const auto* entity = compiling.schema.entity(number);
        if (entity == nullptr) continue;
        compiling.entities.insert(number);
        const Row row{entity, compiling.alias('q'), compiling.alias('n')};
        out += (out.empty() ? "" : ", ") +
               ("(SELECT nullif(" + crm::title_of(*entity, row.table) + ", '') FROM " + from(compiling, row) + " AND " +
                row.record + ".id = " + place.sql + " LIMIT 1)");
    }
    return "coalesce(" + (out.empty() ? "NULL" : out) + ", NULL)";
}

/// A column of a row as a token keeps it; reals as their eight bytes, since a token must bring back the very same.
Value kept(const Rows& rows, int column) {
    if (rows.is_null(column)) return {};
    if (rows.is_integer(column)) return rows.integer(column);
    if (rows.is_text(column)) return std::string(rows.text(column));
    if (!rows.is_real(column)) return copy(rows.blob(column));
    return Value::List{Value{std::bit_cast<std::int64_t>(rows.real(column))}};
}

Arguments::Value brought_back(const Value& value) {
    if (const auto* v = value.as<std::int64_t>()) return *v;
    if (const auto* v = value.as<std::string>()) return *v;
    if (const auto* v = value.as<Bytes>()) return *v;
    const auto* list = value.as<Value::List>();
    const auto* bits = list != nullptr && list->size() == 1 ? list->front().as<std::int64_t>() : nullptr;
    if (bits != nullptr) return std::bit_cast<double>(*bits);
    return std::nullopt;
}

bool is_worked_out(const Place& place) { return place.sql.find("SELECT") != std::string::npos; }

bool has_full_index(const Row& row, const Place& place) {
    const auto* found = row.entity->column(place.path);
    return place.kind == Place::Kind::value && place.is_time() && found != nullptr &&
           place.sql == column(row.table, found->column->sql()) &&
           schema::indexed_in_full(*row.entity, *found->field, *found->column);
}

Failure foreign_token() {
    return fail(Fault::bad_argument, "that is no token of this order", "ask for the first page again, without `after`");
}

}  // namespace

Status add_terms(Compiling& compiling, const Place& place, bool descending, std::vector<Term>& out) {
    const auto add = [&](std::string sql, std::string collation = {}) {
        out.push_back({std::move(sql), std::move(collation), descending});
        return ok();
    };
    switch (place.kind) {
        case Place::Kind::id:
        case Place::Kind::entity:
            return add(place.sql);
        case Place::Kind::space:
            return add("(SELECT id FROM space_ref WHERE n = " + place.sql + ")");
        case Place::Kind::money:  // as ten thousandths, which every currency has
            return add(place.sql + " * " + by_digits(place.currency, [](int digits) {
                           return digits == 0 ? "10000" : digits == 2 ? "100" : digits == 3 ? "10" : "1";
                       }));
        case Place::Kind::set:
            return add_choice_terms(compiling, place, place.sql, descending, out), ok();
        case Place::Kind::poly:
        case Place::Kind::value:
        case Place::Kind::elements:
            break;
    }
    if (place.type == Type::blob || place.kind == Place::Kind::poly)
        return fail(Fault::bad_argument, place.path + " has no order", "sort by another field");
    if (place.type == Type::ref) return add(title_behind(compiling, place), compiling.collation);
    const std::string text = "nullif(" + place.sql + ", '')";
    if (place.is_choice()) return add_choice_terms(compiling, place, text, descending, out), ok();
    return place.is_text() ? add(text, compiling.collation) : add(place.sql);
}

std::string order_by(const std::vector<Term>& terms, const std::string& tie) {
    std::string out{" ORDER BY "};
    for (const Term& term : terms) out += term.collated() + (term.descending ? " DESC" : "") + " NULLS LAST, ";
    return out + tie;
}

Result<Order> Order::of(Compiling& compiling, const Row& row, const std::vector<SortKey>& keys) {
    if (keys.size() > query_limits::kKeys)
        return fail(Fault::too_big, "records are sorted by at most " + std::to_string(query_limits::kKeys) + " fields",
                    "leave some out");
    Order out{row.record + ".id", mark_of(row.entity->name + "\n" + sort_text(keys) + "\n" + compiling.collation)};
    std::vector<Place> places;
    for (const SortKey& key : keys) {
        TERN_TRY(place, single_place(compiling, row, key.field));
        places.push_back(std::move(place));
    }
    if (std::any_of(places.begin(), places.end(), is_worked_out)) out.set_apart(places);
    out.has_index_ = places.size() == 1 && has_full_index(row, places[0]);
    for (std::size_t i = 0; i < places.size(); ++i)
        TERN_CHECK(add_terms(compiling, places[i], keys[i].descending, out.terms_));
    return out;
}

void Order::set_apart(std::vector<Place>& places) {
    id_ = "id";
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::string name = "k" + std::to_string(i);
        apart_ += ", " + std::exchange(places[i].sql, name) + " AS " + name;
        if (!places[i].currency.empty())
            apart_ += ", " + std::exchange(places[i].currency, "c" + name) + " AS c" + name;
    }
}

std::string Order::selected() const {
    std::string out;
    for (const Term& term : terms_) out += ", " + term.sql;
    return out;
}

std::string Order::token(const Rows& rows, int first, const RecordId& id) const {
    Value::List out{Value{mark_}};
    for (std::size_t i = 0; i < terms_.size(); ++i) out.push_back(kept(rows, first + static_cast<int>(i)));
    out.emplace_back(copy(id));
    return hex(encode(Value{std::move(out)}));
}

Result<std::string> Order::after(Compiling& compiling, const std::string& token) const {
    const auto bytes = from_hex(token);
    const auto value = bytes ? decode_value(*bytes) : foreign_token();
    const auto* list = value ? value->as<Value::List>() : nullptr;
    if (list == nullptr || list->size() != terms_.size() + 2 || list->front() != Value{mark_} ||
        list->back().as<Bytes>() == nullptr)
        return foreign_token();
    std::string out = id_ + " > " + compiling.arguments.add(brought_back(list->back()));
    for (std::size_t i = terms_.size(); i > 0; --i) {
        const Term& term = terms_[i - 1];
        const Value& last = (*list)[i];
        if (last.is_null()) {
            out = "(" + term.sql + " IS NULL AND " + out + ")";
            continue;
        }
        const auto mark = compiling.arguments.add(brought_back(last));
        out = "(" + term.sql + " IS NULL OR " + term.collated() + (term.descending ? " < " : " > ") + mark + " OR (" +
              term.collated() + " = " + mark + " AND " + out + "))";
    }
    return out;
}

}  // namespace tern::query

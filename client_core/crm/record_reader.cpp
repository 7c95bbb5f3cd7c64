#include "client_core/crm/record_reader.h"

#include "client_core/store/scalar.h"
#include "client_core/store/tables.h"

namespace tern::crm {
namespace {

constexpr int kFixed = 4;  // rid, id, space, alive

std::string names(const schema::Field& field, const std::string& alias) {
    std::string out;
    for (const auto& column : field.columns) out += ", " + alias + "\"" + column.sql() + "\"";
    return out;
}

/// As numbers, so that a reader is one statement for all records.
formula::Scope scope_of(store::Store& store, const Computing& computing) {
    return {store.schema(),
            std::to_string(computing.now),
            std::to_string(computing.today),
            formula::any_held_twice(store.database()),
            nullptr,
            computing.scores};
}

}  // namespace

RecordReader::RecordReader(store::Store& store, const schema::Entity& entity, const std::optional<Computing>& computing)
    : store_(store), entity_(entity) {
    select_ = "SELECT r.rid, r.id, s.id, r.alive";
    for (const auto& field : entity.fields)
        if (field.has_elements())
            add_child(field, computing);
        else
            add_plain(field);
    if (computing) {
        const auto scope = scope_of(store, *computing);
        const formula::Record record{entity, "r", "t"};
        for (const auto& computed : entity.computed) {
            if (!computing->all && !computed.list_column) continue;
            select_ += ", " + value_of(scope, record, computed);
            if (computed.type == schema::Type::money) select_ += ", " + currency_of(scope, record, computed);
            for (auto& column : shown_columns(computed, columns_.size())) columns_.push_back(std::move(column));
        }
    }
    select_ += " FROM record r JOIN \"" + entity.sql() +
               "\" t ON t.rid = r.rid JOIN space_ref s ON s.n = r.space WHERE r.rid = ?";
}

void RecordReader::add_plain(const schema::Field& field) {
    select_ += names(field, "t.");
    for (auto& column : shown_columns(field, columns_.size())) columns_.push_back(std::move(column));
}

void RecordReader::add_child(const schema::Field& field, const std::optional<Computing>& computing) {
    const std::string table = store::element_table(entity_, field);
    if (!store_.database().find_integer("SELECT 1 FROM " + table + " LIMIT 1")) return;
    Child child{&field, "SELECT c.elem" + names(field, "c."), shown_columns(field, 0)};
    if (computing) {
        const auto scope = scope_of(store_, *computing);
        for (const auto& computed : field.computed) {
            child.sql += ", " + value_of(scope, field, "c", computed);
            if (computed.type == schema::Type::money) child.sql += ", " + currency_of(scope, field, "c", computed);
            for (auto& column : shown_columns(computed, child.columns.size()))
                child.columns.push_back(std::move(column));
        }
    }
    child.sql += " FROM " + table + " c WHERE c.rid = ? ORDER BY " +
                 (field.type == schema::Type::list ? "c.\"order\", c.elem" : "c.elem");
    children_.push_back(std::move(child));
}

std::optional<Json> RecordReader::read(std::int64_t rid) {
    Rows rows = store_.database().query(select_, rid);
    return rows.next() ? std::optional{shown(rows)} : std::nullopt;
}

Json RecordReader::shown(const Rows& rows) {
    Json out = Json::object();
    out.add("id", Json{uuid_text(rows.id<RecordId>(1))});
    out.add("space", Json{id_text(rows.id<SpaceId>(2))});
    out.add(entity_.column("entity") == nullptr ? "entity" : "_entity", Json{entity_.name});
    if (rows.integer(3) == 0) out.add("deleted", Json{true});
    std::vector<Value> values;
    values.reserve(columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i)
        values.push_back(store::get_scalar(columns_[i].stored, rows, kFixed + static_cast<int>(i)));
    show(store_.schema(), columns_, values, out);
    for (const Child& child : children_) add_elements(child, rows.integer(0), out);
    return out;
}

void RecordReader::add_elements(const Child& child, std::int64_t rid, Json& out) {
    Json list = Json::array();
    Rows rows = store_.database().query(child.sql, rid);
    while (rows.next()) {
        if (child.field->type == schema::Type::refs) {
            list.add(Json{uuid_text(rows.id<RecordId>(0))});
        } else if (child.field->type == schema::Type::set) {
            list.add(Json::text(text(rows.blob(0))));
        } else {
            std::vector<Value> values;
            for (std::size_t i = 0; i < child.columns.size(); ++i)
                values.push_back(store::get_scalar(child.columns[i].stored, rows, 1 + static_cast<int>(i)));
            Json element = Json::object();
            show(store_.schema(), child.columns, values, element);
            list.add(std::move(element));
        }
    }
    if (list.size() > 0) out.add(child.field->name, std::move(list));
}

}  // namespace tern::crm

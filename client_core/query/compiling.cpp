#include "client_core/query/compiling.h"

#include <cstdio>

namespace tern::query {
namespace {

/// Bytes in hex need no quoting, whatever they are.
std::string literal(ByteView bytes) { return "X'" + hex(bytes) + "'"; }

struct WriteOut {
    std::string operator()(std::nullopt_t) const { return "NULL"; }
    std::string operator()(std::int64_t value) const { return "(" + std::to_string(value) + ")"; }
    std::string operator()(double value) const {
        char out[40];
        std::snprintf(out, sizeof out, "(%.17g)", value);
        return std::string_view{out}.find_first_of("nN") == std::string_view::npos ? out : "NULL";  // inf, nan
    }
    std::string operator()(const std::string& value) const { return "CAST(" + literal(view(value)) + " AS TEXT)"; }
    std::string operator()(const Bytes& value) const { return literal(value); }
};

}  // namespace

Arguments Arguments::written_out() {
    Arguments out;
    out.written_out_ = true;
    return out;
}

std::string Arguments::add(Value value) {
    if (written_out_) return std::visit(WriteOut{}, value);
    values_.push_back(std::move(value));
    return "?" + std::to_string(values_.size());
}

std::string Arguments::add_bound(const Bound& value) {
    switch (value.kind) {
        case Bound::Kind::kInt:
            return add(Value{value.integer});
        case Bound::Kind::kReal:
            return add(Value{value.real});
        case Bound::Kind::kText:
            return add(Value{std::string(text(value.bytes))});
        case Bound::Kind::kBlob:
            return add(Value{copy(value.bytes)});
        case Bound::Kind::kNull:
            break;
    }
    return add(Value{std::nullopt});
}

std::vector<Bound> Arguments::bound() const {
    std::vector<Bound> out;
    out.reserve(values_.size());
    for (const Value& value : values_) std::visit([&](const auto& v) { out.emplace_back(v); }, value);
    return out;
}

std::string quoted_name(std::string_view name) { return '"' + std::string(name) + '"'; }

std::string column(const std::string& alias, std::string_view name) { return alias + "." + quoted_name(name); }

std::string from(const Compiling& compiling, const Row& row, const std::string& joins, bool table_first) {
    const std::string& r = row.record;
    const std::string record = "record " + r;
    const std::string table = quoted_name(row.entity->sql()) + " " + row.table;
    return (table_first ? table + " CROSS JOIN " + record : record + " JOIN " + table) + " ON " + row.table +
           ".rid = " + r + ".rid" + joins + " WHERE " + formula::is_shown(r, row.entity->number, compiling.held_twice);
}

}  // namespace tern::query

#include "client_core/schema/formula.h"

#include <algorithm>
#include <iterator>

namespace tern::schema {
namespace {

constexpr std::string_view kWords[] = {"id",         "entity", "born",  "born_by",     "changed",
                                       "changed_by", "now",    "today", "rule_points", "rule_reasons"};
constexpr std::string_view kAll = "all ";

bool is_plain(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

}  // namespace

std::optional<std::vector<FormulaPiece>> formula_pieces(std::string_view formula) {
    using Kind = FormulaPiece::Kind;
    std::vector<FormulaPiece> out;
    while (!formula.empty()) {
        const auto open = formula.find('{');
        if (open > 0) out.push_back({Kind::sql, std::string(formula.substr(0, open))});
        if (open == std::string_view::npos) break;
        const auto close = formula.find('}', open);
        if (close == std::string_view::npos) return std::nullopt;
        auto name = formula.substr(open + 1, close - open - 1);
        const bool all = name.starts_with(kAll);
        if (all) name.remove_prefix(kAll.size());
        if (!is_plain(name)) return std::nullopt;
        out.push_back({all ? Kind::all : Kind::name, std::string(name)});
        formula.remove_prefix(close + 1);
    }
    return out;
}

bool formula_word(std::string_view name) {
    return std::find(std::begin(kWords), std::end(kWords), name) != std::end(kWords);
}

}  // namespace tern::schema

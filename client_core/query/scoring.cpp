#include "client_core/query/scoring.h"

#include <nlohmann/json.hpp>

#include "client_core/query/condition.h"
#include "client_core/query/functions.h"

namespace tern::query {
namespace {

/// Far above those of the statement around, which may hold the record by any of its own.
constexpr int kFirstAlias = 1'000'000;

/// `criteria` is a filter's text as a JSON string, as views keep theirs.
std::optional<Filter> criteria(std::string_view json) {
    const auto text = nlohmann::json::parse(json, nullptr, false);
    if (!text.is_string()) return std::nullopt;
    auto filter = read_filter(text.get<std::string>());
    if (!filter) return std::nullopt;
    return std::move(*filter);
}

}  // namespace

Scoring::Scoring(Client& client, const Zone& zone, Millis now) : client_(client), zone_(zone) { viewer_.now = now; }

const std::vector<Scoring::Rule>& Scoring::rules_of(const schema::Entity& entity) {
    const auto [at, fresh] = rules_.try_emplace(entity.number);
    if (!fresh) return at->second;
    Rows rows = client_.store().database().query(
        "SELECT t.name, t.criteria, t.points FROM score_rule t CROSS JOIN record r ON r.rid = t.rid WHERE r.alive = 1 "
        "AND "
        "r.birth_hlc IS NOT NULL AND t.entity = ? AND coalesce(t.active, 1) = 1 AND t.points IS NOT NULL AND "
        "t.criteria "
        "IS NOT NULL GROUP BY r.id ORDER BY r.id LIMIT ?",
        std::string_view(entity.name), std::int64_t{kScoreRules});
    while (rows.next())
        if (auto filter = criteria(rows.text(1)))
            at->second.push_back({std::string(rows.text(0)), std::move(*filter), rows.integer(2)});
    return at->second;
}

std::vector<Scoring::Part> Scoring::parts(const formula::Record& record, std::set<EntityNumber>* entities) {
    const auto* rule_entity = client_.schema().entity("score_rule");
    if (entities != nullptr && rule_entity != nullptr) entities->insert(rule_entity->number);
    const auto& rules = rules_of(record.entity);
    if (rules.empty()) return {};
    auto& db = client_.store().database();
    Compiling compiling{client_.schema(), viewer_, zone_};
    compiling.today = zone_.day_of(viewer_.now);
    compiling.collation = add_collation(db, viewer_.locale);
    compiling.held_twice = formula::any_held_twice(db);
    compiling.find_space = [this](std::string_view space) { return client_.find_space(space); };
    compiling.arguments = Arguments::written_out();
    compiling.aliases = kFirstAlias;
    const Row row{&record.entity, record.record, record.table};
    std::vector<Part> out;
    for (const Rule& rule : rules)
        if (auto condition = condition_of(compiling, row, rule.filter)) out.push_back({&rule, std::move(*condition)});
    if (entities != nullptr) entities->insert(compiling.entities.begin(), compiling.entities.end());
    return out;
}

std::string Scoring::points(const formula::Record& record, std::set<EntityNumber>* entities) {
    std::string out;
    for (const Part& part : parts(record, entities))
        out += (out.empty() ? "(" : " + ") + std::string("CASE WHEN ") + part.condition + " THEN " +
               std::to_string(part.rule->points) + " ELSE 0 END";
    return out.empty() ? "NULL" : out + ")";
}

std::string Scoring::reasons(const formula::Record& record, std::set<EntityNumber>* entities) {
    std::string out;
    auto text = Arguments::written_out();
    for (const Part& part : parts(record, entities))
        out += (out.empty() ? "" : " UNION ALL ") + std::string("SELECT ") +
               text.add(Arguments::Value{part.rule->name}) + " AS rule, " + std::to_string(part.rule->points) +
               " AS points WHERE " + part.condition;
    if (out.empty()) return "NULL";
    return "(SELECT json_group_array(json_object('rule', rule, 'points', points)) FROM (" + out + "))";
}

}  // namespace tern::query

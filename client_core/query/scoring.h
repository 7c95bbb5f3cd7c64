// Scores by the rules that an org keeps (records of `score_rule`): each a filter over records of one entity, and the
// points that it gives. Compiled into the asking statement, so a score is sorted and filtered like any other field.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "client_core/query/compiling.h"

namespace tern::query {

/// Of one entity: the oldest are taken. Each is a condition in every statement that asks for a score.
inline constexpr std::size_t kScoreRules = 100;

/// The rules are read when they are first asked for. A rule that cannot be read, or that speaks of scores, gives
/// nothing; none speaks of who is looking (`me`), so that all devices that hold the same find the same.
class Scoring : public formula::Scores {
public:
    /// `client` and `zone` outlive it. `now`: Unix time.
    Scoring(Client& client, const Zone& zone, Millis now);

    std::string points(const formula::Record& record, std::set<EntityNumber>* entities) override;
    std::string reasons(const formula::Record& record, std::set<EntityNumber>* entities) override;

private:
    struct Rule {
        std::string name;
        Filter filter;
        std::int64_t points = 0;
    };
    struct Part {
        const Rule* rule;
        std::string condition;  ///< SQL
    };
    const std::vector<Rule>& rules_of(const schema::Entity& entity);
    std::vector<Part> parts(const formula::Record& record, std::set<EntityNumber>* entities);

    Client& client_;
    const Zone& zone_;
    Viewer viewer_;
    std::map<EntityNumber, std::vector<Rule>> rules_;
};

}  // namespace tern::query

// Who leads whom: the teams that a viewer answers for, and whose figures the viewer may change.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include <tern/query.h>

namespace tern::crm {

struct TeamNode {
    std::optional<RecordId> id;  ///< nothing: those who are in no team
    std::string name;
    std::optional<RecordId> lead;
    std::vector<RecordId> people;  ///< who leads it among them; each once
    std::vector<TeamNode> teams;
};

class TeamTree {
public:
    /// `others`: people who may be in no team, and are to be seen all the same by who manages a space.
    static Result<TeamTree> of(Client& client, const Viewer& viewer, const std::vector<RecordId>& others);

    /// The viewer's teams; one that lies in another of them is seen in that one.
    const std::vector<TeamNode>& seen() const { return seen_; }
    /// Nobody's own.
    bool may_override(const RecordId& user) const { return user != me_ && led_.contains(user); }

private:
    RecordId me_{};
    std::vector<TeamNode> seen_;
    std::set<RecordId> led_;
};

}  // namespace tern::crm

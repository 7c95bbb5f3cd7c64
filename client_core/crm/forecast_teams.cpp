#include "client_core/crm/forecast_teams.h"

#include <tern/records.h>

#include <algorithm>
#include <map>

#include "client_core/crm/json_parts.h"

namespace tern::crm {
namespace {

struct Team {
    TeamNode node;
    std::optional<RecordId> parent;
};
using Teams = std::map<RecordId, Team>;

void join(std::vector<RecordId>& people, const std::optional<RecordId>& user) {
    if (user && std::find(people.begin(), people.end(), *user) == people.end()) people.push_back(*user);
}

Result<Teams> read_teams(Queries& queries) {
    Teams out;
    Query query;
    query.entity = "team";
    TERN_CHECK(each(queries, query, [&](const Json& record) {
        const auto id = id_in(record, "id");
        if (!id) return;
        Team team{{*id, text_in(record, "name"), id_in(record, "lead_id"), {}, {}}, id_in(record, "parent_id")};
        join(team.node.people, team.node.lead);
        if (const Json* people = record.find("people"))
            for (const auto& [none, one] : people->members()) join(team.node.people, id_in(one, "user"));
        out.emplace(*id, std::move(team));
    }));
    return out;
}

/// Whether it is that team or lies in it; teams that lie in each other lie in nothing else.
bool lies_in(const Teams& teams, const RecordId& inner, const RecordId& outer) {
    std::optional<RecordId> at = inner;
    for (std::size_t steps = 0; at && steps <= teams.size(); ++steps) {
        if (*at == outer) return true;
        const auto found = teams.find(*at);
        at = found == teams.end() ? std::nullopt : found->second.parent;
    }
    return false;
}

TeamNode grown(const Teams& teams, const RecordId& root, std::set<RecordId>& used) {
    TeamNode out = teams.at(root).node;
    used.insert(root);
    for (const auto& [id, team] : teams)
        if (team.parent == root && !used.contains(id)) out.teams.push_back(grown(teams, id, used));
    std::sort(out.teams.begin(), out.teams.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return out;
}

/// Of a space of several people.
Result<bool> manages(Client& client) {
    TERN_TRY(spaces, client.spaces(false));
    return std::any_of(spaces.begin(), spaces.end(), [](const SpaceInfo& space) {
        return (space.kind == SpaceKind::team || space.kind == SpaceKind::book) && space.role >= SpaceRole::manager;
    });
}

void gather(const TeamNode& node, std::set<RecordId>& people) {
    people.insert(node.people.begin(), node.people.end());
    for (const auto& inner : node.teams) gather(inner, people);
}

}  // namespace

Result<TeamTree> TeamTree::of(Client& client, const Viewer& viewer, const std::vector<RecordId>& others) {
    Queries queries{client, viewer};
    TERN_TRY(teams, read_teams(queries));
    TeamTree out;
    out.me_ = RecordId{viewer.me.bytes};
    std::vector<RecordId> roots;
    for (const auto& [id, team] : teams)
        if (team.node.lead == out.me_) roots.push_back(id);
    bool all = false;
    if (roots.empty()) {
        TERN_TRY(managing, manages(client));
        all = managing;
        for (const auto& [id, team] : teams)
            if (all) roots.push_back(id);
    }
    std::set<RecordId> used;
    for (const auto& root : roots) {
        const bool inner = std::any_of(roots.begin(), roots.end(), [&](const RecordId& other) {
            return other != root && lies_in(teams, root, other) && !lies_in(teams, other, root);
        });
        if (!inner && !used.contains(root)) out.seen_.push_back(grown(teams, root, used));
    }
    std::sort(out.seen_.begin(), out.seen_.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    for (const auto& node : out.seen_) gather(node, out.led_);
    if (!all) return out;
    TeamNode rest;
    for (const auto& user : others)
        if (!out.led_.contains(user)) join(rest.people, user);
    out.led_.insert(rest.people.begin(), rest.people.end());
    if (std::any_of(rest.people.begin(), rest.people.end(), [&](const RecordId& one) { return one != out.me_; }))
        out.seen_.push_back(std::move(rest));
    return out;
}

}  // namespace tern::crm

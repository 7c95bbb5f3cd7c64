#include "client_core/crm/company_order.h"

#include <algorithm>
#include <map>
#include <set>

namespace tern::crm {
namespace {

void add_targets(const schema::Entity& entity, std::set<EntityNumber>& out) {
    for (const auto& field : entity.fields) {
        out.insert(field.targets.begin(), field.targets.end());
        for (const auto& member : field.members) out.insert(member.targets.begin(), member.targets.end());
    }
    out.erase(entity.number);
}

}  // namespace

std::vector<std::string> in_order(const schema::Schema& schema, const std::vector<std::string>& names) {
    std::map<EntityNumber, std::set<EntityNumber>> waiting;
    for (const auto& name : names)
        if (const auto* entity = schema.entity(name)) add_targets(*entity, waiting[entity->number]);
    std::vector<std::string> out;
    while (!waiting.empty()) {
        const auto still = [&](const auto& entry) {
            return std::count_if(entry.second.begin(), entry.second.end(),
                                 [&](EntityNumber target) { return waiting.contains(target); });
        };
        // In a circle, the one that misses least.
        const auto next = std::min_element(waiting.begin(), waiting.end(),
                                           [&](const auto& a, const auto& b) { return still(a) < still(b); });
        out.push_back(schema.entity(next->first)->name);
        waiting.erase(next);
    }
    return out;
}

}  // namespace tern::crm

#include "client_core/query/referring.h"

#include <algorithm>

#include "client_core/crm/part.h"

namespace tern::query {

using schema::Type;

std::vector<Reference> references(const schema::Entity& from, const schema::Entity& to) {
    const auto refers = [&](const std::vector<EntityNumber>& targets) {
        return std::find(targets.begin(), targets.end(), to.number) != targets.end();
    };
    std::vector<Reference> out;
    for (const auto& field : from.fields) {
        if (field.retired) continue;
        if (field.type == Type::refs && refers(field.targets)) out.push_back({&field, nullptr});
        for (const auto& column : field.columns) {
            const auto part = crm::part_of(field, column);
            if (part.role != crm::Role::poly_id && part.type != Type::ref) continue;
            if (!refers(*part.targets)) continue;
            if (!field.has_elements() && column.name == to.name + "_id") return {{&field, &column}};
            out.push_back({&field, &column});
        }
    }
    return out;
}

}  // namespace tern::query

#include "client_core/cli/shapes.h"

namespace tern::cli {

Json spaces_json(const std::vector<SpaceInfo>& spaces) {
    Json out = Json::array();
    for (const auto& space : spaces)
        out.add(Json::object()
                    .add("id", Json{id_text(space.id)})
                    .add("name", Json{space.name})
                    .add("kind", Json::text(name(space.kind)))
                    .add("role", Json::text(name(space.role)))
                    .add("records", Json{space.records}));
    return out;
}

Json sync_json(const SyncResult& result) {
    Json out = Json::object();
    out.add("pushed", Json::count(result.pushed)).add("pulled", Json::count(result.pulled));
    out.add("pending", Json::count(result.pending)).add("refused", Json::count(result.refused));
    if (result.waiting) out.add("waiting", Json{true});
    if (result.alarms.empty()) return out;
    Json alarms = Json::array();
    for (const auto& alarm : result.alarms) alarms.add(Json{alarm.text()});
    out.add("alarms", std::move(alarms));
    return out;
}

}  // namespace tern::cli

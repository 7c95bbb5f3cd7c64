#include "mobile_app/adapters/telling_apart.h"

#include <tern/records.h>

#include "mobile_app/adapters/record_row.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {

Result<std::map<RecordId, QString>> telling_apart(Client& client, const Reader& reader, const Kinds& kinds) {
    TERN_TRY(viewer, Backend::viewer(client, reader));
    const Glance glance{QDateTime::fromMSecsSinceEpoch(viewer.now).toTimeZone(reader.zone).date(), reader.me};
    Queries queries{client, std::move(viewer)};
    Records records{client};
    Display display{records, reader.locale, reader.zone};
    std::map<RecordId, QString> out;
    for (const auto& [entity, ids] : kinds) {
        const auto* face = reader.faces->entity(text(entity));
        if (face == nullptr) continue;
        TERN_CHECK(queries.show(entity, ids, [&](const Json& record) {
            const auto id = record_id_from(record.find("id")->plain());
            if (id) out[*id] = record_row(display, *face, record, {}, glance).subtitle;
        }));
    }
    return out;
}

}  // namespace tern::app

// Work, conflicts and devices as people read them. On the core's thread.
#pragma once

#include <tern/standing.h>

#include <QVariantMap>

#include "mobile_app/adapters/backend.h"
#include "mobile_app/adapters/cell_words.h"

namespace tern::app {

class StandingWords {
public:
    StandingWords(Client& client, Records& records, const Reader& reader)
        : reader_(reader),
          display_(records, reader.locale, reader.zone),
          cells_(client.schema(), reader.faces, display_) {}

    QVariantMap of(const RecordWork& work);
    QVariantMap of(const RefusedRecord& refused);
    QVariantMap of(const FieldConflict& conflict);
    QVariantMap of(const DeviceInfo& device) const;

private:
    QVariantMap head(const std::string& entity, const std::string& title) const;
    QString time(Millis at) const;

    const Reader& reader_;
    Display display_;
    CellWords cells_;
};

}  // namespace tern::app

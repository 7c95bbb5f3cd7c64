// A table as a file among the person's documents: for a spreadsheet, or on paper.
#pragma once

#include <QObject>
#include <functional>

#include <tern/sheet.h>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

/// As `format` (csv, xlsx, pdf) into a new file in Exporter::folder(), in the background; then `done`, if `owner` is
/// still there, or Backend::say().
void save_sheet(QObject* owner, Sheet sheet, const QString& format,
                std::function<void(const QString& file, int rows)> done);

}  // namespace tern::app

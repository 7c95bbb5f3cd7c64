// A table as a file among the person's documents: for a spreadsheet, or on paper.
#pragma once

#include <QObject>
#include <functional>

#include <tern/sheet.h>

#include "mobile_app/adapters/paper.h"

namespace tern::app {

/// A4, lying down where there are many columns; the header comes again on every page. `storage` where the file cannot
/// be written. On any thread.
Result<Printed> print_sheet(const Sheet& sheet, const QString& title, const QString& from, const QLocale& locale,
                            const QString& file);

/// As `format` (csv, xlsx, pdf) into a new file in Exporter::folder(), in the background; then `done`, if `owner` is
/// still there, or Backend::say().
void save_sheet(QObject* owner, Sheet sheet, const QString& format,
                std::function<void(const QString& file, int rows)> done);

}  // namespace tern::app

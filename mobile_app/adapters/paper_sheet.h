// A table on paper: its head comes again on every page, and each page says which of how many it is.
#pragma once

#include <QLocale>
#include <atomic>
#include <functional>
#include <vector>

#include <tern/sheet.h>

#include "mobile_app/adapters/paper.h"

namespace tern::app {

struct SheetPrint {
    QString title, from;  ///< of what, and whose
    QString about;        ///< below the title; may be empty
    QLocale locale;
    std::vector<bool> right;  ///< columns that stand to the right beside those of numbers; may be shorter
    const std::atomic<bool>* stop = nullptr;        ///< once true, it fails with `canceled` and leaves no file
    std::function<void(std::size_t rows)> on_rows;  ///< drawn so far
};

/// A4, lying down where there are many columns. A new file, whole or not at all: `storage` where it cannot be written.
/// On any thread.
Result<Printed> print_sheet(const Sheet& sheet, const SheetPrint& print, const QString& file);

}  // namespace tern::app

// A list of records on paper, as people read it: its columns, its order, what it is narrowed to.
#pragma once

#include <QSet>
#include <QStringList>

#include <tern/export.h>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

struct ListPrint {
    QString entity, filter, sort;
    QStringList columns;  ///< by name; empty: as the schema lists them
    QSet<QString> ids;    ///< only these; empty: all
    QString from, title, about;
    QString file;
};

/// How many records that were. `canceled` once `stop` is true; then there is no file. On the core's threads.
Result<std::size_t> print_list(Client& client, const Reader& reader, const ListPrint& list,
                               const std::atomic<bool>& stop, const std::function<void(std::size_t rows)>& on_rows);

}  // namespace tern::app

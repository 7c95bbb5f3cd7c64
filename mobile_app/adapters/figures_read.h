// Reports as charts and tables show them. On the core's thread.
#pragma once

#include <QVariantList>
#include <QVariantMap>

#include <tern/query.h>
#include <tern/sheet.h>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

/// What is asked: plain values, so that it may go from thread to thread.
struct FiguresAsked {
    Query query;             ///< entity, the whole filter, one or two keys, one measure
    std::string ordered_by;  ///< a path that only orders the first key's groups, such as stage_id.order
    int top = 0;             ///< only so many of the first key's groups, the greatest; 0: all
    bool counted = true;     ///< beside a measure: a chart of how many, too
};

struct FiguresRead {
    /// One a currency, and of the numbers without one; last, how many there are. Of each {"name", "money", "total",
    /// "labels": [text…], "totals": [text…], "groups": how many labels there are without a limit,
    /// "series": [{"name", "points": [{"value", "text", "note", "share", "filter", "key"}…]}…]}.
    QVariantList charts;
    QVariantMap table;  ///< {"header": [text…], "numeric": [bool…], "rows": [{"cells": [text…], "filter"}…]}
    Sheet sheet;        ///< the same for other programs
    QString whole;      ///< the filter of all that was counted
    int count = 0;
};

Result<FiguresRead> read_figures(Client& client, const Reader& reader, const FiguresAsked& asked);

/// "this month", "last quarter", "next year"; nothing for other words.
std::optional<Period> period_named(const QString& words);
/// The field at the end of a path such as `stage_id.kind`; nullptr where the screen knows none.
const FieldFace* field_at(const Faces& faces, const QString& entity, const QString& path);

}  // namespace tern::app

// A record in one row of a list or a timeline: what tells it apart at a glance.
#pragma once

#include <QString>
#include <QStringList>

#include <tern/json.h>

#include "mobile_app/adapters/display.h"

namespace tern::app {

struct RecordRow {
    QString title;     ///< the record's name
    QString subtitle;  ///< the next values that the schema lists, joined
    QString badge;     ///< the choice that says how it stands, else the first, by label
    QString tone;      ///< the same choice's name
    QString aside;     ///< the first amount, else the first day
    QString phone;     ///< the first number, as it is dialled
    QString mail;      ///< the first address
    QStringList values;
    QStringList marks;  ///< of `columns`: those that are true, by name
};

/// For whom, and when.
struct Glance {
    QDate today;
    QString me;  ///< by id: that one's own name is not repeated in every row
};

/// `columns`: which fields `values` are, in order; empty: those that the schema lists. On the core's thread.
RecordRow record_row(Display& display, const EntityFace& face, const Json& record, const QStringList& columns,
                     const Glance& glance);

}  // namespace tern::app

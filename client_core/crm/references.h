// Who refers to a record, and the same cells with another record in its place.
#pragma once

#include <set>
#include <vector>

#include "client_core/store/store.h"

namespace tern::crm {

/// One cell of a record, before and after.
struct CellEdit {
    store::RecordHead head;
    ColumnNumber column = 0;
    Bytes element;
    Value before, after;
};

/// Of all living records that refer to one of `from` by a reference, a set of references, one of several kinds or a
/// member of a group or list: the cells that change when they refer to `to`. The records `from` themselves are left
/// out. A record that would refer to itself refers to nothing. Looks through all tables: not for use while typing.
std::vector<CellEdit> redirected(store::Store& store, const std::set<RecordId>& from, const RecordId& to);

/// Living records of that kind that name `to` in an element of a list or a set: looks through the elements alone.
std::set<RecordId> naming_in_elements(store::Store& store, const schema::Entity& entity, const RecordId& to);

/// The same among `records` alone: cheap for a few.
std::vector<CellEdit> redirected(store::Store& store, const std::set<RecordId>& records, const std::set<RecordId>& from,
                                 const RecordId& to);

/// The value with every id of `from` replaced; null where that leaves a reference of `own` to itself.
Value with_ids(const Value& value, const std::set<RecordId>& from, const RecordId& to, const RecordId& own);

}  // namespace tern::crm

// Schemas of other days than today's, for tests in which apps of different versions meet.
#pragma once

#include "client_core/schema/schema.h"

namespace tern::schema::test {

/// Of the app that had thirteen entities: tests/fixtures/spine_schema.textproto.
const Schema& spine();

}  // namespace tern::schema::test

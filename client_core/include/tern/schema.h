// What kinds of records there are, and of which fields they consist: what the schema ships with and what the org has
// added. Labels are in English and in 简体中文; formats, limits and merging stand in client_core/schema/schema.h.
//
// Client::schema() gives it; what it gave stays valid as long as the Client, and another one is given after an admin
// has added a field.
#pragma once

#include "client_core/schema/schema.h"

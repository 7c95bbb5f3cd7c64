// The way back: by which fields one entity refers to another.
#pragma once

#include <vector>

#include "client_core/schema/schema.h"

namespace tern::query {

/// A column that refers; of `refs` none, since the elements do.
struct Reference {
    const schema::Field* field = nullptr;
    const schema::Column* column = nullptr;
};

/// Of `from` to `to`: the `account_id` alone where that refers to an account, else all that may.
std::vector<Reference> references(const schema::Entity& from, const schema::Entity& to);

}  // namespace tern::query

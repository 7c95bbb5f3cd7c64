#include "tests/support/schemas.h"

#include "client_core/schema/loader.h"

namespace tern {

// Made by protocol/embed.cmake.
extern const unsigned char kSpineSchema[];
extern const std::size_t kSpineSchema_size;

namespace schema::test {

const Schema& spine() {
    static const Schema loaded = std::move(load(ByteView{kSpineSchema, kSpineSchema_size}).value());
    return loaded;
}

}  // namespace schema::test
}  // namespace tern

#include "client_core/schema/crm_schema.h"

#include "client_core/schema/loader.h"

namespace tern {

// Made by protocol/embed.cmake, in the target tern_crm_schema.
extern const unsigned char kCrmSchema[];
extern const std::size_t kCrmSchema_size;

namespace schema {

const Schema& crm() {
    static const Schema loaded = std::move(load(ByteView{kCrmSchema, kCrmSchema_size}).value());
    return loaded;
}

}  // namespace schema
}  // namespace tern

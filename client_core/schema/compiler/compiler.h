// What the build runs over protocol/crm: text in, bytes out, or a sentence that names the line which is wrong.
#pragma once

#include <span>
#include <string>

#include "client_core/schema/schema.h"
#include "protocol/base/result.h"

namespace tern::schema {

struct SourceText {
    std::string name;  ///< as messages call it: "crm/selling.textproto"
    std::string text;
};

struct Compiled {
    std::string bytes;  ///< what load() reads on a device
    Schema schema;
};

/// One schema, joined from its texts in their order. Checked by the very loader that devices use. A refusal reads
/// "crm/selling.textproto:12: opportunity.name: its number is out of range".
Result<Compiled> compile(std::span<const SourceText> texts);

}  // namespace tern::schema

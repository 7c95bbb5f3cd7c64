// Records as vCards and calendar entries, from their fields by name. What the formats have no property for becomes
// X-TERN-…, which the readers beside take back.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "client_core/exchange/wall_zone.h"
#include "protocol/base/clock.h"

namespace tern::exchange {

/// A field as a writer needs it. Members of a list's elements by name, numbers as their digits.
struct OutField {
    enum class Kind : std::uint8_t { text, exact, json };
    Kind kind = Kind::text;
    std::string text;   ///< of lists and sets, JSON
    std::string title;  ///< of a reference: the name of what it refers to
    std::vector<std::map<std::string, std::string>> elements;
};
using OutFields = std::map<std::string, OutField>;

/// vCard 3.0, which all programs read.
std::string card_text(OutFields fields);

std::string calendar_opening();
std::string calendar_closing();
/// A VEVENT; nothing for one without a start. `stamp`: when it is written, Unix milliseconds.
std::optional<std::string> event_text(OutFields fields, const WallZone& zone, Millis stamp);
std::string task_text(OutFields fields, Millis stamp);

}  // namespace tern::exchange

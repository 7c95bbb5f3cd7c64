#include "protocol/ids.h"

#include <sodium.h>

namespace tern {

std::string uuid_text(const RecordId& id) {
    std::string out = hex(id);
    for (const std::size_t at : {20U, 16U, 12U, 8U}) out.insert(at, "-");
    return out;
}

std::optional<RecordId> record_id_from(std::string_view text) {
    std::string digits;
    if (text.size() == 36) {
        if (text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-') return std::nullopt;
        for (const char c : text)
            if (c != '-') digits += c;
    } else {
        digits = text;
    }
    return id_from_hex<RecordTag>(digits);
}

RecordId new_record_id(Millis now_ms) {
    RecordId id;
    randombytes_buf(id.bytes.data(), id.bytes.size());
    for (std::size_t i = 0; i < 6; ++i) id.bytes[i] = static_cast<std::uint8_t>(now_ms >> (40 - 8 * i));
    id.bytes[6] = static_cast<std::uint8_t>(0x70 | (id.bytes[6] & 0x0f));
    id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3f));
    return id;
}

}  // namespace tern

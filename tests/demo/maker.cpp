#include "tests/demo/maker.h"

namespace tern::demo {

/// UUIDv7 (RFC 9562): the time that it tells, and the dice.
RecordId Maker::id_at(Millis at) {
    RecordId id;
    for (int i = 0; i < 6; ++i) id.bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(at >> (40 - 8 * i));
    for (std::size_t i = 6; i < 16; ++i) id.bytes[i] = static_cast<std::uint8_t>(dice_.next());
    id.bytes[6] = static_cast<std::uint8_t>(0x70 | (id.bytes[6] & 0x0f));
    id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3f));
    return id;
}

Millis Maker::working_hour(Millis day) {
    return day_of(day) * kDay + (8 + dice_.between(0, 9)) * kHour + dice_.between(0, 3) * kHour / 4;
}

Record Maker::make(std::string_view entity, Millis at) {
    Record out{client_.schema(), entity, id_at(at)};
    out.text("source_system", kSource).number("source_created_at", at);
    return out;
}

RecordId Maker::keep(const Record& record, const SpaceId& space) {
    writes_.push_back(record.birth(space));
    return record.id();
}

Status Maker::flush(std::size_t least) {
    if (writes_.empty() || writes_.size() < least) return ok();
    TERN_CHECK(client_.store().write(writes_, client_.author()));
    written_ += writes_.size();
    writes_.clear();
    if (progress_) progress_(written_);
    return ok();
}

}  // namespace tern::demo

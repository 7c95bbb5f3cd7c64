// Names of things, 128 bits each, and each of a type of its own: a space cannot be passed where a record is meant.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "protocol/base/bytes.h"
#include "protocol/base/clock.h"

namespace tern {

template <class Tag>
struct Id {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const Id&) const = default;
    operator ByteView() const { return bytes; }
    bool is_zero() const { return *this == Id{}; }
    static Id of(ByteView bytes) { return Id{array_of<16>(bytes)}; }
};

using OrgId = Id<struct OrgTag>;        ///< of the org log's genesis
using UserId = Id<struct UserTag>;      ///< of the user's identity key
using DeviceId = Id<struct DeviceTag>;  ///< of the device's two keys
using SpaceId = Id<struct SpaceTag>;    ///< of the space log's genesis
using RecordId = Id<struct RecordTag>;  ///< UUIDv7 (RFC 9562)
using Tag = Id<struct CellTag>;         ///< the blind name of a cell
using LoginId = Id<struct LoginTag>;    ///< hash of org and login

/// 8-4-4-4-12 for records, as people paste them.
std::string uuid_text(const RecordId& id);
/// Takes the hyphenated form and 32 plain hex digits, either case.
std::optional<RecordId> record_id_from(std::string_view text);
/// A fresh UUIDv7: 48 bits of `now_ms`, version and variant, 74 random bits.
RecordId new_record_id(Millis now_ms);

template <class T>
std::string id_text(const Id<T>& id) {
    return hex(id);
}
template <class T>
std::optional<Id<T>> id_from_hex(std::string_view text) {
    const auto bytes = from_hex(text);
    if (!bytes || bytes->size() != 16) return std::nullopt;
    return Id<T>::of(*bytes);
}

}  // namespace tern

template <class T>
struct std::hash<tern::Id<T>> {
    std::size_t operator()(const tern::Id<T>& id) const noexcept {
        std::size_t h;
        std::memcpy(&h, id.bytes.data() + 8, sizeof h);  // the random end of a UUIDv7, any part of a hash
        return h;
    }
};
